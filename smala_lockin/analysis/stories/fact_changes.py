"""What it would change to know one fact more about a thing: how levels move with its value.

Facts whose value nobody gave are read at their low, assumed and high end (semantics, section 10),
all else staying as assumed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple, Self

from smala_lockin.analysis.figures.lock_in_factors import value_of_replacement, value_of_substitutes
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.analysis.rating.gaps import HOURS_A_DAY, Gap
from smala_lockin.analysis.rating.holds import Hold
from smala_lockin.analysis.rating.losses import loss_impact
from smala_lockin.analysis.rating.worked_out import Weighing
from smala_lockin.analysis.rules.lock_in import Levels, most_of
from smala_lockin.analysis.scales.assumptions import Estimate
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.analysis.scales.weighing import Burden, Reading
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.settings import LockInFactor, Settings

_ENDS = 3
"""What is unknown is read at its low, its usual and its high end."""


_SILENT, _MEDIUM, _HIGH = Level.VERY_LOW, Level.MEDIUM, Level.HIGH


class Change(NamedTuple):
    """What a fact could change of one finding: `worth` as in `next_questions`.

    It is `urgent` if a risk of level high could come of what is below medium now.
    """

    asset: AssetId
    fact: str
    worth: int
    urgent: bool
    question: Finding | None = None

    @classmethod
    def of(
        cls,
        asset: AssetId,
        fact: str,
        criticality: int,
        levels: tuple[Level, ...],
        question: Finding | None = None,
    ) -> Self:
        """Return a change of the level now, which leads, to what it could become."""
        most = max(levels)
        worth = criticality * (most - min(levels))
        urgent = most >= _HIGH and levels[0] < _MEDIUM
        return tuple.__new__(cls, (asset, fact, worth, urgent, question))


_change = partial(tuple.__new__, Change)  # of many alike, and twice as fast


def worst_of(basis: Basis, processes: Iterable[AssetId]) -> int:
    """Return the criticality of the worst of some processes; 1 where there is none."""
    known = basis.weighed[Reading.USUAL].criticality
    return max(map(known.__getitem__, processes), default=1)


def of_recovery(basis: Basis, risks: Iterable[Finding]) -> Iterator[Change]:
    """Yield what it would change to know how long things take to be back."""
    loss = Rule.LOSS
    unknown = {
        id: _Recovering(basis.weighings[id], one.level or _SILENT, basis.worst_of[id])
        for one in risks
        if one.rule is not loss
        and basis.landscape.assets[id := one.assets[0]].recovery_hours is None
    }
    yield from basis.recall.marked(_of_recovery, unknown, basis, *basis.scale).values()


class _Recovering(NamedTuple):
    """The outage of something of which nobody knows how long it takes to be back.

    `now` is the level of its risk, `worst` the criticality of the worst process that it stops.
    """

    weighing: Weighing
    now: Level
    worst: int


def _of_recovery(
    recovering: Mapping[AssetId, _Recovering],
    basis: Basis,
    _settings: Settings,
    _revenue: float | None,
) -> dict[AssetId, Change]:
    """Return what it would change, by asset; the basis gives `point_lines` and `weighed`."""
    import numpy as np

    lines = basis.point_lines
    points = [lines.number[id] for id in recovering]
    estimates = [one.weighing.outage.recovery for one in recovering.values()]
    hours = [end for one in estimates if one is not None for end in one[:_ENDS]]
    reached = lines.levels_if_back_after(np.repeat(points, _ENDS), np.array(hours)).tolist()
    found = {}
    for place, (id, one) in enumerate(recovering.items()):
        levels = map(_LEVELS.__getitem__, reached[_ENDS * place : _ENDS * (place + 1)])
        found[id] = Change.of(id, "recovery_hours", one.worst, (one.now, *levels))
    return found


def of_replacement(basis: Basis, asked: Collection[AssetId]) -> Iterator[Change]:
    """Yield what it would change to know how long services, or suppliers, take to replace.

    A supplier that vitally provides something takes as long as that; it is not asked itself, nor
    is what it provides where it is among those `asked` already.
    """
    structure, assets, point_of = basis.structure, basis.landscape.assets, basis.point_of
    days, index, usual = structure.days_lost, structure.index, Reading.USUAL
    laden, worst, likelihoods = basis.laden_of, basis.worst_of, basis.loss_likelihoods
    losing = {
        supplier: _Losing(
            point_of[supplier].stop_times,
            laden[supplier],
            gaps[usual],
            likelihoods[supplier],
            [(one, days[index[one]]) for one in structure.replaced_with(supplier) or (supplier,)],
            worst[supplier],
        )
        for supplier, gaps in basis.loss_gaps.items()
        if supplier not in asked and assets[supplier].replacement_days is None
    }
    found = basis.recall.marked(_of_replacement, losing, basis, *basis.scale)
    yield from chain.from_iterable(found.values())


class _Losing(NamedTuple):
    """A supplier whose replacement takes as long as the longest of these, days by asset.

    `worst` is the criticality of the worst process that stops without it.
    """

    stop_times: Mapping[AssetId, float]
    laden: tuple[Burden, ...]
    gap: Gap
    likelihood: int
    days: list[tuple[AssetId, Estimate]]
    worst: int


def _of_replacement(
    losing: Mapping[AssetId, _Losing],
    basis: Basis,
    settings: Settings,
    _revenue: float | None,
) -> dict[AssetId, list[Change]]:
    """Return what it would change, by supplier; the basis gives `point_lines` and `weighed`."""
    tried = [
        (id, ends, who) for id, one in losing.items() for ends, who in _trials(one.days).items()
    ]
    reached = levels_of_losses(basis, [(id, days) for id, ends, _who in tried for days in ends])
    found: dict[AssetId, list[Change]] = {id: [] for id in losing}
    for id, _ends, who in tried:
        one = losing[id]
        now = _SILENT
        if one.gap.late:
            now = level(one.likelihood, loss_impact(one.gap), settings)
        levels = [next(reached) for _end in range(_ENDS)]
        if any(each is not now for each in levels):
            alike = Change.of(id, "replacement_days", one.worst, (now, *levels))
            found[id] += [_change((each, *alike[1:])) for each in who]
    return found


_Ends = tuple[float, float, float]


def _trials(days: list[tuple[AssetId, Estimate]]) -> dict[_Ends, list[AssetId]]:
    """Return how long all take with each end of one that is unknown, and of which that holds.

    What does not take longest even at its high end is left out: all take as long whatever it is.
    """
    longest = next_longest = 0.0
    for _one, (_low, usual, _high, _known) in days:
        if usual > longest:
            longest, next_longest = usual, longest
        elif usual > next_longest:
            next_longest = usual
    found: dict[_Ends, list[AssetId]] = {}
    for one, (low, usual, high, known) in days:
        others = next_longest if usual == longest else longest
        if not known and high > others:
            ends = low if low > others else others, usual if usual > others else others, high
            found.setdefault(ends, []).append(one)
    return found


def levels_of_losses(basis: Basis, lost: Sequence[tuple[AssetId, float]]) -> Iterator[Level]:
    """Yield the level of losing each of these suppliers for so many days."""
    if not lost:
        return
    import numpy as np

    lines = basis.point_lines
    points = np.array([lines.number[supplier] for supplier, _days in lost])
    hours = np.array([days * HOURS_A_DAY for _supplier, days in lost])
    yield from map(_LEVELS.__getitem__, lines.levels_if_lost(points, hours).tolist())


_LEVELS = tuple(Level)


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

_REPLACEMENT = tuple(LockInFactor).index(LockInFactor.REPLACEMENT)
_SUBSTITUTES = tuple(LockInFactor).index(LockInFactor.SUBSTITUTES)


def of_lock_in(basis: Basis) -> Iterator[Change]:
    """Yield what it would change to know one fact more about how hard a service is to leave."""
    found = basis.recall.each(_of_lock_in, basis.holds, basis.settings)
    yield from chain.from_iterable(found.values())


def _of_lock_in(holds: Mapping[AssetId, Hold], settings: Settings) -> dict[AssetId, list[Change]]:
    levels, most = Levels(settings), most_of(settings)
    heaviest = max([most[factor] for factor, _fact in _ALONE])
    ends_of_days = {
        kind: tuple(map(value_of_replacement, row))
        for kind, row in settings.replacement_days.items()
    }
    found: dict[AssetId, list[Change]] = dict.fromkeys(holds, _UNCHANGED)
    for id, one in holds.items():
        _id, lowest, usual, high, coverage, _service = one.lock_in
        if high < levels.least:
            continue
        now = levels.place(lowest, usual, coverage)
        if now or levels.place(lowest + heaviest, usual + heaviest, coverage + heaviest / 100):
            found[id] = list(_of_hold(one, now, levels, most, ends_of_days[one.asset.kind]))
    return found


_UNCHANGED: list[Change] = []


def _of_hold(
    hold: Hold, now: int, levels: Levels, most: Sequence[float], ends_of_days: tuple[float, ...]
) -> Iterator[Change]:
    """Yield what each unknown fact of a service could change, which has the level at `now`.

    `most` is what each factor may add. `ends_of_days` are the values of a replacement that takes
    the least, usual, most time.
    """
    asset, index, ranges, matters, _may_matter, worst, offered = hold
    id, lowest, usual, _highest, coverage, _service = index
    least, enough, place_of = levels.least, levels.enough, levels.place
    for factor, fact in _ALONE:
        low, assumed, high = span = ranges[factor]
        if low == high or getattr(asset, fact) is not None:
            continue
        weight = most[factor]
        known = coverage + weight / 100
        if factor == _SUBSTITUTES and offered:
            # What the catalogue knows goes on to count for a company that has none of its own.
            least_left = lowest + weight * value_of_substitutes(offered)
            places = [
                place_of(least_left, usual, coverage),
                place_of(lowest, usual - weight * assumed, known),
            ]
        else:
            best, between, last = span if factor != _REPLACEMENT else ends_of_days
            # An index rises with each of its factors: what its ends leave alone all between does.
            top_low, top = lowest + weight * (last - low), usual + weight * (last - assumed)
            if not now and top_low < least and (known < enough or top < least):
                continue
            places = [
                place_of(lowest + weight * (best - low), usual + weight * (best - assumed), known),
                place_of(
                    lowest + weight * (between - low), usual + weight * (between - assumed), known
                ),
                place_of(top_low, top, known),
            ]
        if places.count(now) < len(places):
            ladder = levels.ladder(matters)
            yield Change.of(id, fact, worst, (ladder[now], *[ladder[one] for one in places]))
