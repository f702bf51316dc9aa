"""How far two maps are alike, so that an edit does not have all worked out again.

Alike.of(before, after).kept -> the parts of a `Structure` that are the same for both
"""

from collections.abc import Mapping
from typing import NamedTuple, Self

from smala_lockin.domain.landscape import Landscape

OF_NEEDS = (
    "order",
    "steps",
    "by_id",
    "vital_targets",
    "processes_by_id",
    "behind_processes",
    "controlled",
    "funded",
    "suppliers",
    "provisions",
    "_provided",
    "providers",
    "vitally_provided",
    "clients",
)
"""What follows from the dependencies, the groups and the kinds of the assets alone."""

OF_ASSETS = ("by_id", "suppliers", "seated", "hours_out", "hosted")
"""What follows from the assets and the settings alone."""

OF_FACTS: Mapping[str, tuple[str, ...]] = {
    "weights": ("criticality",),
    "hours_out": ("recovery_hours",),
    "days_lost": ("replacement_days",),
    "hours_lost": ("replacement_days",),
    "hosted": ("country", "hosting_countries", "hosting_failover"),
    "seated": ("country",),
    "ruled": ("country",),
}
"""What follows from these facts of the assets, the settings, and what `OF_NEEDS` does."""


class Alike(NamedTuple):
    """Whether two maps have the same needs, and which parts of their structures are the same."""

    in_needs: bool
    kept: tuple[str, ...]

    @classmethod
    def of(cls, before: Landscape, after: Landscape) -> Self:
        """Return how far a map after an edit is like that before."""
        same_settings = before.settings == after.settings
        if before.dependencies is not after.dependencies or before.groups is not after.groups:
            is_kept = same_settings and before.assets is after.assets
            return cls(False, OF_ASSETS if is_kept else ())
        pairs = zip(before.assets.items(), after.assets.items(), strict=False)
        others = [(one, now) for one, now in pairs if one[1] is not now[1]]
        same_assets = len(before.assets) == len(after.assets) and all(
            key == other and one.kind is now.kind for (key, one), (other, now) in others
        )
        if not same_assets:
            return cls(False, ())
        told = (
            ()
            if not same_settings
            else tuple(
                name
                for name, facts in OF_FACTS.items()
                if all(
                    getattr(one, fact) == getattr(now, fact)
                    for (_id, one), (_same, now) in others
                    for fact in facts
                )
            )
        )
        return cls(True, (*OF_NEEDS, *told))
