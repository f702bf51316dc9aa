"""Rules about dates: notice to be given, and what soon gets no more updates."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from smala_lockin.analysis.figures.exits import RENEWAL_MONTHS, ExitClock, next_exit
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Finding,
    Rule,
    Sort,
    key_of_asset,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.analysis.rules.lock_in import Levels
from smala_lockin.analysis.rules.outage import evidence_of_point, level_range, unknown_of_processes
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, OperatedBy, Role

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
    question; one for all contracts of which the same is not known. It is one too where only a
    shorter notice than is assumed would still be in time, or would have been until lately, and
    where somebody knows of a notice, but not of the end that it is for.
    """
    doubtful: dict[str, list[Finding]] = {fact: [] for fact in _DOUBTFUL}
    for clock in basis.figures.contracts:
        due = _due(basis, clock)
        if due is None:
            continue
        found = _notice(basis, clock.asset, due)
        if due.unknown:
            doubtful[due.unknown[0]].append(found)
        else:
            yield found
    for asset in basis.landscape.assets.values():
        if asset.notice_days is not None and _is_endless(asset):
            doubtful["contract_end"].append(_notice(basis, asset.id, _SOME_DAY))
    for fact, questions in doubtful.items():
        yield from _asked_together(fact, questions)


_DOUBTFUL = ("contract_end", "renewal_months", "notice_days")
"""What may be unknown of a contract that falls due; one asks for those after it as well."""


class _Due(NamedTuple):
    """The last day of notice for a contract's end, and what of that is only assumed."""

    day: date | None
    ends: date | None
    unknown: tuple[str, ...]


_SOME_DAY = _Due(None, None, ("contract_end",))
"""A contract of which nobody said when it ends."""


def _is_endless(asset: Asset) -> bool:
    """Whether there is a contract that needs such a notice, and nobody said when it ends."""
    if asset.contract_end is not None:
        return False
    return FACTS["contract_end"].applies(asset.kind)


def _due(basis: Basis, clock: ExitClock) -> _Due | None:
    """Return the notice that falls due soon, or did lately, if any."""
    thresholds = basis.settings.thresholds
    soon = basis.today + timedelta(days=thresholds.notice_days)
    lately = basis.today - timedelta(days=thresholds.missed_notice_days)
    if clock.notice_by is None:
        return None
    unknown = tuple(fact for fact in _DOUBTFUL if fact in clock.assumed)
    if clock.notice_by <= soon:
        return _Due(clock.notice_by, clock.contract_end, unknown)
    if clock.missed is not None and clock.missed >= lately:
        if clock.renewals == 1:  # the end it was missed for was no renewal
            unknown = tuple(fact for fact in unknown if fact != "renewal_months")
        return _Due(clock.missed, clock.contract_end, unknown)
    return _due_at_the_end(basis, clock.asset, soon, lately) if "notice_days" in unknown else None


