"""The question which activities the imported items serve."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smala_lockin.app.document import Document
from smala_lockin.domain import edits
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Table
from smala_lockin.importing.propose import propose
from smala_lockin.knowledge.activities import activities
from smala_lockin.ui.dialogs.activities import ActivitiesDialog
from smala_lockin.ui.importing import ask_activities
from smala_lockin.ui.main_window import MainWindow
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow

ROWS = [["Application", "Processus"], ["ERP", ""], ["CRM", ""]]
TODAY = date(2026, 11, 23)
FIRST, SECOND = activities()[:2]


def asked(window: MainWindow, rows: list[list[str]]) -> list[ActivitiesDialog]:
    """Import a table into the window's map; return the question that follows, if any."""
    document: Document = window.document
    proposal = propose([Table(file="a.csv", sheet=None, rows=rows)], document.landscape)
    document.edit("Import", proposal.apply)
    ask_activities(document, proposal, window)
    return window.findChildren(ActivitiesDialog)


def test_ticked_activities_become_processes_in_one_step(
    window_on: MakeWindow, qtbot: QtBot
) -> None:
    window = window_on(landscape_of())
    (dialog,) = asked(window, ROWS)
    dialog.choose(FIRST)
    dialog.choose(SECOND)
    dialog.uses_model.toggle_column(0)
    ticked = Qt.CheckState.Checked.value
    model = dialog.uses_model
    model.setData(model.index(1, 1), ticked, Qt.ItemDataRole.CheckStateRole)
    dialog.accept()
    landscape = window.document.landscape
    uses = {
        one.name: [landscape.assets[link.target].name for link in landscape.needs[one.id]]
        for one in landscape.assets.values()
        if one.kind is AssetKind.PROCESS
    }
    assert uses == {FIRST.name_en: ["ERP", "CRM"], SECOND.name_en: ["CRM"]}
    window.document.history.undo()
    assert not any(
        one.kind is AssetKind.PROCESS for one in window.document.landscape.assets.values()
    )


def test_activities_of_a_new_map_stand_above_what_they_use(window_on: MakeWindow) -> None:
    window = window_on(landscape_of())
    (dialog,) = asked(window, ROWS)
    dialog.choose(FIRST)
    dialog.uses_model.toggle_column(0)
    dialog.accept()
    landscape = window.document.landscape
    for link in landscape.dependencies.values():
        assert landscape.positions[link.source][1] < landscape.positions[link.target][1]
    assert window.document.history.count() == 2


def test_cards_of_a_map_that_held_something_stay_where_they_are(window_on: MakeWindow) -> None:
    window = window_on(
        edits.move(
            landscape_of(assets=[asset("box", "application")]), {AssetId("box"): (500.0, 700.0)}
        )
    )
    (dialog,) = asked(window, ROWS)
    dialog.choose(FIRST)
    dialog.uses_model.toggle_column(0)
    dialog.accept()
    assert window.document.landscape.positions[AssetId("box")] == (500.0, 700.0)


def test_ticks_of_an_activity_taken_back_do_not_count(window_on: MakeWindow) -> None:
    (dialog,) = asked(window_on(landscape_of()), ROWS)
    dialog.choose(FIRST)
    dialog.uses_model.toggle_column(0)
    dialog.choose(FIRST, is_chosen=False)
    assert dialog.uses() == {}


def test_later_changes_nothing(window_on: MakeWindow) -> None:
    window = window_on(landscape_of())
    (dialog,) = asked(window, ROWS)
    before = window.document.landscape
    dialog.choose(FIRST)
    dialog.reject()
    assert window.document.landscape is before


def test_lists_that_name_activities_ask_nothing(window_on: MakeWindow) -> None:
    rows = [["Application", "Processus"], ["ERP", "Facturation"]]
    assert asked(window_on(landscape_of()), rows) == []


def test_an_activity_of_ones_own_becomes_a_process_whose_criticality_is_unknown(
    window_on: MakeWindow,
) -> None:
    window = window_on(landscape_of())
    (dialog,) = asked(window, ROWS)
    QTest.keyClicks(dialog.own, "  Greffe de  vergers ")
    QTest.keyClick(dialog.own, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.own.text() == ""
    dialog.uses_model.toggle_column(0)
    dialog.accept()
    (process,) = _processes(window.document.landscape)
    assert (process.name, process.criticality) == ("Greffe de vergers", None)
    assert len(window.document.landscape.needs[process.id]) == 2


def test_an_activity_typed_that_is_on_the_list_is_ticked_there(window_on: MakeWindow) -> None:
    (dialog,) = asked(window_on(landscape_of()), ROWS)
    QTest.keyClicks(dialog.own, FIRST.name_en.upper())
    QTest.keyClick(dialog.own, Qt.Key.Key_Return)
    assert set(dialog.uses()) == {FIRST}


def test_the_name_above_a_column_of_ticks_is_whole(window_on: MakeWindow) -> None:
    (dialog,) = asked(window_on(landscape_of()), ROWS)
    longest = max(activities(), key=lambda one: len(one.name_en))
    dialog.choose(longest)
    header = dialog._table.horizontalHeader()
    assert header.sectionSize(0) >= header.sectionSizeFromContents(0).width()


def _processes(landscape: Landscape) -> list[Asset]:
    return [one for one in landscape.assets.values() if one.kind is AssetKind.PROCESS]
