"""Usual activities of a small company, to choose from where a list of assets names none."""

from dataclasses import dataclass
from functools import cache

from smala_lockin import paths
from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Provenance, provenance

_HEADER = "id name_en name_fr name_nl criticality max_outage_hours confidence source as_of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An activity, with the criticality (1..5) and the outage in hours that are usual for it.

    The figures are a starting point to correct, our own judgement for a company of 5 to 250.
    """

    id: str
    name_en: str
    name_fr: str
    name_nl: str
    criticality: int
    max_outage_hours: float
    provenance: Provenance

    def name(self, language: str) -> str:
        """Return the name in en, fr or nl, in English for any other language."""
        return {"fr": self.name_fr, "nl": self.name_nl}.get(language, self.name_en)


@cache
def activities() -> tuple[Activity, ...]:
    """Return the usual activities, from the customer's order to the books."""
    return tuple(
        Activity(
            id=row.needed("id"),
            name_en=row.needed("name_en"),
            name_fr=row.needed("name_fr"),
            name_nl=row.needed("name_nl"),
            criticality=row.whole("criticality", low=1, high=5),
            max_outage_hours=row.whole("max_outage_hours", low=1, high=8760),
            provenance=provenance(row),
        )
        for row in rows.rows(paths.resource("catalogue/activities.csv"), _HEADER)
    )
