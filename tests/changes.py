"""Random edits of landscapes: any fact of anything on the map, what comes, what goes, settings."""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from datetime import date
from typing import Any

from smala_lockin.domain import edits
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId, RedundancyGroup
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.facts import FACTS, FactRule, Holds
from smala_lockin.domain.kinds import AssetKind, Control, Need, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company
from smala_lockin.domain.settings import Settings, SovereigntyWeights
from smala_lockin.domain.thresholds import THRESHOLDS

_DAYS = (date(2025, 12, 1), date(2026, 3, 1), date(2027, 1, 1), date(2029, 1, 1))
_CODES = ("BE", "US", "CN", "FR")


def fact_values(rule: FactRule, chance: random.Random) -> list[object]:
    """Return some values of a fact, in which each may differ from the next."""
    lists = [(), (chance.choice(_CODES),), tuple(chance.sample(_CODES, 2))]
    match rule.holds:
        case Holds.TEXT:
            return ["odoo", "GPT", "text"]
        case Holds.TEXTS:
            return [(), ("Odoo",), ("a", "b")]
        case Holds.COUNTRY:
            return list(_CODES)
        case Holds.COUNTRIES:
            return list(lists)
        case Holds.REGIONS:
            return [*lists, ("EU",)]
        case Holds.WHOLE:
            return [n for n in (1, 2, 3, 4, 5, 90) if rule.low <= n <= rule.high]
        case Holds.AMOUNT:
            return [0.5, 3.0, 30.0, 400.0, 100_000.0]
        case Holds.FLAG:
            return [False, True]
        case Holds.DATE:
            return list(_DAYS)
        case Holds.CHOICE:
            assert rule.choices is not None
            return list(rule.choices)
        case Holds.LEVELS:
            return [dict.fromkeys(rule.parts, 1), dict.fromkeys(rule.parts[:3], 4)]


ASSET: Mapping[str, Callable[[random.Random], list[object]]] = {
    "kind": lambda _chance: list(AssetKind),
    "name": lambda _chance: ["A name", "other"],
    **{
        name: lambda chance, rule=rule: [None, *fact_values(rule, chance)]  # type: ignore[misc]
        for name, rule in FACTS.items()
    },
}
"""For each thing that may be said of an asset some values of it."""

DEPENDENCY: Mapping[str, list[object]] = {
    "role": list(Role),
    "need": list(Need),
    "buffer_hours": [0.0, 3.0, 500.0],
    "control": list(Control),
    "carries_data": [None, False, True],
}
GROUP: Mapping[str, list[object]] = {
    "needed": [1, 2, 3],
    "switch_hours": [None, 0.0, 5.0, 300.0],
    "tested_on": [None, *_DAYS],
}
COMPANY: Mapping[str, list[object]] = {
    "name": ["Us"],
    "country": [None, "BE", "US"],
    "currency": ["EUR", "CHF"],
    "language": ["fr"],
    "revenue": [None, 0.0, 20_000.0, 1e7],
}
SETTINGS: Mapping[str, Callable[[Settings], object]] = {
    "thresholds": lambda now: replace(now.thresholds, important_criticality=2),
    "weights": lambda now: {key: (row[0] / 2 + 1,) for key, row in now.weights.items()},
    "matrix": lambda now: dict.fromkeys(now.matrix, (1, 2, 2, 3, 4)),
    "likelihood": lambda now: dict.fromkeys(now.likelihood, (5, 4, 3, 3, 2)),
    "impact": lambda now: dict.fromkeys(now.impact, (3, 4)),
    "cut_off": lambda _now: {"US": (4.0,)},
    "recovery_hours": lambda now: dict.fromkeys(now.recovery_hours, (2.0, 30.0, 90.0)),
    "replacement_days": lambda now: dict.fromkeys(now.replacement_days, (2.0, 60.0, 90.0)),
    "max_outage_hours": lambda now: dict.fromkeys(now.max_outage_hours, (20.0,)),
    "switch_hours": lambda now: now.switch_hours + 50,
    "rules_off": lambda _now: frozenset({"spof", "loss", "lock_in"}),
    "sovereignty": lambda _now: list(SovereigntyWeights)[-1],
}
"""For each field of the settings another value of it."""

_IDENTITY = {"id", "source", "target", "group"}
"""What makes a thing another one."""

_UNREAD = {"custom", "origin", "extra"}
"""What no analysis reads."""


def edited(landscape: Landscape, seed: int) -> Landscape:
    """Return a landscape after one edit; as it is where that would make no sense."""
    chance = random.Random(seed)
    edit = chance.choice(_EDITS)
    try:
        return edit(landscape, chance)
    except (LockinError, IndexError, ValueError):
        return landscape


@contextmanager
def sensible() -> Iterator[None]:
    """Skip what would make no sense on a map."""
    with suppress(LockinError):
        yield


