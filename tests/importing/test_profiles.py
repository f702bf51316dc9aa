"""What was chosen for a sheet is remembered by its headers, in the map and in profiles."""

from dataclasses import replace
from pathlib import Path

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.formats.profiles import NoProfile, load_profile, save_profile
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.profiles import choice_of, records_of, signature
from smala_lockin.importing.proposal import Proposal
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


BARE = """
    Bob l'éponge;Alpha SRL;oui;9 600,00
    Patrick;Beta SA;oui;4 200,00
    Carlo;Gamma NV;non;1 200,00
    """
BARE_NEWER = BARE + "    Sandy;Delta SA;non;77,00\n"
BARE_CHOSEN = SheetChoice(
    sort=RowSort.ASSET,
    meanings={"[A]": Meaning.NAME, "[B]": Meaning.SUPPLIER, "[D]": None},
    ignored=frozenset({"[C]"}),
)


def read_bare(landscape: Landscape, text: str, file: str, sheet: str | None = None) -> Proposal:
    return propose([table(text, file, sheet)], landscape, catalogue=False)


def bare_made(choice: SheetChoice = BARE_CHOSEN, text: str = BARE) -> Landscape:
    chosen: Choices = {("outils 2026.csv", None): choice}
    proposal = propose([table(text, "outils 2026.csv")], choices=chosen, catalogue=False)
    return proposal.apply(Landscape())


def test_a_list_without_header_comes_in_again_as_was_chosen_for_it() -> None:
    assert read_bare(bare_made(), BARE, "outils 2026.csv").is_empty


@pytest.mark.parametrize("file", ["outils 2027-01.csv", "Outils (2).csv", "copie de outils.csv"])
def test_a_newer_copy_of_a_list_without_header_is_read_like_the_first(file: str) -> None:
    proposal = read_bare(bare_made(), BARE_NEWER, file)
    assert proposal.sheets[0].ignored == ("[C]",)
    assert NoteKind.REMEMBERED in {note.kind for note in proposal.notes}
    assert one(proposal.apply(bare_made()), "Sandy").custom == {"[D]": "77,00"}


def test_a_column_that_fills_up_later_makes_no_other_list() -> None:
    earlier = "\n".join(line + ";" for line in BARE.strip().splitlines())
    later = "\n".join(line + ";31/12/2026" for line in BARE.strip().splitlines())
    proposal = read_bare(bare_made(text=earlier), later, "outils.csv")
    assert proposal.sheets[0].ignored == ("[C]",)


@pytest.mark.parametrize(
    ("text", "file"),
    [
        pytest.param(BARE, "prestataires.csv", id="another name"),
        pytest.param(BARE.replace(";non", ";7").replace(";oui", ";8"), "outils.csv", id="amounts"),
        pytest.param("Nom;Firme;Oui ?;Prix" + BARE.rstrip(), "outils.csv", id="a header"),
        pytest.param(BARE.replace(";oui", ";oui;x"), "outils.csv", id="one more column"),
    ],
)
def test_another_list_without_header_is_not_taken_for_a_known_one(text: str, file: str) -> None:
    assert not read_bare(bare_made(), text, file).sheets[0].ignored


def test_sheets_without_header_are_known_again_by_their_own_names() -> None:
    chosen: Choices = {("parc.xlsx", "Logiciels 2026"): BARE_CHOSEN}
    first = propose([table(BARE, "parc.xlsx", "Logiciels 2026")], choices=chosen, catalogue=False)
    proposal = read_bare(first.apply(Landscape()), BARE_NEWER, "autre.xlsx", "Logiciels 2027")
    assert proposal.sheets[0].ignored == ("[C]",)


def test_that_there_is_no_header_is_remembered_where_one_would_be_seen() -> None:
    text = "Application;Alpha SRL;x\nCRM;Beta SA;y\nPaie;Gamma NV;z"
    first = bare_made(replace(BARE_CHOSEN, header_row=0), text)
    proposal = read_bare(first, text + "\nStock;Delta SA;w", "outils.csv")
    assert proposal.sheets[0].used == {1, 2, 3, 4}
    assert one(proposal.apply(first), "Application")


def test_a_list_without_header_that_was_left_out_stays_out() -> None:
    first = propose(
        [table(BARE), table("Application;Fournisseur\nERP;Alpha", "autre.csv")],
        choices={("liste.csv", None): SheetChoice(is_used=False)},
        catalogue=False,
    ).apply(Landscape())
    assert read_bare(first, BARE, "liste.csv").sheets[0].skipped is Skip.CHOSEN


def test_a_profile_reads_a_list_without_header_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "profil.json"
    chosen: Choices = {("liste.csv", None): BARE_CHOSEN}
    proposal = propose([table(BARE)], choices=chosen, catalogue=False)
    save_profile(records_of(proposal.sheets, chosen), path)
    read = propose([table(BARE_NEWER, "export.csv")], profile=load_profile(path), catalogue=False)
    assert read.sheets[0].ignored == ("[C]",)
