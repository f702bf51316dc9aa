"""A single point of failure, what alone stops a process, as a value (semantics, section 3)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from smala_lockin.domain.assets import AssetId


class Severity(StrEnum):
    """What a failure breaches: a process of criticality 4 or 5, one below, or none."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class Bounds(NamedTuple):
    """A severity with every unknown read as harmless, and as harmful."""

    best: Severity
    worst: Severity


class SinglePoint(NamedTuple):
    """An asset whose failure alone stops a process other than itself.

    `stop_times` is T of each process it stops, in hours, sorted by id. `margin_hours` is the
    smallest of its margins. `severity` is for an outage (recovery_hours of the asset),
    `severity_if_lost` for its loss (replacement_days). `allowed` is what each process of the map
    may be away: max_outage_hours, assumed where unknown; all points share it.
    """

    asset: AssetId
    blast_radius: float
    stop_times: Mapping[AssetId, float]
    margin_hours: float
    severity: Bounds
    severity_if_lost: Bounds
    allowed: Mapping[AssetId, float]

    @property
    def stops(self) -> tuple[AssetId, ...]:
        """The processes it stops, sorted."""
        return tuple(self.stop_times)

    @property
    def margins(self) -> dict[AssetId, float]:
        """How long it may be away before each process is too late: T + max_outage_hours."""
        return {one: time + self.allowed[one] for one, time in self.stop_times.items()}
