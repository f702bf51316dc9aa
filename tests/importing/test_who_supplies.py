"""Who of those that a list names is a supplier, and of what."""

import pytest

from smala_lockin.domain.kinds import Role
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.sorts import Skip
from tests.importing.lists import arrows, imported, table


def test_nobody_is_chosen_yet_and_nobody_resells() -> None:
    made = imported(
        """
        Logiciel;Éditeur;Revendeur
        TeamViewer;TeamViewer;direct
        Portail;à choisir;-
        """,
        catalogue=False,
    )
    assert [dependency.role for dependency in made.dependencies.values()] == [Role.PROVIDED_BY]


def test_what_a_pivot_calls_blank_is_nobody() -> None:
    made = imported("Vendor Name,Spend\nFigma,10\n(Blank),3", catalogue=False)
    assert {asset.name for asset in made.assets.values()} == {"Figma"}


def test_a_list_of_customers_names_no_supplier() -> None:
    proposal = propose(
        [
            table(
                "N° client;Raison sociale;Commercial\nC1;SNCB;Paul\nC2;Delhaize;Anne", "Clients.csv"
            )
        ]
    )
    assert proposal.sheets[0].skipped is Skip.CUSTOMERS
    assert not proposal.added


@pytest.mark.parametrize(
    "text",
    [
        "Nom;N° TVA;Rang fournisseur;Rang client\n"
        "Proximus;BE0202239951;14;0\nLejeune;BE0456789012;0;2",
        "Nom;N° TVA;Type\nProximus;BE0202239951;Fournisseur\nLejeune;BE0456789012;Client",
    ],
)
def test_customers_among_suppliers_are_left_out_and_told(text: str) -> None:
    proposal = propose([table(text, "Contacts.csv")], catalogue=False)
    assert [one.name for one in proposal.added] == ["Proximus"]
    assert [left.why for left in proposal.sheets[0].rows_left_out] == [Why.CUSTOMER]


def test_what_bears_the_name_of_the_supplier_of_its_row_is_provided_by_it() -> None:
    made = imported(
        """
        Nom du traitement;Sous-traitant;Application utilisée
        Dossiers;VetSoft SA;VetSoft Cloud
        Expédition;DHL;MES
        """,
        catalogue=False,
    )
    assert "vetsoft-cloud provided_by vetsoft-sa" in arrows(made)
    assert "mes provided_by dhl" not in arrows(made)
