"""The rows of the EU Cloud Sovereignty Framework: objectives with their weights, and levels.

Names and figures are those of the framework, what they mean is said in our words. Nothing here
says of any vendor that it has a level.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Provenance, provenance

OBJECTIVE_COLUMNS = (
    *("name_en", "name_fr", "weight_2025_10", "weight_2026_06"),
    *("confidence", "source", "as_of"),
)
LEVEL_COLUMNS = (
    *("name_en", "name_fr", "name_2026_en", "name_2026_fr", "means_en", "means_fr"),
    *("confidence", "source", "as_of"),
)
_NONE: Mapping[str, Mapping[str, str]] = {}


class WeightSet(StrEnum):
    """The two sets of weights that the Commission has published; buyers may choose their own."""

    OCTOBER_2025 = "2025-10"
    """Version 1.2.1 of the Cloud Sovereignty Framework."""
    JUNE_2026 = "2026-06"
    """The assessment calculator, which calls them examples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """An objective of the EU Cloud Sovereignty Framework, `SOV-1` to `SOV-8`.

    `weights` are percent, and each set adds up to a hundred.
    """

    id: str
    name_en: str
    name_fr: str
    weights: dict[WeightSet, int]
    provenance: Provenance

    def name(self, language: str) -> str:
        """Return the name in French, in English for any other language."""
        return self.name_fr if language == "fr" else self.name_en


@dataclass(frozen=True, slots=True, kw_only=True)
class SovereigntyLevel:
    """A level of the framework, 0 to 4, with its names of October 2025 and of June 2026."""

    level: int
    code: str
    name_en: str
    name_fr: str
    name_2026_en: str
    name_2026_fr: str
    means_en: str
    means_fr: str
    provenance: Provenance

    def name(self, language: str) -> str:
        """Return the name of October 2025 in French, in English for any other language."""
        return self.name_fr if language == "fr" else self.name_en

    def means(self, language: str) -> str:
        """Return what the level means, in French, in English for any other language."""
        return self.means_fr if language == "fr" else self.means_en


def read_objectives(
    path: Path, corrections: Mapping[str, Mapping[str, str]] = _NONE
) -> dict[str, Objective]:
    """Return the objectives of a table by id, some of them corrected.

    Raises `CatalogueFault` on a row that makes no sense, and where the weights of a set do not add
    up to a hundred per cent.
    """
    lines = rows.corrected(rows.rows(path, " ".join(("id", *OBJECTIVE_COLUMNS))), "id", corrections)
    found = {row.needed("id"): _objective(row) for row in lines}
    for chosen in WeightSet:
        total = sum(one.weights[chosen] for one in found.values())
        if total != 100:
            raise rows.CatalogueFault(path.name, 0, WEIGHT_COLUMNS[chosen], str(total))
    return found


def read_levels(
    path: Path, corrections: Mapping[str, Mapping[str, str]] = _NONE
) -> tuple[SovereigntyLevel, ...]:
    """Return the levels of a table, each at the index that is its number, some corrected.

    Raises `CatalogueFault` on a row that makes no sense.
    """
    header = " ".join(("level code", *LEVEL_COLUMNS))
    lines = rows.corrected(rows.rows(path, header), "level", corrections)
    found = tuple(_level(row) for row in lines)
    if [one.level for one in found] != list(range(5)):
        raise rows.CatalogueFault(path.name, 0, "level", str(len(found)))
    return found


WEIGHT_COLUMNS: Mapping[WeightSet, str] = {
    WeightSet.OCTOBER_2025: "weight_2025_10",
    WeightSet.JUNE_2026: "weight_2026_06",
}
"""Where the weights of each set stand."""


def _objective(row: rows.Row) -> Objective:
    return Objective(
        id=row.needed("id"),
        name_en=row.needed("name_en"),
        name_fr=row.needed("name_fr"),
        weights={
            WeightSet.OCTOBER_2025: row.whole("weight_2025_10", low=0, high=100),
            WeightSet.JUNE_2026: row.whole("weight_2026_06", low=0, high=100),
        },
        provenance=provenance(row),
    )


def _level(row: rows.Row) -> SovereigntyLevel:
    return SovereigntyLevel(
        level=row.whole("level", low=0, high=4),
        code=row.needed("code"),
        name_en=row.needed("name_en"),
        name_fr=row.needed("name_fr"),
        name_2026_en=row.needed("name_2026_en"),
        name_2026_fr=row.needed("name_2026_fr"),
        means_en=row.needed("means_en"),
        means_fr=row.needed("means_fr"),
        provenance=provenance(row),
    )
