"""Columns that fill no fact: their texts are kept as they stand, under their headers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from sys import maxsize

from smala_lockin.domain.reads import Read
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.meanings import THREATS, Meaning
from smala_lockin.importing.rows.drafts import Draft
from smala_lockin.importing.rows.wishes import text_of
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import Cells, cell_text
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.importing.values.scales import read_exit_plan

_NOT_KEPT = frozenset(Meaning) - {
    Meaning.HOSTING,
    Meaning.LOCATION,
    Meaning.HARDWARE,
    Meaning.PAYMENT,
    Meaning.KIND,
    Meaning.ID,
    Meaning.COST,
    Meaning.UNIT_COST,
    Meaning.RENEWAL,
    Meaning.BILLED,
    Meaning.TRAINING,
    Meaning.OPEN_SOURCE,
    Meaning.USED_BY,
    Meaning.ALIAS,
    Meaning.REPLACES,
    *THREATS,
}


_KEPT_TEXTS = 5
"""How many different texts of a column are kept of a program that many computers have."""


class Keeping:
    """Keeps the texts of a sheet's rows; `headers` are those of which something was kept."""

    def __init__(self, sheet: Sheet) -> None:
        """Look through the columns once."""
        assert sheet.layout is not None
        self.headers: dict[str, None] = {}
        self._currency = sheet.column(Meaning.CURRENCY)
        cells = sheet.layout.columns
        self._currencies = cells[self._currency.index] if self._currency else None
        # Contracts are not to mix their columns with the asset's own.
        contracts = f"{sheet.table.sheet or sheet.table.file} - "
        self._prefix = contracts if sheet.sort is RowSort.CONTRACT else ""
        astray = {**_of_nobody(sheet), **_exit_plans(sheet)}
        self._columns = [
            one for one in sheet.columns if one.meaning not in _NOT_KEPT or one.index in astray
        ]
        self._texts = [
            astray.get(one.index) or _kept_texts(cells[one.index]) for one in self._columns
        ]
        plain = [one.meaning is not Meaning.COST for one in self._columns]
        self._keys = [self._prefix + one.header for one in compress(self._columns, plain)]
        self._plain = list(compress(self._texts, plain))
        self._has_costs = not all(plain)
        self._most = _KEPT_TEXTS if sheet.sort is RowSort.INSTALLATION else maxsize
        self._all_met = False

    def keep(self, draft: Draft, index: int, row: Body) -> None:
        """Keep what a row, the `index`th, says besides facts, and costs that became none."""
        costs = self._has_costs and "annual_cost" not in draft.facts
        if draft.custom or costs or not self._all_met:
            self._keep_each(draft, index, row)
            return
        told = zip(self._keys, (texts[index] for texts in self._plain), strict=True)
        draft.custom.update((key, text) for key, text in told if text is not None)

    def of_new(self, rows: slice, costs: Sequence[Read | None]) -> dict[str, Sequence[str | None]]:
        """Return what is kept of rows about new things, by what it is kept under.

        `costs` are those that became facts; none where all did.
        """
        kept: dict[str, Sequence[str | None]] = {}
        for one, column in zip(self._columns, self._texts, strict=True):
            texts: Sequence[str | None] = column[rows]
            if one.meaning is Meaning.COST:
                if not costs:
                    continue
                texts = self._costs_left(texts, rows, costs)
            kept[self._prefix + one.header] = texts
        self._meet(kept)
        return kept

    def _costs_left(
        self, texts: Sequence[str | None], rows: slice, costs: Iterable[Read | None]
    ) -> list[str | None]:
        """The costs of rows that became no fact, with their currency."""
        beside = self._currencies[rows] if self._currencies else [None] * len(texts)
        return [
            f"{text} {cell_text(currency)}".strip() if text is not None and cost is None else None
            for text, currency, cost in zip(texts, beside, costs, strict=True)
        ]

    def _meet(self, kept: Mapping[str, Sequence[str | None]]) -> None:
        """Note the headers of which rows keep something, in the order in which they say it."""
        first = {
            key: next((row for row, text in enumerate(texts) if text is not None), None)
            for key, texts in kept.items()
            if key not in self.headers
        }
        met = [(row, key) for key, row in first.items() if row is not None]
        self.headers.update((key, None) for _row, key in sorted(met, key=itemgetter(0)))
        self._all_met = self.headers.keys() >= set(self._keys)

    def keep_text(self, draft: Draft, header: str, text: str) -> None:
        """Keep a text under its header; what several rows say stands on several lines."""
        self.headers.setdefault(header)
        key = self._prefix + header
        known = draft.custom.get(key)
        if known is None:
            draft.custom[key] = text
        elif text not in (lines := known.split("\n")) and len(lines) < self._most:
            draft.custom[key] = f"{known}\n{text}"

    def _keep_each(self, draft: Draft, index: int, row: Body) -> None:
        for column, texts in zip(self._columns, self._texts, strict=True):
            text = texts[index]
            if text is None:
                continue
            if column.meaning is Meaning.COST:
                if "annual_cost" in draft.facts:
                    continue
                text = f"{text} {text_of(row, self._currency)}".strip()
            self.keep_text(draft, column.header, text)
        self._all_met = all(key.removeprefix(self._prefix) in self.headers for key in self._keys)


def _of_nobody(sheet: Sheet) -> dict[int, list[str | None]]:
    """The texts about suppliers in rows that name none, by the index of the column."""
    assert sheet.layout is not None
    about = sheet.all(Meaning.COUNTRY, Meaning.REGISTRATION)
    named = sheet.all(Meaning.SUPPLIER, Meaning.MAKER, Meaning.SUBCONTRACTOR)
    cells = sheet.layout.columns
    if sheet.sort is not RowSort.ASSET or not (about and named):
        return {}
    if not all(cells[one.index].has_gaps for one in named):
        return {}
    someone = [any(row) for row in zip(*(cells[one.index] for one in named), strict=True)]
    found: dict[int, list[str | None]] = {}
    for one in about:
        texts = _kept_texts(cells[one.index])
        left = [None if told else text for text, told in zip(texts, someone, strict=True)]
        if any(left):
            found[one.index] = left
    return found


def _exit_plans(sheet: Sheet) -> dict[int, list[str | None]]:
    """Ways out told in more words than their fact holds, by the index of the column."""
    assert sheet.layout is not None
    found: dict[int, list[str | None]] = {}
    for one in sheet.all(Meaning.EXIT_PLAN):
        cells = sheet.layout.columns[one.index]
        told = [text if text and _says_more(text) else None for text in cells.told]
        if any(told):
            found[one.index] = cells.spread(told)
    return found


def _says_more(text: str) -> bool:
    return read_exit_plan(text) is None or len(text.split()) > _MOST_WORDS


_MOST_WORDS = 3


def _kept_texts(cells: Cells) -> list[str | None]:
    """The texts of a column to be kept, row by row; where it mostly holds words, 0 is nothing."""
    texts: list[str | None] = cells.told
    if "0" in texts and _holds_words(cells):
        texts = [None if text == "0" else text for text in texts]
    return cells.spread(texts)


def _holds_words(cells: Iterable[Cell]) -> bool:
    counted = Counter(cells)
    filled = [(cell, count) for cell, count in counted.items() if cell not in (None, 0, "0", "")]
    words = sum(
        count for cell, count in filled if isinstance(cell, str) and not cell.strip().isdigit()
    )
    return words * 2 > sum(count for _cell, count in filled)
