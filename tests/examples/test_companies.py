"""The example companies read as they should, and each tells ten different true stories."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from smala_lockin import i18n, paths
from smala_lockin.analysis.rating.findings import Rule, Sort
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.stories.headlines import SHOWN
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.knowledge import catalogue
from smala_lockin.knowledge.ownership import owner_chain
from smala_lockin.words import headlines

_DAY = date(2026, 11, 22)
_MOST_BUNDLES: Mapping[str, int] = {"menuiserie": 18, "cabinet": 12, "tolerie": 22}
_WRITTEN = ("cabinet", "tolerie")


def _file(name: str) -> Path:
    return paths.resource(f"examples/{name}.smala")


@pytest.fixture(scope="module", params=_MOST_BUNDLES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def report(name: str) -> Report:
    return build_report(project.load(_file(name)), today=_DAY)


def test_there_are_only_so_many_stories_before_the_cut(name: str, report: Report) -> None:
    bundles = {
        one.bundle
        for one in report.of_sort(Sort.RISK)
        if one.level is not None and one.level >= Level.MEDIUM
    }
    print(f"\n{name}: {len(bundles)} bundles of level medium or above (at most 18, 12, 22)")
    assert SHOWN - 1 <= len(bundles) <= _MOST_BUNDLES[name]


def test_ten_headlines_are_ten_stories(report: Report) -> None:
    shown = report.headlines[:SHOWN]
    assert len(shown) == SHOWN
    assert len({one.family for one in shown}) >= 5
    about = [(one.lead.rule, one.lead.assets) for one in shown]
    assert len(set(about)) == SHOWN
    most = max(sum(one.lead.rule is rule for one in shown) for rule in Rule)
    assert most <= 3  # not one sentence ten times
    with i18n.language("fr"):
        assert len({headlines.sentence(report, one) for one in shown}) == SHOWN


def test_the_weightiest_story_comes_first(report: Report) -> None:
    levels = [one.level for one in report.headlines[:SHOWN]]
    assert levels == sorted(levels, reverse=True)


def test_each_story_has_a_first_step(report: Report) -> None:
    for language in i18n.LANGUAGES:
        with i18n.language(language):
            assert all(headlines.first_step(report, one) for one in report.headlines)


@pytest.fixture(scope="module", params=_WRITTEN)
def written(request: pytest.FixtureRequest) -> Landscape:
    return project.load(_file(str(request.param)))


@pytest.mark.parametrize("name", _WRITTEN)
def test_the_file_is_as_the_program_writes_it(name: str) -> None:
    assert project.encode(project.load(_file(name))) == _file(name).read_bytes()


def test_every_card_has_its_place(written: Landscape) -> None:
    assert written.positions.keys() == written.assets.keys()
    assert len(set(written.positions.values())) == len(written.assets)


def test_every_asset_is_needed_or_controls_a_supplier(written: Landscape) -> None:
    alone = [
        one.id
        for one in written.assets.values()
        if one.kind is not AssetKind.PROCESS and not written.needed_by[one.id]
    ]
    assert alone == []


def test_what_it_takes_from_the_catalogue_is_what_the_catalogue_says(written: Landscape) -> None:
    suppliers = {}
    for one in written.assets.values():
        vendor = catalogue.vendor(one.catalogue_id) if one.catalogue_id else None
        assert (vendor is None) == (one.catalogue_id is None)
        if vendor and one.kind is AssetKind.SUPPLIER:
            assert vendor.country == one.country
            suppliers[one.id] = vendor
    for control in written.dependencies.values():
        if control.role is Role.CONTROLLED_BY:
            assert owner_chain(suppliers[control.source])[0] is suppliers[control.target]


def test_the_companies_are_of_the_size_they_claim() -> None:
    sizes = {name: len(project.load(_file(name)).assets) for name in _MOST_BUNDLES}
    assert 40 <= sizes["cabinet"] < sizes["menuiserie"] < sizes["tolerie"] <= 100
