"""`smala-lockin simulate`: what stops when something fails, when, and for how long."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin.cli.output import print_json
from smala_lockin.i18n import _

if TYPE_CHECKING:
    from smala_lockin.cli import Commands

MODES = ("outage", "loss", "cut_off")


def add_to(commands: "Commands") -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser = commands.add_parser("simulate", help=_("say what stops when something fails"))
    parser.add_argument("map", type=Path, metavar=_("MAP"), help=_("a map, NAME.smala"))
    parser.add_argument(
        "--fail",
        action="append",
        required=True,
        metavar=_("EVENT"),
        help=_(
            "what fails: asset:ID, services:ID, control:ID, country:CC or hosting:CC; "
            "may be given several times"
        ),
    )
    parser.add_argument(
        "--mode", choices=MODES, help=_("broken, gone for good, or forbidden to serve you")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON for other programs"))
    parser.set_defaults(run=_run)
    return parser


def _run(chosen: argparse.Namespace) -> int:
    from smala_lockin.analysis.events import Mode
    from smala_lockin.analysis.simulation import simulate
    from smala_lockin.cli import report_json
    from smala_lockin.formats import project

    landscape = project.load(chosen.map)
    mode = Mode(chosen.mode) if chosen.mode else None
    result = simulate(landscape, chosen.fail, mode)
    if chosen.json:
        print_json(report_json.simulation(result))
    else:
        from smala_lockin.cli import simulation_tables

        simulation_tables.print_all(landscape, result)
    return 0
