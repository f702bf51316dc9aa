"""What a rule says about a landscape: values, no words.

They are named tuples rather than dataclasses: a large map has thousands of them in each report,
and frozen dataclasses of so many fields take several times as long to make.
"""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial
from typing import NamedTuple

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.kinds import PersonalData
from smala_lockin.domain.records import RiskKey


class Rule(StrEnum):
    """What can be found; in the order in which findings of equal weight are told."""

    FALSE_REDUNDANCY = "false_redundancy"
    UNTESTED_FALLBACK = "untested_fallback"
    SPOF = "spof"
    KEY_PERSON = "key_person"
    AI_NO_FALLBACK = "ai_no_fallback"
    LOSS = "loss"
    CUT_OFF = "cut_off"
    NOTICE_DEADLINE = "notice_deadline"
    END_OF_SUPPORT = "end_of_support"
    AI_TRAINING = "ai_training"
    NO_DPA = "no_dpa"
    HOSTING_THIRD_COUNTRY = "hosting_third_country"
    LEGAL_REACH = "legal_reach"
    AI_SINGLE_MODEL = "ai_single_model"
    LOCK_IN = "lock_in"
    CONCENTRATION_SUPPLIER = "concentration_supplier"
    CONCENTRATION_COUNTRY = "concentration_country"
    LOOP = "loop"
    ORPHAN = "orphan"
    UNSERVED = "unserved"
    MISSING_FACTS = "missing_facts"
    STAND_INS = "stand_ins"


OF_POINTS = (Rule.SPOF, Rule.KEY_PERSON, Rule.AI_NO_FALLBACK)
"""The rules that tell what happens when one thing breaks down."""


class Sort(StrEnum):
    """A risk goes to the register, a question to "To find out", a note to neither."""

    RISK = "risk"
    QUESTION = "question"
    NOTE = "note"


class Usual(NamedTuple):
    """Where a likelihood comes from: how often things of a kind are away longer than a bound.

    `bound_hours` is the column of the table, `table` the likelihood there; the rest says what
    moved it: a known recovery time above (+1) or below (-1) the margin, `units` (-1 or -2),
    a group or exit plan tested within a year (-1).
    """

    bound_hours: float
    table: int
    recovery: int = 0
    units: int = 0
    tested: int = 0


class Evidence(NamedTuple):
    """The figures behind a finding; times in hours, shares 0..1; what does not apply is absent.

    `stops` are the processes that stop, the first to stop leading, `first_stop_hours` when that
    is. `least_margin_hours` is how long the event may last before any of them is too late,
    `margin_hours` before all of `late` are. `gap_hours` is how far a loss outlasts what its worst
    process (the first of `late`) tolerates. `cost`, in the company's currency, is there where it
    is what makes the impact as high as it is. `path` is a way by which a law gets to the data,
    `by_investor` whether through a fund only. `day` is when something falls due, `on_day` when
    that takes effect. `merged` are rules that say the same of the same asset. `missing` counts
    for each fact of how many assets it is unknown, and how many could hold it. `could_be` is the
    level a question would have if the answer were the harmful one. `root` is who controls those
    that a finding is about together, `family` of what models they are, `share` what part of the
    known spending goes there, 0..1, and `services` what comes from there. `lock_in` is that
    index, 0..100.
    """

    stops: tuple[AssetId, ...] = ()
    first_stop_hours: float | None = None
    least_margin_hours: float | None = None
    margin_hours: float | None = None
    late: tuple[AssetId, ...] = ()
    gap_hours: float | None = None
    duration_hours: float | None = None
    blast_radius: float = 0.0
    hidden_share: float = 0.0
    usual: Usual | None = None
    cost: float | None = None
    country: str | None = None
    groups: tuple[GroupId, ...] = ()
    causes: tuple[str, ...] = ()
    gateways: tuple[AssetId, ...] = ()
    path: tuple[AssetId, ...] = ()
    by_investor: bool = False
    at_least: bool = False
    day: date | None = None
    on_day: date | None = None
    switch_hours: float | None = None
    personal_data: PersonalData | None = None
    merged: tuple[Rule, ...] = ()
    missing: tuple[tuple[str, int, int], ...] = ()
    could_be: Level | None = None
    root: AssetId | None = None
    family: str | None = None
    share: float | None = None
    lock_in: float | None = None
    services: tuple[AssetId, ...] = ()


class Finding(NamedTuple):
    """One thing a rule says. `level_range` is the level with assumed facts at their two ends.

    `assumed` names the facts for which an assumed value was used. `bundle` is the story the
    finding belongs to (risks only). Questions and notes have no likelihood, impact or level.
    """

    key: RiskKey
    rule: Rule
    sort: Sort
    assets: tuple[AssetId, ...]
    likelihood: int | None = None
    impact: int | None = None
    level: Level | None = None
    level_range: tuple[Level, Level] | None = None
    assumed: tuple[str, ...] = ()
    bundle: str | None = None
    evidence: Evidence = Evidence()


make_finding, make_evidence = (
    partial(Finding.__new__, Finding),
    partial(Evidence.__new__, Evidence),
)
"""The same as calling the class, which takes three times as long where values are named."""

Numbered = tuple[RiskKey, int]
"""A key, and the how many-th of that key a finding is: two may have the same."""


def numbered(findings: Iterable[Finding]) -> dict[Numbered, Finding]:
    """Return findings by what tells them apart, in their order."""
    found: dict[Numbered, Finding] = {}
    for one in findings:
        number = 0
        while (key := (one.key, number)) in found:
            number += 1
        found[key] = one
    return found


def risk_key(rule: Rule, ids: Iterable[str] = (), *more: str) -> RiskKey:
    """Return the stable key of a finding: its rule and ids, joined by `:`, percent-encoded.

    An id that the keys of a rule could mistake for something else, such as an asset `US` for the
    country, is encoded to its last letter.
    """
    other = _OTHERS.get(rule)
    parts: list[str] = [rule]
    for one in sorted(ids):
        is_other = other is not None and other.fullmatch(one)
        parts.append(_encoded(one, _NOTHING) if is_other else _encoded(one))
    if more:
        parts += map(_encoded, more)
    return RiskKey(":".join(parts))


def key_of_asset(rule: Rule, id: AssetId) -> RiskKey:
    """Return the key of a finding about one asset alone: the same, sooner."""
    other = _OTHERS.get(rule)
    if other is not None and other.fullmatch(id):
        return risk_key(rule, [id])
    return RiskKey(rule + ":" + _encoded(id))


_COUNTRY = re.compile("[A-Z]{2}|country")
_OTHERS = {
    Rule.CUT_OFF: _COUNTRY,
    Rule.LEGAL_REACH: _COUNTRY,
    Rule.HOSTING_THIRD_COUNTRY: _COUNTRY,
    Rule.CONCENTRATION_COUNTRY: _COUNTRY,
    Rule.NOTICE_DEADLINE: re.compile("contract_end|renewal_months|notice_days"),
}
"""What but ids of assets may stand alone in the keys of a rule."""


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=50_000)  # several rules find something about each asset
def _encoded(text: str, plain: frozenset[str] = _PLAIN) -> str:
    """Percent-encode all but unreserved characters (RFC 3986, section 2.1)."""
    if plain.issuperset(text):
        return text
    return "".join(
        one if one in plain else "".join(f"%{byte:02X}" for byte in one.encode()) for one in text
    )
