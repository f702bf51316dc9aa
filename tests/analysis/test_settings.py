"""What is computed follows the settings of the map."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.analysis.rating.risk_curve import is_lately
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import DEFAULT, Settings
from smala_lockin.domain.settings_record import written
from tests.analysis.days import TODAY, found
from tests.builders import asset, landscape_of
from tests.strategies import landscapes


def _spelled_out(chosen: Settings) -> dict[str, object]:
    """Return settings as a file that repeats the defaults would hold them."""
    full = {
        name: {str(key): list(row) if len(row) > 1 else row[0] for key, row in rows.items()}
        for name, rows in vars(chosen).items()
        if isinstance(rows, dict)
    }
    return {**full, "thresholds": {"notice_days": chosen.thresholds.notice_days}}


def _same(one: Report, other: Report) -> bool:
    ignored = {"landscape": Landscape()}
    return replace(one, **ignored) == replace(other, **ignored)  # type: ignore[arg-type]


@given(landscapes())
@settings(max_examples=25, deadline=None)
def test_defaults_that_are_spelled_out_change_nothing(landscape: Landscape) -> None:
    said = replace(landscape, sections={"settings": _spelled_out(DEFAULT)})
    assert said.settings == DEFAULT
    assert _same(build_report(landscape, today=TODAY), build_report(said, today=TODAY))


@given(landscapes(), st.sampled_from(AssetKind))
@settings(max_examples=20, deadline=None)
def test_what_is_likelier_never_lowers_a_level(landscape: Landscape, kind: AssetKind) -> None:
    always = {**DEFAULT.likelihood, kind: (5, 5, 5, 5, 5)}
    likelier = edits.put_settings(landscape, replace(DEFAULT, likelihood=always))
    before, after = found(landscape), found(likelier)
    assert all(
        (after[key].level or 0) >= (one.level or 0)
        for key, one in before.items()
        if one.level is not None
    )


def _shop(**changes: object) -> Landscape:
    landscape = landscape_of(
        "shop -> erp",
        "erp => acme",
        assets=[
            asset("shop", "process", criticality=4, max_outage_hours=24),
            asset("erp", "cloud_service"),
            asset("acme", "supplier", country="US", replacement_days=40),
        ],
    )
    return edits.put_settings(landscape, replace(DEFAULT, **changes))  # type: ignore[arg-type]


def test_a_likelihood_is_that_of_the_table_in_force() -> None:
    table = {**DEFAULT.likelihood, AssetKind.CLOUD_SERVICE: (5, 5, 5, 5, 5)}
    assert found(_shop())["spof:erp"].likelihood == 2
    assert found(_shop(likelihood=table))["spof:erp"].likelihood == 5


def test_a_level_is_that_of_the_matrix_in_force() -> None:
    matrix = dict.fromkeys(range(1, 6), (4, 4, 4, 4, 4))
    before, after = found(_shop()), found(_shop(matrix=matrix))
    assert before["spof:erp"].level == Level.MEDIUM
    assert {one.level for one in after.values() if one.level is not None} == {Level.VERY_HIGH}


def test_an_impact_is_that_of_the_criticality_in_force() -> None:
    mild = dict.fromkeys(range(1, 6), (1, 1))
    after = found(_shop(impact=mild, thresholds=replace(DEFAULT.thresholds, gap_days=(90, 90))))
    assert (after["spof:erp"].impact, after["loss:acme"].impact) == (2, 1)


def test_a_listed_country_is_as_likely_to_cut_off_as_the_settings_say() -> None:
    assert found(_shop())["cut_off:US"].likelihood == 2
    assert found(_shop(cut_off={"US": (4,)}))["cut_off:US"].likelihood == 4


def test_a_rule_that_is_off_finds_nothing_and_tells_no_story() -> None:
    report = build_report(_shop(rules_off=frozenset({"cut_off"})), today=TODAY)
    assert not any(one.rule is Rule.CUT_OFF for one in report.findings)
    assert not any(one.bundle == "country:US" for one in report.headlines)


def test_an_assumed_duration_is_that_of_the_settings() -> None:
    unknown = edits.put_fact(_shop(), [AssetId("acme")], "replacement_days", None)
    kinds = (AssetKind.SUPPLIER, AssetKind.CLOUD_SERVICE)
    short = {**DEFAULT.replacement_days, **dict.fromkeys(kinds, (1, 1, 1))}
    quick = edits.put_settings(unknown, replace(DEFAULT, replacement_days=short))
    assert "loss:acme" in found(unknown)
    assert "loss:acme" not in found(quick)


def test_tests_count_for_as_long_as_the_settings_say() -> None:
    forgetful = replace(DEFAULT, thresholds=replace(DEFAULT.thresholds, tested_within_days=30))
    day = date(TODAY.year - 1, TODAY.month, TODAY.day)
    assert is_lately(day, TODAY, DEFAULT)
    assert not is_lately(day, TODAY, forgetful)


def test_the_section_that_an_edit_writes_is_small() -> None:
    assert written(_shop(switch_hours=9).settings) == {"switch_hours": 9}
