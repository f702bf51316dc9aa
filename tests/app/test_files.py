"""Saving a map, and what happens to its file meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smala_lockin.app import files
from smala_lockin.app.document import Document
from smala_lockin.app.files import MapFile
from smala_lockin.domain import edits
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.formats.errors import FileTrouble
from tests.builders import asset, landscape_of

MAP = landscape_of("shop -> db")


def with_crm(landscape: Landscape) -> Landscape:
    return edits.put_assets(landscape, [asset("crm")])


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[MapFile]:
    """Return the file of a map that is open, with nothing changed yet."""
    path = tmp_path / "a.smala"
    project.save(MAP, path)
    file = MapFile(files.open_document(path))
    yield file
    file.close()


def save(file: MapFile, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(file.saved):
        file.save(path)


def test_what_is_saved_stands_in_the_file(opened: MapFile, qtbot: QtBot) -> None:
    document, path = opened.document, opened.document.path
    assert path is not None
    document.edit("Add", with_crm)
    save(opened, path, qtbot)
    assert project.load(path) == document.landscape
    assert document.is_saved
    assert not opened.is_overtaken()


def test_a_map_saved_under_another_name_goes_by_that(
    opened: MapFile, qtbot: QtBot, tmp_path: Path
) -> None:
    save(opened, tmp_path / "b.smala", qtbot)
    assert opened.document.path == tmp_path / "b.smala"
    assert project.load(tmp_path / "a.smala") == MAP


def test_an_edit_made_while_saving_counts_as_unsaved(opened: MapFile, qtbot: QtBot) -> None:
    document, path = opened.document, opened.document.path
    assert path is not None
    with qtbot.waitSignal(opened.saved):
        opened.save(path)
        document.edit("Add", with_crm)
    assert not document.is_saved
    document.history.undo()
    document.history.redo()
    assert not document.is_saved


def test_a_failed_save_is_told_and_changes_nothing(
    opened: MapFile, qtbot: QtBot, tmp_path: Path
) -> None:
    document, path = opened.document, opened.document.path
    document.edit("Add", with_crm)
    with qtbot.waitSignal(opened.failed) as told:
        opened.save(tmp_path / "missing" / "a.smala")
    assert isinstance(told.args[0], FileTrouble)
    assert document.path == path
    assert not document.is_saved


def test_a_file_somebody_else_changed_is_noticed(opened: MapFile, tmp_path: Path) -> None:
    assert not opened.is_overtaken()
    project.save(with_crm(MAP), tmp_path / "a.smala")
    assert opened.is_overtaken()


def test_a_file_written_again_with_the_same_content_is_no_change(
    opened: MapFile, tmp_path: Path
) -> None:
    project.save(MAP, tmp_path / "a.smala")
    assert not opened.is_overtaken()


def test_a_file_that_is_gone_is_written_anew(opened: MapFile, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.smala"
    path.unlink()
    assert not opened.is_overtaken()
    save(opened, path, qtbot)
    assert project.load(path) == MAP


def test_a_map_that_was_never_saved_has_no_file() -> None:
    assert not MapFile(Document(MAP)).is_overtaken()


def test_the_ending_is_added_where_it_lacks() -> None:
    assert files.with_suffix(Path("a.2026")) == Path("a.2026.smala")
    assert files.with_suffix(Path("a.SMALA")) == Path("a.SMALA")
