"""Correcting countries, laws and ways out, without a widget."""

from datetime import date

from smala_lockin.app import catalogue_form
from smala_lockin.app.catalogue_form import Draft, Form, checked_today, confidences, differing, rule
from smala_lockin.domain import edits
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.facts import FactRule, Holds
from smala_lockin.i18n import _
from smala_lockin.knowledge import in_force, jurisdiction_rows, law_rows
from smala_lockin.knowledge.alternative_rows import Alternative, AlternativeKind, Effort, Pair
from smala_lockin.knowledge.jurisdiction_rows import Adequacy, Jurisdiction
from smala_lockin.knowledge.law_rows import Law, LawKind
from smala_lockin.knowledge.overlay import Overlay, Section
from smala_lockin.knowledge.provenance import Confidence, Provenance
from smala_lockin.words import catalogue as words


class Unlikely(LockinError):
    """What was entered cannot be; the sentence says why."""

    def sentence(self) -> str:
        """Return what to tell the user."""
        return str(self)


def country_form(draft: Draft) -> Form:
    """Return the form of a country, or of one that the program does not have."""
    return Form(
        title=_("New country") if draft.id is None else _("Correct a country"),
        rules=(rule("code", Holds.TEXT, is_needed=True), *_COUNTRY)
        if draft.id is None
        else _COUNTRY,
        label=_country_label,
        choices=_choices,
        kept=_country_kept,
    )


def law_form(draft: Draft) -> Form:
    """Return the form of a law, or of a new one."""
    return Form(
        title=_("New law") if draft.id is None else _("Correct a law"),
        rules=_LAW,
        label=_law_label,
        choices=_law_choices,
        kept=_law_kept,
    )


def alternative_form(pair: Pair) -> Form:
    """Return the form of one thing that could take the place of another."""

    def kept(own: Overlay, opened: Draft, draft: Draft, today: date) -> tuple[Overlay, str]:
        if draft.cells == opened.cells:
            return own, pair[1]
        now = checked_today(opened.cells, draft.cells, today)
        shipped = {
            one.alternative: cells_of_alternative(one)
            for one in in_force.shipped_alternatives().get(pair[0], ())
        }
        if pair[1] not in shipped:
            return own.with_alternative(pair, now), pair[1]
        cells = differing(shipped[pair[1]], now)
        mine = own.with_alternative(pair, cells) if cells else own.without_alternative(pair)
        return mine, pair[1]

    return Form(
        title=_("Correct an alternative"),
        rules=_ALTERNATIVE,
        label=label,
        choices=_alternative_choices,
        kept=kept,
    )


def country_draft(one: Jurisdiction | None, today: date) -> Draft:
    """Return a country as it is, or the beginnings of a new one."""
    if one is not None:
        return Draft(id=one.code, cells=_cells_of_country(one))
    begun = {
        "in_eu": "no",
        "in_eea": "no",
        "gdpr_adequacy": "no",
        "confidence": "medium",
        "as_of": today.isoformat(),
    }
    columns = ("code", *jurisdiction_rows.COLUMNS)
    return Draft(id=None, cells={**dict.fromkeys(columns, ""), **begun})


def law_draft(one: Law | None, today: date) -> Draft:
    """Return a law as it is, or the beginnings of a new one."""
    if one is not None:
        return Draft(id=one.id, cells=_cells_of_law(one))
    begun = {"kind": LawKind.ACCESS.value, "confidence": "medium", "as_of": today.isoformat()}
    return Draft(id=None, cells={**dict.fromkeys(law_rows.COLUMNS, ""), **begun})


def alternative_draft(one: Alternative) -> Draft:
    """Return a way out as it is, to be corrected."""
    return Draft(id=one.alternative, cells=cells_of_alternative(one))


def cells_of_alternative(one: Alternative) -> dict[str, str]:
    """Return a way out as the cells of its row."""
    cells = {"kind": one.kind.value, "effort": one.effort.value, "notes": one.notes}
    return cells | whence(one.provenance)


def label(column: str) -> str:
    """Return what stands before a field."""
    match column:
        case "gdpr_adequacy":
            return _("Personal data may go there")
        case "in_eu":
            return _("Member of the European Union")
        case "adequacy_decision":
            return _("Decision")
        case "adequacy_date":
            return _("Decided on")
        case "other_names":
            return _("Also called")
        case "country":
            return _("Country")
        case "allows":
            return _("What it allows or asks")
        case "reference":
            return _("Reference")
        case "since":
            return _("In force since")
        case "effort":
            return _("How hard the move is")
        case "kind":
            return _("It is")
        case _:
            return catalogue_form.label(column)


def _country_label(column: str) -> str:
    names = {
        "code": _("Code of two letters"),
        "alpha3": _("Code of three letters"),
        "name_en": _("Name in English"),
        "name_fr": _("Name in French"),
        "name_nl": _("Name in Dutch"),
        "name_de": _("Name in German"),
    }
    return names.get(column) or label(column)


def _law_label(column: str) -> str:
    return _("About") if column == "kind" else label(column)


def adequacies() -> dict[str, str]:
    """Return the words for how EU law rates a country, by the cell that says so."""
    return {cell: words.adequacy(one) for cell, one in jurisdiction_rows.ADEQUACY.items()}


