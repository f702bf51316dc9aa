"""What articles, controls and objectives a rule refers to, and when laws begin to apply.

References are numbers, with what they are about in our own words: a manager sees where a demand
comes from, and whoever knows the text finds it again. Nothing here is legal advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from smala_lockin import paths
from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Provenance, provenance


class Framework(StrEnum):
    """A law, a method or a set of controls that numbers its demands."""

    CYFUN = "cyfun"
    """CyberFundamentals 2025 of the Centre for Cybersecurity Belgium."""
    SOVEREIGNTY = "sovereignty"
    """EU Cloud Sovereignty Framework, whose objectives carry their own name."""
    DATA_ACT = "data_act"
    """Regulation (EU) 2023/2854."""
    DORA = "dora"
    """Regulation (EU) 2022/2554, which binds finance; for others its register is a vocabulary."""
    AI_ACT = "ai_act"
    """Regulation (EU) 2024/1689."""
    NIS2 = "nis2"
    """Directive (EU) 2022/2555."""
    GDPR = "gdpr"
    """Regulation (EU) 2016/679."""

    def label(self, language: str) -> str:
        """Return the short name that people know it by; empty where the codes say it all."""
        if self is Framework.GDPR and language == "fr":
            return "RGPD"
        return _LABELS[self]


_LABELS: Mapping[Framework, str] = {
    Framework.CYFUN: "CyFun",
    Framework.SOVEREIGNTY: "",
    Framework.DATA_ACT: "Data Act",
    Framework.DORA: "DORA",
    Framework.AI_ACT: "AI Act",
    Framework.NIS2: "NIS2",
    Framework.GDPR: "GDPR",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A demand of a framework: its `code` there, and what it is about in our words.

    A code of digits first is an article. `earlier_code` is that of CyFun 2023, empty for others.
    """

    id: str
    framework: Framework
    code: str
    earlier_code: str
    says_en: str
    says_fr: str
    provenance: Provenance

    def label(self, language: str) -> str:
        """Return it as people cite it: "CyFun GV.SC-04", "SOV-2", "Data Act, art. 25(2)(d)"."""
        framework = self.framework.label(language)
        if self.code[0].isdecimal():
            return f"{framework}, art. {self.code}"
        return f"{framework} {self.code}".strip()

    def says(self, language: str) -> str:
        """Return what it is about, in French, in English for any other language."""
        return self.says_fr if language == "fr" else self.says_en


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkDate:
    """A day from which an article (`code`, empty for a whole law) applies."""

    id: str
    framework: Framework
    code: str
    on: date
    says_en: str
    says_fr: str
    provenance: Provenance

    def says(self, language: str) -> str:
        """Return what applies from then on, in French, in English for any other language."""
        return self.says_fr if language == "fr" else self.says_en


@cache
def references() -> dict[str, Reference]:
    """Return every reference by id; treat the result as read-only."""
    found: dict[str, Reference] = {}
    for row in rows.rows(paths.resource("catalogue/references.csv"), _REFERENCE_HEADER):
        one = _reference(row)
        if found.setdefault(one.id, one) is not one:
            raise row.refuse("id")
    return found


def references_of(rule: str) -> tuple[Reference, ...]:
    """Return what a rule (semantics, section 7, such as "lock_in") refers to, best fit first.

    Empty for a rule that refers to nothing, and for a word that is no rule.
    """
    return _by_rule().get(rule, ())


def rules_with_references() -> frozenset[str]:
    """Return the rules that refer to something."""
    return frozenset(_by_rule())


@cache
def framework_dates() -> dict[str, FrameworkDate]:
    """Return the days on which laws begin to apply, by id; treat the result as read-only."""
    found: dict[str, FrameworkDate] = {}
    for row in rows.rows(paths.resource("catalogue/framework_dates.csv"), _DATE_HEADER):
        one = _date(row)
        if found.setdefault(one.id, one) is not one:
            raise row.refuse("id")
    return found


_REFERENCE_HEADER = "id framework code earlier_code says_en says_fr confidence source as_of"
_RULE_HEADER = "rule reference confidence source as_of"
_DATE_HEADER = "id framework code on says_en says_fr confidence source as_of"
_FRAMEWORKS = rows.words(Framework)


@cache
def _by_rule() -> Mapping[str, tuple[Reference, ...]]:
    found: dict[str, tuple[Reference, ...]] = {}
    for row in rows.rows(paths.resource("catalogue/rule_references.csv"), _RULE_HEADER):
        one = references().get(row.needed("reference"))
        earlier = found.get(row.needed("rule"), ())
        if one is None or one in earlier:
            raise row.refuse("reference")
        found[row.needed("rule")] = (*earlier, one)
    return found


def _reference(row: rows.Row) -> Reference:
    return Reference(
        id=row.needed("id"),
        framework=row.choice("framework", _FRAMEWORKS),
        code=row.needed("code"),
        earlier_code=row.text("earlier_code"),
        says_en=row.needed("says_en"),
        says_fr=row.needed("says_fr"),
        provenance=provenance(row),
    )


def _date(row: rows.Row) -> FrameworkDate:
    return FrameworkDate(
        id=row.needed("id"),
        framework=row.choice("framework", _FRAMEWORKS),
        code=row.text("code"),
        on=row.day("on"),
        says_en=row.needed("says_en"),
        says_fr=row.needed("says_fr"),
        provenance=provenance(row),
    )
