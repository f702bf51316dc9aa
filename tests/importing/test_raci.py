"""Matrices and lists of who does what, in the letters R, A, C and I."""

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.raci import roles_in
from tests.importing.lists import arrows, imported, one, table

MATRICES = {
    "French": "Activité;Direction;DSI;Comptable\nFacturation;A;C;R\nPaie;A;I;R\nSauvegarde;I;R/A;",
    "English": "Activity;Board;CIO;Accountant\nFacturation;A;C;R\nPaie;A;I;R\nSauvegarde;I;A, R;",
    "Dutch": "Activiteit;Directie;IT;Boekhouder\nFacturation;A;C;R\nPaie;A;I;R\nSauvegarde;I;RA;",
    "German": "Aufgabe;Leitung;IT;Buchhalter\nFacturation;A;C;R\nPaie;A;I;R\nSauvegarde;I;A/R;",
    "RASCI": "Tâche;Direction;DSI;Comptable\nFacturation;A;S;R\nPaie;A;I;R\nSauvegarde;I;R+A;",
    "turned": "Rôle;Facturation;Paie;Sauvegarde\nDirection;A;A;I\nDSI;C;I;R/A\nComptable;R;R;",
}


@pytest.mark.parametrize("sort", MATRICES)
def test_who_answers_is_in_charge_and_who_does_it_is_offered_as_needed(sort: str) -> None:
    proposal = propose([table(MATRICES[sort])], catalogue=False)
    made = proposal.apply(Landscape())
    assert {found.name for found in made.assets.values()} == {"Facturation", "Paie", "Sauvegarde"}
    assert {found.kind for found in made.assets.values()} == {AssetKind.PROCESS}
    board, doer = one(made, "Facturation").owner, one(made, "Sauvegarde").owner
    assert board != doer
    assert one(made, "Paie").owner == board
    assert [missing.name for missing in proposal.missing][1] == doer
    assert not proposal.problems
    told = {note.kind: note.detail for note in proposal.notes}
    assert told[NoteKind.ONLY_TOLD] == "3"


@pytest.mark.parametrize("sort", MATRICES)
def test_those_who_do_it_are_people_where_somebody_wants_them(sort: str) -> None:
    made = imported(MATRICES[sort], create_missing=True, catalogue=False)
    people = {found.name for found in made.assets.values() if found.kind is AssetKind.PEOPLE}
    assert len(people) == 2
    assert len(made.dependencies) == 3


def test_applications_have_people_in_charge_too() -> None:
    text = "Application;DSI;DAF;Prestataire\nERP;A;R;C\nCRM;A;I;R\nWiki;R;;"
    made = imported(text, catalogue=False)
    assert [one(made, name).owner for name in ("ERP", "CRM", "Wiki")] == ["DSI", "DSI", "DSI"]
    assert one(made, "ERP").custom == {"RACI": "R: DAF; A: DSI"}


LISTED = {
    "letters": "Activité;R;A;C;I\n"
    "Facturation;Comptable;Direction;DSI;\nSauvegarde;DSI, Alpha;DSI;;",
    "English": "Task;Responsible;Accountable;Consulted;Informed\n"
    "Facturation;Comptable;Direction;DSI;\nSauvegarde;DSI, Alpha;DSI;;",
    "Dutch": "Taak;Uitvoerder;Eindverantwoordelijke;Geraadpleegd;Geïnformeerd\n"
    "Facturation;Comptable;Direction;DSI;\nSauvegarde;DSI, Alpha;DSI;;",
    "German": "Aufgabe;Durchführungsverantwortlich;Rechenschaftspflichtig;Konsultiert;Informiert\n"
    "Facturation;Comptable;Direction;DSI;\nSauvegarde;DSI, Alpha;DSI;;",
}


@pytest.mark.parametrize("sort", LISTED)
def test_a_list_names_them_in_its_cells(sort: str) -> None:
    proposal = propose([table(LISTED[sort])], catalogue=False)
    made = proposal.apply(Landscape())
    assert one(made, "Facturation").owner == "Direction"
    assert [missing.name for missing in proposal.missing] == ["Comptable", "DSI", "Alpha"]
    assert set(made.assets) == {"facturation", "sauvegarde"}


def test_people_that_a_list_has_are_linked() -> None:
    people = "Name;Type\nDSI;Team\nERP;Software"
    made = imported(people, "Activité;DSI;DAF\nPaie;R;A\nVente;C;R", catalogue=False)
    assert arrows(made) == {"paie uses dsi"}


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("R", "R"),
        ("r/a", "RA"),
        ("R, A", "RA"),
        ("RACI", "RACI"),
        ("A+R", "AR"),
        ("oui", ""),
        ("X", ""),
    ],
)
def test_letters_are_read_alone_and_together(text: str, letters: str) -> None:
    assert roles_in(text) == frozenset(letters)


def test_marks_of_a_scale_are_no_parts_that_people_have() -> None:
    text = "Application;Criticité;Maturité\nERP;A;B\nCRM;C;A\nWiki;B;C"
    assert one(imported(text, catalogue=False), "ERP").criticality == 5
