"""`smala-lockin register`: the risk register as an Excel workbook."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin import i18n
from smala_lockin.cli import analyze
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _, ngettext

if TYPE_CHECKING:
    from smala_lockin.cli import Commands


def add_to(commands: "Commands") -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser = commands.add_parser("register", help=_("write the risk register as a workbook"))
    parser.add_argument("map", type=Path, metavar=_("MAP"), help=_("a map, NAME.smala"))
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar=_("OUT.xlsx"),
        help=_("the workbook to write"),
    )
    parser.add_argument("--all", action="store_true", help=_("include low and very low risks too"))
    analyze.add_date(parser)
    parser.set_defaults(run=_run)
    return parser


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


def _run(chosen: argparse.Namespace) -> int:
    from smala_lockin.analysis.report import build_report
    from smala_lockin.analysis.risk_table import Level
    from smala_lockin.formats import project
    from smala_lockin.formats.register_workbook import write_register

    landscape = project.load(chosen.map)
    if chosen.output.exists() and chosen.output.samefile(chosen.map):
        raise OverwritesMap(chosen.output)
    report = build_report(landscape, today=analyze.day(chosen))
    least = Level.VERY_LOW if chosen.all else Level.MEDIUM
    spoken = chosen.language or landscape.company.language or i18n.current()
    with i18n.language(spoken):
        count = write_register(report, chosen.output, least=least, progress=_show)
    print(
        ngettext("%(file)s holds %(count)d risk.", "%(file)s holds %(count)d risks.", count)
        % {"file": chosen.output.name, "count": count}
    )
    return 0


def _show(done: int, of: int) -> None:
    """Tell a person who waits how far it is; a file or a pipe is not told."""
    if sys.stderr.isatty():
        end = "\n" if done == of else ""
        print(f"\r{100 * done // of} %", end=end, file=sys.stderr, flush=True)
