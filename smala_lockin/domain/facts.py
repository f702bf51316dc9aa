"""Every fact an asset may hold: what it takes, in what range, and for which kinds it counts.

Facts that do not belong to an asset's kind are kept and not used.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache
from itertools import compress, repeat
from operator import is_not

from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.kinds import (
    AssetKind,
    Customisation,
    DataExport,
    ExitPlan,
    OpenSource,
    OperatedBy,
    PersonalData,
    Skills,
    Training,
)


class Holds(StrEnum):
    """What sort of value a fact takes."""

    TEXT = "text"
    TEXTS = "texts"
    COUNTRY = "country"
    COUNTRIES = "countries"
    REGIONS = "regions"
    WHOLE = "whole"
    AMOUNT = "amount"
    FLAG = "flag"
    DATE = "date"
    CHOICE = "choice"
    LEVELS = "levels"


class Group(Enum):
    """Under which heading people are shown a fact."""

    IDENTITY = "identity"
    OUTAGE = "outage"
    CONTRACT = "contract"
    DATA = "data"
    EXIT = "exit"
    AI = "ai"
    TRUST = "trust"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRule:
    """What one fact takes; `low` and `high` bound numbers, both included.

    `parts` are what levels are given for. `is_needed` is what must not be left empty: a name,
    a kind. No fact of `FACTS` is.
    """

    name: str
    holds: Holds
    kinds: frozenset[AssetKind]
    group: Group
    low: float = 0
    high: float = 1e12
    choices: type[StrEnum] | None = None
    parts: tuple[str, ...] = ()
    is_needed: bool = False

    def applies(self, kind: AssetKind) -> bool:
        """Whether the fact counts for assets of this kind."""
        return kind in self.kinds


OBJECTIVES = tuple(f"SOV-{number}" for number in range(1, 9))
"""The objectives of the EU Cloud Sovereignty Framework (European Commission, 2025)."""

THREAT_FACTORS = ("dependency", "penetration", "maturity", "trust")
"""What the threat level of a supplier is made of: EBIOS Risk Manager (ANSSI), workshop 3."""

MAX_HOURS = 1_000_000.0
MAX_DAYS = 100_000.0

_ANY = frozenset(AssetKind)
_K = AssetKind
_SERVED = frozenset({_K.APPLICATION, _K.CLOUD_SERVICE, _K.AI_SERVICE, _K.INFRASTRUCTURE})
_HOSTED = _SERVED | {_K.DATA}
_AI = frozenset({_K.AI_SERVICE})
_REGION = re.compile(r"[A-Z]{2}|EEA")
_COUNTRY = re.compile(r"(?!EU)[A-Z]{2}")


def _rules() -> tuple[FactRule, ...]:
    def rule(
        name: str,
        holds: Holds,
        group: Group,
        kinds: frozenset[AssetKind] = _ANY,
        *,
        low: float = 0,
        high: float = 1e12,
        choices: type[StrEnum] | None = None,
        parts: tuple[str, ...] = (),
    ) -> FactRule:
        return FactRule(
            name=name,
            holds=holds,
            kinds=kinds,
            group=group,
            low=low,
            high=high,
            choices=choices,
            parts=parts,
        )

    identity, outage, contract = Group.IDENTITY, Group.OUTAGE, Group.CONTRACT
    data, leave, ai = Group.DATA, Group.EXIT, Group.AI
    text, texts, whole, amount = Holds.TEXT, Holds.TEXTS, Holds.WHOLE, Holds.AMOUNT
    flag, day, choice = Holds.FLAG, Holds.DATE, Holds.CHOICE
    supplier, place = frozenset({_K.SUPPLIER}), frozenset({_K.SUPPLIER, _K.LOCATION})
    return (
        rule("description", text, identity),
        rule("owner", text, identity),
        rule("tags", texts, identity),
        rule("catalogue_id", text, identity),
        rule("checked_on", day, identity),
        rule("country", Holds.COUNTRY, identity, place),
        rule("other_countries", Holds.COUNTRIES, identity, supplier),
        rule("registration", text, identity, supplier),
        rule("contact", text, identity, supplier),
        rule("operated_by", choice, identity, _SERVED, choices=OperatedBy),
        rule("criticality", whole, outage, low=1, high=5),
        rule("max_outage_hours", amount, outage, high=MAX_HOURS),
        rule("outage_cost_per_day", amount, outage, frozenset({_K.PROCESS})),
        rule("recovery_hours", amount, outage, high=MAX_HOURS),
        rule("replacement_days", amount, outage, high=MAX_DAYS),
        rule("units", whole, outage, low=1, high=1_000_000),
        rule("annual_cost", amount, contract, low=-1e12),
        rule("contract_end", day, contract, _SERVED),
        rule("notice_days", whole, contract, _SERVED, high=MAX_DAYS),
        rule("renewal_months", whole, contract, _SERVED, low=1, high=1200),
        rule("governing_law", Holds.COUNTRY, contract, _SERVED),
        rule("dpa_signed", flag, contract, _SERVED),
        rule("certifications", texts, contract, _SERVED),
        rule("users", whole, contract, _SERVED),
        rule("licences_bought", whole, contract, _SERVED),
        rule("licences_used", whole, contract, _SERVED),
        rule("end_of_support", day, contract),
        rule("hosting_countries", Holds.REGIONS, data, _HOSTED),
        rule("hosting_failover", flag, data, _HOSTED),
        rule("personal_data", choice, data, _HOSTED, choices=PersonalData),
        rule("sovereignty", Holds.LEVELS, data, _SERVED, high=4, parts=OBJECTIVES),
        rule("data_export", choice, leave, _SERVED, choices=DataExport),
        rule("open_source", choice, leave, _SERVED, choices=OpenSource),
        rule("open_standard", flag, leave, _SERVED),
        rule("exit_plan", choice, leave, _SERVED, choices=ExitPlan),
        rule("exit_plan_tested_on", day, leave, _SERVED),
        rule("exit_cost", amount, leave, _SERVED),
        rule("customisation", choice, leave, _SERVED, choices=Customisation),
        rule("skills", choice, leave, _SERVED, choices=Skills),
        rule("substitutes", texts, leave, _SERVED),
        rule("model_family", text, ai, _AI),
        rule("open_weights", flag, ai, _AI),
        rule("trains_on_our_data", choice, ai, _AI, choices=Training),
        rule("ai_act_role", text, ai, _AI),
        rule("ai_act_risk", text, ai, _AI),
        rule("retention_days", whole, ai, _AI, high=MAX_DAYS),
        rule("fallback_tested_on", day, ai, _AI),
        rule("ecosystem", Holds.LEVELS, Group.TRUST, supplier, low=1, high=4, parts=THREAT_FACTORS),
    )


FACTS: Mapping[str, FactRule] = {rule.name: rule for rule in _rules()}
"""Every fact by its name in the file, in the order people are shown them."""


_GLANCE = tuple((rule.name, rule.holds is Holds.TEXT) for rule in FACTS.values())


def facts_of(kind: AssetKind) -> list[FactRule]:
    """Return the facts that count for a kind, in the order people are shown them."""
    return [rule for rule in FACTS.values() if rule.applies(kind)]


def check_fact(name: str, value: object) -> None:
    """Raise `InvalidFact` where a value, not None, is not one the fact takes."""
    check_value(FACTS[name], value)


def check_facts(values: Sequence[object]) -> None:
    """Raise `InvalidFact` for the first of the values, in the order of `FACTS`, that is not taken.

    None is a fact that is unknown. A large import makes 50,000 assets, whose facts repeat: what
    was found right is remembered.
    """
    given = map(is_not, values, repeat(None))
    for (name, is_text), value in compress(zip(_GLANCE, values, strict=True), given):
        if is_text and isinstance(value, str):
            continue
        try:
            _check_once(name, value)
        except TypeError:  # what cannot be remembered, as levels and lists
            check_fact(name, value)


def check_value(rule: FactRule, value: object) -> None:
    """Raise `InvalidFact` where a value, not None, is not one the rule allows."""
    if not _OF_TYPE[rule.holds](rule, value):
        raise InvalidFact(rule.name, Fault.WRONG_TYPE, value=value)
    if not _IN_RANGE[rule.holds](rule, value):
        raise InvalidFact(rule.name, Fault.OUT_OF_RANGE, value=value)


def is_country(value: object) -> bool:
    """Whether a value has the form of an ISO 3166-1 alpha-2 code."""
    return isinstance(value, str) and bool(_COUNTRY.fullmatch(value))


@lru_cache(maxsize=65_536, typed=True)
def _check_once(name: str, value: object) -> None:
    check_value(FACTS[name], value)


def _is_text(_rule: FactRule, value: object) -> bool:
    return isinstance(value, str)


def _is_texts(_rule: FactRule, value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, str) for item in value)


def _is_choice(rule: FactRule, value: object) -> bool:
    return rule.choices is not None and isinstance(value, rule.choices)


def _is_levels(_rule: FactRule, value: object) -> bool:
    return isinstance(value, Mapping) and all(type(x) is int for x in value.values())


_NUMBER = (int, float)

_OF_TYPE: Mapping[Holds, Callable[[FactRule, object], bool]] = {
    Holds.TEXT: _is_text,
    Holds.TEXTS: _is_texts,
    Holds.COUNTRY: _is_text,
    Holds.COUNTRIES: _is_texts,
    Holds.REGIONS: _is_texts,
    Holds.WHOLE: lambda _rule, value: isinstance(value, int) and not isinstance(value, bool),
    Holds.AMOUNT: lambda _rule, value: isinstance(value, _NUMBER) and not isinstance(value, bool),
    Holds.FLAG: lambda _rule, value: isinstance(value, bool),
    Holds.DATE: lambda _rule, value: isinstance(value, date),
    Holds.CHOICE: _is_choice,
    Holds.LEVELS: _is_levels,
}


def _within(rule: FactRule, value: object) -> bool:
    assert isinstance(value, _NUMBER)
    return math.isfinite(value) and rule.low <= value <= rule.high


def _all_regions(_rule: FactRule, value: object) -> bool:
    assert isinstance(value, tuple)
    return all(_REGION.fullmatch(item) for item in value)


def _all_countries(_rule: FactRule, value: object) -> bool:
    assert isinstance(value, tuple)
    return all(is_country(item) for item in value)


def _all_levels(rule: FactRule, value: object) -> bool:
    assert isinstance(value, Mapping)
    return all(_within(rule, level) for level in value.values())


def _anything(_rule: FactRule, _value: object) -> bool:
    return True


_IN_RANGE: Mapping[Holds, Callable[[FactRule, object], bool]] = {
    Holds.TEXT: _anything,
    Holds.TEXTS: _anything,
    Holds.COUNTRY: lambda _rule, value: is_country(value),
    Holds.COUNTRIES: _all_countries,
    Holds.REGIONS: _all_regions,
    Holds.WHOLE: _within,
    Holds.AMOUNT: _within,
    Holds.FLAG: _anything,
    Holds.DATE: _anything,
    Holds.CHOICE: _anything,
    Holds.LEVELS: _all_levels,
}
