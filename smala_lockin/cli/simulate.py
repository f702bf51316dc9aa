"""`smala-lockin simulate`: what stops when something fails, when, and for how long."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin.cli import add_command
from smala_lockin.cli.analyze import add_date, day
from smala_lockin.cli.output import print_json
from smala_lockin.i18n import _

if TYPE_CHECKING:
    from smala_lockin.cli import Commands

MODES = ("outage", "loss", "cut_off")


def add_to(commands: "Commands") -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser = add_command(commands, "simulate", _("show what stops when something fails"))
    parser.add_argument("map", type=Path, metavar=_("MAP"), help=_("a map, NAME.smala"))
    parser.add_argument(
        "--fail",
        action="append",
        required=True,
        metavar=_("EVENT"),
        help=_(
            "what fails: asset:ID, services:ID, control:ID, country:CC or hosting:CC; or a "
            "supplier whose prices rise, price:ID:+20%%; ID is an id or a name in quotes; may be "
            "given several times"
        ),
    )
    parser.add_argument(
        "--mode",
        choices=MODES,
        help=_(
            "down for a while (outage), gone for good (loss), or forbidden to serve you (cut_off)"
        ),
    )
    add_date(parser)
    parser.add_argument("--json", action="store_true", help=_("print JSON for other programs"))
    parser.set_defaults(run=_run)
    return parser


def _run(chosen: argparse.Namespace) -> int:
    from smala_lockin.analysis.failure.events import Mode
    from smala_lockin.analysis.failure.simulation import simulate
    from smala_lockin.analysis.figures.price_rise import PREFIX, price_rise
    from smala_lockin.cli import report_json
    from smala_lockin.cli.naming import event_of
    from smala_lockin.formats import project

    landscape = project.load(chosen.map)
    mode = Mode(chosen.mode) if chosen.mode else None
    events = [event_of(landscape, one) for one in chosen.fail]
    failing = [one for one in events if not one.startswith(PREFIX)]
    rises = [
        price_rise(landscape, one, today=day(chosen)) for one in events if one.startswith(PREFIX)
    ]
    result = simulate(landscape, failing, mode)
    if chosen.json:
        print_json(report_json.simulation(result, rises))
        return 0
    from smala_lockin.cli import simulation_tables

    if failing:
        simulation_tables.print_all(landscape, result)
    for rise in rises:
        simulation_tables.print_price_rise(landscape, rise)
    return 0
