"""Values assumed for facts nobody gave, by kind of asset (semantics, section 10).

Each is a low, a usual and a high value; a known fact is its own low, usual and high. They are
judgement, said so wherever they are shown, and settings of the map.
"""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple, Protocol

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind, Need, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import Settings

CRITICALITY: tuple[int, int, int] = (1, 3, 5)
"""Not a setting: nothing said means the middle of the scale, between its ends."""


class Estimate(NamedTuple):
    """A number as it is known, or as it is assumed between a low and a high end."""

    low: float
    usual: float
    high: float
    known: bool

    @classmethod
    def of(cls, value: float) -> "Estimate":
        """Return the estimate of a known value."""
        return _estimate((value, value, value, True))


_estimate = partial(tuple.__new__, Estimate)  # of most assets, and twice as fast


class Bears(Protocol):
    """What says how much a standstill of something matters: an asset does."""

    @property
    def criticality(self) -> int | None:
        """How much it matters, 1 to 5."""

    @property
    def max_outage_hours(self) -> float | None:
        """How long it may stand still."""


def recovery_hours(landscape: Landscape, id: AssetId) -> Estimate:
    """Return how long it takes to get the same thing back, in hours."""
    asset = landscape.assets[id]
    if asset.recovery_hours is not None:
        return Estimate.of(asset.recovery_hours)
    return _assumed(*landscape.settings.recovery_hours[asset.kind])


def replacement_days(landscape: Landscape, id: AssetId) -> Estimate:
    """Return how long it takes to move to something else, in days.

    A supplier takes as long as the longest of what it vitally provides, that known or assumed;
    where all of that is known it takes no longer.
    """
    asset = landscape.assets[id]
    if asset.replacement_days is None and asset.kind is AssetKind.SUPPLIER:
        provided = [landscape.assets[one] for one in vitally_provided(landscape, id)]
        return days_of_supplier(provided, landscape.settings)
    if asset.replacement_days is not None:
        return Estimate.of(asset.replacement_days)
    return _assumed(*landscape.settings.replacement_days[asset.kind])


def days_of_supplier(provided: Iterable[Asset], settings: Settings) -> Estimate:
    """Return how long it takes to move away from a supplier of which nobody said it, in days.

    `provided` is what it vitally provides. A process of which nobody said how long it takes is
    not assumed to take any time, but may, at worst, take as long as any supplier.
    """
    rows = settings.replacement_days
    low, usual, high = rows[AssetKind.SUPPLIER]
    known: set[float] = set()
    unknown: set[AssetKind] = set()
    is_known = True
    for one in provided:
        if (days := one.replacement_days) is not None:
            known.add(days)
        else:
            is_known = False
            if (kind := one.kind) is not _PROCESS:
                unknown.add(kind)
    if known or unknown:
        usual = max([*known, *[rows[kind][1] for kind in unknown]])
        low = min(low, max([*known, *[rows[kind][0] for kind in unknown]]))
        high = usual if is_known else max(high, usual)
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


def takes_time(asset: Asset) -> bool:
    """Whether it is known, or assumed, to take time to move something to another supplier.

    No time is assumed for a process, which goes on as it is: it counts where people said one.
    """
    return asset.replacement_days is not None or asset.kind is not _PROCESS


_PROCESS = AssetKind.PROCESS


def criticality(asset: Bears) -> Estimate:
    """Return how much a process matters, 1 to 5."""
    if asset.criticality is not None:
        return Estimate.of(asset.criticality)
    return _assumed(*CRITICALITY)


def weight(asset: Bears) -> int:
    """Return the weight of a process in a blast radius: its criticality, unknown 3."""
    return CRITICALITY[1] if asset.criticality is None else asset.criticality


def max_outage_hours(asset: Bears, settings: Settings) -> Estimate:
    """Return how long a process may stand still, in hours; assumed by its criticality.

    Where that is not known either, its ends are those of the whole scale.
    """
    if asset.max_outage_hours is not None:
        return Estimate.of(asset.max_outage_hours)
    (usual,) = settings.max_outage_hours[weight(asset)]
    low = high = usual
    if asset.criticality is None:
        scale = [hours for (hours,) in settings.max_outage_hours.values()]
        low, high = min(scale), max(scale)
    return _assumed(low / 4, usual, high * 4)


def _assumed(low: float, usual: float, high: float) -> Estimate:
    return _estimate((low, usual, high, False))
