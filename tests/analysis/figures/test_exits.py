"""Exit clocks: last days of notice, the next free exit, and the two ways out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.figures.exits import (
    ExitClock,
    Route,
    contract_clocks,
    exit_clocks,
    next_exit,
)
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company
from tests.analysis import oracle, oracle_figures
from tests.analysis.days import TODAY
from tests.builders import asset, landscape_of
from tests.strategies import detailed_landscapes

few = settings(max_examples=100, deadline=None)
_ONLINE = ("cloud_service", "ai_service")


def _clock(
    company: Company | None = None, kind: str = "cloud_service", **facts: object
) -> ExitClock:
    landscape = landscape_of(assets=[asset("crm", kind, **facts)], company=company)
    (one,) = exit_clocks(landscape, today=TODAY)
    return one


@few
@given(
    st.dates(date(1990, 1, 1), date(2040, 12, 31)),
    st.integers(0, 800),
    st.integers(1, 60),
    st.dates(date(2020, 1, 1), date(2032, 12, 31)),
)
def test_the_next_exit_is_the_first_of_which_notice_is_in_time(
    end: date, notice: int, months: int, today: date
) -> None:
    term = next_exit(end, notice, months, today)
    found, times = oracle_figures.next_exit(end, notice, months, today)
    assert term is not None
    assert (term.end, term.renewals) == (found, times)
    assert term.notice_by == found - timedelta(days=notice) >= today
    if times:
        before = oracle_figures.rolled(end, (times - 1) * months) - timedelta(days=notice)
        assert term.missed == before < today
    else:
        assert term.missed is None


@few
@given(detailed_landscapes())
def test_the_two_ways_out_are_what_the_definitions_say(landscape: Landscape) -> None:
    every = exit_clocks(landscape, today=TODAY)
    dated = tuple(one for one in every if landscape.assets[one.asset].contract_end)
    assert contract_clocks(landscape, today=TODAY) == dated
    clocks = {one.asset: one for one in every}
    served = (*_ONLINE, "application", "infrastructure")
    assert list(clocks) == sorted(
        id
        for id, one in landscape.assets.items()
        if one.kind in _ONLINE or (one.kind in served and one.contract_end)
    )
    for id, clock in clocks.items():
        one = landscape.assets[id]
        notice = 90 if one.notice_days is None else one.notice_days
        days = -(-oracle.duration(landscape, id, "loss") // 24)
        ready = TODAY + timedelta(days=days)
        if one.contract_end is None:
            assert clock.by_contract is None
        else:
            end, _ = oracle_figures.next_exit(
                one.contract_end, notice, one.renewal_months or 12, TODAY
            )
            assert clock.contract_end == end
            assert clock.by_contract == max(end, ready)
        if one.kind in _ONLINE:
            switched = max(TODAY + timedelta(days=min(notice, 60) + 30), ready)
            assert clock.by_data_act == switched
            assert clock.data_until == switched + timedelta(days=30)
            assert clock.free_of_charge == (switched >= date(2027, 1, 12))
        else:
            assert clock.by_data_act is None


def test_the_earlier_way_is_the_way_out() -> None:
    held = _clock(contract_end=date(2028, 3, 31), notice_days=90, replacement_days=20)
    assert (held.route, held.leaving) == (Route.DATA_ACT, TODAY + timedelta(days=90))
    ending = _clock(contract_end=date(2026, 12, 31), notice_days=30, replacement_days=20)
    assert (ending.route, ending.leaving) == (Route.CONTRACT, date(2026, 12, 31))
    slow = _clock(contract_end=date(2026, 12, 31), notice_days=30, replacement_days=180)
    assert (slow.route, slow.leaving) == (Route.CONTRACT, TODAY + timedelta(days=180))


def test_what_is_assumed_is_named() -> None:
    assert _clock().assumed == ("notice_days", "replacement_days")
    past = _clock(contract_end=date(2026, 1, 31), notice_days=30, replacement_days=20)
    assert (past.assumed, past.renewals) == (("renewal_months",), 1)
    assert past.contract_end == date(2027, 1, 31)
    assert past.missed == date(2026, 1, 1)
    known = _clock(contract_end=date(2027, 1, 31), notice_days=30, replacement_days=20)
    assert known.assumed == ()


def test_installed_software_has_no_data_act_route_and_no_route_without_a_contract() -> None:
    one = _clock(kind="application", contract_end=date(2027, 1, 31))
    assert (one.by_data_act, one.data_until, one.free_of_charge) == (None, None, None)
    assert exit_clocks(landscape_of(assets=[asset("crm")]), today=TODAY) == ()


def test_the_data_act_is_for_companies_of_the_union() -> None:
    assert _clock(Company(country="CH")).leaving is None
    assert _clock(Company(country="CH")).route is None
    assert _clock(Company(country="BE")).by_data_act is not None


def test_dates_beyond_the_calendar_are_unknown_or_its_last() -> None:
    far = _clock(
        contract_end=date(9999, 12, 31),
        notice_days=100_000,
        replacement_days=100_000,
        renewal_months=1200,
    )
    assert far.contract_end == date(9999, 12, 31)
    landscape = landscape_of(assets=[asset("crm", contract_end=date(2020, 1, 1), notice_days=9)])
    (last,) = exit_clocks(landscape, today=date.max)
    assert (last.contract_end, last.leaving) == (None, None)


@pytest.mark.parametrize("today", [date(2027, 1, 11), date(2027, 1, 12)])
def test_switching_costs_nothing_from_twelve_january_on(today: date) -> None:
    landscape = landscape_of(assets=[asset("crm", "ai_service", notice_days=0, replacement_days=0)])
    (one,) = exit_clocks(landscape, today=today - timedelta(days=30))
    assert one.free_of_charge == (today.day == 12)


@few
@given(detailed_landscapes(), st.data())
def test_a_later_day_never_brings_an_earlier_exit(
    landscape: Landscape, data: st.DataObject
) -> None:
    more = data.draw(st.integers(0, 900))
    before = exit_clocks(landscape, today=TODAY)
    after = exit_clocks(landscape, today=TODAY + timedelta(days=more))
    for one, other in zip(before, after, strict=True):
        if one.leaving and other.leaving:
            assert one.leaving <= other.leaving


def test_nothing_else_of_the_map_matters() -> None:
    crm = asset("crm", "cloud_service", contract_end=date(2027, 1, 31), notice_days=30)
    alone = landscape_of(assets=[crm])
    owned = landscape_of("shop -> crm", "crm => acme", assets=[replace(crm)])
    assert exit_clocks(alone, today=TODAY) == exit_clocks(owned, today=TODAY)
