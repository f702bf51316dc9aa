"""Correcting levels, references, AI models and the scales of EBIOS RM, without a widget.

Words are corrected in the language in force: what the other languages say stays.
"""

from datetime import date

from smala_lockin import i18n
from smala_lockin.app import catalogue_form
from smala_lockin.app.catalogue_form import (
    Draft,
    Form,
    checked_today,
    confidences,
    differing,
    keeper,
    rule,
)
from smala_lockin.app.catalogue_row_forms import WHENCE, Unlikely, whence
from smala_lockin.domain.facts import Holds
from smala_lockin.i18n import _
from smala_lockin.knowledge import ai_model_rows, in_force
from smala_lockin.knowledge import sovereignty_rows as sovereignty
from smala_lockin.knowledge.ai_model_rows import AiModel
from smala_lockin.knowledge.ebios_rows import EbiosMark, EbiosZone
from smala_lockin.knowledge.overlay import Overlay, Section
from smala_lockin.knowledge.reference_rows import Framework, Reference
from smala_lockin.knowledge.sovereignty_rows import SovereigntyLevel
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.words import facts


def level_form() -> Form:
    """Return the form of a level of sovereignty."""
    language = _language()
    names = (f"name_{language}", f"name_2026_{language}", f"means_{language}")
    return _form(_("Correct a level"), Section.LEVELS, names)


def reference_form(one: Reference) -> Form:
    """Return the form of a reference; only controls of CyFun have an earlier code."""
    earlier = ("earlier_code",) if one.framework is Framework.CYFUN else ()
    needed = ("code", f"says_{_language()}")
    return _form(_("Correct a reference"), Section.REFERENCES, needed, earlier)


def model_form(draft: Draft) -> Form:
    """Return the form of a family of AI models, or of a new one."""
    entry = () if draft.id else (rule("model_id", Holds.TEXT, is_needed=True),)
    fields = (
        rule("family", Holds.TEXT, is_needed=True),
        rule("supplier_id", Holds.TEXT, is_needed=True),
        rule("open_weights", Holds.TEXT),
    )
    return Form(
        title=_("Correct an AI model") if draft.id else _("New AI model"),
        rules=(*entry, *fields, *WHENCE),
        label=_label,
        choices=_choices,
        kept=_model_kept,
    )


def mark_form() -> Form:
    """Return the form of what a value of a factor of EBIOS RM means."""
    return _form(_("Correct a value"), Section.MARKS, (f"means_{_language()}",))


def zone_form() -> Form:
    """Return the form of a zone of EBIOS RM."""
    form = _form(_("Correct a zone"), Section.ZONES, (f"name_{_language()}",))
    name, *marks = form.rules
    begins = rule("from_threat", Holds.AMOUNT, is_needed=True)
    return Form(
        title=form.title,
        rules=(name, begins, *marks),
        label=_label,
        choices=_choices,
        kept=form.kept,
    )


def level_draft(one: SovereigntyLevel) -> Draft:
    """Return a level as it is, to be corrected."""
    return Draft(id=str(one.level), cells=_cells_of_level(one))


def reference_draft(one: Reference) -> Draft:
    """Return a reference as it is, to be corrected."""
    return Draft(id=one.id, cells=_cells_of_reference(one))


def model_draft(one: AiModel | None, today: date) -> Draft:
    """Return a family of models as it is, or the beginnings of a new one."""
    if one is not None:
        return Draft(id=one.id, cells=_cells_of_model(one))
    columns = ("model_id", *ai_model_rows.COLUMNS)
    begun = {"confidence": "medium", "as_of": today.isoformat()}
    return Draft(id=None, cells={**dict.fromkeys(columns, ""), **begun})


def mark_draft(one: EbiosMark) -> Draft:
    """Return a value of a factor as it is, to be corrected."""
    return Draft(id=one.id, cells=_cells_of_mark(one))


def zone_draft(one: EbiosZone) -> Draft:
    """Return a zone as it is, to be corrected."""
    return Draft(id=one.id, cells=_cells_of_zone(one))


