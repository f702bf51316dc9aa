"""Whatever is forgotten of a thing, nothing looks better for it: the unknown is never safe."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.rating.findings import OF_POINTS, Finding, Rule, Sort
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.scales import assumptions
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, ExitPlan, OperatedBy
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_sovereignty
from tests.analysis.days import TODAY, reported
from tests.strategies import whole_landscapes

_MEDIUM = 2
"""The level from which a risk is told in the register, and a question asked."""

_UNREAD = {
    *("description", "owner", "tags", "registration", "contact", "checked_on", "certifications"),
    *("users", "licences_bought", "licences_used", "ai_act_role", "ai_act_risk"),
    *("retention_days", "ecosystem"),
}
"""What no rule reads."""

_UNASKED = {
    "catalogue_id": "it is a link: whoever breaks it says nothing of the thing itself",
    "outage_cost_per_day": "a cost counts only where it and the revenue are known (section 7)",
    "other_countries": "of places the country of a supplier and the hosting of an online service "
    "may be unknown (section 2); nearly no supplier has others, and each would be asked",
}
"""The facts of which nothing is asked, and why."""


def _with(landscape: Landscape, key: AssetId, **facts: Any) -> Landscape:
    changed = replace(landscape.assets[key], **facts)
    return replace(landscape, assets={**landscape.assets, key: changed})


def _known(landscape: Landscape) -> Iterator[tuple[AssetId, str]]:
    """Yield the facts that are known and count, but for those left out."""
    for key, one in landscape.assets.items():
        for fact, rule in FACTS.items():
            is_known = getattr(one, fact) is not None and rule.applies(one.kind)
            if is_known and fact not in _UNREAD and fact not in _UNASKED:
                yield key, fact


def _as_assumed(landscape: Landscape, key: AssetId, fact: str, choice: int) -> Landscape:
    """Return the map with one of the values that are assumed of a fact, where any are."""
    one = landscape.assets[key]
    if fact in ("recovery_hours", "replacement_days") and one.kind is not AssetKind.PROCESS:
        unknown = _with(landscape, key, **{fact: None})
        return _with(landscape, key, **{fact: getattr(assumptions, fact)(unknown, key)[choice]})
    if fact == "max_outage_hours":
        less = replace(one, max_outage_hours=None)
        ends = assumptions.max_outage_hours(less, landscape.settings)
        return _with(landscape, key, **{fact: ends[choice]})
    if fact == "notice_days":
        return _with(landscape, key, **{fact: (0, 30, 90)[choice]})
    if fact == "renewal_months":
        return _with(landscape, key, **{fact: 12})
    if fact == "country":
        return _with(landscape, key, **{fact: ("US", "BE", "FR")[choice]})
    return landscape


@settings(max_examples=150, deadline=None)
@given(whole_landscapes(max_assets=9), st.integers(0, 2**16), st.integers(0, 2))
def test_to_forget_a_fact_never_makes_the_worst_look_better(
    landscape: Landscape, number: int, choice: int
) -> None:
    """A risk stays as high as it may be, or what was forgotten is asked for, as gravely.

    As far as the fact was one that may be assumed of it: the ends of section 10 are where the
    unknown is taken to end (durations between them, a notice of up to three months, a renewal by
    the year, a country that is not listed as likelier to cut off). And as far as the risk is of
    level medium, the least that the register tells and that a question is asked for. What is
    excepted beside `_UNASKED` stands in `_EXCEPTED`.
    """
    known = list(_known(landscape))
    assume(known)
    key, fact = known[number % len(known)]
    landscape = _as_assumed(landscape, key, fact, choice)
    assume(fact not in _EXCEPTED or not _EXCEPTED[fact](landscape, key))
    before, after = reported(landscape), reported(_with(landscape, key, **{fact: None}))
    for one in before.of_sort(Sort.RISK):
        assert one.level_range is not None
        if fact == "country" and one.rule is Rule.FALSE_REDUNDANCY and not _cuts_off(before):
            continue  # a country that cuts off nothing of criticality 3 is no risk of its own
        high = max((_high(told) for told in _about(after, one)), default=0)
        asked = max((_high(told) for told in _asking(after, one, key, fact)), default=0)
        if max(one.level or 0, high) >= _MEDIUM:
            assert max(high, asked) >= (one.level_range[1] if high else one.level or 0), one.key


def _cuts_off(report: Report) -> bool:
    return any(one.rule is Rule.CUT_OFF for one in report.findings)


def _about(report: Report, risk: Finding) -> list[Finding]:
    """Return what is told of the same.

    A person may become a team, whose rule is another; and groups may come to share their causes.
    """
    return [
        one
        for one in report.of_sort(Sort.RISK)
        if one.key == risk.key
        or (one.rule is risk.rule and {*one.evidence.groups} & {*risk.evidence.groups})
        or (one.rule in OF_POINTS and risk.rule in OF_POINTS and one.assets == risk.assets)
    ]


def _asking(report: Report, risk: Finding, key: AssetId, fact: str) -> list[Finding]:
    """Return the questions about the fact, or about what the risk was about.

    One that bears the name of the rule alone is asked for the whole map.
    """
    return [
        one
        for one in report.of_sort(Sort.QUESTION)
        if one.key == risk.key
        or (
            fact in one.assumed
            and ({*one.assets} & {key, *risk.assets} or one.key == risk.rule.value)
        )
    ]


def _high(finding: Finding) -> int:
    if finding.level_range is not None:
        return finding.level_range[1]
    return finding.evidence.could_be or 0


def _contradicts_its_test(landscape: Landscape, key: AssetId) -> bool:
    """A plan that is said to be a draft, or none, and was tested all the same.

    The two cannot both be true: while both are said the worse counts, then what is left.
    """
    one = landscape.assets[key]
    return one.exit_plan is not ExitPlan.TESTED and one.exit_plan_tested_on is not None


def _has_no_support(landscape: Landscape, key: AssetId) -> bool:
    """Only software, and devices that the company runs itself, have a date to be looked up.

    Online services and power lines have none until one is announced: whoever is asked has no date
    to enter, and the question, one of the gravest, would stay on every map for good.
    """
    one = landscape.assets[key]
    made = bool(oracle_figures.providers(landscape, key)) or one.operated_by is OperatedBy.US
    own = one.operated_by is not OperatedBy.SUPPLIER and made
    is_device = one.kind is AssetKind.INFRASTRUCTURE and own
    return one.kind is not AssetKind.APPLICATION and not is_device


def _stands_here(landscape: Landscape, key: AssetId) -> bool:
    """All but suppliers and online services stands where the company is, until somebody says.

    Only of those two is a place among what may be unknown (section 2).
    """
    return landscape.assets[key].kind not in (*oracle.ONLINE, AssetKind.SUPPLIER)


def _may_be_a_power_line(landscape: Landscape, key: AssetId) -> bool:
    """Most infrastructure holds nobody's data: no papers are asked for until somebody says so.

    Else the first question of a workshop would be what it signed with who sells it electricity.
    """
    one = landscape.assets[key]
    return one.personal_data is None and one.kind is AssetKind.INFRASTRUCTURE


def _is_said_twice(landscape: Landscape, key: AssetId) -> bool:
    """What model is behind a tool is known from the tool, or from all at the end of its chain."""
    services = {id: one for id, one in landscape.assets.items() if one.kind == "ai_service"}
    named = {id for id, one in services.items() if one.model_family} - {key}
    chains = {one: oracle_sovereignty.ends(landscape, one) for one in services}
    behind = chains[key] - {key}
    before = {one for one, ends in chains.items() if key in ends} - {key}
    return bool(before & named) or bool(behind and behind <= named)


def _is_paid_by_the_piece(landscape: Landscape, key: AssetId) -> bool:
    """Where all that a supplier is paid for has a price, their sum is what it is paid.

    So section 4 says: its own cost if known, else that sum.
    """
    if landscape.assets[key].kind is not AssetKind.SUPPLIER:
        return False
    paid_for = [one for one in oracle_figures.base(landscape) if _pays(landscape, one, key)]
    return bool(paid_for) and all(oracle_figures.is_known(landscape, one) for one in paid_for)


def _pays(landscape: Landscape, item: str, supplier: str) -> bool:
    return supplier in oracle_figures.paying(landscape, item)


_EXCEPTED: Mapping[str, Callable[[Landscape, AssetId], bool]] = {
    "country": _stands_here,
    "exit_plan": _contradicts_its_test,
    "end_of_support": _has_no_support,
    "hosting_countries": _stands_here,
    "dpa_signed": _may_be_a_power_line,
    "model_family": _is_said_twice,
    "annual_cost": _is_paid_by_the_piece,
}
"""What is not asked of a thing, and when; each function says why."""


@settings(max_examples=60, deadline=None)
@given(whole_landscapes(max_assets=9), st.integers(0, 2**16), st.booleans())
def test_nor_does_to_forget_how_fast_or_whether_alternatives_take_over(
    landscape: Landscape, number: int, is_time: bool
) -> None:
    """Of a time to switch as far as it is no longer than is assumed (section 10)."""
    assume(landscape.groups)
    group = list(landscape.groups.values())[number % len(landscape.groups)]
    if is_time:
        group = replace(group, switch_hours=(0.0, 4.0)[number % 2])
    else:
        group = replace(group, tested_on=TODAY)
    less = replace(group, switch_hours=None) if is_time else replace(group, tested_on=None)
    before, after = (
        reported(replace(landscape, groups={**landscape.groups, one.id: one}))
        for one in (group, less)
    )
    fact = "switch_hours" if is_time else "tested_on"
    for one in before.of_sort(Sort.RISK):
        high = max((_high(told) for told in _about(after, one)), default=0)
        asked = max((_high(told) for told in _asking(after, one, group.owner, fact)), default=0)
        if max(one.level or 0, high) >= _MEDIUM:
            assert max(high, asked) >= (one.level_range or (0, 0))[1 if high else 0], one.key


_SPANNED = (
    *("criticality", "max_outage_hours", "recovery_hours", "replacement_days"),
    *("personal_data", "data_export", "customisation", "skills", "exit_plan"),
)
"""The facts whose unknown is read at both ends.

