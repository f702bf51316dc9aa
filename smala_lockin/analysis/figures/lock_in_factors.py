"""What each factor of lock-in is worth for an asset, as a range (semantics, section 6)."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import log
from typing import NamedTuple

from smala_lockin.analysis.figures.exits import NOTICE_DAYS, RENEWAL_MONTHS, first_end, later
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.settings import LockInFactor

WORTH: Mapping[str, float] = {"low": 1.0, "medium": 0.6, "high": 0.3}
"""How much of a substitute a row of the catalogue is, by the effort of moving there."""

ENOUGH_SUBSTITUTES = 3
MANY_DEPENDANTS = 10
LONG_EXIT_MONTHS, LONG_NOTICE_DAYS = 24, 365
DAYS_A_MONTH = 365.25 / 12

_CUSTOMISATION: Mapping[str, float] = {"none": 0.0, "some": 0.5, "heavy": 1.0}
_SOURCE: Mapping[str, float] = {"yes": 0.0, "core": 0.5, "no": 1.0}

_USUAL_CONTRACT, _USUAL_OPENNESS = 0.5, 0.8

Range = tuple[float, float, float]
"""A factor's best, assumed and worst value, 0..1."""


def _known_or(usual: float, **values: float) -> Mapping[str | None, Range]:
    return {None: (0.0, usual, 1.0)} | {given: (one, one, one) for given, one in values.items()}


_EXPORT = _known_or(0.5, open=0.0, partial=0.5, none=1.0)
"""What it is worth that data comes out only so well."""
_SKILLS = _known_or(0.5, market=0.0, few=0.5, vendor=1.0)
"""What it is worth that only so many know how to run it."""
_PLAN = _known_or(1.0, tested=0.0, draft=0.5, none=1.0)
"""What it is worth that a way out is only so well prepared."""


class Left(NamedTuple):
    """A service that would be left: how many assets vitally need it, and what the catalogue offers.

    `rows` are names of what could take its place and is not among its own substitutes, and with
    what effort.
    """

    asset: Asset
    dependants: int
    rows: tuple[tuple[str, str], ...]


def ranges_of(
    services: Mapping[AssetId, Left],
    usual_days: Mapping[AssetKind, tuple[float, ...]],
    today: date,
) -> dict[AssetId, tuple[Range, ...]]:
    """Return the value of each factor, in their order, of each service.

    `usual_days` are the low, usual and high replacement_days by kind.
    """
    value = {kind: value_of_replacement(row[1]) for kind, row in usual_days.items()}
    return {
        id: (
            _EXPORT[asset.data_export],
            replacement(asset, value[asset.kind]),
            substitutes(asset, rows),
            integration(asset, dependants),
            contract(asset, today),
            openness(asset),
            _SKILLS[asset.skills],
            _PLAN[asset.exit_plan],
        )
        for id, (asset, dependants, rows) in services.items()
    }


def replacement(asset: Asset, usual: float) -> Range:
    """Return what it is worth that a move takes so long; `usual` where nobody said how long."""
    if asset.replacement_days is None:
        return 0.0, usual, 1.0
    value = value_of_replacement(asset.replacement_days)
    return value, value, value


_NO_SUBSTITUTES, _SURELY_NONE = (0.0, 1.0, 1.0), (1.0, 1.0, 1.0)


def substitutes(asset: Asset, rows: Sequence[tuple[str, str]]) -> Range:
    """Return what it is worth that only these could take its place."""
    if not rows and not asset.substitutes:
        return _NO_SUBSTITUTES if asset.substitutes is None else _SURELY_NONE
    own = len(own_names(asset))
    usual = value_of_substitutes(own + sum(WORTH[effort] for _name, effort in rows))
    if asset.substitutes is None:
        return 0.0, usual, 1.0
    return value_of_substitutes(own + len(rows)), usual, value_of_substitutes(own)


def value_of_replacement(days: float) -> float:
    """Return what the factor of replacement is worth, 0..1, for a move that takes so long."""
    return 0.0 if days <= 5 else min(1.0, log(days / 5) / log(73))


def own_names(asset: Asset) -> set[str]:
    """Return the substitutes that the company named, in small letters."""
    return {name.casefold() for name in asset.substitutes or ()}


def value_of_substitutes(substitutes: float) -> float:
    """Return what having so many substitutes is worth."""
    return 1 - min(1.0, substitutes / ENOUGH_SUBSTITUTES)


