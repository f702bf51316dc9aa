"""`smala-lockin export`: a map for other programs."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin import i18n
from smala_lockin.cli import add_command, analyze
from smala_lockin.i18n import _, ngettext

if TYPE_CHECKING:
    from smala_lockin.cli import Commands
    from smala_lockin.domain.landscape import Landscape


def add_to(commands: "Commands") -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser = add_command(commands, "export", _("write the map for other programs"))
    parser.add_argument("map", type=Path, metavar=_("MAP"), help=_("a map, NAME.smala"))
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar=_("OUT"),
        help=_(
            "the file to write; its ending says what it holds: .graphml, .gexf or .dot, "
            ".csv (a zip of tables), .ics (a calendar of contracts), or a picture, .svg, "
            ".png or .pdf"
        ),
    )
    analyze.add_date(parser)
    parser.set_defaults(run=_run)
    return parser


def _run(chosen: argparse.Namespace) -> int:
    from smala_lockin.formats import exit_calendar, graphs, project

    landscape = project.load(chosen.map)
    if chosen.output.suffix.lower() == exit_calendar.SUFFIX:
        return _write_calendar(chosen, landscape)
    if chosen.output.suffix.lower() in graphs.PICTURES:
        from smala_lockin.analysis.report import build_report

        with i18n.language(chosen.language or landscape.company.language or i18n.current()):
            chosen.draw(build_report(landscape, today=analyze.day(chosen)), chosen.output)
    else:
        graphs.export(landscape, chosen.output)
    print(
        _("%(file)s is written: %(assets)d assets, %(dependencies)d dependencies.")
        % {
            "file": chosen.output.name,
            "assets": len(landscape.assets),
            "dependencies": len(landscape.dependencies),
        }
    )
    return 0


def _write_calendar(chosen: argparse.Namespace, landscape: "Landscape") -> int:
    from smala_lockin.formats import exit_calendar

    with i18n.language(chosen.language or landscape.company.language or i18n.current()):
        count = exit_calendar.export(landscape, chosen.output, today=analyze.day(chosen))
    print(
        ngettext("%(file)s holds %(count)d date.", "%(file)s holds %(count)d dates.", count)
        % {"file": chosen.output.name, "count": count}
    )
    return 0
