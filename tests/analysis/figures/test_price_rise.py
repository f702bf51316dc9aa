"""What it costs when those who can raise their prices do."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import EventFault, UnknownEvent
from smala_lockin.analysis.figures.concentration import concentration
from smala_lockin.analysis.figures.price_rise import price_rise
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle
from tests.analysis.days import TODAY
from tests.builders import asset, landscape_of
from tests.strategies import landscapes


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
@given(landscapes(), st.integers(0, 2**16))
def test_what_is_paid_is_that_of_the_control_root(landscape: Landscape, seed: int) -> None:
    costs = {id: 100.0 * (seed >> number & 3) for number, id in enumerate(landscape.assets)}
    priced = Landscape.of(
        [replace(one, annual_cost=costs[id]) for id, one in landscape.assets.items()],
        landscape.dependencies.values(),
        landscape.groups.values(),
    )
    buckets = concentration(EveryEvent.of(priced)).by_root.of
    for id in [one.id for one in priced.assets.values() if one.kind == "supplier"]:
        found = price_rise(priced, f"price:{id}:+10%", today=TODAY)
        assert set(found.roots) <= oracle.controllers(priced, id, investors=False)
        if len(found.roots) == 1:
            (root,) = found.roots
            paid = buckets[root].spend if root in buckets else 0.0
            assert math.isclose(found.spend or 0.0, paid, abs_tol=1e-6)
