"""Recovery copies: there while something is unsaved, gone after, offered when orphaned."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smala_lockin.app import recovery
from smala_lockin.app.document import Document
from smala_lockin.app.recovery import Copy, Recovery, orphans
from smala_lockin.domain import edits
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.project_errors import NotAMap
from tests.builders import asset, landscape_of


def with_crm(landscape: Landscape) -> Landscape:
    return edits.put_assets(landscape, [asset("crm")])


def kept(document: Document, qtbot: QtBot) -> Recovery:
    """Return the recovery of a document with an unsaved edit, its copy written."""
    one = Recovery(document, delay_ms=1)
    document.setParent(one)
    document.edit("Add", with_crm)
    qtbot.waitUntil(one.file.exists)
    return one


def abandoned(document: Document, qtbot: QtBot) -> None:
    """Leave a copy behind as a program does that dies: its lock is free, its file there."""
    one = kept(document, qtbot)
    one._copy.release()


def test_the_clock_leaves_room_for_the_writing() -> None:
    assert 1000 <= recovery.DELAY_MS < 5000


def test_a_copy_left_behind_is_offered_with_its_edits(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.smala"
    abandoned(Document(landscape_of("shop -> db"), path), qtbot)
    (one,) = orphans()
    again = one.document()
    assert again.landscape == with_crm(landscape_of("shop -> db"))
    assert again.path == path.resolve()
    assert not again.is_saved


def test_a_copy_somebody_has_is_offered_to_nobody_else(qtbot: QtBot) -> None:
    held = kept(Document(landscape_of("shop -> db")), qtbot)
    assert orphans() == []
    assert held.file.exists()


def test_an_orphan_is_offered_once(qtbot: QtBot) -> None:
    abandoned(Document(landscape_of("shop -> db")), qtbot)
    first = orphans()
    assert len(first) == 1
    assert orphans() == []


@pytest.mark.parametrize("leave", [Recovery.forget, Recovery.close])
def test_nothing_is_left_of_what_is_saved_or_given_up(leave: object, qtbot: QtBot) -> None:
    assert callable(leave)
    one = kept(Document(landscape_of("shop -> db")), qtbot)
    leave(one)
    assert not one.file.exists()


def test_nothing_is_left_after_undoing_to_what_the_file_holds(qtbot: QtBot) -> None:
    document = Document(landscape_of("shop -> db"))
    one = kept(document, qtbot)
    document.history.undo()
    assert not one.file.exists()


def test_a_writing_overtaken_by_the_removal_leaves_nothing() -> None:
    copy = Copy.new()
    number = copy.begin()
    copy.remove()
    copy.write(number, landscape_of("shop -> db"), None)
    assert not copy.file.exists()


def test_taken_over_it_is_removed_by_saving(qtbot: QtBot) -> None:
    abandoned(Document(landscape_of("shop -> db")), qtbot)
    (orphan,) = orphans()
    one = Recovery(orphan.document(), copy=orphan.copy)
    assert one.file.exists()
    one.forget()
    assert not one.file.exists()


def test_a_damaged_copy_is_told_and_kept(qtbot: QtBot) -> None:
    abandoned(Document(landscape_of("shop -> db")), qtbot)
    (orphan,) = orphans()
    head = orphan.copy.file.read_bytes().partition(b"\n")[0]
    orphan.copy.file.write_bytes(head + b"\n{")
    with pytest.raises(NotAMap):
        orphan.landscape()
    assert orphan.copy.file.exists()


def test_what_is_no_copy_is_left_alone() -> None:
    folder = Copy.new().file.parent
    folder.mkdir(parents=True)
    (folder / "x.recovery").write_bytes(b"\xff\x00 not ours")
    assert orphans() == []
    assert (folder / "x.recovery").exists()


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("SMALA_LOCKIN_HOME", str(tmp_path / "file" / "home"))
    copy = Copy.new()
    copy.write(copy.begin(), landscape_of("shop -> db"), None)
    assert orphans() == []
