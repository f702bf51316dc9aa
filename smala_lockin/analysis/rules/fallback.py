"""The rule about stand-ins that come too late, or that nobody ever tried."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from smala_lockin.analysis.failure.structure import Group
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.analysis.rating.risk_curve import Outage, Proposal, curves
from smala_lockin.analysis.rules.outage import level_range, unknown_of_processes
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind


def fallbacks(basis: Basis) -> Iterator[Finding]:
    """Find the alternatives that take longer to switch to than there is time.

    The time is the owner's margin and what its buffer for the first member to fail leaves. Where
    nobody knows how long it takes (some hours are assumed), or whether it was ever tried for a
    process that matters much, it is a question. Alternatives that fail together are not asked
    about: another rule says so already.
    """
    doubts = list(_doubts(basis))
    for one, worst in zip(doubts, _worst(basis, doubts), strict=True):
        if not one.unknown:
            yield _too_slow(basis, one, worst)
        elif worst[Reading.HARMFUL].level >= Level.MEDIUM:
            yield _question(basis, one, worst[Reading.HARMFUL].level)


class _Doubt(NamedTuple):
    """Alternatives that take too long, if nothing is `unknown`, or of which that is not known.

    `stops` is T, without the alternatives' own buffers, of the processes that are concerned, and
    `switch_hours` how long it takes to switch.
    """

    group: Group
    stops: Mapping[AssetId, float]
    switch_hours: float | None
    unknown: tuple[str, ...]


def _doubts(basis: Basis) -> Iterator[_Doubt]:
    false = {one.group for one in basis.false_redundancies if one.relevant}
    for groups in basis.structure.vital.groups.values():
        for group in groups:
            stops = basis.stops_with(basis.structure.ids[group.owner])
            if stops and group.id not in false:
                yield from _doubt(basis, group, stops)


def _doubt(basis: Basis, group: Group, stops: Mapping[AssetId, float]) -> Iterator[_Doubt]:
    stated = basis.landscape.groups[group.id]
    tolerance = basis.weighed[Reading.USUAL].tolerance_hours
    slack = min(group.buffers)
    assumed = basis.settings.switch_hours
    hours = assumed if stated.switch_hours is None else stated.switch_hours
    late = {one: at for one, at in stops.items() if at + slack + tolerance[one] < hours}
    if late and stated.switch_hours is not None:
        yield _Doubt(group, late, hours, ())
        return
    untried = stated.tested_on is None and any(_matters(basis, one) for one in stops)
    facts = (("switch_hours", bool(late)), ("tested_on", untried))
    unknown = tuple(fact for fact, is_missing in facts if is_missing)
    if unknown:
        yield _Doubt(group, stops, stated.switch_hours, unknown)


def _matters(basis: Basis, process: AssetId) -> bool:
    least = basis.settings.thresholds.important_criticality
    return (basis.processes[process].criticality or 0) >= least


def _too_slow(basis: Basis, doubt: _Doubt, by_reading: Mapping[Reading, Proposal]) -> Finding:
    group, late = doubt.group, doubt.stops
    usual = by_reading[Reading.USUAL]
    order = sorted(late, key=lambda one: (late[one], one))
    owner = basis.structure.ids[group.owner]
    return Finding(
        key=risk_key(Rule.UNTESTED_FALLBACK, [owner], group.id),
        rule=Rule.UNTESTED_FALLBACK,
        sort=Sort.RISK,
        assets=(owner,),
        likelihood=usual.likelihood,
        impact=usual.impact,
        level=usual.level,
        level_range=level_range(one.level for one in by_reading.values()),
        assumed=tuple(unknown_of_processes(basis, late)),
        evidence=Evidence(
            stops=tuple(order),
            first_stop_hours=late[order[0]] + min(group.buffers),
            margin_hours=usual.margin_hours,
            late=usual.late,
            blast_radius=basis.blast_radius(late),
            hidden_share=basis.hidden_share([owner], late),
            usual=usual.usual,
            groups=(group.id,),
            switch_hours=doubt.switch_hours,
        ),
    )


def _question(basis: Basis, doubt: _Doubt, could_be: Level) -> Finding:
    group, stops = doubt.group, doubt.stops
    owner = basis.structure.ids[group.owner]
    order = sorted(stops, key=lambda one: (stops[one], one))
    return Finding(
        key=risk_key(Rule.UNTESTED_FALLBACK, [owner], group.id),
        rule=Rule.UNTESTED_FALLBACK,
        sort=Sort.QUESTION,
        assets=(owner,),
        assumed=doubt.unknown,
        evidence=Evidence(
            stops=tuple(order),
            blast_radius=basis.blast_radius(stops),
            groups=(group.id,),
            switch_hours=doubt.switch_hours,
            could_be=could_be,
        ),
    )


def _worst(basis: Basis, doubts: Sequence[_Doubt]) -> Iterator[Mapping[Reading, Proposal]]:
    """Yield for each the curve of the member that weighs most, if nothing stood in for it."""
    outages = [
        _outage(basis, member, {one: at + buffer for one, at in doubt.stops.items()})
        for doubt in doubts
        for member, buffer in zip(doubt.group.members, doubt.group.buffers, strict=True)
    ]
    found = iter(curves(outages, basis.weighed))
    for doubt in doubts:
        yield max(islice(found, len(doubt.group.members)), key=_rank)


def _outage(basis: Basis, member: int, stops: Mapping[AssetId, float]) -> Outage:
    asset = basis.structure.assets[member]
    if asset.kind is AssetKind.PROCESS:
        return Outage(stop_hours=stops, kind=asset.kind)
    return basis.outage(asset.id, stops)


def _rank(by_reading: Mapping[Reading, Proposal]) -> tuple[int, int, int]:
    usual = by_reading[Reading.USUAL]
    return usual.level, usual.impact, usual.likelihood
