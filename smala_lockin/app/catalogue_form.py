"""Correcting a row of the catalogue or adding one, without a widget: columns as fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smala_lockin.domain import edits
from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.facts import FactRule, Group, Holds
from smala_lockin.domain.kinds import AssetKind, DataExport, OpenSource
from smala_lockin.i18n import _
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.overlay import Overlay, Section
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


def rule(name: str, holds: Holds, *, is_needed: bool = False) -> FactRule:
    """Return what a column takes."""
    return FactRule(
        name=name,
        holds=holds,
        kinds=frozenset(AssetKind),
        group=Group.IDENTITY,
        is_needed=is_needed,
    )


_RULES = (
    rule("name", Holds.TEXT, is_needed=True),
    rule("aliases", Holds.TEXTS),
    rule("kind", Holds.TEXT, is_needed=True),
    rule("category", Holds.TEXT, is_needed=True),
    rule("parent_id", Holds.TEXT),
    rule("hq_country", Holds.COUNTRY),
    rule("other_countries", Holds.COUNTRIES),
    rule("investor", Holds.TEXT, is_needed=True),
    rule("runs_on", Holds.TEXTS),
    rule("deployment", Holds.TEXT),
    rule("hosting_regions", Holds.TEXT),
    rule("data_export", Holds.TEXT),
    rule("open_source", Holds.TEXT),
    rule("notes", Holds.TEXT),
    rule("confidence", Holds.TEXT, is_needed=True),
    rule("source", Holds.TEXT),
    rule("as_of", Holds.DATE),
)
"""The columns of vendors that can be corrected, in the order of the form."""
_LISTS = frozenset({"aliases", "other_countries", "other_names", "runs_on"})
_DAYS = frozenset({"as_of", "adequacy_date", "since"})
_NUMBERS = frozenset({"from_threat"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A row being corrected, or a new one where `id` is None: all its cells by column."""

    id: str | None
    cells: Cells

    def value(self, column: str) -> object:
        """Return what a field shows: text, several, a number, a day; None where unknown."""
        cell = self.cells[column]
        if not cell:
            return None
        if column in _LISTS:
            return tuple(cell.split("|"))
        if column in _NUMBERS:
            return float(cell)
        return date.fromisoformat(cell) if column in _DAYS else cell

    def with_value(self, column: str, value: object) -> "Draft":
        """Return this with what was entered in a field."""
        match value:
            case None:
                cell = ""
            case date():
                cell = value.isoformat()
            case float():
                cell = f"{value:.10g}"
            case tuple() | list():
                if any("|" in one for one in value):
                    raise InvalidFact(column, Fault.WRONG_TYPE, value="|")
                cell = "|".join(value)
            case _:
                cell = str(value)
        return Draft(id=self.id, cells={**self.cells, column: cell})


Kept = Callable[[Overlay, Draft, Draft, date], tuple[Overlay, str]]
"""Takes the user's catalogue, the draft as the form showed it first, the draft, and the day.

Returns the user's catalogue with the draft in it, and the id of its row.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A row as fields: their `rules`, `label`, words to choose from, and how it is kept."""

    title: str
    rules: tuple[FactRule, ...]
    label: Callable[[str], str]
    choices: Callable[[str], Mapping[str, str]]
    kept: Kept


def vendor_form(draft: Draft) -> Form:
    """Return the form of an entry, or of a new one."""
    return Form(
        title=_("New entry") if draft.id is None else _("Correct an entry"),
        rules=_RULES,
        label=label,
        choices=_choices,
        kept=_kept,
    )


def draft_of(vendor: Vendor) -> Draft:
    """Return an entry as it is, to be corrected."""
    return Draft(id=vendor.id, cells=cells_of(vendor))


def new_draft(name: str, today: date) -> Draft:
    """Return the beginnings of a new entry."""
    filled = {
        "name": name,
        "kind": VendorKind.COMPANY.value,
        "investor": "no",
        "confidence": Confidence.MEDIUM.value,
        "as_of": today.isoformat(),
    }
    return Draft(id=None, cells={**dict.fromkeys(COLUMNS, ""), **filled})


def _kept(own: Overlay, opened: Draft, draft: Draft, today: date) -> tuple[Overlay, str]:
    known = in_force.shipped()
    fresh = draft.id or edits.new_id(draft.cells["name"][:60], in_force.all_vendors())
    id = VendorId(fresh)
    if draft.id and draft.cells == opened.cells:
        return own, id
    before = cells_of(known[id]) if id in known else dict.fromkeys(COLUMNS, "")
    return own.with_entry(
        id, differing(before, checked_today(opened.cells, draft.cells, today))
    ), id


def keeper(section: Section, delivered: Callable[[str], Cells]) -> Kept:
    """Return how a row of a smaller table is kept, `delivered` being its cells in the program."""

    def kept(own: Overlay, opened: Draft, draft: Draft, today: date) -> tuple[Overlay, str]:
        assert draft.id is not None
        if draft.cells == opened.cells:
            return own, draft.id
        now = checked_today(opened.cells, draft.cells, today)
        return own.with_row(section, draft.id, differing(delivered(draft.id), now)), draft.id

    return kept


def differing(before: Cells, now: Cells) -> dict[str, str]:
    """Return the cells in which a row is not as it comes with the program.

    Empty where somebody went back to what the program says: then the row is the program's again.
    """
    cells = {name: cell for name, cell in now.items() if cell != before[name]}
    is_only_marked = not cells.keys() - {"source", "as_of"}
    return {} if is_only_marked and cells.get("source") == _("entered by hand") else cells


def checked_today(opened: Cells, now: Cells, today: date) -> dict[str, str]:
    """Return cells with where they come from.

    Who changes a row and names no other source or day has checked it today.
    """
    marked = dict(now)
    if any(now[name] != opened[name] for name in now if name not in ("source", "as_of")):
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
        "investor": "yes" if vendor.investor else "no",
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
        "investor": _("It is an investor, such as a fund"),
        "runs_on": _("Known to rely on"),
        "deployment": _("Runs"),
        "hosting_regions": _("Data can be kept"),
        "data_export": facts.label("data_export"),
        "open_source": facts.label("open_source"),
        "notes": _("Notes"),
        "confidence": _("How sure"),
        "source": _("Source"),
        "as_of": _("As of"),
    }[column]


def confidences() -> dict[str, str]:
    """Return how sure a row can be, in words."""
    return {one.value: words.confidence(one) for one in Confidence}


def _choices(column: str) -> dict[str, str]:
    match column:
        case "kind":
            return {one.value: words.vendor_kind(one) for one in VendorKind}
        case "category":
            named = {id: words.category(id) for id in CATEGORIES}
            return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))
        case "investor":
            return {"no": facts.value(False), "yes": facts.value(True)}
        case "deployment":
            return {one.value: words.deployment(one) for one in Deployment}
        case "hosting_regions":
            return {one.value: words.hosting(one) for one in HostingRegion}
        case "data_export":
            return _of_facts(DataExport)
        case "open_source":
            return _of_facts(OpenSource)
        case "confidence":
            return confidences()
        case _:
            return {}


def _of_facts(values: type[StrEnum]) -> dict[str, str]:
    return {one.value: facts.choice(one) for one in values}
