"""What an explanation is made of: plain values that a window or a sheet can show."""

from collections.abc import Mapping
from dataclasses import dataclass

from smala_lockin.analysis.failure.events import Event, EventKind
from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and the assets it names."""

    text: str
    assets: tuple[AssetId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A small table; `marked` are the cells (row, column) that decide."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading with sentences below it, and a table where one says it better."""

    title: str
    lines: tuple[Line, ...]
    grid: Grid | None = None


def stop_hours(report: Report, finding: Finding) -> Mapping[AssetId, float]:
    """Return when each process stops (hours) in the event a finding is about; none if it has none.

    An event of one asset is among the points of failure; that of a country, a group of companies
    or a place is simulated.
    """
    asset = failing(finding)
    points = {one.asset: one for one in report.single_points}
    if asset in points:
        return points[asset].stop_times
    happens = event(finding)
    if happens is None:
        return {}
    return simulate(report.figures.every.structure, [happens]).stops_at_hours


def event(finding: Finding) -> Event | None:
    """Return the event of a cut-off or a common cause; other findings are about assets."""
    if finding.rule is Rule.CUT_OFF and finding.evidence.country:
        return Event(EventKind.COUNTRY, finding.evidence.country)
    if finding.rule is not Rule.FALSE_REDUNDANCY:
        return None
    kind, _colon, id = finding.evidence.causes[0].partition(":")
    if kind in tuple(EventKind):
        return Event(EventKind(kind), id)
    return Event(EventKind.ASSET, finding.assets[0])  # circular: the owner brings itself down


def failing(finding: Finding) -> AssetId | None:
    """Return the single asset whose failure a finding is about, if it is one."""
    if finding.evidence.causes:
        kind, _colon, id = finding.evidence.causes[0].partition(":")
        return AssetId(id) if kind == "asset" else None
    is_one = len(finding.assets) == 1 and finding.rule is not Rule.CUT_OFF
    return finding.assets[0] if is_one else None
