"""The rules about much that lies in one hand: of a group of suppliers, or of a country."""

from collections.abc import Collection, Iterator, Sequence

from smala_lockin.analysis.figures.concentration import Bucket
from smala_lockin.analysis.figures.spending import BASE
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Finding,
    Rule,
    Sort,
    key_of_asset,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.analysis.rules.outage import level_range
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.assets import AssetId
from smala_lockin.knowledge.jurisdictions import in_eea

CROWDED = 2
"""How likely it is that a supplier in whose hand much lies uses its hold."""


def crowds(basis: Basis, located: Collection[AssetId] = ()) -> Iterator[Finding]:
    """Find the groups of suppliers, and countries outside the EEA, in whose hands much lies.

    Of a group that is a large share of what is spent, where enough of that is known, or two of
    its services without which different processes stop. Where too little is known of what is
    spent, or where what nobody knows could make the share of another group large, that is one
    question. Who provides all there is on a map is not told to have much of
    it: such a map has only begun. Of a country it is a question too where suppliers of unknown
    country could make the share large; not of those `located`, who are asked already.
    """
    thresholds, found = basis.settings.thresholds, basis.figures.concentration
    much, _most = thresholds.supplier_share
    known = found.coverage >= thresholds.supplier_coverage
    may_have_more = _may_have_more(basis)
    is_all_known = found.coverage >= 1 and not may_have_more
    unsure = False
    for bucket in found.by_root.buckets:
        if bucket.key is None or len(found.by_root.buckets) < 2:
            continue
        is_large = bucket.share >= much
        wide = bucket.blast_radius >= thresholds.supplier_blast
        if (is_large and known) or (wide and _stop_different(basis, bucket.services)):
            share = bucket.share if known else None
            yield _crowd(basis, bucket, share=share, is_known=is_all_known)
        else:
            unsure |= is_large or bucket.key in may_have_more
    if unsure:
        yield _ask_costs(basis)
    far = [one for one in found.by_country.buckets if one.key and not in_eea(one.key)]
    large = [one for one in far if one.share >= thresholds.country_share]
    for bucket in large:
        yield _crowded_country(basis, bucket)
    if not large:
        most = max((one.share for one in far), default=0.0)
        yield from _ask_countries(basis, thresholds.country_share - most, located)


def _may_have_more(basis: Basis) -> set[str]:
    """Return the control roots that may be paid more than is known."""
    found, ids = basis.figures.concentration, basis.structure.ids
    return {ids[root] for supplier in found.spending.unsure for root in found.roots[supplier]}


def _stop_different(basis: Basis, services: Sequence[AssetId]) -> bool:
    """Whether two of these services stop different processes."""
    stops = [set(basis.point_of[one].stops) for one in services if one in basis.point_of]
    return len(stops) > 1 and len(set().union(*stops)) > 1


def _crowd(basis: Basis, bucket: Bucket, *, share: float | None, is_known: bool) -> Finding:
    assert bucket.key is not None
    root = AssetId(bucket.key)
    impact = 4 if (share or 0.0) >= basis.settings.thresholds.supplier_share[1] else 3
    ends = [basis.level(CROWDED, one) for one in ((impact,) if is_known else (3, 4))]
    return make_finding(
        key=key_of_asset(Rule.CONCENTRATION_SUPPLIER, root),
        rule=Rule.CONCENTRATION_SUPPLIER,
        sort=Sort.RISK,
        assets=(root,),
        likelihood=CROWDED,
        impact=impact,
        level=basis.level(CROWDED, impact),
        level_range=level_range(ends),
        assumed=() if is_known else ("annual_cost",),
        evidence=make_evidence(
            root=root, share=share, services=bucket.services, blast_radius=bucket.blast_radius
        ),
    )


def _ask_costs(basis: Basis) -> Finding:
    """Ask what things cost, those first without which most stops."""
    assets, points = basis.landscape.assets, basis.point_of
    unknown = {id for id, one in assets.items() if one.kind in BASE and one.annual_cost is None}
    for unpriced in basis.figures.concentration.spending.unsure.values():
        unknown.update(unpriced)
    ranks = [(-round(points[id].blast_radius, 9) if id in points else 0.0, id) for id in unknown]
    return make_finding(
        key=risk_key(Rule.CONCENTRATION_SUPPLIER),
        rule=Rule.CONCENTRATION_SUPPLIER,
        sort=Sort.QUESTION,
        assets=tuple([id for _rank, id in sorted(ranks)]),
        assumed=("annual_cost",),
        evidence=make_evidence(could_be=basis.level(CROWDED, 4)),
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
        yield make_finding(
            key=risk_key(Rule.CONCENTRATION_COUNTRY),
            rule=Rule.CONCENTRATION_COUNTRY,
            sort=Sort.QUESTION,
            assets=tuple(AssetId(one.key) for one in asked if one.key),
            assumed=("country",),
            evidence=make_evidence(
                share=sum(one.share for one in asked), could_be=basis.level(CROWDED, 3)
            ),
        )


def _crowded_country(basis: Basis, bucket: Bucket) -> Finding:
    country = bucket.key
    assert country is not None
    assets = basis.landscape.assets
    roots = (one.key for one in basis.figures.concentration.by_root.buckets if one.key)
    found: Level = basis.level(CROWDED, 3)
    return make_finding(
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
        evidence=make_evidence(
            country=country,
            share=bucket.share,
            services=bucket.services,
            blast_radius=bucket.blast_radius,
        ),
    )
