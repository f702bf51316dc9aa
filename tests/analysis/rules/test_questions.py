"""A question is asked where the unfavourable answer would be a risk, and not twice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.scales import assumptions
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import OperatedBy, PersonalData, Training
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import TODAY, ago, reported
from tests.strategies import whole_landscapes

_FAR = "IN"
"""A country that the Union does not trust with data, and that is on no map of the strategies."""


@given(whole_landscapes())
@settings(max_examples=60, deadline=None)
def test_the_unfavourable_answer_to_a_question_is_a_risk(landscape: Landscape) -> None:
    for question in reported(landscape).of_sort(Sort.QUESTION):
        answered = _answered(landscape, question)
        if answered is None:
            continue
        told = [one for one in reported(answered).findings if one.rule is question.rule]
        risks = [one for one in told if one.sort is Sort.RISK and _concerns(one, question)]
        assert risks, question.key
        if question.rule in _LEVELLED:
            assert question.evidence.could_be == max(one.level or 0 for one in risks)


_LEVELLED = (Rule.END_OF_SUPPORT, Rule.AI_TRAINING, Rule.CONCENTRATION_COUNTRY)
"""The rules whose level hangs on nothing but the answer."""


@given(whole_landscapes())
@settings(max_examples=60, deadline=None)
def test_nobody_is_asked_the_same_twice(landscape: Landscape) -> None:
    asked = Counter(
        (asset, question.assumed[0])
        for question in reported(landscape).of_sort(Sort.QUESTION)
        for asset in question.assets
        if question.assumed and question.assumed[0] in ("country", "personal_data")
    )
    assert all(count == 1 for count in asked.values())


def _concerns(risk: Finding, question: Finding) -> bool:
    if question.rule is Rule.CONCENTRATION_COUNTRY:
        return risk.evidence.country is not None
    if question.rule is Rule.UNTESTED_FALLBACK:
        return risk.key == question.key
    return bool(set(risk.assets) & set(question.assets))


def _answered(landscape: Landscape, question: Finding) -> Landscape | None:
    """The map with the unfavourable answer; None where it hangs on more than one fact."""
    first, every = question.assets[:1], question.assets
    match question.rule:
        case Rule.END_OF_SUPPORT:
            return _with(landscape, every, end_of_support=ago(1))
        case Rule.NO_DPA if question.assumed == ("operated_by",):
            return _with(landscape, first, operated_by=OperatedBy.SUPPLIER)
        case Rule.NO_DPA:
            return _with(landscape, every, dpa_signed=False)
        case Rule.AI_TRAINING:
            return _with(landscape, every, trains_on_our_data=Training.YES)
        case Rule.LEGAL_REACH | Rule.HOSTING_THIRD_COUNTRY if question.assumed == (
            "personal_data",
        ):
            return _with(landscape, first, personal_data=PersonalData.SENSITIVE)
        case Rule.LOSS if question.assumed == ("replacement_days",):
            days = assumptions.replacement_days(landscape, first[0]).high
            return _with(landscape, first, replacement_days=days)
        case Rule.CONCENTRATION_COUNTRY:
            return _with(landscape, _placeless(landscape), country=_dearest(landscape))
        case Rule.NOTICE_DEADLINE if question.assumed == ("notice_days",):
            known = landscape.assets[first[0]]
            due = question.evidence.day
            if known.renewal_months is None or due is None or known.contract_end is None:
                return None
            days = (known.contract_end - due).days
            return _with(landscape, first, notice_days=days) if days >= 0 and due >= TODAY else None
        case Rule.NOTICE_DEADLINE if question.assumed == ("contract_end",):
            notice = timedelta(days=landscape.assets[first[0]].notice_days or 0)
            return _with(landscape, first, contract_end=TODAY + notice)
        case Rule.UNTESTED_FALLBACK if question.assumed == ("max_outage_hours",):
            least = {
                key: assumptions.max_outage_hours(landscape.assets[key], landscape.settings).low
                for key in every
                if landscape.assets[key].max_outage_hours is None
            }
            for key, hours in least.items():
                landscape = _with(landscape, [key], max_outage_hours=hours)
            return landscape
        case _:
            return None


def _placeless(landscape: Landscape) -> list[AssetId]:
    suppliers = (one for one in landscape.assets.values() if one.kind == "supplier")
    return [one.id for one in suppliers if one.country is None]


def _dearest(landscape: Landscape) -> str:
    """The country outside the EEA that gets most already; any where none gets anything."""
    buckets = reported(landscape).figures.concentration.by_country.buckets
    far = [one for one in buckets if one.key in ("US", "CN")]
    return max(far, key=lambda one: one.share).key or _FAR if far else _FAR


def _with(landscape: Landscape, assets: Iterable[AssetId], **facts: Any) -> Landscape:
    changed = {key: replace(landscape.assets[key], **facts) for key in assets}
    return replace(landscape, assets={**landscape.assets, **changed})
