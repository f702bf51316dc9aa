"""`smala-lockin cutsets`: what has to fail together to stop an activity."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smala_lockin.cli import add_command
from smala_lockin.cli.output import print_heading, print_json
from smala_lockin.i18n import _, ngettext, number

if TYPE_CHECKING:
    from smala_lockin.analysis.failure.cut_sets import CutSets
    from smala_lockin.cli import Commands
    from smala_lockin.domain.assets import AssetId
    from smala_lockin.domain.landscape import Landscape

ORDERS = (1, 2, 3)
SHOWN = 25
"""How many sets of one size are listed for people; --json has more."""


def add_to(commands: "Commands") -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser = add_command(
        commands, "cutsets", _("show what has to fail together to stop an activity")
    )
    parser.add_argument("map", type=Path, metavar=_("MAP"), help=_("a map, NAME.smala"))
    parser.add_argument(
        "--process",
        required=True,
        metavar="ID",
        help=_("the activity, by its name in quotes or its id"),
    )
    parser.add_argument(
        "--order",
        type=int,
        choices=ORDERS,
        default=ORDERS[-1],
        help=_("how many things may fail together (3 by default)"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON for other programs"))
    parser.set_defaults(run=_run)
    return parser


def _run(chosen: argparse.Namespace) -> int:
    from smala_lockin.analysis.failure.cut_sets import minimal_cut_sets
    from smala_lockin.cli.naming import asset_of
    from smala_lockin.formats import project

    landscape = project.load(chosen.map)
    process = asset_of(landscape, chosen.process)
    found = minimal_cut_sets(landscape, process, max_order=chosen.order)
    if chosen.json:
        print_json(_record(found))
    else:
        _print(landscape, found)
    return 0


def _record(found: "CutSets") -> dict[str, Any]:
    """Return the shape of the contract, with how many sets there are and why others are not."""
    return {
        "process": found.process,
        "order": found.order,
        "capped": found.capped,
        "left_out": [reason.value for reason in found.left_out],
        "count": found.count,
        "cut_sets": [list(one) for one in found.sets],
    }


def _print(landscape: "Landscape", found: "CutSets") -> None:
    from smala_lockin.domain.kinds import AssetKind
    from smala_lockin.words import nouns

    shown = {"activity": nouns.name(landscape, found.process)}
    if found.sets:
        print(_("What stops %(activity)s") % shown)
    elif found.order == 1:
        print(_("Nothing that fails alone stops %(activity)s.") % shown)
    else:
        print(_("Nothing that fails, up to the number asked for, stops %(activity)s.") % shown)
    processes = {id for id, one in landscape.assets.items() if one.kind is AssetKind.PROCESS}
    plain = [one for one in found.sets if processes.isdisjoint(one)]
    others = [one for one in found.sets if not processes.isdisjoint(one)]
    for size in ORDERS:
        _print_sets(landscape, _heading(size), [one for one in plain if len(one) == size])
    _print_sets(landscape, _("Where another activity fails too"), others)
    _print_left_out(found)


def _heading(size: int) -> str:
    return (_("One thing alone"), _("Two things together"), _("Three things together"))[size - 1]


def _print_sets(landscape: "Landscape", heading: str, sets: "Sequence[Sequence[AssetId]]") -> None:
    from smala_lockin.words import nouns

    if not sets:
        return
    print_heading(f"{heading} ({number(len(sets))})")
    for one in sets[:SHOWN]:
        print("  - " + " + ".join(nouns.name(landscape, asset) for asset in one))
    left = len(sets) - SHOWN
    if left > 0:
        print("  " + _("... and %(count)s more") % {"count": number(left)})


def _print_left_out(found: "CutSets") -> None:
    from smala_lockin.analysis.failure.cut_sets import LeftOut

    if found.left_out:
        print()
    for reason in found.left_out:
        match reason:
            case LeftOut.LARGER:
                print(
                    ngettext(
                        "There are, or may be, sets of more than %(count)d thing; "
                        "they are left out.",
                        "There are, or may be, sets of more than %(count)d things; "
                        "they are left out.",
                        found.order,
                    )
                    % {"count": found.order}
                )
            case LeftOut.MANY:
                print(
                    _("There are %(count)d sets in all; the smallest %(listed)d are listed.")
                    % {"count": found.count, "listed": len(found.sets)}
                )
            case LeftOut.SEARCH:
                print(_("The map is too large to find every set of three."))
