"""Single points of failure: what alone stops a process (semantics, section 3).

single_points(landscape) -> tuple[SinglePoint, ...]
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from smala_lockin.analysis.assumptions import CRITICALITY, max_outage_hours
from smala_lockin.analysis.event_pass import EveryEvent
from smala_lockin.analysis.events import Event, EventKind
from smala_lockin.analysis.failure import failed
from smala_lockin.analysis.structure import Structure
from smala_lockin.analysis.timing import stop_times
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.landscape import Landscape


class Severity(StrEnum):
    """What a failure breaches: a process of criticality 4 or 5, one below, or none."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A severity with every unknown read as harmless, and as harmful."""

    best: Severity
    worst: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePoint:
    """An asset whose failure alone stops a process other than itself.

    `stops` are those processes, sorted; `stop_times` their T in hours; `margins` how long the
    asset may be away before each is too late (T + max_outage_hours, assumed where unknown), and
    `margin_hours` the smallest. `severity` is for an outage (recovery_hours of the asset),
    `severity_if_lost` for its loss (replacement_days).
    """

    asset: AssetId
    stops: tuple[AssetId, ...]
    blast_radius: float
    stop_times: Mapping[AssetId, float]
    margins: Mapping[AssetId, float]
    margin_hours: float
    severity: Bounds
    severity_if_lost: Bounds


def single_points(landscape: Landscape | Structure | EveryEvent) -> tuple[SinglePoint, ...]:
    """Return all single points of failure, the largest blast radius first, then by id."""
    every = landscape if isinstance(landscape, EveryEvent) else EveryEvent.of(landscape)
    found = [
        _single_point(every, event)
        for event in every.events
        if event.kind is EventKind.ASSET and every.stopped(event)
    ]
    return tuple(sorted(found, key=lambda one: (-one.blast_radius, one.asset)))


def _single_point(every: EveryEvent, event: Event) -> SinglePoint:
    structure = every.structure
    asset = structure.index[AssetId(event.id)]
    stops = every.stops(event)
    every_time = stop_times(structure, {asset}, failed(structure, {asset}))
    times = {process: every_time[structure.index[process]] for process in stops}
    assets = structure.landscape.assets
    margins = {one: time + max_outage_hours(assets[one]).usual for one, time in times.items()}
    seed = structure.assets[asset]
    replacement = None if seed.replacement_days is None else seed.replacement_days * 24
    return SinglePoint(
        asset=seed.id,
        stops=stops,
        blast_radius=every.blast_radius(event),
        stop_times=times,
        margins=margins,
        margin_hours=min(margins.values()),
        severity=_bounds(assets, times, seed.recovery_hours),
        severity_if_lost=_bounds(assets, times, replacement),
    )


def _bounds(
    assets: Mapping[AssetId, Asset], times: Mapping[AssetId, float], hours: float | None
) -> Bounds:
    low, _usual, high = CRITICALITY
    return Bounds(
        best=_severity(assets, times, 0.0 if hours is None else hours, inf, low),
        worst=_severity(assets, times, inf if hours is None else hours, 0.0, high),
    )


def _severity(
    assets: Mapping[AssetId, Asset],
    times: Mapping[AssetId, float],
    hours: float,
    max_outage: float,
    criticality: int,
) -> Severity:
    worst = Severity.MINOR
    for process, time in times.items():
        one = assets[process]
        allowed = max_outage if one.max_outage_hours is None else one.max_outage_hours
        if hours - time > allowed:
            matters = criticality if one.criticality is None else one.criticality
            if matters >= 4:
                return Severity.CRITICAL
            worst = Severity.MAJOR
    return worst
