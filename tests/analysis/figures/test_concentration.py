"""Concentration: spend, services and what stops, by who has the last word and by place."""

import math
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure.control import control_roots
from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.concentration import (
    Bucket,
    Concentration,
    Degree,
    Spread,
    concentration,
)
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures
from tests.builders import asset, landscape_of
from tests.strategies import detailed_landscapes, landscapes

few = settings(max_examples=100, deadline=None)
_CATEGORY = {"odoo": "erp", "exact": "accounting"}


def _of(landscape: Landscape) -> Concentration:
    return concentration(EveryEvent.of(landscape), category=_CATEGORY.get)


def _spend(spread: Spread) -> dict[str | None, float]:
    return {one.key: round(one.spend, 6) for one in spread.buckets}


@few
@given(landscapes())
def test_control_roots_are_what_the_definition_says(landscape: Landscape) -> None:
    structure = Structure.of(landscape)
    for number, found in enumerate(control_roots(structure)):
        one = structure.assets[number]
        roots = [structure.ids[root] for root in found]
        expected = oracle_figures.control_roots(landscape, one.id) if one.kind == "supplier" else ()
        assert roots == sorted(expected)


@few
@given(detailed_landscapes())
def test_what_a_control_root_is_paid_and_provides_is_what_the_definition_says(
    landscape: Landscape,
) -> None:
    found = _of(landscape)
    expected = oracle_figures.spend_by_root(landscape)
    services = oracle_figures.services_by_root(landscape)
    assert _spend(found.by_root) == {root: round(spend, 6) for root, spend in expected.items()}
    whole = sum(expected.values())
    assert math.isclose(found.spend, whole)
    for one in found.by_root.buckets:
        assert set(one.services) == services[one.key]
        assert math.isclose(one.share, one.spend / whole if whole else 0.0)
        if one.key is not None:
            group = len(oracle.controlled(landscape, one.key)) > 1
            event = f"{'control' if group else 'asset'}:{one.key}"
            assert math.isclose(one.blast_radius, oracle.blast_radius(landscape, event))
    hhi = sum((100 * spend / whole) ** 2 for spend in expected.values()) if whole else 0.0
    assert math.isclose(found.by_root.hhi, hhi, abs_tol=1e-6)
    _check_range(found.by_root.hhi_range, expected)
    assert found.base == len(oracle_figures.base(landscape))
    assert math.isclose(found.coverage, oracle_figures.coverage(landscape))


def _check_range(found: tuple[float, float], spend: dict[str | None, float]) -> None:
    """The index if what nobody is known to get went to very many, or to one of all there are."""
    whole, lost = sum(spend.values()), spend.get(None, 0.0)
    known = [amount for root, amount in spend.items() if root is not None]
    if not whole:
        assert found == (0.0, 0.0)
        return
    thin = sum((100 * amount / whole) ** 2 for amount in known)
    piled = [
        sum((100 * (one + lost * (n == place)) / whole) ** 2 for n, one in enumerate(known))
        for place in range(len(known))
    ]
    assert math.isclose(found[0], thin, abs_tol=1e-6)
    assert math.isclose(found[1], max(piled, default=(100 * lost / whole) ** 2), abs_tol=1e-6)


@few
@given(detailed_landscapes())
def test_countries_are_those_of_who_has_the_last_word(landscape: Landscape) -> None:
    assets = oracle.assets_of(landscape)
    expected: dict[str | None, float] = {}
    for root, spend in oracle_figures.spend_by_root(landscape).items():
        code = None if root is None else assets[root].country
        expected[code] = expected.get(code, 0.0) + spend
    found = _of(landscape).by_country
    assert _spend(found) == {code: round(spend, 6) for code, spend in expected.items()}
    for one in found.buckets:
        if one.key is not None:
            radius = oracle.blast_radius(landscape, f"country:{one.key}")
            assert math.isclose(one.blast_radius, radius)


