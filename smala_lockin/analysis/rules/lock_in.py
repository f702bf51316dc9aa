"""Rules about who holds the company: what is hard to leave, and much that lies in one hand."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from smala_lockin.analysis.figures.concentration import Bucket
from smala_lockin.analysis.figures.lock_in import LockIn
from smala_lockin.analysis.figures.spending import BASE
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.analysis.rules.outage import level_range
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.assets import AssetId
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
    least = basis.settings.thresholds.lock_in[0]
    doubtful: list[Finding] = []
    for index in basis.figures.lock_in.services:
        if _fires(basis, index):
            yield _captive(basis, index)
        elif index.assumed >= least and _matters(basis, index.asset):
            doubtful.append(_ask_captive(basis, index))
    yield from _asked_together(doubtful)


def _asked_together(questions: list[Finding]) -> Iterator[Finding]:
    """Yield the questions, as one where there are many: the service hardest to leave first."""
    if len(questions) <= MANY:
        yield from questions
        return
    hardest = sorted(questions, key=lambda one: (-(one.evidence.lock_in or 0.0), one.key))
    yield hardest[0]._replace(
        key=risk_key(Rule.LOCK_IN),
        assets=tuple(one.assets[0] for one in hardest),
        evidence=hardest[0].evidence._replace(
            could_be=max(one.evidence.could_be or Level.VERY_LOW for one in questions)
        ),
    )


class Hold(NamedTuple):
    """How hard a service is to leave, as far as the rule looks; `matters` as to a process."""

    low: float
    assumed: float
    coverage: float
    matters: bool

    @classmethod
    def of(cls, basis: Basis, index: LockIn) -> "Hold":
        """Return the hold of the service of an index."""
        return cls(index.low, index.assumed, index.coverage, _matters(basis, index.asset))


def level_of_hold(basis: Basis, hold: Hold) -> Level:
    """Return the level of a service being so hard to leave; very low where the rule is silent."""
    if not _fires(basis, hold):
        return Level.VERY_LOW
    return basis.level(HELD, _impact(basis, hold.assumed, hold.matters))


def _fires(basis: Basis, index: LockIn | Hold) -> bool:
    thresholds = basis.settings.thresholds
    least = thresholds.lock_in[0]
    known = index.coverage >= thresholds.lock_in_coverage
    return index.low >= least or (index.assumed >= least and known)


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


def _matters(basis: Basis, service: AssetId) -> bool:
    """Whether a process that matters much stops without it."""
    least = basis.settings.thresholds.important_criticality
    return any((basis.processes[one].criticality or 0) >= least for one in _stops(basis, service))


def _may_matter(basis: Basis, service: AssetId) -> bool:
    """Whether a process stops without it of which nobody said how much it matters."""
    return not basis.unknown["criticality"].isdisjoint(_stops(basis, service))


def _stops(basis: Basis, service: AssetId) -> tuple[AssetId, ...]:
    point = basis.point_of.get(service)
    return point.stops if point else ()


def _impact(basis: Basis, index: float, matters: bool) -> int:
    return 2 + matters + (index >= basis.settings.thresholds.lock_in[1])


def _captive(basis: Basis, index: LockIn) -> Finding:
    matters = _matters(basis, index.asset)
    may = not matters and _may_matter(basis, index.asset)
    ends = ((index.low, matters), (index.assumed, matters), (index.high, matters or may))
    levels = [basis.level(HELD, _impact(basis, *one)) for one in ends]
    unknown = basis.figures.lock_in.unknown(index.asset)
    return Finding(
        key=risk_key(Rule.LOCK_IN, [index.asset]),
        rule=Rule.LOCK_IN,
        sort=Sort.RISK,
        assets=(index.asset,),
        likelihood=HELD,
        impact=_impact(basis, index.assumed, matters),
        level=levels[1],
        level_range=level_range(levels),
        assumed=(
            *sorted({fact for facts in unknown for fact in facts}),
            *(("criticality",) if may else ()),
        ),
        evidence=Evidence(lock_in=index.assumed),
    )


def _ask_captive(basis: Basis, index: LockIn) -> Finding:
    unknown = [facts[0] for facts in basis.figures.lock_in.unknown(index.asset)]
    return Finding(
        key=risk_key(Rule.LOCK_IN, [index.asset]),
        rule=Rule.LOCK_IN,
        sort=Sort.QUESTION,
        assets=(index.asset,),
        assumed=tuple(dict.fromkeys(unknown)),
        evidence=Evidence(
            lock_in=index.assumed,
            could_be=basis.level(HELD, _impact(basis, index.high, matters=True)),
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
    found = basis.level(CROWDED, impact)
    return Finding(
        key=risk_key(Rule.CONCENTRATION_SUPPLIER, [root]),
        rule=Rule.CONCENTRATION_SUPPLIER,
        sort=Sort.RISK,
        assets=(root,),
        likelihood=CROWDED,
        impact=impact,
        level=found,
        level_range=(found, found),
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
