"""`smala-lockin simulate`: what stops when something fails, when, and for how long."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin.cli.output import print_heading, print_json, print_table
from smala_lockin.i18n import _, money, percent

if TYPE_CHECKING:
    from smala_lockin.analysis.simulation import Simulation
    from smala_lockin.cli import Commands
    from smala_lockin.domain.landscape import Landscape

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
        _print(landscape, result)
    return 0


def _print(landscape: "Landscape", result: "Simulation") -> None:
    from smala_lockin.words import enums, nouns
    from smala_lockin.words.quantities import after, duration

    stops = {one.asset: one for one in result.failed}
    if not result.processes_stopped:
        print(_("No activity stops."))
    elif all(stops[process].holds_out for process in result.processes_stopped):
        print(_("Every activity holds out: what fails is back before they would stop."))
    else:
        print(
            _("%(share)s of your activities by weight.") % {"share": percent(result.blast_radius)}
        )
    print_table(
        [_("Activity"), _("Stops"), _("Back after"), _("Too late by")],
        [
            [
                nouns.name(landscape, process),
                _("holds out")
                if stops[process].holds_out
                else after(stops[process].stops_at_hours),
                duration(stops[process].returns_at_hours),
                duration(late) if (late := result.hours_late[process]) > 0 else _("in time"),
            ]
            for process in result.processes_stopped
        ],
    )
    others = [one for one in result.failed if one.asset not in result.hours_late]
    if others:
        print_heading(_("What fails with it"))
    print_table(
        [_("Asset"), _("Kind"), _("Stops"), _("Back after")],
        [
            [
                nouns.name(landscape, one.asset),
                enums.kind(landscape.assets[one.asset].kind),
                _("holds out") if one.holds_out else after(one.stops_at_hours),
                duration(one.returns_at_hours),
            ]
            for one in others
        ],
    )
    _print_doubts(landscape, result)


def _print_doubts(landscape: "Landscape", result: "Simulation") -> None:
    from smala_lockin.words import nouns

    print()
    if result.degraded:
        names = nouns.names(landscape, result.degraded, most=8)
        print(_("Works badly: %(names)s.") % {"names": names})
    if result.cost:
        cost = money(result.cost, landscape.company.currency)
        print(_("Cost of what stands still, as far as known: %(cost)s.") % {"cost": cost})
    if result.unknown:
        names = nouns.names(landscape, result.unknown, most=8)
        print(_("At least; it is not known where these are: %(names)s.") % {"names": names})
    if result.assumed:
        names = nouns.names(landscape, dict(result.assumed), most=8)
        print(_("Durations are assumed for: %(names)s.") % {"names": names})
