"""Which activities what was imported serves: from ticks to an edit."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count

from smala_lockin.domain import edits
from smala_lockin.domain.assets import Asset, AssetId, Origin, Source
from smala_lockin.domain.dependencies import (
    Dependency,
    DependencyId,
    usual_buffer_hours,
    usual_need,
)
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge.activities import Activity
from smala_lockin.layout import layered


@dataclass(frozen=True, slots=True)
class OwnActivity:
    """An activity that people named themselves: nothing usual is known of it."""

    words: str

    def name(self, _language: str) -> str:
        """Return the name, the same in every language."""
        return self.words


Served = Activity | OwnActivity

_NOT_USED_DIRECTLY = frozenset({AssetKind.PROCESS, AssetKind.SUPPLIER})


def unserving(landscape: Landscape) -> list[AssetId]:
    """Return the assets, suppliers aside, that nothing needs: an activity may use each."""
    return [
        key
        for key, one in landscape.assets.items()
        if one.kind not in _NOT_USED_DIRECTLY and not landscape.needed_by[key]
    ]


def serve(
    landscape: Landscape,
    uses: Mapping[Served, Collection[AssetId]],
    *,
    language: str,
    today: date,
    is_new: bool = False,
) -> Landscape:
    """Add a process for each activity, named in a language, that uses those assets.

    Criticality and outage are those usual for the activity, and marked as coming from the
    catalogue; of one that people named themselves they are unknown. A process that is there by
    that name is used instead of a second one. All cards of a map that `is_new` are laid out again.
    """
    there = {
        one.name.casefold(): one.id
        for one in landscape.assets.values()
        if one.kind is AssetKind.PROCESS
    }
    for activity, used in uses.items():
        name = activity.name(language)
        process = there.get(name.casefold())
        if process is None:
            made = _process(activity, name, landscape, today)
            landscape, process = edits.put_assets(landscape, [made]), made.id
        landscape = edits.put_dependencies(landscape, _links(landscape, process, used))
    return landscape.with_positions(layered.positions(landscape)) if is_new else landscape


def _process(activity: Served, name: str, landscape: Landscape, today: date) -> Asset:
    id, kind = AssetId(edits.new_id(name, landscape.assets)), AssetKind.PROCESS
    if isinstance(activity, OwnActivity):
        return Asset(id=id, kind=kind, name=name)
    usual = Origin(source=Source.CATALOGUE, on=today)
    return Asset(
        id=id,
        kind=kind,
        name=name,
        criticality=activity.criticality,
        max_outage_hours=activity.max_outage_hours,
        origin={"criticality": usual, "max_outage_hours": usual},
    )


def _links(landscape: Landscape, process: AssetId, used: Collection[AssetId]) -> list[Dependency]:
    known = {link.target for link in landscape.needs[process]}
    free = (id for id in map("d{}".format, count(1)) if id not in landscape.dependencies)
    return [
        Dependency(
            id=DependencyId(next(free)),
            source=process,
            target=asset,
            role=Role.USES,
            need=usual_need(Role.USES, AssetKind.PROCESS),
            buffer_hours=usual_buffer_hours(Role.USES, AssetKind.PROCESS),
        )
        for asset in used
        if asset not in known
    ]
