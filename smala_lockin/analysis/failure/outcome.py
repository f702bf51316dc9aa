"""What one event stops, as a value."""

from typing import NamedTuple

from smala_lockin.domain.assets import AssetId


class Outcome(NamedTuple):
    """What one event stops.

    `stops` are the processes, sorted, without the asset that the event names itself; the blast
    radius is their weighted share of all processes, likewise.
    """

    stops: tuple[AssetId, ...]
    blast_radius: float
