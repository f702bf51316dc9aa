"""The scene: one item for each asset, dependency and group of the document, and no more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from smala_lockin.app.document import Document
from smala_lockin.app.drawing import is_reasonable
from smala_lockin.app.ownership import owner_country
from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import Change, diff
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId
from smala_lockin.domain.kinds import Role
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.completion import complete
from smala_lockin.ui.canvas import marks, routes
from smala_lockin.ui.canvas.arrow import Arrow
from smala_lockin.ui.canvas.card import Card
from smala_lockin.ui.canvas.detail import Detail
from smala_lockin.ui.canvas.diamond import BOTTOM, Diamond
from smala_lockin.ui.canvas.distance import Distance
from smala_lockin.ui.canvas.glide import MOST_CARDS, Glide
from smala_lockin.ui.canvas.handle import PLACE, Handle
from smala_lockin.ui.canvas.ring import Ring, RingItem
from smala_lockin.ui.canvas.shapes import CARD, outline
from smala_lockin.ui.canvas.sketch import Sketch
from smala_lockin.ui.canvas.walking import Way, next_asset
from smala_lockin.ui.theme import Theme

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report

_FADED_CARD, _FADED_ARROW = 0.22, 0.10
_NOTHING_CHOSEN = (None, frozenset[AssetId](), frozenset[DependencyId](), None)
_REACH_PIXELS = 6.0
"""How far from an arrow a click still means it."""


def _may_change_owners(change: Change) -> bool:
    links = change.dependencies
    roles = {change.before.dependencies[key].role for key in links.removed | links.updated}
    roles |= {change.after.dependencies[key].role for key in links.added | links.updated}
    return bool(change.assets or roles & {Role.PROVIDED_BY, Role.CONTROLLED_BY})


class MapScene(QGraphicsScene):
    """Shows a document as it is, what its report marks, and what is selected.

    Cards without a position in the map, or out of all reason, stand where the layout puts them;
    that is no edit.
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
        self._lost: frozenset[AssetId] = frozenset()
        self._shown: dict[AssetId, Position] = {}
        self._glide = Glide(self, self._put)
        self._will_glide = False
        self._shows_control = True
        self._is_drawing = False
        self._light_state: tuple[object, ...] = _NOTHING_CHOSEN
        self._handles: dict[AssetId, Handle] = {}
        self.sketch = Sketch(theme)
        self.addItem(self.sketch)
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
        for handle in self._handles.values():
            handle.show_theme(theme)
        self.sketch.show_theme(theme)
        self._distance = None
        self.update()

    def show_detail(self, detail: Detail) -> None:
        """Show as much as can be read: from far away the items do not paint themselves."""
        if detail is not self._detail:
            self._detail = detail
            for item in self._items():
                self._be_drawn(item)
            self._hide_control()
            self._show_handles()
            self.update()

    def show_control(self, is_shown: bool) -> None:
        """Show or hide the lines that say who controls a supplier."""
        self._shows_control = is_shown
        for item in self.arrows.values():
            self._be_drawn(item)
        self._hide_control()
        self._distance = None
        self.update()

    def show_drawing(self, is_drawing: bool) -> None:
        """Show whether a dependency is being drawn: then no card fades, any may be meant."""
        if is_drawing != self._is_drawing:
            self._is_drawing = is_drawing
            self._light()

    def show_handles(self, assets: Iterable[AssetId]) -> None:
        """Offer handles on these cards; from far away there is no room for any."""
        wanted = {key for key in assets if key in self.cards}
        for gone in self._handles.keys() - wanted:
            self.removeItem(self._handles.pop(gone))
        for key in wanted - self._handles.keys():
            self._handles[key] = Handle(self._theme)
            self.addItem(self._handles[key])
        self._show_handles()

    def glide_next(self) -> None:
        """Let the cards glide to where the next edit puts them, unless there are very many."""
        self._will_glide = len(self.cards) <= MOST_CARDS

    @property
    def places(self) -> Mapping[AssetId, Position]:
        """Where the cards stand, also those without a position in the map."""
        return self._places

    @property
    def handles(self) -> Mapping[AssetId, QPointF]:
        """Where the handles are that can be seen now."""
        return {key: one.pos() for key, one in self._handles.items() if one.isVisible()}

    def outline_of(self, asset: AssetId) -> QPainterPath:
        """Return the outline of a card where it stands."""
        kind = self._document.landscape.assets[asset].kind
        return outline(kind).translated(self.cards[asset].pos())

    def group_at(self, point: QPointF) -> GroupId | None:
        """Return the group whose diamond is at a point of the scene."""
        hit = self.items(point)
        return next((key for key, item in self.diamonds.items() if item in hit), None)

    def dependency_at(self, point: QPointF, zoom: float) -> DependencyId | None:
        """Return the dependency whose arrow is at a point of the scene, or as good as."""
        reach = _REACH_PIXELS / zoom
        around = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        if self._detail is Detail.DOTS:
            return None
        hit = set(self.items(around))
        return next((key for key, item in self.arrows.items() if item in hit), None)

    def assets_in(self, frame: QRectF) -> frozenset[AssetId]:
        """Return the assets whose cards a frame touches."""
        return frozenset(
            key for key, card in self.cards.items() if frame.intersects(card.sceneBoundingRect())
        )

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
        """Return the rectangle around the cards of these assets, or of all, where they go to."""
        rectangle = QRectF()
        for key in self._places if assets is None else assets:
            if key in self._places:
                rectangle = rectangle.united(CARD.translated(QPointF(*self._places[key])))
        return rectangle

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        painter.fillRect(rect, self._theme.canvas)
        if self._detail is Detail.DOTS:
            if self._distance is None:
                hidden = frozenset() if self._shows_control else self._control_lines()
                arrows = [one for key, one in self.arrows.items() if key not in hidden]
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
        if change.touches_graph:
            self._show_rings()
            self._light()

    def _items(self) -> Iterator[QGraphicsItem]:
        for items in (self.cards, self.rings, self.arrows, self.diamonds):
            yield from items.values()

    def _add(self, item: QGraphicsItem) -> None:
        self._be_drawn(item)
        self.addItem(item)

    def _be_drawn(self, item: QGraphicsItem) -> None:
        """From far away a card is only there to be pointed at, and the rest not at all.

        Qt asks every visible item for its place in each frame, which thousands of them feel.
        """
        is_distant = self._detail is Detail.DOTS
        if isinstance(item, Card):
            item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents, is_distant)
        else:
            item.setVisible(not is_distant)

    def _remove(self, change: Change) -> None:
        for key in change.assets.removed:
            card = self.cards.pop(key)
            del self._keys[card]
            self.removeItem(card)
            self._shown.pop(key, None)
        self.show_handles(self._handles.keys() - change.assets.removed)
        for link in change.dependencies.removed:
            self.removeItem(self.arrows.pop(link))
        for group in change.groups.removed:
            self.removeItem(self.diamonds.pop(group))

    def _show_facts(self, change: Change) -> None:
        """An owner may change with a dependency far away: all cards are told theirs."""
        landscape = change.after
        for key in change.assets.added | change.assets.updated:
            self.cards[key].show_asset(landscape.assets[key])
        if _may_change_owners(change):
            for key, card in self.cards.items():
                card.show_country(owner_country(landscape, key))
        for link in change.dependencies.added | change.dependencies.updated:
            self.arrows[link].show_dependency(landscape.dependencies[link])
            self._be_drawn(self.arrows[link])
        self._hide_control()
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
        glides, self._will_glide = self._will_glide, False
        self._glide.finish()
        self._find_lost(change)
        before, self._places = self._places, self._all_places(change.after)
        moved = {key: at for key, at in self._places.items() if before.get(key) != at}
        stale = change.dependencies.added | change.dependencies.updated
        groups = change.groups.added | change.groups.updated
        # Who leaves a group, or follows a target elsewhere, moves the diamond of the rest.
        gone = change.dependencies.removed | change.dependencies.updated
        left = {change.before.dependencies[link].group for link in gone}
        groups |= {group for group in left if group in self.diamonds}
        if glides and moved.keys() <= before.keys():
            self._glide.go({key: before[key] for key in moved}, moved)
            moved = {}
        self._put(moved, stale, groups)

    def _put(
        self,
        moved: Mapping[AssetId, Position],
        stale: Iterable[DependencyId] = (),
        groups: Iterable[GroupId] = (),
    ) -> None:
        """Put cards somewhere, with their rings and handles, and all arrows that lead there."""
        landscape = self._document.landscape
        self._shown.update(moved)
        for key, (x, y) in moved.items():
            for item in (self.cards[key], self.rings.get(key)):
                if item is not None:
                    item.setPos(x, y)
        links = {key: landscape.dependencies[key] for key in stale}
        for key in moved:
            for link in (*landscape.needs[key], *landscape.needed_by[key]):
                links[link.id] = link
        touched = {link.group for link in links.values() if link.group is not None} | {*groups}
        for group in touched:
            self._place_diamond(landscape, group)
            links.update({link.id: link for link in landscape.members[group]})
        for link in links.values():
            self._route(link)
        self._show_handles()
        self._distance = None

    def _find_lost(self, change: Change) -> None:
        positions = change.after.positions
        suspects = self._lost | change.positions.added | change.positions.updated
        self._lost = frozenset(
            key for key in suspects if key in positions and not is_reasonable(positions[key])
        )

    def _all_places(self, landscape: Landscape) -> Mapping[AssetId, Position]:
        """What was computed once stays, so that an edit elsewhere moves no card."""
        if len(landscape.positions) == len(landscape.assets) and not self._lost:
            return landscape.positions
        kept = {key: at for key, at in self._computed.items() if key in landscape.assets}
        own = {key: at for key, at in landscape.positions.items() if key not in self._lost}
        known = {**kept, **own}
        places = complete(replace(landscape, positions=known))
        self._computed.update({key: at for key, at in places.items() if key not in known})
        return {key: places[key] for key in landscape.assets}

    def _place_diamond(self, landscape: Landscape, group: GroupId) -> None:
        owner = QPointF(*self._shown[landscape.groups[group].owner])
        members = [QPointF(*self._shown[link.target]) for link in landscape.members[group]]
        self.diamonds[group].setPos(routes.diamond_place(owner, members))

    def _route(self, link: Dependency) -> None:
        here, there = QPointF(*self._shown[link.source]), QPointF(*self._shown[link.target])
        if link.group is None:
            way = routes.way(here, there)
        else:
            start = self.diamonds[link.group].pos()
            way = routes.Way(start + BOTTOM, routes.arriving(start, there))
        self.arrows[link.id].show_way(way)

    def _light(self) -> None:
        landscape = self._document.landscape
        lit = None if self._is_drawing else self._selection.lit(landscape)
        if lit == self._selection.assets:
            lit = None  # what is connected to nothing has nothing to show: all stays readable
        chosen = self._selection
        state = lit, chosen.marked, chosen.dependencies, chosen.group
        if state == self._light_state == _NOTHING_CHOSEN:
            return  # as items are made
        self._light_state = state
        for key, card in self.cards.items():
            card.setOpacity(1.0 if lit is None or key in lit else _FADED_CARD)
            card.show_selected(key in chosen.marked)
        for key, ring in self.rings.items():
            ring.setOpacity(self.cards[key].opacity())
        for link, arrow in self.arrows.items():
            one = landscape.dependencies[link]
            if chosen.dependencies:
                is_lit = link in chosen.dependencies
            elif chosen.group is not None:
                is_lit = one.group == chosen.group
            else:
                is_lit = lit is not None and one.source in lit and one.target in lit
            arrow.show_lit(is_lit)
            arrow.show_selected(link in chosen.dependencies)
            arrow.setOpacity(1.0 if lit is None or is_lit else _FADED_ARROW)
        for group, diamond in self.diamonds.items():
            is_lit = lit is None or (
                landscape.groups[group].owner in lit
                and any(link.target in lit for link in landscape.members[group])
            )
            diamond.show_selected(group == chosen.group)
            diamond.setOpacity(1.0 if is_lit else _FADED_CARD)
        self._distance = None
        self.update()

    def _hide_control(self) -> None:
        if not self._shows_control:
            for link in self._control_lines():
                self.arrows[link].setVisible(False)

    def _control_lines(self) -> frozenset[DependencyId]:
        links = self._document.landscape.dependencies
        return frozenset(key for key in self.arrows if links[key].role is Role.CONTROLLED_BY)

    def _show_handles(self) -> None:
        for key, handle in self._handles.items():
            handle.setPos(self.cards[key].pos() + PLACE)
            handle.setVisible(self._detail is not Detail.DOTS)
