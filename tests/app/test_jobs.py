"""Jobs in child processes: progress, stopping, and what becomes of errors."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app import log
from smala_lockin.app.jobs import Jobs
from smala_lockin.domain.errors import LockinError
from smala_lockin.formats import atomic
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.formats.guarded import Tell


def count_to(tell: Tell, end: int) -> int:
    for number in range(end):
        tell(number, end)
    return end


def say_language(_tell: Tell) -> str:
    return i18n.current()


def hang(tell: Tell) -> None:
    tell(0, 1)
    time.sleep(60)


def fail(_tell: Tell) -> None:
    raise FileTrouble(Path("a.xlsx"), FileNotFoundError())


def stumble(_tell: Tell) -> None:
    raise ZeroDivisionError("Menuiserie Lambert")


def die(_tell: Tell) -> None:
    os._exit(3)


def write_and_die(_tell: Tell, path: Path) -> None:
    atomic.write_whole(path, lambda _stream: os.kill(os.getpid(), signal.SIGKILL))


def write_and_hang(tell: Tell, path: Path) -> None:
    """As on Windows, where a process that is ended is killed."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    atomic.write_whole(path, lambda _stream: hang(tell))


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    one = Jobs()
    yield one
    one.close()
    log.end()


def answer_of(jobs: Jobs, qtbot: QtBot, job: Any, *values: object) -> object:
    """Return the result of a job, or the error it was told as."""
    answers: list[object] = []
    jobs.run(job, *values, done=answers.append, failed=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    return answers[0]


def test_a_job_tells_how_far_it_is(jobs: Jobs, qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    jobs.told.connect(lambda done, of: steps.append((done, of)))
    assert answer_of(jobs, qtbot, count_to, 3) == 3
    assert steps == [(0, 3), (1, 3), (2, 3)]


def test_a_job_speaks_the_language_in_force(jobs: Jobs, qtbot: QtBot) -> None:
    with i18n.language("fr"):
        assert answer_of(jobs, qtbot, say_language) == "fr"


def test_a_stopped_job_ends_and_hands_over_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    answers: list[object] = []
    with qtbot.waitSignal(jobs.told, timeout=20_000):
        jobs.run(hang, done=answers.append, failed=answers.append)
    with qtbot.waitSignal(jobs.working, timeout=20_000) as working:
        jobs.stop()
    assert working.args == [False]
    assert answers == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal on Windows")
def test_what_a_killed_child_has_half_written_is_taken_away(
    jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    path, answers = tmp_path / "register.xlsx", list[object]()
    jobs.run(
        write_and_die,
        path,
        done=answers.append,
        failed=answers.append,
        tidy=lambda: atomic.sweep(path),
    )
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    assert isinstance(answers[0], LockinError)
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".register")]


def test_a_window_that_closes_leaves_nothing_half_written(qtbot: QtBot, tmp_path: Path) -> None:
    jobs, path, answers = Jobs(), tmp_path / "register.xlsx", list[object]()

    def left() -> list[Path]:
        return [one for one in tmp_path.iterdir() if one.name.startswith(".register")]

    with qtbot.waitSignal(jobs.told, timeout=20_000):
        jobs.run(
            write_and_hang,
            path,
            done=answers.append,
            failed=answers.append,
            tidy=lambda: atomic.sweep(path),
        )
    assert left()
    jobs.close()
    jobs.deleteLater()
    qtbot.waitUntil(lambda: not left(), timeout=20_000)
    assert answers == []


def test_an_expected_error_is_a_sentence(jobs: Jobs, qtbot: QtBot) -> None:
    told = answer_of(jobs, qtbot, fail)
    assert isinstance(told, LockinError)
    assert "a.xlsx" in told.sentence()


def test_a_bug_is_told_calmly_and_logged_without_names(jobs: Jobs, qtbot: QtBot) -> None:
    log.begin()
    told = answer_of(jobs, qtbot, stumble)
    assert isinstance(told, LockinError)
    assert "unexpected" in told.sentence()
    assert "ZeroDivisionError" in log.text()
    assert "Lambert" not in log.text()


def test_a_dead_child_is_one_sentence(jobs: Jobs, qtbot: QtBot) -> None:
    assert isinstance(answer_of(jobs, qtbot, die), LockinError)
