"""Foreign law and data about people: exposures, and the questions that stand for them."""

from dataclasses import replace

import pytest

from smala_lockin.analysis.rating.findings import Sort
from smala_lockin.domain.kinds import PersonalData
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import found
from tests.builders import asset, landscape_of

_ORDINARY, _SENSITIVE = PersonalData.ORDINARY, PersonalData.SENSITIVE


def _served(
    country: str | None,
    *more: str,
    data: PersonalData | None = _ORDINARY,
    hosting: tuple[str, ...] | None = ("BE",),
) -> Landscape:
    erp = asset("erp", "cloud_service", personal_data=data, hosting_countries=hosting)
    acme = asset("acme", "supplier", country=country)
    return landscape_of("erp => acme (degrading)", *more, assets=[erp, acme])


def test_a_law_that_reaches_data_about_people_is_a_risk() -> None:
    risk = found(_served("US"))["legal_reach:US"]
    assert (risk.sort, risk.assets) == (Sort.RISK, ("erp",))
    assert (risk.likelihood, risk.impact, risk.level) == (2, 3, 1)
    assert risk.evidence.path == ("erp", "acme")


def test_sensitive_data_weighs_more() -> None:
    assert found(_served("US", data=_SENSITIVE))["legal_reach:US"].impact == 4


def test_an_adequate_country_is_less_likely() -> None:
    assert found(_served("GB"))["legal_reach:GB"].likelihood == 1


def test_data_about_nobody_is_no_exposure() -> None:
    assert not _about_law(_served("US", data=PersonalData.NONE))


def test_union_law_is_no_exposure() -> None:
    assert not _about_law(_served("FR"))


def test_all_assets_that_a_country_reaches_are_one_finding() -> None:
    crm = asset("crm", "application", personal_data=_SENSITIVE)
    landscape = landscape_of(
        "crm -> erp",
        "erp => acme",
        assets=[
            crm,
            asset("erp", "cloud_service", personal_data=_ORDINARY, hosting_countries=("BE",)),
            asset("acme", "supplier", country="US"),
        ],
    )
    assert _about_law(landscape) == {"legal_reach:US"}
    risk = found(landscape)["legal_reach:US"]
    assert (risk.assets, risk.impact) == (("crm", "erp"), 4)


def test_a_law_that_comes_through_a_fund_is_labelled() -> None:
    erp = asset("erp", "cloud_service", personal_data=_ORDINARY, hosting_countries=("BE",))
    landscape = landscape_of(
        "erp => acme",
        "acme ~> fund (investor)",
        assets=[
            erp,
            asset("acme", "supplier", country="BE"),
            asset("fund", "supplier", country="US"),
        ],
    )
    evidence = found(landscape)["legal_reach:US"].evidence
    assert evidence.by_investor
    assert evidence.path == ("erp", "acme", "fund")


def test_whether_data_is_about_people_is_a_question_where_foreign_law_reaches_it() -> None:
    question = found(_served("US", data=None))["legal_reach:erp"]
    assert (question.sort, question.assumed) == (Sort.QUESTION, ("personal_data",))
    assert not _about_law(_served("BE", data=None))


def test_where_data_about_people_goes_is_a_question() -> None:
    assert _about_law(_served(None)) == {"legal_reach:acme:country"}
    assert _about_law(_served("BE", hosting=None)) == {"legal_reach:erp:hosting_countries"}


@pytest.mark.parametrize(
    ("criticality", "off", "expected"),
    [
        pytest.param(5, [], "cut_off:acme", id="it could stop what matters much"),
        pytest.param(3, [], "legal_reach:acme:country", id="the law could do more harm"),
        pytest.param(5, ["cut_off"], "legal_reach:acme:country", id="who cuts off is not told"),
        pytest.param(3, ["legal_reach"], "cut_off:acme", id="whose law reaches is not told"),
    ],
)
def test_a_country_is_asked_for_once_where_it_matters_most(
    criticality: int, off: list[str], expected: str
) -> None:
    shop = asset("shop", "process", criticality=criticality, max_outage_hours=8)
    held = {"personal_data": _ORDINARY, "hosting_countries": ("BE",)}
    erp = asset("erp", "cloud_service", replacement_days=4, **held)
    acme = asset("acme", "supplier", replacement_days=4)
    landscape = landscape_of("shop -> erp", "erp => acme", assets=[shop, erp, acme])
    settled = replace(landscape, sections={"settings": {"rules_off": off}})
    asked = [key for key, one in found(settled).items() if one.assumed == ("country",)]
    assert asked == [expected]


def _about_law(landscape: Landscape) -> set[str]:
    return {key for key in found(landscape) if key.startswith("legal_reach")}
