"""What a report marks on the map: rings on assets, broken diamonds on groups."""

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


def rings(report: "Report") -> dict[AssetId, Ring]:
    """Return the ring of each asset whose own failure is a risk of level medium or above."""
    found: dict[AssetId, Ring] = {}
    for finding in report.findings:
        level = finding.level
        if finding.sort is not Sort.RISK or finding.rule not in _OF_ASSETS:
            continue
        if level is None or level < Level.MEDIUM:
            continue
        radius = finding.evidence.blast_radius
        for asset in finding.assets:
            other = found.get(asset, Ring(level=level, blast_radius=radius))
            found[asset] = Ring(
                level=max(level, other.level), blast_radius=max(radius, other.blast_radius)
            )
    return found


def broken_groups(report: "Report") -> frozenset[GroupId]:
    """Return the groups that one relevant cause takes down as a whole."""
    return frozenset(
        group
        for finding in report.findings
        if finding.rule is Rule.FALSE_REDUNDANCY and finding.sort is Sort.RISK
        for group in finding.evidence.groups
    )
