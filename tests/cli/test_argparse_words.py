"""The parser of the standard library speaks the user's language."""

import argparse
import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from smala_lockin import i18n
from smala_lockin.analysis.report import Report
from smala_lockin.cli import program
from smala_lockin.cli.argparse_words import argparse_words

MISTAKES = [
    ["analyze"],
    ["analyze", "a.smala", "--date", "soon"],
    ["analyze", "a.smala", "--json=yes"],
    ["analyze", "a.smala", "--unknown"],
    ["--language"],
    ["no-such-command"],
    ["simulate", "a.smala", "--fail"],
    ["simulate", "a.smala", "--fail", "asset:a", "--mode", "other"],
]
ENGLISH = ["usage", "expected", "required", "invalid", "choose", "unrecognized", "show", "help and"]


def _no_window(*_: object) -> int:
    raise AssertionError("no window is asked for")


def _draw_nothing(_report: Report, _path: Path) -> None: ...


WINDOW = program.Window(open=_no_window, draw=_draw_nothing, preferred_language=lambda: "fr")


@pytest.mark.parametrize("mistake", MISTAKES, ids=" ".join)
def test_a_mistake_is_told_in_french(
    mistake: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        program.run(mistake, WINDOW)
    told = capsys.readouterr().err
    assert told.strip()
    assert [word for word in ENGLISH if word in told.replace("--help", "")] == []


def test_the_help_is_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        program.run(["simulate", "--help"], WINDOW)
    told = capsys.readouterr().out
    assert told.startswith("utilisation\N{NO-BREAK SPACE}: ")
    assert [word for word in ENGLISH if word in told.replace("--help", "")] == []


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="read for Python 3.11 to 3.13")
def test_every_word_of_this_parser_for_users_is_listed() -> None:
    with i18n.language("en"):
        listed = set(argparse_words())
    assert set(_asked_for()) - NOT_FOR_USERS - listed == set()


def _asked_for() -> Iterator[str]:
    """Yield what this Python's argparse gives to gettext."""
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            words = {"_": node.args[:1], "ngettext": node.args[1:2]}.get(node.func.id, [])
            for word in words:
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield word.value


NOT_FOR_USERS = {
    # mistakes in a program, or of features of argparse that ours does not use
    ".__call__() not defined",
    "conflicting subparser: %s",
    "conflicting subparser alias: %s",
    'argument "-" with mode %r',
    "can't open '%(filename)s': %(error)s",
    "cannot merge actions - two groups are named %r",
    "'required' is an invalid argument for positionals",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "conflicting option strings: %s",
    "mutually exclusive arguments must be optional",
    "cannot have multiple subparser arguments",
    "subcommands",
    "%r is not callable",
    "%(prog)s: error: %(message)s\n",  # `program` tells errors in its own way
    " (default: %(default)s)",
    "show program's version number and exit",
    "command '%(parser_name)s' is deprecated",
    "option '%(option)s' is deprecated",
    "argument '%(argument_name)s' is deprecated",
    "%(prog)s: warning: %(message)s\n",
}
