"""Rules about who holds the company: what is hard to leave, and much that lies in one hand."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smala_lockin.analysis.figures.concentration import Bucket
from smala_lockin.analysis.figures.lock_in import LockIn, unknown_facts
from smala_lockin.analysis.figures.lock_in_factors import Range
from smala_lockin.analysis.figures.spending import BASE
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.analysis.rules.outage import level_range
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.records import RiskKey
from smala_lockin.domain.settings import LockInFactor, Settings
from smala_lockin.knowledge.jurisdictions import in_eea

MANY = 3
"""Up to how many questions of one sort are asked one by one."""

HELD, CROWDED = 3, 2
"""How likely it is that a supplier uses its hold, and that one in whose hand much lies does."""


def captives(basis: Basis) -> Iterator[Finding]:
    """Find the services that would be hard to leave.

    Where too little is known to say so, and a process that matters much could not do without the
    service, it is a question; one for all such services where there are many.
    """
    found = basis.recall.each(_captives, holds(basis), basis.settings, basis.today).values()
    yield from (one for one in found if isinstance(one, Finding))
    yield from _questions(basis, [one for one in found if isinstance(one, Hold)])


class Hold(NamedTuple):
    """How hard a service is to leave, as far as the rule looks.

    `matters` says whether a process that matters much stops without it, `may_matter` whether one
    does of which nobody said how much it matters, `worst` is the criticality of the worst one.
    """

    asset: Asset
    lock_in: LockIn
    ranges: tuple[Range, ...]
    matters: bool
    may_matter: bool
    worst: int


def holds(basis: Basis) -> dict[AssetId, Hold]:
    """Return how hard each service is to leave."""
    important, unsaid = basis.important, basis.unknown["criticality"]
    criticality = basis.weighed[Reading.USUAL].criticality
    indices = basis.figures.lock_in
    ranges, assets, point_of = indices.ranges, basis.landscape.assets, basis.point_of
    found = {}
    for index in indices.services:
        id = index.asset
        stops = point_of[id].stop_times if id in point_of else ()
        own = [id] if id in criticality else []  # it stands in for a process
        worst = max(map(criticality.__getitem__, [*stops, *own]), default=1)
        matters, may = not important.isdisjoint(stops), not unsaid.isdisjoint(stops)
        found[id] = Hold(assets[id], index, ranges[id], matters, may, worst)
    return found


class Levels:
    """The levels of services being hard to leave, under some settings."""

    def __init__(self, settings: Settings) -> None:
        self._least, self._much = settings.thresholds.lock_in
        self._coverage = settings.thresholds.lock_in_coverage
        self._of_impact = [level(HELD, impact, settings) for impact in range(1, 6)]

    def fires(self, low: float, assumed: float, coverage: float) -> bool:
        """Whether an index, as far as known, is one of a captive."""
        return low >= self._least or (assumed >= self._least and coverage >= self._coverage)

    def doubtful(self, assumed: float) -> bool:
        """Whether it would be if enough were known."""
        return assumed >= self._least

    def impact(self, index: float, matters: bool) -> int:
        """Return the impact of being captive, 1..5."""
        return 2 + matters + (index >= self._much)

    def captive(self, index: float, matters: bool) -> Level:
        """Return the level of being captive."""
        return self._of_impact[self.impact(index, matters) - 1]

    def of(self, low: float, assumed: float, coverage: float, matters: bool) -> Level:
        """Return the level of a service; very low where the rule is silent."""
        if not self.fires(low, assumed, coverage):
            return Level.VERY_LOW
        return self.captive(assumed, matters)


def _captives(
    holds: Mapping[AssetId, Hold], settings: Settings, today: date
) -> dict[AssetId, Finding | Hold | None]:
    """Return the risk of each service, or what is to be asked about, if anything is."""
    levels = Levels(settings)
    found: dict[AssetId, Finding | Hold | None] = dict.fromkeys(holds)
    for id, one in holds.items():
        low, assumed, coverage = one.lock_in.low, one.lock_in.assumed, one.lock_in.coverage
        if levels.fires(low, assumed, coverage):
            found[id] = _captive(one, levels, _unknown(one, settings, today))
        elif one.matters and levels.doubtful(assumed):
            found[id] = one
    return found


def _unknown(hold: Hold, settings: Settings, today: date) -> tuple[tuple[str, ...], ...]:
    weights = [settings.weights[factor][0] for factor in LockInFactor]
    return unknown_facts(hold.asset, hold.ranges, weights, today)


def _questions(basis: Basis, asked: list[Hold]) -> Iterator[Finding]:
    """Yield the questions, as one where there are many: the service hardest to leave first."""
    levels = Levels(basis.settings)
    if len(asked) <= MANY:
        yield from (_ask_captive(basis, [one], levels) for one in asked)
    else:
        yield _ask_captive(basis, sorted(asked, key=_hardest_first), levels)._replace(
            key=risk_key(Rule.LOCK_IN)
        )


def _hardest_first(hold: Hold) -> tuple[float, RiskKey]:
    return -hold.lock_in.assumed, risk_key(Rule.LOCK_IN, [hold.asset.id])


def crowds(basis: Basis, located: Collection[AssetId] = ()) -> Iterator[Finding]:
    """Find the groups of suppliers, and countries outside the EEA, in whose hands much lies.

    Of a group that is a large share of what is spent, where enough of that is known, or two of
    its services without which different processes stop. Where too little is known of what is
    spent, that is one question. Who provides all there is on a map is not told to have much of
    it: such a map has only begun. Of a country it is a question too where suppliers of unknown
    country could make the share large; not of those `located`, who are asked already.
    """
    thresholds, found = basis.settings.thresholds, basis.figures.concentration
    much, _most = thresholds.supplier_share
    known = found.coverage >= thresholds.supplier_coverage
    unsure = False
    for bucket in found.by_root.buckets:
        if bucket.key is None or len(found.by_root.buckets) < 2:
            continue
        is_large = bucket.share >= much
        wide = bucket.blast_radius >= thresholds.supplier_blast
        if (is_large and known) or (wide and _stop_different(basis, bucket.services)):
            yield _crowd(basis, bucket, share=bucket.share if known else None)
        unsure |= is_large and not known
    if unsure:
        yield _ask_costs(basis)
    far = [one for one in found.by_country.buckets if one.key and not in_eea(one.key)]
    large = [one for one in far if one.share >= thresholds.country_share]
    for bucket in large:
        yield _crowded_country(basis, bucket)
    if not large:
        most = max((one.share for one in far), default=0.0)
        yield from _ask_countries(basis, thresholds.country_share - most, located)


def _captive(hold: Hold, levels: Levels, unknown: Iterable[tuple[str, ...]]) -> Finding:
    index, matters = hold.lock_in, hold.matters
    may = not matters and hold.may_matter
    ends = ((index.low, matters), (index.assumed, matters), (index.high, matters or may))
    found = [levels.captive(*one) for one in ends]
    return Finding(
        key=risk_key(Rule.LOCK_IN, [index.asset]),
        rule=Rule.LOCK_IN,
        sort=Sort.RISK,
        assets=(index.asset,),
        likelihood=HELD,
        impact=levels.impact(index.assumed, matters),
        level=found[1],
        level_range=level_range(found),
        assumed=(
            *sorted({fact for facts in unknown for fact in facts}),
            *(("criticality",) if may else ()),
        ),
        evidence=Evidence(lock_in=index.assumed),
    )


def _ask_captive(basis: Basis, asked: Sequence[Hold], levels: Levels) -> Finding:
    """Ask about services; what is not known of the first is told of all."""
    index = asked[0].lock_in
    unknown = _unknown(asked[0], basis.settings, basis.today)
    return Finding(
        key=risk_key(Rule.LOCK_IN, [index.asset]),
        rule=Rule.LOCK_IN,
        sort=Sort.QUESTION,
        assets=tuple(one.asset.id for one in asked),
        assumed=tuple(dict.fromkeys(facts[0] for facts in unknown)),
        evidence=Evidence(
            lock_in=index.assumed,
            could_be=max(levels.captive(one.lock_in.high, matters=True) for one in asked),
        ),
    )


def _stop_different(basis: Basis, services: Sequence[AssetId]) -> bool:
    """Whether two of these services stop different processes."""
    stops = [set(basis.point_of[one].stops) for one in services if one in basis.point_of]
    return len(stops) > 1 and len(set().union(*stops)) > 1


def _crowd(basis: Basis, bucket: Bucket, *, share: float | None) -> Finding:
    assert bucket.key is not None
    root = AssetId(bucket.key)
    impact = 4 if (share or 0.0) >= basis.settings.thresholds.supplier_share[1] else 3
    is_known = basis.figures.concentration.coverage >= 1
    ends = [basis.level(CROWDED, one) for one in ((impact,) if is_known else (3, 4))]
    return Finding(
        key=risk_key(Rule.CONCENTRATION_SUPPLIER, [root]),
        rule=Rule.CONCENTRATION_SUPPLIER,
        sort=Sort.RISK,
        assets=(root,),
        likelihood=CROWDED,
        impact=impact,
        level=basis.level(CROWDED, impact),
        level_range=level_range(ends),
        assumed=() if is_known else ("annual_cost",),
        evidence=Evidence(
            root=root, share=share, services=bucket.services, blast_radius=bucket.blast_radius
        ),
    )


def _ask_costs(basis: Basis) -> Finding:
    unknown = tuple(
        sorted(
            key
            for key, asset in basis.landscape.assets.items()
            if asset.kind in BASE and asset.annual_cost is None
        )
    )
    return Finding(
        key=risk_key(Rule.CONCENTRATION_SUPPLIER),
        rule=Rule.CONCENTRATION_SUPPLIER,
        sort=Sort.QUESTION,
        assets=unknown,
        assumed=("annual_cost",),
        evidence=Evidence(could_be=basis.level(CROWDED, 4)),
    )


def _ask_countries(basis: Basis, short: float, located: Collection[AssetId]) -> Iterator[Finding]:
    """Ask for the countries of those who decide, if they could make good a share that is short.

    Only those are asked who get more than nothing, the dearest first.
    """
    assets = basis.landscape.assets
    placeless = [
        bucket
        for bucket in basis.figures.concentration.by_root.buckets
        if bucket.key and bucket.spend > 0 and assets[AssetId(bucket.key)].country is None
    ]
    asked = [one for one in placeless if one.key not in located]
    if asked and sum(one.share for one in placeless) >= short:
        yield Finding(
            key=risk_key(Rule.CONCENTRATION_COUNTRY),
            rule=Rule.CONCENTRATION_COUNTRY,
            sort=Sort.QUESTION,
            assets=tuple(AssetId(one.key) for one in asked if one.key),
            assumed=("country",),
            evidence=Evidence(
                share=sum(one.share for one in asked), could_be=basis.level(CROWDED, 3)
            ),
        )


def _crowded_country(basis: Basis, bucket: Bucket) -> Finding:
    country = bucket.key
    assert country is not None
    assets = basis.landscape.assets
    roots = (one.key for one in basis.figures.concentration.by_root.buckets if one.key)
    found: Level = basis.level(CROWDED, 3)
    return Finding(
        key=risk_key(Rule.CONCENTRATION_COUNTRY, (), country),
        rule=Rule.CONCENTRATION_COUNTRY,
        sort=Sort.RISK,
        assets=tuple(
            sorted(AssetId(one) for one in roots if assets[AssetId(one)].country == country)
        ),
        likelihood=CROWDED,
        impact=3,
        level=found,
        level_range=(found, found),
        evidence=Evidence(
            country=country,
            share=bucket.share,
            services=bucket.services,
            blast_radius=bucket.blast_radius,
        ),
    )