def integration(asset: Asset, dependants: int) -> Range:
    """Return what it is worth that so many assets vitally need it, and what is built around it."""
    joined = min(1.0, dependants / MANY_DEPENDANTS)
    if asset.customisation is None:
        return joined, joined, 1.0
    value = max(joined, _CUSTOMISATION[asset.customisation])
    return value, value, value


_NO_CONTRACT = (0.0, _USUAL_CONTRACT, 1.0)


def contract(asset: Asset, today: date) -> Range:
    """Return what time, notice and price of leaving are worth: the worst of them."""
    notice, cost = asset.notice_days, _cost(asset)
    if asset.contract_end is None and notice is None and not cost:
        return _NO_CONTRACT
    known = max(0.0 if notice is None else min(1.0, notice / LONG_NOTICE_DAYS), cost or 0.0)
    if asset.contract_end is None:
        return (known, max(known, _USUAL_CONTRACT), 1.0) if known < 1 else (1.0, 1.0, 1.0)
    soonest = max(known, _waiting(months_to_exit(asset, today, 0, 1)))
    rolled = notice is None or asset.contract_end < later(today, notice)
    usual, sure = soonest, not rolled or (notice is not None and asset.renewal_months is not None)
    if not sure:
        usual = max(known, _waiting(months_to_exit(asset, today, NOTICE_DAYS, RENEWAL_MONTHS)))
    if notice is None:
        usual = max(usual, NOTICE_DAYS / LONG_NOTICE_DAYS)
    return (soonest, usual, soonest) if sure and cost is not None else (soonest, usual, 1.0)


def months_to_exit(asset: Asset, today: date, notice: int, renewal: int) -> float | None:
    """Return the months to the next free exit, with these where a fact is unknown."""
    if asset.contract_end is None:
        return None
    end, _renewals = first_end(
        asset.contract_end,
        notice if asset.notice_days is None else asset.notice_days,
        asset.renewal_months or renewal,
        today,
    )
    return (end - today).days / DAYS_A_MONTH if end else float(LONG_EXIT_MONTHS)


def _waiting(months: float | None) -> float:
    return min(1.0, (months or 0.0) / LONG_EXIT_MONTHS)


def _cost(asset: Asset) -> float | None:
    """Return the price of leaving in years of the service's cost, at most 1; None if unknown."""
    if not asset.exit_cost:
        return asset.exit_cost
    if asset.annual_cost is None:
        return None
    return 1.0 if asset.annual_cost <= 0 else min(1.0, asset.exit_cost / asset.annual_cost)


def openness(asset: Asset) -> Range:
    """Return what closed software and its own formats are worth: their mean."""
    source, standard = asset.open_source, asset.open_standard
    closed = None if source is None else _SOURCE[source]
    own = None if standard is None else float(not standard)
    if closed is None and own is None:
        return 0.0, _USUAL_OPENNESS, 1.0
    if closed is not None and own is not None:
        value = (closed + own) / 2
        return value, value, value
    known = closed if closed is not None else own
    assert known is not None
    return known / 2, (known + _USUAL_OPENNESS) / 2, (known + 1) / 2


_FACTS: Mapping[LockInFactor, tuple[str, ...]] = {
    LockInFactor.PORTABILITY: ("data_export",),
    LockInFactor.REPLACEMENT: ("replacement_days",),
    LockInFactor.INTEGRATION: ("customisation",),
    LockInFactor.CONTRACT: (
        "contract_end",
        "notice_days",
        "exit_cost",
        "annual_cost",
        "renewal_months",
    ),
    LockInFactor.OPENNESS: ("open_source", "open_standard"),
    LockInFactor.SKILLS: ("skills",),
    LockInFactor.EXIT_PLAN: ("exit_plan",),
}


def missing(asset: Asset, factor: LockInFactor, today: date) -> list[str]:
    """Return the facts that could still change a factor which is not known."""
    if factor is LockInFactor.SUBSTITUTES:  # more may be added to those that are named
        return ["substitutes"]
    unknown = [fact for fact in _FACTS[factor] if getattr(asset, fact) is None]
    if "annual_cost" in unknown and asset.exit_cost == 0:
        unknown.remove("annual_cost")
    end, notice = asset.contract_end, asset.notice_days
    if "renewal_months" in unknown and end and notice is not None and end >= later(today, notice):
        unknown.remove("renewal_months")
    return unknown
