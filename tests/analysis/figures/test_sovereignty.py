"""Sovereignty levels: exact ranges by objective, their grounds, and what processes need."""

import math
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.figures.sovereignty import Sovereignty
from smala_lockin.analysis.figures.sovereignty_levels import Grounds, Objective, strength
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import DataExport, OpenSource, Skills
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_sovereignty
from tests.builders import asset, landscape_of
from tests.strategies import detailed_landscapes

few = settings(max_examples=80, deadline=None)
_O = Objective


def _of(landscape: Landscape) -> Sovereignty:
    return Sovereignty.of(EveryEvent.of(landscape))


@settings(max_examples=250, deadline=None)
@given(detailed_landscapes(max_assets=9))
def test_levels_are_what_the_definitions_say(landscape: Landscape) -> None:
    found = _of(landscape).levels
    kinds = oracle_figures.SERVICES
    assert list(found) == sorted(id for id, one in landscape.assets.items() if one.kind in kinds)
    for id, spans in found.items():
        expected = [oracle_sovereignty.level(landscape, id, one) for one in Objective]
        assert list(spans) == expected


@few
@given(detailed_landscapes(max_assets=8), st.data())
def test_a_fact_made_unknown_never_narrows_a_level(
    landscape: Landscape, data: st.DataObject
) -> None:
    id = data.draw(st.sampled_from(sorted(landscape.assets)))
    one = landscape.assets[id]
    facts = ["data_export", "skills", "open_source", "open_standard", "open_weights"]
    facts += ["governing_law", "country"]
    if one.kind in oracle.ONLINE:
        facts.append("hosting_countries")
    if one.kind == "location":  # its country is where it is, and places are not asked for one
        facts.remove("country")
    forgotten: dict[str, Any] = {data.draw(st.sampled_from(facts)): None}
    after = replace(landscape, assets={**landscape.assets, id: replace(one, **forgotten)})
    vaguer = _of(after).levels
    for service, spans in _of(landscape).levels.items():
        for span, wider in zip(spans, vaguer[service], strict=True):
            assert wider[0] <= span[0] <= span[1] <= wider[1]


@few
@given(detailed_landscapes())
def test_a_level_says_what_it_rests_on(landscape: Landscape) -> None:
    sovereignty = _of(landscape)
    for id, spans in sovereignty.levels.items():
        readings = sovereignty.readings(id)
        assert [(one.low, one.high) for one in readings] == list(spans)
        assert [one.objective for one in readings] == list(Objective)
        for one in readings:
            answers = landscape.assets[id].sovereignty or {}
            assert (one.grounds is Grounds.ANSWER) == (one.objective in answers)
            assert bool(one.missing) == (one.low < one.high) or one.high == 1
            if one.objective in (_O.STRATEGIC, _O.LEGAL, _O.SUPPLY_CHAIN):
                assert bool(one.countries) == (one.high == 1 and one.grounds is Grounds.FACTS)
        if weakest := sovereignty.weakest(id):
            lowest = min(spans, key=strength)
            assert spans[list(Objective).index(weakest)] == lowest
        else:
            assert all(high == 4 for _low, high in spans)


@few
@given(detailed_landscapes())
def test_a_process_shows_how_all_it_vitally_needs_stands(landscape: Landscape) -> None:
    sovereignty = _of(landscape)
    levels = sovereignty.levels
    assert [one.process for one in sovereignty.processes] == sorted(oracle.processes(landscape))
    for one in sovereignty.processes:
        needed = oracle_sovereignty.needed(landscape, one.process) & set(levels)
        assert one.services == len(needed)
        for place, spread in enumerate(one.objectives):
            spans = {AssetId(id): levels[AssetId(id)][place] for id in needed}
            assert spread.counts == Counter(spans.values())
            if not needed:
                assert spread.weakest is None
                continue
            worst = min(spans, key=lambda id: (*strength(spans[id]), id))
            assert spread.weakest == worst
            _check_path(landscape, sovereignty.path(one.process, worst), one.process, worst)
        if needed:
            assert one.weakest is not None
            place = list(Objective).index(one.weakest)
            assert min(levels[AssetId(id)][place][1] for id in needed) == min(
                high for id in needed for _low, high in levels[AssetId(id)]
            )


def _check_path(
    landscape: Landscape, path: tuple[AssetId, ...], start: AssetId, end: AssetId
) -> None:
    assert (path[0], path[-1]) == (start, end)
    for source, target in pairwise(path):
        between = landscape.needs[source]
        assert any(one.target == target and one.need == "vital" for one in between)


