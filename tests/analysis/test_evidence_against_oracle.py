"""The figures behind each risk are what the definitions say: what stops, when, and what is late."""

import math
from collections.abc import Mapping

from hypothesis import given, settings

from smala_lockin.analysis.rating.findings import OF_POINTS, Finding, Rule, Sort
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_risks
from tests.analysis.days import reported
from tests.strategies import landscapes, whole_landscapes


@given(landscapes(max_assets=11) | whole_landscapes(max_assets=11))
@settings(max_examples=60, deadline=None)
def test_the_figures_of_a_risk_are_those_of_its_event(landscape: Landscape) -> None:
    for one in reported(landscape).of_sort(Sort.RISK):
        if one.rule in (*OF_POINTS, Rule.LOSS):
            (asset,) = one.assets
            check_event(landscape, one, f"asset:{asset}")
        elif one.rule is Rule.CUT_OFF:
            check_event(landscape, one, f"country:{one.evidence.country}")
        elif one.rule is Rule.FALSE_REDUNDANCY and one.evidence.causes[0] != "circular":
            check_event(landscape, one, one.evidence.causes[0])


def check_event(landscape: Landscape, risk: Finding, event: str) -> None:
    evidence = risk.evidence
    down = oracle.seeds(landscape, event)
    times = oracle.stop_times(landscape, down)
    stops = {p: times[p] for p in oracle.stops(landscape, event)}
    assert set(evidence.stops) == stops.keys()
    assert evidence.first_stop_hours == min(stops.values(), default=None)
    assert [stops[p] for p in evidence.stops] == sorted(stops.values())
    assert math.isclose(evidence.blast_radius, _share(landscape, event))
    margins = {p: at + oracle_risks.tolerance(landscape, p, 1) for p, at in stops.items()}
    if evidence.margin_hours is not None:
        assert set(evidence.late) == {p for p, m in margins.items() if m <= evidence.margin_hours}
    if evidence.least_margin_hours is not None:
        assert evidence.least_margin_hours == min(margins.values())
    if risk.rule in (Rule.LOSS, Rule.CUT_OFF):
        check_gap(landscape, risk, stops)
    if risk.rule in OF_POINTS:
        check_merged(landscape, risk)


def _share(landscape: Landscape, event: str) -> float:
    """The weight of what stops in that of all processes, the event's own asset left out."""
    if event.startswith("asset:"):
        return oracle.blast_radius(landscape, event)
    stopped = oracle.weight(landscape, oracle.stops(landscape, event))
    return stopped / oracle.weight(landscape, oracle.processes(landscape))


def check_gap(landscape: Landscape, risk: Finding, stops: Mapping[str, float]) -> None:
    """How much longer all is gone than the processes tolerate, and for which it is too long."""
    event = f"asset:{risk.assets[0]}"
    if risk.rule is Rule.CUT_OFF:
        event = f"country:{risk.evidence.country}"
    hours = {
        one: 24 * oracle_risks.days_lost(landscape, one, 1)
        for one in oracle.seeds(landscape, event)
    }
    backs = oracle.return_times(landscape, hours)
    over = {p: backs[p] - at - oracle_risks.tolerance(landscape, p, 1) for p, at in stops.items()}
    assert set(risk.evidence.late) == {p for p, long in over.items() if long > 0}
    worst = risk.evidence.late[0]
    assert risk.evidence.gap_hours == over[worst]
    assert risk.evidence.duration_hours == backs[worst]


def check_merged(landscape: Landscape, risk: Finding) -> None:
    """An AI service that somebody vitally needs alone, and nobody tried to do without."""
    (asset,) = risk.assets
    alone = any(
        one.target == asset and one.need == "vital" and one.group is None
        for one in landscape.dependencies.values()
    )
    known = landscape.assets[asset]
    untried = known.kind == "ai_service" and known.fallback_tested_on is None
    assert risk.evidence.merged == ((Rule.AI_NO_FALLBACK,) if alone and untried else ())
