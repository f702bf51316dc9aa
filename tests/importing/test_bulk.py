"""Rows taken in many at once become what they become one by one."""

from dataclasses import fields, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Cell, Table
from smala_lockin.importing.propose import propose
from smala_lockin.importing.rows.drafts import Draft, Drafts
from smala_lockin.importing.rows.gathering import Gathering, Tally
from smala_lockin.importing.understanding.sheets import understand
from smala_lockin.importing.values.money import Money
from tests.importing.test_accounting import tables

Gathered = tuple[list[list[object]], list[tuple[object, ...]], list[object], list[Tally | None]]


def gathered(given_tables: list[Table], existing: list[Asset], *, in_bulk: bool) -> Gathered:
    """Everything that sheets say, with the place of each draft instead of the draft."""
    gathering = Gathering(Drafts(existing), Money("EUR", {"USD": 0.9}, None), in_bulk=in_bulk)
    sheets = [understand(one) for one in given_tables]
    tallies = [gathering.take(sheet) if sheet.sort else None for sheet in sheets]
    drafts = list(gathering.drafts)
    place = {draft: index for index, draft in enumerate(drafts)}
    names = [one.name for one in fields(Draft)]
    return (
        [[getattr(draft, name) for name in names] for draft in drafts],
        [
            (place.get(wish.near) if isinstance(wish.near, Draft) else wish.near, *wish[1:])
            for wish in gathering.wishes
        ],
        list(gathering.problems),
        tallies,
    )


@st.composite
def lists(draw: st.DrawFn) -> Table:
    """A list of things as most are: names that seldom come twice, and columns that repeat."""
    headers = ["Application", "Fournisseur", "Criticité", "Coût annuel", "Remarque"]
    more = draw(
        st.lists(st.sampled_from(["ID", "Type", "Pays", "Devise", "Dépend de"]), unique=True)
    )
    cells: dict[str, st.SearchStrategy[Cell]] = {
        "Application": st.sampled_from(
            ["ERP", "CRM", "Paie", "erp", "Site", "Odoo", "A", "B", None]
        ),
        "Fournisseur": st.sampled_from(["Alpha", "Beta; Gamma", "interne", "Divers", None]),
        "Criticité": st.sampled_from(["haute", "basse", "?", None]),
        "Coût annuel": st.sampled_from(["100", "1.200,50 €", "USD 5", "GBP 7", "cher", "0", None]),
        "Remarque": st.sampled_from(["x", "y", None]),
        "ID": st.sampled_from(["1", "2", "3", "4", "5", "-"]),
        "Type": st.sampled_from(["Logiciel", "Serveur", "Fournisseur", "Processus", None]),
        "Pays": st.sampled_from(["Belgique", "France", "Mars", None]),
        "Devise": st.sampled_from(["EUR", "USD", "GBP", None]),
        "Dépend de": st.sampled_from(["ERP", "A, B", None, None]),
    }
    row = st.tuples(*(cells[header] for header in (*headers, *more)))
    rows = draw(st.lists(row, min_size=1, max_size=9))
    return Table(file="f.csv", sheet=None, rows=[[*headers, *more], *map(list, rows)])


@settings(max_examples=60, deadline=None)
@given(lists(), st.booleans())
def test_a_list_becomes_the_same_at_once_and_row_by_row(one: Table, again: bool) -> None:
    existing = list(propose([one]).apply(Landscape()).assets.values()) if again else []
    at_once = gathered([one], existing, in_bulk=True)
    assert at_once == gathered([one], existing, in_bulk=False)


@settings(max_examples=40, deadline=None)
@given(tables(), tables())
def test_any_tables_become_the_same_at_once_and_row_by_row(one: Table, two: Table) -> None:
    both = [one, replace(two, file="g.xlsx")]
    assert gathered(both, [], in_bulk=True) == gathered(both, [], in_bulk=False)
