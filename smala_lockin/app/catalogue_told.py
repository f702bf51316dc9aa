"""All that is known of a row of the smaller tables, to read beside the list, without a widget."""

from dataclasses import dataclass

from smala_lockin import i18n
from smala_lockin.app.catalogue_tables import Row, is_shipped
from smala_lockin.i18n import _, day, number, semicolons
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.ai_chain import tools_on
from smala_lockin.knowledge.ai_model_rows import AiModel
from smala_lockin.knowledge.ebios_rows import EbiosMark, EbiosZone
from smala_lockin.knowledge.in_force import Tables
from smala_lockin.knowledge.jurisdiction_rows import Adequacy, Jurisdiction
from smala_lockin.knowledge.jurisdictions import country_name
from smala_lockin.knowledge.law_rows import Law
from smala_lockin.knowledge.overlay import Section
from smala_lockin.knowledge.provenance import Provenance
from smala_lockin.knowledge.reference_rows import Reference
from smala_lockin.knowledge.references import rules_citing
from smala_lockin.knowledge.sovereignty_rows import Objective, SovereigntyLevel, WeightSet
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.words import catalogue as words
from smala_lockin.words import facts, parts, setting_labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A label and a text; `before` is what the program says, where the user says otherwise."""

    label: str
    text: str
    before: str | None = None


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
        case Section.REFERENCES:
            return _of_reference(tables.references[row.key])
        case Section.MODELS:
            return _of_model(tables.models[VendorId(row.key)], tables)
        case Section.MARKS:
            return _of_mark(tables.marks[row.key])
        case Section.ZONES:
            return _of_zone(tables.zones[row.key])


def _of_country(one: Jurisdiction, tables: Tables) -> list[tuple[str, str]]:
    own = [law for law in tables.laws.values() if law.country == one.code]
    reaching = [tables.laws[id] for id in one.laws]
    laws = dict.fromkeys(words.law(law) for law in (*reaching, *own))
    is_dated = one.adequacy in (Adequacy.FULL, Adequacy.PARTIAL)
    others = {"en": one.name_en, "fr": one.name_fr, "nl": one.name_nl, "de": one.name_de}
    elsewhere = (name for language, name in others.items() if language != i18n.current())
    return [
        (_("Name"), one.name(i18n.current())),
        (_("In other languages"), ", ".join(dict.fromkeys(elsewhere))),
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
        (_("Name"), one.name(i18n.current())),
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


def _of_reference(one: Reference) -> list[tuple[str, str]]:
    language = i18n.current()
    rules = dict.fromkeys(setting_labels.rule(rule) for rule in rules_citing(one.id))
    return [
        (_("What it is about"), one.says(language)),
        (_("Framework"), words.framework(one.framework)),
        (_("Code"), one.code),
        (_("Code in CyFun 2023"), one.earlier_code),
        (_("Cited as"), one.label(language)),
        (_("Cited by findings"), semicolons(rules)),
        *_whence(one.provenance),
    ]


def _of_model(one: AiModel, tables: Tables) -> list[tuple[str, str]]:
    known = tables.vendors
    maker = known[one.supplier]
    is_open = facts.value(one.open_weights) or _("some, or unknown")
    return [
        (_("Family of models"), one.family),
        (_("Made by"), maker.name),
        (_("Head office"), country_name(maker.country, i18n.current()) if maker.country else ""),
        (facts.label("open_weights"), is_open),
        (_("Entry of the catalogue"), known[one.id].name),
        (_("Tools known to use it"), ", ".join(tools_on(one.id))),
        *_whence(one.provenance),
    ]


def _of_mark(one: EbiosMark) -> list[tuple[str, str]]:
    return [
        (_("About"), parts.factor(one.factor)),
        (_("Value"), str(one.value)),
        (_("Meaning"), one.means(i18n.current())),
        *_whence(one.provenance),
    ]


def _of_zone(one: EbiosZone) -> list[tuple[str, str]]:
    return [
        (_("Name"), one.name(i18n.current())),
        (_("Begins at a threat level of"), number(one.from_threat, decimals=2)),
        *_whence(one.provenance),
    ]


def _whence(one: Provenance) -> list[tuple[str, str]]:
    return [
        (_("How sure"), words.confidence(one.confidence)),
        (_("Source"), words.source(one.source)),
        (_("As of"), day(one.as_of)),
    ]
