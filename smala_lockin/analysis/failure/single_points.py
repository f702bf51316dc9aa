"""Single points of failure: what alone stops a process (semantics, section 3).

single_points(landscape) -> tuple[SinglePoint, ...]
"""

from collections.abc import Mapping

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Event
from smala_lockin.analysis.failure.single_point import SinglePoint
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.recall import Recall
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape


def single_points(
    landscape: Landscape | Structure | EveryEvent,
    recall: Recall | None = None,
    times: Mapping[Event, Mapping[AssetId, float]] | None = None,
) -> tuple[SinglePoint, ...]:
    """Return all single points of failure, the largest blast radius first, then by id.

    `times` are those of the events that are one, if these are known.
    """
    from smala_lockin.analysis.failure.single_point_arrays import found_in

    every = landscape if isinstance(landscape, EveryEvent) else EveryEvent.of(landscape)
    known = every.stop_times(every.stopping_assets) if times is None else times
    found = found_in(every, recall or Recall(), known)
    return tuple(sorted(found, key=lambda one: (-one.blast_radius, one.asset)))
