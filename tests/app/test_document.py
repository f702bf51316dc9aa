from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from smala_lockin.app.document import Document
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import Change
from smala_lockin.domain.edits import Edit
from tests.builders import asset, landscape_of

SHOP, DB = AssetId("shop"), AssetId("db")


@pytest.fixture
def document(qapp: object) -> Iterator[Document]:
    opened = Document(landscape_of("shop -> db"))
    yield opened
    opened.deleteLater()


def moved(x: float) -> Edit:
    return lambda landscape: edits.move(landscape, {SHOP: (x, 0.0)})


def test_an_edit_says_what_differs(document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(document.changed) as seen:
        document.edit("Add", lambda before: edits.put_assets(before, [asset("mail")]))
    (change,) = seen.args
    assert isinstance(change, Change)
    assert change.assets.added == {"mail"}
    assert change.after is document.landscape


def test_undo_and_redo_go_back_and_forth(document: Document) -> None:
    before = document.landscape
    document.edit("Remove", lambda it: edits.remove_assets(it, [DB]))
    after = document.landscape
    document.history.undo()
    assert document.landscape is before
    document.history.redo()
    assert document.landscape is after


def test_a_drag_is_one_step(document: Document) -> None:
    for x in (10.0, 20.0, 30.0):
        document.edit("Move", moved(x), gesture="drag 1")
    assert document.history.count() == 1
    document.history.undo()
    assert document.landscape.positions == {}


def test_two_drags_are_two_steps(document: Document) -> None:
    document.edit("Move", moved(10.0), gesture="drag 1")
    document.edit("Move", moved(20.0), gesture="drag 2")
    assert document.history.count() == 2


def test_a_drag_back_to_where_it_began_leaves_no_step(document: Document) -> None:
    document.edit("Move", moved(0.0))
    document.edit("Move", moved(10.0), gesture="drag 1")
    document.edit("Move", moved(0.0), gesture="drag 1")
    assert document.history.count() == 1


def test_an_edit_that_changes_nothing_is_no_step(document: Document, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(document.changed):
        document.edit("Move", lambda before: edits.move(before, {}))
    assert document.history.count() == 0


def test_an_edit_that_fails_changes_nothing(document: Document) -> None:
    before = document.landscape
    with pytest.raises(KeyError):
        document.edit("Group", lambda it: edits.group(it, ["nothing"]))  # type: ignore[list-item]
    assert document.landscape is before
    assert document.history.count() == 0


def test_undoing_back_to_the_file_is_saved_again(document: Document) -> None:
    document.edit("Move", moved(1.0))
    assert not document.is_saved
    document.history.undo()
    assert document.is_saved
