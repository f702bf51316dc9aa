"""The scene: one item for each asset, dependency and group of the document, and no more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from smala_lockin.app.document import Document
from smala_lockin.app.ownership import owner_country
from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import Change, diff
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.completion import complete
from smala_lockin.ui.canvas import marks, routes
from smala_lockin.ui.canvas.arrow import Arrow
from smala_lockin.ui.canvas.card import Card
from smala_lockin.ui.canvas.detail import Detail
from smala_lockin.ui.canvas.diamond import BOTTOM, Diamond
from smala_lockin.ui.canvas.distance import Distance
from smala_lockin.ui.canvas.ring import Ring, RingItem
from smala_lockin.ui.canvas.walking import Way, next_asset
from smala_lockin.ui.theme import Theme

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report

_FADED_CARD, _FADED_ARROW = 0.22, 0.10


class MapScene(QGraphicsScene):
    """Shows a document as it is, what its report marks, and what is selected.

    Cards without a position in the map stand where the layout puts them; that is no edit.
    """

    def __init__(
        self, document: Document, selection: Selection, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._theme = document, selection, theme
        self.cards: dict[AssetId, Card] = {}
        self.rings: dict[AssetId, RingItem] = {}
        self.arrows: dict[DependencyId, Arrow] = {}
        self.diamonds: dict[GroupId, Diamond] = {}
        self._rings_wanted: Mapping[AssetId, Ring] = {}
        self._keys: dict[QGraphicsItem, AssetId] = {}
        self._places: Mapping[AssetId, Position] = {}
        self._detail = Detail.FACTS
        self._computed: dict[AssetId, Position] = {}
        self._distance: Distance | None = None
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        document.changed.connect(self._show)
        selection.changed.connect(self._light)
        self._show(diff(Landscape(), document.landscape))

    def show_report(self, report: "Report") -> None:
        """Mark what the report says."""
        self._rings_wanted = marks.rings(report)
        self._show_rings()
        broken = marks.broken_groups(report)
        for group, diamond in self.diamonds.items():
            diamond.show_broken(group in broken)

    def show_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self._theme = theme
        for card in self.cards.values():
            card.show_theme(theme)
        for ring in self.rings.values():
            ring.show_theme(theme)
        for arrow in self.arrows.values():
            arrow.show_theme(theme)
        for diamond in self.diamonds.values():
            diamond.show_theme(theme)
        self._distance = None
        self.update()

    def show_detail(self, detail: Detail) -> None:
        """Show as much as can be read: from far away the items do not paint themselves."""
        if detail is not self._detail:
            self._detail = detail
            for item in self._items():
                self._be_drawn(item)
            self.update()

    def asset_at(self, point: QPointF) -> AssetId | None:
        """Return the asset whose card is at a point of the scene."""
        return next((self._keys[item] for item in self.items(point) if item in self._keys), None)

    def neighbour(self, asset: AssetId, way: Way) -> AssetId:
        """Return the asset that an arrow key leads to."""
        return next_asset(self._document.landscape, self._places, asset, way)

    def nearest(self, point: QPointF) -> AssetId | None:
        """Return the asset whose card is nearest to a point of the scene."""

        def distance(key: AssetId) -> float:
            return (self.cards[key].pos() - point).manhattanLength()

        return min(self.cards, key=distance, default=None)

    def hint_at(self, point: QPointF) -> str:
        """Return what the card at a point has to say, or nothing."""
        asset = self.asset_at(point)
        if asset is None:
            return ""
        from smala_lockin.ui.canvas.hints import hint  # its words are not needed at the start

        item = self.rings.get(asset)
        return hint(self._document.landscape, asset, item.ring if item else None)

    def extent(self, assets: Iterable[AssetId] | None = None) -> QRectF:
        """Return the rectangle around the cards of these assets, or of all."""
        rectangle = QRectF()
        for key in self.cards if assets is None else assets:
            if key in self.cards:
                card = self.cards[key]
                rectangle = rectangle.united(card.sceneBoundingRect())
        return rectangle

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        painter.fillRect(rect, self._theme.canvas)
        if self._detail is Detail.DOTS:
            if self._distance is None:
                arrows = self.arrows.values()
                self._distance = Distance(self._theme, self.cards, self.rings, arrows)
            self._distance.paint(painter)

    def _show(self, change: Change) -> None:
        self._remove(change)
        for key in change.assets.added:
            card = self.cards[key] = Card(self._theme)
            self._keys[card] = key
            self._add(card)
        for link in change.dependencies.added:
            self.arrows[link] = Arrow(self._theme)
            self._add(self.arrows[link])
        for group in change.groups.added:
            self.diamonds[group] = Diamond(self._theme)
            self._add(self.diamonds[group])
        self._show_facts(change)
        self._place(change)
        self._show_rings()
        self._light()

    def _items(self) -> Iterator[QGraphicsItem]:
        for items in (self.cards, self.rings, self.arrows, self.diamonds):
            yield from items.values()

    def _add(self, item: QGraphicsItem) -> None:
        self._be_drawn(item)
        self.addItem(item)

    def _be_drawn(self, item: QGraphicsItem) -> None:
        is_distant = self._detail is Detail.DOTS
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents, is_distant)

    def _remove(self, change: Change) -> None:
        for key in change.assets.removed:
            card = self.cards.pop(key)
            del self._keys[card]
            self.removeItem(card)
        for link in change.dependencies.removed:
            self.removeItem(self.arrows.pop(link))
        for group in change.groups.removed:
            self.removeItem(self.diamonds.pop(group))

    def _show_facts(self, change: Change) -> None:
        """An owner may change with a dependency far away: all cards are told theirs."""
        landscape = change.after
        for key in change.assets.added | change.assets.updated:
            self.cards[key].show_asset(landscape.assets[key])
        if change.touches_graph:
            for key, card in self.cards.items():
                card.show_country(owner_country(landscape, key))
        for link in change.dependencies.added | change.dependencies.updated:
            self.arrows[link].show_dependency(landscape.dependencies[link])
        for group, diamond in self.diamonds.items():
            diamond.show_group(landscape.groups[group].needed, len(landscape.members[group]))

    def _show_rings(self) -> None:
        """A ring stays until the next report, unless its asset goes."""
        wanted = {key: ring for key, ring in self._rings_wanted.items() if key in self.cards}
        for gone in self.rings.keys() - wanted.keys():
            self.removeItem(self.rings.pop(gone))
        for key, ring in wanted.items():
            if key not in self.rings:
                self.rings[key] = RingItem(self._theme)
                self._add(self.rings[key])
            item, card = self.rings[key], self.cards[key]
            item.show_ring(ring, self._document.landscape.assets[key].kind)
            item.setPos(card.pos())
            item.setOpacity(card.opacity())
        self._distance = None
        self.update()

    def _place(self, change: Change) -> None:
        before, self._places = self._places, self._all_places(change.after)
        moved = {key for key, place in self._places.items() if before.get(key) != place}
        stale = change.dependencies.added | change.dependencies.updated
        groups = change.groups.added | change.groups.updated
        for key in moved:
            self.cards[key].setPos(QPointF(*self._places[key]))
        links = [
            link
            for link in change.after.dependencies.values()
            if link.id in stale or link.source in moved or link.target in moved
        ]
        groups |= {link.group for link in links if link.group is not None}
        members = [link for group in groups for link in change.after.members[group]]
        for group in groups:
            self._place_diamond(change.after, group)
        for link in {link.id: link for link in (*links, *members)}.values():
            self._route(link)
        self._distance = None

    def _all_places(self, landscape: Landscape) -> Mapping[AssetId, Position]:
        """What was computed once stays, so that an edit elsewhere moves no card."""
        if len(landscape.positions) == len(landscape.assets):
            return landscape.positions
        kept = {key: at for key, at in self._computed.items() if key in landscape.assets}
        known = {**kept, **landscape.positions}
        places = complete(replace(landscape, positions=known))
        self._computed.update({key: at for key, at in places.items() if key not in known})
        return {key: places[key] for key in landscape.assets}

    def _place_diamond(self, landscape: Landscape, group: GroupId) -> None:
        owner = QPointF(*self._places[landscape.groups[group].owner])
        members = [QPointF(*self._places[link.target]) for link in landscape.members[group]]
        self.diamonds[group].setPos(routes.diamond_place(owner, members))

    def _route(self, link: Dependency) -> None:
        here, there = QPointF(*self._places[link.source]), QPointF(*self._places[link.target])
        if link.group is None:
            start = routes.leaving(here, there)
        else:
            here = self.diamonds[link.group].pos()
            start = here + BOTTOM
        self.arrows[link.id].show_way(start, routes.arriving(here, there))

    def _light(self) -> None:
        landscape = self._document.landscape
        lit = self._selection.lit(landscape)
        for key, card in self.cards.items():
            card.setOpacity(1.0 if lit is None or key in lit else _FADED_CARD)
            card.show_selected(key in self._selection.marked)
        for key, ring in self.rings.items():
            ring.setOpacity(self.cards[key].opacity())
        for link, arrow in self.arrows.items():
            one = landscape.dependencies[link]
            is_lit = lit is not None and one.source in lit and one.target in lit
            arrow.show_lit(is_lit)
            arrow.setOpacity(1.0 if lit is None or is_lit else _FADED_ARROW)
        for group, diamond in self.diamonds.items():
            is_lit = lit is None or (
                landscape.groups[group].owner in lit
                and any(link.target in lit for link in landscape.members[group])
            )
            diamond.setOpacity(1.0 if is_lit else _FADED_CARD)
        self._distance = None
        self.update()
