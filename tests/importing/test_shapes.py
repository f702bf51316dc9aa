"""Lists of unusual shapes: on their side, matrices of crosses, one row for each installation."""

from collections import Counter
from dataclasses import replace

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.headings.plain_services import is_plain_service
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.repair import to_repair
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.tables.turning import lies_on_its_side
from smala_lockin.importing.understanding.sheets import SheetChoice
from smala_lockin.importing.understanding.sorts import RowSort
from tests.importing.lists import arrows, imported, one, table

_ON_ITS_SIDE = """
    Nom de l'application;Odoo;Microsoft 365;Isabel 6
    Fournisseur;Odoo SA;Microsoft;Isabel NV
    Hébergement;Cloud;Cloud;Belgique
    Coût annuel;9.600 €;cher;600 €
    Criticité;haute;haute;moyenne
"""


def test_a_list_on_its_side_is_turned_round() -> None:
    made = imported(_ON_ITS_SIDE, catalogue=False)
    odoo = one(made, "Odoo")
    assert (odoo.annual_cost, odoo.criticality) == (9600.0, 4)
    assert "odoo provided_by odoo-sa" in arrows(made)
    assert Counter(one.kind for one in made.assets.values())[AssetKind.SUPPLIER] == 3


def test_rows_of_a_list_on_its_side_count_its_columns() -> None:
    proposal = propose([table(_ON_ITS_SIDE)], catalogue=False)
    (problem,) = proposal.problems
    assert (problem.row, problem.column, problem.value) == (3, "Coût annuel", "cher")
    assert NoteKind.ON_ITS_SIDE in {one.kind for one in proposal.notes}
    (sheet,) = to_repair([table(_ON_ITS_SIDE)], proposal)
    assert list(sheet.rows[1][:3]) == ["Microsoft 365", "Microsoft", "Cloud"]


@pytest.mark.parametrize(
    ("text", "lies"),
    [
        ("Nom;Fournisseur;Coût\nOdoo;Odoo SA;5\nExact;Exact;6", False),
        ("Société;Lambert SRL\nResponsable;Marc\nDate;12/12/2025\nVersion;2", False),
        ("Application;Odoo\nFournisseur;Odoo SA\nCriticité;haute\nHébergement;Cloud", True),
        (";Application;Odoo;SAP\nQui;Fournisseur;A;B\n;Responsable;A;B\n;Coût annuel;5;6", True),
    ],
)
def test_labels_down_a_column_make_a_list_on_its_side(text: str, lies: bool) -> None:
    assert lies_on_its_side(table(text)) is lies


def test_somebody_may_say_that_a_list_stands_upright_or_not() -> None:
    sides = table(_ON_ITS_SIDE)
    upright = propose(
        [sides], catalogue=False, choices={(sides.file, None): SheetChoice(is_turned=False)}
    )
    assert {one.is_turned for one in upright.sheets} == {False}
    turned = propose([sides], catalogue=False, choices={(sides.file, None): SheetChoice(sort=None)})
    assert {one.is_turned for one in turned.sheets} == {True}


def test_what_was_chosen_for_a_list_on_its_side_is_remembered() -> None:
    sides = table(_ON_ITS_SIDE)
    choice = SheetChoice(is_turned=True, ignored=frozenset({"Hébergement"}))
    first = propose([sides], catalogue=False, choices={(sides.file, None): choice})
    made = first.apply(Landscape())
    again = propose([replace(sides, file="copie.csv")], made, catalogue=False)
    assert [one.ignored for one in again.sheets] == [("Hébergement",)]
    assert again.is_empty


def test_departments_that_are_crossed_need_the_application_of_the_row() -> None:
    made = imported(
        """
        Application;Éditeur;Comptabilité;Ventes;Direction
        Odoo;Odoo SA;X;x;
        Isabel 6;Isabel;✓;;oui
        """,
        catalogue=False,
    )
    assert {one for one in arrows(made) if " uses " in one} == {
        "comptabilite uses odoo",
        "ventes uses odoo",
        "comptabilite uses isabel-6",
        "direction uses isabel-6",
    }
    assert one(made, "Direction").kind is AssetKind.PROCESS


def test_rows_of_departments_need_the_applications_that_are_crossed() -> None:
    made = imported(
        """
        Service;Odoo;Salesforce;SolidWorks
        Comptabilité;X;;
        Ventes;X;X;
        Production;;;X
        """,
        catalogue=False,
    )
    kinds = Counter(one.kind for one in made.assets.values())
    assert kinds == {AssetKind.PROCESS: 3, AssetKind.APPLICATION: 3}
    assert "ventes uses salesforce" in arrows(made)
    assert len(made.dependencies) == 4


