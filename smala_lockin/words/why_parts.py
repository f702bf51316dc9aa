"""What an explanation is made of: plain values that a window or a sheet can show."""

from collections.abc import Mapping
from dataclasses import dataclass

from smala_lockin.analysis.rating.findings import Finding
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
    """Return when each process stops (hours) in the event a finding is about, where one asset is.

    Empty where the event is another one: a country, a group, a group's own failure.
    """
    asset = failing(finding)
    points = {one.asset: one for one in report.single_points}
    return points[asset].stop_times if asset in points else {}


def failing(finding: Finding) -> AssetId | None:
    """Return the single asset whose failure a finding is about, if it is one."""
    if finding.evidence.causes:
        kind, _colon, id = finding.evidence.causes[0].partition(":")
        return AssetId(id) if kind == "asset" else None
    return finding.assets[0] if len(finding.assets) == 1 else None
