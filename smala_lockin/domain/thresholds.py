"""The thresholds of the rules, which people may change (semantics, section 7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from smala_lockin.domain.setting_tables import RISING, Row, Table, check_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """From where on a rule fires, or counts one step more. Shares are 0..1.

    Where a threshold has several numbers they are steps, the lower first.
    """

    lock_in: Row = (60, 75)
    """The index from which the rule fires, and from which its impact is one more."""
    lock_in_coverage: float = 0.4
    supplier_share: Row = (0.3, 0.5)
    """The share of spend from which it is too much, and from which its impact is one more."""
    supplier_coverage: float = 0.5
    supplier_blast: float = 0.3
    country_share: float = 0.5
    hhi: Row = (1000, 2000)
    """Below the first concentration is low, above the second high."""
    notice_days: float = 90
    missed_notice_days: float = 30
    end_of_support_days: float = 365
    tested_within_days: float = 365
    """For how long a test of a group or of an exit plan counts."""
    gap_days: Row = (10, 60)
    """Above each of these a loss or a cut-off has one more of impact."""
    cut_off_criticality: float = 3
    important_criticality: float = 4
    """From which criticality a process makes lock-in, one AI or an untested fallback worse."""
    false_redundancy_impact: float = 3
    """Who thinks that something stands in is not prepared; so it is at least this."""
    revenue_shares: Row = (0.001, 0.005, 0.02, 0.05)
    """From which share of a year's revenue a cost is of impact 2, 3, 4 and 5."""
    foundation_blast: float = 0.9
    """The blast radius from which infrastructure or a place is a foundation."""
    folded_blast: float = 0.3
    """The blast radius below which suppliers that each carry one activity are told together."""
    hidden_share: float = 0.5
    """From which hidden share a story comes before others of its level."""
    ecosystem: Row = (0.2, 0.9, 2.5)
    """The threat level from which a supplier is in the zone of watch, control, danger."""

    def __post_init__(self) -> None:
        for name, table in THRESHOLDS.items():
            check_row(table, self.row(name), "thresholds", name)

    def row(self, name: str) -> Row:
        """Return the numbers of a threshold, one or several."""
        value = getattr(self, name)
        return value if isinstance(value, tuple) else (value,)


_SHARE = Table(high=1)
_DAYS = Table(high=3650, is_whole=True)
_SCALE = Table(low=1, high=5, is_whole=True)

THRESHOLDS: Mapping[str, Table] = {
    "lock_in": Table(high=100, width=2, order=RISING),
    "lock_in_coverage": _SHARE,
    "supplier_share": Table(high=1, width=2, order=RISING),
    "supplier_coverage": _SHARE,
    "supplier_blast": _SHARE,
    "country_share": _SHARE,
    "hhi": Table(high=10_000, width=2, order=RISING),
    "notice_days": _DAYS,
    "missed_notice_days": _DAYS,
    "end_of_support_days": _DAYS,
    "tested_within_days": _DAYS,
    "gap_days": Table(high=3650, width=2, order=RISING),
    "cut_off_criticality": _SCALE,
    "important_criticality": _SCALE,
    "false_redundancy_impact": _SCALE,
    "revenue_shares": Table(high=1, width=4, order=RISING),
    "foundation_blast": _SHARE,
    "folded_blast": _SHARE,
    "hidden_share": _SHARE,
    "ecosystem": Table(high=16, width=3, order=RISING),
}
"""What each threshold takes, in the order in which people are shown them."""
