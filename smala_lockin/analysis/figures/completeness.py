"""Completeness: how much of what the analysis would like to know of an asset is known."""

from collections.abc import Mapping

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import AssetKind

_OUTAGE = ("recovery_hours", "replacement_days")
_EXIT = (
    *("data_export", "open_source", "open_standard", "exit_plan", "customisation", "skills"),
    *("substitutes", "contract_end", "notice_days", "annual_cost"),
)
_DATA = ("hosting_countries", "personal_data")
_ONLINE = (*_OUTAGE, *_DATA, "dpa_signed", *_EXIT)

READ: Mapping[AssetKind, tuple[str, ...]] = {
    AssetKind.PROCESS: ("criticality", "max_outage_hours", "outage_cost_per_day"),
    AssetKind.APPLICATION: (*_OUTAGE, *_DATA, *_EXIT),
    AssetKind.CLOUD_SERVICE: _ONLINE,
    AssetKind.AI_SERVICE: (*_ONLINE, "trains_on_our_data", "model_family"),
    AssetKind.DATA: ("recovery_hours", *_DATA),
    AssetKind.INFRASTRUCTURE: (*_OUTAGE, "annual_cost", "units"),
    AssetKind.PEOPLE: (*_OUTAGE, "units"),
    AssetKind.LOCATION: (*_OUTAGE, "country"),
    AssetKind.SUPPLIER: ("country", "replacement_days", "annual_cost"),
}
"""The facts of each kind that the analysis reads and assumes, or asks for, where unknown."""


def known(asset: Asset) -> tuple[int, int]:
    """Return how many of the facts that the analysis reads are known, and how many there are."""
    wanted = READ[asset.kind]
    return sum(getattr(asset, fact) is not None for fact in wanted), len(wanted)
