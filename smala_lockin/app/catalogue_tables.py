"""The smaller tables of the catalogue as lists, without a widget."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

from smala_lockin import i18n
from smala_lockin.i18n import _, number
from smala_lockin.knowledge import in_force, spelling
from smala_lockin.knowledge.ai_chain import models
from smala_lockin.knowledge.ai_model_rows import AiModel
from smala_lockin.knowledge.ebios_rows import EbiosFactor, EbiosMark, EbiosZone
from smala_lockin.knowledge.frameworks import (
    ebios_marks,
    ebios_zones,
    objectives,
    sovereignty_levels,
)
from smala_lockin.knowledge.jurisdiction_rows import Jurisdiction
from smala_lockin.knowledge.jurisdictions import country_name
from smala_lockin.knowledge.law_rows import Law
from smala_lockin.knowledge.overlay import Section
from smala_lockin.knowledge.provenance import Sourced
from smala_lockin.knowledge.reference_rows import Reference
from smala_lockin.knowledge.references import references
from smala_lockin.knowledge.sovereignty_rows import Objective, SovereigntyLevel, WeightSet
from smala_lockin.words import catalogue as words
from smala_lockin.words import facts, parts


class Table(StrEnum):
    """A smaller table of the catalogue, as the window shows it."""

    COUNTRIES = "countries"
    LAWS = "laws"
    FRAMEWORK = "framework"
    REFERENCES = "references"
    MODELS = "ai_models"
    THREATS = "threats"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a list: of which `section`, by what `key`; `is_own` where the user changed it."""

    section: Section
    key: str
    cells: tuple[str, ...]
    is_own: bool


def headings(table: Table) -> tuple[str, ...]:
    """Return what stands above the columns of a list, the widest first."""
    match table:
        case Table.COUNTRIES:
            return (_("Country"), _("Personal data may go there"), _("Laws"), _("As of"))
        case Table.LAWS:
            return (_("Law"), _("Country"), _("About"), _("Since"), _("As of"))
        case Table.FRAMEWORK:
            return (_("Name"), _("Code"), _("Weight 10/2025"), _("Weight 06/2026"), _("As of"))
        case Table.REFERENCES:
            return (_("What it is about"), _("Cited as"), _("As of"))
        case Table.MODELS:
            return (_("Family of models"), _("Made by"), facts.label("open_weights"), _("As of"))
        case Table.THREATS:
            return (_("Meaning"), _("About"), _("Value"), _("As of"))


def listed(table: Table, text: str = "", *, own_only: bool = False) -> list[Row]:
    """Return the rows in which a text stands, those of the user's alone if wanted."""
    wanted = spelling.folded(text.strip())
    return [
        row
        for row in _rows(table)
        if (row.is_own or not own_only)
        and any(wanted in spelling.folded(cell) for cell in (row.key, *row.cells))
    ]


def title(row: Row) -> str:
    """Return what a row is called."""
    return row.cells[0]


def is_shipped(row: Row) -> bool:
    """Whether the program brings this row, too."""
    return row.key in _shipped(row.section)


def _rows(table: Table) -> Iterable[Row]:
    match table:
        case Table.COUNTRIES:
            found = [_country_row(one) for one in in_force.countries().values()]
            return sorted(found, key=lambda row: spelling.folded(row.cells[0]))
        case Table.LAWS:
            known = [_law_row(one) for one in in_force.laws().values()]
            return sorted(known, key=lambda row: (spelling.folded(row.cells[1]), row.cells[0]))
        case Table.FRAMEWORK:
            levels = (_level_row(one) for one in sovereignty_levels())
            return [*map(_objective_row, objectives().values()), *levels]
        case Table.REFERENCES:
            return map(_reference_row, references().values())
        case Table.MODELS:
            families = map(_model_row, models().values())
            return sorted(families, key=lambda row: spelling.folded(row.cells[0]))
        case Table.THREATS:
            marks = (_mark_row(one) for factor in EbiosFactor for one in ebios_marks(factor))
            return [*marks, *map(_zone_row, ebios_zones())]


def _country_row(one: Jurisdiction) -> Row:
    count = str(len(one.laws)) if one.laws else ""
    name = one.name(i18n.current())
    return _row(Section.COUNTRIES, one.code, (name, words.adequacy(one.adequacy), count), one)


def _law_row(one: Law) -> Row:
    since = f"{one.since:%d/%m/%Y}" if one.since else _("proposal")
    country = country_name(one.country, i18n.current())
    cells = (words.law(one), country, words.law_kind(one.kind), since)
    return _row(Section.LAWS, one.id, cells, one)


def _objective_row(one: Objective) -> Row:
    weights = (f"{one.weights[chosen]} %" for chosen in WeightSet)
    return _row(Section.OBJECTIVES, one.id, (one.name(i18n.current()), one.id, *weights), one)


def _level_row(one: SovereigntyLevel) -> Row:
    cells = (one.name(i18n.current()), one.code, "", "")
    return _row(Section.LEVELS, str(one.level), cells, one)


def _reference_row(one: Reference) -> Row:
    language = i18n.current()
    return _row(Section.REFERENCES, one.id, (one.says(language), one.label(language)), one)


def _model_row(one: AiModel) -> Row:
    maker = in_force.all_vendors()[one.supplier].name
    is_open = facts.value(one.open_weights) or _("some, or unknown")
    return _row(Section.MODELS, one.id, (one.family, maker, is_open), one)


def _mark_row(one: EbiosMark) -> Row:
    cells = (one.means(i18n.current()), parts.factor(one.factor), str(one.value))
    return _row(Section.MARKS, one.id, cells, one)


def _zone_row(one: EbiosZone) -> Row:
    begins = _("from %(level)s") % {"level": number(one.from_threat, decimals=2)}
    return _row(Section.ZONES, one.id, (one.name(i18n.current()), _("zone"), begins), one)


def _row(section: Section, key: str, cells: tuple[str, ...], one: Sourced) -> Row:
    as_of = f"{one.provenance.as_of:%d/%m/%Y}"
    is_own = key in in_force.tables().overlay.small[section]
    return Row(section=section, key=key, cells=(*cells, as_of), is_own=is_own)


def _shipped(section: Section) -> Container[str]:
    delivered = in_force.delivered()
    match section:
        case Section.COUNTRIES:
            return delivered.countries
        case Section.LAWS:
            return delivered.laws
        case Section.OBJECTIVES:
            return delivered.objectives
        case Section.LEVELS:
            return [str(one.level) for one in delivered.levels]
        case Section.REFERENCES:
            return delivered.references
        case Section.MODELS:
            return delivered.models
        case Section.MARKS:
            return delivered.marks
        case Section.ZONES:
            return delivered.zones
