"""The settings of a map: defaults, strict reading, and writing only what differs."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain import edits
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.setting_tables import InvalidSetting
from smala_lockin.domain.settings import DEFAULT, TABLES, Settings, SovereigntyWeights
from smala_lockin.domain.settings_record import read, written
from smala_lockin.domain.thresholds import THRESHOLDS, Thresholds
from smala_lockin.knowledge.sovereignty_rows import WeightSet


def test_a_map_that_says_nothing_has_the_defaults() -> None:
    assert Landscape().settings is DEFAULT
    assert Landscape(sections={"settings": {}}).settings == DEFAULT
    assert written(DEFAULT) == {}


def test_only_what_differs_is_written() -> None:
    settings = replace(
        DEFAULT,
        weights={**DEFAULT.weights, next(iter(DEFAULT.weights)): (30,)},
        thresholds=replace(DEFAULT.thresholds, lock_in=(50, 75), notice_days=60),
        sovereignty=SovereigntyWeights.JUNE_2026,
        rules_off=frozenset({"orphan"}),
    )
    assert written(settings) == {
        "weights": {"portability": 30},
        "thresholds": {"lock_in": [50, 75], "notice_days": 60},
        "rules_off": ["orphan"],
        "sovereignty": "2026-06",
    }


def test_listed_countries_are_written_whole_so_that_one_can_be_taken_off() -> None:
    fewer = {key: row for key, row in DEFAULT.cut_off.items() if key != "HK"}
    section = written(replace(DEFAULT, cut_off=fewer))
    assert section == {"cut_off": {"CN": 3, "RU": 5, "BY": 5, "IR": 5, "KP": 5}}
    assert read(section).cut_off == fewer


def test_keys_from_the_future_stay_when_settings_are_edited() -> None:
    section = {"weights": {"x": 2, "skills": 9}, "thresholds": {"y": [1]}, "colours": "loud"}
    landscape = Landscape(sections={"settings": section})
    changed = replace(landscape.settings, switch_hours=8)
    assert edits.put_settings(landscape, changed).sections["settings"] == {
        **section,
        "switch_hours": 8,
    }
    kept = {"weights": {"x": 2}, "thresholds": {"y": [1]}, "colours": "loud"}
    assert edits.put_settings(landscape, DEFAULT).sections["settings"] == kept


def test_a_reset_leaves_no_section_behind() -> None:
    landscape = Landscape(sections={"settings": {"switch_hours": 8}, "imports": {"a": 1}})
    assert edits.put_settings(landscape, DEFAULT).sections == {"imports": {"a": 1}}


@pytest.mark.parametrize(
    ("section", "where"),
    [
        pytest.param([], "", id="no mapping"),
        pytest.param({"weights": 3}, "weights", id="table of another kind"),
        pytest.param({"weights": {"skills": "high"}}, "weights.skills", id="text"),
        pytest.param({"weights": {"skills": True}}, "weights.skills", id="yes"),
        pytest.param({"weights": {"skills": 101}}, "weights.skills", id="too high"),
        pytest.param({"weights": {"skills": float("nan")}}, "weights.skills", id="not a number"),
        pytest.param({"matrix": {"5": [1, 2, 3]}}, "matrix.5", id="too few"),
        pytest.param({"matrix": {"5": [2, 3, 3, 4, 5]}}, "matrix.5[4]", id="beyond the scale"),
        pytest.param({"matrix": {"5": [2, 3, 3, 3.5, 4]}}, "matrix.5[3]", id="half a level"),
        pytest.param({"matrix": {"5": [4, 3, 3, 4, 4]}}, "matrix.5[1]", id="worse is lower"),
        pytest.param({"matrix": {"2": [2, 2, 2, 2, 2]}}, "matrix.3[0]", id="likelier is lower"),
        pytest.param({"likelihood": {"data": [1, 2, 2, 2, 2]}}, "likelihood.data[1]", id="longer"),
        pytest.param({"cut_off": {"Russia": 5}}, "cut_off.Russia", id="no country"),
        pytest.param({"recovery_hours": {"data": [9, 8, 7]}}, "recovery_hours.data[1]", id="order"),
        pytest.param({"thresholds": {"hhi": [2000, 1000]}}, "thresholds.hhi[1]", id="steps"),
        pytest.param({"thresholds": {"hhi": 5}}, "thresholds.hhi", id="one for two"),
        pytest.param({"switch_hours": -1}, "switch_hours", id="negative"),
        pytest.param({"rules_off": "spof"}, "rules_off", id="text for a list"),
        pytest.param({"sovereignty": "mine"}, "sovereignty", id="no such choice"),
        pytest.param({"sovereignty": {}}, "sovereignty", id="no choice at all"),
        pytest.param({"weights": dict.fromkeys(DEFAULT.weights, 0)}, "weights", id="no weight"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_path(section: Any, where: str) -> None:
    with pytest.raises(InvalidSetting) as caught:
        Landscape(sections={"settings": section})
    assert caught.value.fact == where


@given(st.data())
def test_what_is_written_is_read_again(data: st.DataObject) -> None:
    settings = data.draw(_settings())
    assert read(written(settings)) == settings


@st.composite
def _settings(draw: st.DrawFn) -> Settings:
    changes: dict[str, Any] = {}
    for name, table in TABLES.items():
        if name != "matrix" and draw(st.booleans()):
            row = draw(st.sampled_from(sorted(table.rows.values())))
            changes[name] = {**table.rows, draw(st.sampled_from(list(table.rows))): row}
    steps: dict[str, Any] = {}
    for name, table in THRESHOLDS.items():
        if draw(st.booleans()):
            number = st.integers(int(table.low), int(table.high))
            row = tuple(sorted(draw(st.tuples(*[number] * table.width))))
            steps[name] = row if table.width > 1 else row[0]
    return Settings(
        **changes,
        thresholds=Thresholds(**steps),
        rules_off=frozenset(draw(st.lists(st.sampled_from(["loop", "spof"])))),
        sovereignty=draw(st.sampled_from(SovereigntyWeights)),
    )


def test_each_kind_has_its_rows_and_each_published_set_of_weights_a_choice() -> None:
    assert [one.value for one in SovereigntyWeights] == [one.value for one in WeightSet]
    assert set(DEFAULT.likelihood) == set(AssetKind) == set(DEFAULT.recovery_hours)
