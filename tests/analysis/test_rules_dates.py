"""What falls due: ends of support."""

from datetime import date, timedelta

import pytest

from smala_lockin.analysis.findings import Finding
from tests.analysis.days import TODAY, ago, found
from tests.builders import asset, landscape_of


def _ending(day: date, *arrows: str) -> Finding | None:
    server = asset("server", "infrastructure", end_of_support=day, recovery_hours=48)
    shop = asset("shop", "process", criticality=5, max_outage_hours=8)
    return found(landscape_of(*arrows, assets=[shop, server])).get("end_of_support:server")


@pytest.mark.parametrize(
    ("day", "weight"),
    [
        pytest.param(ago(0), (3, 5, 3), id="ended today"),
        pytest.param(TODAY + timedelta(days=1), (2, 5, 2), id="ends tomorrow"),
        pytest.param(TODAY + timedelta(days=365), (2, 5, 2), id="ends within a year"),
    ],
)
def test_the_end_of_support_weighs_as_much_as_the_outage(day: date, weight: object) -> None:
    risk = _ending(day, "shop -> server")
    assert risk is not None
    assert (risk.likelihood, risk.impact, risk.level) == weight
    assert (risk.evidence.day, risk.evidence.stops) == (day, ("shop",))
    assert risk.bundle == "deadlines"


def test_what_stops_nothing_weighs_little() -> None:
    risk = _ending(ago(30), "shop -> server (degrading)")
    assert risk is not None
    assert (risk.likelihood, risk.impact, risk.level) == (3, 2, 1)


def test_a_far_end_is_none() -> None:
    assert _ending(TODAY + timedelta(days=366), "shop -> server") is None
