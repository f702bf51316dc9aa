"""The register of information that DORA asks of financial companies, sheet by sheet.

Its columns go by codes; a row of labels may stand below them. The codes of b_05.01 moved between
the supervisors' dry run and the final form.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from smala_lockin.formats.tables import Cell, Row, Table
from smala_lockin.importing.headings.meanings import Meaning

_M = Meaning
_FULL_CODE = re.compile(r"(b_\d\d\.\d\d)\.(\d{4})", re.IGNORECASE)
_SHORT_CODE = re.compile(r"c?(\d{4})", re.IGNORECASE)
_PART = re.compile(r"\b(b_\d\d[._]\d\d)", re.IGNORECASE)
_VALUE = re.compile(r"eba_([A-Z]{2}):(\w+)")
_SAID = {"x28": "Yes", "x29": "No", "x791": "Low", "x792": "Medium", "x793": "High"}
_CODED = frozenset({"GA", "CU"})
_BY_CODE = frozenset({_M.SUPPLIER, _M.PARENT_COMPANY, _M.SOURCE, _M.TARGET})

_PROVIDERS_OF_DRY_RUN = {
    "0010": _M.ID,
    "0030": _M.NAME,
    "0050": _M.COUNTRY,
    "0060": _M.CURRENCY,
    "0070": _M.COST,
    "0080": _M.PARENT_COMPANY,
}
_PROVIDERS = {
    "0010": _M.ID,
    "0050": _M.NAME,
    "0080": _M.COUNTRY,
    "0090": _M.CURRENCY,
    "0100": _M.COST,
    "0110": _M.PARENT_COMPANY,
}
_PARTS: Mapping[str, Mapping[str, Meaning]] = {
    "b_02.01": {"0010": _M.NAME, "0040": _M.CURRENCY, "0050": _M.COST},
    "b_02.02": {
        "0010": _M.NAME,
        "0030": _M.SUPPLIER,
        "0050": _M.PROCESS,
        "0080": _M.CONTRACT_END,
        "0100": _M.NOTICE,
        "0120": _M.GOVERNING_LAW,
        "0150": _M.HOSTING,
    },
    "b_03.02": {"0010": _M.NAME, "0020": _M.SUPPLIER},
    "b_05.01": _PROVIDERS,
    "b_05.02": {"0010": _M.SUBJECT, "0030": _M.TARGET, "0050": _M.RANK, "0060": _M.SOURCE},
    "b_06.01": {
        "0010": _M.ID,
        "0030": _M.PROCESS,
        "0050": _M.CRITICALITY,
        "0080": _M.MAX_OUTAGE,
    },
    "b_07.01": {
        "0010": _M.NAME,
        "0020": _M.SUPPLIER,
        "0080": _M.EXIT_PLAN,
        "0120": _M.SUBSTITUTES,
    },
}
"""The parts that say what depends on whom. A contract stands for the service it is about, for the
register names no service otherwise; the last four digits of a code say which column it is."""

_SORTS = {
    "b_02.01": "asset",
    "b_02.02": "asset",
    "b_03.02": "asset",
    "b_05.01": "supplier",
    "b_05.02": "relation",
    "b_06.01": "process",
    "b_07.01": "asset",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sheet of a register; columns go by index, `header` is that of the row of labels.

    `sort` is the value of a `RowSort`, None for a part that says nothing about dependencies.
    """

    header: int
    sort: str | None
    meanings: Mapping[int, Meaning | None] = field(default_factory=dict)
    references: frozenset[int] = frozenset()


def find_part(table: Table, place: int, row: Row) -> Part | None:
    """Return the part whose codes stand in a row of a table; None where there are none."""
    texts = [str(cell).strip() if cell is not None else "" for cell in row]
    full = [_FULL_CODE.fullmatch(text) for text in texts]
    short = [_SHORT_CODE.fullmatch(text) for text in texts]
    title = _PART.search(table.sheet or table.file)
    if sum(map(bool, full)) >= 2:
        name = next(one[1].lower() for one in full if one)
        codes = {index: one[2] for index, one in enumerate(full) if one}
        header = place + 1  # the labels
    elif title and sum(map(bool, short)) >= 2:
        name = title[1].lower().replace("_", ".").replace("b.", "b_", 1)
        codes = {index: one[1] for index, one in enumerate(short) if one}
        header = place
    else:
        return None
    known = _PARTS.get(name, {})
    if name == "b_05.01" and "0100" not in codes.values():
        known = _PROVIDERS_OF_DRY_RUN
    meanings = {index: known.get(code) for index, code in codes.items()}
    return Part(
        header=header,
        sort=_SORTS.get(name),
        meanings=meanings,
        references=frozenset(index for index, one in meanings.items() if one in _BY_CODE),
    )


def decoded(table: Table) -> Table:
    """Return a sheet with the codes of its lists of choices, "eba_GA:BE", as what they say."""
    if not any(isinstance(cell, str) and "eba_" in cell for row in table.rows for cell in row):
        return table
    return replace(table, rows=[list(_row(row)) for row in table.rows])


def _row(row: Row) -> Iterator[Cell]:
    for cell in row:
        found = _VALUE.fullmatch(cell.strip()) if isinstance(cell, str) else None
        if found is None:
            yield cell
        elif found[1] in _CODED:
            yield found[2]
        else:
            yield _SAID.get(found[2], cell)
