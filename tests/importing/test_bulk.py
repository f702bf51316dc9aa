"""Rows taken in many at once become what they become one by one."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Cell, Table
from smala_lockin.importing.matching.linking import Linking
from smala_lockin.importing.propose import propose
from smala_lockin.importing.rows.drafts import Draft, Drafts
from smala_lockin.importing.rows.gathering import Gathering
from smala_lockin.importing.rows.tally import Tally
from smala_lockin.importing.rows.wishes import one_by_one
from smala_lockin.importing.tables.problems import Problem
from smala_lockin.importing.understanding.sheets import understand
from smala_lockin.importing.values.money import Money
from tests.importing.test_accounting import tables

LOOKED_AT = (
    *("name", "kind", "place", "sure", "said", "catalogued", "existing", "import_id"),
    *("facts", "custom", "renamed"),
)
"""What is known of a draft, however it was gathered."""

Gathered = tuple[list[list[object]], list[tuple[object, ...]], list[object], list[Tally | None]]


def gathered(given_tables: list[Table], existing: list[Asset], *, in_bulk: bool) -> Gathered:
    """Everything that sheets say, with the place of each draft instead of the draft."""
    gathering = Gathering(Drafts(existing), Money("EUR", {"USD": 0.9}, None), in_bulk=in_bulk)
    sheets = [understand(one) for one in given_tables]
    tallies = [gathering.take(sheet) if sheet.sort else None for sheet in sheets]
    drafts = list(gathering.drafts)
    place = {draft: index for index, draft in enumerate(drafts)}
    return (
        [[getattr(draft, name) for name in LOOKED_AT] for draft in drafts],
        [
            (place.get(wish.near) if isinstance(wish.near, Draft) else wish.near, *wish[1:])
            for wish in one_by_one(gathering.wishes)
        ],
        list(gathering.problems),
        tallies,
    )


@st.composite
def lists(draw: st.DrawFn) -> Table:
    """A list of things as most are: names that seldom come twice, and columns that repeat."""
    headers = ["Application", "Fournisseur", "Criticité", "Coût annuel", "Remarque"]
    others = ["ID", "Type", "Pays", "Devise", "Dépend de", "Processus", "Utilisé par", "RGPD"]
    others += ["Tourne sur", "Coût mensuel", "Hébergement", "Sens"]
    more = draw(st.lists(st.sampled_from(others), unique=True))
    cells: dict[str, st.SearchStrategy[Cell]] = {
        "Application": st.sampled_from(
            ["ERP", "CRM", "Paie", "erp", "Site, Paie", "Odoo", "A", "Groupe:", None]
        ),
        "Fournisseur": st.sampled_from(["Alpha", "Beta; Gamma", "interne", "Divers", None]),
        "Criticité": st.sampled_from(["haute", "basse", "?", None]),
        "Coût annuel": st.sampled_from(["100", "1.200,50 €", "USD 5", "GBP 7", "cher", "0", None]),
        "Remarque": st.sampled_from(["x", "y", None]),
        "ID": st.sampled_from(["1", "2", "3", "4", "5", "-"]),
        "Type": st.sampled_from(["Logiciel", "Serveur", "Fournisseur", "Processus", None]),
        "Pays": st.sampled_from(["Belgique", "France", "Mars", None]),
        "Devise": st.sampled_from(["EUR", "USD", "GBP", None]),
        "Dépend de": st.sampled_from(["ERP", "A, B", "Site, Paie", "tous", None, None]),
        "Processus": st.sampled_from(["Vente", "Vente, Achat", "tous", None]),
        "Utilisé par": st.sampled_from(["Vente", "Compta", "ERP", None]),
        "Tourne sur": st.sampled_from(["ERP", "srv1", "SRV1", "Alpha", "tous", None]),
        "Coût mensuel": st.sampled_from(["10", "gratuit", None]),
        "Hébergement": st.sampled_from(["AWS", "Belgique", "sur site", None]),
        "Sens": st.sampled_from(["inbound", "outbound", "?", None]),
        "RGPD": st.sampled_from(["oui", "non", "?", "peut-être", None]),
    }
    row = st.tuples(*(cells[header] for header in (*headers, *more)))
    rows = draw(st.lists(row, min_size=1, max_size=9))
    heading = [["Bureau:", *[None] * (len(headers) + len(more) - 1)]] if draw(st.booleans()) else []
    file = draw(st.sampled_from(["f.csv", "fournisseurs.csv"]))
    return Table(file=file, sheet=None, rows=[[*headers, *more], *heading, *map(list, rows)])


def suppliers() -> st.SearchStrategy[Table]:
    """A list of suppliers, who controls them and to whom they pass work on."""
    row = st.tuples(
        st.sampled_from(["Alpha SA", "Beta", "Gamma", "alpha sa", "Divers", "-", None]),
        st.sampled_from(["BE 0202.239.951", "BE0202239951", "?", None]),
        st.sampled_from(["Belgique", "Mars", None]),
        st.sampled_from(["Omega", "Beta; Gamma", None]),
        st.sampled_from(["Psi", "Divers", None, None]),
    ).map(list)
    headers = ["Fournisseur", "N° TVA", "Pays", "Maison mère", "Sous-traitant"]
    return st.lists(row, min_size=1, max_size=7).map(
        lambda rows: Table(file="fournisseurs.csv", sheet=None, rows=[headers, *rows])
    )


@settings(max_examples=60, deadline=None)
@given(suppliers())
def test_suppliers_become_the_same_at_once_and_row_by_row(one: Table) -> None:
    assert gathered([one], [], in_bulk=True) == gathered([one], [], in_bulk=False)


def test_a_name_with_a_comma_is_one_wherever_its_row_stands() -> None:
    rows: list[list[Cell]] = [["ERP", "x", "Stock, Paie"], ["Stock, Paie", "y", None]]
    table = Table(file="f.csv", sheet=None, rows=[["Application", "Remarque", "Dépend de"], *rows])
    (edge,) = propose([table]).connected
    assert (edge.source, edge.target) == ("erp", "stock-paie")


@settings(max_examples=60, deadline=None)
@given(lists(), st.booleans())
def test_a_list_becomes_the_same_at_once_and_row_by_row(one: Table, again: bool) -> None:
    existing = list(propose([one]).apply(Landscape()).assets.values()) if again else []
    at_once = gathered([one], existing, in_bulk=True)
    assert at_once == gathered([one], existing, in_bulk=False)


def linked(given_tables: list[Table], *, at_once: bool, create: bool) -> tuple[object, ...]:
    """What becomes of wishes, those of many rows taken at once or one by one."""
    gathering = Gathering(Drafts(), Money("EUR", {}, None))
    for sheet in map(understand, given_tables):
        if sheet.sort:
            gathering.take(sheet)
    problems: list[Problem] = []
    linking = Linking(gathering.drafts, problems, create_missing=create)
    linking.link(gathering.wishes if at_once else one_by_one(gathering.wishes))
    place = {id(draft): index for index, draft in enumerate(gathering.drafts)}
    edges = [
        (place[source], place[target], role, *edge[3:])
        for (source, target, role), edge in linking.edges.items()
    ]
    drafts = [(one.name, one.kind, one.said, one.place, one.facts) for one in gathering.drafts]
    missing = [(key, one.name, one.near, one.places) for key, one in linking.missing.items()]
    return drafts, edges, problems, missing, linking.used


@settings(max_examples=60, deadline=None)
@given(lists(), lists(), st.booleans())
def test_wishes_of_many_rows_become_the_same_at_once_and_one_by_one(
    one: Table, two: Table, create: bool
) -> None:
    both = [one, replace(two, file="g.csv")]
    expected = linked(both, at_once=False, create=create)
    assert linked(both, at_once=True, create=create) == expected


@settings(max_examples=40, deadline=None)
@given(tables(), tables())
def test_any_tables_become_the_same_at_once_and_row_by_row(one: Table, two: Table) -> None:
    both = [one, replace(two, file="g.xlsx")]
    assert gathered(both, [], in_bulk=True) == gathered(both, [], in_bulk=False)