WHENCE = (
    rule("confidence", Holds.TEXT, is_needed=True),
    rule("source", Holds.TEXT),
    rule("as_of", Holds.DATE),
)
_COUNTRY: tuple[FactRule, ...] = (
    rule("name_fr", Holds.TEXT),
    rule("name_en", Holds.TEXT),
    rule("name_nl", Holds.TEXT),
    rule("name_de", Holds.TEXT),
    rule("other_names", Holds.TEXTS),
    rule("alpha3", Holds.TEXT, is_needed=True),
    rule("gdpr_adequacy", Holds.TEXT, is_needed=True),
    rule("adequacy_decision", Holds.TEXT),
    rule("adequacy_date", Holds.DATE),
    rule("in_eu", Holds.TEXT, is_needed=True),
    rule("notes", Holds.TEXT),
    *WHENCE,
)
_LAW: tuple[FactRule, ...] = (
    rule("name", Holds.TEXT, is_needed=True),
    rule("country", Holds.TEXT, is_needed=True),
    rule("kind", Holds.TEXT, is_needed=True),
    rule("allows", Holds.TEXT, is_needed=True),
    rule("reference", Holds.TEXT, is_needed=True),
    rule("since", Holds.DATE),
    *WHENCE,
)
_ALTERNATIVE: tuple[FactRule, ...] = (
    rule("kind", Holds.TEXT, is_needed=True),
    rule("effort", Holds.TEXT, is_needed=True),
    rule("notes", Holds.TEXT),
    *WHENCE,
)


def _country_kept(own: Overlay, opened: Draft, draft: Draft, today: date) -> tuple[Overlay, str]:
    if draft.id and draft.cells == opened.cells:
        return own, draft.id
    now = _rated(_named(checked_today(opened.cells, draft.cells, today)))
    code = draft.id or now.pop("code").strip().upper()
    if draft.id is None and code in in_force.countries():
        raise Unlikely(_("There is a country with the code %(code)s already.") % {"code": code})
    shipped = in_force.delivered().countries.get(code)
    before = _cells_of_country(shipped) if shipped else dict.fromkeys(jurisdiction_rows.COLUMNS, "")
    return own.with_row(Section.COUNTRIES, code, differing(before, now)), code


def _named(cells: dict[str, str]) -> dict[str, str]:
    """Return the cells of a country with a name in each language, one for all where need be."""
    known = [name for column in jurisdiction_rows.NAMES if (name := cells[column].strip())]
    if not known:
        raise Unlikely(_("A country needs a name in at least one language."))
    names = {column: cells[column].strip() or known[0] for column in jurisdiction_rows.NAMES}
    return {**cells, **names, "alpha3": cells["alpha3"].strip().upper()}


def _rated(cells: dict[str, str]) -> dict[str, str]:
    """Return the cells of a country with what follows from how it is rated."""
    rating = jurisdiction_rows.ADEQUACY[cells["gdpr_adequacy"]]
    is_decided = rating in (Adequacy.FULL, Adequacy.PARTIAL)
    if is_decided and not cells["adequacy_date"]:
        raise Unlikely(_("Such a decision has a date: enter when it was taken."))
    if cells["in_eu"] == "yes" and rating is not Adequacy.EEA:
        raise Unlikely(
            _("A member of the European Union is in the European Economic Area: choose that.")
        )
    day = cells["adequacy_date"] if is_decided else ""
    return {**cells, "in_eea": "yes" if rating is Adequacy.EEA else "no", "adequacy_date": day}


def _law_kept(own: Overlay, opened: Draft, draft: Draft, today: date) -> tuple[Overlay, str]:
    shipped = in_force.delivered().laws
    id = draft.id or edits.new_id(draft.cells["name"][:60], in_force.laws())
    if draft.id and draft.cells == opened.cells:
        return own, id
    now = checked_today(opened.cells, draft.cells, today)
    blank = dict.fromkeys(law_rows.COLUMNS, "")
    before = _cells_of_law(shipped[id]) if id in shipped else blank
    return own.with_row(Section.LAWS, id, differing(before, now)), id


def _choices(column: str) -> dict[str, str]:
    match column:
        case "gdpr_adequacy":
            return adequacies()
        case "in_eu":
            return {"yes": _("yes"), "no": _("no")}
        case "confidence":
            return confidences()
        case _:
            return {}


def _law_choices(column: str) -> dict[str, str]:
    if column == "kind":
        return {one.value: words.law_kind(one) for one in LawKind}
    return _choices(column)


def _alternative_choices(column: str) -> dict[str, str]:
    match column:
        case "kind":
            return {one.value: words.alternative_kind(one) for one in AlternativeKind}
        case "effort":
            return {one.value: words.effort(one) for one in Effort}
        case "confidence":
            sure = {Confidence.HIGH.value}
            return {cell: word for cell, word in confidences().items() if cell not in sure}
        case _:
            return {}


def _cells_of_country(one: Jurisdiction) -> dict[str, str]:
    rating = {value: cell for cell, value in jurisdiction_rows.ADEQUACY.items()}
    return {
        "alpha3": one.alpha3,
        **{name: getattr(one, name) for name in jurisdiction_rows.NAMES},
        "other_names": "|".join(one.other_names),
        "in_eu": "yes" if one.in_eu else "no",
        "in_eea": "yes" if one.in_eea else "no",
        "gdpr_adequacy": rating[one.adequacy],
        "adequacy_decision": one.adequacy_decision,
        "adequacy_date": one.adequacy_date.isoformat() if one.adequacy_date else "",
        "extraterritorial_laws": "|".join(one.laws),
        "notes": one.notes,
        **whence(one.provenance),
    }


def _cells_of_law(one: Law) -> dict[str, str]:
    return {
        "name": one.name,
        "country": one.country,
        "allows": one.allows,
        "reference": one.reference,
        "since": one.since.isoformat() if one.since else "",
        "kind": one.kind.value,
        **whence(one.provenance),
    }


def whence(one: Provenance) -> dict[str, str]:
    """Return where a row comes from as cells."""
    return {
        "confidence": one.confidence.value,
        "source": one.source,
        "as_of": one.as_of.isoformat(),
    }
