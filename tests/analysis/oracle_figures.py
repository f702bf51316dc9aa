"""Lock-in, exit clocks and concentration read out slowly, sharing no code with the package."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import count, product
from math import inf, log
from types import SimpleNamespace
from typing import Any

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle

WEIGHTS = (20, 20, 15, 15, 10, 10, 5, 5)
SERVICES = {"application", "cloud_service", "ai_service"}
Rows = Mapping[str, Sequence[tuple[str, str]]]


def rolled(end: date, months: int) -> date:
    year, month = end.year + (end.month - 1 + months) // 12, (end.month - 1 + months) % 12 + 1
    for day in range(end.day, 0, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise AssertionError


@cache
def next_exit(end: date, notice: int, months: int, today: date) -> tuple[date, int]:
    """The end whose last day of notice is today or later, and how often it was rolled."""
    for times in count():
        found = rolled(end, times * months)
        if found - timedelta(days=notice) >= today:
            return found, times
    raise AssertionError


def value_of(factor: int, one: Asset, landscape: Landscape, rows: Rows, today: date) -> float:
    """A factor of an asset all of whose facts are known."""
    if factor == 0:
        return {"open": 0.0, "partial": 0.5, "none": 1.0}[str(one.data_export)]
    if factor == 1:
        days = one.replacement_days
        assert days is not None
        return 0.0 if days == 0 else min(1.0, max(0.0, log(days / 5) / log(73)))
    if factor == 2:
        return 1 - min(1.0, len(one.substitutes or ()) / 3)
    if factor == 3:
        vital = {
            d.source
            for d in landscape.dependencies.values()
            if d.target == one.id and d.need == "vital"
        }
        built = {"none": 0.0, "some": 0.5, "heavy": 1.0}[str(one.customisation)]
        return min(1.0, max(len(vital) / 10, built))
    if factor == 4:
        assert one.contract_end is not None
        assert one.notice_days is not None
        assert one.renewal_months is not None
        end, _times = next_exit(one.contract_end, one.notice_days, one.renewal_months, today)
        months = (end - today).days / 30.4375
        cost, yearly = one.exit_cost or 0.0, one.annual_cost or 0.0
        price = 0.0 if cost == 0 else inf if yearly <= 0 else cost / yearly
        return min(1.0, max(months / 24, one.notice_days / 365, price))
    if factor == 5:
        source = {"yes": 0.0, "core": 0.5, "no": 1.0}[str(one.open_source)]
        return (source + (0.0 if one.open_standard else 1.0)) / 2
    if factor == 6:
        return {"market": 0.0, "few": 0.5, "vendor": 1.0}[str(one.skills)]
    return {"tested": 0.0, "draft": 0.5, "none": 1.0}[str(one.exit_plan)]


def completions(
    one: Asset, factor: int, rows: Sequence[tuple[str, str]], today: date
) -> Iterator[Any]:
    """What the asset could be, its unknown facts at all values that matter, extremes among them.

    Of its facts only those that the factor looks at.
    """
    notices = (0, 90, 365, 3000)
    days = notices if one.notice_days is None else (one.notice_days,)
    could: dict[str, Sequence[object]] = {
        "data_export": ("open", "partial", "none"),
        "replacement_days": (0, 5, 100, 365, 10_000),
        "substitutes": ((), ("x",), ("x", "y", "z")),
        "customisation": ("none", "some", "heavy"),
        "contract_end": [today + timedelta(days=more) for more in (*days, 9000)],
        "notice_days": notices,
        "renewal_months": (1, 12, 48, 1200),
        "exit_cost": (0.0, 1.0, 1e12),
        "annual_cost": (0.0, 1.0, 1e12),
        "open_source": ("yes", "core", "no"),
        "open_standard": (False, True),
        "skills": ("market", "few", "vendor"),
        "exit_plan": ("tested", "draft", "none"),
    }
    needed = (
        *(("data_export",), ("replacement_days",), ("substitutes",), ("customisation",)),
        ("contract_end", "notice_days", "renewal_months", "exit_cost", "annual_cost"),
        *(("open_source", "open_standard"), ("skills",), ("exit_plan",)),
    )[factor]
    unknown = [fact for fact in needed if getattr(one, fact) is None]
    if one.substitutes is not None and factor == 2:
        own = {name.casefold() for name in one.substitutes}
        more = [name for name, _effort in rows if name.casefold() not in own]
        for number in range(len(more) + 1):
            yield SimpleNamespace(substitutes=(*own, *more[:number]))
        return
    known = {"id": one.id, **{fact: getattr(one, fact) for fact in needed}}
    for values in product(*(could[fact] for fact in unknown)):
        yield SimpleNamespace(**{**known, **dict(zip(unknown, values, strict=True))})


def _with(one: Asset, facts: Mapping[str, object]) -> Asset:
    after = copy(one)
    for name, value in facts.items():  # plain words compare equal to the members of enums
        object.__setattr__(after, name, value)
    return after


def assumed(factor: int, one: Asset, landscape: Landscape, rows: Rows, today: date) -> float:
    """The value of a factor with what is assumed where facts are unknown."""
    days = oracle.REPLACEMENT[one.kind]
    offered = rows.get(one.catalogue_id or "", ())
    own = {name.casefold() for name in one.substitutes or ()}
    worth = sum(
        {"low": 1, "medium": 0.6, "high": 0.3}[effort]
        for name, effort in offered
        if name.casefold() not in own
    )
    if factor == 2:
        return 1 - min(1.0, (len(own) + worth) / 3)
    if factor == 4 and one.contract_end is None:
        least = replace(
            one,
            contract_end=today,
            notice_days=0,
            renewal_months=1,
            exit_cost=one.exit_cost if one.annual_cost is not None else 0.0,
        )
        price = value_of(4, least, landscape, rows, today)
        return max(0.5, price, min(1.0, (one.notice_days or 0) / 365))
    if factor == 5:
        source = {None: 0.8, "yes": 0.0, "core": 0.5, "no": 1.0}[one.open_source]
        standard = {None: 0.8, True: 0.0, False: 1.0}[one.open_standard]
        return (source + standard) / 2
    usual: dict[str, object] = {
        "data_export": "partial",
        "replacement_days": days,
        "customisation": "none",
        "notice_days": 90,
        "renewal_months": 12,
        "exit_cost": 0.0,
        "skills": "few",
        "exit_plan": "none",
    }
    facts = {name: value for name, value in usual.items() if getattr(one, name) is None}
    if one.annual_cost is None:
        facts["exit_cost"] = 0.0
    return value_of(factor, _with(one, facts), landscape, rows, today)


def bounds(
    factor: int, one: Asset, landscape: Landscape, rows: Rows, today: date
) -> tuple[float, float]:
    offered = rows.get(one.catalogue_id or "", ())
    values = [
        value_of(factor, whole, landscape, rows, today)
        for whole in completions(one, factor, offered, today)
    ]
    return min(values), max(values)


def control_roots(landscape: Landscape, supplier: str) -> set[str]:
    """The topmost controllers; of a circle of control the smallest id alone."""
    above = oracle.controllers(landscape, supplier, investors=False)
    found: set[str] = set()
    for one in above:
        circle = {
            other
            for other in oracle.controllers(landscape, one, investors=False)
            if one in oracle.controllers(landscape, other, investors=False)
        }
        if circle == oracle.controllers(landscape, one, investors=False):
            found.add(min(circle))
    return found


def providers(landscape: Landscape, item: str) -> set[str]:
    return {
        str(d.target)
        for d in landscape.dependencies.values()
        if d.source == item and d.role == "provided_by"
    }


def paying(landscape: Landscape, item: str) -> set[str]:
    """Who shares the cost of an item: its vital suppliers, where it has none all of them."""
    vital = {
        str(d.target)
        for d in landscape.dependencies.values()
        if d.source == item and d.role == "provided_by" and d.need == "vital"
    }
    return vital or providers(landscape, item)


def base(landscape: Landscape) -> list[str]:
    kinds = SERVICES | {"infrastructure"}
    return [str(id) for id, one in landscape.assets.items() if one.kind in kinds]


def cost(landscape: Landscape, id: str) -> float:
    return max(0.0, oracle.assets_of(landscape)[id].annual_cost or 0.0)


def is_known(landscape: Landscape, id: str) -> bool:
    return oracle.assets_of(landscape)[id].annual_cost is not None


def paid(landscape: Landscape, supplier: str) -> float:
    if is_known(landscape, supplier):
        return cost(landscape, supplier)
    return sum(
        cost(landscape, item) / len(paying(landscape, item))
        for item in base(landscape)
        if supplier in paying(landscape, item)
    )


def spend_by_root(landscape: Landscape) -> dict[str | None, float]:
    found: dict[str | None, float] = {}
    items = base(landscape)
    for supplier in sorted({s for item in items for s in providers(landscape, item)}):
        roots = control_roots(landscape, supplier)
        for root in roots:
            found[root] = found.get(root, 0.0) + paid(landscape, supplier) / len(roots)
    for item in items:
        if not paying(landscape, item):
            found[None] = found.get(None, 0.0) + cost(landscape, item)
    return found


def services_by_root(landscape: Landscape) -> dict[str | None, set[str]]:
    found: dict[str | None, set[str]] = {root: set() for root in spend_by_root(landscape)}
    for item in base(landscape):
        if oracle.assets_of(landscape)[item].kind in SERVICES:
            suppliers = providers(landscape, item)
            for root in set().union(*(control_roots(landscape, s) for s in suppliers)):
                found[root].add(item)
            if not suppliers:
                found[None].add(item)
    return found


def coverage(landscape: Landscape) -> float:
    items = base(landscape)
    known = [
        item
        for item in items
        if is_known(landscape, item)
        or (
            paying(landscape, item) and all(is_known(landscape, s) for s in paying(landscape, item))
        )
    ]
    return len(known) / len(items) if items else 0.0


def unpriced(landscape: Landscape) -> dict[str, set[str]]:
    """What each control root may be paid for beside what is known; suppliers paid for nothing."""
    found: dict[str, set[str]] = {}
    items = base(landscape)
    for supplier in {s for item in items for s in providers(landscape, item)}:
        if is_known(landscape, supplier):
            continue
        own = [one for one in items if supplier in paying(landscape, one)]
        lacking = {one for one in own or [supplier] if not is_known(landscape, one)}
        for root in control_roots(landscape, supplier):
            found.setdefault(root, set()).update(lacking)
    return found