def _form(
    title: str, section: Section, needed: tuple[str, ...], others: tuple[str, ...] = ()
) -> Form:
    texts = (
        *(rule(name, Holds.TEXT, is_needed=True) for name in needed),
        *(rule(name, Holds.TEXT) for name in others),
    )
    return Form(
        title=title,
        rules=(*texts, *WHENCE),
        label=_label,
        choices=_choices,
        kept=keeper(section, lambda key: _delivered(section, key)),
    )


def _delivered(section: Section, key: str) -> dict[str, str]:
    shipped = in_force.delivered()
    match section:
        case Section.LEVELS:
            return _cells_of_level(shipped.levels[int(key)])
        case Section.REFERENCES:
            return _cells_of_reference(shipped.references[key])
        case Section.MARKS:
            return _cells_of_mark(shipped.marks[key])
        case Section.ZONES:
            return _cells_of_zone(shipped.zones[key])
        case _:
            raise LookupError(section)


def _model_kept(own: Overlay, opened: Draft, draft: Draft, today: date) -> tuple[Overlay, str]:
    if draft.id and draft.cells == opened.cells:
        return own, draft.id
    now = checked_today(opened.cells, draft.cells, today)
    id = VendorId(draft.id or now.pop("model_id"))
    if draft.id is None and id in in_force.tables().models:
        raise Unlikely(_("This entry is in the list already: correct it there."))
    shipped = in_force.delivered().models.get(id)
    before = _cells_of_model(shipped) if shipped else dict.fromkeys(ai_model_rows.COLUMNS, "")
    return own.with_row(Section.MODELS, id, differing(before, now)), id


def _label(column: str) -> str:
    match column:
        case "name_2026_en" | "name_2026_fr":
            return _("Name in the guidance of June 2026")
        case "means_en" | "means_fr":
            return _("Meaning")
        case "name_en" | "name_fr":
            return _("Name")
        case "code":
            return _("Code")
        case "earlier_code":
            return _("Code in CyFun 2023")
        case "says_en" | "says_fr":
            return _("What it is about")
        case "model_id":
            return _("Entry of the catalogue")
        case "supplier_id":
            return _("Made by")
        case "family":
            return _("Family of models")
        case "open_weights":
            return facts.label("open_weights")
        case "from_threat":
            return _("Begins at a threat level of")
        case _:
            return catalogue_form.label(column)


def _choices(column: str) -> dict[str, str]:
    match column:
        case "open_weights":
            return {"yes": _("yes"), "no": _("no")}
        case "confidence":
            return confidences()
        case _:
            return {}


def _cells_of_level(one: SovereigntyLevel) -> dict[str, str]:
    marks = whence(one.provenance)
    names = (name for name in sovereignty.LEVEL_COLUMNS if name not in marks)
    return {**{name: getattr(one, name) for name in names}, **marks}


def _cells_of_reference(one: Reference) -> dict[str, str]:
    return {
        "framework": one.framework.value,
        "code": one.code,
        "earlier_code": one.earlier_code,
        "says_en": one.says_en,
        "says_fr": one.says_fr,
        **whence(one.provenance),
    }


def _cells_of_model(one: AiModel) -> dict[str, str]:
    cells = {value: cell for cell, value in ai_model_rows.OPEN_WEIGHTS.items()}
    return {
        "supplier_id": one.supplier,
        "family": one.family,
        "open_weights": cells[one.open_weights],
        **whence(one.provenance),
    }


def _cells_of_mark(one: EbiosMark) -> dict[str, str]:
    return {"means_en": one.means_en, "means_fr": one.means_fr, **whence(one.provenance)}


def _cells_of_zone(one: EbiosZone) -> dict[str, str]:
    begins = f"{one.from_threat:.10g}"
    names = {"name_en": one.name_en, "name_fr": one.name_fr}
    return {**names, "from_threat": begins, **whence(one.provenance)}


def _language() -> str:
    return "fr" if i18n.current() == "fr" else "en"
