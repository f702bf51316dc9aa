"""What was chosen for a sheet is remembered by its headers, in the map and in profiles."""

from pathlib import Path

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.formats.profiles import NoProfile, load_profile, save_profile
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.profiles import choice_of, records_of, signature
from smala_lockin.importing.proposal import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.understanding.sheets import Choices, SheetChoice
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from tests.importing.lists import arrows, one, table

LIST = "Chose;Qui livre ?;Divers\nERP;Alpha;x\nCRM;Beta;y"
NEWER = "Inventaire 2027;;\n\n" + LIST + "\nWeb;Gamma;z"
CHOSEN: Choices = {
    ("liste.csv", None): SheetChoice(
        sort=RowSort.ASSET,
        meanings={"Chose": Meaning.NAME, "Qui livre ?": Meaning.SUPPLIER},
        ignored=frozenset({"Divers"}),
    )
}
SUPPLIED = {"erp provided_by alpha", "crm provided_by beta"}


def made() -> Landscape:
    return propose([table(LIST)], choices=CHOSEN, catalogue=False).apply(Landscape())


def test_a_newer_copy_is_read_as_was_chosen_for_the_first_wherever_its_header_stands() -> None:
    first = made()
    assert arrows(first) == SUPPLIED
    proposal = propose([table(NEWER, "autre.csv")], first, catalogue=False)
    assert arrows(proposal.apply(first)) == {*SUPPLIED, "web provided_by gamma"}
    assert NoteKind.REMEMBERED in {note.kind for note in proposal.notes}
    assert proposal.sheets[0].ignored == ("Divers",)


def test_what_was_chosen_is_kept_in_the_file_of_the_map(tmp_path: Path) -> None:
    path = tmp_path / "carte.smala"
    project.save(made(), path)
    assert propose([table(LIST)], project.load(path), catalogue=False).is_empty


def test_what_somebody_chooses_now_comes_before_what_is_remembered() -> None:
    again: Choices = {("liste.csv", None): SheetChoice(is_used=False)}
    proposal = propose([table(NEWER)], made(), choices=again)
    assert proposal.sheets[0].skipped is Skip.CHOSEN


def test_a_profile_goes_to_a_file_and_back(tmp_path: Path) -> None:
    path = tmp_path / "profil.json"
    proposal = propose([table(LIST)], choices=CHOSEN, catalogue=False)
    save_profile(records_of(proposal.sheets), path)
    read = propose([table(NEWER)], profile=load_profile(path), catalogue=False)
    assert arrows(read.apply(Landscape())) >= SUPPLIED


@pytest.mark.parametrize("text", ["", "[]", "{", '{"format": "other"}', "\x00", '{"sheets": {}}'])
def test_what_is_no_profile_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "profil.json"
    path.write_text(text)
    with pytest.raises(NoProfile):
        load_profile(path)


def test_what_a_later_version_wrote_is_passed_over() -> None:
    record = {"rows": "rocket", "columns": {"A": "name", "B": "moon", "C": None}, "ignored": 7}
    assert choice_of(record) == SheetChoice(meanings={"A": Meaning.NAME, "C": None})


def test_headers_are_alike_whatever_their_case_and_accents() -> None:
    assert signature(["Coût annuel", None, " NOM* "]) == signature(["cout annuel", "Nom"])


def test_nothing_is_remembered_where_nothing_was_chosen() -> None:
    landscape = propose([table("Application;Fournisseur\nERP;Alpha")]).apply(Landscape())
    assert "imports" not in landscape.sections
    assert one(landscape, "ERP")
