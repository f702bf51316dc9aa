"""Whose country a column "Pays" says in a list of things."""

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.understanding.sheets import SheetChoice
from tests.importing.lists import one, table

HOSTED = """
    Application;Fournisseur;Hébergement;Pays
    Odoo;Odoo SA;Cloud;Belgique
    Microsoft 365;Microsoft;SaaS;Irlande
    Winbooks;Winbooks SA;Sur site;Belgique
    """


def proposed(text: str, **chosen: Meaning) -> Proposal:
    choice = SheetChoice(meanings=dict(chosen))
    return propose([table(text)], choices={("liste.csv", None): choice}, catalogue=False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HOSTED, id="beside the hosting"),
        pytest.param(
            "Application;Type d'hébergement;Pays\nMicrosoft 365;SaaS;Irlande\nERP;Sur site;BE",
            id="no supplier",
        ),
        pytest.param(
            "Toepassing;Leverancier;Hosting;Land\nMicrosoft 365;Microsoft;SaaS;Ierland",
            id="Dutch, where a known company has no head office",
        ),
        pytest.param(
            "Application;Fournisseur;Coût annuel;Pays;Propriétaire;Hébergement\n"
            "Microsoft 365;Alpha;1;Irlande;x;Cloud\nERP;Alpha;1;Belgique;x;Cloud",
            id="one supplier in two countries",
        ),
    ],
)
def test_it_is_that_of_the_hosting_and_said_to_be_so(text: str) -> None:
    proposal = proposed(text)
    made = proposal.apply(Landscape())
    assert one(made, "Microsoft 365").hosting_countries == ("IE",)
    assert all(found.country is None for found in made.assets.values())
    assert NoteKind.HOSTING_COUNTRY in {note.kind for note in proposal.notes}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Application;Fournisseur;Pays;Hébergement\nTeams;Microsoft;États-Unis;SaaS",
            id="beside the supplier",
        ),
        pytest.param(
            "Application,Vendor,Deployment,Country\nOdoo,Odoo SA,Cloud,Belgium\n"
            "Teams,Microsoft,SaaS,United States\nERP,SAP SE,On-premise,Germany",
            id="where known companies have their head offices",
        ),
        pytest.param(
            "Application;Fournisseur;Hébergement;Pays du fournisseur\n"
            "Teams;Microsoft;SaaS;États-Unis",
            id="said to be the supplier's",
        ),
    ],
)
def test_it_is_that_of_the_supplier(text: str) -> None:
    proposal = proposed(text)
    made = proposal.apply(Landscape())
    assert one(made, "Microsoft").country == "US"
    assert not any(found.hosting_countries for found in made.assets.values())
    assert NoteKind.HOSTING_COUNTRY not in {note.kind for note in proposal.notes}


def test_somebody_can_say_that_it_is_that_of_the_supplier() -> None:
    proposal = proposed(HOSTED, Pays=Meaning.COUNTRY)
    assert one(proposal.apply(Landscape()), "Microsoft").country == "IE"
    assert NoteKind.HOSTING_COUNTRY not in {note.kind for note in proposal.notes}


def test_a_country_of_nobody_in_particular_is_kept_as_a_note() -> None:
    made = proposed("Application;Pays\nOdoo;Belgique\nSlack;Irlande").apply(Landscape())
    assert one(made, "Slack").custom == {"Pays": "Irlande"}


def test_a_country_beside_no_supplier_is_kept_as_a_note_in_that_row_alone() -> None:
    text = "Application;Fournisseur;Pays\nOdoo;Odoo SA;Belgique\nExcel;;Irlande"
    made = proposed(text).apply(Landscape())
    assert one(made, "Excel").custom == {"Pays": "Irlande"}
    assert one(made, "Odoo SA").country == "BE"
    assert one(made, "Odoo").custom == {}
