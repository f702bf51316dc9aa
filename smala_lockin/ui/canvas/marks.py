"""What a report marks on the map: rings on assets, broken diamonds on groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smala_lockin.analysis.rating.findings import OF_POINTS, Rule, Sort
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.ui.canvas.ring import Ring

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report

_OF_ASSETS = frozenset(
    {
        *(*OF_POINTS, Rule.LOSS, Rule.END_OF_SUPPORT, Rule.NOTICE_DEADLINE),
        *(Rule.AI_TRAINING, Rule.NO_DPA, Rule.LOCK_IN),
    }
)
"""Rules about the asset itself; others are about groups, about hands, or about whose law it is."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The ring of each asset whose own failure is a risk of level medium or above; and the groups
    that one relevant cause takes down as a whole."""

    rings: Mapping[AssetId, Ring]
    broken_groups: frozenset[GroupId]


def of_report(report: "Report") -> Marks:
    """Return what a report marks."""
    found: dict[AssetId, tuple[Level, float]] = {}
    broken: set[GroupId] = set()
    risk, false_redundancy, least = Sort.RISK, Rule.FALSE_REDUNDANCY, Level.MEDIUM
    for finding in report.findings:
        level, rule = finding.level, finding.rule
        if finding.sort is not risk:
            continue
        if rule is false_redundancy:
            broken.update(finding.evidence.groups)
        if level is None or level < least or rule not in _OF_ASSETS:
            continue
        radius = finding.evidence.blast_radius
        for asset in finding.assets:
            highest, largest = found.get(asset, (level, radius))
            found[asset] = max(level, highest), max(radius, largest)
    rings = {key: Ring(level=level, blast_radius=radius) for key, (level, radius) in found.items()}
    return Marks(rings, frozenset(broken))
