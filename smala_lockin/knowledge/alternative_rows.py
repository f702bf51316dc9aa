"""The rows of alternatives: what could replace a vendor's product, and how hard the move would be.

That one thing can stand in for another is our judgement for a company of 10 to 250 people, never
an endorsement: no row claims to be surer than medium. Sources: `resources/catalogue/README.md`.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Confidence, Provenance, provenance
from smala_lockin.knowledge.vendors import Vendor, VendorId

COLUMNS = ("kind", "effort", "notes", "confidence", "source", "as_of")
_HEADER = " ".join(("vendor_id", "alternative_id", *COLUMNS))
_NONE: Mapping[tuple[VendorId, VendorId], Mapping[str, str] | None] = {}


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


Alternatives = Mapping[VendorId, tuple[Alternative, ...]]
"""Ways out by what they replace: the easiest first, of equal ones those in Europe first.

Of several in Europe, those whose owners are in the EEA, too, come first.
"""
Pair = tuple[VendorId, VendorId]
"""What is replaced, and by what."""


def read(
    path: Path,
    vendors: Mapping[VendorId, Vendor],
    corrections: Mapping[Pair, Mapping[str, str] | None] = _NONE,
    near: Container[str] = (),
) -> Alternatives:
    """Return the alternatives of a table among known vendors, with corrections and further ones.

    Of equal ones, those that are with all their owners in one of the countries `near` come first.
    A correction of None strikes one out. Raises `CatalogueFault` on a row that makes no sense,
    names no vendor, or comes twice.
    """
    found: dict[VendorId, dict[VendorId, Alternative]] = {}
    for row in _corrected(rows.rows(path, _HEADER), corrections):
        one = _alternative(row, vendors)
        if found.setdefault(one.vendor, {}).setdefault(one.alternative, one) is not one:
            raise row.refuse("alternative_id")
    abroad = _abroad(vendors, near)
    return {
        id: tuple(sorted(ones.values(), key=lambda one: _ease(one, abroad)))
        for id, ones in found.items()
    }


def _corrected(
    lines: Iterator[rows.Row], corrections: Mapping[Pair, Mapping[str, str] | None]
) -> Iterator[rows.Row]:
    known: set[Pair] = set()
    for row in lines:
        pair = VendorId(row.text("vendor_id")), VendorId(row.text("alternative_id"))
        known.add(pair)
        cells = corrections.get(pair, {})
        if cells is not None:
            yield row.corrected(cells) if cells else row
    for pair, cells in corrections.items():
        if cells is not None and pair not in known:
            named = {"vendor_id": pair[0], "alternative_id": pair[1]}
            yield rows.Row("catalogue.json", 0, {**named, **_BLANK, **cells})


_BLANK = dict.fromkeys(COLUMNS, "")
_KINDS = rows.words(AlternativeKind)
_EFFORTS = rows.words(Effort)
_EASIEST_FIRST = tuple(Effort)
_NEAREST_FIRST = tuple(AlternativeKind)


def _alternative(row: rows.Row, known: Mapping[VendorId, Vendor]) -> Alternative:
    one = Alternative(
        vendor=VendorId(row.needed("vendor_id")),
        alternative=VendorId(row.needed("alternative_id")),
        kind=row.choice("kind", _KINDS),
        effort=row.choice("effort", _EFFORTS),
        notes=row.text("notes"),
        provenance=provenance(row),
    )
    if one.vendor not in known:
        raise row.refuse("vendor_id")
    if one.alternative not in known or one.alternative == one.vendor:
        raise row.refuse("alternative_id")
    if one.provenance.confidence is Confidence.HIGH:
        raise row.refuse("confidence")
    return one


def _ease(one: Alternative, abroad: Container[VendorId]) -> tuple[int, int, bool, str]:
    effort, kind = _EASIEST_FIRST.index(one.effort), _NEAREST_FIRST.index(one.kind)
    return effort, kind, one.alternative in abroad, one.alternative


def _abroad(vendors: Mapping[VendorId, Vendor], near: Container[str]) -> set[VendorId]:
    """Return those that sit elsewhere, or have an owner who does."""
    return {
        id
        for id in vendors
        if any(one.country and one.country not in near for one in _with_owners(id, vendors))
    }


def _with_owners(id: VendorId | None, vendors: Mapping[VendorId, Vendor]) -> Iterator[Vendor]:
    while id:
        yield vendors[id]
        id = vendors[id].parent
