"""The log: types and places, no names and no figures."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from smala_lockin.app import log


@pytest.fixture(autouse=True)
def _closed_again() -> Iterator[None]:
    yield
    log.end()
    logging.raiseExceptions = True


def blow_up(secret: str) -> None:
    try:
        raise KeyError(secret)
    except KeyError as error:
        raise ValueError(f"cannot use {secret}") from error


def caught() -> BaseException:
    try:
        blow_up("Menuiserie Lambert")
    except ValueError as error:
        return error
    raise AssertionError


def test_an_error_is_logged_by_type_and_place_alone() -> None:
    log.begin()
    log.note_error(caught())
    said = log.text()
    assert "ValueError" in said
    assert "because of KeyError" in said
    assert "blow_up" in said
    assert "Lambert" not in said


def test_the_user_s_folders_are_not_in_it() -> None:
    assert str(Path(__file__).parent) not in log.described(caught())


def test_an_error_that_is_its_own_cause_ends() -> None:
    error = caught()
    error.__cause__ = error
    assert log.described(error).count("ValueError") == 1


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ('cannot open "/home/eve/Lambert.smala" now', "cannot open … now"),
        ("QFile: C:\\Users\\eve\\a.smala failed", "QFile: … failed"),
        ("QPainter::begin: not active", "QPainter::begin: not active"),
    ],
)
def test_what_qt_quotes_is_left_out(message: str, expected: str) -> None:
    assert log.without_quotes(message) == expected


def test_the_log_does_not_grow_without_end() -> None:
    log.begin()
    for _line in range(12_000):
        log.note("%s", "x" * 60)
    files = list(log.path().parent.iterdir())
    assert len(files) == log.FILES
    assert sum(file.stat().st_size for file in files) <= log.FILES * log.MAX_BYTES


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("SMALA_LOCKIN_HOME", str(tmp_path / "file" / "home"))
    log.begin()
    log.note("nothing")
    assert log.text() == ""
