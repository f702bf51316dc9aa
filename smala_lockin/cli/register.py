"""`smala-lockin register`: the risk register as an Excel workbook."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin import i18n
from smala_lockin.cli import add_command, analyze
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _, ngettext

if TYPE_CHECKING:
    from smala_lockin.cli import Commands
    from smala_lockin.domain.landscape import Landscape


def add_to(commands: "Commands") -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser = add_command(commands, "register", _("write the risk register as a workbook"))
    parser.add_argument("map", type=Path, metavar=_("MAP"), help=_("a map, NAME.smala"))
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar=_("OUT.xlsx"),
        help=_("the workbook to write"),
    )
    parser.add_argument(
        "--merge",
        type=Path,
        metavar=_("EDITED.xlsx"),
        help=_("first take back into the map what people typed into this earlier register"),
    )
    parser.add_argument("--all", action="store_true", help=_("include low and very low risks too"))
    analyze.add_date(parser)
    parser.set_defaults(run=_run)
    return parser


SUFFIX = ".xlsx"
"""How the name of a register ends."""


class OverwritesMap(LockinError):
    """The workbook was to be written over the map it is made from."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.file = path.name

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return _("%(file)s is the map itself. Give the workbook another name.") % {
            "file": self.file
        }


class OverwritesEdited(LockinError):
    """The workbook was to be written over the one that is taken back."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.file = path.name

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return _("%(file)s is the register to take back. Give the new one another name.") % {
            "file": self.file
        }


def _run(chosen: argparse.Namespace) -> int:
    from smala_lockin.analysis.report import build_report
    from smala_lockin.analysis.scales.risk_table import Level
    from smala_lockin.formats import project
    from smala_lockin.formats.register_workbook import write_register

    landscape = project.load(chosen.map)
    _check_output(chosen)
    is_whole = True
    if chosen.merge:
        landscape, is_whole = _taken_back(landscape, chosen.merge)
    report = build_report(landscape, today=analyze.day(chosen))
    least = Level.VERY_LOW if chosen.all else Level.MEDIUM
    spoken = chosen.language or landscape.company.language or i18n.current()
    with i18n.language(spoken):
        count = write_register(report, chosen.output, least=least, progress=_show)
    if chosen.merge:
        project.save(landscape, chosen.map)
    print(
        ngettext("%(file)s holds %(count)d risk.", "%(file)s holds %(count)d risks.", count)
        % {"file": chosen.output.name, "count": count}
    )
    return 0 if is_whole else 1


def _check_output(chosen: argparse.Namespace) -> None:
    from smala_lockin.formats.errors import check_ending

    if chosen.output.exists() and chosen.output.samefile(chosen.map):
        raise OverwritesMap(chosen.output)
    both_exist = chosen.merge and chosen.merge.exists() and chosen.output.exists()
    if both_exist and chosen.output.samefile(chosen.merge):
        raise OverwritesEdited(chosen.output)
    check_ending(chosen.output, SUFFIX)


def _taken_back(landscape: "Landscape", path: Path) -> "tuple[Landscape, bool]":
    """Return the map with what people typed in a register, and whether all of it went in."""
    from smala_lockin.formats.register_workbook import read_register
    from smala_lockin.register.taking_back import merge
    from smala_lockin.words import taken_back

    edited = read_register(path)
    merged = merge(landscape, edited.rows)
    print(taken_back.summary(merged))
    for one in merged.conflicts:
        print(taken_back.conflict(one))
    for problem in edited.problems:
        print(problem.sentence())
    return merged.landscape, not (merged.conflicts or edited.problems)


def _show(done: int, of: int) -> None:
    """Tell a person who waits how far it is; a file or a pipe is not told."""
    if sys.stderr.isatty():
        end = "\n" if done == of else ""
        print(f"\r{100 * done // of} %", end=end, file=sys.stderr, flush=True)
