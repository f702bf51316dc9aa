"""The rows of references: demands of frameworks by number, with what they ask in our words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Provenance, provenance

COLUMNS = (
    *("framework", "code", "earlier_code", "says_en", "says_fr"),
    *("confidence", "source", "as_of"),
)
_NONE: Mapping[str, Mapping[str, str]] = {}


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


def read(path: Path, corrections: Mapping[str, Mapping[str, str]] = _NONE) -> dict[str, Reference]:
    """Return the references of a table by id, some of them corrected.

    Raises `CatalogueFault` on a row that makes no sense, comes twice or is not there to correct.
    """
    found: dict[str, Reference] = {}
    header = " ".join(("id", *COLUMNS))
    for row in rows.corrected(rows.rows(path, header), "id", corrections):
        one = _reference(row)
        if found.setdefault(one.id, one) is not one:
            raise row.refuse("id")
    return found


_FRAMEWORKS = rows.words(Framework)


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