def test_a_matrix_of_applications_says_which_uses_which() -> None:
    made = imported(
        """
        Application;Odoo;Magento;SAP
        Odoo;;x;
        Magento;x;;x
        SAP;;;
        """,
        catalogue=False,
    )
    assert arrows(made) == {
        "odoo uses magento",
        "magento uses odoo",
        "magento uses sap",
    }


def test_crosses_below_headers_that_are_no_departments_stay_notes() -> None:
    text = "Application;SSO;MFA;Mobile\nOdoo;x;;x\nSAP;;x;"
    made = imported(text, catalogue=False)
    assert not made.dependencies
    assert one(made, "Odoo").custom == {"SSO": "x", "Mobile": "x"}


_INSTALLED = """
    Poste;Utilisateur;Logiciel;Version;Éditeur
    PC-01;Jean Dupont;Microsoft 365;16;Microsoft
    PC-01;Jean Dupont;Chrome;120;Google
    PC-02;Marie Leroy;Microsoft 365;16;Microsoft
    PC-02;Marie Leroy;Chrome;119;Google
    PC-03;Paul Simon;SketchUp;2023;Trimble
    PC-03;Paul Simon;Chrome;119;Google
"""


def test_installations_are_added_up_by_program() -> None:
    proposal = propose([table(_INSTALLED)], catalogue=False)
    made = proposal.apply(Landscape())
    assert proposal.sheets[0].sort is RowSort.INSTALLATION
    assert (proposal.sheets[0].rows_used, proposal.duplicates_merged) == (6, 0)
    assert {one.name: one.units for one in made.assets.values() if one.units} == {
        "Microsoft 365": 2,
        "Chrome": 3,
        "SketchUp": 1,
    }
    assert one(made, "Chrome").custom["Version"] == "120\n119"
    assert "PC-01" not in str(made.assets)
    assert propose([table(_INSTALLED)], made, catalogue=False).is_empty


def test_a_list_of_applications_on_servers_counts_nothing() -> None:
    text = "Application;Machine\nOdoo;SRV1\nSAP;SRV1\nMagento;SRV2\nGitLab;SRV2\nWiki;SRV2"
    assert propose([table(text)], catalogue=False).sheets[0].sort is RowSort.ASSET


def test_services_without_technology_become_what_their_supplier_does() -> None:
    proposal = propose(
        [
            table(
                """
                Fournisseur;Service;Catégorie;Coût annuel
                ISS;Nettoyage;Facility;6000
                Cofinimmo;Loyer bureaux;Immobilier;48000
                Odoo;ERP Odoo;IT;9600
                ;Nettoyage des vitres;Facility;100
                """
            )
        ],
        catalogue=False,
    )
    made = proposal.apply(Landscape())
    kinds = Counter(one.kind for one in made.assets.values())
    assert kinds == {AssetKind.SUPPLIER: 3, AssetKind.APPLICATION: 1}
    assert (one(made, "ISS").description, one(made, "ISS").annual_cost) == ("Nettoyage", 6000)
    assert [one.why for one in proposal.sheets[0].rows_left_out] == [Why.PLAIN_SERVICE]


@pytest.mark.parametrize(
    ("name", "category", "is_plain"),
    [
        ("Nettoyage des bureaux", "", True),
        ("Secrétariat social", "", True),
        ("Assurance RC", "", True),
        ("Schoonmaak kantoren", "", True),
        ("Büromiete", "", True),
        ("Office cleaning", "Facility", True),
        ("Logiciel de nettoyage", "", False),
        ("Camera surveillance", "Facility", False),
        ("Location copieurs", "", False),
        ("Gas Station Pro", "", False),
        ("Odoo", "", False),
        ("Legal Suite", "IT", False),
    ],
)
def test_which_services_run_on_no_technology(name: str, category: str, is_plain: bool) -> None:
    assert is_plain_service(name, category) is is_plain


def test_versions_of_a_program_are_counted_together() -> None:
    text = "Name,Publisher,Version,Installations\nReader,Adobe,24.1,30\nReader,Adobe,24.2,4"
    first = propose([table(text)], catalogue=False)
    made = first.apply(Landscape())
    assert not first.problems
    assert one(made, "Reader").units == 34
    again = propose([table(text)], made, catalogue=False)
    assert not again.problems
    assert again.apply(made) == made


def test_counts_of_two_files_are_not_added_up() -> None:
    text = "Name,Publisher,Version,Installations\nReader,Adobe,24.1,30"
    proposal = propose([table(text, "a.csv"), table(text.replace("30", "7"), "b.csv")])
    assert [asset.units for asset in proposal.added if asset.name == "Reader"] == [30]
    assert len(proposal.problems) == 1
