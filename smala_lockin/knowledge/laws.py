"""Laws that let authorities reach data or cut services, or that protect the customer.

Nothing here is legal advice, and a law that is not catalogued may still exist.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from smala_lockin import paths
from smala_lockin.knowledge import rows
from smala_lockin.knowledge.jurisdictions import EU, in_eea, jurisdiction
from smala_lockin.knowledge.provenance import Provenance, provenance

_HEADER = "id name country allows reference since kind confidence source as_of"


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


def laws() -> dict[str, Law]:
    """Return every law by id. The table is read once; treat the result as read-only."""
    return _all()


def laws_of(code: str) -> tuple[Law, ...]:
    """Return the laws by which the authorities of a country can reach data held elsewhere.

    These are its access laws in force, or those of a state it belongs to (Chinese law counts for
    Hong Kong). A country of the EEA has none here: between its members Union law applies and
    chapter V of the GDPR does not. Where this is not empty, semantics, section 5, says of the
    country that its law reaches abroad.
    """
    return _in_force(code, LawKind.ACCESS)


def cut_off_laws_of(code: str) -> tuple[Law, ...]:
    """Return the laws in force by which a country outside the EEA can stop a supply."""
    return _in_force(code, LawKind.EXPORT_CONTROL)


def _in_force(code: str, kind: LawKind) -> tuple[Law, ...]:
    country = jurisdiction(code)
    if country is None or in_eea(code):
        return ()
    found = (_all()[id] for id in country.laws)
    return tuple(law for law in found if law.kind is kind and law.since is not None)


@cache
def _all() -> dict[str, Law]:
    found: dict[str, Law] = {}
    kinds = rows.words(LawKind)
    for row in rows.rows(paths.resource("catalogue/laws.csv"), _HEADER):
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
        if law.country != EU and jurisdiction(law.country) is None:
            raise row.refuse("country")
        found[law.id] = law
    return found
