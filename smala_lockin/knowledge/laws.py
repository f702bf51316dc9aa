"""Laws that let authorities reach data or cut services, or that protect the customer.

Nothing here is legal advice, and a law that is not catalogued may still exist.
"""

from collections.abc import Mapping

from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.jurisdictions import in_eea, jurisdiction
from smala_lockin.knowledge.law_rows import Law, LawKind


def laws() -> Mapping[str, Law]:
    """Return every law by id, as corrected by the user; read-only."""
    return in_force.laws()


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
    known = in_force.laws()
    own = (law.id for law in known.values() if law.country == code and law.id not in country.laws)
    found = (known[id] for id in (*country.laws, *own))
    return tuple(law for law in found if law.kind is kind and law.since is not None)
