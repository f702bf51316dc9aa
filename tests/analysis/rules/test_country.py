"""Being cut off by a country: when it is a risk, when a question, and how it weighs."""

import pytest

from smala_lockin.analysis.rating.findings import Sort
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import found
from tests.builders import asset, landscape_of

_SHOP = {"criticality": 4, "max_outage_hours": 24}


def _served(country: str | None, *more: str, criticality: int = 4, **facts: object) -> Landscape:
    shop = asset("shop", "process", criticality=criticality, max_outage_hours=24)
    return landscape_of(
        "shop -> erp",
        "erp => acme",
        *more,
        assets=[shop, asset("erp", "cloud_service"), _acme(country, **facts)],
    )


def _acme(country: str | None, **facts: object) -> Asset:
    return asset("acme", "supplier", country=country, **{"replacement_days": 40, **facts})


@pytest.mark.parametrize(
    ("country", "likelihood"),
    [("US", 2), ("GB", 1), ("CH", 1), ("IN", 2), ("CN", 3), ("HK", 3), ("RU", 5), ("KP", 5)],
)
def test_how_likely_a_cut_off_is_goes_by_the_country(country: str, likelihood: int) -> None:
    assert found(_served(country))[f"cut_off:{country}"].likelihood == likelihood


@pytest.mark.parametrize("country", ["BE", "FR", "NO"])
def test_no_country_of_the_eea_cuts_off(country: str) -> None:
    assert f"cut_off:{country}" not in found(_served(country))


@pytest.mark.parametrize(("criticality", "fires"), [(2, False), (3, True)])
def test_only_a_process_that_matters_counts(criticality: int, fires: bool) -> None:
    assert ("cut_off:US" in found(_served("US", criticality=criticality))) is fires


def test_over_half_of_the_processes_late_is_one_more() -> None:
    # 11 days late: base 3, one more above 10 days.
    others = [f"p{number} -> own{number}" for number in range(2)]
    erp = {"replacement_days": 12}
    alone, one_of_three = (
        found(
            landscape_of(
                "shop -> erp",
                "erp => acme",
                *arrows,
                assets=[
                    asset("shop", "process", **_SHOP),
                    asset("erp", "cloud_service", **erp),
                    _acme("US", **erp),
                ],
            )
        )["cut_off:US"]
        for arrows in ([], others)
    )
    assert (alone.impact, one_of_three.impact) == (4 + 1, 4)


def test_a_cut_off_reaches_what_the_country_controls() -> None:
    landscape = landscape_of(
        "shop -> erp",
        "erp => acme",
        "acme ~> corp",
        assets=[
            asset("shop", "process", **_SHOP),
            asset("erp", "cloud_service"),
            _acme("BE"),
            asset("corp", "supplier", country="US"),
        ],
    )
    assert found(landscape)["cut_off:US"].assets == ("acme", "corp")


def test_a_fund_does_not_cut_off() -> None:
    fund = asset("fund", "supplier", country="US")
    landscape = landscape_of(
        "shop -> erp", "erp => acme", "acme ~> fund (investor)", assets=[_acme("BE"), fund]
    )
    assert "cut_off:US" not in found(landscape)


def test_a_supplier_of_unknown_country_is_a_question() -> None:
    question = found(_served(None))["cut_off:acme"]
    assert (question.sort, question.assumed, question.level) == (Sort.QUESTION, ("country",), None)


def test_a_supplier_that_nothing_hangs_on_is_no_question() -> None:
    assert "cut_off:acme" not in found(_served(None, criticality=2))


def test_a_cut_off_that_only_an_assumed_duration_makes_harmless_is_a_question() -> None:
    shop = asset("shop", "process", criticality=4, max_outage_hours=24 * 120)
    landscape = landscape_of(
        "shop -> erp",
        "erp => acme",
        assets=[shop, asset("erp", "cloud_service"), asset("acme", "supplier", country="US")],
    )
    question = found(landscape)["cut_off:US"]
    assert (question.sort, question.evidence.late) == (Sort.QUESTION, ("shop",))
    assert question.level is None


def test_there_may_be_more_where_a_country_is_not_known() -> None:
    landscape = _served("US", "shop -> bank", "bank => other")
    assert found(landscape)["cut_off:US"].evidence.at_least
    assert not found(_served("US"))["cut_off:US"].evidence.at_least
