"""Values assumed for facts nobody gave, by kind of asset (semantics, section 10).

Each is a low, a usual and a high value; a known fact is its own low, usual and high. They are
judgement, said so wherever they are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind, Need, Role
from smala_lockin.domain.landscape import Landscape

_K = AssetKind
_Range = tuple[float, float, float]

RECOVERY_HOURS: Mapping[AssetKind, _Range] = {
    _K.APPLICATION: (4, 24, 120),
    _K.CLOUD_SERVICE: (2, 8, 72),
    _K.AI_SERVICE: (1, 8, 72),
    _K.DATA: (4, 24, 168),
    _K.INFRASTRUCTURE: (4, 24, 168),
    _K.PEOPLE: (24, 120, 1440),
    _K.LOCATION: (8, 72, 1440),
    _K.SUPPLIER: (24, 72, 336),
    # Processes are no one's outage but their own: section 10 has no row, an application's serves.
    _K.PROCESS: (4, 24, 120),
}
REPLACEMENT_DAYS: Mapping[AssetKind, _Range] = {
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
MAX_OUTAGE_HOURS: Mapping[int, float] = {5: 8, 4: 24, 3: 72, 2: 168, 1: 720}
"""By criticality; from a quarter of it to four times."""

CRITICALITY: tuple[int, int, int] = (1, 3, 5)
SWITCH_HOURS = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number as it is known, or as it is assumed between a low and a high end."""

    low: float
    usual: float
    high: float
    known: bool

    @classmethod
    def of(cls, value: float) -> "Estimate":
        """Return the estimate of a known value."""
        return cls(low=value, usual=value, high=value, known=True)


def recovery_hours(landscape: Landscape, id: AssetId) -> Estimate:
    """Return how long it takes to get the same thing back, in hours."""
    asset = landscape.assets[id]
    if asset.recovery_hours is not None:
        return Estimate.of(asset.recovery_hours)
    return _assumed(*RECOVERY_HOURS[asset.kind])


def replacement_days(landscape: Landscape, id: AssetId) -> Estimate:
    """Return how long it takes to move to something else, in days.

    A supplier takes as long as the longest of what it vitally provides, that known or assumed.
    """
    asset = landscape.assets[id]
    if asset.replacement_days is not None:
        return Estimate.of(asset.replacement_days)
    low, usual, high = REPLACEMENT_DAYS[asset.kind]
    if asset.kind is AssetKind.SUPPLIER:
        provided = vitally_provided(landscape, id)
        usual = max(
            (_own_replacement_days(landscape.assets[one]) for one in provided), default=usual
        )
        low, high = min(low, usual), max(high, usual)
    return _assumed(low, usual, high)


def vitally_provided(landscape: Landscape, supplier: AssetId) -> tuple[AssetId, ...]:
    """Return what vitally needs a supplier as its provider, each once, in the map's order."""
    return tuple(
        dict.fromkeys(
            one.source
            for one in landscape.needed_by[supplier]
            if one.role is Role.PROVIDED_BY and one.need is Need.VITAL
        )
    )


def criticality(asset: Asset) -> Estimate:
    """Return how much a process matters, 1 to 5."""
    if asset.criticality is not None:
        return Estimate.of(asset.criticality)
    return _assumed(*CRITICALITY)


def weight(asset: Asset) -> int:
    """Return the weight of a process in a blast radius: its criticality, unknown 3."""
    return CRITICALITY[1] if asset.criticality is None else asset.criticality


def max_outage_hours(asset: Asset) -> Estimate:
    """Return how long a process may stand still, in hours; assumed by its criticality."""
    if asset.max_outage_hours is not None:
        return Estimate.of(asset.max_outage_hours)
    usual = MAX_OUTAGE_HOURS[weight(asset)]
    return _assumed(usual / 4, usual, usual * 4)


def _own_replacement_days(asset: Asset) -> float:
    if asset.replacement_days is not None:
        return asset.replacement_days
    return REPLACEMENT_DAYS[asset.kind][1]


def _assumed(low: float, usual: float, high: float) -> Estimate:
    return Estimate(low=low, usual=usual, high=high, known=False)
