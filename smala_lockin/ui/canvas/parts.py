"""The parts of the map: one for each asset, dependency and group of a landscape, and no more."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF

from smala_lockin.app import keeping
from smala_lockin.app.shades import Shade
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import VIEW_SECTION, Change
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.ui.canvas import routes
from smala_lockin.ui.canvas.arrow import Arrow
from smala_lockin.ui.canvas.card import Card
from smala_lockin.ui.canvas.diamond import BOTTOM, Diamond
from smala_lockin.ui.canvas.grid import Grid
from smala_lockin.ui.canvas.ring import Ring

V = TypeVar("V")

_MUCH = 200
"""Where more moves at once, everything is painted again."""

_STEP = 200
"""So many parts at a time are made of a large map."""

EVERYWHERE = QRectF(-1e7, -1e7, 2e7, 2e7)
"""What is to be painted again then."""

Places = Mapping[AssetId, Position]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What came, went or looks otherwise, and the frame to be painted again."""

    cards: Collection[AssetId]
    links: Collection[DependencyId]
    frame: QRectF


class Parts:
    """Keeps the parts as a landscape says, where they are put, and finds them there.

    `landscape` is what they show.
    """

    def __init__(self) -> None:
        self.landscape = Landscape()
        self.cards: dict[AssetId, Card] = {}
        self.rings: dict[AssetId, Ring] = {}
        self.shades: Mapping[AssetId, Shade] = {}
        self._arrows: dict[DependencyId, Arrow] = {}
        self._unled_cards: set[AssetId] = set()
        self._unled_links: set[DependencyId] = set()
        self._unled_groups: set[GroupId] = set()
        self._unbounded: list[Arrow] = []
        self._diamonds: dict[GroupId, Diamond] = {}
        self.shows_control = True
        self._grid: Grid[AssetId] = Grid()
        self._places: dict[AssetId, Position] = {}

    def follow(self, change: Change) -> QRectF:
        """Have a part for each asset, dependency and group there is now, with its facts.

        Return the frame of those that went.
        """
        gone_frame = self._frame_of(
            change.assets.removed, change.dependencies.removed, change.groups.removed
        )
        landscape = self.landscape = change.after
        for gone in change.assets.removed:
            del self.cards[gone]
            self._places.pop(gone, None)
            self._grid.remove(gone)
        for link in change.dependencies.removed:
            del self._arrows[link]
        for group in change.groups.removed:
            del self._diamonds[group]
        for key in change.assets.added:
            self.cards[key] = Card(landscape.assets[key])
        for key in change.assets.updated:
            self.cards[key].show_asset(landscape.assets[key])
        if VIEW_SECTION in change.sections or change.assets.added:
            kept = keeping.kept(landscape)
            for key, card in self.cards.items():
                card.is_kept = key in kept
        for link in change.dependencies.added:
            self._arrows[link] = Arrow(landscape.dependencies[link])
        for link in change.dependencies.updated:
            self._arrows[link].dependency = landscape.dependencies[link]
        for group in change.groups.added:
            self._diamonds[group] = Diamond()
        if change.groups or change.dependencies:
            for group, diamond in self._diamonds.items():
                diamond.show_group(landscape.groups[group].needed, len(landscape.members[group]))
        return gone_frame

    def fill(self, landscape: Landscape, places: Places) -> Iterator[None]:
        """Do as `follow` and `put` do for a whole map, where there was none, in small steps."""
        self.landscape = landscape
        kept = keeping.kept(landscape)
        for assets in _batches(landscape.assets.values()):
            for asset in assets:
                card = self.cards[asset.id] = Card(asset)
                card.is_kept = asset.id in kept
            moved = {asset.id: places[asset.id] for asset in assets}
            self._places.update(moved)
            self._put_cards(moved)
            yield
        for groups in _batches(landscape.groups.values()):
            for group in groups:
                diamond = self._diamonds[group.id] = Diamond()
                diamond.show_group(group.needed, len(landscape.members[group.id]))
                self._place_diamond(group.id)
            yield
        for links in _batches(landscape.dependencies.values()):
            self._arrows.update((link.id, Arrow(link)) for link in links)
            self._lead(links, ())
            yield

    def put(
        self,
        moved: Places,
        stale: Collection[DependencyId] = (),
        groups: Collection[GroupId] = (),
        changed: Collection[AssetId] = (),
    ) -> Touched:
        """Put cards somewhere, and lead all arrows there; return what is to be painted again.

        `stale` dependencies and `groups` find their way anew in any case; `changed` cards look
        otherwise where they are.
        """
        self._places.update(moved)
        if len(moved) > _MUCH:
            self._put_cards(moved)
            # Arrows are led when they are first asked for: in another turn of the event loop.
            self._unled_cards |= moved.keys()
            self._unled_links.update(stale)
            self._unled_groups.update(groups)
            return Touched(cards=self.cards, links=self._arrows, frame=EVERYWHERE)
        links = self._links_at(moved, stale, groups)
        touched = _groups_of(links.values()) | {*groups}
        cards = {*moved, *changed}
        before = self._frame(cards, links, touched)
        self._put_cards(moved)
        self._lead(links.values(), touched)
        frame = before.united(self._frame(cards, links, touched))
        return Touched(cards=cards, links=links, frame=frame)

    @property
    def diamonds(self) -> Mapping[GroupId, Diamond]:
        """The diamonds, where they belong."""
        self._lead_all()
        return self._diamonds

    @property
    def arrows(self) -> Mapping[DependencyId, Arrow]:
        """The arrows, all on their way."""
        self._lead_all()
        return self._arrows

    def shown_arrows(self) -> Iterable[Arrow]:
        """Return all arrows that are not hidden."""
        arrows = self.arrows.values()
        if self.shows_control:
            return arrows
        return [arrow for arrow in arrows if not arrow.is_control]

    def arrows_in(self, frame: QRectF) -> list[Arrow]:
        """Return the arrows of which a part may be in a frame, those that are not hidden."""
        left, right, top, bottom = frame.left(), frame.right(), frame.top(), frame.bottom()
        shown = self.shown_arrows()
        for arrow in self._unbounded:
            arrow.bound()
        self._unbounded.clear()
        return [
            one
            for one in shown
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

    def _put_cards(self, moved: Places) -> None:
        for key, (x, y) in moved.items():
            card = self.cards[key]
            card.at = QPointF(x, y)
            self._grid.put(key, card.at)

    def _lead_all(self) -> None:
        if not (self._unled_cards or self._unled_links or self._unled_groups):
            return
        landscape = self.landscape
        cards = self._unled_cards & self.cards.keys()
        groups = self._unled_groups & self._diamonds.keys()
        if len(cards) > len(self.cards) / 2:
            self._lead(landscape.dependencies.values(), self._diamonds)
        else:
            stale = self._unled_links & self._arrows.keys()
            links = self._links_at(cards, stale, groups)
            self._lead(links.values(), _groups_of(links.values()) | groups)
        for waiting in (self._unled_cards, self._unled_links, self._unled_groups):
            waiting.clear()

    def _lead(self, links: Iterable[Dependency], groups: Iterable[GroupId]) -> None:
        places, arrows = self._places, self._arrows
        for group in groups:
            self._place_diamond(group)
        for link in links:
            start = None if link.group is None else self._diamonds[link.group].at + BOTTOM
            arrow = arrows[link.id]
            arrow.show_ends((places[link.source], places[link.target]), start)
            self._unbounded.append(arrow)

    def _links_at(
        self, moved: Iterable[AssetId], stale: Iterable[DependencyId], groups: Iterable[GroupId]
    ) -> dict[DependencyId, Dependency]:
        """Return the dependencies whose way is another now, and all of their groups."""
        landscape = self.landscape
        links = {key: landscape.dependencies[key] for key in stale}
        for key in moved:
            for link in (*landscape.needs[key], *landscape.needed_by[key]):
                links[link.id] = link
        touched = _groups_of(links.values()) | {*groups}
        for group in touched:
            links.update({link.id: link for link in landscape.members[group]})
        return links

    def _frame_of(
        self,
        cards: Collection[AssetId],
        links: Collection[DependencyId],
        groups: Collection[GroupId],
    ) -> QRectF:
        """Return the frame around parts, of which there may be very many."""
        if len(cards) + len(links) > _MUCH:
            return EVERYWHERE
        if not (cards or links or groups):
            return QRectF()
        self._lead_all()
        return self._frame(cards, links, groups)

    def _frame(
        self, cards: Iterable[AssetId], links: Iterable[DependencyId], groups: Iterable[GroupId]
    ) -> QRectF:
        frame = QRectF()
        for key in cards:
            frame = frame.united(self.cards[key].surroundings)
        for link in links:
            frame = frame.united(self.arrows[link].frame)
        for group in groups:
            frame = frame.united(self._diamonds[group].frame)
        return frame

    def _place_diamond(self, group: GroupId) -> None:
        landscape, places = self.landscape, self._places
        owner = QPointF(*places[landscape.groups[group].owner])
        members = [QPointF(*places[link.target]) for link in landscape.members[group]]
        self._diamonds[group].at = routes.diamond_place(owner, members)


def _batches(values: Iterable[V]) -> Iterator[tuple[V, ...]]:
    rest = iter(values)
    while batch := tuple(islice(rest, _STEP)):
        yield batch


def _groups_of(links: Iterable[Dependency]) -> set[GroupId]:
    return {link.group for link in links if link.group is not None}
