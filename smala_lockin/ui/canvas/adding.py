"""Adding to the map: what is asked for in the box becomes cards and dependencies."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from smala_lockin.app import drawing, offers
from smala_lockin.app.document import Document
from smala_lockin.app.drawing import Drawn
from smala_lockin.app.offers import Offer
from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.i18n import _
from smala_lockin.layout.measures import LAYER
from smala_lockin.ui.canvas.scene import MapScene
from smala_lockin.ui.canvas.view import MapView
from smala_lockin.words import nouns

if TYPE_CHECKING:
    from smala_lockin.ui.add_box import AddBox

Draw = Callable[[Landscape, Position], Drawn]


class Adding(QObject):
    """Opens the box where something is wanted, and draws what is chosen as one step."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        scene: MapScene,
        view: MapView,
        box: "Callable[[], AddBox]",
    ) -> None:
        super().__init__(view)
        self._document, self._selection = document, selection
        self._scene, self._view, self._made_box = scene, view, box
        self._source: AssetId | None = None
        self._stays = False
        self._at = QPointF()
        view.add_wanted.connect(self.add_at)
        view.add_beside_wanted.connect(self.add_needed_by)
        view.connect_wanted.connect(self.connect_assets)

    @cached_property
    def _box(self) -> "AddBox":
        box = self._made_box()
        box.chosen.connect(self._take)
        box.named.connect(self._name)
        box.closed.connect(self._clear_sketch)
        return box

    def add_at(self, point: QPointF) -> None:
        """Ask what is to be added at a point of the scene."""
        self._open(point, None, _("What does your company rely on?"))

    def add_needed_by(self, source: str, point: QPointF) -> None:
        """Ask what an asset needs; it is added at a point, or it is on the map already."""
        name = nouns.name(self._document.landscape, AssetId(source))
        self._open(point, AssetId(source), _("What does %(name)s need?") % {"name": name})

    def add_below(self, source: AssetId) -> None:
        """Ask the same of the keyboard's user, who may have more to tell of the same asset.

        What is new goes below it, where there is room, and the asset stays selected.
        """
        x, y = self._scene.places[source]
        self.add_needed_by(source, QPointF(x, y + LAYER))
        self._stays = True

    def connect_assets(self, source: str, target: str) -> None:
        """Let one asset need another, and select the dependency; it may be there already."""
        landscape = self._document.landscape
        ends = AssetId(source), AssetId(target)
        if not set(ends) <= landscape.assets.keys():
            return
        self._document.edit(
            self._connecting(landscape, *ends), lambda it: drawing.connect(it, *ends)
        )
        link = drawing.link_between(self._document.landscape, *ends)
        if self._stays:
            self._selection.choose_assets([ends[0]])
        elif link is not None:
            self._selection.choose_dependencies([link.id])

    def _open(self, point: QPointF, source: AssetId | None, words: str) -> None:
        self._source, self._at, self._stays = source, point, False
        place = self._box.place_of(self._view.viewport(), self._view.mapFromScene(point))
        self._box.open(place, words, self._offers)

    def _clear_sketch(self) -> None:
        self._scene.sketch.clear()
        self._scene.show_drawing(False)

    def _offers(self, text: str) -> list[Offer]:
        found = offers.offers(self._document.landscape, text)
        return [one for one in found if one.asset is None or one.asset != self._source]

    def _take(self, offer: Offer) -> None:
        vendor = offer.vendor
        if offer.asset is not None:
            self._show_or_connect(offer.asset)
        elif vendor is not None:
            self._draw(offer.name, lambda it, at: drawing.add_vendor(it, vendor, at))

    def _name(self, name: str, kind: AssetKind) -> None:
        self._draw(name, lambda it, at: drawing.add_named(it, name, kind, at))

    def _show_or_connect(self, asset: AssetId) -> None:
        if self._source is not None:
            self.connect_assets(self._source, asset)
        else:
            self._selection.choose_assets([asset])
            self._view.bring([asset])

    def _draw(self, name: str, draw: Draw) -> None:
        source, shown = self._source, self._scene.places
        at = (self._at.x(), self._at.y())
        made: list[AssetId] = []

        def edit(landscape: Landscape) -> Landscape:
            drawn = draw(drawing.pinned(landscape, shown), at)
            made.append(drawn.asset)
            if source is None or source not in drawn.landscape.assets:
                return drawn.landscape
            return drawing.connect(drawn.landscape, source, drawn.asset)

        self._document.edit(_("Add %(name)s") % {"name": _short(name)}, edit)
        looked_at = [source] if self._stays and source is not None else made
        self._selection.choose_assets(looked_at)
        self._view.bring([*made, *looked_at])

    def _connecting(self, landscape: Landscape, source: AssetId, target: AssetId) -> str:
        names = {
            "source": nouns.name(landscape, source),
            "target": nouns.name(landscape, target),
        }
        return _("Connect %(source)s to %(target)s") % names


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"
