"""The rows of the vendor catalogue: companies and what they sell, each with how sure we are."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NewType

from smala_lockin.domain.kinds import DataExport, OpenSource
from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Confidence

VendorId = NewType("VendorId", str)

AI_CATEGORIES = frozenset({"ai_model", "ai_assistant", "ai_platform"})

CATEGORIES = (
    *("accounting", "ai_assistant", "ai_model", "ai_platform", "automation", "banking", "bi"),
    *("cdn_dns", "cms_web", "crm", "database", "design", "devtools", "e_invoicing"),
    *(
        "e_signature",
        "ecommerce",
        "email",
        "energy",
        "erp",
        "hardware",
        "holding",
        "iaas",
        "identity",
    ),
    *("industry", "it_services", "logistics", "marketing", "messaging", "office_suite", "os"),
    *("paas", "payment", "payroll_hr", "project", "public_service", "remote_access", "security"),
    *("storage_backup", "support", "telecom", "video", "virtualization"),
)
COLUMNS = (
    *("name", "aliases", "kind", "parent_id", "hq_country", "category", "deployment"),
    *("open_source", "hosting_regions", "data_export", "notes", "confidence", "source"),
    *("as_of", "other_countries", "runs_on", "investor"),
)
LISTS = frozenset({"aliases", "other_countries", "runs_on"})
"""Columns whose cells hold several values."""

_HEADER = " ".join(("id", *COLUMNS))
_KNOWN_CATEGORIES = frozenset(CATEGORIES)
_NONE: Mapping[VendorId, Mapping[str, str]] = {}


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


Cells = Mapping[str, str]
"""Values by column, written as in the cells of the table."""


def read(
    path: Path, countries: Container[str], corrections: Mapping[VendorId, Cells] = _NONE
) -> dict[VendorId, Vendor]:
    """Return the vendors of a table by id, with corrections of some and further ones.

    They sit in one of `countries`.

    Raises `CatalogueFault` on a row that makes no sense by itself, or names what is not there.
    """
    found: dict[VendorId, Vendor] = {}
    lines: list[rows.Row] = []
    for row in _corrected(rows.rows(path, _HEADER), corrections):
        one = _vendor(row)
        if one.id in found:
            raise row.refuse("id")
        found[one.id] = one
        lines.append(row)
    for row, one in zip(lines, found.values(), strict=True):
        _check(row, one, found, countries)
    return found


def _corrected(
    lines: Iterator[rows.Row], corrections: Mapping[VendorId, Cells]
) -> Iterator[rows.Row]:
    known: set[str] = set()
    for row in lines:
        id = VendorId(row.text("id"))
        known.add(id)
        yield row.corrected(corrections[id]) if id in corrections else row
    for id, cells in corrections.items():
        if id not in known:
            yield rows.Row(_OWN, 0, {"id": id, **_BLANK, **cells})


_OWN = "catalogue.json"
_BLANK = {**dict.fromkeys(COLUMNS, ""), "kind": VendorKind.COMPANY.value}
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


def _check(
    row: rows.Row, one: Vendor, known: Mapping[VendorId, Vendor], countries: Container[str]
) -> None:
    if one.category not in _KNOWN_CATEGORIES:
        raise row.refuse("category")
    if one.parent is not None:
        owner = known.get(one.parent)
        if owner is None or owner.kind is not VendorKind.COMPANY or _owns_itself(one, known):
            raise row.refuse("parent_id")
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
