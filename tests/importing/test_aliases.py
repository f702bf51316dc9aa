"""Former and other names of the same thing make one asset, not two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from smala_lockin.importing.rows.aliases import aliases_of
from smala_lockin.importing.understanding.sheets import understand
from tests.importing.lists import arrows, imported, one, table

RENAMED = {
    "French": "Application;Ancien nom;Fournisseur\nOdoo;Sage 100;Odoo SA",
    "English": "Application;Former name;Vendor\nOdoo;Sage 100;Odoo SA",
    "Dutch": "Toepassing;Vroegere naam;Leverancier\nOdoo;Sage 100;Odoo SA",
    "German": "Anwendung;Alter Name;Anbieter\nOdoo;Sage 100;Odoo SA",
    "Replaced": "Application;Remplace;Fournisseur\nOdoo;Sage 100;Odoo SA",
    "Replaces": "Application;Replaces;Vendor\nOdoo;Sage 100;Odoo SA",
    "Vervangt": "Toepassing;Vervangt;Leverancier\nOdoo;Sage 100;Odoo SA",
    "Ersetzt": "Anwendung;Ersetzt;Anbieter\nOdoo;Sage 100;Odoo SA",
    "old and new": "Ancien nom;Nouveau nom;Fournisseur\nSage 100;Odoo;Odoo SA",
    "migration": "Ancienne application;Nouvelle application;Fournisseur\nSage 100;Odoo;Odoo SA",
}
NEEDS = "Activité;Applications utilisées\nFacturation;Sage 100\nStock;Odoo"


@pytest.mark.parametrize("said", RENAMED)
def test_what_other_files_call_by_its_former_name_is_the_same(said: str) -> None:
    for files in ((RENAMED[said], NEEDS), (NEEDS, RENAMED[said])):
        made = imported(*files, catalogue=False)
        assert arrows(made) == {
            "odoo provided_by odoo-sa",
            "facturation uses odoo",
            "stock uses odoo",
        }
    assert "Sage 100" in one(made, "Odoo").custom.values()


def test_a_row_under_the_former_name_is_joined_and_told() -> None:
    text = "Application;Ancien nom;Coût annuel\nSage 100;;1200\nOdoo;Sage 100;\nCRM;;50"
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert set(made.assets) == {"odoo", "crm"}
    assert one(made, "Odoo").annual_cost == 1200
    assert [(row.row, row.into) for row in proposal.sheets[0].rows_merged] == [(3, 2)]


def test_what_has_been_replaced_and_has_a_row_of_its_own_stays_an_asset() -> None:
    text = "Application;Remplace;Fournisseur\nOdoo;Sage 100;Odoo SA\nSage 100;;Sage"
    made = imported(text, catalogue=False)
    assert arrows(made) == {"odoo provided_by odoo-sa", "sage-100 provided_by sage"}
    assert one(made, "Odoo").custom == {"Remplace": "Sage 100"}


@pytest.mark.parametrize(
    "header", ["Successeur", "Remplacé par", "Successor", "Vervangen door", "Nachfolger"]
)
def test_a_successor_could_replace_it_and_is_no_asset(header: str) -> None:
    made = imported(f"Application;Fournisseur;{header}\nSage 100;Sage;Odoo", catalogue=False)
    assert one(made, "Sage 100").substitutes == ("Odoo",)
    assert set(made.assets) == {"sage-100", "sage"}


def test_an_asset_of_the_map_takes_the_new_name_unless_somebody_gave_it_another() -> None:
    before = imported("Application;Fournisseur\nSage 100;Sage", catalogue=False)
    after = imported(RENAMED["French"], into=before, catalogue=False)
    assert {found.name for found in after.assets.values()} == {"Odoo", "Sage", "Odoo SA"}
    assert one(after, "Odoo").id == "sage-100"
    assert propose([table(RENAMED["French"], "liste0.csv")], after, catalogue=False).is_empty


def test_two_assets_of_the_map_are_not_joined_by_a_file() -> None:
    before = imported("Application\nSage 100\nOdoo", catalogue=False)
    after = imported(RENAMED["French"], into=before, catalogue=False)
    assert {"sage-100", "odoo"} <= set(after.assets)


def test_a_former_name_of_two_things_says_nothing() -> None:
    text = "Application;Ancien nom\nOdoo;Sage\nWinbooks;Sage"
    proposal = propose([table(text), table(NEEDS, "b.csv")], catalogue=False)
    assert set(proposal.apply(Landscape()).assets) >= {"odoo", "winbooks"}
    assert aliases_of([understand(table(text))]) == {}


def test_suppliers_and_short_names_are_known_too() -> None:
    text = "Fournisseur;Sigle;Pays\nSociété nationale des chemins de fer;SNCB;BE"
    made = imported(text, "Application;Fournisseur\nHoraires;SNCB", catalogue=False)
    assert len(made.assets) == 2
    assert len(made.dependencies) == 1


@pytest.mark.parametrize("cells", [("oui", "non"), ("12/01/2024", "13/01/2025"), ("N/A", "-")])
def test_answers_and_days_are_no_names(cells: tuple[str, str]) -> None:
    text = f"Application;Remplace\nOdoo;{cells[0]}\nCRM;{cells[1]}"
    assert aliases_of([understand(table(text))]) == {}


_NAMES = st.sampled_from(["Aa", "Bb", "Cc", "Dd", ""])


@given(st.lists(st.tuples(_NAMES, _NAMES), min_size=2, max_size=6))
def test_whatever_is_renamed_every_row_is_accounted_for(rows: list[tuple[str, str]]) -> None:
    lines = [f"{name};{alias};x{place}" for place, (name, alias) in enumerate(rows)]
    proposal = propose([table("Application;Ancien nom;Note\n" + "\n".join(lines))], catalogue=False)
    (sheet,) = proposal.sheets
    if sheet.sort is None:
        return
    told = set(sheet.used) | {problem.row for problem in proposal.problems}
    told |= {row.row for row in sheet.rows_left_out} | {row.row for row in sheet.rows_merged}
    assert told >= set(range(2, len(rows) + 2))
    again = propose(
        [table("Application;Ancien nom;Note\n" + "\n".join(lines))],
        proposal.apply(Landscape()),
        catalogue=False,
    )
    assert not again.added
