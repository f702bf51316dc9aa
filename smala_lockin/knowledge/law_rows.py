"""The rows of laws that let authorities reach data or cut services, or that protect the customer.

Nothing here is legal advice, and a law that is not catalogued may still exist.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Provenance, provenance

COLUMNS = (
    *("name", "country", "allows", "reference", "since", "kind"),
    *("confidence", "source", "as_of"),
)
UNION = "EU"
"""Stands for the country of Union law."""

_HEADER = " ".join(("id", *COLUMNS))
_NONE: Mapping[str, Mapping[str, str]] = {}


class LawKind(StrEnum):
    """What a law is about: reaching data, stopping a supply, keeping data at home, or us."""

    ACCESS = "access"
    EXPORT_CONTROL = "export_control"
    LOCALISATION = "localisation"
    PROTECTIVE = "protective"
    OBLIGATION = "obligation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law of a `country` ("EU" for Union law); `since` is None for a mere proposal.

    `allows` says in English what authorities may do, or what the law asks of companies.
    """

    id: str
    name: str
    country: str
    allows: str
    reference: str
    since: date | None
    kind: LawKind
    provenance: Provenance


def read(
    path: Path,
    countries: Container[str],
    corrections: Mapping[str, Mapping[str, str]] = _NONE,
) -> dict[str, Law]:
    """Return the laws of a table by id, some of them corrected, and further ones.

    Raises `CatalogueFault` on a row that makes no sense, names no country, or comes twice.
    """
    found: dict[str, Law] = {}
    kinds = rows.words(LawKind)
    blank = {"id": "", **dict.fromkeys(COLUMNS, "")}
    for row in rows.corrected(rows.rows(path, _HEADER), "id", corrections, blank=blank):
        law = Law(
            id=row.needed("id"),
            name=row.needed("name"),
            country=row.needed("country"),
            allows=row.needed("allows"),
            reference=row.needed("reference"),
            since=row.day_or_none("since"),
            kind=row.choice("kind", kinds),
            provenance=provenance(row),
        )
        if law.id in found:
            raise row.refuse("id")
        if law.country != UNION and law.country not in countries:
            raise row.refuse("country")
        found[law.id] = law
    return found
