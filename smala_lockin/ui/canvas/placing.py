"""Where the cards stand: where the map says, or where the layout puts those it says nothing of."""

from collections.abc import Mapping
from dataclasses import replace

from smala_lockin.app.drawing import is_reasonable
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import Change
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.completion import complete


class Placing:
    """Keeps the places of all cards.

    Cards without a position in the map, or out of all reason, stand where the layout puts them.
    What was computed once stays, so that an edit elsewhere moves no card.
    """

    def __init__(self) -> None:
        self.places: Mapping[AssetId, Position] = {}
        self._computed: dict[AssetId, Position] = {}
        self._lost: frozenset[AssetId] = frozenset()

    def follow(self, change: Change) -> dict[AssetId, Position]:
        """Follow an edit; return the places that are new or other than before."""
        positions = change.after.positions
        suspects = self._lost | change.positions.added | change.positions.updated
        self._lost = frozenset(
            key for key in suspects if key in positions and not is_reasonable(positions[key])
        )
        before, self.places = self.places, self._all(change.after)
        if before is self.places:
            return {}
        return {key: at for key, at in self.places.items() if before.get(key) != at}

    def _all(self, landscape: Landscape) -> Mapping[AssetId, Position]:
        if len(landscape.positions) == len(landscape.assets) and not self._lost:
            return landscape.positions
        kept = {key: at for key, at in self._computed.items() if key in landscape.assets}
        own = {key: at for key, at in landscape.positions.items() if key not in self._lost}
        known = {**kept, **own}
        places = complete(replace(landscape, positions=known))
        self._computed.update({key: at for key, at in places.items() if key not in known})
        return {key: places[key] for key in landscape.assets}