def _due_at_the_end(basis: Basis, asset: AssetId, soon: date, lately: date) -> _Due | None:
    """Return the end of a contract that is soon, or was lately: how short a notice will do?"""
    one = basis.landscape.assets[asset]
    if one.contract_end is None:
        return None
    term = next_exit(one.contract_end, 0, one.renewal_months or RENEWAL_MONTHS, basis.today)
    if term is None:
        return None
    day, renewals = term.end, term.renewals
    if day > soon:
        if term.missed is None or term.missed < lately:
            return None
        day, renewals = term.missed, term.renewals - 1
    guessed = renewals > 0 and one.renewal_months is None
    return _Due(day, term.end, ("renewal_months", "notice_days") if guessed else ("notice_days",))


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

    It weighs as much as the outage of the asset would; where that stops nothing, a little. What
    nobody knows it of is one question, as long as the answer could be a risk of level medium:
    applications, whoever runs them, and infrastructure that the company runs itself and that
    somebody makes. Online services and power lines have no such day until one is announced.
    """
    soon = basis.today + timedelta(days=basis.settings.thresholds.end_of_support_days)
    for asset in basis.landscape.assets.values():
        if asset.end_of_support is not None and asset.end_of_support <= soon:
            yield _end_of_support(basis, asset)
    usual, medium = Reading.USUAL, Level.MEDIUM
    unsaid = {
        asset: could_be
        for asset, curve in basis.curve_of.items()
        if _has_makers(basis, basis.landscape.assets[asset])
        and (could_be := basis.level(ENDED, curve[usual].impact)) >= medium
    }
    if unsaid:
        yield _ask_until_when(basis, unsaid)


def _has_makers(basis: Basis, asset: Asset) -> bool:
    """Whether it is a thing whose makers may drop it, who knows when."""
    if asset.end_of_support is not None:
        return False
    if asset.kind is not AssetKind.INFRASTRUCTURE:
        return asset.kind is AssetKind.APPLICATION
    operator, provided_by = asset.operated_by, Role.PROVIDED_BY
    if operator is not None:
        if operator is OperatedBy.SUPPLIER:
            return False
        if operator is OperatedBy.US:
            return True
    return any(one.role is provided_by for one in basis.landscape.needs[asset.id])


def _ask_until_when(basis: Basis, unsaid: Mapping[AssetId, Level]) -> Finding:
    radius = {one: basis.point_of[one].blast_radius for one in unsaid}
    assets = sorted(unsaid, key=lambda one: (-unsaid[one], -round(radius[one], 9), one))
    stops = dict.fromkeys(stopped for one in assets for stopped in basis.point_of[one].stops)
    return make_finding(
        key=risk_key(Rule.END_OF_SUPPORT),
        rule=Rule.END_OF_SUPPORT,
        sort=Sort.QUESTION,
        assets=tuple(assets),
        assumed=("end_of_support",),
        evidence=make_evidence(
            stops=tuple(stops),
            blast_radius=basis.blast_radius(stops),
            could_be=max(unsaid.values()),
        ),
    )


def _notice(basis: Basis, asset: AssetId, due: _Due) -> Finding:
    index = basis.figures.lock_in.of_service.get(asset)
    captive = Levels(basis.settings).least
    indices = (index.low, index.assumed, index.high) if index else (0.0, 0.0, 0.0)
    impacts = [RENEWED_AND_CAPTIVE if one >= captive else RENEWED for one in indices]
    levels = [basis.level(DATED, one) for one in impacts]
    is_risk = not due.unknown
    return make_finding(
        key=key_of_asset(Rule.NOTICE_DEADLINE, asset),
        rule=Rule.NOTICE_DEADLINE,
        sort=Sort.RISK if is_risk else Sort.QUESTION,
        assets=(asset,),
        likelihood=DATED if is_risk else None,
        impact=impacts[1] if is_risk else None,
        level=levels[1] if is_risk else None,
        level_range=level_range(levels) if is_risk else None,
        assumed=due.unknown,
        evidence=make_evidence(
            day=due.day, on_day=due.ends, could_be=None if is_risk else levels[2]
        ),
    )


def _end_of_support(basis: Basis, asset: Asset) -> Finding:
    assert asset.end_of_support is not None
    likelihood = ENDED if asset.end_of_support <= basis.today else ENDING
    curve = basis.curve_of.get(asset.id)
    impacts = {one: curve[one].impact if curve else STOPS_NOTHING for one in Reading}
    point = basis.point_of[asset.id] if curve else None
    return make_finding(
        key=key_of_asset(Rule.END_OF_SUPPORT, asset.id),
        rule=Rule.END_OF_SUPPORT,
        sort=Sort.RISK,
        assets=(asset.id,),
        likelihood=likelihood,
        impact=impacts[Reading.USUAL],
        level=basis.level(likelihood, impacts[Reading.USUAL]),
        level_range=level_range(basis.level(likelihood, one) for one in impacts.values()),
        assumed=tuple(unknown_of_processes(basis, point.stops)) if point else (),
        evidence=evidence_of_point(point, basis.hidden_of[asset.id], day=asset.end_of_support)
        if point
        else make_evidence(day=asset.end_of_support),
    )
