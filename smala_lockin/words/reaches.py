"""By what ways foreign law gets to the activities, in words."""

from collections.abc import Iterable

from smala_lockin.analysis.figures.reach import ReachPath
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.i18n import _
from smala_lockin.knowledge.jurisdictions import in_eea
from smala_lockin.words import nouns

_PLACED = (AssetKind.SUPPLIER, AssetKind.LOCATION)
"""What is in a country itself; of all else it is the hosting that is there."""


def from_outside(report: Report) -> list[ReachPath]:
    """Return by what ways the law of countries outside the EEA gets to each activity."""
    return [
        path
        for process in report.processes
        for path in report.figures.reaches.paths(process)
        if not in_eea(path.country)
    ]


def way(report: Report, path: ReachPath) -> str:
    """Return the assets on the way behind the activity, and what the last has to do with it."""
    told = steps(report, [step.asset for step in path.steps[1:] or path.steps])
    if path.by_investor:
        return _("%(way)s (an investor)") % {"way": told}
    if report.landscape.assets[path.steps[-1].asset].kind not in _PLACED:
        return _("%(way)s (hosted there)") % {"way": told}
    return told


def steps(report: Report, assets: Iterable[AssetId]) -> str:
    """Return "Mail → Acme"."""
    return " → ".join(nouns.name(report.landscape, one) for one in assets)
