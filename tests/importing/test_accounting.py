"""Whatever a table holds: no crash, a consistent map, and every row accounted for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Cell, Table
from smala_lockin.importing.propose import propose

HEADERS = st.sampled_from(
    [
        *("Nom", "Application", "Fournisseur", "Type", "Utilisé pour", "Dépend de", "Serveur"),
        *("ID", "Criticité", "Coût annuel", "Pays", "Hébergement", "Fin de contrat", "Source"),
        *("Target", "Record Type", "Dependency Direction", "Email", "Remarque", "", "Groupe"),
        *("provider_ref_id", "solution_ref_id", "RGPD", "Préavis", "Date facture", "Nom"),
    ]
)
VALUES: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.sampled_from(
        [
            *("Odoo", "odoo ", "ERP", "A, B", "SRV;ERP", "Microsoft", "Divers", "interne", "tous"),
            *("haute", "1.200,50 €", "USD 5", "31/12/2027", "2", "1", "NORTHBOUND", "TO", "-"),
            *("Belgique", "N/A", "oui", "3 mois", "ERP", "/ERP/", "TOTAL", "BUREAU:", "=1+1"),
        ]
    ),
    st.integers(-3, 12),
    st.floats(-5, 5000, allow_nan=False),
    st.booleans(),
    st.text(max_size=6),
)


NAMES: st.SearchStrategy[Cell] = st.one_of(
    st.sampled_from(["Odoo", "ERP", "erp", "CRM", "SRV", "A, B", "Microsoft", "Divers", "TOTAL"]),
    VALUES,
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    first = draw(st.sampled_from(["Application", "Nom", "Fournisseur", "Activité", "Source"]))
    headers = [first, *draw(st.lists(HEADERS, max_size=6))]
    others = st.lists(VALUES, min_size=len(headers) - 1, max_size=len(headers) - 1)
    row = st.builds(lambda name, rest: [name, *rest], NAMES, others)
    junk = draw(st.lists(row, max_size=2))
    body = draw(st.lists(row, min_size=1, max_size=9))
    sheet = draw(st.sampled_from(["Entities", "Solutions", "Contrats", None]))
    return Table(file="f.xlsx", sheet=sheet, rows=[*junk, headers, *body])


@settings(max_examples=80, deadline=None)
@given(st.lists(tables(), min_size=1, max_size=2, unique_by=lambda one: one.sheet), st.booleans())
def test_any_table_gives_a_consistent_map_and_accounts_for_its_rows(
    given_tables: list[Table], create: bool
) -> None:
    proposal = propose(given_tables, create_missing=create)
    made = proposal.apply(Landscape())
    assert len(made.assets) == len(proposal.added)
    assert sum(proposal.assets.values()) + proposal.catalogue_assets == len(proposal.added)
    for report in proposal.sheets:
        assert report.skipped is None or report.explanation
        if report.skipped:
            continue
        troubled = {
            one.row
            for one in proposal.problems
            if (one.file, one.sheet) == (report.file, report.sheet)
        }
        assert report.rows_used + report.left_out + len(troubled) >= report.rows_read
    assert all(one.message for one in proposal.problems)
    assert all(one.sentence for one in proposal.notes)


@settings(max_examples=50, deadline=None)
@given(tables())
def test_any_table_imported_again_adds_no_asset(one: Table) -> None:
    made = propose([one]).apply(Landscape())
    again = propose([one], made)
    assert not again.added
    assert not again.connected
