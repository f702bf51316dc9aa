"""The scene: shows a document as it is, what its report marks, and what is selected."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsScene

from smala_lockin.app.background import Background
from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.app.shades import Shade
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import VIEW_SECTION, Change, diff
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.ui.canvas import marks, painting
from smala_lockin.ui.canvas.arrow import Arrow
from smala_lockin.ui.canvas.card import Card
from smala_lockin.ui.canvas.detail import Detail
from smala_lockin.ui.canvas.diamond import Diamond
from smala_lockin.ui.canvas.distance import Distance
from smala_lockin.ui.canvas.glide import MOST_CARDS, Glide
from smala_lockin.ui.canvas.handle import PLACE, Handle
from smala_lockin.ui.canvas.lighting import light
from smala_lockin.ui.canvas.parts import EVERYWHERE, Parts, Touched
from smala_lockin.ui.canvas.placing import Placing
from smala_lockin.ui.canvas.ring import Ring
from smala_lockin.ui.canvas.shapes import CARD, outline
from smala_lockin.ui.canvas.sketch import Sketch
from smala_lockin.ui.canvas.walking import Way, next_asset
from smala_lockin.ui.slices import Slices
from smala_lockin.ui.theme import Theme

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report

_AT_ONCE = 400
"""Cards of a map that are there as soon as its window is."""

_FEW = 100
"""So many parts that change are painted anew one by one, more together with all the rest."""

_LATE_MS, _BREATH_MS = 40, 10
"""Much to do is done in parts, between which the event loop turns."""

_REACH_PIXELS, _REACH = 6.0, 2.0
"""How far from an arrow a click still means it: on the screen, and on the map beside."""


class MapScene(QGraphicsScene):
    """Paints the parts of a map itself; only handles and the sketch of a gesture are items."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        theme: Theme,
        parent: QObject | None = None,
        *,
        at_once: int = _AT_ONCE,
    ) -> None:
        """Show a map; one of more than `at_once` cards is filled while the event loop turns."""
        super().__init__(parent)
        self._document, self._selection, self._theme = document, selection, theme
        self._parts, self._placing = Parts(), Placing()
        self._report: Report | None = None
        self._rings_wanted: Mapping[AssetId, Ring] = {}
        self._detail = Detail.FACTS
        self._glide = Glide(self, self._put)
        self._will_glide = False
        self._is_drawing = False
        self._handles: dict[AssetId, Handle] = {}
        self.sketch = Sketch(theme)
        self.addItem(self.sketch)
        self._distance = Distance(self._parts)
        self._is_lit = False
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        document.changed.connect(self._show)
        selection.changed.connect(self._light)
        self._slices, self._late = Slices(self), Slices(self)
        self._is_filled = True
        self._at_once = at_once
        if len(document.landscape.assets) > at_once:
            self._fill_soon()
        else:
            self._show(diff(Landscape(), document.landscape))

    filled = Signal()
    """The cards of a large map are there; the window was there first."""

    def show_report(self, report: "Report") -> None:
        """Mark what the report says."""
        self._report = report
        found = marks.of_report(report)
        self._rings_wanted = found.rings
        before = self.rings
        self._show_rings()
        self._mark_again(before)
        for group, diamond in self.diamonds.items():
            if diamond.is_broken != (group in found.broken_groups):
                diamond.is_broken = not diamond.is_broken
                if self._detail is not Detail.DOTS:  # from far away no diamond is painted
                    self.update(diamond.frame)

    def show_shades(self, shades: Mapping[AssetId, Shade]) -> None:
        """Show what a lens shows; cards without a shade show their kind."""
        if shades != self._parts.shades:
            self._parts.shades = shades
            self._repaint()

    def show_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self._theme = theme
        for handle in self._handles.values():
            handle.show_theme(theme)
        self.sketch.show_theme(theme)
        self._repaint()

    def show_detail(self, detail: Detail) -> None:
        """Show as much as can be read."""
        if detail is not self._detail:
            self._detail = detail
            self._show_handles()
            self.update()

    def show_control(self, is_shown: bool) -> None:
        """Show or hide the lines that say who controls a supplier."""
        self._parts.shows_control = is_shown
        self._repaint()

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
    def cards(self) -> Mapping[AssetId, Card]:
        """The cards, one for each asset."""
        return self._parts.cards

    @property
    def rings(self) -> Mapping[AssetId, Ring]:
        """The rings that are shown."""
        return self._parts.rings

    @property
    def arrows(self) -> Mapping[DependencyId, Arrow]:
        """The arrows, one for each dependency."""
        return self._parts.arrows

    @property
    def diamonds(self) -> Mapping[GroupId, Diamond]:
        """The diamonds, one for each redundancy group."""
        return self._parts.diamonds

    @property
    def places(self) -> Mapping[AssetId, Position]:
        """Where the cards stand, also those without a position in the map."""
        return self._placing.places

    @property
    def handles(self) -> Mapping[AssetId, QPointF]:
        """Where the handles are that can be seen now."""
        return {key: one.pos() for key, one in self._handles.items() if one.isVisible()}

    def outline_of(self, asset: AssetId) -> QPainterPath:
        """Return the outline of a card where it stands."""
        card = self.cards[asset]
        return outline(card.kind).translated(card.at)

    def group_at(self, point: QPointF) -> GroupId | None:
        """Return the group whose diamond is at a point of the scene."""
        return None if self._detail is Detail.DOTS else self._parts.group_at(point)

    def dependency_at(self, point: QPointF, zoom: float) -> DependencyId | None:
        """Return the dependency whose arrow is at a point of the scene, or as good as."""
        if self._detail is Detail.DOTS:
            return None
        return self._parts.dependency_at(point, _REACH_PIXELS / zoom + _REACH)

    def assets_in(self, frame: QRectF) -> frozenset[AssetId]:
        """Return the assets whose cards a frame touches."""
        return frozenset(self._parts.cards_in(frame))

    def asset_at(self, point: QPointF) -> AssetId | None:
        """Return the asset whose card, or its name from far away, is at a point of the scene."""
        named = self._distance.names.at(point) if self._detail is Detail.DOTS else None
        return named or self._parts.asset_at(point)

    def neighbour(self, asset: AssetId, way: Way) -> AssetId:
        """Return the asset that an arrow key leads to."""
        return next_asset(self._document.landscape, self.places, asset, way)

    def nearest(self, point: QPointF) -> AssetId | None:
        """Return the asset whose card is nearest to a point of the scene."""

        def distance(key: AssetId) -> float:
            return (self.cards[key].at - point).manhattanLength()

        return min(self.cards, key=distance, default=None)

    def hint_at(self, point: QPointF) -> str:
        """Return what the card at a point has to say, or nothing."""
        asset = self.asset_at(point)
        if asset is None:
            return ""
        from smala_lockin.ui.canvas.hints import hint  # its words are not needed at the start

        shade = self._parts.shades.get(asset)
        return hint(self._document.landscape, asset, self.rings.get(asset), shade)

    def extent(self, assets: Iterable[AssetId] | None = None) -> QRectF:
        """Return the rectangle around the cards of these assets, or of all, where they go to."""
        places = self.places
        at = [places[key] for key in (places if assets is None else assets) if key in places]
        if not at:
            return QRectF()
        left, right = min(x for x, _y in at), max(x for x, _y in at)
        top, bottom = min(y for _x, y in at), max(y for _x, y in at)
        return CARD.translated(left, top).united(CARD.translated(right, bottom))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        painter.fillRect(rect, self._theme.canvas)
        if not self._is_filled:
            return
        if self._detail is not Detail.DOTS:
            painting.paint(painter, self._parts, QRectF(rect), self._theme, self._detail)
        else:
            self._distance.paint(painter, self._theme)

    def _fill_soon(self) -> None:
        """Find in the background where all cards stand."""
        self._is_filled = False
        landscape, background = self._document.landscape, Background(self)

        def take(placing: Placing) -> None:
            background.close()
            background.deleteLater()
            self._take_places(landscape, placing)

        background.run(lambda: _placed(landscape), take)

    def _take_places(self, landscape: Landscape, placing: Placing) -> None:
        self._placing = placing
        # The window is painted first.
        QTimer.singleShot(_LATE_MS, self, partial(self._fill_late, landscape))

    def _fill_late(self, landscape: Landscape) -> None:
        filling = chain(
            self._parts.fill(landscape, self._placing.places), self._distance.fill(self._theme)
        )
        self._slices.run(filling, partial(self._finish_filling, landscape))

    def _finish_filling(self, landscape: Landscape) -> None:
        """Catch up with what has happened meanwhile."""
        self._is_filled = True
        if self._document.landscape is not landscape:
            self._show(diff(landscape, self._document.landscape))
        if self._report is not None:
            self.show_report(self._report)
        if self._selection.is_any:
            self._light()
        self.filled.emit()
        self.update()

    def _show(self, change: Change) -> None:
        if not self._is_filled:
            return  # all of it is shown soon
        if not change.before.assets and len(change.after.assets) > self._at_once:
            self._fill_soon()
            return
        gone = self._parts.follow(change)
        self._repaint_in(
            Touched(cards=change.assets.removed, links=change.dependencies.removed, frame=gone)
        )
        self.show_handles(self._handles.keys() - change.assets.removed)
        self._place(change)
        if VIEW_SECTION in change.sections:
            self.update()
        if change.assets.removed or change.assets.added:
            self._show_rings()
        if self._is_lit and (change.assets.added or change.assets.removed or change.dependencies):
            self._light()

    def _show_rings(self) -> None:
        """A ring stays until the next report, unless its asset goes."""
        cards, rings = self.cards, self._rings_wanted
        self._parts.rings = {key: ring for key, ring in rings.items() if key in cards}

    def _mark_again(self, before: Mapping[AssetId, Ring]) -> None:
        """Paint the cards again whose rings differ from those before."""
        rings = self.rings
        stale = [key for key in {**before, **rings} if before.get(key) != rings.get(key)]
        if len(stale) > _FEW:
            self._repaint_late(stale, ())
        else:
            there = [key for key in stale if key in self.cards]
            self._repaint_in(self._parts.put({}, changed=there))

    def _place(self, change: Change) -> None:
        glides, self._will_glide = self._will_glide, False
        self._glide.finish()
        before = self.places
        moved = self._placing.follow(change)
        stale = change.dependencies.added | change.dependencies.updated
        groups = change.groups.added | change.groups.updated
        # Who leaves a group, or follows a target elsewhere, moves the diamond of the rest.
        gone = change.dependencies.removed | change.dependencies.updated
        left = {change.before.dependencies[link].group for link in gone}
        groups |= {group for group in left if group is not None and group in self.diamonds}
        if glides and moved.keys() <= before.keys():
            self._glide.go({key: before[key] for key in moved}, moved)
            moved = {}
        self._put(moved, stale, groups, change.assets.updated)

    def _put(
        self,
        moved: Mapping[AssetId, Position],
        stale: Collection[DependencyId] = (),
        groups: Collection[GroupId] = (),
        changed: Collection[AssetId] = (),
    ) -> None:
        touched = self._parts.put(moved, stale, groups, changed)
        self._show_handles()
        self._repaint_in(touched)

    def _repaint_in(self, touched: Touched) -> None:
        """Paint again what an edit or a report touches, and no more."""
        if touched.frame is EVERYWHERE:
            self._distance.forget()
            # What is clicked meanwhile comes first.
            QTimer.singleShot(_BREATH_MS, self, self.update)
            return
        self._distance.follow(touched.cards, touched.links)
        if touched.frame.isNull():  # which would mean everywhere to Qt
            return
        if self._detail is Detail.DOTS:
            self.update()  # one name that moves makes room for others
        else:
            self.update(touched.frame)

    def _light(self) -> None:
        relit = light(self._parts, self._selection, is_drawing=self._is_drawing)
        self._is_lit = self._selection.is_any
        if len(relit.cards) + len(relit.links) > _FEW:
            self._repaint()
        else:
            self._put({}, relit.links, relit.groups, relit.cards)

    def _repaint(self) -> None:
        if len(self.cards) > self._at_once and self._detail is Detail.DOTS and self._is_filled:
            self._repaint_late(self._parts.cards, self._parts.arrows)
        else:
            self._distance.forget()
            self.update()

    def _repaint_late(self, cards: Iterable[AssetId], links: Iterable[DependencyId]) -> None:
        """Paint very much again once it has been got ready, and the event loop has turned."""
        self._distance.follow(cards, links)
        self._late.run(self._distance.catch_up(self._theme), self.update)

    def _show_handles(self) -> None:
        for key, handle in self._handles.items():
            handle.setPos(self.cards[key].at + PLACE)
            handle.setVisible(self._detail is not Detail.DOTS)


def _placed(landscape: Landscape) -> Placing:
    placing = Placing()
    placing.follow(diff(Landscape(), landscape))
    return placing
