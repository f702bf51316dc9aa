"""The analyst, with an analysis that waits until the test lets it go on."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app.analyst import Analyst, analyse
from smala_lockin.app.document import Document
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from tests.builders import asset, landscape_of

NOTHING = landscape_of("shop -> db")


class Slow:
    """An analysis whose report is the landscape itself, and that can be held up."""

    def __init__(self) -> None:
        self.may_finish = Event()
        self.may_finish.set()
        self.seen: list[Landscape] = []
        self.before: list[Any] = []
        self.languages: list[str] = []

    def __call__(self, landscape: Landscape, before: Any) -> Any:
        self.seen.append(landscape)
        self.before.append(before)
        self.languages.append(i18n.current())
        self.may_finish.wait(5)
        return landscape


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(NOTHING)


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def analyst(document: Document, slow: Slow) -> Iterator[Analyst]:
    one = Analyst(document, analysis=slow)
    yield one
    slow.may_finish.set()
    one.close()


def add(document: Document, name: str) -> None:
    document.edit("Add", lambda before: edits.put_assets(before, [asset(name)]))


def test_a_report_comes_of_itself(analyst: Analyst, qtbot: QtBot) -> None:
    with qtbot.waitSignal(analyst.report_ready) as ready:
        analyst.begin()
    assert ready.args == [NOTHING]


def test_an_overtaken_report_is_dropped(
    analyst: Analyst, document: Document, slow: Slow, qtbot: QtBot
) -> None:
    reports: list[Landscape] = []
    analyst.report_ready.connect(reports.append)
    slow.may_finish.clear()
    analyst.begin()
    qtbot.waitUntil(lambda: slow.seen == [NOTHING])
    for name in ("mail", "phone", "till"):
        add(document, name)
    slow.may_finish.set()
    qtbot.waitUntil(lambda: bool(reports))
    assert reports == [document.landscape]
    assert slow.seen == [NOTHING, document.landscape]


def test_a_report_takes_over_from_the_latest_even_if_that_was_overtaken(
    analyst: Analyst, document: Document, slow: Slow, qtbot: QtBot
) -> None:
    slow.may_finish.clear()
    analyst.begin()
    qtbot.waitUntil(lambda: slow.seen == [NOTHING])
    add(document, "mail")
    slow.may_finish.set()
    qtbot.waitUntil(lambda: len(slow.seen) == 2)
    assert slow.before == [None, NOTHING]


def test_nothing_is_taken_over_when_the_catalogue_has_changed(
    analyst: Analyst, slow: Slow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(analyst.report_ready):
        analyst.begin()
    with qtbot.waitSignal(analyst.report_ready):
        analyst.again()
    assert slow.before == [None, None]


def test_a_move_asks_for_no_report(
    analyst: Analyst, document: Document, slow: Slow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(analyst.report_ready):
        analyst.begin()
    document.edit("Move", lambda before: edits.move(before, {AssetId("db"): (1.0, 1.0)}))
    add(document, "mail")
    qtbot.waitUntil(lambda: len(slow.seen) == 2)
    assert slow.seen[1] is document.landscape


def test_the_analysis_speaks_the_language_of_the_window(
    analyst: Analyst, slow: Slow, qtbot: QtBot
) -> None:
    with i18n.language("fr"):
        analyst.begin()
    qtbot.waitUntil(lambda: bool(slow.languages))
    assert slow.languages == ["fr"]


def test_after_a_bug_the_next_edit_is_analysed(document: Document, qtbot: QtBot) -> None:
    def broken_once(landscape: Landscape, _before: object) -> Any:
        if landscape is NOTHING:
            raise ZeroDivisionError
        return landscape

    analyst = Analyst(document, analysis=broken_once)
    with qtbot.captureExceptions() as bugs:
        analyst.begin()
        qtbot.waitUntil(lambda: bool(bugs))
    with qtbot.waitSignal(analyst.report_ready):
        add(document, "mail")
    analyst.close()


def test_what_the_window_shows_at_once_comes_worked_out() -> None:
    report = analyse(landscape_of("shop -> erp", "erp => acme"))
    assert "next_questions" in vars(report.outlook)
    assert {"services", "suppliers"} <= vars(report.figures.lock_in).keys()