@few
@given(detailed_landscapes())
def test_hosting_countries_and_categories_share_what_services_cost(landscape: Landscape) -> None:
    hosting: dict[str | None, float] = {}
    category: dict[str | None, float] = {}
    inside: dict[str, set[str]] = {}
    for item in oracle_figures.base(landscape):
        one, cost = oracle.assets_of(landscape)[item], oracle_figures.cost(landscape, item)
        kind = _CATEGORY.get(one.catalogue_id or "")
        category[kind] = category.get(kind, 0.0) + cost
        if kind:
            inside.setdefault(kind, set()).add(item)
        codes: set[str | None] = set(one.hosting_countries or ())
        if one.kind in oracle.ONLINE and not codes:
            codes = {None}
        for code in codes:
            hosting[code] = hosting.get(code, 0.0) + cost / len(codes)
    found = _of(landscape)
    assert _spend(found.by_hosting) == {code: round(spend, 6) for code, spend in hosting.items()}
    assert _spend(found.by_category) == {name: round(spend, 6) for name, spend in category.items()}
    for code, bucket in found.by_hosting.of.items():
        radius = oracle.blast_radius(landscape, f"hosting:{code}")
        assert math.isclose(bucket.blast_radius, radius)
    processes = oracle.processes(landscape)
    for name, items in inside.items():
        whole = oracle.weight(landscape, processes)
        stopped = oracle.weight(landscape, oracle.failed(landscape, items) & processes)
        radius = stopped / whole if whole else 0.0
        assert math.isclose(found.by_category.of[name].blast_radius, radius)


@few
@given(detailed_landscapes(), st.data())
def test_a_country_made_unknown_never_narrows_the_index(
    landscape: Landscape, data: st.DataObject
) -> None:
    id = data.draw(st.sampled_from(sorted(landscape.assets)))
    vaguer = replace(landscape.assets[id], country=None)
    after = replace(landscape, assets={**landscape.assets, id: vaguer})
    before, found = _of(landscape).by_country.hhi_range, _of(after).by_country.hhi_range
    assert found[0] <= before[0] + 1e-6
    assert found[1] >= before[1] - 1e-6


@few
@given(detailed_landscapes())
def test_the_dearest_come_first_and_the_unknown_last(landscape: Landscape) -> None:
    for spread in (_of(landscape).by_root, _of(landscape).by_country, _of(landscape).by_hosting):
        known = [one for one in spread.buckets if one.key is not None]
        assert known == list(spread.buckets[: len(known)])
        spends = [round(one.spend, 6) for one in known]
        assert spends == sorted(spends, reverse=True)
        low, high = spread.hhi_range
        assert low - 1e-6 <= spread.hhi <= high + 1e-6


def test_a_joint_venture_counts_for_each_of_its_controllers() -> None:
    found = _of(
        landscape_of(
            "shop -> erp",
            "erp => venture",
            "venture ~> north",
            "venture ~> south",
            assets=[asset("erp", "cloud_service", annual_cost=100)],
        )
    ).by_root
    assert found.buckets == (_bucket("north", 50, 0.5), _bucket("south", 50, 0.5))


def test_a_circle_of_control_is_one_root_named_by_the_smallest_id() -> None:
    found = _of(
        landscape_of(
            "shop -> erp",
            "erp => sub",
            "sub ~> beta",
            "beta ~> alpha",
            "alpha ~> beta",
            assets=[asset("erp", "cloud_service", annual_cost=100)],
        )
    ).by_root
    assert found.buckets == (_bucket("alpha", 100, 1.0),)


def test_what_a_fund_controls_stays_a_root_of_its_own() -> None:
    found = _of(landscape_of("shop -> erp", "erp => acme", "acme ~> fund (investor)")).by_root
    assert [one.key for one in found.buckets] == ["acme"]


def test_how_concentrated_spending_is() -> None:
    assert [_degree(parts) for parts in (11, 10, 5, 4, 1)] == [
        *(Degree.LOW, Degree.MODERATE, Degree.MODERATE, Degree.HIGH, Degree.HIGH)
    ]
    assert _degree(4, (2500, 3000)) is Degree.MODERATE


def _degree(parts: int, steps: tuple[float, ...] = (1000, 2000)) -> Degree:
    each = [
        Bucket(key=str(one), spend=1, share=1 / parts, services=(), blast_radius=0)
        for one in range(parts)
    ]
    return Spread(buckets=tuple(each), steps=steps).degree


def test_an_empty_map_is_concentrated_nowhere() -> None:
    found = _of(landscape_of())
    assert (found.base, found.spend, found.coverage) == (0, 0.0, 0.0)
    assert found.by_root.buckets == found.by_country.buckets == ()
    assert found.by_root.hhi == 0
    assert found.by_root.hhi_range == (0.0, 0.0)


def _bucket(key: str, spend: float, share: float) -> Bucket:
    services = (AssetId("erp"),)
    return Bucket(key=key, spend=spend, share=share, services=services, blast_radius=1.0)
