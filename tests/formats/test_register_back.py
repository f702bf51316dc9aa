"""A register that went out, was filled in by people in their own ways, and comes back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from smala_lockin import i18n, paths
from smala_lockin.analysis.report import build_report
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskRecord, Status, Treatment
from smala_lockin.formats import project
from smala_lockin.formats.register_workbook import read_register, write_register
from smala_lockin.formats.register_workbook.reading import Edited, NotARegister
from smala_lockin.register.risks import questions_by_supplier, risks
from smala_lockin.register.taking_back import merge

_DAY = date(2026, 11, 22)

Fill = Callable[[Any, Callable[[str], int]], None]
"""Fills in a sheet, given which column a heading stands over."""


@pytest.fixture(scope="module")
def example() -> Landscape:
    found = project.load(paths.resource("examples/menuiserie.smala"))
    report = build_report(found, today=_DAY)
    typed = RiskRecord(
        owner="Anne", status=Status.PLANNED, likelihood=4, comment="See the minutes."
    )
    return replace(found, risks={risks(report)[1].finding.key: typed})


def _edited(
    landscape: Landscape, path: Path, fill: Fill, sheet: str = "Register", language: str = "en"
) -> Edited:
    with i18n.language(language):
        write_register(build_report(landscape, today=_DAY), path)
    book = load_workbook(path)
    page = book[sheet]
    headings = [cell.value for cell in page[1]]
    fill(page, lambda heading: headings.index(heading) + 1)
    book.save(path)
    return read_register(path)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_register_nobody_touched_changes_nothing(
    example: Landscape, tmp_path: Path, language: str
) -> None:
    typed = {key: replace(one, actions="=1+1\n_x0041_") for key, one in example.risks.items()}
    before = replace(example, risks=typed)
    with i18n.language(language):
        write_register(build_report(before, today=_DAY), tmp_path / "r.xlsx")
    edited = read_register(tmp_path / "r.xlsx")
    merged = merge(before, edited.rows)
    assert (merged.landscape.risks, merged.conflicts, edited.problems) == (before.risks, (), ())
    assert len(edited.rows) >= 20


def test_all_that_people_type_comes_back(example: Landscape, tmp_path: Path) -> None:
    def fill(page: Any, column: Callable[[str], int]) -> None:
        typed = {
            "Responsable": " Léa Dupont ",
            "Traitement": "Partager (assurance ou contrat)",
            "Actions": "-10 % de licences\nappeler",
            "Échéance": "31/03/2027",
            "Statut": "en cours",
            "Commentaire": "@voir",
            "Probabilité": 1,
            "Impact": "5",
            "Probabilité après traitement": 2,
            "Impact après traitement": "3",
        }
        for heading, value in typed.items():
            page.cell(row=2, column=column(heading)).value = value

    edited = _edited(example, tmp_path / "r.xlsx", fill, sheet="Registre", language="fr")
    assert edited.problems == ()
    merged = merge(example, edited.rows)
    first = risks(build_report(example, today=_DAY))[0].finding.key
    assert merged.landscape.risks[first] == RiskRecord(
        owner=" Léa Dupont ",
        treatment=Treatment.SHARE,
        actions="-10 % de licences\nappeler",
        due=date(2027, 3, 31),
        status=Status.IN_PROGRESS,
        comment="@voir",
        likelihood=1,
        impact=5,
        residual_likelihood=2,
        residual_impact=3,
    )


def test_rows_may_be_sorted_and_lie_under_a_title(example: Landscape, tmp_path: Path) -> None:
    def fill(page: Any, column: Callable[[str], int]) -> None:
        page.cell(row=3, column=column("Owner")).value = "Paul"
        second = [cell.value for cell in page[2]]
        third = [cell.value for cell in page[3]]
        for number, (upper, lower) in enumerate(zip(second, third, strict=True), start=1):
            page.cell(row=2, column=number).value = lower
            page.cell(row=3, column=number).value = upper
        page.insert_rows(1, 2)
        page["A1"] = "For the board"

    edited = _edited(example, tmp_path / "r.xlsx", fill)
    merged = merge(example, edited.rows)
    second = risks(build_report(example, today=_DAY))[1].finding.key
    assert merged.landscape.risks[second] == replace(example.risks[second], owner="Paul")


def test_what_makes_no_sense_is_told_with_its_place(example: Landscape, tmp_path: Path) -> None:
    def fill(page: Any, column: Callable[[str], int]) -> None:
        page.cell(row=2, column=column("Due date")).value = "before summer"
        page.cell(row=2, column=column("Owner")).value = "Paul"
        page.cell(row=page.max_row + 1, column=column("Owner")).value = "a risk of my own"

    edited = _edited(example, tmp_path / "r.xlsx", fill)
    told = [one.sentence() for one in edited.problems]
    last = told.pop()
    assert told == [
        "Register, row 2: “before summer” does not fit the column Due date; "
        "it takes a date, such as 31/03/2027."
    ]
    assert last.endswith("has no key, so it is not taken back.")
    assert edited.rows[0].now["owner"] == "Paul"
    assert "due" not in edited.rows[0].now


def test_an_answer_to_a_question_comes_back_and_out_again(
    example: Landscape, tmp_path: Path
) -> None:
    def fill(page: Any, column: Callable[[str], int]) -> None:
        page.cell(row=2, column=column("Answer")).value = "In Ghent, says their contract"

    edited = _edited(example, tmp_path / "r.xlsx", fill, sheet="To find out")
    landscape = merge(example, edited.rows).landscape
    report = build_report(landscape, today=_DAY)
    question = questions_by_supplier(report)[0][1][0]
    assert landscape.risks[question.key].comment == "In Ghent, says their contract"
    write_register(report, tmp_path / "again.xlsx")
    again = [row.now.get("comment") for row in read_register(tmp_path / "again.xlsx").rows]
    assert "In Ghent, says their contract" in again


def test_a_register_without_its_hidden_sheet_still_comes_back(
    example: Landscape, tmp_path: Path
) -> None:
    path = tmp_path / "r.xlsx"
    write_register(build_report(example, today=_DAY), path)
    book = load_workbook(path)
    del book["smala-lockin"]
    column = [cell.value for cell in book["Register"][1]].index("Owner") + 1
    book["Register"].cell(row=2, column=column).value = "Paul"
    book.save(path)
    merged = merge(example, read_register(path).rows)
    assert [one.owner for one in merged.landscape.risks.values()] == ["Anne", "Paul"]
    assert merged.conflicts == ()


def test_another_workbook_is_no_register(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "empty.xlsx")
    with pytest.raises(NotARegister):
        read_register(tmp_path / "empty.xlsx")


@pytest.mark.parametrize(
    ("language", "heading", "status", "due"),
    [
        ("en", ("Status", "Due date"), "In Progress ", "3 March 2027"),
        ("en", ("Status", "Due date"), "in progress", "3 Mar. 2027"),
        ("fr", ("Statut", "Échéance"), "En cours", "3 mars 2027"),
        ("fr", ("Statut", "Échéance"), "en cours", 46449),
        ("fr", ("Statut", "Échéance"), "en cours", "2027/03/03"),
    ],
)
def test_people_type_in_their_own_ways(
    language: str,
    heading: tuple[str, str],
    status: str,
    due: str | int,
    example: Landscape,
    tmp_path: Path,
) -> None:
    def fill(page: Any, column: Callable[[str], int]) -> None:
        page.cell(2, column(heading[0])).value = status
        page.cell(2, column(heading[1])).value = due

    sheet = "Register" if language == "en" else "Registre"
    edited = _edited(example, tmp_path / "r.xlsx", fill, sheet, language)
    assert edited.problems == ()
    (now,) = [one.now for one in edited.rows if one.now.get("due")]
    assert (now["status"], now["due"]) == (Status.IN_PROGRESS, date(2027, 3, 3))


def test_what_a_list_takes_is_told_and_a_column_that_is_gone(
    example: Landscape, tmp_path: Path
) -> None:
    def fill(page: Any, column: Callable[[str], int]) -> None:
        page.cell(2, column("Likelihood")).value = "high"
        page.cell(1, column("Owner")).value = "Who"

    edited = _edited(example, tmp_path / "r.xlsx", fill)
    assert [one.sentence() for one in edited.problems] == [
        "Register: there is no column “Owner” any more, so nothing is taken back of it.",
        "Register, row 2: “high” does not fit the column Likelihood; it takes 1, 2, 3, 4 or 5.",
    ]
