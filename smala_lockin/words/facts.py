"""The names of facts and their values as people are shown them."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import cache

from smala_lockin.domain.facts import FACTS, Group, Holds
from smala_lockin.domain.kinds import (
    AssetKind,
    Control,
    Customisation,
    DataExport,
    ExitPlan,
    Need,
    OpenSource,
    OperatedBy,
    PersonalData,
    Role,
    Skills,
    Training,
)
from smala_lockin.i18n import _, current, day, number, pgettext, semicolons
from smala_lockin.words import enums

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SUMS = re.compile(r"-?\d+\.\d{2,6} [A-Z]{3}(; -?\d+\.\d{2,6} [A-Z]{3})*")


def label(fact: str) -> str:
    """Return what a fact is called; an unknown one is its own name."""
    return _labels(current()).get(fact, fact)


def in_sentence(fact: str) -> str:
    """Return what a fact is called in the middle of a sentence, without its unit."""
    words = label(fact).partition(" (")[0]
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def heading(group: Group) -> str:
    """Return the heading above the facts of a group."""
    match group:
        case Group.IDENTITY:
            return pgettext("facts", "What it is")
        case Group.OUTAGE:
            return pgettext("facts", "Outage")
        case Group.CONTRACT:
            return pgettext("facts", "Contract")
        case Group.DATA:
            return pgettext("facts", "Data")
        case Group.EXIT:
            return pgettext("facts", "Exit")
        case Group.AI:
            return pgettext("facts", "AI")
        case Group.TRUST:
            return pgettext("facts", "Trust")


def value(fact: object) -> str:
    """Return the value of a fact as text; unknown is empty."""
    match fact:
        case None:
            return ""
        case bool():
            return _("yes") if fact else _("no")
        case StrEnum():
            return choice(fact)
        case str():
            return fact
        case int() | float():
            return number(fact, decimals=2)
        case date():
            return day(fact)
        case Mapping():
            return ", ".join(f"{key} {value(one)}" for key, one in fact.items())
        case tuple() | list():
            return ", ".join(value(one) for one in fact)
        case _:
            return str(fact)


def told(fact: str, held: object) -> str:
    """Return what a fact of this name holds as text: countries by their names."""
    rule = FACTS.get(fact)
    if rule is None or rule.holds not in (Holds.COUNTRY, Holds.COUNTRIES, Holds.REGIONS):
        return value(held)
    # Here, for a window that opens names facts, and no country yet: the catalogue can wait.
    from smala_lockin.knowledge.jurisdictions import country_name

    codes = (held,) if isinstance(held, str) else held
    if not isinstance(codes, tuple | list):
        return value(held)
    return ", ".join(country_name(str(code), current()) for code in codes)


def kept(text: str) -> str:
    """Return a text that an import keeps beside the facts, as people of the language write it.

    Sums and days that the import itself works out stand in the map in one form for all languages.
    """
    if _SUMS.fullmatch(text):
        return semicolons(_sum(*one.rsplit(" ", 1)) for one in text.split("; "))
    with suppress(ValueError):
        return day(date.fromisoformat(text)) if _DAY.fullmatch(text) else text
    return text


def _sum(digits: str, currency: str) -> str:
    amount = float(digits)
    decimals = 2 if abs(amount) >= 1 or not amount else 6
    return f"{number(amount, decimals=decimals)}\xa0{currency}"


def choice(fact: StrEnum) -> str:
    """Return one of the values a fact may take."""
    match fact:
        case AssetKind():
            return enums.kind(fact)
        case Role():
            return enums.role(fact)
        case Need():
            return enums.need(fact)
        case Control():
            return enums.control(fact)
        case PersonalData():
            return enums.personal_data(fact)
        case DataExport():
            return _data_export(fact)
        case OpenSource():
            return _open_source(fact)
        case ExitPlan():
            return _exit_plan(fact)
        case Customisation():
            return _customisation(fact)
        case Skills():
            return _skills(fact)
        case OperatedBy():
            return _operated_by(fact)
        case Training():
            return _training(fact)
        case _:
            return fact.value


# Each enum has a function of its own: members of two of them may be the same text, and so equal.


def _data_export(value: DataExport) -> str:
    match value:
        case DataExport.OPEN:
            return pgettext("data export", "complete, in an open form")
        case DataExport.PARTIAL:
            return pgettext("data export", "partial")
        case DataExport.NONE:
            return pgettext("data export", "none")


def _open_source(value: OpenSource) -> str:
    match value:
        case OpenSource.YES:
            return _("yes")
        case OpenSource.CORE:
            return pgettext("open source", "the core only")
        case OpenSource.NO:
            return _("no")


def _exit_plan(value: ExitPlan) -> str:
    match value:
        case ExitPlan.NONE:
            return pgettext("exit plan", "none")
        case ExitPlan.DRAFT:
            return pgettext("exit plan", "draft")
        case ExitPlan.TESTED:
            return pgettext("exit plan", "tested")


def _customisation(value: Customisation) -> str:
    match value:
        case Customisation.NONE:
            return pgettext("customisation", "none")
        case Customisation.SOME:
            return pgettext("customisation", "some")
        case Customisation.HEAVY:
            return pgettext("customisation", "heavy")


def _skills(value: Skills) -> str:
    match value:
        case Skills.MARKET:
            return pgettext("skills", "many on the market")
        case Skills.FEW:
            return pgettext("skills", "few")
        case Skills.VENDOR:
            return pgettext("skills", "the vendor alone")


def _operated_by(value: OperatedBy) -> str:
    match value:
        case OperatedBy.US:
            return pgettext("operated by", "us")
        case OperatedBy.SUPPLIER:
            return pgettext("operated by", "the supplier")


def _training(value: Training) -> str:
    match value:
        case Training.NO:
            return _("no")
        case Training.OPTED_OUT:
            return pgettext("training", "no, opted out")
        case Training.YES:
            return _("yes")


@cache
def _labels(_language: str) -> dict[str, str]:
    return {
        "id": pgettext("fact", "Id"),
        "kind": pgettext("fact", "Kind"),
        "name": pgettext("fact", "Name"),
        "description": pgettext("fact", "Description"),
        "owner": pgettext("fact", "Person in charge"),
        "tags": pgettext("fact", "Tags"),
        "catalogue_id": pgettext("fact", "Catalogue entry"),
        "checked_on": pgettext("fact", "Checked on"),
        "country": pgettext("fact", "Country"),
        "other_countries": pgettext("fact", "Other countries"),
        "registration": pgettext("fact", "Enterprise number"),
        "contact": pgettext("fact", "Contact"),
        "operated_by": pgettext("fact", "Operated by"),
        "criticality": pgettext("fact", "Criticality (1 to 5)"),
        "max_outage_hours": pgettext("fact", "Tolerated outage (hours)"),
        "outage_cost_per_day": pgettext("fact", "Cost of an outage per day"),
        "recovery_hours": pgettext("fact", "Back after (hours)"),
        "replacement_days": pgettext("fact", "Replaced after (days)"),
        "units": pgettext("fact", "Number of alike units"),
        "annual_cost": pgettext("fact", "Yearly cost"),
        "contract_end": pgettext("fact", "End of contract"),
        "notice_days": pgettext("fact", "Notice (days)"),
        "renewal_months": pgettext("fact", "Renewed for (months)"),
        "governing_law": pgettext("fact", "Governing law"),
        "dpa_signed": pgettext("fact", "Data processing agreement signed"),
        "certifications": pgettext("fact", "Certificates"),
        "users": pgettext("fact", "Users"),
        "licences_bought": pgettext("fact", "Licences bought"),
        "licences_used": pgettext("fact", "Licences used"),
        "end_of_support": pgettext("fact", "End of support"),
        "hosting_countries": pgettext("fact", "Hosted in"),
        "hosting_failover": pgettext("fact", "Fails over to another country"),
        "personal_data": pgettext("fact", "Personal data"),
        "sovereignty": pgettext("fact", "Sovereignty answers"),
        "data_export": pgettext("fact", "Data can be taken out"),
        "open_source": pgettext("fact", "Open source"),
        "open_standard": pgettext("fact", "Open standard"),
        "exit_plan": pgettext("fact", "Exit plan"),
        "exit_plan_tested_on": pgettext("fact", "Exit plan tested on"),
        "exit_cost": pgettext("fact", "Cost of leaving"),
        "customisation": pgettext("fact", "Customisation"),
        "skills": pgettext("fact", "Skills"),
        "substitutes": pgettext("fact", "Could be replaced by"),
        "model_family": pgettext("fact", "Model family"),
        "open_weights": pgettext("fact", "Open weights"),
        "trains_on_our_data": pgettext("fact", "Trains on our data"),
        "ai_act_role": pgettext("fact", "Role under the AI Act"),
        "ai_act_risk": pgettext("fact", "Risk class under the AI Act"),
        "retention_days": pgettext("fact", "Keeps data for (days)"),
        "fallback_tested_on": pgettext("fact", "Alternative tested on"),
        "ecosystem": pgettext("fact", "Threat factors (EBIOS RM)"),
        "switch_hours": pgettext("fact", "Time to switch over (hours)"),
        "tested_on": pgettext("fact", "Tested on"),
        "buffer_hours": pgettext("fact", "Keeps going for (hours)"),
        "supplier": pgettext("fact", "Supplier"),
        "depends_on": pgettext("fact", "Depends on"),
        "process": pgettext("fact", "Activity"),
        "parent": pgettext("fact", "Parent company"),
    }