def otherwise(landscape: Landscape, name: str) -> Iterator[Landscape]:
    """Yield a landscape with one fact of dependencies, groups or the company otherwise."""
    for values, part in (
        (DEPENDENCY, landscape.dependencies),
        (GROUP, landscape.groups),
        (COMPANY, {"": landscape.company}),
    ):
        for value in values.get(name, ()):
            for one in list(part.values())[:3]:
                with sensible():
                    yield _put(landscape, one, {name: value})


def _put(landscape: Landscape, one: Any, other: dict[str, Any]) -> Landscape:
    changed = replace(one, **other)
    if isinstance(changed, Company):
        return replace(landscape, company=changed)
    if isinstance(changed, RedundancyGroup):
        return edits.put_group(landscape, changed)
    if "need" in other:
        return edits.put_need(landscape, changed.id, changed.need)
    return edits.put_dependencies(landscape, [changed])


def with_threshold(landscape: Landscape, name: str) -> Landscape:
    """Return a landscape in which one threshold is half of what it was."""
    now = landscape.settings.thresholds
    row = tuple(one // 2 if THRESHOLDS[name].is_whole else one / 2 for one in now.row(name))
    row = tuple(max(one, THRESHOLDS[name].low) for one in row)
    other: dict[str, Any] = {name: row if isinstance(getattr(now, name), tuple) else row[0]}
    changed = replace(now, **other)
    return edits.put_settings(landscape, replace(landscape.settings, thresholds=changed))


def with_setting(landscape: Landscape, name: str) -> Landscape:
    """Return a landscape in which one field of the settings is another."""
    other: dict[str, Any] = {name: SETTINGS[name](landscape.settings)}
    return edits.put_settings(landscape, replace(landscape.settings, **other))


def _put_fact(landscape: Landscape, chance: random.Random) -> Landscape:
    fact = chance.choice(list(ASSET))
    asset = chance.choice(list(landscape.assets))
    return edits.put_fact(landscape, [asset], fact, chance.choice(ASSET[fact](chance)))


def _put_dependency(landscape: Landscape, chance: random.Random) -> Landscape:
    return _put_other(landscape, chance, list(landscape.dependencies.values()), DEPENDENCY)


def _put_group(landscape: Landscape, chance: random.Random) -> Landscape:
    return _put_other(landscape, chance, list(landscape.groups.values()), GROUP)


def _put_company(landscape: Landscape, chance: random.Random) -> Landscape:
    return _put_other(landscape, chance, [landscape.company], COMPANY)


def _put_other(
    landscape: Landscape,
    chance: random.Random,
    things: list[Any],
    values: Mapping[str, list[object]],
) -> Landscape:
    name = chance.choice(list(values))
    return _put(landscape, chance.choice(things), {name: chance.choice(values[name])})


def _add_dependency(landscape: Landscape, chance: random.Random) -> Landscape:
    source, target = chance.sample(list(landscape.assets), 2)
    made = Dependency(
        id=DependencyId(edits.new_id("new", landscape.dependencies)),
        source=source,
        target=target,
        role=chance.choice(list(Role)),
        need=chance.choice(list(Need)),
        buffer_hours=chance.choice((0.0, 8.0)),
    )
    return edits.put_dependencies(landscape, [made])


def _join(landscape: Landscape, chance: random.Random) -> Landscape:
    source = chance.choice(list(landscape.assets))
    alone = [one.id for one in landscape.needs[source] if one.group is None]
    return edits.group(landscape, chance.sample(alone, 2))


def _add_asset(landscape: Landscape, chance: random.Random) -> Landscape:
    id = AssetId(edits.new_id(chance.choice("az"), landscape.assets))
    made = Asset(id=id, kind=chance.choice(list(AssetKind)), name=id)
    return edits.put_assets(landscape, [made])


def _reorder(landscape: Landscape, chance: random.Random) -> Landscape:
    ids = chance.sample(list(landscape.assets), len(landscape.assets))
    return replace(landscape, assets={id: landscape.assets[id] for id in ids})


_EDITS: list[Callable[[Landscape, random.Random], Landscape]] = [
    *[_put_fact] * 6,
    *[_put_dependency] * 4,
    *[_add_dependency] * 3,
    _put_group,
    _join,
    _add_asset,
    _reorder,
    _put_company,
    lambda it, chance: edits.ungroup(it, chance.choice(list(it.groups))),
    lambda it, chance: edits.remove_assets(it, [chance.choice(list(it.assets))]),
    lambda it, chance: edits.remove_dependencies(it, [chance.choice(list(it.dependencies))]),
    lambda it, chance: with_threshold(it, chance.choice(list(THRESHOLDS))),
    lambda it, chance: with_setting(it, chance.choice(list(SETTINGS))),
]


def fields_of(thing: type) -> set[str]:
    """Return what a thing on the map holds that an edit may change in place."""
    owned = {"owner"} if thing is RedundancyGroup else set()
    return {one.name for one in fields(thing)} - _IDENTITY - _UNREAD - owned
