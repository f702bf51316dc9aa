"""The next best questions: which unknown facts would change most, against rebuilt reports."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.scales import assumptions
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.stories.next_questions import SHOWN, NextQuestion
from smala_lockin.domain import edits
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import SERVICES, AssetKind, Customisation, DataExport, Skills
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey
from smala_lockin.domain.settings import Settings
from tests.analysis.days import reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

_COUNTED = (Rule.SPOF, Rule.KEY_PERSON, Rule.LOSS, Rule.LOCK_IN)
_OF_OUTAGE = _COUNTED[:3]
_Key = tuple[AssetId, str]
_Worth = Mapping[_Key, tuple[float, bool]]


def _asked(landscape: Landscape) -> tuple[NextQuestion, ...]:
    return reported(landscape).next_questions


def test_the_fact_on_which_most_hangs_is_asked_first() -> None:
    landscape = landscape_of(
        "shop -> erp",
        "site -> web",
        assets=[
            asset("shop", "process", criticality=5, max_outage_hours=30),
            asset("site", "process", criticality=2, max_outage_hours=30),
            *(asset(one, "infrastructure") for one in ("erp", "web")),
        ],
    )
    first, *_others = _asked(landscape)
    assert (first.asset, first.fact) == ("erp", "recovery_hours")


def test_what_is_known_is_not_asked() -> None:
    facts: dict[str, Any] = {
        "recovery_hours": 8,
        "replacement_days": 30,
        "data_export": DataExport.OPEN,
        "substitutes": ("Other",),
        "customisation": Customisation.NONE,
        "skills": Skills.MARKET,
    }
    shop = asset("shop", "process", criticality=5, max_outage_hours=30)
    assert not _asked(landscape_of("shop -> erp", assets=[shop, asset("erp", **facts)]))


def test_a_question_that_could_turn_out_high_comes_first() -> None:
    landscape = landscape_of(
        "shop -> erp",
        "shop -> bot (degrading)",
        assets=[
            asset("shop", "process", criticality=5, max_outage_hours=30),
            asset("bot", "ai_service", replacement_days=1),
        ],
    )
    first, *_others = _asked(landscape)
    assert (first.asset, first.fact, first.urgent) == ("bot", "trains_on_our_data", True)
    assert first.finding.rule is Rule.AI_TRAINING


def test_no_more_than_three_are_shown_and_one_for_each_asset() -> None:
    names = [f"x{number}" for number in range(6)]
    shop = asset("shop", "process", criticality=5, max_outage_hours=30)
    found = _asked(landscape_of(*(f"shop -> {one}" for one in names), assets=[shop]))
    assert len(found) == len({one.asset for one in found}) == SHOWN


def test_without_activities_it_is_asked_first_which_ones_there_are() -> None:
    found = _asked(landscape_of("erp -> db", assets=[asset("erp"), asset("db")]))
    assert (found[0].fact, found[0].finding.rule) == ("process", Rule.STAND_INS)


def test_a_rule_that_is_off_asks_nothing() -> None:
    landscape = landscape_of("shop -> erp", assets=[asset("shop", "process", criticality=5)])
    off = Settings(rules_off=frozenset({Rule.LOCK_IN.value, Rule.SPOF.value}))
    assert _asked(landscape)
    assert {one.fact for one in _asked(edits.put_settings(landscape, off))} <= {"max_outage_hours"}


@given(landscapes(max_assets=9), st.integers(0, 3))
@settings(max_examples=30, deadline=None)
def test_the_questions_are_those_that_rebuilt_reports_call_best(
    landscape: Landscape, described: int
) -> None:
    known = _described(landscape, described)
    report = reported(known)
    found = [(one.asset, one.fact, one.worth, one.urgent) for one in report.next_questions]
    first = [one for one in found if one[1] == "process"]
    assert len(first) == (report.stand_ins and bool(report.processes))
    assert found == [*first, *_best(_worth(report))][:SHOWN]


def _described(landscape: Landscape, number: int) -> Landscape:
    """Return the map with some facts about leaving known, so that lock-in comes and goes."""
    facts: list[dict[str, Any]] = [
        {},
        {"data_export": DataExport.NONE, "substitutes": ()},
        {"customisation": Customisation.HEAVY, "skills": Skills.VENDOR, "open_standard": False},
        {"data_export": DataExport.NONE, "customisation": Customisation.SOME, "notice_days": 200},
    ]
    assets = {
        key: replace(one, **facts[number]) if one.kind in SERVICES else one
        for key, one in landscape.assets.items()
    }
    return replace(landscape, assets=assets)


def _best(worth: _Worth) -> list[tuple[AssetId, str, float, bool]]:
    ranked = sorted(worth.items(), key=lambda item: (not item[1][1], -item[1][0], *item[0]))
    found: dict[AssetId, tuple[AssetId, str, float, bool]] = {}
    for (asset_id, fact), (value, urgent) in ranked:
        if value > 0:
            found.setdefault(asset_id, (asset_id, fact, value, urgent))
    return list(found.values())[:SHOWN]


def _worth(report: Report) -> _Worth:
    found: dict[_Key, tuple[float, bool]] = {}

    def add(key: _Key, criticality: int, levels: list[int]) -> None:
        worth, urgent = found.get(key, (0.0, False))
        could = levels[0] < Level.MEDIUM and max(levels) >= Level.HIGH
        found[key] = worth + criticality * (max(levels) - min(levels)), urgent or could

    for one in report.of_sort(Sort.QUESTION):
        if one.evidence.could_be is not None and one.rule is not Rule.LOCK_IN:
            processes = one.evidence.stops or _needing(report, one)
            key = (one.assets[0], one.assumed[0])
            add(key, _worst(report, processes), [0, int(one.evidence.could_be)])
    for key, rules, values in _candidates(report):
        for criticality, levels in _levels(report, key, rules, values):
            add(key, criticality, levels)
    return found


def _candidates(report: Report) -> list[tuple[_Key, tuple[Rule, ...], list[Any]]]:
    """Return the unknown facts, the rules that count for each, and the values to try."""
    landscape = report.landscape
    found: list[tuple[_Key, tuple[Rule, ...], list[Any]]] = []

    def ends(one: assumptions.Estimate) -> list[Any]:
        return [one.low, one.usual, one.high]

    for id, one in landscape.assets.items():
        lock_in: list[tuple[str, list[Any]]] = [
            ("data_export", list(DataExport)),
            ("substitutes", [(), ("a", "b", "c")]),
            ("customisation", list(Customisation)),
            ("skills", list(Skills)),
        ]
        if one.kind in SERVICES:
            for fact, values in lock_in:
                if getattr(one, fact) is None:
                    found.append(((id, fact), (Rule.LOCK_IN,), values))
        if one.recovery_hours is None and one.kind is not AssetKind.SUPPLIER:
            values = ends(assumptions.recovery_hours(landscape, id))
            found.append(((id, "recovery_hours"), (Rule.SPOF, Rule.KEY_PERSON), values))
        provides = assumptions.replaced_with(landscape, id)
        is_replaced = one.kind is not AssetKind.PROCESS  # a process goes on with another supplier
        if one.replacement_days is None and is_replaced and not provides:
            values = ends(assumptions.replacement_days(landscape, id))
            found.append(((id, "replacement_days"), (Rule.LOSS, Rule.LOCK_IN), values))
        if id in report.processes and not report.stand_ins:
            if one.criticality is None:
                found.append(((id, "criticality"), _OF_OUTAGE, [1, 3, 5]))
            if one.max_outage_hours is None:
                values = ends(assumptions.max_outage_hours(one, landscape.settings))
                found.append(((id, "max_outage_hours"), _OF_OUTAGE, values))
    return found


def _levels(
    report: Report, key: _Key, rules: tuple[Rule, ...], values: list[Any]
) -> list[tuple[int, list[int]]]:
    """Return for each risk that rests on a fact its worst process and its possible levels."""
    id, fact = key
    one = report.landscape.assets[id]
    changed = [
        reported(
            replace(
                report.landscape,
                assets={**report.landscape.assets, id: replace(one, **{fact: value})},
            )
        )
        for value in values
    ]
    about_process = fact in ("criticality", "max_outage_hours")
    keys: dict[RiskKey, Finding] = {}
    for each in (report, *changed):
        for risk in each.of_sort(Sort.RISK):
            if risk.rule in rules and (not about_process or id in risk.evidence.stops):
                keys.setdefault(risk.key, risk)
    found: list[tuple[int, list[int]]] = []
    asked = {one.key for one in report.of_sort(Sort.QUESTION)}
    for risk_key, risk in keys.items():
        if risk.rule is Rule.LOSS and risk_key in asked and not about_process:
            continue  # the question itself counts
        levels = [_level(each, risk_key) for each in (report, *changed)]
        if about_process:
            now = {each.key: each for each in report.of_sort(Sort.RISK)}.get(risk_key)
            if now is None or now.level_range is None:
                continue  # what is no risk yet has no level range to move in
            low, high = now.level_range
            levels = [min(max(each, low), high) for each in levels]
        stops = risk.evidence.stops or _stopping(report, risk.assets[0])
        found.append((_worst(report, stops), levels))
    return found


def _level(report: Report, key: str) -> int:
    levels = (one.level for one in report.of_sort(Sort.RISK) if one.key == key)
    return next((int(level) for level in levels if level is not None), 0)


def _worst(report: Report, processes: Any) -> int:
    assets = report.landscape.assets
    return max((assumptions.weight(assets[one]) for one in processes), default=1)


def _stopping(report: Report, id: AssetId) -> set[AssetId]:
    stops = {stop for one in report.single_points if one.asset == id for stop in one.stops}
    return stops | ({id} & set(report.processes))


def _needing(report: Report, finding: Finding) -> set[AssetId]:
    found: set[AssetId] = set()
    for id in finding.assets:
        found |= _stopping(report, id)
        users: Callable[[Asset], bool] = lambda one: one.id in report.processes  # noqa: E731
        for need in report.landscape.needed_by[id]:
            if users(report.landscape.assets[need.source]):
                found.add(need.source)
    return found
