"""The whole wizard with the keyboard alone, as somebody who has no mouse goes through it."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smala_lockin.app.document import Document
from smala_lockin.app.import_job import SheetLook
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.ui.wizard.wizard import ImportWizard, Step
from tests.ui.wizard.test_wizard import settled

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier

APPS = """Inventaire;2026;;;
Application;Fournisseur;Dépend de;Coût annuel;Bureau
ERP;Acme;;1200;Finances
CRM;Béta;ERP;compris;Ventes
Paie;Acme;ERP;300;RH
"""
COMPANIES = "Nom|Pays;x|Note\nAcme|BE|a;b\nBéta|FR|c;d\n"


class Typist:
    """Presses keys where the keyboard is, and nothing else."""

    def __init__(self, wizard: ImportWizard, qtbot: QtBot) -> None:
        self.wizard, self._qtbot = wizard, qtbot

    def step(self) -> Step:
        """The step that is shown."""
        return self.wizard.step

    @property
    def here(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        for key in keys:
            popup = QApplication.activePopupWidget()
            QTest.keyClick(popup.windowHandle() if popup else self.here, key, modifiers)
            QApplication.processEvents()
        # A button that is pressed by its letter stays down for a moment, and acts then.
        buttons = self.wizard.findChildren(QAbstractButton)
        self._qtbot.waitUntil(lambda: not any(one.isDown() for one in buttons))
        settled(self.wizard, self._qtbot)

    def alt(self, key: Qt.Key) -> None:
        """Press an underlined letter."""
        self.press(key, modifiers=ALT)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.here, text)
        QApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Press the tabulator key until what is called so has the keyboard."""
        for _press in range(20):
            if self.here.accessibleName() == name:
                return
            self.press(Key.Key_Tab)
        pytest.fail(f"the tabulator key does not come by {name}")

    def down_to(self, title: str) -> None:
        """Press the arrow down until the number of this title is chosen."""
        for _press in range(15):
            if topic(self.wizard).startswith(title):
                return
            self.press(Key.Key_Down)
        pytest.fail(f"the arrow keys do not come by {title}")

    def in_dialog(self, path: Path) -> None:
        """Type the name of a file into the dialog that asks for one."""
        self._qtbot.waitUntil(lambda: isinstance(self.here.window(), QFileDialog))
        self.type(str(path))
        self.press(Key.Key_Return)
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is self.wizard)
        with self._qtbot.waitActive(self.wizard, timeout=5_000):
            self.wizard.activateWindow()  # as a window manager does
        settled(self.wizard, self._qtbot)

    def choose(self, text: str) -> None:
        """Choose a line of the drop-down that has the keyboard."""
        box = self.here
        assert isinstance(box, QComboBox)
        for _press in range(12):
            if box.currentText() == text:
                return
            is_below = box.currentIndex() < box.findText(text)
            self.press(Key.Key_Down if is_below else Key.Key_Up)
        pytest.fail(f"the arrow keys do not come by {text}")


@pytest.fixture
def typist(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Typist]:
    monkeypatch.setenv("HOME", str(tmp_path))
    parent = QWidget()
    qtbot.addWidget(parent)
    wizard = ImportWizard(Document(Landscape(), parent=parent), parent)
    wizard.begin([])
    with qtbot.waitActive(wizard, timeout=5_000):
        wizard.activateWindow()
    yield Typist(wizard, qtbot)
    gone(wizard)


def gone(wizard: ImportWizard) -> None:
    """Close a wizard and take it down at once, with all that Python has seen of it."""
    wizard.close()
    wizard.deleteLater()
    QCoreApplication.sendPostedEvents(wizard, QEvent.Type.DeferredDelete)
    gc.collect()


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode("mac_roman"))
    return path


