"""What is selected: assets, or a finding with the path it is about."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from smala_lockin.app.trails import around
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape


class Selection(QObject):
    """What the user looks at, shared by all views of one document. It is no part of the map.

    Either `assets` are selected, or one `finding` (its key, or a headline's bundle), or nothing.
    `marked` are the assets that either is about.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.assets: frozenset[AssetId] = frozenset()
        self.finding: str | None = None
        self.marked: frozenset[AssetId] = frozenset()
        self._path: frozenset[AssetId] = frozenset()

    def choose_assets(self, assets: Iterable[AssetId]) -> None:
        """Select these assets, and no finding."""
        chosen = frozenset(assets)
        self._set(chosen, None, chosen, frozenset())

    def toggle_asset(self, asset: AssetId) -> None:
        """Select one asset more, or one less."""
        self.choose_assets(self.assets ^ {asset})

    def choose_finding(self, key: str, about: Iterable[AssetId], path: Iterable[AssetId]) -> None:
        """Select a finding: the assets it is about are marked, those on its path light up too."""
        marked = frozenset(about)
        self._set(frozenset(), key, marked, marked | frozenset(path))

    def clear(self) -> None:
        """Select nothing."""
        self._set(frozenset(), None, frozenset(), frozenset())

    def lit(self, landscape: Landscape) -> frozenset[AssetId] | None:
        """Return the assets to light up while the rest fades; None where nothing fades.

        Of a finding its path; of assets all they need and all that needs them.
        """
        if self.finding is not None:
            return self._path & landscape.assets.keys() or None
        chosen = self.assets & landscape.assets.keys()
        return around(landscape, chosen) if chosen else None

    def _set(
        self,
        assets: frozenset[AssetId],
        finding: str | None,
        marked: frozenset[AssetId],
        path: frozenset[AssetId],
    ) -> None:
        wanted = assets, finding, marked, path
        if wanted != (self.assets, self.finding, self.marked, self._path):
            self.assets, self.finding, self.marked, self._path = wanted
            self.changed.emit()
