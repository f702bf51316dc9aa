"""The rule about alternatives that fail together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from smala_lockin.analysis.failure import events
from smala_lockin.analysis.failure.events import Event, EventKind, Mode
from smala_lockin.analysis.failure.false_redundancy import CIRCULAR, FalseRedundancy
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Finding,
    Rule,
    Sort,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.analysis.rating.risk_curve import is_lately
from smala_lockin.analysis.rules.common_causes import (
    Asked,
    AskedOnce,
    Cause,
    Weight,
    weighed_causes,
)
from smala_lockin.analysis.rules.outage import level_range, unknown_of_processes
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import AssetId


def false_redundancies(basis: Basis) -> Iterator[Finding]:
    """Find redundancy groups with a relevant common cause; those of the same causes are one.

    Where these go round in a circle, the cause is their own owner.
    """
    by_causes: dict[_Causes, list[FalseRedundancy]] = {}
    for one in basis.false_redundancies:
        if one.relevant:
            circle = one.owner if CIRCULAR in one.relevant else None
            by_causes.setdefault((one.relevant, circle), []).append(one)
    made: dict[bool, AskedOnce] = {}
    asked = {causes: _asked(basis, causes[0], groups, made) for causes, groups in by_causes.items()}
    every = dict.fromkeys(chain.from_iterable(asked.values()))  # many groups may share a cause
    weighed = weighed_causes(basis, every)
    usual = Reading.USUAL
    ranks = {one: _rank(cause.weights[usual]) for one, cause in weighed.items()}
    levels = {one: _levels(cause) for one, cause in weighed.items()}
    told: dict[Asked, _Told] = {}
    found = {}
    for causes, groups in by_causes.items():
        every_one = asked[causes]
        worst = max(every_one, key=ranks.__getitem__) if len(every_one) > 1 else every_one[0]
        if worst not in told:
            told[worst] = _told(basis, worst, weighed[worst].stops)
        highest = map(max, zip(*map(levels.__getitem__, every_one), strict=True))
        found[causes] = _Falling(tuple(groups), worst, weighed[worst], tuple(highest), told[worst])
    yield from basis.recall.each(_findings, found).values()


_Causes = tuple[tuple[str, ...], AssetId | None]
"""The relevant causes of groups, and whose failure they are that of in a circle."""


class _Falling(NamedTuple):
    """Groups that fall together, of the causes of which this one is the worst.

    Under another reading of what is unknown another may be: `levels` are the worst of each.
    """

    groups: tuple[FalseRedundancy, ...]
    worst: Asked
    cause: Cause
    levels: tuple[Level, ...]
    told: "_Told"


class _Told(NamedTuple):
    """What is told of the worst cause; the same for all groups that share it."""

    stops: tuple[AssetId, ...]
    first_stop_hours: float | None
    blast_radius: float
    hidden_share: float
    assumed: tuple[str, ...]


def _told(basis: Basis, asked: Asked, stops: Mapping[AssetId, float]) -> _Told:
    event = asked.event
    named: Iterable[AssetId] = (AssetId(event.id),)
    if event.kind is not EventKind.ASSET:
        named = basis.structure.ids_of(events.named(basis.structure, event))
    return _Told(
        stops=tuple(stops),
        first_stop_hours=next(iter(stops.values()), None),
        blast_radius=_blast_radius(basis, asked, stops),
        hidden_share=basis.hidden_share(named, stops),
        assumed=(*_assumed(basis, event), *unknown_of_processes(basis, stops)),
    )


def _blast_radius(basis: Basis, asked: Asked, stops: Mapping[AssetId, float]) -> float:
    """Return the share of what stops; a process that is the cause itself does not count."""
    is_asset = asked.event.kind is EventKind.ASSET and asked.circle is None
    point = basis.point_of.get(AssetId(asked.event.id)) if is_asset else None
    return point.blast_radius if point else basis.blast_radius(stops)


def _findings(
    falling: Mapping[_Causes, _Falling],
) -> dict[_Causes, Finding]:
    return {causes: _finding(causes[0], one) for causes, one in falling.items()}


def _finding(causes: Sequence[str], falling: _Falling) -> Finding:
    groups, worst, cause, levels, told = falling
    usual = cause.weights[_USUAL]
    owners = sorted({one.owner for one in groups})
    return make_finding(
        key=risk_key(_RULE, owners, *sorted([one.group for one in groups])),
        rule=_RULE,
        sort=_RISK,
        assets=tuple(owners),
        likelihood=usual.likelihood,
        impact=usual.impact,
        level=usual.level,
        level_range=level_range(levels),
        assumed=told.assumed,
        evidence=make_evidence(
            stops=told.stops,
            first_stop_hours=told.first_stop_hours,
            margin_hours=usual.margin_hours,
            late=usual.late,
            blast_radius=told.blast_radius,
            hidden_share=told.hidden_share,
            usual=usual.usual,
            groups=tuple([one.group for one in groups]),
            causes=(worst.cause, *[one for one in causes if one != worst.cause]),
        ),
    )


_RULE, _RISK, _USUAL = Rule.FALSE_REDUNDANCY, Sort.RISK, Reading.USUAL


def _levels(cause: Cause) -> tuple[Level, ...]:
    return tuple([weight.level for weight in cause.weights.values()])


def _rank(weight: Weight) -> tuple[int, int, int]:
    return weight.level, weight.impact, weight.likelihood


def _were_tested(basis: Basis, groups: Iterable[FalseRedundancy]) -> bool:
    """Whether each of the groups was tested within a year."""
    days = [basis.landscape.groups[one.group].tested_on for one in groups]
    return all(is_lately(day, basis.today, basis.settings) for day in days)


def _assumed(basis: Basis, event: Event) -> list[str]:
    if event.kind is EventKind.HOSTING:  # weighed by what is usual for a place
        return []
    is_outage = events.default_mode(basis.structure, event) is Mode.OUTAGE
    known_of = attrgetter("recovery_hours" if is_outage else "replacement_days")
    assets = map(basis.structure.assets.__getitem__, basis.every.marked.seeds[event])
    is_assumed = any(known_of(one) is None for one in assets)
    return ["recovery_hours" if is_outage else "replacement_days"] if is_assumed else []


def _asked(
    basis: Basis, causes: Sequence[str], groups: list[FalseRedundancy], made: dict[bool, AskedOnce]
) -> list[Asked]:
    tested, owner = _were_tested(basis, groups), groups[0].owner
    known = made.setdefault(tested, AskedOnce(tested))
    return [known[one] if one != CIRCULAR else Asked(one, tested, owner) for one in causes]
