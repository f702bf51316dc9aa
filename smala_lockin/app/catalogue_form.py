"""Correcting an entry of the catalogue or adding one, without a widget: columns as fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smala_lockin.domain import edits
from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.facts import FactRule, Group, Holds
from smala_lockin.domain.kinds import AssetKind, DataExport, OpenSource
from smala_lockin.i18n import _
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.overlay import Overlay
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.vendors import (
    CATEGORIES,
    COLUMNS,
    Deployment,
    HostingRegion,
    Vendor,
    VendorId,
    VendorKind,
)
from smala_lockin.words import catalogue as words
from smala_lockin.words import facts

Cells = Mapping[str, str]


def _rule(name: str, holds: Holds, *, is_needed: bool = False) -> FactRule:
    return FactRule(
        name=name,
        holds=holds,
        kinds=frozenset(AssetKind),
        group=Group.IDENTITY,
        is_needed=is_needed,
    )


RULES = (
    _rule("name", Holds.TEXT, is_needed=True),
    _rule("aliases", Holds.TEXTS),
    _rule("kind", Holds.TEXT, is_needed=True),
    _rule("category", Holds.TEXT, is_needed=True),
    _rule("parent_id", Holds.TEXT),
    _rule("hq_country", Holds.COUNTRY),
    _rule("other_countries", Holds.COUNTRIES),
    _rule("deployment", Holds.TEXT),
    _rule("hosting_regions", Holds.TEXT),
    _rule("data_export", Holds.TEXT),
    _rule("open_source", Holds.TEXT),
    _rule("notes", Holds.TEXT),
    _rule("confidence", Holds.TEXT, is_needed=True),
    _rule("source", Holds.TEXT),
    _rule("as_of", Holds.DATE),
)
"""The columns that can be corrected, in the order of the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry being corrected, or a new one where `id` is None: all its cells by column."""

    id: VendorId | None
    cells: Cells

    def value(self, column: str) -> object:
        """Return what a field shows: text, a list of them, a day; None where unknown."""
        cell = self.cells[column]
        if not cell:
            return None
        match column:
            case "aliases" | "other_countries":
                return tuple(cell.split("|"))
            case "as_of":
                return date.fromisoformat(cell)
            case _:
                return cell

    def with_value(self, column: str, value: object) -> "Draft":
        """Return this with what was entered in a field."""
        match value:
            case None:
                cell = ""
            case date():
                cell = value.isoformat()
            case tuple() | list():
                if any("|" in one for one in value):
                    raise InvalidFact(column, Fault.WRONG_TYPE, value="|")
                cell = "|".join(value)
            case _:
                cell = str(value)
        return Draft(id=self.id, cells={**self.cells, column: cell})


def draft_of(vendor: Vendor) -> Draft:
    """Return an entry as it is, to be corrected."""
    return Draft(id=vendor.id, cells=cells_of(vendor))


def new_draft(name: str, today: date) -> Draft:
    """Return the beginnings of a new entry."""
    filled = {
        "name": name,
        "kind": VendorKind.COMPANY.value,
        "confidence": Confidence.MEDIUM.value,
        "as_of": today.isoformat(),
    }
    return Draft(id=None, cells={**dict.fromkeys(COLUMNS, ""), **filled})


def kept(own: Overlay, opened: Draft, draft: Draft, today: date) -> tuple[Overlay, VendorId]:
    """Return the user's catalogue with a draft in it, and the id of its entry.

    `opened` is the draft as the form showed it first. Only what differs from the program's own
    entry is kept. Who changes an entry and names no other source or day has checked it today.
    """
    known = in_force.shipped()
    id = draft.id or VendorId(edits.new_id(draft.cells["name"][:60], in_force.all_vendors()))
    if draft.id and draft.cells == opened.cells:
        return own, id
    before = cells_of(known[id]) if id in known else dict.fromkeys(COLUMNS, "")
    now = _checked_today(opened.cells, draft.cells, today)
    cells = {name: cell for name, cell in now.items() if cell != before[name]}
    return own.with_entry(id, cells), id


def _checked_today(opened: Cells, now: Cells, today: date) -> dict[str, str]:
    marked = dict(now)
    if any(now[name] != opened[name] for name in COLUMNS if name not in ("source", "as_of")):
        if now["source"] == opened["source"]:
            marked["source"] = _("entered by hand")
        if now["as_of"] == opened["as_of"]:
            marked["as_of"] = today.isoformat()
    marked["source"] = marked["source"].strip() or _("entered by hand")
    return marked


def cells_of(vendor: Vendor) -> dict[str, str]:
    """Return an entry as the cells of its row."""
    return {
        "name": vendor.name,
        "aliases": "|".join(vendor.aliases),
        "kind": vendor.kind.value,
        "parent_id": vendor.parent or "",
        "hq_country": vendor.country or "",
        "category": vendor.category,
        "deployment": vendor.deployment or "",
        "open_source": vendor.open_source or "",
        "hosting_regions": vendor.hosting or "",
        "data_export": vendor.data_export or "",
        "notes": vendor.notes,
        "confidence": vendor.confidence.value,
        "source": vendor.source,
        "as_of": vendor.as_of.isoformat(),
        "other_countries": "|".join(vendor.other_countries),
        "runs_on": "|".join(vendor.runs_on),
        "investor": "yes" if vendor.investor else "",
    }


def label(column: str) -> str:
    """Return what stands before a field."""
    return {
        "name": _("Name"),
        "aliases": _("Other names"),
        "kind": _("It is"),
        "category": _("Category"),
        "parent_id": _("Sold or owned by"),
        "hq_country": _("Head office"),
        "other_countries": _("Law of these reaches it too"),
        "deployment": _("Runs"),
        "hosting_regions": _("Data can be kept"),
        "data_export": facts.label("data_export"),
        "open_source": facts.label("open_source"),
        "notes": _("Notes"),
        "confidence": _("How sure"),
        "source": _("Source"),
        "as_of": _("As of"),
    }[column]


def choices(column: str) -> dict[str, str]:
    """Return the words to choose from by cell; empty for a column of another sort."""
    match column:
        case "kind":
            return {one.value: words.vendor_kind(one) for one in VendorKind}
        case "category":
            named = {id: words.category(id) for id in CATEGORIES}
            return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))
        case "deployment":
            return {one.value: words.deployment(one) for one in Deployment}
        case "hosting_regions":
            return {one.value: words.hosting(one) for one in HostingRegion}
        case "data_export":
            return _of_facts(DataExport)
        case "open_source":
            return _of_facts(OpenSource)
        case "confidence":
            return {one.value: words.confidence(one) for one in Confidence}
        case _:
            return {}


def _of_facts(values: type[StrEnum]) -> dict[str, str]:
    return {one.value: facts.choice(one) for one in values}
