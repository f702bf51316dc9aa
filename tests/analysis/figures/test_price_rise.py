"""What it costs when those who can raise their prices do."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure.events import EventFault, UnknownEvent
from smala_lockin.analysis.figures.price_rise import price_rise
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures
from tests.analysis.days import TODAY
from tests.builders import asset, landscape_of
from tests.strategies import detailed_landscapes


def the_office(**facts: object) -> Landscape:
    return landscape_of(
        "mail => acme",
        "chat => daughter",
        "daughter ~> acme",
        "files => other",
        assets=[
            asset("mail", "cloud_service", annual_cost=1000.0, replacement_days=100.0, **facts),
            asset("chat", "cloud_service", annual_cost=500.0, replacement_days=730.5),
            asset("files", "cloud_service", annual_cost=7000.0),
        ],
    )


@pytest.mark.parametrize("said", ["price:daughter:+20%", "price:daughter:+20", "price:acme:+0,2"])
def test_whoever_has_the_last_word_raises_all_prices(said: str) -> None:
    found = price_rise(the_office(), said, today=TODAY)
    assert (found.roots, found.services) == (("acme",), ("chat", "mail"))
    assert (found.spend, found.at_least) == (1500.0, False)
    assert found.extra_per_year == 300.0


def test_the_company_is_captive_until_the_last_service_can_be_left() -> None:
    found = price_rise(the_office(), "price:acme:+20%", today=TODAY)
    assert found.captive_until == TODAY + timedelta(days=731)
    assert found.captive_cost is not None
    assert math.isclose(found.captive_cost, 300 * 731 / 365.25)
    bound = the_office(contract_end=date(2031, 1, 1), notice_days=60)
    free = price_rise(bound, "price:acme:+20%", today=TODAY)
    assert free.captive_until == TODAY + timedelta(days=731)  # the Data Act opens the contract


def test_what_nobody_gave_is_not_zero() -> None:
    found = price_rise(landscape_of("shop -> crm", "crm => acme"), "price:acme:+9", today=TODAY)
    assert (found.spend, found.extra_per_year, found.captive_cost) == (None, None, None)
    crm, mail = asset("crm", annual_cost=100.0), asset("mail", "cloud_service")
    part = landscape_of("crm => acme", "mail => acme", assets=[crm, mail])
    some = price_rise(part, "price:acme:+10%", today=TODAY)
    assert (some.spend, some.at_least) == (100.0, True)
    assert ("crm", "replacement_days") in some.assumed


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("price:acme", EventFault.NOT_A_RISE),
        ("price:acme:20%", EventFault.NOT_A_RISE),
        ("price:acme:+", EventFault.NOT_A_RISE),
        ("price:acme:+-3", EventFault.NOT_A_RISE),
        ("price:acme:+nan", EventFault.NOT_A_RISE),
        ("price:acme:+0", EventFault.NOT_A_RISE),
        ("price:nobody:+20%", EventFault.UNKNOWN_ASSET),
        ("price:mail:+20%", EventFault.NOT_A_SUPPLIER),
    ],
)
def test_what_is_no_rise_is_told(text: str, fault: EventFault) -> None:
    with pytest.raises(UnknownEvent) as raised:
        price_rise(the_office(), text, today=TODAY)
    assert raised.value.fault is fault


@settings(max_examples=60, deadline=None)
@given(detailed_landscapes())
def test_a_rise_costs_what_the_definitions_say(landscape: Landscape) -> None:
    for id in [one.id for one in landscape.assets.values() if one.kind == "supplier"]:
        found = price_rise(landscape, f"price:{id}:+10%", today=TODAY)
        raising = oracle_figures.control_roots(landscape, id)
        shares = {s: oracle_figures.control_roots(landscape, s) for s in _suppliers(landscape)}
        group = {s: len(roots & raising) / len(roots) for s, roots in shares.items()}
        items = {
            item
            for item in oracle_figures.base(landscape)
            if any(group[s] for s in oracle_figures.providers(landscape, item))
        }
        paid = sum(oracle_figures.paid(landscape, s) * part for s, part in group.items() if part)
        assert set(found.roots) == raising
        assert set(found.services) == items
        assert math.isclose(found.spend or 0.0, paid, abs_tol=1e-6)
        days = [_leaving(landscape, item) for item in items or {id}]
        assert found.captive_until == max(days)
        assert math.isclose(found.captive_years, (max(days) - TODAY).days / 365.25)


@settings(max_examples=60, deadline=None)
@given(detailed_landscapes(), st.integers(0, 11))
def test_a_cost_made_unknown_is_told_as_unknown(landscape: Landscape, number: int) -> None:
    items = oracle_figures.base(landscape)
    assume(items)
    item = AssetId(items[number % len(items)])
    vaguer = replace(landscape.assets[item], annual_cost=None)
    less = replace(landscape, assets={**landscape.assets, item: vaguer})
    for id in _suppliers(landscape):
        before = price_rise(landscape, f"price:{id}:+10%", today=TODAY)
        after = price_rise(less, f"price:{id}:+10%", today=TODAY)
        assert (after.spend or 0.0) <= (before.spend or 0.0)
        assert after.at_least or after.spend == before.spend


def _suppliers(landscape: Landscape) -> list[str]:
    return [str(id) for id, one in landscape.assets.items() if one.kind == "supplier"]


def _leaving(landscape: Landscape, id: str) -> date:
    """The first day on which something can be left, by the contract or by the Data Act."""
    one = oracle.assets_of(landscape)[id]
    ready = TODAY + timedelta(days=-(-oracle.duration(landscape, id, "loss") // 24))
    notice = 90 if one.notice_days is None else one.notice_days
    ways = []
    if one.contract_end and one.kind in ("application", "infrastructure", *oracle.ONLINE):
        months = one.renewal_months or 12
        end, _times = oracle_figures.next_exit(one.contract_end, notice, months, TODAY)
        ways.append(max(end, ready))
    if one.kind in oracle.ONLINE:
        ways.append(max(ready, TODAY + timedelta(days=min(notice, 60) + 30)))
    return min(ways, default=ready)


def test_what_a_supplier_of_an_activity_is_paid_counts_too() -> None:
    books = asset("fiduciary", "supplier", annual_cost=2500.0)
    found = price_rise(
        landscape_of("shop => fiduciary", assets=[books]), "price:fiduciary:+20%", today=TODAY
    )
    assert (found.spend, found.at_least, found.extra_per_year) == (2500.0, False, 500.0)
