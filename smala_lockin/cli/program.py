"""The command line: finds the command, puts a language in force, tells errors in one place."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from smala_lockin import i18n, paths
from smala_lockin.cli import (
    add_command,
    analyze,
    check,
    cutsets,
    export,
    import_files,
    register,
    simulate,
)
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.cli import Commands

DONE, LOOK, FAILED = 0, 1, 2
"""Exit codes: done; done, and something needs a look; could not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What the upper floors lend to the commands.

    `open` shows a map (none: the start page) in a language (none: the user's) and returns an exit
    code; `draw` writes the map of a report as a picture; `preferred_language` is what the user
    chose in the window, if anything.
    """

    open: Callable[[Path | None, str | None], int]
    draw: "Callable[[Report, Path], None]"
    preferred_language: Callable[[], str | None]


def run(arguments: Sequence[str], window: Window) -> int:
    """Run one command and return its exit code."""
    _never_fail_to_print()
    wish = _language_wish(arguments)
    i18n.use(wish or window.preferred_language() or i18n.of_system() or "en")
    try:
        chosen = _parser().parse_args(arguments)
        if chosen.command in (None, "open", "example"):
            example = paths.resource(paths.EXAMPLE) if chosen.command == "example" else None
            return window.open(getattr(chosen, "map", example), chosen.language)
        chosen.draw = window.draw
        code: int = chosen.run(chosen)
        sys.stdout.flush()
        return code
    except LockinError as error:
        from smala_lockin.words.errors import sentence

        return _told(sentence(error))
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _told(_("Stopped. Nothing was written."))
    except MemoryError:
        return _told(_("There is not enough memory for this. Close other programs and try again."))


def _told(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAILED


def _never_fail_to_print() -> None:
    """Let a terminal that lacks a letter show its number instead of stopping the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _language_wish(arguments: Sequence[str]) -> str | None:
    """Return what `--language` asks for, before there is a parser to say so in a language."""
    for number, word in enumerate(arguments):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language" and number + 1 < len(arguments):
            return arguments[number + 1]
    return None


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        hint = _("Type “%(command)s --help” to see how it is used.") % {"command": self.prog}
        self.exit(FAILED, f"{message[:1].upper()}{message[1:]}. {hint}\n")


def _parser() -> argparse.ArgumentParser:
    _speak()
    parser = _Parser(
        prog=_called(),
        description=_("See what your company depends on, what would stop it, and who decides."),
    )
    _add_language(parser)
    commands: Commands = parser.add_subparsers(
        dest="command", metavar=_("COMMAND"), parser_class=_Parser
    )
    for module in (import_files, analyze, simulate, cutsets, register, export, check):
        _add_language(module.add_to(commands))
    opening = add_command(commands, "open", _("open a map in the window"))
    opening.add_argument("map", type=Path, metavar=_("MAP"), help=_("a map, NAME.smala"))
    _add_language(opening)
    _add_language(add_command(commands, "example", _("open the example company")))
    return parser


def _called() -> str:
    """Return how the program was started, as it is to be typed again."""
    if Path(sys.argv[0]).name != "main.py":
        return "smala-lockin"
    return "py main.py" if os.name == "nt" else "python3 main.py"


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        choices=i18n.LANGUAGES,
        default=None if parser.prog == _called() else argparse.SUPPRESS,
        help=_("the language to use instead of yours"),
    )


def _speak() -> None:
    """Let the parser's own words come from our catalogue; the standard library offers no door."""
    argparse._ = i18n._  # type: ignore[attr-defined]
    argparse.ngettext = i18n.ngettext  # type: ignore[attr-defined]
