"""Lists that stand side by side on one sheet are read as lists of their own."""

from dataclasses import replace
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Table
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.stacks import parts
from tests.importing.lists import arrows, one, table

FRENCH = """
    Application;Criticité;;Fournisseur;Pays;;Serveur;Lieu
    ERP;haute;;Odoo SA;Belgique;;SRV01;Bruxelles
    CRM;moyenne;;Salesforce;USA;;SRV02;Namur
    Paie;critique;;SD Worx;Belgique;;;
    ;;;Microsoft;Irlande;;;
    """
ENGLISH = """
    Applications;;;Suppliers;
    Name;Criticality;;Name;Country
    ERP;high;;Odoo SA;Belgium
    CRM;medium;;Salesforce;USA
    """
DUTCH = """
    Toepassing;Kriticiteit;;Leverancier;Land
    ERP;hoog;;Odoo SA;België
    CRM;gemiddeld;;;
    """
GERMAN = """
    Anwendung;Kritikalität;;;
    ERP;hoch;;Lieferant;Land
    CRM;mittel;;Odoo SA;Belgien
    """


@pytest.mark.parametrize(("text", "lists"), [(FRENCH, 3), (ENGLISH, 2), (DUTCH, 2), (GERMAN, 2)])
def test_each_list_is_read_by_itself(text: str, lists: int) -> None:
    proposal = propose([table(text, sheet="Feuil1")], catalogue=False)
    made = proposal.apply(Landscape())
    assert len(proposal.sheets) == lists
    assert not proposal.problems
    assert not made.dependencies
    assert one(made, "ERP").criticality == 4
    assert one(made, "Odoo SA").kind is AssetKind.SUPPLIER
    assert one(made, "Odoo SA").country == "BE"


def test_lists_are_called_by_their_titles_or_by_what_heads_them() -> None:
    names = [part.sheet for part in parts(table(ENGLISH, sheet="Feuil1"))]
    assert names == ["Feuil1", "Feuil1 · Suppliers"]
    names = [part.sheet for part in parts(table(FRENCH, sheet="Feuil1"))]
    assert names == ["Feuil1", "Feuil1 · Fournisseur", "Feuil1 · Serveur"]


@pytest.mark.parametrize(
    "text",
    [
        "Application;Criticité;;Fournisseur;Pays\nERP;haute;;Odoo SA;Belgique\nCRM;;;Odoo SA;",
        "Application;Criticité;;Remarque;Avis\nERP;haute;;vieux;\nCRM;moyenne;;;",
        "Application;;Fournisseur;;Pays\nERP;;Odoo SA;;Belgique\nCRM;;Odoo SA;;Belgique",
    ],
)
def test_an_empty_column_alone_only_makes_room(text: str) -> None:
    assert len(list(parts(table(text)))) == 1
    assert "erp" in " ".join(propose([table(text)]).apply(Landscape()).assets)


def test_columns_that_are_hidden_stay_so() -> None:
    whole = replace(table(FRENCH, sheet="S"), hidden_columns=frozenset({4}))
    proposal = propose([whole], catalogue=False)
    assert [sheet.ignored for sheet in proposal.sheets] == [(), ("Pays",), ()]


def test_a_row_is_numbered_as_the_sheet_numbers_it() -> None:
    text = "Application;Criticité;;Fournisseur;Pays\nERP;haute;;Odoo;BE\n"
    text += "CRM;basse;;Alpha;Nulle part\n;;;Beta;BE"
    proposal = propose([table(text, sheet="S")], catalogue=False)
    assert [(found.sheet, found.row) for found in proposal.problems] == [("S · Fournisseur", 3)]


_THINGS = st.lists(st.sampled_from(["ERP", "CRM", "Paie", "Wiki"]), min_size=1, unique=True)


@given(_THINGS, st.lists(st.sampled_from(["Odoo", "Alpha", "Beta"]), min_size=1, unique=True))
def test_beside_each_other_lists_say_what_each_says_alone(
    things: list[str], suppliers: list[str]
) -> None:
    left = [["Nom", "Criticité"], *([name, "haute"] for name in things)]
    right = [["Nom", "Pays"], *([name, "BE"] for name in suppliers)]
    empty = [None, None]
    rows = [[*one, None, *other] for one, other in zip_longest(left, right, fillvalue=empty)]
    together = propose([Table(file="f.csv", sheet="fournisseurs", rows=rows)], catalogue=False)
    alone = propose(
        [
            Table(file="f.csv", sheet="fournisseurs", rows=left),
            Table(file="f.csv", sheet="fournisseurs · Nom", rows=right),
        ],
        catalogue=False,
    )
    assert together.apply(Landscape()).assets == alone.apply(Landscape()).assets
    assert arrows(together.apply(Landscape())) == arrows(alone.apply(Landscape()))
