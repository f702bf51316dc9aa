"""What the user knows better: corrections of the catalogue and entries of their own.

They stand in one small JSON file in the user's folder, described in
`resources/catalogue/README.md`, and win over the rows that come with the program. A correction
holds only what differs, so that the rest keeps up with newer versions of the catalogue.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from smala_lockin import paths
from smala_lockin.domain.errors import LockinError
from smala_lockin.knowledge import (
    ai_model_rows,
    alternative_rows,
    ebios_rows,
    jurisdiction_rows,
    law_rows,
    reference_rows,
    sovereignty_rows,
)
from smala_lockin.knowledge.alternative_rows import Pair
from smala_lockin.knowledge.vendors import COLUMNS, LISTS, Cells, VendorId

FORMAT, VERSION = "smala-lockin-catalogue", 3
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
MAX_BYTES = 10_000_000
"""Nobody types that much; what is larger is no catalogue."""


class Section(StrEnum):
    """The smaller tables that can be corrected, as they are called in the file."""

    COUNTRIES = "countries"
    LAWS = "laws"
    OBJECTIVES = "objectives"
    LEVELS = "levels"
    REFERENCES = "references"
    MODELS = "ai_models"
    MARKS = "ebios_scales"
    ZONES = "ebios_zones"


class OverlayFault(StrEnum):
    """Why a file is no catalogue of the user's, or one that makes no sense."""

    UNREADABLE = "unreadable"
    NO_JSON = "no_json"
    OTHER_FORMAT = "other_format"
    NEWER = "newer"
    UNKNOWN_KEY = "unknown_key"
    WRONG_TYPE = "wrong_type"
    MISSING = "missing"
    TWICE = "twice"
    BAD_VALUE = "bad_value"
    NAME_TAKEN = "name_taken"


class InvalidOverlay(LockinError):
    """The user's catalogue makes no sense: in which entry, at which column, with which value."""

    def __init__(
        self, fault: OverlayFault, *, entry: str = "", column: str = "", value: str = ""
    ) -> None:
        super().__init__(f"{fault}: {entry} {column} {value!r}")
        self.fault, self.entry, self.column, self.value = fault, entry, column, value


def _nothing_small() -> dict[Section, Mapping[str, Cells]]:
    return {section: {} for section in Section}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """Corrected and own `entries` by id, and `alternatives`; None strikes one out.

    `small` has the rows of the smaller tables, by what their first column calls them.
    """

    entries: Mapping[VendorId, Cells] = field(default_factory=dict)
    alternatives: Mapping[Pair, Cells | None] = field(default_factory=dict)
    small: Mapping[Section, Mapping[str, Cells]] = field(default_factory=_nothing_small)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.entries or self.alternatives or any(self.small.values()))

    @property
    def size(self) -> int:
        """Of how many rows it says something; an entry and its alternatives count once."""
        entries = self.entries.keys() | {pair[0] for pair in self.alternatives}
        return len(entries) + sum(map(len, self.small.values()))

    def with_row(self, section: Section, key: str, cells: Cells) -> "Overlay":
        """Return this with a row of a smaller table, without it where nothing differs."""
        others = {name: one for name, one in self.small[section].items() if name != key}
        rows = {**others, key: dict(cells)} if cells else others
        return replace(self, small={**self.small, section: rows})

    def with_entry(self, id: VendorId, cells: Cells) -> "Overlay":
        """Return this with an entry, none where nothing in it differs from the catalogue's."""
        others = {key: one for key, one in self.entries.items() if key != id}
        return replace(self, entries={**others, id: dict(cells)} if cells else others)

    def with_alternative(self, pair: Pair, cells: Cells | None) -> "Overlay":
        """Return this with an alternative, or with one struck out."""
        return replace(self, alternatives={**self.alternatives, pair: cells})

    def without_alternative(self, pair: Pair) -> "Overlay":
        """Return this without what it says of an alternative."""
        others = {key: one for key, one in self.alternatives.items() if key != pair}
        return replace(self, alternatives=others)

    def without_entry(self, id: VendorId) -> "Overlay":
        """Return this without an entry and all that it says of its alternatives."""
        kept = {pair: one for pair, one in self.alternatives.items() if id not in pair}
        return replace(self.with_entry(id, {}), alternatives=kept)

    def merged(self, other: "Overlay") -> "Overlay":
        """Return both together; where both speak of the same entry, the other is heard."""
        return Overlay(
            entries={**self.entries, **other.entries},
            alternatives={**self.alternatives, **other.alternatives},
            small={name: {**self.small[name], **other.small[name]} for name in Section},
        )


NOTHING = Overlay()


def place() -> Path:
    """Return where the user's catalogue is kept; it need not exist."""
    return paths.user_folder() / "catalogue.json"


def read(path: Path) -> Overlay:
    """Return what a file says; nothing where there is none. Raises `InvalidOverlay`."""
    try:
        if not path.exists():
            return NOTHING
        if path.stat().st_size > MAX_BYTES:
            raise InvalidOverlay(OverlayFault.OTHER_FORMAT)
        return parsed(path.read_bytes())
    except OSError:
        raise InvalidOverlay(OverlayFault.UNREADABLE) from None


def parsed(content: bytes) -> Overlay:
    """Return what the bytes of a file say. Raises `InvalidOverlay`."""
    try:
        stored = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise InvalidOverlay(OverlayFault.NO_JSON) from None
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        raise InvalidOverlay(OverlayFault.OTHER_FORMAT)
    version = stored.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InvalidOverlay(OverlayFault.WRONG_TYPE, column="version")
    if version > VERSION:
        raise InvalidOverlay(OverlayFault.NEWER)
    for key in stored.keys() - {"format", "version", "entries", "alternatives", *Section}:
        raise InvalidOverlay(OverlayFault.UNKNOWN_KEY, column=str(key))
    return Overlay(
        entries=_entries(stored),
        alternatives=_alternatives(stored),
        small={section: _small(stored, section) for section in Section},
    )


