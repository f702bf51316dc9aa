"""Which unknown fact is worth most to know, read out slowly; sharing no code with the package.

    next_questions(landscape, today, rows) -> what to ask first, the best question leading

Semantics, section 7: for each unknown fact the sum, over the risks that rest on it, of the
criticality of the worst process times the largest change of level over what the fact could be: its
low, its assumed and its high value, all else staying as assumed. Risks are those of things that
break, people, suppliers that are lost, and what is hard to leave; a question counts as a risk that
is very low until it is answered. One question for each asset, three in all; what could turn out
high and is below medium now comes first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import Customisation, DataExport, Skills
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_questions, oracle_risks, oracle_rules
from tests.analysis.oracle_asked import Asked
from tests.analysis.oracle_figures import Rows
from tests.analysis.oracle_risks import level

MEDIUM, HIGH, SHOWN = 2, 3, 3
ALONE: dict[str, Sequence[Any]] = {
    "data_export": tuple(DataExport),
    "substitutes": ((), ("a", "b", "c")),
    "customisation": tuple(Customisation),
    "skills": tuple(Skills),
}
"""What each fact could be that decides a factor of lock-in all by itself, durations apart."""
MAX_OUTAGE = {1: 720.0, 2: 168.0, 3: 72.0, 4: 24.0, 5: 8.0}


class Best(NamedTuple):
    """A fact to ask for: what it is worth, and whether an answer could be bad news."""

    asset: str
    fact: str
    worth: float
    urgent: bool


class Resting(NamedTuple):
    """A risk that rests on a fact: its worst process, its level now, and those it could have."""

    asset: str
    fact: str
    criticality: int
    now: int
    could_be: tuple[int, ...]


def next_questions(landscape: Landscape, today: date, rows: Rows) -> list[Best]:
    asked = oracle_questions.questions(landscape, today, rows)
    lost = {key.partition(":")[2] for key in asked if key.startswith("loss:")}
    resting = [
        *of_questions(landscape, asked),
        *of_recovery(landscape, today),
        *of_replacement(landscape, lost),
        *of_lock_in(landscape, today, rows),
    ]
    if any(one.kind == "process" for one in landscape.assets.values()):
        resting += of_processes(landscape, today)
    worth: dict[tuple[str, str], float] = {}
    urgent: set[tuple[str, str]] = set()
    for one in resting:
        levels = (one.now, *one.could_be)
        key = (one.asset, one.fact)
        worth[key] = worth.get(key, 0.0) + one.criticality * (max(levels) - min(levels))
        if one.now < MEDIUM and max(levels) >= HIGH:
            urgent.add(key)
    every = [Best(*key, value, key in urgent) for key, value in worth.items() if value > 0]
    every.sort(key=lambda one: (not one.urgent, -one.worth, one.asset, one.fact))
    first = [one for n, one in enumerate(every) if one.asset not in {o.asset for o in every[:n]}]
    return [*which_activities(landscape), *first][:SHOWN]


def which_activities(landscape: Landscape) -> list[Best]:
    """Without any process all hangs on what the stand-ins serve."""
    found = oracle.processes(landscape)
    if not found or any(one.kind == "process" for one in landscape.assets.values()):
        return []
    return [Best(min(found), "process", oracle.weight(landscape, found), urgent=True)]


def worst_of(landscape: Landscape, processes: Iterable[str]) -> int:
    return max((oracle.weight(landscape, [one]) for one in processes), default=1)


def of_questions(landscape: Landscape, asked: dict[str, Asked]) -> Iterator[Resting]:
    """Questions but those about leaving, which hang on several facts and are weighed by each."""
    for key, one in asked.items():
        if not key.startswith("lock_in"):
            about = one.stops or {p for id in one.assets for p in needing(landscape, id)}
            worst = worst_of(landscape, about)
            yield Resting(one.assets[0], one.facts[0], worst, 0, (one.could_be,))


def needing(landscape: Landscape, id: str) -> set[str]:
    """The processes that stop without something, or use it, and itself if it is one."""
    processes = oracle.processes(landscape)
    users = {str(d.source) for d in landscape.dependencies.values() if d.target == id}
    return {*oracle.stops(landscape, f"asset:{id}"), *(processes & {id, *users})}


def with_fact(landscape: Landscape, id: str, fact: str, value: Any) -> Landscape:
    given: dict[str, Any] = {fact: value}
    changed = replace(landscape.assets[AssetId(id)], **given)
    return replace(landscape, assets={**landscape.assets, AssetId(id): changed})


def breaking(landscape: Landscape) -> Iterator[tuple[Asset, dict[str, float]]]:
    """What breaks and stops processes all by itself, with when they stop."""
    for id, one in oracle.assets_of(landscape).items():
        stops = oracle_risks.point_stops(landscape, id)
        if stops and one.kind not in ("supplier", "process"):
            yield one, stops


def of_recovery(landscape: Landscape, today: date) -> Iterator[Resting]:
    for one, stops in breaking(landscape):
        if one.recovery_hours is None:
            found = [
                oracle_risks.of_asset(changed, one.id, stops, today).levels[1]
                for hours in oracle_risks.RECOVERY[one.kind]
                for changed in [with_fact(landscape, one.id, "recovery_hours", hours)]
            ]
            now = oracle_risks.of_asset(landscape, one.id, stops, today).levels[1]
            yield Resting(one.id, "recovery_hours", worst_of(landscape, stops), now, tuple(found))


def level_if_lost(landscape: Landscape, supplier: str) -> int:
    """The level of losing a supplier; very low if all hold out."""
    found = oracle_risks.gap(landscape, [supplier], 1)
    if found is None or not found.late:
        return 0
    impact = oracle_risks.within(max(found.impact, found.of_cost))
    return level(oracle_risks.loss_likelihood(landscape, supplier), impact)


def of_replacement(landscape: Landscape, asked: set[str]) -> Iterator[Resting]:
    """How long each thing takes that a supplier provides, or the supplier itself.

    Not where it is asked already how long the supplier takes.
    """
    for id, one in oracle.assets_of(landscape).items():
        stops = oracle_risks.point_stops(landscape, id)
        known = one.kind != "supplier" or one.replacement_days is not None
        if known or not stops or id in asked:
            continue
        provided = [
            it
            for it in oracle_risks.vitally_provided(landscape, id)
            if it.kind != "process" or it.replacement_days is not None
        ]
        for it in provided or [one]:
            if it.replacement_days is None:
                found = [
                    level_if_lost(with_fact(landscape, it.id, "replacement_days", days), id)
                    for days in oracle_risks.REPLACEMENT[it.kind]
                ]
                now, worst = level_if_lost(landscape, id), worst_of(landscape, stops)
                yield Resting(it.id, "replacement_days", worst, now, tuple(found))


def of_lock_in(landscape: Landscape, today: date, rows: Rows) -> Iterator[Resting]:
    for id, one in oracle.assets_of(landscape).items():
        if one.kind not in oracle_figures.SERVICES:
            continue
        could_be: dict[str, Sequence[Any]] = {
            **ALONE,
            "replacement_days": oracle_risks.REPLACEMENT[one.kind],
        }
        stops = oracle.stops(landscape, f"asset:{id}")
        about = {*stops, *({id} & oracle.processes(landscape))}
        factors = [factor_of(landscape, id, number, today, rows) for number in range(8)]
        now = level_if_captive(landscape, factors, stops)
        for fact, values in could_be.items():
            if getattr(one, fact) is None:
                found = []
                for value in values:
                    changed, number = with_fact(landscape, id, fact, value), FACTOR[fact]
                    others = [*factors]
                    others[number] = factor_of(changed, id, number, today, rows)
                    found.append(level_if_captive(landscape, others, stops))
                yield Resting(id, fact, worst_of(landscape, about), now, tuple(found))


FACTOR = {
    "data_export": 0,
    "replacement_days": 1,
    "substitutes": 2,
    "customisation": 3,
    "skills": 6,
}
"""Which factor of lock-in each of these facts decides."""


def factor_of(
    landscape: Landscape, id: str, number: int, today: date, rows: Rows
) -> tuple[float, float, float]:
    """A factor of lock-in at its best, as assumed, at its worst."""
    one = oracle.assets_of(landscape)[id]
    best, worst = oracle_figures.bounds(number, one, landscape, rows, today)
    return best, oracle_figures.assumed(number, one, landscape, rows, today), worst


def level_if_captive(
    landscape: Landscape, factors: Sequence[tuple[float, float, float]], stops: set[str]
) -> int:
    """The level of being held by a service; very low where the rule is silent."""
    weighed = list(zip(oracle_figures.WEIGHTS, factors, strict=True))
    low = sum(weight * best for weight, (best, _usual, _worst) in weighed)
    assumed = sum(weight * usual for weight, (_best, usual, _worst) in weighed)
    known = sum(weight for weight, (best, _usual, worst) in weighed if best == worst) / 100
    enough = oracle_rules.at_least
    if not (enough(low, 60) or (enough(assumed, 60) and enough(known, 0.4))):
        return 0
    given = [oracle.assets_of(landscape)[p].criticality or 0 for p in stops]
    return level(3, 2 + (max(given, default=0) >= 4) + enough(assumed, 75))


def of_processes(landscape: Landscape, today: date) -> Iterator[Resting]:
    """What the risks that a process stops under rest on, each within its range of levels."""
    every = [*of_points(landscape, today), *of_losses(landscape)]
    for p in oracle.processes(landscape):
        one = oracle.assets_of(landscape)[p]
        usual = MAX_OUTAGE[one.criticality or 3]
        ends = [MAX_OUTAGE[one.criticality]] * 2 if one.criticality else [8.0, 720.0]
        values: dict[str, list[Any]] = {
            "criticality": [1, 3, 5],
            "max_outage_hours": [ends[0] / 4, usual, ends[1] * 4],
        }
        for fact, tried in values.items():
            if getattr(one, fact) is not None:
                continue
            for risk in every:
                if p in risk.stops:
                    low, high = risk.span
                    found = [
                        min(max(risk.again(with_fact(landscape, p, fact, value)), low), high)
                        for value in tried
                    ]
                    worst = worst_of(landscape, risk.stops)
                    yield Resting(p, fact, worst, risk.now, tuple(found))


class Risk(NamedTuple):
    """A risk as it is, and how to weigh it again on a map that differs in a fact."""

    stops: dict[str, float]
    now: int
    span: tuple[int, int]
    again: Any


def of_points(landscape: Landscape, today: date) -> Iterator[Risk]:
    for one, stops in breaking(landscape):

        def again(changed: Landscape, id: str = one.id, at: dict[str, float] = stops) -> int:
            return oracle_risks.of_asset(changed, id, at, today).levels[1]

        levels = oracle_risks.of_asset(landscape, one.id, stops, today).levels
        yield Risk(stops, levels[1], (min(levels), max(levels)), again)


def of_losses(landscape: Landscape) -> Iterator[Risk]:
    for key, told in oracle_rules.losses(landscape):
        id = key.partition(":")[2]

        def again(changed: Landscape, id: str = id) -> int:
            return level_if_lost(changed, id)

        yield Risk(oracle_risks.point_stops(landscape, id), told.level, told.span, again)
