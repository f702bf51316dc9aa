"""The register workbook, written and read back."""

import io
import itertools
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from smala_lockin import i18n, paths
from smala_lockin.analysis.report import build_report
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain import edits
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company, RiskKey, RiskRecord, Status, Treatment
from smala_lockin.domain.settings import DEFAULT
from smala_lockin.formats import project
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.formats.register_workbook import memory, write_register
from smala_lockin.formats.register_workbook.sheet import MOST_CHARACTERS, put_text
from smala_lockin.register.risks import risks
from tests.builders import asset, landscape_of

_DAY = date(2026, 11, 22)
_FIGURES = (
    *("Concentration", "Lock-in", "Exit dates", "Legal reach", "Sovereignty", "AI chains"),
    "Threats",
)
_LISTS = ("Register", "Single points of failure", "To find out", "Assets", "Dependencies")
_SHEETS = ("Read me", *_LISTS[:3], *_FIGURES, *_LISTS[3:], "Method")
_TABLES = (*_LISTS, *_FIGURES[:-1])
"""The method is a text to read, its tables among its chapters; beside the threats is a chart."""
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRINGS = (f"{_SPACE}si", f"{_SPACE}is")


@pytest.fixture(scope="module")
def example() -> Landscape:
    return project.load(paths.resource("examples/menuiserie.smala"))


