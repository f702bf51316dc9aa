"""What the window shows of countries, laws and the sovereignty framework, without a widget."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

from smala_lockin import i18n
from smala_lockin.i18n import _, day, semicolons
from smala_lockin.knowledge import in_force, spelling
from smala_lockin.knowledge.frameworks import objectives, sovereignty_levels
from smala_lockin.knowledge.in_force import Tables
from smala_lockin.knowledge.jurisdiction_rows import Adequacy, Jurisdiction
from smala_lockin.knowledge.jurisdictions import country_name
from smala_lockin.knowledge.law_rows import Law
from smala_lockin.knowledge.overlay import Section
from smala_lockin.knowledge.provenance import Provenance
from smala_lockin.knowledge.sovereignty_rows import Objective, SovereigntyLevel, WeightSet
from smala_lockin.words import catalogue as words


class Table(StrEnum):
    """A smaller table of the catalogue, as the window shows it."""

    COUNTRIES = "countries"
    LAWS = "laws"
    FRAMEWORK = "framework"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a list: of which `section`, by what `key`; `is_own` where the user changed it."""

    section: Section
    key: str
    cells: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A label and a text; `before` is what the program says, where the user says otherwise."""

    label: str
    text: str
    before: str | None = None


def headings(table: Table) -> tuple[str, ...]:
    """Return what stands above the columns of a list, the widest first."""
    match table:
        case Table.COUNTRIES:
            return (_("Country"), _("Personal data may go there"), _("Laws"), _("As of"))
        case Table.LAWS:
            return (_("Law"), _("Country"), _("About"), _("Since"), _("As of"))
        case Table.FRAMEWORK:
            return (_("Name"), _("Code"), _("Weight 10/2025"), _("Weight 06/2026"), _("As of"))


def listed(table: Table, text: str = "", *, own_only: bool = False) -> list[Row]:
    """Return the rows in which a text stands, those of the user's alone if wanted."""
    wanted = spelling.folded(text.strip())
    return [
        row
        for row in _rows(table)
        if (row.is_own or not own_only)
        and any(wanted in spelling.folded(cell) for cell in (row.key, *row.cells))
    ]


def described(row: Row) -> list[Line]:
    """Return all that is known of a row; what is unknown is absent unless the program knows."""
    before = dict(_told(in_force.delivered(), row)) if row.is_own and is_shipped(row) else {}
    lines = []
    for label, text in _told(in_force.tables(), row):
        said = before.get(label, text)
        if text or said:
            other = None if said == text else said or _("nothing")
            lines.append(Line(label=label, text=text or _("nothing"), before=other))
    return lines


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


def _row(
    section: Section,
    key: str,
    cells: tuple[str, ...],
    one: Jurisdiction | Law | Objective | SovereigntyLevel,
) -> Row:
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


def _told(tables: Tables, row: Row) -> list[tuple[str, str]]:
    match row.section:
        case Section.COUNTRIES:
            return _of_country(tables.countries[row.key], tables)
        case Section.LAWS:
            law = tables.laws.get(row.key)
            return _of_law(law) if law else []
        case Section.OBJECTIVES:
            return _of_objective(tables.objectives[row.key])
        case Section.LEVELS:
            return _of_level(tables.levels[int(row.key)])


def _of_country(one: Jurisdiction, tables: Tables) -> list[tuple[str, str]]:
    own = [law for law in tables.laws.values() if law.country == one.code]
    reaching = [tables.laws[id] for id in one.laws]
    laws = dict.fromkeys(words.law(law) for law in (*reaching, *own))
    is_dated = one.adequacy in (Adequacy.FULL, Adequacy.PARTIAL)
    return [
        (_("Code"), f"{one.code}, {one.alpha3}"),
        (_("Personal data may go there"), words.adequacy(one.adequacy)),
        (_("Decision"), i18n.of_catalogue(one.adequacy_decision)),
        (_("Decided on"), day(one.adequacy_date) if is_dated and one.adequacy_date else ""),
        (_("Member of the European Union"), _("yes") if one.in_eu else _("no")),
        (_("Laws"), semicolons(laws)),
        (_("Also called"), ", ".join(one.other_names)),
        (_("Notes"), i18n.of_catalogue(one.notes)),
        *_whence(one.provenance),
    ]


def _of_law(one: Law) -> list[tuple[str, str]]:
    return [
        (_("Country"), country_name(one.country, i18n.current())),
        (_("About"), words.law_kind(one.kind)),
        (_("What it allows or asks"), i18n.of_catalogue(one.allows)),
        (_("Reference"), i18n.of_catalogue(one.reference)),
        (_("In force since"), day(one.since) if one.since else _("a proposal, not in force")),
        *_whence(one.provenance),
    ]


def _of_objective(one: Objective) -> list[tuple[str, str]]:
    october, june = (f"{one.weights[chosen]} %" for chosen in WeightSet)
    return [
        (_("Code"), one.id),
        (_("Weight in version 1.2.1, October 2025"), october),
        (_("Weight in the calculator of June 2026"), june),
        *_whence(one.provenance),
    ]


def _of_level(one: SovereigntyLevel) -> list[tuple[str, str]]:
    newer = one.name_2026_fr if i18n.current() == "fr" else one.name_2026_en
    return [
        (_("Code"), one.code),
        (_("Name"), one.name(i18n.current())),
        (_("Name in the guidance of June 2026"), newer),
        (_("Meaning"), one.means(i18n.current())),
        *_whence(one.provenance),
    ]


def _whence(one: Provenance) -> list[tuple[str, str]]:
    return [
        (_("How sure"), words.confidence(one.confidence)),
        (_("Source"), words.source(one.source)),
        (_("As of"), day(one.as_of)),
    ]