def test_the_whole_wizard_without_a_mouse(typist: Typist, tmp_path: Path) -> None:
    wizard = typist.wizard
    apps = written(tmp_path, "apps.csv", APPS)
    companies = written(tmp_path, "companies.csv", COMPANIES)
    picture = tmp_path / "photo.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    # Files: choose three, find out that one cannot be read, take that one off.
    for path in (apps, companies, picture):
        typist.alt(Key.Key_A)
        typist.in_dialog(path)
    assert wizard.files_step.files == [apps, companies, picture]
    typist.alt(Key.Key_N)
    assert typist.step() is Step.FILES
    assert picture.name in wizard.files_step.fault
    typist.press(Key.Key_Delete)
    assert wizard.files_step.files == [apps, companies]
    typist.alt(Key.Key_N)
    assert typist.step() is Step.SHEETS

    # Sheets: other letters, another separator, another header row, other rows.
    look = reading(wizard, apps)
    typist.alt(Key.Key_L)
    typist.press(Key.Key_O)
    assert look().form.encoding == "mac_roman"
    typist.tab_to("First rows of the sheet")
    typist.press(Key.Key_Down, Key.Key_Return)
    assert look().header_row == 3
    typist.press(Key.Key_Up, Key.Key_Return)
    assert look().header_row == 2
    assert typist.step() is Step.SHEETS
    typist.alt(Key.Key_O)
    typist.choose("an application, a service or a device")
    typist.tab_to("Sheets")
    typist.press(Key.Key_Down)
    look = reading(wizard, companies)
    typist.alt(Key.Key_P)
    typist.press(Key.Key_V)
    assert look().columns[0].header == "Nom"
    typist.alt(Key.Key_O)
    typist.choose("a supplier")
    assert look().sort is RowSort.SUPPLIER
    typist.tab_to("Sheets")
    typist.press(Key.Key_Space)
    assert look().sort is None
    typist.press(Key.Key_Space)
    assert look().sort is RowSort.SUPPLIER

    # Columns: one means something else.
    typist.alt(Key.Key_N)
    assert typist.step() is Step.COLUMNS
    typist.press(*[Key.Key_Down] * 4, Key.Key_Return)
    typist.press(Key.Key_P, Key.Key_E, Key.Key_R, Key.Key_Return)
    meanings = {one.header: one.meaning for one in reading(wizard, apps)().columns}
    assert meanings["Bureau"] is Meaning.OWNER
    typist.press(Key.Key_Return, modifiers=CTRL)
    assert typist.step() is Step.PREVIEW

    # Preview: save what is wrong, then put it right.
    typist.down_to("Problems")
    repair = tmp_path / "repair.xlsx"
    typist.alt(Key.Key_P)
    typist.in_dialog(repair)
    settled(wizard, typist._qtbot)
    assert [str(cell) for cell in read_tables(repair)[0].rows[1]][:2] == ["CRM", "Béta"]
    typist.tab_to("Lines behind the number")
    typist.press(Key.Key_Return)
    assert typist.step() is Step.PREVIEW
    typist.type("950")
    typist.press(Key.Key_Return)
    assert wizard.proposal is not None
    assert not wizard.proposal.problems
    assert wizard._document.history.count() == 0

    typist.alt(Key.Key_I)
    found = {one.name: one for one in wizard._document.landscape.assets.values()}
    assert told(found["CRM"]) == ("Ventes", 950.0)
    assert told(found["ERP"]) == ("Finances", 1200.0)
    assert {found[name].kind for name in ("Acme", "Béta")} == {AssetKind.SUPPLIER}
    assert found["Béta"].country == "FR"
    assert wizard._document.history.count() == 1


def reading(wizard: ImportWizard, path: Path) -> Callable[[], SheetLook]:
    return lambda: wizard.understood.looks[path.name, None]


def told(one: Asset) -> tuple[object, object]:
    return one.owner, one.annual_cost


def topic(wizard: ImportWizard) -> str:
    item = wizard.preview_step._list.currentItem()
    return item.text() if item is not None else ""


def test_enter_in_a_table_is_for_its_line(typist: Typist, tmp_path: Path) -> None:
    wizard = typist.wizard
    typist.alt(Key.Key_A)
    typist.in_dialog(written(tmp_path, "apps.csv", APPS))
    typist.press(Key.Key_Return, modifiers=CTRL)
    while typist.step() is not Step.PREVIEW:
        typist.press(Key.Key_Return, modifiers=CTRL)
    for _topic in wizard.preview_step.topics:
        typist.tab_to("Lines behind the number")
        typist.press(Key.Key_Return)
        if not isinstance(typist.here, QTableView):  # a cell is being typed over
            typist.press(Key.Key_Escape)
        assert isinstance(typist.here, QTableView)
        assert typist.step() is Step.PREVIEW
        assert wizard._document.history.count() == 0
        typist.tab_to("What importing would do")
        typist.press(Key.Key_Down)


def test_escape_leaves_without_a_change(typist: Typist, tmp_path: Path) -> None:
    typist.alt(Key.Key_A)
    typist.in_dialog(written(tmp_path, "apps.csv", APPS))
    typist.press(Key.Key_Return, modifiers=CTRL)
    typist.press(Key.Key_Escape)
    assert not typist.wizard.isVisible()
    assert typist.wizard._document.landscape == Landscape()


def test_escape_stops_what_is_worked_out_before_it_leaves(typist: Typist, tmp_path: Path) -> None:
    wizard = typist.wizard
    typist.alt(Key.Key_A)
    typist.in_dialog(written(tmp_path, "apps.csv", APPS))
    for before, after in ((Step.FILES, Step.SHEETS), (Step.COLUMNS, Step.PREVIEW)):
        while typist.step() is not before:
            typist.press(Key.Key_Return, modifiers=CTRL)
        QTest.keyClick(typist.here, Key.Key_Return, CTRL)
        assert wizard._work.is_stoppable
        assert wizard._cancel.text() == "&Stop"
        typist.press(Key.Key_Escape)
        assert wizard.isVisible()
        assert typist.step() is before
        typist.press(Key.Key_Return, modifiers=CTRL)
        assert typist.step() is after
    assert wizard._document.landscape == Landscape()
    typist.press(Key.Key_Escape)
    assert not wizard.isVisible()
    assert wizard._document.landscape == Landscape()
