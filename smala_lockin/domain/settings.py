"""The settings of a map: the judgement behind its numbers, which people may change.

Every table is semantics' own (sections 5 to 10) as long as nobody changes it. A file holds only
what differs (`domain.settings_record`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from smala_lockin.domain.facts import MAX_DAYS, MAX_HOURS
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.setting_tables import (
    FALLING,
    RISING,
    Row,
    Table,
    check_matrix,
    check_row,
    check_table,
    check_weights,
)
from smala_lockin.domain.thresholds import Thresholds

_K = AssetKind

BOUNDS_HOURS = (0.0, 4.0, 24.0, 72.0, 720.0)
"""The columns of the table of likelihoods: "away longer than", in hours."""


class LockInFactor(StrEnum):
    """What makes it hard to leave a service (semantics, section 6)."""

    PORTABILITY = "portability"
    REPLACEMENT = "replacement"
    SUBSTITUTES = "substitutes"
    INTEGRATION = "integration"
    CONTRACT = "contract"
    OPENNESS = "openness"
    SKILLS = "skills"
    EXIT_PLAN = "exit_plan"


class SovereigntyWeights(StrEnum):
    """Which published weights of the objectives SOV-1..8 are used (`knowledge.frameworks`)."""

    OCTOBER_2025 = "2025-10"
    """Those of version 1.2.1 of the EU Cloud Sovereignty Framework."""
    JUNE_2026 = "2026-06"
    """Those of the calculator annexed to its guidance."""


_WEIGHTS: Mapping[LockInFactor, Row] = {
    LockInFactor.PORTABILITY: (20,),
    LockInFactor.REPLACEMENT: (20,),
    LockInFactor.SUBSTITUTES: (15,),
    LockInFactor.INTEGRATION: (15,),
    LockInFactor.CONTRACT: (10,),
    LockInFactor.OPENNESS: (10,),
    LockInFactor.SKILLS: (5,),
    LockInFactor.EXIT_PLAN: (5,),
}
_MATRIX: Mapping[int, Row] = {
    5: (2, 3, 3, 4, 4),
    4: (1, 2, 3, 3, 4),
    3: (1, 1, 2, 3, 3),
    2: (0, 1, 1, 2, 2),
    1: (0, 0, 1, 1, 2),
}
_LIKELIHOOD: Mapping[AssetKind, Row] = {
    _K.CLOUD_SERVICE: (4, 3, 2, 1, 1),
    _K.APPLICATION: (4, 3, 2, 1, 1),
    _K.AI_SERVICE: (5, 4, 3, 2, 1),
    _K.INFRASTRUCTURE: (4, 3, 2, 2, 1),
    _K.DATA: (3, 3, 2, 2, 1),
    _K.PEOPLE: (5, 4, 4, 3, 2),
    _K.LOCATION: (3, 2, 2, 1, 1),
    # A process and a supplier fail as a whole, not for hours: as rare as a lost supplier.
    _K.PROCESS: (2, 2, 2, 1, 1),
    _K.SUPPLIER: (2, 2, 2, 2, 2),
}
_IMPACT: Mapping[int, Row] = {5: (4, 3), 4: (4, 3), 3: (3, 2), 2: (2, 1), 1: (1, 1)}
_CUT_OFF: Mapping[str, Row] = {
    "CN": (3,),
    "HK": (3,),
    "RU": (5,),
    "BY": (5,),
    "IR": (5,),
    "KP": (5,),
}
_RECOVERY_HOURS: Mapping[AssetKind, Row] = {
    _K.APPLICATION: (4, 24, 120),
    _K.CLOUD_SERVICE: (2, 8, 72),
    _K.AI_SERVICE: (1, 8, 72),
    _K.DATA: (4, 24, 168),
    _K.INFRASTRUCTURE: (4, 24, 168),
    _K.PEOPLE: (24, 120, 1440),
    _K.LOCATION: (8, 72, 1440),
    _K.SUPPLIER: (24, 72, 336),
    # Processes are no one's outage but their own: an application's values serve.
    _K.PROCESS: (4, 24, 120),
}
_REPLACEMENT_DAYS: Mapping[AssetKind, Row] = {
    _K.APPLICATION: (30, 120, 365),
    _K.CLOUD_SERVICE: (30, 90, 270),
    _K.AI_SERVICE: (3, 14, 90),
    _K.DATA: (14, 90, 365),
    _K.INFRASTRUCTURE: (7, 30, 180),
    _K.PEOPLE: (60, 120, 365),
    _K.LOCATION: (60, 180, 540),
    _K.SUPPLIER: (30, 90, 365),
    _K.PROCESS: (30, 120, 365),
}
_MAX_OUTAGE_HOURS: Mapping[int, Row] = {5: (8,), 4: (24,), 3: (72,), 2: (168,), 1: (720,)}

TABLES: Mapping[str, Table] = {
    "weights": Table(rows=_WEIGHTS, high=100),
    "matrix": Table(rows=_MATRIX, high=4, width=5, is_whole=True, order=RISING),
    "likelihood": Table(rows=_LIKELIHOOD, low=1, high=5, width=5, is_whole=True, order=FALLING),
    "impact": Table(rows=_IMPACT, low=1, high=5, width=2, is_whole=True),
    "cut_off": Table(rows=_CUT_OFF, low=1, high=5, is_whole=True, is_open=True),
    "recovery_hours": Table(rows=_RECOVERY_HOURS, high=MAX_HOURS, width=3, order=RISING),
    "replacement_days": Table(rows=_REPLACEMENT_DAYS, high=MAX_DAYS, width=3, order=RISING),
    "max_outage_hours": Table(rows=_MAX_OUTAGE_HOURS, high=MAX_HOURS),
}
"""What each table of the settings takes, and its defaults, by the name of its field."""

SWITCH_HOURS = Table(high=MAX_HOURS)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The tables, thresholds and choices in force for a map.

    Raises `InvalidSetting` where a value makes no sense.
    """

    thresholds: Thresholds = field(default_factory=Thresholds)
    weights: Mapping[LockInFactor, Row] = field(default_factory=lambda: _WEIGHTS)
    matrix: Mapping[int, Row] = field(default_factory=lambda: _MATRIX)
    """The level (0..4) by likelihood, for impacts 1..5."""
    likelihood: Mapping[AssetKind, Row] = field(default_factory=lambda: _LIKELIHOOD)
    """How often (1..5) such a thing is away longer than each of `BOUNDS_HOURS`."""
    impact: Mapping[int, Row] = field(default_factory=lambda: _IMPACT)
    """The impact by criticality of the worst process: of an outage, and of a loss or a cut-off."""
    cut_off: Mapping[str, Row] = field(default_factory=lambda: _CUT_OFF)
    """Countries for which being cut off is likelier (1..5) than their law alone says."""
    recovery_hours: Mapping[AssetKind, Row] = field(default_factory=lambda: _RECOVERY_HOURS)
    """What is assumed where nobody gave it: low, usual, high; so are the next."""
    replacement_days: Mapping[AssetKind, Row] = field(default_factory=lambda: _REPLACEMENT_DAYS)
    max_outage_hours: Mapping[int, Row] = field(default_factory=lambda: _MAX_OUTAGE_HOURS)
    """By criticality; from a quarter of it to four times."""
    switch_hours: float = 4
    rules_off: frozenset[str] = frozenset()
    """The rules (as `analysis.findings.Rule` names them) that find nothing."""
    sovereignty: SovereigntyWeights = SovereigntyWeights.OCTOBER_2025

    def __post_init__(self) -> None:
        for name, table in TABLES.items():
            check_table(table, getattr(self, name), name)
        check_row(SWITCH_HOURS, (self.switch_hours,), "switch_hours")
        check_weights(self.weights, "weights")
        check_matrix(self.matrix, "matrix")


DEFAULT = Settings()
"""The settings of a map that changes none."""
