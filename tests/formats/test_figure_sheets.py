"""The sheets of the register workbook that hold figures: each says what the report says."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from smala_lockin import i18n, paths
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.domain.kinds import Skills
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.formats.register_workbook import read_register, write_register
from smala_lockin.formats.register_workbook.figures import threats_chart
from tests.builders import asset, landscape_of

_DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def report() -> Report:
    return build_report(project.load(paths.resource("examples/menuiserie.smala")), today=_DAY)


@pytest.fixture(scope="module")
def path(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("register") / "register.xlsx"
    write_register(report, made)
    return made


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return load_workbook(path)


def _written(landscape: Landscape, path: Path) -> Workbook:
    write_register(build_report(landscape, today=_DAY), path)
    return load_workbook(path)


def _small() -> Landscape:
    """Return a map with something for every sheet."""
    rated = {"dependency": 2, "penetration": 2, "maturity": 2, "trust": 2}
    return landscape_of(
        *("shop -> bot", "bot => maker"),
        assets=[
            asset("shop", "process", criticality=5, max_outage_hours=4),
            asset("bot", "ai_service"),
            asset("maker", "supplier", ecosystem=rated),
        ],
    )


def _rows(book: Workbook, name: str) -> list[dict[str, Any]]:
    headings, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def test_spending_and_services_stand_by_who_decides_and_where(
    book: Workbook, report: Report
) -> None:
    found = report.figures.concentration
    rows = _rows(book, "Concentration")
    for view, spread in (
        ("Who decides", found.by_root),
        ("Country of who decides", found.by_country),
        ("Hosted in", found.by_hosting),
        ("Category", found.by_category),
    ):
        told = [row for row in rows if row["Seen by"] == view]
        shown = [
            one
            for one in spread.buckets
            if one.spend or one.services or (one.key and one.blast_radius)
        ]
        for row, one in zip(told, shown, strict=True):
            costs = [report.landscape.assets[asset].annual_cost for asset in one.services]
            if not one.spend and (not costs or None in costs):  # unknown is not nought
                assert row["Yearly cost, EUR"] is row["Share of known costs"] is None
            else:
                assert row["Yearly cost, EUR"] == round(one.spend, 2)
                assert row["Share of known costs"] == pytest.approx(one.share)
        assert [row["How many services"] for row in told] == [len(one.services) for one in shown]
        assert {row["Concentration index, 0 to 10,000"] for row in told} == {round(spread.hhi)}
        for row, one in zip(told, shown, strict=True):
            radius = row["Stops without it, weighted"]
            assert radius == (pytest.approx(one.blast_radius) if one.key else None)
            assert (row["Who or where"] == "unknown") == (one.key is None)


def test_the_points_of_lock_in_add_up(book: Workbook, report: Report) -> None:
    rows = _rows(book, "Lock-in")
    known = [one for one in report.figures.lock_in.services if one.coverage]
    assert len(rows) == len(known) < len(report.figures.lock_in.services)
    assert sorted(rows, key=lambda row: -row["Lock-in, 0 to 100"]) == rows
    for row in rows:
        points = [value for heading, value in row.items() if ", of " in heading]
        assert len(points) == 8
        assert sum(points) == pytest.approx(row["Lock-in, 0 to 100"], abs=1)
        assert row["At best"] <= row["Lock-in, 0 to 100"] <= row["At worst"]


def test_there_is_a_row_for_all_that_can_be_left(book: Workbook, report: Report) -> None:
    clocks = [one for one in report.figures.exits if one.leaving]
    told = {row["Service"]: row for row in _rows(book, "Exit dates")}
    assert len(told) == len(clocks)
    for one in clocks:
        row = told[report.landscape.assets[one.asset].name]
        assert row["Gone by, at the earliest"].date() == one.leaving
        notice = row["Last day of notice"]
        assert (notice and notice.date()) == one.notice_by


def test_each_objective_has_a_level_for_activities_and_services(
    book: Workbook, report: Report
) -> None:
    rows = {row["Activity, or your use of"]: row for row in _rows(book, "Sovereignty")}
    levels = report.figures.sovereignty
    for service in levels.levels:
        row = rows[report.landscape.assets[service].name]
        for one in levels.readings(service):
            (cell,) = (row[heading] for heading in row if heading.startswith(one.objective.value))
            spans = {(0, 4): "unknown", (one.low, one.low): one.low}
            assert cell == spans.get((one.low, one.high), f"{one.low} to {one.high}")
    processes = [one for one in levels.processes if one.services]
    assert len(rows) == len(levels.levels) + len(processes)


def test_each_ai_service_has_its_chain(book: Workbook, report: Report) -> None:
    told = {row["AI service"]: row for row in _rows(book, "AI chains")}
    for one in report.figures.ai_chains.all:
        row = told[report.landscape.assets[one.service].name]
        assert row["Model"] == ", ".join(one.families)
        for maker in one.makers:
            assert report.landscape.assets[maker].name in row["Model provided by"]


def test_the_threats_stand_in_a_table_with_a_chart_of_it(book: Workbook, report: Report) -> None:
    sheet = book["Threats"]
    found = report.figures.threats
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [
        report.landscape.assets[one.supplier].name for one in found
    ]
    (chart,) = sheet._charts  # type: ignore[attr-defined]
    zones, dots = chart.series[:3], chart.series[3:]
    assert [one.xVal.numRef.f for one in dots] == [
        f"'Threats'!$G${row}" for row in range(2, len(found) + 2)
    ]
    for one, row in zip(found, sheet.iter_rows(min_row=2), strict=True):
        assert (row[6].value, row[5].value) == (one.reliability[0], one.exposure[1])
    for step, line in zip((0.2, 0.9, 2.5), zones, strict=True):
        x, y = (
            sheet[axis.numRef.f.rpartition("!")[2].replace("$", "")]
            for axis in (line.xVal, line.yVal)
        )
        assert [x[0][0].value, y[0][0].value] == [0, 0]
        assert y[1][0].value / x[1][0].value == pytest.approx(step)


def test_the_zones_of_the_chart_are_those_of_the_map(tmp_path: Path) -> None:
    settings = {"settings": {"thresholds": {"ecosystem": [1, 2, 4]}}}
    settled = replace(_small(), sections=settings)
    sheet = _written(settled, tmp_path / "r.xlsx")["Threats"]
    letters = [one for one, column in sheet.column_dimensions.items() if column.hidden]
    ends = [cell.value for cell in sheet[2] if get_column_letter(cell.column or 1) in letters]
    assert ends == [16, 16, 8, 16, 4, 16]


def test_names_at_one_place_stand_on_four_sides_of_it() -> None:
    rated = {"dependency": 2, "penetration": 2, "maturity": 2, "trust": 2}
    suppliers = [asset(f"s{one}", "supplier", ecosystem=rated) for one in range(5)]
    found = build_report(landscape_of(assets=suppliers), today=_DAY).figures.threats
    assert threats_chart._sides(found) == ["r", "l", "t", "b", ""]


def test_each_way_of_a_foreign_law_has_a_row(tmp_path: Path) -> None:
    book = _written(
        landscape_of(
            "sales -> crm",
            "crm => acme",
            assets=[
                asset("crm", "cloud_service", name="CRM", hosting_countries=("CH",)),
                asset("acme", "supplier", country="US"),
            ],
        ),
        tmp_path / "r.xlsx",
    )
    rows = {row["Country"]: row for row in _rows(book, "Legal reach")}
    assert rows["United States"]["By which path"] == "CRM → Acme"
    assert "CLOUD Act" in str(rows["United States"]["Laws on access to data"])
    assert rows["Switzerland"]["By which path"] == "CRM (hosted there)"


def test_a_sheet_without_figures_is_left_out(tmp_path: Path) -> None:
    names = _written(landscape_of("shop -> disk"), tmp_path / "r.xlsx").sheetnames
    assert "Sovereignty" in names
    assert not {
        "Concentration",
        "Exit dates",
        "Legal reach",
        "AI chains",
        "Threats",
        "Lock-in",
    } & set(names)


def test_services_of_which_nothing_is_known_fill_no_pages(tmp_path: Path) -> None:
    bare = [asset(f"tool{number}", "cloud_service") for number in range(4)]
    names = _written(landscape_of(assets=bare), tmp_path / "r.xlsx").sheetnames
    assert not {"Lock-in", "Sovereignty"} & set(names)
    known = asset("erp", "cloud_service", users=5, hosting_countries=("US",), skills=Skills.FEW)
    book = _written(landscape_of(assets=[*bare, known]), tmp_path / "r.xlsx")
    assert [row["Service"] for row in _rows(book, "Lock-in")] == ["Erp"]
    assert [row["Activity, or your use of"] for row in _rows(book, "Sovereignty")] == ["Erp"]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_register_is_taken_back_without_its_figures(tmp_path: Path, language: str) -> None:
    path = tmp_path / "r.xlsx"
    with i18n.language(language):
        book = _written(_small(), path)
    sheets = {row.sheet for row in read_register(path).rows}
    assert len(sheets) == 2  # the register and what is to find out
    assert len(book.sheetnames) == 13  # a hidden one among them
    for sheet in book.worksheets:
        if sheet.title not in sheets and sheet.sheet_state == "visible":
            for row in sheet.iter_rows(min_row=2):
                for cell in row:
                    if cell.value is not None:
                        cell.value = "9"
    book.save(path)
    edited = read_register(path)
    assert edited.problems == ()
    assert all(one.now.get("comment") is None for one in edited.rows)