@pytest.fixture(scope="module")
def book(example: Landscape, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return _written(example, tmp_path_factory.mktemp("register") / "register.xlsx")


def _written(landscape: Landscape, path: Path) -> Workbook:
    write_register(build_report(landscape, today=_DAY), path)
    book = load_workbook(path)
    del book[memory.SHEET]  # see test_register_back
    return book


def _sheet(book: Workbook, name: str) -> Worksheet:
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def _column(sheet: Worksheet, heading: str) -> list[Cell]:
    (number,) = (cell.column for cell in sheet[1] if cell.value == heading)
    return [row[number - 1] for row in sheet.iter_rows(min_row=2)]  # type: ignore[misc]


def test_the_sheets_have_their_english_names(book: Workbook) -> None:
    assert tuple(book.sheetnames) == _SHEETS


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_sheets_fit_in_any_language(example: Landscape, tmp_path: Path, language: str) -> None:
    with i18n.language(language):
        found = _written(example, tmp_path / "r.xlsx")
    assert len(set(found.sheetnames)) == len(_SHEETS)
    assert all(len(name) <= 31 for name in found.sheetnames)
    assert not any(set(name) & set("[]:*?/\\'") for name in found.sheetnames)
    for sheet in found.worksheets:
        for wanted in sheet.data_validations.dataValidation:
            assert len(wanted.formula1 or "") <= 255 + 2  # what Excel takes, and the quotes


@pytest.mark.parametrize("name", _TABLES)
def test_a_table_can_be_filtered_scrolled_and_printed(book: Workbook, name: str) -> None:
    sheet = _sheet(book, name)
    assert sheet.auto_filter.ref == f"A1:{sheet.dimensions.partition(':')[2]}"
    assert sheet.freeze_panes is not None
    assert sheet.freeze_panes.endswith("2")
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.fitToWidth == 1
    assert all(cell.value for cell in sheet[1])


@pytest.mark.parametrize("name", _TABLES)
def test_keys_and_ids_stay_off_the_paper(book: Workbook, name: str) -> None:
    sheet = _sheet(book, name)
    ends = re.findall(r"\$?([A-Z]+)\$?\d+", str(sheet.print_area))[1]
    printed = [cell.value for cell in sheet[1][: column_index_from_string(ends)]]
    assert not {"Key", "Id"} & set(printed)


def test_texts_stand_apart_and_headings_above_their_figures(book: Workbook) -> None:
    sheet = _sheet(book, "Register")
    for heading, below in zip(sheet[1], sheet[2], strict=True):
        assert heading.alignment.horizontal == below.alignment.horizontal
        assert heading.alignment.indent == (heading.alignment.horizontal == "left")


def test_the_chart_of_threats_is_printed_beside_no_table(book: Workbook) -> None:
    areas = str(_sheet(book, "Threats").print_area).split(",")
    assert len(areas) == 2
    assert areas[0].startswith("'Threats'!$A$1:")


@pytest.mark.parametrize("name", _TABLES)
def test_nothing_stands_below_a_table(book: Workbook, name: str) -> None:
    sheet = _sheet(book, name)
    last = re.sub(r"\D", "", sheet.auto_filter.ref.partition(":")[2])
    assert sheet.max_row == int(last)
    assert all(any(cell.value for cell in row) for row in sheet.iter_rows())


def test_there_is_a_row_for_each_risk_from_medium_on(book: Workbook, example: Landscape) -> None:
    kept = risks(build_report(example, today=_DAY))
    keys = [cell.value for cell in _column(_sheet(book, "Register"), "Key")]
    assert keys == [one.finding.key for one in kept]
    assert all(one.level >= Level.MEDIUM for one in kept)
    assert all(cell.value for cell in _column(_sheet(book, "Register"), "Story"))


def test_the_map_is_there_whole(book: Workbook, example: Landscape) -> None:
    assert _sheet(book, "Assets").max_row == len(example.assets) + 1
    assert _sheet(book, "Dependencies").max_row == len(example.dependencies) + 1
    names = [cell.value for cell in _column(_sheet(book, "Assets"), "Name")]
    assert names == [one.name for one in example.assets.values()]


def test_what_people_fill_in_is_guided(book: Workbook) -> None:
    sheet = _sheet(book, "Register")
    found = {one.type: one for one in sheet.data_validations.dataValidation}
    assert found.keys() == {"list", "date"}
    for heading in ("Treatment", "Status"):
        cell = _column(sheet, heading)[0]
        assert any(cell.coordinate in one.sqref for one in sheet.data_validations.dataValidation)


def test_every_choice_is_on_its_list(book: Workbook) -> None:
    lists = [
        one.formula1.strip('"').split(",")
        for one in _sheet(book, "Register").data_validations.dataValidation
        if one.type == "list" and one.formula1
    ]
    assert [len(one) for one in lists] == [5, 5, len(Treatment), len(Status), 5, 5]


def test_what_people_typed_stands_in_its_row(example: Landscape, tmp_path: Path) -> None:
    typed = RiskRecord(
        owner="=Anne",
        treatment=Treatment.REDUCE,
        actions="- call\n- write",
        due=date(2027, 1, 31),
        status=Status.PLANNED,
        comment="@home",
    )
    landscape = replace(example, risks={RiskKey("spof:entra"): typed})
    sheet = _sheet(_written(landscape, tmp_path / "r.xlsx"), "Register")
    keys = [cell.value for cell in _column(sheet, "Key")]
    at = keys.index("spof:entra")
    told = [
        _column(sheet, heading)[at].value
        for heading in ("Owner", "Treatment", "Actions", "Status", "Comment")
    ]
    assert told == ["=Anne", "reduce", "- call\n- write", "planned", "@home"]
    assert _column(sheet, "Due date")[at].is_date


@pytest.mark.parametrize("text", ["=1+1", "+32 475", "-5", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C"])
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str, tmp_path: Path) -> None:
    landscape = landscape_of("shop -> db", assets=[asset("db", name=text, owner=text)])
    sheet = _sheet(_written(landscape, tmp_path / "r.xlsx"), "Assets")
    for heading in ("Name", "Person in charge"):
        cell = next(one for one in _column(sheet, heading) if one.value)
        assert cell.data_type == "s"
        assert cell.quotePrefix
    assert text in _shown(tmp_path / "r.xlsx")


@pytest.mark.parametrize(
    "text",
    [
        "line\nbreak",
        "bell\x07",
        "_x0041_ as typed",
        " spaces ",
        "株式会社 🏭",
        "a&b<c>",
        "100 %",
    ],
)
def test_a_text_is_shown_as_typed(text: str, tmp_path: Path) -> None:
    landscape = landscape_of("shop -> db", assets=[asset("db", name=text)])
    _written(landscape, tmp_path / "r.xlsx")
    assert text in _shown(tmp_path / "r.xlsx")


@pytest.mark.parametrize("letter", ["x", "🏭", "\x07", "=", "_x0041_"])
def test_a_cell_holds_no_more_than_excel_takes(letter: str) -> None:
    cell = Workbook().create_sheet().cell(row=1, column=1)
    put_text(cell, letter * 40_000)
    written = str(cell.value)
    assert len(written.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert written.endswith("…")
    kept = _decoded(written)[:-1]
    assert kept == (letter * 40_000)[: len(kept)]


def _shown(path: Path) -> set[str]:
    """Return the texts of a workbook as a spreadsheet program shows them."""
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml") and "xl/" in name]
        roots = [ET.fromstring(archive.read(name)) for name in parts]
    found = (one for root in roots for one in root.iter() if one.tag in _STRINGS)
    return {_decoded("".join(one.itertext())) for one in found}


def _decoded(text: str) -> str:
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


def test_an_empty_map_makes_a_workbook(tmp_path: Path) -> None:
    found = _written(landscape_of(), tmp_path / "r.xlsx")
    assert tuple(found.sheetnames) == ("Read me", *_LISTS, "Method")
    assert _sheet(found, "Register").max_row <= 2


def test_a_writer_that_fails_leaves_the_earlier_file(
    example: Landscape, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.xlsx"
    path.write_bytes(b"earlier")

    def fail(_book: Workbook, stream: io.BytesIO) -> None:
        stream.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Workbook, "save", fail)
    with pytest.raises(FileTrouble):
        write_register(build_report(example, today=_DAY), path)
    assert path.read_bytes() == b"earlier"
    assert [one.name for one in tmp_path.iterdir()] == ["r.xlsx"]


def test_progress_goes_from_nothing_to_all(example: Landscape, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_register(
        build_report(example, today=_DAY),
        tmp_path / "r.xlsx",
        progress=lambda done, of: told.append((done, of)),
    )
    assert told == [(number, told[-1][1]) for number in range(told[-1][1] + 1)]
    assert len(told) > len(_SHEETS)


def test_the_method_is_that_of_the_map(tmp_path: Path) -> None:
    settings = replace(DEFAULT, switch_hours=9)
    landscape = edits.put_settings(landscape_of("shop -> erp"), settings)
    path = tmp_path / "register.xlsx"
    write_register(build_report(landscape, today=_DAY), path)
    sheet = load_workbook(path)["Method"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "One value differs from those the program comes with:" in texts
    assert any("9 (instead of 4)" in text for text in texts)
    assert any("2004/C 31/03" in text for text in texts)
    bold = [row[1].value for row in sheet.iter_rows() if row[0].font.bold and len(row) > 1]
    assert 9 in bold


def test_each_page_says_whose_register_it_is_and_of_which_day(tmp_path: Path) -> None:
    company = Company(name="Bois & Fils SRL")
    landscape = landscape_of("shop -> disk", company=company)
    for sheet in _written(landscape, tmp_path / "r.xlsx").worksheets:
        foot = sheet.oddFooter
        assert foot is not None
        assert foot.left.text == "Bois && Fils SRL – 22 November 2026"


def test_the_pages_of_the_method_break_between_its_tables(book: Workbook) -> None:
    sheet = _sheet(book, "Method")
    starts = [1, *(one.id + 1 for one in sheet.row_breaks.brk), sheet.max_row + 1]
    assert len(starts) > 4
    for first, following in itertools.pairwise(starts):
        assert sheet.cell(first, 1).font.bold, "a page begins with a heading"
        heights = [sheet.row_dimensions[row].height or 0 for row in range(first, following)]
        assert sum(heights) <= 1000


def test_amounts_are_headed_by_their_currency(book: Workbook) -> None:
    assert "Yearly cost, EUR" in {one.value for one in book["Assets"][1]}
