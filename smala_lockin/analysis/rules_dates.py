"""Rules about dates: notice to be given, and what soon gets no more updates."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.exits import ExitClock
from smala_lockin.analysis.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.analysis.risk_curve import Reading
from smala_lockin.analysis.risk_table import Level
from smala_lockin.analysis.rules_outage import (
    evidence_of_point,
    level_range,
    unknown_of_processes,
)
from smala_lockin.domain.assets import Asset

ENDED, ENDING = 3, 2
"""How likely it is that something without support, or soon without it, lets people down."""

DATED = 5
"""What stands in the calendar is as sure as can be."""

RENEWED, RENEWED_AND_CAPTIVE = 2, 3
"""The impact of a contract that goes on unasked, and of one that is hard to leave anyway."""

STOPS_NOTHING = 2
"""The impact of losing support for what stops no process by itself."""


def notices(basis: Basis) -> Iterator[Finding]:
    """Find the contracts that soon renew themselves, or have just done so.

    Where the notice, or whether the contract renewed itself before, is only assumed it is a
    question; one for all contracts of which the same is not known.
    """
    thresholds = basis.settings.thresholds
    soon = basis.today + timedelta(days=thresholds.notice_days)
    lately = basis.today - timedelta(days=thresholds.missed_notice_days)
    doubtful: dict[str, list[Finding]] = {"renewal_months": [], "notice_days": []}
    for clock in basis.figures.exits:
        if clock.notice_by is None:
            continue
        if clock.notice_by <= soon:
            day, facts = clock.notice_by, tuple(doubtful)
        elif clock.missed is not None and clock.missed >= lately:
            day, facts = clock.missed, ("notice_days",)
        else:
            continue
        unknown = [fact for fact in facts if fact in clock.assumed]
        found = _notice(basis, clock, day, unknown)
        if unknown:
            doubtful[unknown[0]].append(found)
        else:
            yield found
    for fact, questions in doubtful.items():
        yield from _asked_together(fact, questions)


def _asked_together(fact: str, questions: list[Finding]) -> Iterator[Finding]:
    """Yield the questions as one where there are several, the soonest contract first."""
    if len(questions) < 2:
        yield from questions
        return
    soonest = sorted(questions, key=lambda one: (one.evidence.day or date.max, one.key))
    worst = max(one.evidence.could_be or Level.VERY_LOW for one in questions)
    yield soonest[0]._replace(
        key=risk_key(Rule.NOTICE_DEADLINE, (), fact),
        assets=tuple(one.assets[0] for one in soonest),
        assumed=(fact,),
        evidence=soonest[0].evidence._replace(could_be=worst),
    )


def ends_of_support(basis: Basis) -> Iterator[Finding]:
    """Find what gets no more support, or will not within a year.

    It weighs as much as the outage of the asset would; where that stops nothing, a little.
    """
    soon = basis.today + timedelta(days=basis.settings.thresholds.end_of_support_days)
    for asset in basis.landscape.assets.values():
        if asset.end_of_support is not None and asset.end_of_support <= soon:
            yield _end_of_support(basis, asset)


def _notice(basis: Basis, clock: ExitClock, day: date, unknown: Sequence[str]) -> Finding:
    index = basis.figures.lock_in.of_service.get(clock.asset)
    captive = basis.settings.thresholds.lock_in[0]
    ends = (index.low, index.assumed, index.high) if index else (0.0, 0.0, 0.0)
    impacts = [RENEWED_AND_CAPTIVE if one >= captive else RENEWED for one in ends]
    levels = [basis.level(DATED, one) for one in impacts]
    is_risk = not unknown
    return Finding(
        key=risk_key(Rule.NOTICE_DEADLINE, [clock.asset]),
        rule=Rule.NOTICE_DEADLINE,
        sort=Sort.RISK if is_risk else Sort.QUESTION,
        assets=(clock.asset,),
        likelihood=DATED if is_risk else None,
        impact=impacts[1] if is_risk else None,
        level=levels[1] if is_risk else None,
        level_range=level_range(levels) if is_risk else None,
        assumed=tuple(unknown),
        evidence=Evidence(
            day=day, on_day=clock.contract_end, could_be=None if is_risk else levels[2]
        ),
    )


def _end_of_support(basis: Basis, asset: Asset) -> Finding:
    assert asset.end_of_support is not None
    likelihood = ENDED if asset.end_of_support <= basis.today else ENDING
    curve = basis.curve_of.get(asset.id)
    impacts = {one: curve[one].impact if curve else STOPS_NOTHING for one in Reading}
    point = basis.point_of[asset.id] if curve else None
    return Finding(
        key=risk_key(Rule.END_OF_SUPPORT, [asset.id]),
        rule=Rule.END_OF_SUPPORT,
        sort=Sort.RISK,
        assets=(asset.id,),
        likelihood=likelihood,
        impact=impacts[Reading.USUAL],
        level=basis.level(likelihood, impacts[Reading.USUAL]),
        level_range=level_range(basis.level(likelihood, one) for one in impacts.values()),
        assumed=tuple(unknown_of_processes(basis, point.stops)) if point else (),
        evidence=Evidence(
            **(evidence_of_point(basis, point) if point else {}), day=asset.end_of_support
        ),
    )
