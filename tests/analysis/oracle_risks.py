"""How risks weigh, read out slowly: the risk curve, gaps, and what rules about outages find.

The whole chain from the facts of a map, sharing no code with the package.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle

READINGS = (0, 1, 2)
"""At the harmless end, as usual, at the harmful end."""

MATRIX = {
    5: (2, 3, 3, 4, 4),
    4: (1, 2, 3, 3, 4),
    3: (1, 1, 2, 3, 3),
    2: (0, 1, 1, 2, 2),
    1: (0, 0, 1, 1, 2),
}
OFTEN = {
    "cloud_service": (4, 3, 2, 1, 1),
    "application": (4, 3, 2, 1, 1),
    "ai_service": (5, 4, 3, 2, 1),
    "infrastructure": (4, 3, 2, 2, 1),
    "data": (3, 3, 2, 2, 1),
    "people": (5, 4, 4, 3, 2),
    "location": (3, 2, 2, 1, 1),
    "process": (2, 2, 2, 1, 1),
    "supplier": (2, 2, 2, 2, 2),
}
RECOVERY = {
    "application": (4, 24, 120), "cloud_service": (2, 8, 72), "ai_service": (1, 8, 72),
    "data": (4, 24, 168), "infrastructure": (4, 24, 168), "people": (24, 120, 1440),
    "location": (8, 72, 1440), "supplier": (24, 72, 336), "process": (4, 24, 120),
}  # fmt: skip
REPLACEMENT = {
    "application": (30, 120, 365), "cloud_service": (30, 90, 270), "ai_service": (3, 14, 90),
    "data": (14, 90, 365), "infrastructure": (7, 30, 180), "people": (60, 120, 365),
    "location": (60, 180, 540), "supplier": (30, 90, 365), "process": (30, 120, 365),
}  # fmt: skip
LISTED = {"CN": 3}
PLANNED = {"application", "cloud_service", "ai_service", "infrastructure"}


class Weight(NamedTuple):
    """Likelihood and impact of a risk at the three readings; `least` is what its impact is."""

    likelihoods: tuple[int, int, int]
    impacts: tuple[int, int, int]
    least: int = 1

    @property
    def likelihood(self) -> int:
        return self.likelihoods[1]

    @property
    def impact(self) -> int:
        return max(self.impacts[1], self.least)

    @property
    def levels(self) -> tuple[int, ...]:
        both = zip(self.likelihoods, self.impacts, strict=True)
        return tuple(level(often, max(impact, self.least)) for often, impact in both)

    @property
    def rank(self) -> tuple[int, int, int]:
        return self.levels[1], self.impact, self.likelihood


NEVER = Weight((1, 1, 1), (1, 1, 1))


class Told(NamedTuple):
    """What a rule says: the level as usual, and between which it lies."""

    likelihood: int
    impact: int
    level: int
    span: tuple[int, int]

    @classmethod
    def of(cls, weight: Weight) -> "Told":
        return cls.of_worst([weight])

    @classmethod
    def of_worst(cls, weights: Sequence[Weight]) -> "Told":
        """The worst of several as usual, its span from the worst of each reading."""
        usual = max(weights, key=lambda one: one.rank)
        levels = [max(one.levels[reading] for one in weights) for reading in READINGS]
        return cls(usual.likelihood, usual.impact, usual.levels[1], (min(levels), max(levels)))


def level(likelihood: int, impact: int) -> int:
    return MATRIX[likelihood][impact - 1]


def within(value: int) -> int:
    return min(max(value, 1), 5)


def criticality(landscape: Landscape, process: str, reading: int) -> int:
    given = oracle.assets_of(landscape)[process].criticality
    return (1, 3, 5)[reading] if given is None else given


def tolerance(landscape: Landscape, process: str, reading: int) -> float:
    one = oracle.assets_of(landscape)[process]
    usual = oracle.max_outage(landscape, process)
    if one.max_outage_hours is not None or reading == 1:
        return usual
    if one.criticality is None:  # any of the scale, from 8 to 720 hours
        return (2880.0, usual, 2.0)[reading]
    return usual * (4, 1, 0.25)[reading]


def impact_of_cost(landscape: Landscape, cost: float) -> int:
    revenue = landscape.company.revenue
    if not revenue:
        return 0
    return 1 + sum(cost / revenue >= share for share in (0.001, 0.005, 0.02, 0.05))


def cost_of(landscape: Landscape, still: Mapping[str, float]) -> float:
    known = oracle.assets_of(landscape)
    return sum(
        (known[p].outage_cost_per_day or 0.0) / 24 * max(hours, 0.0)
        for p, hours in still.items()
        if known[p].kind == "process"
    )


def point_stops(landscape: Landscape, asset: str) -> dict[str, float]:
    """T of the processes that an asset alone stops, itself apart."""
    times = oracle.stop_times(landscape, [asset])
    return {p: times[p] for p in oracle.stops(landscape, f"asset:{asset}")}


def lately(day: date | None, today: date) -> bool:
    return day is not None and today - timedelta(days=365) <= day <= today


def tested(one: Asset, today: date) -> bool:
    plan = one.kind in PLANNED and one.exit_plan in (None, "tested")
    if plan and lately(one.exit_plan_tested_on, today):
        return True
    return one.kind == "ai_service" and lately(one.fallback_tested_on, today)


def curve(
    landscape: Landscape,
    stops: Mapping[str, float],
    kind: str,
    *,
    recovery: float | None = None,
    guessed: tuple[float, float, float] | None = None,
    units: int | None = None,
    was_tested: bool = False,
    least: int = 1,
) -> Weight:
    """The risk curve: `recovery` as known, else `guessed` low, usual and high.

    No impact counts as less than `least`.
    """
    best = []
    for reading in READINGS:
        points = []
        margins = {p: at + tolerance(landscape, p, reading) for p, at in stops.items()}
        for margin in set(margins.values()):
            late = {p for p, one in margins.items() if one <= margin}
            impact = max(_felt(landscape, stops, late, margin, reading), least)
            often = OFTEN[kind][sum(margin >= bound for bound in (4, 24, 72, 720))]
            hours = recovery
            if recovery is None and guessed is not None and reading != 1:
                hours = guessed[reading]
            if hours is not None:
                moved = 1 if hours > margin else -1
                if recovery is None:  # what is usual lies between the ends
                    moved = min(moved, 0) if reading == 0 else max(moved, 0)
                often += moved
            if units is not None and units >= 2:
                often -= 2 if kind == "people" and units >= 3 else 1
            often = within(often - was_tested)
            points.append((level(often, impact), impact, -margin, often))
        best.append(max(points))
    low, usual, high = best
    return Weight((low[3], usual[3], high[3]), (low[1], usual[1], high[1]))


def _felt(
    landscape: Landscape, stops: Mapping[str, float], late: set[str], margin: float, reading: int
) -> int:
    base = {1: 1, 2: 2, 3: 3, 4: 4, 5: 4}
    impact = max(base[criticality(landscape, p, reading)] for p in late)
    rest = oracle.processes(landscape) - late
    heavy = sum(criticality(landscape, p, reading) for p in late)
    if heavy >= sum(criticality(landscape, p, 2 - reading) for p in rest):
        impact = min(impact + 1, 5)
    cost = cost_of(landscape, {p: margin - at for p, at in stops.items()})
    return max(impact, impact_of_cost(landscape, cost))


def of_asset(
    landscape: Landscape,
    id: str,
    stops: Mapping[str, float],
    today: date,
    *,
    also: bool = False,
    least: int = 1,
) -> Weight:
    """The curve of an asset that breaks; `also` where what stands in was tested lately."""
    one = oracle.assets_of(landscape)[id]
    return curve(
        landscape,
        stops,
        one.kind,
        recovery=one.recovery_hours,
        guessed=RECOVERY[one.kind],
        units=one.units,
        was_tested=also or tested(one, today),
        least=least,
    )


def of_member(landscape: Landscape, id: str, stops: Mapping[str, float], today: date) -> Weight:
    """The curve of something that others were to stand in for."""
    if oracle.assets_of(landscape)[id].kind == "process":
        return curve(landscape, stops, "process")
    return of_asset(landscape, id, stops, today)


def days_lost(landscape: Landscape, id: str, reading: int) -> float:
    one = oracle.assets_of(landscape)[id]
    if one.replacement_days is not None:
        return one.replacement_days
    if one.kind != "supplier":
        return REPLACEMENT[one.kind][reading]
    everything = vitally_provided(landscape, id)
    provided = [it for it in everything if it.kind != "process" or it.replacement_days is not None]
    if not provided:
        return (30, 90, 365)[reading]
    known = [it.replacement_days for it in everything]
    usual = max(
        REPLACEMENT[it.kind][1] if it.replacement_days is None else it.replacement_days
        for it in provided
    )
    low = max(
        REPLACEMENT[it.kind][0] if it.replacement_days is None else it.replacement_days
        for it in provided
    )
    high = max(365, usual) if None in known else usual
    return (min(30, low), usual, high)[reading]


def vitally_provided(landscape: Landscape, supplier: str) -> list[Asset]:
    sources = {
        d.source
        for d in landscape.dependencies.values()
        if d.target == supplier and d.role == "provided_by" and d.need == "vital"
    }
    return [landscape.assets[one] for one in sources]


class Gap(NamedTuple):
    late: list[str]
    impact: int
    of_cost: int


def gap(landscape: Landscape, seeds: Iterable[str], reading: int) -> Gap | None:
    """How far the loss of all these outlasts what processes tolerate; None: nothing stops.

    A single seed does not count among what it stops.
    """
    down = set(seeds)
    hours = {one: 24 * days_lost(landscape, one, reading) for one in down}
    stops, backs = oracle.stop_times(landscape, hours), oracle.return_times(landscape, hours)
    stopped = oracle.failed(landscape, down) & oracle.processes(landscape)
    if not stopped:
        return None
    over = {p: backs[p] - stops[p] - tolerance(landscape, p, reading) for p in stopped}
    base = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}
    impact = {
        p: base[criticality(landscape, p, reading)] + (h > 240) + (h > 1440)
        for p, h in over.items()
    }
    late = [p for p in stopped if over[p] > 0]
    worst = max(impact[p] for p in late or stopped)
    cost = cost_of(landscape, {p: backs[p] - stops[p] for p in stopped})
    return Gap(late, worst, impact_of_cost(landscape, cost))


def loss_likelihood(landscape: Landscape, supplier: str) -> int:
    kinds = {
        landscape.assets[d.source].kind
        for d in landscape.dependencies.values()
        if d.target == supplier and d.role == "provided_by"
    }
    usual = {frozenset({"ai_service"}): 3, frozenset({"infrastructure"}): 1}.get(
        frozenset(str(kind) for kind in kinds), 2
    )
    vital = vitally_provided(landscape, supplier)
    ready = bool(vital) and all(it.kind in PLANNED and it.exit_plan == "tested" for it in vital)
    return within(usual - ready)


def of_loss(landscape: Landscape, seeds: Iterable[str], supplier: str) -> tuple[Weight, list[Gap]]:
    likelihood = loss_likelihood(landscape, supplier)
    return _of_gaps(landscape, seeds, likelihood, lambda one: one.impact)


def of_cut_off(landscape: Landscape, country: str) -> tuple[Weight, list[Gap]]:
    seeds = oracle.seeds(landscape, f"country:{country}")
    likelihood = LISTED.get(country, 2)
    count = len(oracle.processes(landscape))
    return _of_gaps(
        landscape, seeds, likelihood, lambda one: within(one.impact + (2 * len(one.late) > count))
    )


def _of_gaps(
    landscape: Landscape, seeds: Iterable[str], likelihood: int, counted: Callable[[Gap], int]
) -> tuple[Weight, list[Gap]]:
    gaps = [gap(landscape, seeds, reading) for reading in READINGS]
    known = [one for one in gaps if one is not None]
    if not known:
        return NEVER, []
    low, usual, high = (within(max(counted(one), one.of_cost)) for one in known)
    return Weight((likelihood,) * 3, (low, usual, high)), known