def test_there_is_no_path_to_what_is_not_needed() -> None:
    sovereignty = _of(landscape_of("shop -> erp", "shop -> chat (degrading)"))
    assert sovereignty.path(AssetId("shop"), AssetId("chat")) == ()


@few
@given(detailed_landscapes(max_assets=5))
def test_the_weighted_share_is_a_range_within_the_whole(landscape: Landscape) -> None:
    sovereignty = _of(landscape)
    weights = {objective.value: number + 1.0 for number, objective in enumerate(Objective)}
    for id, spans in sovereignty.levels.items():
        low, high = sovereignty.share(id, weights)
        assert 0 <= low <= high <= 1
        top = sum(weights.values()) * 4
        expected = (
            sum(weight * span[0] for weight, span in zip(weights.values(), spans, strict=True))
            / top
        )
        assert math.isclose(low, expected)
    if sovereignty.levels:
        assert sovereignty.share(next(iter(sovereignty.levels)), dict.fromkeys(weights, 0.0)) == (
            *(0.0, 1.0),
        )


def _used(*arrows: str, assets: tuple[Asset, ...] = (), **facts: object) -> dict[Objective, object]:
    crm = asset("crm", "cloud_service", **facts)
    found = _of(landscape_of("shop -> crm", *arrows, assets=[crm, *assets]))
    return dict(zip(Objective, found.levels[AssetId("crm")], strict=True))


def test_a_service_of_the_union_stands_high() -> None:
    acme = asset("acme", "supplier", country="BE")
    found = _used(
        "crm => acme",
        assets=(acme,),
        hosting_countries=("BE",),
        governing_law="BE",
        data_export=DataExport.OPEN,
        skills=Skills.MARKET,
        open_source=OpenSource.YES,
        open_standard=True,
    )
    assert [found[one] for one in list(Objective)[:6]] == [
        *((4, 4), (4, 4), (4, 4), (4, 4), (3, 3), (4, 4))
    ]


def test_who_owns_the_supplier_decides_not_where_it_sits() -> None:
    acme, corp = asset("acme", "supplier", country="BE"), asset("corp", "supplier", country="US")
    found = _used("crm => acme", "acme ~> corp", assets=(acme, corp), hosting_countries=("BE",))
    assert (found[_O.STRATEGIC], found[_O.LEGAL], found[_O.SUPPLY_CHAIN]) == (
        *((1, 1), (1, 1), (1, 1)),
    )
    fund = _used("crm => acme", "acme ~> corp (investor)", assets=(acme, corp))
    assert (fund[_O.STRATEGIC], fund[_O.LEGAL], fund[_O.SUPPLY_CHAIN]) == ((4, 4), (1, 1), (3, 3))


def test_nothing_known_is_anything() -> None:
    found = _used()
    assert found[_O.STRATEGIC] == found[_O.DATA_AND_AI] == found[_O.SECURITY] == (0, 4)
    assert (found[_O.LEGAL], found[_O.SUPPLY_CHAIN]) == ((1, 4), (1, 3))


def test_a_stand_in_of_unknown_country_may_be_cut_off_with_the_other() -> None:
    known = asset("known", "supplier", country="US")
    crm = asset("crm", "cloud_service")
    landscape = landscape_of(
        "shop -> crm", "crm => known | nowhere", "bank => nowhere", assets=[crm, known]
    )
    assert _of(landscape).levels[AssetId("crm")][4] == (1, 3)
    placed = replace(landscape.assets[AssetId("nowhere")], country="BE")
    after = replace(landscape, assets={**landscape.assets, placed.id: placed})
    assert _of(after).levels[AssetId("crm")][4] == (3, 3)


@pytest.mark.parametrize(
    ("country", "weights", "expected"),
    [
        pytest.param("FR", None, (4, 4), id="a maker of the Union"),
        pytest.param("US", False, (2, 2), id="a closed model from elsewhere"),
        pytest.param("US", None, (2, 4), id="perhaps a closed one"),
        pytest.param("US", True, (4, 4), id="an open one"),
        pytest.param(None, False, (2, 4), id="nobody knows whose"),
    ],
)
def test_a_model_hosted_in_the_union_stands_as_high_as_its_maker(
    country: str | None, weights: bool | None, expected: tuple[int, int]
) -> None:
    helper = asset("helper", "ai_service", hosting_countries=("BE",))
    model = asset("model", "ai_service", open_weights=weights)
    maker = asset("maker", "supplier", country=country)
    landscape = landscape_of(
        "shop -> helper", "helper -> model", "model => maker", assets=[helper, model, maker]
    )
    assert _of(landscape).levels[AssetId("helper")][2] == expected
