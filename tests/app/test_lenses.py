"""What the colours of the cards say about a map."""

from datetime import date
from typing import Any

import pytest

from smala_lockin import i18n
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.app import lenses
from smala_lockin.app.shades import Lens, Tone, words
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import (
    AssetKind,
    Customisation,
    DataExport,
    ExitPlan,
    OpenSource,
    Skills,
)
from tests.builders import asset, landscape_of

TODAY = date(2026, 11, 22)


def _report(*arrows: str, assets: list[Asset]) -> Report:
    return build_report(landscape_of(*arrows, assets=assets), today=TODAY)


def _colours(report: Report, lens: Lens, country: str = "") -> dict[str, Any]:
    shades = lenses.shading(report, lens, country).shades
    return {str(key): shade.colour for key, shade in shades.items()}


def _shop(**erp: object) -> Report:
    return _report(
        "shop -> erp",
        "erp => acme",
        "shop -> anna",
        assets=[
            asset("shop", "process", criticality=4, max_outage_hours=24),
            asset("erp", "cloud_service", **erp),
            asset("acme", "supplier", country="US"),
            asset("anna", "people", units=3),
            asset("lonely"),
        ],
    )


@pytest.mark.parametrize("lens", Lens)
def test_every_card_has_a_shade_whose_colour_the_legend_explains(lens: Lens) -> None:
    report = _shop()
    found = lenses.shading(report, lens, "US")
    assert set(found.shades) == set(report.landscape.assets)
    assert {one.colour for one in found.shades.values()} == {one.colour for one in found.entries}
    assert sum(one.count for one in found.entries) == len(found.shades)


def test_a_level_is_the_highest_of_the_risks_about_it() -> None:
    report = _shop()
    colours = _colours(report, Lens.LEVEL)
    levels = [one.level for one in report.findings if AssetId("erp") in one.assets]
    assert colours["erp"] == max(one for one in levels if one is not None)


def test_an_activity_has_the_level_of_what_makes_it_too_late() -> None:
    report = _shop()
    colours = _colours(report, Lens.LEVEL)
    late = [one.level for one in report.findings if AssetId("shop") in one.evidence.late]
    assert colours["shop"] == max(one for one in late if one is not None)


def test_an_open_question_is_not_called_no_risk() -> None:
    report = _report(
        "shop -> erp", assets=[asset("shop", "process"), asset("erp", "cloud_service")]
    )
    asked = {key for one in report.findings if one.sort == "question" for key in one.assets}
    risky = {key for one in report.findings if one.sort == "risk" for key in one.assets}
    colours = _colours(report, Lens.LEVEL)
    assert all(colours[key] is Tone.UNKNOWN for key in asked - risky - {"shop"})
    assert not any(colours[key] is Tone.OUTSIDE for key in asked)


def test_reach_tells_reached_from_unknown_and_from_what_holds_no_data() -> None:
    report = _report(
        "shop -> erp",
        "erp => acme",
        "crm => unknown-inc",
        assets=[
            asset("shop", "process"),
            asset("erp", "cloud_service", hosting_countries=("BE",)),
            asset("crm", "cloud_service", hosting_countries=("BE",)),
            asset("acme", "supplier", country="US"),
            asset("unknown-inc", "supplier"),
            asset("line", "infrastructure"),
            asset("site", "location"),
            asset("tool", "application"),
        ],
    )
    american, belgian = _colours(report, Lens.REACH, "US"), _colours(report, Lens.REACH, "BE")
    assert (american["erp"], american["shop"]) == (Tone.MOST, Tone.MOST)
    assert american["crm"] is Tone.UNKNOWN
    assert american["line"] is Tone.OUTSIDE
    assert (american["site"], american["tool"]) == (Tone.UNKNOWN, Tone.UNKNOWN)
    assert belgian["crm"] is Tone.MOST
    assert (american["acme"], belgian["acme"]) == (Tone.MOST, Tone.LEAST)
    assert american["unknown-inc"] is Tone.UNKNOWN
    assert lenses.countries(report)[0] == "US"


def test_an_investor_is_told_from_an_owner() -> None:
    report = _report(
        "erp => acme",
        "acme ~> fund (investor)",
        assets=[
            asset("erp", "cloud_service", hosting_countries=("BE",)),
            asset("acme", "supplier", country="BE"),
            asset("fund", "supplier", country="US"),
        ],
    )
    assert _colours(report, Lens.REACH, "US")["erp"] is Tone.SOME


def test_spending_is_a_share_of_all_and_never_nought_where_it_is_unknown() -> None:
    report = _report(
        "erp => acme",
        "crm => other",
        assets=[
            asset("erp", "cloud_service", annual_cost=9_600),
            asset("crm", "cloud_service", annual_cost=100),
            asset("mail", "cloud_service"),
            asset("acme", "supplier"),
            asset("other", "supplier", annual_cost=400),
            asset("anna", "people", annual_cost=50_000),
        ],
    )
    found = lenses.shading(report, Lens.SPEND)
    colours = _colours(report, Lens.SPEND)
    assert (colours["erp"], colours["acme"]) == (Tone.MOST, Tone.MOST)
    assert colours["other"] is Tone.LITTLE
    assert colours["mail"] is Tone.UNKNOWN
    assert colours["anna"] is Tone.OUTSIDE
    assert found.shades[AssetId("erp")].words == "€9,600"


def test_lock_in_of_which_little_is_known_is_hatched_but_says_its_number() -> None:
    vague = lenses.shading(_shop(), Lens.LOCK_IN).shades[AssetId("erp")]
    assert vague.colour is Tone.UNKNOWN
    assert vague.words.startswith("lock-in ~")
    known = {
        "data_export": DataExport.NONE,
        "replacement_days": 365,
        "substitutes": (),
        "customisation": Customisation.HEAVY,
        "open_source": OpenSource.NO,
        "open_standard": False,
        "skills": Skills.VENDOR,
        "exit_plan": ExitPlan.NONE,
    }
    captive = _colours(_shop(**known), Lens.LOCK_IN)
    assert (captive["erp"], captive["acme"]) == (Tone.MOST, Tone.MOST)
    assert captive["shop"] is Tone.OUTSIDE


def test_the_less_is_known_the_darker() -> None:
    facts = {"criticality": 4, "max_outage_hours": 8, "outage_cost_per_day": 100}
    for count, tone in ((3, Tone.LEAST), (2, Tone.LITTLE), (1, Tone.SOME), (0, Tone.MOST)):
        some = dict(list(facts.items())[:count])
        report = _report(assets=[asset("shop", "process", **some)])
        found = lenses.shading(report, Lens.COMPLETENESS).shades[AssetId("shop")]
        assert found.colour is tone
        assert found.words == f"{count} of 3 known"


def test_kinds_keep_their_own_colours() -> None:
    assert _colours(_shop(), Lens.KIND)["erp"] is AssetKind.CLOUD_SERVICE


def test_every_lens_is_named_in_french() -> None:
    with i18n.language("fr"):
        assert len({words(lens) for lens in Lens}) == len(Lens)


def test_levels_are_told_in_words_too() -> None:
    shades = lenses.shading(_shop(), Lens.LEVEL).shades
    assert {shade.words for shade in shades.values() if shade.colour is Level.MEDIUM} == {"medium"}
