"""The lock-in index: how hard it is to leave a service, 0 (tomorrow) to 100 (captive).

Semantics, section 6. Each of eight factors is worth 0 to 1, as a range: its best and worst value
over all that the unknown facts could be, and the value assumed for them.

    indices = LockInIndices.of(structure, today=...)
    indices.services, indices.suppliers -> tuple[LockIn, ...]
    indices.factors(id) -> tuple[FactorReading, ...]
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from math import log

from smala_lockin.analysis.exits import NOTICE_DAYS, RENEWAL_MONTHS, first_end, later
from smala_lockin.analysis.structure import Structure
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import SERVICES, Need, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import LockInFactor

Weights = Mapping[LockInFactor, float]
"""How much each factor counts."""

Alternatives = Callable[[str], Sequence[tuple[str, str]]]
"""For an id of the catalogue the names of what could take its place, and with what effort."""

WORTH: Mapping[str, float] = {"low": 1.0, "medium": 0.6, "high": 0.3}
"""How much of a substitute a row of the catalogue is, by the effort of moving there."""

ENOUGH_SUBSTITUTES = 3
MANY_DEPENDANTS = 10
LONG_EXIT_MONTHS, LONG_NOTICE_DAYS = 24, 365
DAYS_A_MONTH = 365.25 / 12

_EXPORT: Mapping[str, float] = {"open": 0.0, "partial": 0.5, "none": 1.0}
_CUSTOMISATION: Mapping[str, float] = {"none": 0.0, "some": 0.5, "heavy": 1.0}
_SOURCE: Mapping[str, float] = {"yes": 0.0, "core": 0.5, "no": 1.0}
_SKILLS: Mapping[str, float] = {"market": 0.0, "few": 0.5, "vendor": 1.0}
_PLAN: Mapping[str, float] = {"tested": 0.0, "draft": 0.5, "none": 1.0}

_USUAL_EXPORT = _USUAL_CONTRACT = _USUAL_SKILLS = 0.5
_USUAL_OPENNESS, _USUAL_PLAN = 0.8, 1.0

_Range = tuple[float, float, float]
"""A factor's best, assumed and worst value, 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockIn:
    """The lock-in index of a service, or of a supplier: that of the service hardest to leave.

    `coverage` is the share of weight, 0..1, whose factors no unknown fact could change any more.
    `service` is the service it stands for; a supplier's bounds are the highest of all it provides.
    """

    asset: AssetId
    low: float
    assumed: float
    high: float
    coverage: float
    service: AssetId


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorReading:
    """What one factor adds to an index, values being 0..1.

    `points` is what its assumed value adds to the index, of at most `most`. `missing` are the
    facts nobody gave that could change it. `amount` is what was counted: the days of a
    replacement, how many substitutes, how many assets vitally depend on the service, the months
    to the next free exit; None where nothing is. `names` are the substitutes that the catalogue
    proposes beside the company's own.
    """

    factor: LockInFactor
    low: float
    assumed: float
    high: float
    points: float
    most: float
    missing: tuple[str, ...]
    amount: float | None = None
    names: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether no unknown fact could change it."""
        return self.low == self.high


def no_alternatives(_catalogue_id: str) -> Sequence[tuple[str, str]]:
    """Return no way out: for maps whose catalogue is not to be used."""
    return ()


@dataclass(frozen=True, eq=False)
class LockInIndices:
    """The lock-in index of every service and of every supplier of one, as of a day."""

    landscape: Landscape
    today: date
    weights: Weights
    alternatives: Alternatives

    @classmethod
    def of(
        cls,
        landscape: Landscape | Structure,
        *,
        today: date,
        weights: Weights | None = None,
        alternatives: Alternatives = no_alternatives,
    ) -> "LockInIndices":
        """Return the indices of a landscape, with the weights of its settings unless given."""
        whole = landscape.landscape if isinstance(landscape, Structure) else landscape
        if weights is None:
            weights = {factor: row[0] for factor, row in whole.settings.weights.items()}
        return cls(landscape=whole, today=today, weights=weights, alternatives=alternatives)

    @cached_property
    def services(self) -> tuple[LockIn, ...]:
        """The index of every service, by id."""
        assets = self.landscape.assets
        return tuple(self._index(assets[key]) for key in sorted(assets) if _counts(assets[key]))

    @cached_property
    def suppliers(self) -> tuple[LockIn, ...]:
        """The index of every supplier that provides a service, however badly, by id."""
        found: dict[AssetId, list[LockIn]] = {}
        of_service = self.of_service
        for one in self.landscape.dependencies.values():
            if one.role is Role.PROVIDED_BY and one.source in of_service:
                found.setdefault(one.target, []).append(of_service[one.source])
        return tuple(_highest(supplier, found[supplier]) for supplier in sorted(found))

    @cached_property
    def of_service(self) -> Mapping[AssetId, LockIn]:
        """The services' indices by asset."""
        return {one.asset: one for one in self.services}

    @cached_property
    def of_supplier(self) -> Mapping[AssetId, LockIn]:
        """The suppliers' indices by asset."""
        return {one.asset: one for one in self.suppliers}

    def factors(self, service: AssetId) -> tuple[FactorReading, ...]:
        """Return how the index of a service comes about, the heaviest factor first."""
        asset = self.landscape.assets[service]
        ranges, whole = self._ranges(asset), self._weight
        told = [
            FactorReading(
                factor=factor,
                low=low,
                assumed=assumed,
                high=high,
                points=100 * self.weights[factor] * assumed / whole if whole else 0.0,
                most=100 * self.weights[factor] / whole if whole else 0.0,
                missing=() if low == high else tuple(_missing(asset, factor, self.today)),
                amount=self._amount(asset, factor),
                names=self._proposed(asset) if factor is LockInFactor.SUBSTITUTES else (),
            )
            for factor, (low, assumed, high) in zip(LockInFactor, ranges, strict=True)
        ]
        return tuple(sorted(told, key=lambda one: -one.most))

    def spans(self, service: AssetId) -> Iterator[tuple[LockInFactor, float, float, float, float]]:
        """Yield for each factor its best, assumed and worst value, and the most it may add."""
        whole = self._weight or 1.0
        ranges = self._ranges(self.landscape.assets[service])
        for factor, weight, span in zip(LockInFactor, self._in_order, ranges, strict=True):
            yield factor, *span, 100 * weight / whole

    @cached_property
    def _known(self) -> dict[str, Sequence[tuple[str, str]]]:
        """What of the catalogue was looked up already."""
        return {}

    @cached_property
    def _weight(self) -> float:
        return sum(self.weights[factor] for factor in LockInFactor)

    @cached_property
    def _in_order(self) -> tuple[float, ...]:
        return tuple(self.weights[factor] for factor in LockInFactor)

    def _index(self, asset: Asset) -> LockIn:
        low = assumed = high = known = 0.0
        for weight, span in zip(self._in_order, self._ranges(asset), strict=True):
            low += weight * span[0]
            assumed += weight * span[1]
            high += weight * span[2]
            if span[0] == span[2]:
                known += weight
        whole = self._weight or 1.0
        return LockIn(
            asset=asset.id,
            low=100 * low / whole,
            assumed=100 * assumed / whole,
            high=100 * high / whole,
            coverage=known / whole,
            service=asset.id,
        )

    def _ranges(self, asset: Asset) -> tuple[_Range, ...]:
        """Return the value of each factor, in their order."""
        return (
            _known_or(_EXPORT, asset.data_export, _USUAL_EXPORT),
            self._replacement(asset),
            self._substitutes(asset),
            _integration(asset, self._dependants(asset)),
            _contract(asset, self.today),
            _openness(asset),
            _known_or(_SKILLS, asset.skills, _USUAL_SKILLS),
            _known_or(_PLAN, asset.exit_plan, _USUAL_PLAN),
        )

    def _replacement(self, asset: Asset) -> _Range:
        value = value_of_replacement(self._days(asset))
        return (0.0, value, 1.0) if asset.replacement_days is None else (value, value, value)

    def _days(self, asset: Asset) -> float:
        if asset.replacement_days is not None:
            return asset.replacement_days
        return self.landscape.settings.replacement_days[asset.kind][1]

    def _dependants(self, asset: Asset) -> int:
        needed_by = self.landscape.needed_by[asset.id]
        return len({one.source for one in needed_by if one.need is Need.VITAL})

    def _substitutes(self, asset: Asset) -> _Range:
        own = len(_own(asset))
        rows = self._rows(asset)
        usual = own + sum(WORTH[effort] for _name, effort in rows)
        if asset.substitutes is None:
            return 0.0, _spare(usual), 1.0
        return _spare(own + len(rows)), _spare(usual), _spare(own)

    def _rows(self, asset: Asset) -> Sequence[tuple[str, str]]:
        """Return what the catalogue proposes in place of an asset, less what the company named."""
        if asset.catalogue_id is None:
            return ()
        rows = self._known.get(asset.catalogue_id)
        if rows is None:
            rows = self._known[asset.catalogue_id] = self.alternatives(asset.catalogue_id)
        if not asset.substitutes:
            return rows
        own = _own(asset)
        return [(name, effort) for name, effort in rows if name.casefold() not in own]

    def _proposed(self, asset: Asset) -> tuple[str, ...]:
        return tuple(name for name, _effort in self._rows(asset))

    def _amount(self, asset: Asset, factor: LockInFactor) -> float | None:
        match factor:
            case LockInFactor.REPLACEMENT:
                return self._days(asset)
            case LockInFactor.SUBSTITUTES:
                return len(_own(asset))
            case LockInFactor.INTEGRATION:
                return self._dependants(asset)
            case LockInFactor.CONTRACT:
                return _months(asset, self.today, NOTICE_DAYS, RENEWAL_MONTHS)
            case _:
                return None


