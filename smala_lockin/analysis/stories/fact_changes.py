"""What it would change to know one fact more about a thing: how levels move with its value.

Facts whose value nobody gave are read at their low, assumed and high end (semantics, section 10),
all else staying as assumed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from smala_lockin.analysis.figures.lock_in_factors import value_of_replacement
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.analysis.rating.gaps import HOURS_A_DAY
from smala_lockin.analysis.rating.losses import loss_impact
from smala_lockin.analysis.rules.lock_in import Hold, Levels, holds
from smala_lockin.analysis.scales.assumptions import Estimate, recovery_hours, replaced_with
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.settings import LockInFactor, Settings

_ENDS = ("low", "usual", "high")


class Change(NamedTuple):
    """What a fact could change of one finding."""

    asset: AssetId
    fact: str
    criticality: int
    levels: tuple[Level, ...]
    """The level now, and what it could become."""
    question: Finding | None = None

    @property
    def worth(self) -> float:
        return self.criticality * (max(self.levels) - min(self.levels))

    @property
    def urgent(self) -> bool:
        return self.levels[0] < Level.MEDIUM and max(self.levels) >= Level.HIGH


def worst_of(basis: Basis, processes: Iterable[AssetId]) -> int:
    """Return the criticality of the worst of some processes; 1 where there is none."""
    known = basis.weighed[Reading.USUAL].criticality
    return max(map(known.__getitem__, processes), default=1)


def of_recovery(basis: Basis, risks: Iterable[Finding]) -> Iterator[Change]:
    """Yield what it would change to know how long things take to be back."""
    unknown = [
        one for one in risks if one.rule is not Rule.LOSS and "recovery_hours" in one.assumed
    ]
    if not unknown:
        return
    import numpy as np

    lines, landscape = basis.point_lines, basis.landscape
    points = [lines.number[one.assets[0]] for one in unknown]
    estimates = [recovery_hours(landscape, one.assets[0]) for one in unknown]
    hours = [getattr(one, end) for one in estimates for end in _ENDS]
    found = lines.levels_if_back_after(np.repeat(points, len(_ENDS)), np.array(hours))
    levels = map(Level, found.tolist())
    for one in unknown:
        worst = worst_of(basis, one.evidence.stops)
        possible = (one.level or Level.VERY_LOW, *(next(levels) for _end in _ENDS))
        yield Change(one.assets[0], "recovery_hours", worst, possible)


def of_replacement(basis: Basis, asked: Collection[AssetId]) -> Iterator[Change]:
    """Yield what it would change to know how long services, or suppliers, take to replace.

    A supplier that vitally provides something takes as long as that; it is not asked itself, nor
    is what it provides where it is among those `asked` already.
    """
    landscape = basis.landscape
    trials: list[tuple[AssetId, AssetId, float]] = []
    for supplier in basis.loss_gaps:
        if supplier in asked or landscape.assets[supplier].replacement_days is not None:
            continue
        provided = replaced_with(landscape, supplier)
        days = {one: _days(basis, landscape.assets[one]) for one in provided}
        for one in provided or (supplier,):
            if landscape.assets[one].replacement_days is None:
                others = max((days[other].usual for other in provided if other != one), default=0)
                own = days[one] if provided else basis.structure.days_lost[_at(basis, one)]
                ends = [max(others, getattr(own, end)) for end in _ENDS]
                trials += [(one, supplier, end) for end in ends]
    lost = list(dict.fromkeys((supplier, days) for _who, supplier, days in trials))
    levels = dict(zip(lost, levels_of_losses(basis, lost), strict=True))
    for place in range(0, len(trials), len(_ENDS)):
        who, supplier, _days_lost = trials[place]
        now = _level_of_loss(basis, supplier)
        possible = [
            levels[supplier, days] for _who, _one, days in trials[place : place + len(_ENDS)]
        ]
        if any(one is not now for one in possible):
            worst = worst_of(basis, basis.point_of[supplier].stops)
            yield Change(who, "replacement_days", worst, (now, *possible))


def _at(basis: Basis, asset: AssetId) -> int:
    return basis.structure.index[asset]


def _days(basis: Basis, asset: Asset) -> Estimate:
    """Return how long something other than a supplier takes to replace."""
    if asset.replacement_days is not None:
        return Estimate.of(asset.replacement_days)
    low, usual, high = basis.settings.replacement_days[asset.kind]
    return Estimate(low=low, usual=usual, high=high, known=False)


def _level_of_loss(basis: Basis, supplier: AssetId) -> Level:
    """Return the level of losing a supplier now; very low where no process is late."""
    gap = basis.loss_gaps[supplier][Reading.USUAL]
    if not gap.late:
        return Level.VERY_LOW
    return basis.level(basis.loss_likelihoods[supplier], loss_impact(gap))


def levels_of_losses(basis: Basis, lost: Sequence[tuple[AssetId, float]]) -> Iterator[Level]:
    """Yield the level of losing each of these suppliers for so many days."""
    if not lost:
        return
    import numpy as np

    lines = basis.point_lines
    points = np.array([lines.number[supplier] for supplier, _days in lost])
    hours = np.array([days * HOURS_A_DAY for _supplier, days in lost])
    yield from map(Level, lines.levels_if_lost(points, hours).tolist())


_ALONE = tuple(
    (tuple(LockInFactor).index(factor), fact)
    for factor, fact in (
        (LockInFactor.PORTABILITY, "data_export"),
        (LockInFactor.REPLACEMENT, "replacement_days"),
        (LockInFactor.SUBSTITUTES, "substitutes"),
        (LockInFactor.INTEGRATION, "customisation"),
        (LockInFactor.SKILLS, "skills"),
    )
)
"""The factors of lock-in that one fact alone decides, by their place."""


def of_lock_in(basis: Basis) -> Iterator[Change]:
    """Yield what it would change to know one fact more about how hard a service is to leave."""
    found = basis.recall.each(_of_lock_in, holds(basis), basis.settings)
    yield from chain.from_iterable(found.values())


def _of_lock_in(holds: Mapping[AssetId, Hold], settings: Settings) -> dict[AssetId, list[Change]]:
    levels, least = Levels(settings), settings.thresholds.lock_in[0]
    weights = [settings.weights[factor][0] for factor in LockInFactor]
    whole = sum(weights) or 1.0
    most = [100 * weight / whole for weight in weights]
    ends_of_days = {
        kind: [value_of_replacement(days) for days in row]
        for kind, row in settings.replacement_days.items()
    }
    return {
        id: list(_of_hold(one, levels, most, ends_of_days[one.asset.kind]))
        if one.lock_in.high >= least
        else []
        for id, one in holds.items()
    }


def _of_hold(
    hold: Hold, levels: Levels, most: Sequence[float], ends_of_days: Sequence[float]
) -> Iterator[Change]:
    """Yield what each unknown fact of a service could change; `most` is what each factor may add.

    `ends_of_days` are the values of a replacement that takes the least, usual, most time.
    """
    index, asset, matters = hold.lock_in, hold.asset, hold.matters
    now = levels.of(index.low, index.assumed, index.coverage, matters)
    for place, fact in _ALONE:
        span = hold.ranges[place]
        low, assumed, high = span
        if low == high or getattr(asset, fact) is not None:
            continue
        weight = most[place]
        known = index.coverage + weight / 100
        possible = [
            levels.of(
                index.low + weight * (value - low),
                index.assumed + weight * (value - assumed),
                known,
                matters,
            )
            for value in (ends_of_days if fact == "replacement_days" else span)
        ]
        if any(one is not now for one in possible):
            yield Change(index.asset, fact, hold.worst, (now, *possible))
