"""Who has which licence is counted, and nobody is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.sheets import SheetChoice
from smala_lockin.importing.understanding.sorts import RowSort
from tests.importing.lists import imported, one, table

PORTAL = """
    Nom d'affichage,Nom d'utilisateur principal,Licences,Service
    Marie Dupont,marie@lambert.be,Microsoft 365 Business Premium,Vente
    Jean Martin,jean@lambert.be,Microsoft 365 Business Premium+Power BI Pro,Direction
    Luc Peeters,luc@lambert.be,Sans licence,Atelier
    """


def users(landscape: Landscape) -> dict[str, tuple[int | None, int | None]]:
    return {one.name: (one.users, one.licences_used) for one in landscape.assets.values()}


def test_people_with_several_licences_each_are_counted_for_each_product() -> None:
    proposal = propose([table(PORTAL)], catalogue=False)
    made = proposal.apply(Landscape())
    assert users(made) == {"Microsoft 365 Business Premium": (2, 2), "Power BI Pro": (1, 1)}
    for name in ("Marie", "Dupont", "jean", "Atelier", "Vente"):
        assert name not in str(made)
    assert NoteKind.PEOPLE_COUNTED in {note.kind for note in proposal.notes}
    (sheet,) = proposal.sheets
    assert sheet.used == {2, 3}
    assert [(row.row, row.why, row.text) for row in sheet.rows_left_out] == [
        (4, Why.UNLICENSED, "")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Utilisateur;Produit;Date\nMarie Dupont;Acrobat;1/1/2025\nJean Martin;Acrobat;1/2/2025\n"
        "Jean Martin;AutoCAD;1/3/2025",
        "First name,Last name,Email,Product\nMarie,Dupont,m@x.be,Acrobat\nJean,M,j@x.be,Acrobat\n"
        "Luc,Peeters,l@x.be,AutoCAD",
        "Gebruiker;E-mail;Licentie\nMarie;m@x.be;Acrobat\nJan;j@x.be;Acrobat\nAn;a@x.be;AutoCAD",
        "Email,Name,Acrobat,AutoCAD\nm@x.be,Marie Dupont,x,\nj@x.be,Jean Martin,x,x",
    ],
)
def test_a_row_for_each_person_and_product_or_a_cross_is_counted(text: str) -> None:
    made = propose([table(text)], catalogue=False).apply(Landscape())
    assert users(made) == {"Acrobat": (2, 2), "AutoCAD": (1, 1)}


def test_the_people_listed_beside_a_licence_are_counted() -> None:
    text = """
        Licence;Utilisateurs;Coût annuel
        Acrobat;Marie Dupont, Jean Martin;100
        AutoCAD;Jean Martin;200
        """
    made = propose([table(text)], catalogue=False).apply(Landscape())
    assert {found.name: found.users for found in made.assets.values()} == {
        "Acrobat": 2,
        "AutoCAD": 1,
    }
    assert one(made, "AutoCAD").annual_cost == 200.0
    assert "Martin" not in str(made)


@pytest.mark.parametrize(
    "text",
    [
        "Application;Responsable;Email;Fournisseur\nERP;Luc;l@x.be;Alpha\nCRM;Luc;l@x.be;Beta",
        "Application;Utilisateurs\nERP;Vente, Achats\nCRM;Vente, Direction",
        "Produit;Total;Utilisateur\nAcrobat;10;Marie Dupont\nAcrobat;10;Jean Martin",
        "Application;Nombre d'utilisateurs\nERP;12\nCRM;4",
    ],
)
def test_other_lists_with_people_in_them_are_read_as_before(text: str) -> None:
    proposal = propose([table(text)], catalogue=False)
    assert NoteKind.PEOPLE_COUNTED not in {note.kind for note in proposal.notes}
    assert len(proposal.added) >= 1


def test_a_newer_copy_is_counted_again_whatever_was_chosen_for_it() -> None:
    choice = SheetChoice(sort=RowSort.ASSET, meanings={"Licences": Meaning.NAME})
    first = propose([table(PORTAL)], choices={("liste.csv", None): choice}, catalogue=False)
    made = first.apply(Landscape())
    assert propose([table(PORTAL)], made, catalogue=False).is_empty
    newer = table(PORTAL + "    An Maes,an@lambert.be,Power BI Pro,Vente\n")
    again = propose([newer], made, catalogue=False).apply(made)
    assert users(again)["Power BI Pro"] == (2, 2)


_PEOPLE = st.sampled_from(["m@x.be", "j@x.be", "a@x.be", "l@x.be"])
_PRODUCTS = st.sampled_from(["Acrobat", "AutoCAD", "Photoshop"])


@given(st.sets(st.tuples(_PEOPLE, _PRODUCTS), min_size=2))
def test_counts_are_those_of_the_pairs_and_every_row_is_accounted_for(
    pairs: set[tuple[str, str]],
) -> None:
    lines = [f"{person};{product}" for person, product in sorted(pairs)]
    proposal = propose([table("Email;Assigned products\n" + "\n".join(lines))], catalogue=False)
    if NoteKind.PEOPLE_COUNTED not in {note.kind for note in proposal.notes}:
        return  # each product once, so that nothing shows that it is a list of people
    expected = {
        product: sum(other == product for _person, other in pairs)
        for product in {product for _person, product in pairs}
    }
    assert users(proposal.apply(Landscape())) == {
        name: (count, count) for name, count in expected.items()
    }
    (sheet,) = proposal.sheets
    told = sheet.used | {row.row for row in sheet.rows_left_out}
    assert told == set(range(2, len(lines) + 2))


def test_a_directory_of_users_brings_in_none_of_them() -> None:
    made = imported(
        """
        userPrincipalName,displayName,department,licenses
        jan@acme.be,Jan Peeters,Sales,Microsoft 365 Business Premium
        els@acme.be,Els Claes,Finance,Microsoft 365 Business Premium
        """
    )
    assert "Peeters" not in repr(made)
    assert "Els Claes" not in {asset.name for asset in made.assets.values()}


def test_people_with_licences_are_no_applications() -> None:
    proposal = propose(
        [
            table(
                "Display name,First name,Last name,Licenses,User principal name\n"
                "Anne Petit,Anne,Petit,Business Premium,anne@ex.be\n"
                "Luc Moreau,Luc,Moreau,F3,luc@ex.be"
            )
        ],
        catalogue=False,
    )
    made = proposal.apply(Landscape())
    assert {found.name: found.users for found in made.assets.values()} == {
        "Business Premium": 1,
        "F3": 1,
    }


def test_licences_bought_may_be_headed_by_the_verb_alone() -> None:
    sheet = table("Logiciel;Éditeur;Achetées;Utilisées\nVisio;Microsoft;10;4\nAcrobat;Adobe;25;19")
    made = propose([sheet], catalogue=False).apply(Landscape())
    assert (one(made, "Visio").licences_bought, one(made, "Visio").licences_used) == (10, 4)