def value_of_replacement(days: float) -> float:
    """Return what the factor of replacement is worth, 0..1, for a move that takes so long."""
    return 0.0 if days <= 5 else min(1.0, log(days / 5) / log(73))


def _counts(asset: Asset) -> bool:
    return asset.kind in SERVICES


def _highest(supplier: AssetId, provided: Sequence[LockIn]) -> LockIn:
    decisive = max(provided, key=lambda one: (one.assumed, one.low, one.high, one.coverage))
    return LockIn(
        asset=supplier,
        low=max(one.low for one in provided),
        assumed=decisive.assumed,
        high=max(one.high for one in provided),
        coverage=decisive.coverage,
        service=decisive.asset,
    )


def _known_or(values: Mapping[str, float], given: StrEnum | None, usual: float) -> _Range:
    if given is None:
        return 0.0, usual, 1.0
    value = values[given]
    return value, value, value


def _own(asset: Asset) -> set[str]:
    return {name.casefold() for name in asset.substitutes or ()}


def _spare(substitutes: float) -> float:
    return 1 - min(1.0, substitutes / ENOUGH_SUBSTITUTES)


def _integration(asset: Asset, dependants: int) -> _Range:
    joined = min(1.0, dependants / MANY_DEPENDANTS)
    if asset.customisation is None:
        return joined, joined, 1.0
    value = max(joined, _CUSTOMISATION[asset.customisation])
    return value, value, value


def _contract(asset: Asset, today: date) -> _Range:
    notice, cost = asset.notice_days, _cost(asset)
    known = max(0.0 if notice is None else min(1.0, notice / LONG_NOTICE_DAYS), cost or 0.0)
    if asset.contract_end is None:
        return (known, max(known, _USUAL_CONTRACT), 1.0) if known < 1 else (1.0, 1.0, 1.0)
    soonest = max(known, _waiting(_months(asset, today, 0, 1)))
    rolled = notice is None or asset.contract_end < later(today, notice)
    usual, sure = soonest, not rolled or (notice is not None and asset.renewal_months is not None)
    if not sure:
        usual = max(known, _waiting(_months(asset, today, NOTICE_DAYS, RENEWAL_MONTHS)))
    if notice is None:
        usual = max(usual, NOTICE_DAYS / LONG_NOTICE_DAYS)
    return (soonest, usual, soonest) if sure and cost is not None else (soonest, usual, 1.0)


def _months(asset: Asset, today: date, notice: int, renewal: int) -> float | None:
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


def _openness(asset: Asset) -> _Range:
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


def _missing(asset: Asset, factor: LockInFactor, today: date) -> list[str]:
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
