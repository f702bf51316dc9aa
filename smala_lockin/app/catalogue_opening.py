"""Which form opens on a row of a smaller table, without a widget."""

from datetime import date

from smala_lockin.app import catalogue_framework_forms as framework
from smala_lockin.app import catalogue_row_forms as forms
from smala_lockin.app.catalogue_form import Draft, Form
from smala_lockin.app.catalogue_tables import Table
from smala_lockin.i18n import _
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.overlay import Section
from smala_lockin.knowledge.vendors import VendorId

Opening = tuple[Form, Draft]


def correction(section: Section, key: str, today: date) -> Opening | None:
    """Return the form of a row and the row as it is; None where rows are corrected together."""
    known = in_force.tables()
    match section:
        case Section.COUNTRIES:
            draft = forms.country_draft(known.countries[key], today)
            return forms.country_form(draft), draft
        case Section.LAWS:
            draft = forms.law_draft(known.laws[key], today)
            return forms.law_form(draft), draft
        case Section.OBJECTIVES:
            return None
        case Section.LEVELS:
            return framework.level_form(), framework.level_draft(known.levels[int(key)])
        case Section.REFERENCES:
            cited = known.references[key]
            return framework.reference_form(cited), framework.reference_draft(cited)
        case Section.MODELS:
            draft = framework.model_draft(known.models[VendorId(key)], today)
            return framework.model_form(draft), draft
        case Section.MARKS:
            return framework.mark_form(), framework.mark_draft(known.marks[key])
        case Section.ZONES:
            return framework.zone_form(), framework.zone_draft(known.zones[key])


def beginning(table: Table, today: date) -> tuple[Section, Opening] | None:
    """Return the form of a new row and its beginnings; None where there is nothing to add."""
    match table:
        case Table.COUNTRIES:
            draft = forms.country_draft(None, today)
            return Section.COUNTRIES, (forms.country_form(draft), draft)
        case Table.LAWS:
            draft = forms.law_draft(None, today)
            return Section.LAWS, (forms.law_form(draft), draft)
        case Table.MODELS:
            draft = framework.model_draft(None, today)
            return Section.MODELS, (framework.model_form(draft), draft)
        case Table.FRAMEWORK | Table.REFERENCES | Table.THREATS:
            return None


def new_words(table: Table) -> str:
    """Return what the button says that adds a row; nothing where none can be added."""
    match table:
        case Table.COUNTRIES:
            return _("&New country…")
        case Table.LAWS:
            return _("&New law…")
        case Table.MODELS:
            return _("&New AI model…")
        case Table.FRAMEWORK | Table.REFERENCES | Table.THREATS:
            return ""
