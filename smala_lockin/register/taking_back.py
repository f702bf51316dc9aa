"""What people typed in a register, brought back into the map: a merge of three sides.

    merged = merge(landscape, rows)
    merged.landscape, merged.taken, merged.conflicts

A row knows what it said when it was written, so that only what a person changed since counts.
Where the map has changed as well, to something else, the map's word stays and the two are told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from smala_lockin.domain.edits import put_risk
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey, RiskRecord

TYPED = (
    "owner",
    "treatment",
    "actions",
    "due",
    "status",
    "comment",
    "likelihood",
    "impact",
    "residual_likelihood",
    "residual_impact",
)
"""The facts of a `RiskRecord` that people type in a register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRow:
    """One row of an edited register, at `row` of `sheet` as Excel counts.

    `now` holds what stands there, by fact, None for an empty cell; a fact whose column is gone or
    whose cell makes no sense is absent. `written` is what the record held when the row was
    written, or None where that is not known.
    """

    key: RiskKey
    sheet: str
    row: int
    now: Mapping[str, object]
    written: Mapping[str, object] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A fact that the map and the register both changed, differently; the map's is kept."""

    row: TypedRow
    fact: str
    kept: object
    refused: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The map with what was taken back: of each key in `taken` those facts."""

    landscape: Landscape
    taken: Mapping[RiskKey, tuple[str, ...]]
    conflicts: tuple[Conflict, ...]


def merge(landscape: Landscape, rows: Iterable[TypedRow]) -> Merged:
    """Return the map with what people typed in these rows; of two rows of a key the first wins."""
    after = landscape
    taken: dict[RiskKey, tuple[str, ...]] = {}
    conflicts: list[Conflict] = []
    for row in rows:
        record = after.risks.get(row.key, RiskRecord())
        changed: dict[str, object] = {}
        for fact, theirs in row.now.items():
            ours = getattr(record, fact)
            if theirs == ours or not _is_touched(row, fact):
                continue
            if _may_be_taken(row, fact, ours):
                changed[fact] = theirs
            else:
                conflicts.append(Conflict(row=row, fact=fact, kept=ours, refused=theirs))
        if changed:
            after = put_risk(after, row.key, replace(record, **changed))  # type: ignore[arg-type]
            taken[row.key] = (*taken.get(row.key, ()), *changed)
    return Merged(landscape=after, taken=taken, conflicts=tuple(conflicts))


def _is_touched(row: TypedRow, fact: str) -> bool:
    """Tell whether a person changed a cell; without knowing what it said, an empty one was not."""
    if row.written is None:
        return row.now[fact] is not None
    return row.now[fact] != row.written.get(fact)


def _may_be_taken(row: TypedRow, fact: str, ours: object) -> bool:
    """Tell whether the map still says what it said when the row was written."""
    return ours == (None if row.written is None else row.written.get(fact))
