"""What articles, controls and objectives a rule refers to, and when laws begin to apply.

References are numbers, with what they are about in our own words: a manager sees where a demand
comes from, and whoever knows the text finds it again. Nothing here is legal advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from smala_lockin import paths
from smala_lockin.knowledge import in_force, rows
from smala_lockin.knowledge.provenance import Provenance, provenance
from smala_lockin.knowledge.reference_rows import Framework, Reference


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


def references() -> Mapping[str, Reference]:
    """Return every reference by id, as corrected by the user; read-only."""
    return in_force.tables().references


def references_of(rule: str) -> tuple[Reference, ...]:
    """Return what a rule (semantics, section 7, such as "lock_in") refers to, best fit first.

    Empty for a rule that refers to nothing, and for a word that is no rule.
    """
    known = references()
    return tuple(known[id] for id in _by_rule().get(rule, ()))


def rules_citing(id: str) -> tuple[str, ...]:
    """Return the rules that refer to a demand."""
    return tuple(rule for rule, cited in _by_rule().items() if id in cited)


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


_RULE_HEADER = "rule reference confidence source as_of"
_DATE_HEADER = "id framework code on says_en says_fr confidence source as_of"
_FRAMEWORKS = rows.words(Framework)


@cache
def _by_rule() -> Mapping[str, tuple[str, ...]]:
    """Return ids of references by rule."""
    known = in_force.delivered().references
    found: dict[str, tuple[str, ...]] = {}
    for row in rows.rows(paths.resource("catalogue/rule_references.csv"), _RULE_HEADER):
        id, earlier = row.needed("reference"), found.get(row.needed("rule"), ())
        if id not in known or id in earlier:
            raise row.refuse("reference")
        found[row.needed("rule")] = (*earlier, id)
    return found


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
