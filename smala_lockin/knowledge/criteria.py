"""What the assessment calculator of June 2026 asks for each objective of sovereignty.

Each criterion has answers from the weakest to the strongest, with points and, but for a few, the
level that an answer stands for. Names are in our words; the answers' texts are the Commission's
and are not here.
"""

from dataclasses import dataclass
from functools import cache

from smala_lockin import paths
from smala_lockin.knowledge import rows
from smala_lockin.knowledge.frameworks import objectives
from smala_lockin.knowledge.provenance import Provenance, provenance

_HEADER = "id objective name_en name_fr points levels confidence source as_of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A question about an objective: `points` and `levels` (0 to 4) of its answers.

    Without levels a criterion counts for the score and never for the level.
    """

    id: str
    objective: str
    name_en: str
    name_fr: str
    points: tuple[float, ...]
    levels: tuple[int, ...]
    provenance: Provenance

    def name(self, language: str) -> str:
        """Return the name in French, in English for any other language."""
        return self.name_fr if language == "fr" else self.name_en


def criteria_of(objective: str) -> tuple[Criterion, ...]:
    """Return the criteria of an objective such as "SOV-1", in their order; none for another id."""
    return _load().get(objective, ())


@cache
def _load() -> dict[str, tuple[Criterion, ...]]:
    found: dict[str, tuple[Criterion, ...]] = {}
    for row in rows.rows(paths.resource("catalogue/sovereignty_criteria.csv"), _HEADER):
        one = _criterion(row)
        earlier = found.get(one.objective, ())
        if one.id in {other.id for other in earlier}:
            raise row.refuse("id")
        found[one.objective] = (*earlier, one)
    return found


def _criterion(row: rows.Row) -> Criterion:
    try:
        points = tuple(float(cell) for cell in row.items("points"))
    except ValueError:
        raise row.refuse("points") from None
    levels = tuple("01234".find(cell) for cell in row.items("levels"))
    if not points or points != tuple(sorted(points)):
        raise row.refuse("points")
    if levels and (len(levels) != len(points) or -1 in levels or list(levels) != sorted(levels)):
        raise row.refuse("levels")
    if row.needed("objective") not in objectives():
        raise row.refuse("objective")
    return Criterion(
        id=row.needed("id"),
        objective=row.needed("objective"),
        name_en=row.needed("name_en"),
        name_fr=row.needed("name_fr"),
        points=points,
        levels=levels,
        provenance=provenance(row),
    )
