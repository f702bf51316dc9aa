"""The lock-in index: exact bounds, assumed value and coverage, and how it comes about."""

import math
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.figures.lock_in import FactorReading, LockIn, LockInIndices
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import SERVICES, DataExport, ExitPlan, Skills
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import LockInFactor
from tests.analysis import oracle_figures as oracle
from tests.analysis.days import TODAY
from tests.builders import asset, landscape_of
from tests.strategies import detailed_landscapes

_ROWS = {"odoo": [("Exact", "low"), ("Odoo", "medium"), ("sap", "high")], "exact": [("x", "high")]}
_FACTS = (
    *("data_export", "replacement_days", "substitutes", "customisation", "contract_end"),
    *("notice_days", "renewal_months", "exit_cost", "annual_cost", "open_source"),
    *("open_standard", "skills", "exit_plan"),
)
few = settings(max_examples=60, deadline=None)


def _indices(landscape: Landscape, today: date = TODAY) -> LockInIndices:
    return LockInIndices.of(landscape, today=today, alternatives=lambda id: _ROWS.get(id, ()))


@few
@given(detailed_landscapes(max_assets=6))
def test_an_index_is_what_the_definition_says(landscape: Landscape) -> None:
    indices = _indices(landscape)
    services = [one.id for one in landscape.assets.values() if one.kind in oracle.SERVICES]
    assert [one.asset for one in indices.services] == sorted(services)
    for found in indices.services:
        one = landscape.assets[found.asset]
        lows, usual, highs, known = [], [], [], []
        for factor, weight in enumerate(oracle.WEIGHTS):
            low, high = oracle.bounds(factor, one, landscape, _ROWS, TODAY)
            lows.append(weight * low)
            highs.append(weight * high)
            known.append(weight if low == high else 0)
            usual.append(weight * oracle.assumed(factor, one, landscape, _ROWS, TODAY))
        assert math.isclose(found.low, sum(lows), abs_tol=1e-6)
        assert math.isclose(found.high, sum(highs), abs_tol=1e-6)
        assert math.isclose(found.assumed, sum(usual), abs_tol=1e-6)
        assert math.isclose(found.coverage, sum(known) / 100)


@few
@given(detailed_landscapes(), st.data())
def test_a_fact_made_unknown_never_narrows_an_index(
    landscape: Landscape, data: st.DataObject
) -> None:
    services = [id for id, one in landscape.assets.items() if one.kind in SERVICES]
    if not services:
        return
    id, fact = data.draw(st.sampled_from(services)), data.draw(st.sampled_from(_FACTS))
    forgotten: dict[str, Any] = {fact: None}
    vaguer = replace(landscape.assets[id], **forgotten)
    after = replace(landscape, assets={**landscape.assets, id: vaguer})
    before, found = _indices(landscape).of_service[id], _indices(after).of_service[id]
    assert found.low <= before.low + 1e-9
    assert found.high >= before.high - 1e-9
    assert found.coverage <= before.coverage


@few
@given(detailed_landscapes())
def test_a_supplier_is_as_hard_to_leave_as_the_worst_it_provides(landscape: Landscape) -> None:
    indices = _indices(landscape)
    provided: dict[AssetId, list[LockIn]] = {}
    for one in landscape.dependencies.values():
        if one.role == "provided_by" and one.source in indices.of_service:
            provided.setdefault(one.target, []).append(indices.of_service[one.source])
    assert {one.asset for one in indices.suppliers} == set(provided)
    for found in indices.suppliers:
        services = provided[found.asset]
        assert found.low == max(one.low for one in services)
        assert found.assumed == max(one.assumed for one in services)
        assert found.high == max(one.high for one in services)
        assert indices.of_service[found.service].assumed == found.assumed


@few
@given(detailed_landscapes())
def test_the_factors_add_up_to_the_index(landscape: Landscape) -> None:
    indices = _indices(landscape)
    for one in indices.services:
        factors = indices.factors(one.asset)
        assert math.isclose(sum(factor.points for factor in factors), one.assumed)
        assert math.isclose(sum(factor.low * factor.most for factor in factors), one.low)
        known = sum(factor.most for factor in factors if factor.is_known)
        assert math.isclose(known, 100 * one.coverage)
        assert all(bool(factor.missing) == (not factor.is_known) for factor in factors)
        unknown = tuple(factor.missing for factor in factors if factor.missing)
        assert indices.unknown(one.asset) == unknown


def test_nothing_known_says_nothing_but_what_is_assumed() -> None:
    (one,) = _indices(landscape_of(assets=[asset("crm", "cloud_service")])).services
    assert (one.low, one.high, one.coverage) == (0.0, 100.0, 0.0)
    assert one.assumed == pytest.approx(10 + 20 * 0.67368 + 15 + 0 + 5 + 8 + 2.5 + 5, abs=0.01)


def test_the_settings_weigh_the_factors() -> None:
    crm = asset("crm", "cloud_service", data_export=DataExport.NONE, exit_plan=ExitPlan.TESTED)
    weights = dict.fromkeys(LockInFactor, 0.0) | {
        LockInFactor.PORTABILITY: 3.0,
        LockInFactor.EXIT_PLAN: 1.0,
    }
    (one,) = LockInIndices.of(landscape_of(assets=[crm]), today=TODAY, weights=weights).services
    assert (one.low, one.assumed, one.high, one.coverage) == (75.0, 75.0, 75.0, 1.0)


def test_no_weight_at_all_is_no_lock_in() -> None:
    landscape = landscape_of(assets=[asset("crm", "cloud_service")])
    nothing = dict.fromkeys(LockInFactor, 0.0)
    indices = LockInIndices.of(landscape, today=TODAY, weights=nothing)
    (one,) = indices.services
    assert (one.low, one.assumed, one.high, one.coverage) == (0.0, 0.0, 0.0, 0.0)
    assert [factor.points for factor in indices.factors(AssetId("crm"))] == [0.0] * 8


def test_a_factor_tells_what_it_counted() -> None:
    crm = asset(
        "crm",
        "cloud_service",
        catalogue_id="odoo",
        substitutes=("Odoo",),
        skills=Skills.FEW,
        contract_end=date(2027, 5, 22),
        replacement_days=60,
    )
    landscape = landscape_of("a -> crm", "b -> crm", assets=[crm])
    told = {one.factor: one for one in _indices(landscape).factors(AssetId("crm"))}
    assert _counted(told[LockInFactor.SUBSTITUTES]) == (1, ("substitutes",), ("Exact", "sap"))
    assert _counted(told[LockInFactor.INTEGRATION]) == (2, ("customisation",), ())
    assert _counted(told[LockInFactor.REPLACEMENT]) == (60, (), ())
    assert told[LockInFactor.CONTRACT].amount == pytest.approx(5.95, abs=0.01)
    assert told[LockInFactor.CONTRACT].missing == (
        *("notice_days", "exit_cost", "annual_cost", "renewal_months"),
    )
    assert told[LockInFactor.SKILLS].is_known


def _counted(one: FactorReading) -> tuple[float | None, tuple[str, ...], tuple[str, ...]]:
    return one.amount, one.missing, one.names
