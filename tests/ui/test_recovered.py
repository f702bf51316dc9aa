"""The offer of recovery copies."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from smala_lockin.app.document import Document
from smala_lockin.app.recovery import Copy, Orphan, orphans
from smala_lockin.ui.dialogs.recovered import RecoveryDialog
from tests.builders import landscape_of

MAP = landscape_of("shop -> db")


class Answers:
    """What was answered, by the stem of the map."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str]] = []

    def note(self, what: str, orphan: Orphan) -> None:
        self.given.append((what, orphan.path.stem if orphan.path else ""))


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def dialog(qtbot: QtBot, answers: Answers, tmp_path: Path) -> RecoveryDialog:
    for name in ("a", "b"):
        copy = Copy.new()
        copy.write(copy.begin(), MAP, tmp_path / f"{name}.smala")
        copy.release()
    one = RecoveryDialog(
        sorted(orphans(), key=lambda orphan: str(orphan.path)),
        None,
        recover=lambda orphan: answers.note("recover", orphan),
        discard=lambda orphan: answers.note("discard", orphan),
        keep=lambda orphan: answers.note("keep", orphan),
    )
    one.open()
    return one


def press(dialog: RecoveryDialog, words: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    next(one for one in buttons if words in one.text() and one.isVisible()).click()


def test_each_map_is_decided_by_itself(dialog: RecoveryDialog, answers: Answers) -> None:
    press(dialog, "Open the copy")
    assert dialog.isVisible()
    press(dialog, "Throw away")
    assert answers.given == [("recover", "a"), ("discard", "b")]
    assert not dialog.isVisible()


def test_what_is_not_decided_is_kept(dialog: RecoveryDialog, answers: Answers) -> None:
    press(dialog, "Throw away")
    press(dialog, "later")
    assert answers.given == [("discard", "a"), ("keep", "b")]


def test_a_copy_of_a_map_never_saved_has_no_file(qtbot: QtBot) -> None:
    copy = Copy.new()
    copy.write(copy.begin(), MAP, None)
    copy.release()
    (orphan,) = orphans()
    document: Document = orphan.document()
    assert document.path is None
    assert not document.is_saved
