"""What lies in one hand: when it is a risk, and how that weighs."""

import pytest

from smala_lockin.analysis.rating.findings import Rule, Sort
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import reported
from tests.builders import asset, landscape_of


def _bought(*costs: float | None, roots: str = "ab", country: str = "US") -> Landscape:
    """Return services at these costs, each of a supplier of its own; process i uses service i."""
    suppliers = [asset(f"s{one}", "supplier", country=country) for one in roots]
    arrows = [f"p{n} -> x{n}" for n in range(len(costs))]
    provided = [f"x{n} => s{roots[min(n, len(roots) - 1)]}" for n in range(len(costs))]
    services = [
        asset(f"x{n}", "cloud_service", annual_cost=cost, hosting_countries=("BE",))
        for n, cost in enumerate(costs)
    ]
    return landscape_of(*arrows, *provided, assets=[*services, *suppliers])


def _crowds(landscape: Landscape) -> dict[str, tuple[int | None, float | None]]:
    return {
        one.key: (one.impact, one.evidence.share)
        for one in reported(landscape).findings
        if one.rule in (Rule.CONCENTRATION_SUPPLIER, Rule.CONCENTRATION_COUNTRY)
    }


def test_a_large_share_of_spending_is_a_risk() -> None:
    landscape = _bought(30, 50, 20, roots="abc", country="BE")
    assert _crowds(landscape) == {
        "concentration_supplier:sa": (3, 0.3),
        "concentration_supplier:sb": (4, 0.5),
    }


def test_two_services_without_which_different_processes_stop_are_one_too() -> None:
    landscape = _bought(None, None, None, roots="aab", country="BE")
    assert _crowds(landscape) == {
        "concentration_supplier:sa": (3, None),
        "concentration_supplier": (None, None),  # what goes to the other one is asked
    }


def test_what_may_be_paid_to_a_supplier_beside_what_is_known_is_asked() -> None:
    landscape = _bought(60, 20, 20, None, roots="abcd", country="BE")
    (question,) = (one for one in reported(landscape).of_sort(Sort.QUESTION) if one.key == _COSTS)
    assert question.assets == ("x3",)
    assert _COSTS not in _crowds(_bought(60, 20, 20, 0, roots="abcd", country="BE"))


def test_a_supplier_that_provides_nothing_vital_is_asked_for_its_own_bill() -> None:
    facts = [
        asset("x", annual_cost=5),
        *(asset(one, "supplier", country="BE") for one in ("s", "t")),
    ]
    landscape = landscape_of("p -> x", "x => s", "x => t (degrading)", assets=facts)
    (question,) = (one for one in reported(landscape).of_sort(Sort.QUESTION) if one.key == _COSTS)
    assert question.assets == ("t",)


_COSTS = "concentration_supplier"
"""The key of the question what things cost."""


def test_one_service_for_two_processes_is_none() -> None:
    landscape = landscape_of(
        "p -> x",
        "q -> x",
        "x => s",
        "x => t",
        assets=[asset("s", "supplier", country="BE"), asset("x", annual_cost=0)],
    )
    assert not _crowds(landscape)


def test_a_large_share_of_what_little_is_known_is_a_question() -> None:
    landscape = _bought(50, None, None, None, roots="abcd", country="BE")
    (question,) = (
        one for one in reported(landscape).findings if one.rule is Rule.CONCENTRATION_SUPPLIER
    )
    assert (question.key, question.sort) == ("concentration_supplier", Sort.QUESTION)
    assert question.assets == ("x1", "x2", "x3")


@pytest.mark.parametrize(("country", "fires"), [("US", True), ("CH", True), ("FR", False)])
def test_half_of_the_spending_in_one_country_outside_the_eea_is_a_risk(
    country: str, fires: bool
) -> None:
    suppliers: list[Asset] = [
        asset("sa", "supplier", country=country),
        asset("sb", "supplier", country="BE"),
    ]
    services = [asset(one, "cloud_service", annual_cost=50) for one in ("x", "y")]
    landscape = landscape_of(
        "p -> x", "q -> y", "x => sa", "y => sb", assets=[*services, *suppliers]
    )
    told = _crowds(landscape)
    assert told.get(f"concentration_country:{country}") == ((3, 0.5) if fires else None)


def _placeless(*countries: str | None, costs: tuple[float, ...], uses: str) -> Landscape:
    """Return services at these costs from suppliers of these countries, each used so badly."""
    names = "abcd"[: len(costs)]
    return landscape_of(
        *(f"p -> x{one} ({uses})" for one in names),
        *(f"x{one} => s{one}" for one in names),
        assets=[
            *(
                asset(f"x{one}", "application", annual_cost=cost)
                for one, cost in zip(names, costs, strict=True)
            ),
            *(
                asset(f"s{one}", "supplier", country=country)
                for one, country in zip(names, countries, strict=True)
            ),
        ],
    )


def _asked_where(landscape: Landscape) -> dict[str, tuple[str, ...]]:
    return {
        str(one.key): one.assets
        for one in reported(landscape).of_sort(Sort.QUESTION)
        if one.assumed == ("country",)
    }


def test_whether_much_goes_to_one_country_is_a_question_about_those_who_may_be_there() -> None:
    landscape = _placeless("US", None, None, "BE", costs=(30, 15, 25, 30), uses="degrading")
    assert _asked_where(landscape) == {"concentration_country": ("sc", "sb")}


@pytest.mark.parametrize(
    ("countries", "costs"),
    [
        pytest.param(("US", None, "BE"), (30, 19, 51), id="not even with all of it"),
        pytest.param(("US", None, "BE"), (50, 30, 20), id="it is a risk already"),
        pytest.param(("US", None, "BE"), (49, 0, 51), id="nothing goes there"),
    ],
)
def test_it_is_none_where_the_answer_changes_nothing(
    countries: tuple[str | None, ...], costs: tuple[float, ...]
) -> None:
    assert _asked_where(_placeless(*countries, costs=costs, uses="degrading")) == {}


def test_who_is_asked_for_a_country_is_asked_once() -> None:
    landscape = _placeless(None, "BE", costs=(60, 40), uses="vital")
    assert _asked_where(landscape) == {"cut_off:sa": ("sa",)}
