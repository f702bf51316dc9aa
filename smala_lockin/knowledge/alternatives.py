"""Ways out: what could take the place of a vendor's product, and how hard the move would be.

That one thing can stand in for another is our judgement for a company of 10 to 250 people, never
an endorsement: no row claims to be surer than medium. Sources: `resources/catalogue/README.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from smala_lockin import paths
from smala_lockin.knowledge import rows, vendors
from smala_lockin.knowledge.provenance import Confidence, Provenance, provenance
from smala_lockin.knowledge.vendors import VendorId

_HEADER = "vendor_id alternative_id kind effort notes confidence source as_of"


class AlternativeKind(StrEnum):
    """What sort of way out: rented in Europe, run by oneself, or a second or partial source.

    Europe is the EEA, Switzerland or the United Kingdom; the owners may sit elsewhere.
    """

    EU_SAAS = "eu_saas"
    SELF_HOSTED_OSS = "self_hosted_oss"
    MULTI_SOURCE = "multi_source"


class Effort(StrEnum):
    """How hard it is to move there."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """What could replace `vendor` ; both are catalogue ids. `notes` tell its limits."""

    vendor: VendorId
    alternative: VendorId
    kind: AlternativeKind
    effort: Effort
    notes: str
    provenance: Provenance


def alternatives_of(vendor_id: str) -> tuple[Alternative, ...]:
    """Return the known ways out of a catalogue entry, the easiest first, each vendor once.

    Empty for an id that is unknown, and for the many entries that nobody has looked into: no row
    does not mean that there is no way out.
    """
    return _load().get(VendorId(vendor_id), ())


def read(path: Path) -> Mapping[VendorId, tuple[Alternative, ...]]:
    """Return the alternatives of a table by what they replace, the easiest first.

    Raises `CatalogueFault` on a row that makes no sense, names no vendor, or comes twice.
    """
    found: dict[VendorId, dict[VendorId, Alternative]] = {}
    for row in rows.rows(path, _HEADER):
        one = _alternative(row)
        if found.setdefault(one.vendor, {}).setdefault(one.alternative, one) is not one:
            raise row.refuse("alternative_id")
    return {id: tuple(sorted(ones.values(), key=_ease)) for id, ones in found.items()}


@cache
def _load() -> Mapping[VendorId, tuple[Alternative, ...]]:
    return read(paths.resource("catalogue/alternatives.csv"))


_KINDS = rows.words(AlternativeKind)
_EFFORTS = rows.words(Effort)
_EASIEST_FIRST = tuple(Effort)


def _alternative(row: rows.Row) -> Alternative:
    one = Alternative(
        vendor=VendorId(row.needed("vendor_id")),
        alternative=VendorId(row.needed("alternative_id")),
        kind=row.choice("kind", _KINDS),
        effort=row.choice("effort", _EFFORTS),
        notes=row.text("notes"),
        provenance=provenance(row),
    )
    known = vendors.load()
    if one.vendor not in known:
        raise row.refuse("vendor_id")
    if one.alternative not in known or one.alternative == one.vendor:
        raise row.refuse("alternative_id")
    if one.provenance.confidence is Confidence.HIGH:
        raise row.refuse("confidence")
    return one


def _ease(one: Alternative) -> tuple[int, str]:
    return _EASIEST_FIRST.index(one.effort), one.alternative
