"""The rows of the vendor catalogue: companies and what they sell, each with how sure we are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NewType

from smala_lockin import paths
from smala_lockin.domain.kinds import DataExport, OpenSource
from smala_lockin.knowledge import rows
from smala_lockin.knowledge.jurisdictions import jurisdictions
from smala_lockin.knowledge.provenance import Confidence

VendorId = NewType("VendorId", str)

AI_CATEGORIES = frozenset({"ai_model", "ai_assistant", "ai_platform"})

_HEADER = (
    "id name aliases kind parent_id hq_country category deployment open_source hosting_regions "
    "data_export notes confidence source as_of other_countries runs_on investor"
)


class VendorKind(StrEnum):
    """Whether a row is a legal entity, or something that one sells."""

    COMPANY = "company"
    SERVICE = "service"


class Deployment(StrEnum):
    """Where a product runs: rented, on machines of the customer, either, or it is a machine."""

    SAAS = "saas"
    SELF_HOSTED = "self_hosted"
    BOTH = "both"
    ON_PREM = "on_prem"
    HARDWARE = "hardware"


class HostingRegion(StrEnum):
    """Where a hosted product can keep data; `both` means that the EU is offered, or mixed."""

    EU = "eu"
    US = "us"
    BOTH = "both"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """A company, or a service that one sells, as of a date.

    A company with a `deployment` stands for the company and its main product. `parent` is the
    seller of a service and the owner of a company; `country` the head office, of the seller for
    a service, and None for community projects alone. `other_countries` reach it by law too.
    The `confidence` covers identity, seller, owner and country;
    `hosting`, `data_export` and `runs_on` are estimates whatever it says. An `investor`
    controls through funds. None is unknown, or does not apply.
    """

    id: VendorId
    name: str
    aliases: tuple[str, ...]
    kind: VendorKind
    parent: VendorId | None
    country: str | None
    other_countries: tuple[str, ...]
    category: str
    deployment: Deployment | None
    open_source: OpenSource | None
    hosting: HostingRegion | None
    data_export: DataExport | None
    runs_on: tuple[VendorId, ...]
    investor: bool
    notes: str
    confidence: Confidence
    source: str
    as_of: date


@cache
def load() -> dict[VendorId, Vendor]:
    """Return every vendor of the catalogue by id, read once; treat the result as read-only."""
    return read(paths.resource("catalogue/vendors.csv"))


def read(path: Path) -> dict[VendorId, Vendor]:
    """Return the vendors of a table by id.

    Raises `CatalogueFault` on a row that makes no sense by itself, or names what is not there.
    """
    found: dict[VendorId, Vendor] = {}
    lines = list(rows.rows(path, _HEADER))
    for row in lines:
        one = _vendor(row)
        if one.id in found:
            raise row.refuse("id")
        found[one.id] = one
    for row, one in zip(lines, found.values(), strict=True):
        _check(row, one, found)
    return found


_KINDS = rows.words(VendorKind)
_DEPLOYMENTS = rows.words(Deployment)
_OPEN_SOURCE = rows.words(OpenSource)
_HOSTING = rows.words(HostingRegion)
_EXPORT = rows.words(DataExport)
_CONFIDENCE = rows.words(Confidence)


def _vendor(row: rows.Row) -> Vendor:
    return Vendor(
        id=VendorId(row.needed("id")),
        name=row.needed("name"),
        aliases=row.items("aliases"),
        kind=row.choice("kind", _KINDS),
        parent=VendorId(row.text("parent_id")) if row.text("parent_id") else None,
        country=row.text("hq_country") or None,
        other_countries=row.items("other_countries"),
        category=row.needed("category"),
        deployment=row.choice_or_none("deployment", _DEPLOYMENTS),
        open_source=row.choice_or_none("open_source", _OPEN_SOURCE),
        hosting=row.choice_or_none("hosting_regions", _HOSTING),
        data_export=row.choice_or_none("data_export", _EXPORT),
        runs_on=tuple(VendorId(id) for id in row.items("runs_on")),
        investor=row.flag("investor"),
        notes=row.text("notes"),
        confidence=row.choice("confidence", _CONFIDENCE),
        source=row.needed("source"),
        as_of=row.day("as_of"),
    )


def _check(row: rows.Row, one: Vendor, known: Mapping[VendorId, Vendor]) -> None:
    if one.parent is not None:
        owner = known.get(one.parent)
        if owner is None or owner.kind is not VendorKind.COMPANY or _owns_itself(one, known):
            raise row.refuse("parent_id")
    countries = jurisdictions()
    if one.country is not None and one.country not in countries:
        raise row.refuse("hq_country")
    if not all(code in countries and code != one.country for code in one.other_countries):
        raise row.refuse("other_countries")
    if not all(host in known and host != one.id for host in one.runs_on):
        raise row.refuse("runs_on")


def _owns_itself(one: Vendor, known: Mapping[VendorId, Vendor]) -> bool:
    seen = {one.id}
    while one.parent is not None and one.parent in known:
        if one.parent in seen:
            return True
        seen.add(one.parent)
        one = known[one.parent]
    return False
