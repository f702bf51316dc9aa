"""The rule about stand-ins that come too late, or that nobody ever tried."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.curves import curves
from smala_lockin.analysis.rating.findings import (
    Finding,
    Rule,
    Sort,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.analysis.rating.risk_curve import Outage, Proposal
from smala_lockin.analysis.rules.outage import level_range
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Burden, Reading, Weighed
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId, RedundancyGroup
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.settings import Settings


def fallbacks(basis: Basis) -> Iterator[Finding]:
    """Find the alternatives that take longer to switch to than there is time.

    The time is the owner's margin and what its buffer for the first member to fail leaves. Where
    nobody knows how long it takes (some hours are assumed), or whether it was ever tried for a
    process that matters much, it is a question; and where that is known, but not how long the
    processes may stand still. Whether they were ever tried is not asked of alternatives that
    fail together: another rule says so already.
    """
    standing_in = dict(_standing_in(basis))
    doubts = basis.recall.marked(_doubts, standing_in, basis.weighed, basis.settings)
    tried = {id: _tried(basis, one) for id, one in doubts.items() if one is not None}
    found = basis.recall.marked(_findings, tried, basis.weighed, *basis.scale)
    yield from (one for one in found.values() if one is not None)


class _StandingIn(NamedTuple):
    """Alternatives with something to spare, and T of what stops with their owner."""

    stated: RedundancyGroup
    members: tuple[tuple[AssetId, float], ...]
    """With their buffers."""
    stops: Mapping[AssetId, float]
    laden: tuple[Burden, ...]
    fall_together: bool


class _Doubt(NamedTuple):
    """Alternatives that take too long, if nothing is `unknown`, or of which that is not known.

    `stops` is T, without the alternatives' own buffers, of the processes that are concerned,
    `at_worst` that of those which the harmful end of the unknown concerns, and `switch_hours` how
    long it takes to switch.
    """

    group: _StandingIn
    stops: Mapping[AssetId, float]
    at_worst: Mapping[AssetId, float]
    switch_hours: float | None
    unknown: tuple[str, ...]

    @property
    def slack(self) -> float:
        """How long the owner goes on when the first member to fail does."""
        return min(buffer for _member, buffer in self.group.members)


def _standing_in(basis: Basis) -> Iterator[tuple[GroupId, _StandingIn]]:
    ids, stated = basis.structure.ids, basis.landscape.groups
    false = {one.group for one in basis.false_redundancies if one.relevant}
    for groups in basis.structure.vital.groups.values():
        for group in groups:
            if stops := basis.stops_with(ids[group.owner]):
                targets = [ids[member] for member in group.members]
                members = tuple(zip(targets, group.buffers, strict=True))
                laden, fall_together = basis.laden(stops), group.id in false
                yield (
                    group.id,
                    _StandingIn(stated[group.id], members, stops, laden, fall_together),
                )


def _doubts(
    groups: Mapping[GroupId, _StandingIn],
    weighed: Mapping[Reading, Weighed],
    settings: Settings,
) -> dict[GroupId, _Doubt | None]:
    usual, least = (
        weighed[reading].tolerance_hours for reading in (Reading.USUAL, Reading.HARMFUL)
    )
    return {id: _doubt(one, usual, least, settings) for id, one in groups.items()}


def _doubt(
    group: _StandingIn,
    tolerance: Mapping[AssetId, float],
    least_tolerance: Mapping[AssetId, float],
    settings: Settings,
) -> _Doubt | None:
    stated, stops, assumed = group.stated, group.stops, settings.switch_hours
    least = settings.thresholds.important_criticality
    slack = min(buffer for _member, buffer in group.members)
    hours = assumed if stated.switch_hours is None else stated.switch_hours
    late = {one: at for one, at in stops.items() if at + slack + tolerance[one] < hours}
    if stated.switch_hours is not None:
        worse = {one: at for one, at in stops.items() if at + slack + least_tolerance[one] < hours}
        if late:
            return _Doubt(group, late, worse, hours, ())
        if worse:
            return _Doubt(group, worse, worse, hours, (_TOLERANCE,))
    is_to_try = stated.tested_on is None and not group.fall_together
    untried = is_to_try and any((one.criticality or 0) >= least for one in group.laden)
    facts = (("switch_hours", bool(late)), ("tested_on", untried))
    unknown = tuple(fact for fact, is_missing in facts if is_missing)
    return _Doubt(group, stops, stops, stated.switch_hours, unknown) if unknown else None


_TOLERANCE = "max_outage_hours"
"""What may be unknown of the processes rather than of the alternatives."""


class _Tried(NamedTuple):
    """A doubt, the outages of the members but for what they stop, and what would stay hidden."""

    doubt: _Doubt
    outages: tuple[Outage, ...]
    totals: tuple[int, ...]
    blast_radius: float
    hidden_share: float


def _tried(basis: Basis, doubt: _Doubt) -> _Tried:
    outages = tuple(_outage(basis, member) for member, _buffer in doubt.group.members)
    owner = doubt.group.stated.owner
    hidden = 0.0 if doubt.unknown else basis.hidden_share([owner], doubt.stops)
    totals = basis.totals(doubt.group.laden)
    return _Tried(doubt, outages, totals, basis.blast_radius(doubt.stops), hidden)


def _outage(basis: Basis, member: AssetId) -> Outage:
    kind = basis.landscape.assets[member].kind
    if kind is AssetKind.PROCESS:
        return Outage(stop_hours={}, kind=kind)
    return basis.outage(member, {})


def _findings(
    tried: Mapping[GroupId, _Tried],
    weighed: Mapping[Reading, Weighed],
    _settings: Settings,
    _revenue: float | None,
) -> dict[GroupId, Finding | None]:
    found: dict[GroupId, Finding | None] = dict.fromkeys(tried)
    slow = {id: one for id, one in tried.items() if not one.doubt.unknown}
    harmful = {Reading.HARMFUL: weighed[Reading.HARMFUL]}
    others = {reading: one for reading, one in weighed.items() if reading not in harmful}
    every = zip(_worst(slow.values(), others), _worst(slow.values(), harmful), strict=True)
    for (id, one), (usual, worst) in zip(slow.items(), every, strict=True):
        found[id] = _too_slow(one, {**usual, **worst})
    asked = {id: one for id, one in tried.items() if one.doubt.unknown}
    for (id, one), worst in zip(asked.items(), _worst(asked.values(), harmful), strict=True):
        if (high := worst[Reading.HARMFUL].level) >= Level.MEDIUM:
            found[id] = _question(one.doubt, high, one.blast_radius)
    return found


def _too_slow(tried: _Tried, by_reading: Mapping[Reading, Proposal]) -> Finding:
    doubt, usual = tried.doubt, by_reading[Reading.USUAL]
    late, stated = doubt.stops, doubt.group.stated
    laden = dict(zip(doubt.group.stops, doubt.group.laden, strict=True))
    facts = ("criticality", "max_outage_hours")
    assumed = [fact for fact in facts if any(getattr(laden[one], fact) is None for one in late)]
    order = sorted(late, key=lambda one: (late[one], one))
    return make_finding(
        key=risk_key(Rule.UNTESTED_FALLBACK, [stated.owner], stated.id),
        rule=Rule.UNTESTED_FALLBACK,
        sort=Sort.RISK,
        assets=(stated.owner,),
        likelihood=usual.likelihood,
        impact=usual.impact,
        level=usual.level,
        level_range=level_range(one.level for one in by_reading.values()),
        assumed=tuple(assumed),
        evidence=make_evidence(
            stops=tuple(order),
            first_stop_hours=late[order[0]] + doubt.slack,
            margin_hours=usual.margin_hours,
            late=usual.late,
            blast_radius=tried.blast_radius,
            hidden_share=tried.hidden_share,
            usual=usual.usual,
            groups=(stated.id,),
            switch_hours=doubt.switch_hours,
        ),
    )


def _question(doubt: _Doubt, could_be: Level, blast: float) -> Finding:
    stated, stops = doubt.group.stated, doubt.stops
    order = sorted(stops, key=lambda one: (stops[one], one))
    return make_finding(
        key=risk_key(Rule.UNTESTED_FALLBACK, [stated.owner], stated.id),
        rule=Rule.UNTESTED_FALLBACK,
        sort=Sort.QUESTION,
        assets=tuple(order) if doubt.unknown == (_TOLERANCE,) else (stated.owner,),
        assumed=doubt.unknown,
        evidence=make_evidence(
            stops=tuple(order),
            blast_radius=blast,
            groups=(stated.id,),
            switch_hours=doubt.switch_hours,
            could_be=could_be,
        ),
    )


def _worst(
    tried: Iterable[_Tried], weighed: Mapping[Reading, Weighed]
) -> Iterator[Mapping[Reading, Proposal]]:
    """Yield for each what its members weigh at most, under each reading, if nothing stood in.

    The harmful reading, which is read apart from others, knows of more that is concerned.
    """
    every = list(tried)
    outages = [
        Outage({id: at + buffer for id, at in stops.items()}, *outage[1:])
        for one in every
        for stops in [one.doubt.at_worst if Reading.HARMFUL in weighed else one.doubt.stops]
        for outage, (_member, buffer) in zip(one.outages, one.doubt.group.members, strict=True)
    ]
    found = iter(curves(outages, weighed))
    for one in every:
        members = list(islice(found, len(one.outages)))
        yield {reading: max((each[reading] for each in members), key=_rank) for reading in weighed}


def _rank(proposal: Proposal) -> tuple[int, int, int]:
    return proposal.level, proposal.impact, proposal.likelihood
