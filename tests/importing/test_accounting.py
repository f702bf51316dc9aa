"""Whatever a table holds: no crash, a consistent map, and every row accounted for."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.csv_text import read_text
from smala_lockin.formats.tables import Cell, Row, Table
from smala_lockin.formats.unreadable import Unreadable
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.stacks import parts
from smala_lockin.importing.tables.turning import upright
from tests.importing.lists import table

HEADERS = st.sampled_from(
    [
        *("Nom", "Application", "Fournisseur", "Type", "Utilisé pour", "Dépend de", "Serveur"),
        *("ID", "Criticité", "Coût annuel", "Pays", "Hébergement", "Fin de contrat", "Source"),
        *("Target", "Record Type", "Dependency Direction", "Email", "Remarque", "", "Groupe"),
        *("provider_ref_id", "solution_ref_id", "RGPD", "Préavis", "Date facture", "Nom"),
        *("N° facture", "Compte", "Débit", "Crédit", "Nom contrepartie", "Montant", "Date"),
        *("Utilisé par", "Comptabilité", "Ventes", "RH", "Poste", "Logiciel", "Utilisateur"),
        *("Prix/utilisateur/mois", "Nb licences", "Reconduction", "Mot de passe", "Modèle IA"),
        *("Processus", "Applications nécessaires", "Fournisseurs clés", "Libellé", "Devise"),
    ]
)
VALUES: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.sampled_from(
        [
            *("Odoo", "odoo ", "ERP", "A, B", "SRV;ERP", "Microsoft", "Divers", "interne", "tous"),
            *("haute", "1.200,50 €", "USD 5", "31/12/2027", "2", "1", "NORTHBOUND", "TO", "-"),
            *("Belgique", "N/A", "oui", "3 mois", "ERP", "/ERP/", "TOTAL", "BUREAU:", "=1+1"),
            *("x", "X", "non", "PC1", "tacite 1 an", "Nettoyage", "02 790 81 11", "Total ERP"),
            *("-412,30", "440000 PROXIMUS", "05/01/2026", "Nom", "Total général", "J+1", "texte"),
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
    """A table with its header anywhere, titles and junk above it, and merged rows within."""
    first = draw(st.sampled_from(["Application", "Nom", "Fournisseur", "Activité", "Source"]))
    headers = [first, *draw(st.lists(HEADERS, max_size=7))]
    width = len(headers)
    others = st.lists(VALUES, min_size=width - 1, max_size=width - 1)
    row = st.builds(lambda name, rest: [name, *rest], NAMES, others)
    title = st.builds(lambda text: [text, *[None] * (width - 1)], st.text(max_size=9))
    above = draw(st.lists(st.one_of(title, row), max_size=3))
    body = draw(st.lists(st.one_of(row, title), min_size=1, max_size=9))
    sheet = draw(st.sampled_from(["Entities", "Solutions", "Contrats", None]))
    rows = [*above, headers, *body]
    bands = draw(st.frozensets(st.integers(1, len(rows)), max_size=2))
    return Table(file="f.xlsx", sheet=sheet, rows=rows, bands=bands)


def filled(row: Row) -> bool:
    return any(cell is not None and (not isinstance(cell, str) or cell.strip()) for cell in row)


def assert_every_row_is_accounted_for(tables: list[Table], proposal: Proposal) -> None:
    """Each filled row of a sheet that was read: header, used, merged, left out, or a problem."""
    by_sheet = {(one.file, one.sheet): one for whole in tables for one in parts(whole)}
    for report in proposal.sheets:
        assert report.skipped is None or report.explanation
        if report.skipped:
            continue
        one = upright(by_sheet[report.file, report.sheet], is_turned=report.is_turned)
        rows = {number for number, row in enumerate(one.rows, one.first_row) if filled(row)}
        problems = {
            found.row
            for found in proposal.problems
            if (found.file, found.sheet) == (report.file, report.sheet)
        }
        left = {found.row for found in report.rows_left_out}
        merged = {found.row for found in report.rows_merged}
        told = report.used | report.header_rows | left | merged | problems
        assert rows <= told
        assert not report.used & left
        assert not report.used & report.header_rows
        assert merged <= report.used
        assert report.rows_used == len(report.used)
        assert all(found.reason for found in report.rows_left_out)
        assert all(found.reason for found in report.rows_merged)
    assert all(one.message for one in proposal.problems)
    assert all(one.sentence for one in proposal.notes)


@settings(max_examples=80, deadline=None)
@given(st.lists(tables(), min_size=1, max_size=2, unique_by=lambda one: one.sheet), st.booleans())
def test_any_table_gives_a_consistent_map_and_accounts_for_its_rows(
    given_tables: list[Table], create: bool
) -> None:
    proposal = propose(given_tables, create_missing=create)
    made = proposal.apply(Landscape())
    assert len(made.assets) == len(proposal.added)
    assert sum(proposal.assets.values()) + proposal.catalogue_assets == len(proposal.added)
    assert_every_row_is_accounted_for(given_tables, proposal)


@settings(max_examples=40, deadline=None)
@given(tables(), st.sampled_from(";,\t|"), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_table_written_as_text_accounts_for_its_rows(
    one: Table, delimiter: str, end: str
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerows([["" if cell is None else cell for cell in row] for row in one.rows])
    if not text.getvalue().strip() or "\0" in text.getvalue():
        return
    try:
        rows = read_text(text.getvalue().encode("utf-8", errors="replace"), "f.csv").rows
    except Unreadable:
        return
    read = Table(file="f.csv", sheet=None, rows=rows)
    assert_every_row_is_accounted_for([read], propose([read]))


@settings(max_examples=50, deadline=None)
@given(tables())
def test_any_table_imported_again_adds_no_asset(one: Table) -> None:
    made = propose([one]).apply(Landscape())
    again = propose([one], made)
    assert not again.added
    assert not again.connected


LISTED = """
    Parc informatique 2026;;
    ;;
    Application;Fournisseur;Coût annuel
    BUREAU:;;
    ERP;Alpha;100
    CRM;Beta;50
    erp;Alpha;100
    Application;Fournisseur;Coût annuel
    -;-;
    Total;;150
    """


def test_rows_that_are_no_records_are_listed_with_their_reasons() -> None:
    report = propose([table(LISTED)]).sheets[0]
    assert [(one.row, one.why.value) for one in report.rows_left_out] == [
        (1, "above"), (4, "heading"), (8, "repeated"), (9, "empty"), (10, "total"),
    ]  # fmt: skip
    assert [(one.row, one.text, one.into) for one in report.rows_merged] == [(7, "erp", 5)]


@pytest.mark.parametrize("row", [1, 4, 8, 9, 10])
def test_a_row_left_out_says_why_in_a_sentence(row: int) -> None:
    (one,) = [one for one in propose([table(LISTED)]).sheets[0].rows_left_out if one.row == row]
    assert one.reason.endswith(".")
