"""The report as a whole: it never fails, never depends on order, never forgets the unknown."""

import random
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.rating.findings import Rule, Sort
from smala_lockin.analysis.scales import assumptions
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import DEFAULT
from tests.analysis.days import reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes


@given(landscapes(max_assets=16))
@settings(max_examples=150, deadline=None)
def test_a_report_holds_together(landscape: Landscape) -> None:
    for one in reported(landscape).findings:
        if one.sort is Sort.RISK:
            assert one.likelihood in range(1, 6)
            assert one.impact in range(1, 6)
            assert one.level is not None
            assert one.level_range is not None
            assert one.level_range[0] <= one.level <= one.level_range[1]
            assert one.bundle
        else:
            assert (one.likelihood, one.impact, one.level, one.level_range) == (None,) * 4
            assert one.bundle is None
        assert set(one.evidence.late) <= set(one.evidence.stops)
        assert 0 <= one.evidence.blast_radius <= 1
        assert 0 <= one.evidence.hidden_share <= 1


@given(landscapes(max_assets=12), st.integers())
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_assets_makes_no_difference(landscape: Landscape, seed: int) -> None:
    ids = list(landscape.assets)
    random.Random(seed).shuffle(ids)
    shuffled = replace(landscape, assets={id: landscape.assets[id] for id in ids})
    before, after = reported(landscape), reported(shuffled)
    assert before.of_sort(Sort.RISK) == after.of_sort(Sort.RISK)
    assert [one.key for one in before.findings] == [one.key for one in after.findings]
    assert [one.bundle for one in before.headlines] == [one.bundle for one in after.headlines]
    first = [(one.asset, one.fact, one.worth) for one in before.next_questions]
    assert [(one.asset, one.fact, one.worth) for one in after.next_questions] == first


def test_the_order_of_the_assets_decides_no_first_question() -> None:
    services = [asset(one, "cloud_service", personal_data=PersonalData.ORDINARY) for one in "abc"]
    for order in (services, services[::-1]):
        landscape = landscape_of("shop -> a", "shop -> b", "shop -> c", assets=order)
        asked = {str(one.key): one.assets for one in reported(landscape).of_sort(Sort.QUESTION)}
        assert asked["no_dpa"] == ("a", "b", "c")


@given(landscapes(max_assets=12), st.integers(0, 11), st.sampled_from([Rule.LOSS, Rule.CUT_OFF]))
@settings(max_examples=200, deadline=None)
def test_a_risk_does_not_vanish_when_a_duration_is_not_known(
    landscape: Landscape, chosen: int, rule: Rule
) -> None:
    known = replace(
        landscape, assets={key: _usual_days(one) for key, one in landscape.assets.items()}
    )
    forgotten = list(known.assets)[chosen % len(known.assets)]
    less = replace(known.assets[forgotten], replacement_days=None)
    unknown = replace(known, assets={**known.assets, forgotten: less})
    days = known.assets[forgotten].replacement_days
    low, _usual, high, _known = assumptions.replacement_days(unknown, forgotten)
    assume(days is None or low <= days <= high)  # a supplier takes as long as what it provides
    weighty = {
        one.key
        for one in reported(known).of_sort(Sort.RISK)
        if one.rule is rule and one.level is not None and one.level >= Level.MEDIUM
    }
    assert weighty <= {one.key for one in reported(unknown).findings if one.sort is not Sort.NOTE}


def _usual_days(one: Asset) -> Asset:
    """Return an asset replaced within what is assumed of its kind, or of unknown duration."""
    low, _usual, high = DEFAULT.replacement_days[one.kind]
    days = one.replacement_days
    return replace(one, replacement_days=None if days is None else min(max(days, low), high))


def test_a_cut_off_becomes_a_question_when_the_country_is_not_known() -> None:
    known = _served("US")
    assert "cut_off:US" in {one.key for one in reported(known).of_sort(Sort.RISK)}
    unknown = {one.key for one in reported(_served(None)).of_sort(Sort.QUESTION)}
    assert "cut_off:acme" in unknown


def test_an_exposure_becomes_a_question_when_what_it_holds_is_not_known() -> None:
    risks = {one.key for one in reported(_served("US")).of_sort(Sort.RISK)}
    assert "legal_reach:US" in risks
    asked = {one.key for one in reported(_served("US", None)).of_sort(Sort.QUESTION)}
    assert "legal_reach:erp" in asked


def _served(country: str | None, data: PersonalData | None = PersonalData.ORDINARY) -> Landscape:
    return landscape_of(
        "shop -> erp",
        "erp => acme",
        assets=[
            asset("shop", "process", criticality=4, max_outage_hours=24),
            asset("erp", "cloud_service", personal_data=data, hosting_countries=("BE",)),
            asset("acme", "supplier", country=country),
        ],
    )


def test_a_map_of_every_kind_alone_is_reported() -> None:
    for kind in AssetKind:
        report = reported(landscape_of(assets=[asset("x", kind)]))
        assert report.landscape.assets[AssetId("x")].kind is kind
        assert not report.of_sort(Sort.RISK)
