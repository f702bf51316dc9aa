"""The processes of a map as readings of what is unknown see them, as arrays (numpy)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from smala_lockin.domain.assets import AssetId


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """The processes of a map, sorted by id, as one reading of the unknown sees them."""

    ids: NDArray[np.object_]
    criticality: NDArray[np.int64]
    weight_if_in_time: NDArray[np.int64]
    tolerance_hours: NDArray[np.float64]
    """Infinite where it is not said."""
    cost_per_hour: NDArray[np.float64]
    """0 where it is not known."""

    @classmethod
    def of(
        cls,
        criticality: Mapping[AssetId, int],
        weight_if_in_time: Mapping[AssetId, int],
        tolerance_hours: Mapping[AssetId, float],
        cost_per_hour: Mapping[AssetId, float],
    ) -> Self:
        """Return the scale of the processes of which this is said."""
        ids = sorted(criticality)
        return cls(
            ids=np.array(ids, dtype=object),
            criticality=np.array([criticality[one] for one in ids], dtype=np.int64),
            weight_if_in_time=np.array([weight_if_in_time[one] for one in ids], dtype=np.int64),
            tolerance_hours=np.array([tolerance_hours.get(one, np.inf) for one in ids]),
            cost_per_hour=np.array([cost_per_hour.get(one, 0.0) for one in ids]),
        )

    @classmethod
    def in_line(cls, scales: Sequence[Self]) -> Self:
        """Return the processes of some readings of one map, one reading after the other."""
        return cls(
            ids=np.concatenate([one.ids for one in scales]),
            criticality=np.concatenate([one.criticality for one in scales]),
            weight_if_in_time=np.concatenate([one.weight_if_in_time for one in scales]),
            tolerance_hours=np.concatenate([one.tolerance_hours for one in scales]),
            cost_per_hour=np.concatenate([one.cost_per_hour for one in scales]),
        )

    def place(self) -> dict[AssetId, int]:
        """Return the place of each process."""
        return {id: number for number, id in enumerate(self.ids)}
