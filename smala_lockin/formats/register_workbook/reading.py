"""A register that people filled in, read back: in whichever language, sorted and moved about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from smala_lockin import i18n
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.records import RiskKey, Status
from smala_lockin.formats.register_workbook import memory, typed
from smala_lockin.formats.register_workbook.memory import Remembered
from smala_lockin.formats.tables import Row, Table, read_tables
from smala_lockin.i18n import _
from smala_lockin.register.taking_back import TYPED, TypedRow

_HEADING_ROWS = 30
"""How far down the headings are looked for, should somebody have put a title above them."""

_KEY = "key"

_OF_QUESTIONS = 2
"""How many of the columns the sheet of questions has: the key and the answer."""


class NotARegister(LockinError):
    """A file holds no sheet with the columns of a register."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return _(
            "%(file)s is no register of this program: none of its sheets has a column “Key”. "
            "Choose the workbook that was exported from this map."
        ) % {"file": self.file}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A cell that could not be taken back, a row without a key, or a column that is gone.

    `row` is as Excel counts; `wanted` says what the cell takes. Of a column that is gone there is
    no value.
    """

    sheet: str
    row: int
    heading: str = ""
    value: str = ""
    wanted: str = ""

    def sentence(self) -> str:
        """Return what could not be taken back and why."""
        place = {"sheet": self.sheet, "row": self.row, "heading": self.heading}
        if not self.heading:
            return _("%(sheet)s, row %(row)s has no key, so it is not taken back.") % place
        if not self.value:
            return (
                _(
                    "%(sheet)s: there is no column “%(heading)s” any more, so nothing is taken "
                    "back of it."
                )
                % place
            )
        return _(
            "%(sheet)s, row %(row)s: “%(value)s” does not fit the column %(heading)s; "
            "it takes %(wanted)s."
        ) % {
            **place,
            "value": self.value if len(self.value) <= 40 else self.value[:39] + "…",
            "wanted": self.wanted,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What people typed in a register, and what of it makes no sense."""

    rows: tuple[TypedRow, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """Where a sheet has its headings, in which language, and which column holds which fact."""

    heading_row: int
    language: str
    columns: Mapping[str, int]


def read_register(path: Path) -> Edited:
    """Return what people typed in a register workbook.

    Raises `FileTrouble`, `Unreadable`, or `NotARegister` where no sheet has its columns.
    """
    tables = read_tables(path)
    remembered = memory.read(tables)
    rows: list[TypedRow] = []
    problems: list[Problem] = []
    found = False
    for table in tables:
        layout = _layout(table)
        if layout is not None:
            found = True
            for one in _read(table, layout, remembered):
                if isinstance(one, TypedRow):
                    rows.append(one)
                else:
                    problems.append(one)
    if not found:
        raise NotARegister(path.name)
    return Edited(rows=tuple(rows), problems=tuple(problems))


def _layout(table: Table) -> _Layout | None:
    for number, row in enumerate(table.rows[:_HEADING_ROWS]):
        for language in i18n.LANGUAGES:
            with i18n.language(language):
                columns = _columns(row, _facts())
            if _KEY in columns and len(columns) > 1:
                return _Layout(heading_row=number, language=language, columns=columns)
    return None


def _facts() -> Mapping[str, str]:
    """Return which fact stands under which heading, in the language in force."""
    headings = {typed.column(fact).heading: fact for fact in TYPED}
    return {typed.key(0).heading: _KEY, typed.answer().heading: "comment", **headings}


def _columns(row: Row, facts: Mapping[str, str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for number, cell in enumerate(row):
        fact = facts.get(cell.strip()) if isinstance(cell, str) else None
        if fact is not None:
            columns.setdefault(fact, number)
    return columns


def _read(
    table: Table, layout: _Layout, remembered: Mapping[RiskKey, Remembered] | None
) -> Iterator[TypedRow | Problem]:
    headings = table.rows[layout.heading_row]
    sheet = table.sheet or table.file
    below = table.rows[layout.heading_row + 1 :]
    if remembered is not None:
        for heading in _gone(layout):
            yield Problem(sheet=sheet, row=table.first_row + layout.heading_row, heading=heading)
    for number, row in enumerate(below, start=table.first_row + layout.heading_row + 1):
        key = str(row[layout.columns[_KEY]] or "").strip()
        if not key:
            if any(row[column] not in (None, "") for column in layout.columns.values()):
                yield Problem(sheet=sheet, row=number)
            continue
        now: dict[str, object] = {}
        for fact, column in layout.columns.items():
            if fact == _KEY:
                continue
            try:
                with i18n.language(layout.language):
                    now[fact] = typed.from_cell(fact, row[column])
            except typed.NotUnderstood as fault:
                with i18n.language(layout.language):
                    wanted = typed.wanted(fact)
                yield Problem(
                    sheet=sheet,
                    row=number,
                    heading=str(headings[column]),
                    value=str(fault),
                    wanted=wanted,
                )
        yield _row(RiskKey(key), sheet, number, now, (remembered or {}).get(RiskKey(key)))


def _gone(layout: _Layout) -> list[str]:
    """Return the headings that a register had when it was written, and has no more."""
    if len(layout.columns) <= _OF_QUESTIONS:
        return []
    with i18n.language(layout.language):
        return [
            typed.column(fact).heading
            for fact in TYPED
            if fact not in layout.columns and not fact.startswith("residual_")
        ]


def _row(
    key: RiskKey, sheet: str, number: int, now: dict[str, object], known: Remembered | None
) -> TypedRow:
    """Return a row in which what was only proposed, and left so, counts as not typed."""
    for fact in ("likelihood", "impact"):
        if fact in now and known is None:
            del now[fact]  # nobody can tell a proposal from a person's own reading
        elif known is not None and now.get(fact) == known.shown.get(fact):
            now.pop(fact, None)
    if now.get("status") is Status.IDENTIFIED and not (known and known.written.get("status")):
        now["status"] = None
    return TypedRow(
        key=key, sheet=sheet, row=number, now=now, written=known.written if known else None
    )
