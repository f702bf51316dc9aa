"""The method says what is in force, the same in the window and in the workbook."""

from dataclasses import replace
from typing import Any

import pytest

from smala_lockin import i18n
from smala_lockin.analysis.figures.sovereignty_levels import Objective
from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.setting_tables import InvalidSetting
from smala_lockin.domain.settings import DEFAULT, TABLES, Settings, SovereigntyWeights
from smala_lockin.domain.thresholds import THRESHOLDS
from smala_lockin.words import setting_errors
from smala_lockin.words.method import Table, method
from smala_lockin.words.rule_texts import rule_text
from smala_lockin.words.settings import changes, every_grid


def _texts(settings: Settings = DEFAULT) -> str:
    return "\n".join(text for part in method(settings) for text in part.paragraphs)


def _table(settings: Settings, title: str) -> Table:
    return next(one for part in method(settings) for one in part.tables if one.title == title)


def test_every_setting_is_in_a_table_that_people_see() -> None:
    seen = {line.path for grid in every_grid(DEFAULT) for line in grid.lines}
    tables = {(name, str(key)) for name, table in TABLES.items() for key in table.rows}
    assert seen == tables | {("thresholds", name) for name in THRESHOLDS} | {("switch_hours", "")}


def test_the_method_says_that_nothing_was_changed() -> None:
    assert changes(DEFAULT) == []
    assert "All tables and thresholds are those the program comes with." in _texts()
    assert not any(table.changed for part in method(DEFAULT) for table in part.tables)


def test_what_was_changed_is_said_with_what_it_was_before() -> None:
    steps = replace(DEFAULT.thresholds, supplier_share=(0.25, 0.5))
    changed = replace(
        DEFAULT,
        thresholds=steps,
        likelihood={**DEFAULT.likelihood, AssetKind.DATA: (4, 3, 2, 2, 1)},
        cut_off={**{key: row for key, row in DEFAULT.cut_off.items() if key != "HK"}, "IN": (3,)},
        rules_off=frozenset({"orphan"}),
        sovereignty=SovereigntyWeights.JUNE_2026,
    )
    said = "\n".join(changes(changed))
    assert "25% / 50% (instead of 30% / 50%)" in said
    assert "data: 4 / 3 / 2 / 2 / 1 (instead of 3 / 3 / 2 / 2 / 1)" in said
    assert "India: 3 (instead of –)" in said
    assert "Hong Kong is not listed any more" in said
    assert "“Not connected” is switched off" in said
    assert all(line in _texts(changed) for line in said.splitlines())
    assert _table(changed, "How often things are missing for so long").changed == {4}


def test_the_weights_in_the_method_are_those_chosen() -> None:
    june = replace(DEFAULT, sovereignty=SovereigntyWeights.JUNE_2026)
    weights = [row[2] for row in _table(june, "Objectives and their weights").rows]
    assert weights == ["20%", "10%", "10%", "15%", "10%", "15%", "15%", "5%"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_borrowings_are_named_with_their_source(language: str) -> None:
    with i18n.language(language):
        said = _texts()
    for source in ("2004/C 31/03", "Cloud Sovereignty Framework", "EBIOS", "2023/2854"):
        assert source in said


@pytest.mark.parametrize(
    ("field", "rows", "words"),
    [
        ("matrix", {5: (4, 3, 3, 4, 4)}, "at least as high as the one before"),
        ("matrix", {2: (2, 2, 2, 2, 2)}, "more likely must not get a lower level"),
        ("likelihood", {AssetKind.DATA: (1, 2, 3, 4, 5)}, "away longer more often"),
        ("weights", dict.fromkeys(DEFAULT.weights, (0,)), "at least one weight"),
        ("recovery_hours", {AssetKind.DATA: (-1, 2, 3)}, "a number from 0 to 1,000,000"),
        ("cut_off", {"Russia": (5,)}, "country code of two letters"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_in_a_sentence(
    field: str, rows: dict[Any, Any], words: str
) -> None:
    with pytest.raises(InvalidSetting) as caught:
        Settings(**{field: {**getattr(DEFAULT, field), **rows}})  # type: ignore[arg-type]
    assert words in setting_errors.sentence(caught.value)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_rule_says_when_it_fires_and_what_it_weighs(language: str) -> None:
    with i18n.language(language):
        texts = {rule: rule_text(rule, DEFAULT) for rule in Rule}
    assert all(one.fires for one in texts.values())
    notes = {rule for rule, one in texts.items() if not one.likelihood}
    assert notes == {
        *(Rule.LOOP, Rule.ORPHAN, Rule.UNSERVED),
        *(Rule.MISSING_FACTS, Rule.STAND_INS),
    }


def test_a_threshold_in_force_is_that_of_the_rules_text() -> None:
    steps = replace(DEFAULT.thresholds, notice_days=45, supplier_share=(0.2, 0.4))
    changed = replace(DEFAULT, thresholds=steps, rules_off=frozenset({"spof"}))
    rows = {row[0]: row[1:] for row in _table(changed, "Rules in force").rows}
    assert rows["Notice due"][0] == "The last day of notice is within 45 days, or just missed"
    assert rows["Much in one supplier’s hands"][0].startswith("20% of spending")
    assert rows["Single point of failure"][-1] == "no"


@pytest.mark.parametrize(("days", "said"), [(365, "last year"), (90, "last 90 days")])
def test_how_long_a_test_counts_is_that_of_the_settings(days: int, said: str) -> None:
    steps = replace(DEFAULT.thresholds, tested_within_days=days)
    assert f"tested within the {said}." in _texts(replace(DEFAULT, thresholds=steps))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_objective_says_what_its_level_is_read_from(language: str) -> None:
    with i18n.language(language):
        (table,) = [
            one
            for part in method(DEFAULT)
            for one in part.tables
            if len(one.rows) == len(Objective)
            and "SOV-1" in one.rows[0][0]
            and len(one.rows[0][0]) > 6
        ]
    assert all(len(set(row)) > 1 and all(row) for row in table.rows)
