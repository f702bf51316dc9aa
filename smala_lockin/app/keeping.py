"""Cards that stay where they were put by hand when the map is tidied."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import VIEW_SECTION
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.beside import Room

_KEPT = "kept"


def kept(landscape: Landscape) -> frozenset[AssetId]:
    """Return the cards that are kept in place; what a file says otherwise is passed over."""
    section = landscape.sections.get(VIEW_SECTION)
    listed = section.get(_KEPT) if isinstance(section, Mapping) else None
    if not isinstance(listed, list | tuple):
        return frozenset()
    return frozenset(AssetId(one) for one in listed if one in landscape.assets)


def keep(landscape: Landscape, assets: Iterable[AssetId], *, is_kept: bool) -> Landscape:
    """Keep cards in place from now on, or no longer."""
    chosen = frozenset(assets)
    wanted = kept(landscape) | chosen if is_kept else kept(landscape) - chosen
    section = landscape.sections.get(VIEW_SECTION)
    others = dict(section) if isinstance(section, Mapping) else {}
    others.pop(_KEPT, None)
    if wanted:
        others[_KEPT] = [key for key in landscape.assets if key in wanted]
    sections = {key: one for key, one in landscape.sections.items() if key != VIEW_SECTION}
    return replace(landscape, sections={**sections, **({VIEW_SECTION: others} if others else {})})


def tidied(
    landscape: Landscape, places: Mapping[AssetId, Position], shown: Mapping[AssetId, Position]
) -> Mapping[AssetId, Position]:
    """Return a layout in which kept cards stand where they are shown, and no card on another.

    The layout moves as a whole to where the kept cards are on average; what would stand on one
    of them goes to the nearest free place.
    """
    fixed = {key: shown[key] for key in kept(landscape) if key in shown and key in places}
    if not fixed:
        return places
    across = sum(at[0] - places[key][0] for key, at in fixed.items()) / len(fixed)
    down = sum(at[1] - places[key][1] for key, at in fixed.items()) / len(fixed)
    loose = {key: (x + across, y + down) for key, (x, y) in places.items() if key not in fixed}
    around = Room(fixed.values())
    clear = {key: at for key, at in loose.items() if around.is_free(at)}
    room = Room([*fixed.values(), *clear.values()])
    found = {**fixed, **clear}
    for key, at in loose.items():
        if key not in clear:
            found[key] = room.near(at)
            room.take(found[key])
    return found
