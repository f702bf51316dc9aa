"""Tables as they lie in foreign files: rows of plain values, with their true row numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from smala_lockin.formats.archives import Container, check_compound, check_zip, container
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.formats.text_form import AS_FOUND, TextForm
from smala_lockin.formats.unreadable import Reason, Unreadable

Cell = str | float | int | bool | date | datetime | None
"""What a cell holds; text files know only text, and None is an empty cell."""

Row = Sequence[Cell]

TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
REGISTER_SHEET = "smala-lockin"
"""The hidden sheet by which a register of this program is known again."""

WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
SUFFIXES = TEXT_SUFFIXES | WORKBOOK_SUFFIXES

MAX_TEXT_BYTES = 500_000_000
_KEPT_ROWS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of a workbook, or the whole of a text file.

    All rows have the same width. `first_row` is the number, as Excel shows it, of the first of
    `rows`; `first_column` is the index of the first, 0 being A. `sheet` is None for text. `bands`
    are the numbers of rows of which several cells are merged into one, as headings are;
    `hidden_columns` are indices. `encoding` and `delimiter` say how a text was read,
    `form` what somebody had said of it, and `as_found` are then its first rows as they would have
    been read without. `is_turned`: what were its columns are its rows now. `open_quote` is the
    number of the row of a text with a quotation mark that nothing closes.
    """

    file: str
    sheet: str | None
    rows: Sequence[Row]
    first_row: int = 1
    first_column: int = 0
    hidden: bool = False
    bands: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    encoding: str | None = None
    delimiter: str | None = None
    form: TextForm = AS_FOUND
    as_found: Sequence[Row] = ()
    ragged: int = 0
    is_turned: bool = False
    words: tuple[str, ...] = ()
    open_quote: int | None = None

    @property
    def stem(self) -> str:
        """The name of the file without its ending."""
        return stem_of(self.file)

    @property
    def title(self) -> str:
        """What the list is called: by its sheet, else by its file."""
        return self.sheet or self.stem


def stem_of(file: str) -> str:
    """Return the name of a file without its ending."""
    return file.rsplit(".", 1)[0]


def read_tables(path: Path, form: TextForm = AS_FOUND) -> tuple[Table, ...]:
    """Return the tables of a file, by what it holds rather than by its name.

    `form` is how a text is written.

    Raises `FileTrouble` where the system does not give the file, `Unreadable` where it holds no
    table.
    """
    try:
        with path.open("rb") as file:
            head = file.read(8)
            size = path.stat().st_size
    except OSError as error:
        raise FileTrouble(path, error) from error
    if not size:
        raise Unreadable(path.name, Reason.EMPTY)
    match container(head):
        case Container.ZIP:
            check_zip(path)
            return _workbook(path)
        case Container.COMPOUND:
            check_compound(path)
            return _workbook(path)
        case Container.PDF:
            raise Unreadable(path.name, Reason.PDF)
        case Container.OTHER:
            return _text(path, size, form)


def _workbook(path: Path) -> tuple[Table, ...]:
    from smala_lockin.formats.workbooks import read_workbook

    return tuple(
        Table(
            file=path.name,
            sheet=sheet.name,
            rows=sheet.rows,
            first_row=sheet.first_row,
            first_column=sheet.first_column,
            hidden=sheet.hidden,
            bands=sheet.bands,
            hidden_columns=sheet.hidden_columns,
        )
        for sheet in read_workbook(path)
    )


def _text(path: Path, size: int, form: TextForm) -> tuple[Table, ...]:
    from smala_lockin.formats.csv_text import read_text

    suffix = path.suffix.lower()
    if suffix in WORKBOOK_SUFFIXES:
        raise Unreadable(path.name, Reason.NOT_A_WORKBOOK)
    if suffix not in TEXT_SUFFIXES:
        raise Unreadable(path.name, Reason.UNSUPPORTED)
    if size > MAX_TEXT_BYTES:
        raise Unreadable(path.name, Reason.TOO_LARGE)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileTrouble(path, error) from error
    text = read_text(data, path.name, form)
    return (
        Table(
            file=path.name,
            sheet=None,
            rows=text.rows,
            encoding=text.encoding,
            delimiter=text.delimiter,
            form=form,
            as_found=() if form == AS_FOUND else _first_rows(data, path.name),
            ragged=text.ragged,
            words=text.words,
            open_quote=None if text.open_quote is None else text.open_quote + 1,
        ),
    )


def _first_rows(data: bytes, name: str) -> Sequence[Row]:
    """The first rows of a text as they are read where nobody says how it is written."""
    from smala_lockin.formats.csv_text import read_text

    try:
        return read_text(data, name).rows[:_KEPT_ROWS]
    except Unreadable:
        return ()