Others help where they are known (alike units, a test) and are no help where they are not: to
forget one of these makes a risk look worse throughout, for section 10 assumes no values of them.
"""


@settings(max_examples=120, deadline=None)
@given(whole_landscapes(max_assets=9), st.integers(0, 2**16), st.integers(0, 2))
def test_to_forget_a_fact_never_raises_the_low_end(
    landscape: Landscape, number: int, choice: int
) -> None:
    """On maps without costs of standing still: the longer a process holds out the more these are.

    So neither end of how long it holds out is an end of what it costs. The end of support is left
    out: its impact is that of the length of outage that weighs most, and a rarer one may be graver.
    """
    for key in landscape.assets:
        landscape = _with(landscape, key, outage_cost_per_day=None)
    known = [(key, fact) for key, fact in _known(landscape) if fact in _SPANNED]
    assume(known)
    key, fact = known[number % len(known)]
    landscape = _as_assumed(landscape, key, fact, choice)
    assume(fact not in _EXCEPTED or not _EXCEPTED[fact](landscape, key))
    after = {one.key: one for one in reported(_with(landscape, key, **{fact: None})).findings}
    for one in reported(landscape).of_sort(Sort.RISK):
        told = after.get(one.key)
        if one.rule is Rule.END_OF_SUPPORT or told is None:
            continue
        if told.level_range is not None and one.level_range is not None:
            assert told.level_range[0] <= one.level_range[0], one.key
