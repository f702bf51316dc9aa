"""The parts of the map: one for each asset, dependency and group of a landscape, and no more."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF

from smala_lockin.app.shades import Shade
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import Change
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.ui.canvas import routes
from smala_lockin.ui.canvas.arrow import Arrow
from smala_lockin.ui.canvas.card import Card
from smala_lockin.ui.canvas.diamond import BOTTOM, Diamond
from smala_lockin.ui.canvas.grid import Grid
from smala_lockin.ui.canvas.ring import Ring

_MUCH = 200
"""Where more moves at once, everything is painted again."""

_EVERYWHERE = QRectF(-1e7, -1e7, 2e7, 2e7)

Places = Mapping[AssetId, Position]


class Parts:
    """Keeps the parts as a landscape says, where they are put, and finds them there.

    `landscape` is what they show.
    """

    def __init__(self) -> None:
        self.landscape = Landscape()
        self.cards: dict[AssetId, Card] = {}
        self.rings: dict[AssetId, Ring] = {}
        self.shades: Mapping[AssetId, Shade] = {}
        self.arrows: dict[DependencyId, Arrow] = {}
        self.diamonds: dict[GroupId, Diamond] = {}
        self.shows_control = True
        self._grid: Grid[AssetId] = Grid()
        self._places: dict[AssetId, Position] = {}

    def follow(self, change: Change) -> None:
        """Have a part for each asset, dependency and group there is now, with its facts."""
        landscape = self.landscape = change.after
        for gone in change.assets.removed:
            del self.cards[gone]
            self._places.pop(gone, None)
            self._grid.remove(gone)
        for link in change.dependencies.removed:
            del self.arrows[link]
        for group in change.groups.removed:
            del self.diamonds[group]
        for key in change.assets.added:
            self.cards[key] = Card(landscape.assets[key])
        for key in change.assets.updated:
            self.cards[key].show_asset(landscape.assets[key])
        for link in change.dependencies.added:
            self.arrows[link] = Arrow(landscape.dependencies[link])
        for link in change.dependencies.updated:
            self.arrows[link].dependency = landscape.dependencies[link]
        for group in change.groups.added:
            self.diamonds[group] = Diamond()
        if change.groups or change.dependencies:
            for group, diamond in self.diamonds.items():
                diamond.show_group(landscape.groups[group].needed, len(landscape.members[group]))

    def put(
        self, moved: Places, stale: Iterable[DependencyId] = (), groups: Iterable[GroupId] = ()
    ) -> QRectF:
        """Put cards somewhere, and lead all arrows there; return what is to be painted again.

        `stale` dependencies and `groups` find their way anew in any case.
        """
        places = self._places
        places.update(moved)
        links = self._links_at(moved, stale, groups)
        touched = {link.group for link in links.values() if link.group is not None} | {*groups}
        is_much = len(links) > _MUCH or len(moved) > _MUCH
        dirty = _EVERYWHERE if is_much else self._frame(moved, links, touched)
        for key, (x, y) in moved.items():
            card = self.cards[key]
            card.at = QPointF(x, y)
            self._grid.put(key, card.at)
        for group in touched:
            self._place_diamond(group)
        for id, link in links.items():
            start = None if link.group is None else self.diamonds[link.group].at + BOTTOM
            self.arrows[id].show_ends((places[link.source], places[link.target]), start)
        return dirty if is_much else dirty.united(self._frame(moved, links, touched))

    def shown_arrows(self) -> Iterator[Arrow]:
        """Yield all arrows that are not hidden."""
        for arrow in self.arrows.values():
            if self.shows_control or not arrow.is_control:
                yield arrow

    def arrows_in(self, frame: QRectF) -> list[Arrow]:
        """Return the arrows of which a part may be in a frame, those that are not hidden."""
        left, right, top, bottom = frame.left(), frame.right(), frame.top(), frame.bottom()
        return [
            one
            for one in self.shown_arrows()
            if one.left < right and one.right > left and one.top < bottom and one.bottom > top
        ]

    def cards_in(self, frame: QRectF) -> list[AssetId]:
        """Return the assets whose cards a frame touches."""
        return self._grid.touching(frame)

    def asset_at(self, point: QPointF) -> AssetId | None:
        """Return the asset whose card is at a point: of several the one on top."""
        found = self._grid.touching(QRectF(point, point))
        if len(found) > 1:
            return next(key for key in reversed(self.cards) if key in found)
        return found[0] if found else None

    def group_at(self, point: QPointF) -> GroupId | None:
        """Return the group whose diamond is at a point."""
        found = (key for key, one in self.diamonds.items() if one.contains(point))
        return next(found, None)

    def dependency_at(self, point: QPointF, reach: float) -> DependencyId | None:
        """Return the dependency whose arrow is nearest to a point, and within reach."""
        around = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        near = [(one.distance(point), one.dependency.id) for one in self.arrows_in(around)]
        away, found = min(near, default=(reach, None))
        return found if away < reach else None

    def _links_at(
        self, moved: Places, stale: Iterable[DependencyId], groups: Iterable[GroupId]
    ) -> dict[DependencyId, Dependency]:
        """Return the dependencies whose way is another now, and all of their groups."""
        landscape = self.landscape
        if len(moved) == len(self.cards):
            return dict(landscape.dependencies)
        links = {key: landscape.dependencies[key] for key in stale}
        for key in moved:
            for link in (*landscape.needs[key], *landscape.needed_by[key]):
                links[link.id] = link
        touched = {link.group for link in links.values() if link.group is not None} | {*groups}
        for group in touched:
            links.update({link.id: link for link in landscape.members[group]})
        return links

    def _frame(
        self, cards: Iterable[AssetId], links: Iterable[DependencyId], groups: Iterable[GroupId]
    ) -> QRectF:
        frame = QRectF()
        for key in cards:
            frame = frame.united(self.cards[key].surroundings)
        for link in links:
            frame = frame.united(self.arrows[link].frame)
        for group in groups:
            frame = frame.united(self.diamonds[group].frame)
        return frame

    def _place_diamond(self, group: GroupId) -> None:
        landscape, places = self.landscape, self._places
        owner = QPointF(*places[landscape.groups[group].owner])
        members = [QPointF(*places[link.target]) for link in landscape.members[group]]
        self.diamonds[group].at = routes.diamond_place(owner, members)
