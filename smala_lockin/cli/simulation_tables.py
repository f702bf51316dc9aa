"""A simulation as tables for people: activities, what fails with them, the course, the cost."""

from collections.abc import Sequence

from smala_lockin.analysis.failure.simulation import Simulation
from smala_lockin.analysis.failure.timeline import Moment, cost_over_time, timeline
from smala_lockin.analysis.figures.price_rise import PriceRise
from smala_lockin.cli.output import print_heading, print_table
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, day, money, number, percent, semicolons
from smala_lockin.words import elision, enums, events, nouns
from smala_lockin.words.quantities import after, duration

NAMED = 6
"""How many assets a line of the course names before it says "and 2 more"."""

SHOWN_OTHERS = 60
"""How many assets are listed that fail and are no activities; --json has all."""


def print_all(landscape: Landscape, result: Simulation) -> None:
    """Print what a simulation says, and what it supposes."""
    supposed = [
        events.in_mode(landscape, one, mode)
        for one, mode in zip(result.events, result.modes, strict=True)
    ]
    print(_("Supposed: %(events)s.") % {"events": semicolons(supposed)})
    _print_processes(landscape, result)
    _print_others(landscape, result)
    _print_course(landscape, timeline(result))
    _print_cost(landscape, result)
    _print_doubts(landscape, result)


def print_price_rise(landscape: Landscape, rise: PriceRise) -> None:
    """Print what a rise of prices costs, and until when it has to be paid."""
    roots = elision.of(nouns.names(landscape, rise.roots))
    rising = {"of_roots": roots, "share": percent(rise.share)}
    print_heading(_("Prices %(of_roots)s rise by %(share)s") % rising)
    currency = landscape.company.currency
    values = {"day": day(rise.captive_until)}
    if rise.spend is None or rise.extra_per_year is None or rise.captive_cost is None:
        print("  " + _("It is not known what you pay there in a year."))
        print("  " + _("You could be gone by %(day)s.") % values)
    else:
        values |= {
            "spend": money(rise.spend, currency),
            "extra": money(rise.extra_per_year, currency),
            "cost": money(rise.captive_cost, currency),
        }
        print("  " + _("You pay %(spend)s a year there; it would be %(extra)s more.") % values)
        print("  " + _("You could be gone by %(day)s; until then it costs %(cost)s more.") % values)
    if rise.at_least and rise.spend is not None:
        print("  " + _("At least: the cost of some of it is not known."))
    if rise.services:
        names = nouns.names(landscape, rise.services, most=NAMED)
        print("  " + _("To be replaced: %(names)s.") % {"names": names})
    if rise.assumed:
        names = nouns.names(landscape, dict(rise.assumed), most=NAMED)
        print("  " + _("Durations are assumed for: %(names)s.") % {"names": names})


def _print_processes(landscape: Landscape, result: Simulation) -> None:
    stops = {one.asset: one for one in result.failed}
    if not result.processes_stopped:
        print(_("No activity stops."))
    elif all(stops[process].holds_out for process in result.processes_stopped):
        print(_("Every activity holds out: what fails is back before they would stop."))
    else:
        print(
            _("Share of activities hit, weighted by criticality: %(share)s.")
            % {"share": percent(result.blast_radius)}
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
    if len(result.events) > 1 and result.processes_stopped:
        print(
            "  " + _("Counted from the first stop to the last return, even if it runs in between.")
        )


def _print_others(landscape: Landscape, result: Simulation) -> None:
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
            for one in others[:SHOWN_OTHERS]
        ],
    )
    left = len(others) - SHOWN_OTHERS
    if left > 0:
        print("  " + _("... and %(count)s more") % {"count": number(left)})


def _print_course(landscape: Landscape, moments: Sequence[Moment]) -> None:
    if not moments:
        return
    print_heading(_("In the order of time"))
    rows = []
    for moment in moments:
        when = after(moment.at_hours)
        for what, assets in (
            (_("stops"), moment.stops),
            (_("too late"), moment.too_late),
            (_("back"), moment.returns),
        ):
            if assets:
                rows.append([when, what, nouns.in_a_cell(landscape, assets, most=NAMED)])
                when = ""
    print_table([_("When"), _("What happens"), _("Assets")], rows)


def _print_cost(landscape: Landscape, result: Simulation) -> None:
    costs = cost_over_time(result)
    if costs is None or not result.cost:
        return
    currency = landscape.company.currency
    print_heading(_("What it costs, as far as known"))
    print_table(
        [_("When"), _("Cost so far"), _("Each further day")],
        [
            [after(one.at_hours), money(one.cost, currency), money(one.cost_per_day, currency)]
            for one in costs.points
        ],
    )
    if costs.unknown:
        names = nouns.names(landscape, costs.unknown, most=NAMED)
        print("  " + _("Not known what a day costs: %(names)s.") % {"names": names})


def _print_doubts(landscape: Landscape, result: Simulation) -> None:
    print()
    if result.degraded:
        names = nouns.names(landscape, result.degraded, most=8)
        print(_("Works badly: %(names)s.") % {"names": names})
    if result.unknown:
        names = nouns.names(landscape, result.unknown, most=8)
        print(_("At least; it is not known where these are: %(names)s.") % {"names": names})
    for words, facts in (
        (_("Durations are assumed for: %(names)s."), ("recovery_hours", "replacement_days")),
        (_("The outage that can be borne is assumed for: %(names)s."), ("max_outage_hours",)),
        (_("Criticality is assumed for: %(names)s."), ("criticality",)),
    ):
        about = dict.fromkeys(one for one, fact in result.assumed if fact in facts)
        if about:
            print(words % {"names": nouns.names(landscape, about, most=8)})
