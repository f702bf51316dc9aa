"""Stories are what the definitions say: gateways, what hides, and where each risk belongs."""

import math

from hypothesis import given, settings

from smala_lockin.analysis.rating.findings import OF_POINTS, Rule, Sort
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_stories
from tests.analysis.days import reported
from tests.strategies import whole_landscapes


@given(whole_landscapes())
@settings(max_examples=80, deadline=None)
def test_every_risk_is_in_the_story_it_belongs_to(landscape: Landscape) -> None:
    risks = reported(landscape).of_sort(Sort.RISK)
    false = [one for one in risks if one.rule is Rule.FALSE_REDUNDANCY]
    for one in risks:
        assert one.bundle in oracle_stories.bundles(landscape, one, false), one.key
        if one.rule in (*OF_POINTS, Rule.LOSS):
            (asset,) = one.assets
            assert set(one.evidence.gateways) == oracle_stories.gateways(landscape, asset)
            stopped = oracle.stops(landscape, f"asset:{asset}")
            share = oracle_stories.hidden_share(landscape, [asset], stopped)
            assert math.isclose(one.evidence.hidden_share, share)
        if one.rule is Rule.CUT_OFF:
            event = f"country:{one.evidence.country}"
            named, stopped = oracle.named(landscape, event), oracle.stops(landscape, event)
            share = oracle_stories.hidden_share(landscape, named, stopped)
            assert math.isclose(one.evidence.hidden_share, share)


@given(whole_landscapes(max_assets=20))
@settings(max_examples=60, deadline=None)
def test_stories_are_told_in_the_order_of_the_definition(landscape: Landscape) -> None:
    report = reported(landscape)
    expected = oracle_stories.stories(landscape, report.of_sort(Sort.RISK))
    assert [(one.bundle, one.family.value, one.lead.key) for one in report.headlines] == [
        (one.bundle, one.family, one.lead) for one in expected
    ]
    assert [frozenset(risk.key for risk in one.findings) for one in report.headlines] == [
        one.risks for one in expected
    ]