def content(overlay: Overlay) -> bytes:
    """Return the bytes of a file that says this, in a stable order."""
    stored = {
        "format": FORMAT,
        "version": VERSION,
        "entries": [
            {"id": id, **{name: _value(name, cell) for name, cell in cells.items()}}
            for id, cells in sorted(overlay.entries.items())
        ],
        "alternatives": [
            {"vendor_id": pair[0], "alternative_id": pair[1]}
            | ({"removed": True} if cells is None else dict(cells))
            for pair, cells in sorted(overlay.alternatives.items())
        ],
        **{
            section.value: [
                {"id": key, **{name: _value(name, cell) for name, cell in cells.items()}}
                for key, cells in sorted(overlay.small[section].items())
            ]
            for section in Section
            if overlay.small[section]
        },
    }
    return (json.dumps(stored, indent=2, ensure_ascii=False) + "\n").encode()


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _entries(stored: Mapping[str, object]) -> dict[VendorId, Cells]:
    found: dict[VendorId, Cells] = {}
    for record in _records(stored, "entries"):
        id = VendorId(_id(record, "id"))
        if id in found:
            raise InvalidOverlay(OverlayFault.TWICE, entry=id)
        found[id] = _cells(record, id, COLUMNS, {"id"})
    return found


def _alternatives(stored: Mapping[str, object]) -> dict[Pair, Cells | None]:
    found: dict[Pair, Cells | None] = {}
    for record in _records(stored, "alternatives"):
        pair = VendorId(_id(record, "vendor_id")), VendorId(_id(record, "alternative_id"))
        if pair in found:
            raise InvalidOverlay(OverlayFault.TWICE, entry=pair[0], value=pair[1])
        is_removed = record.get("removed", False)
        if not isinstance(is_removed, bool):
            raise InvalidOverlay(OverlayFault.WRONG_TYPE, entry=pair[0], column="removed")
        named = {"vendor_id", "alternative_id", "removed"}
        cells = _cells(record, pair[0], alternative_rows.COLUMNS, named)
        found[pair] = None if is_removed else cells
    return found


def _small(stored: Mapping[str, object], section: Section) -> dict[str, Cells]:
    found: dict[str, Cells] = {}
    for record in _records(stored, section):
        key = _key(record, section)
        if key in found:
            raise InvalidOverlay(OverlayFault.TWICE, entry=key)
        found[key] = _cells(record, key, _COLUMNS[section], {"id"})
    return found


_COLUMNS: Mapping[Section, tuple[str, ...]] = {
    Section.COUNTRIES: jurisdiction_rows.COLUMNS,
    Section.LAWS: law_rows.COLUMNS,
    Section.OBJECTIVES: sovereignty_rows.OBJECTIVE_COLUMNS,
    Section.LEVELS: sovereignty_rows.LEVEL_COLUMNS,
    Section.REFERENCES: reference_rows.COLUMNS,
    Section.MODELS: ai_model_rows.COLUMNS,
    Section.MARKS: ebios_rows.MARK_COLUMNS,
    Section.ZONES: ebios_rows.ZONE_COLUMNS,
}
_LISTS = LISTS | jurisdiction_rows.LISTS


def _key(record: dict[str, object], section: Section) -> str:
    if section in (Section.LAWS, Section.MODELS):  # the others have to be there already, or a code
        return _id(record, "id")
    value = record.get("id")
    if value is None:
        raise InvalidOverlay(OverlayFault.MISSING, column="id")
    if not isinstance(value, str) or not value:
        raise InvalidOverlay(OverlayFault.BAD_VALUE, column="id", value=str(value)[:60])
    return value


def _records(stored: Mapping[str, object], name: str) -> list[dict[str, object]]:
    records = stored.get(name, [])
    if not isinstance(records, list):
        raise InvalidOverlay(OverlayFault.WRONG_TYPE, column=name)
    for one in records:
        if not isinstance(one, dict):
            raise InvalidOverlay(OverlayFault.WRONG_TYPE, column=name)
    return records


def _id(record: Mapping[str, object], column: str) -> str:
    value = record.get(column)
    if value is None:
        raise InvalidOverlay(OverlayFault.MISSING, column=column)
    if not isinstance(value, str) or not is_id(value):
        raise InvalidOverlay(OverlayFault.BAD_VALUE, column=column, value=str(value)[:60])
    return value


def is_id(text: str) -> bool:
    """Return whether a text can be an id: lower-case letters, digits and hyphens."""
    return _ID.fullmatch(text) is not None


def _cells(
    record: Mapping[str, object], entry: str, columns: tuple[str, ...], named: set[str]
) -> Cells:
    cells: dict[str, str] = {}
    for column, value in record.items():
        if column in named:
            continue
        if column not in columns:
            raise InvalidOverlay(OverlayFault.UNKNOWN_KEY, entry=entry, column=column)
        cells[column] = _cell(entry, column, value)
    return cells


def _cell(entry: str, column: str, value: object) -> str:
    wrong = InvalidOverlay(OverlayFault.WRONG_TYPE, entry=entry, column=column)
    if value is None:
        return ""
    if column in _LISTS:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise wrong
        if any("|" in one or not one.strip() for one in value):
            raise InvalidOverlay(
                OverlayFault.BAD_VALUE, entry=entry, column=column, value=", ".join(value)[:60]
            )
        return "|".join(value)
    if not isinstance(value, str):
        raise wrong
    return value


def _value(column: str, cell: str) -> object:
    if column in _LISTS:
        return cell.split("|") if cell else []
    return cell or None
