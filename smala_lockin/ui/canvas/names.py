"""Names that can be read from far away: of the cards that matter most, where there is room."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.ui.canvas.lettering import LONGEST, font
from smala_lockin.ui.canvas.parts import Parts
from smala_lockin.ui.canvas.shapes import CARD
from smala_lockin.ui.theme import Theme

_PIXELS, _HEIGHT, _STRIP, _PAD, _LONGEST = 11, 18.0, 5.0, 5.0, 132.0
"""Size of the letters, and of the label around them, on the screen at any zoom."""

_FIRST, _NEAR, _WIDE = 16, (8.0, 3.0), (28.0, 30.0)
"""How much room labels keep to others, across and down: the first ones little, for they matter
most, the rest so much that the cards behind stay in sight."""

_CANDIDATES = 3000
"""So many of the cards that matter most are tried: of a very large map the rest is nearer."""

_SHORTEST = 24.0
"""No label is less broad; whether there is room for one is cheap to say before it is measured."""

Rank = tuple[int, float, bool, int, int, float]
"""Level of the risk, share it stops, whether an activity, how many need it, criticality, cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name on the card of an asset; the place is around its middle, in pixels of the screen."""

    asset: AssetId
    at: QPointF
    words: str
    place: QRectF


class Names:
    """Chooses which cards have their names from far away; of what has not changed it is kept."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._ranked: list[AssetId] | None = None
        self._zoom, self._labels = 0.0, list[Label]()

    def forget(self) -> None:
        """Anything may have changed."""
        self._ranked = None

    def labels(self, zoom: float) -> list[Label]:
        """Return the labels there are at a zoom, those that matter most first."""
        if self._ranked is None:
            self._ranked = self._rank()
        elif zoom == self._zoom:
            return self._labels
        self._zoom, self._labels = zoom, [*self._placed(self._ranked, zoom)]
        return self._labels

    def at(self, point: QPointF) -> AssetId | None:
        """Return the asset whose label is at a point of the map, as it was last painted."""
        for label in self._labels:
            if label.place.contains((point - label.at) * self._zoom):
                return label.asset
        return None

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the labels: each a small card with the colour of its own, and of its ring."""
        zoom = painter.worldTransform().m11()
        for label in self.labels(zoom):
            painter.save()
            painter.translate(label.at)
            painter.scale(1 / zoom, 1 / zoom)
            self._paint(painter, theme, label)
            painter.restore()

    def _paint(self, painter: QPainter, theme: Theme, label: Label) -> None:
        parts, key, place = self._parts, label.asset, label.place
        ring = parts.rings.get(key)
        painter.setPen(QPen(theme.edge, 1.0) if ring is None else QPen(theme.levels[ring.level], 2))
        painter.setBrush(QBrush(theme.card))
        painter.drawRect(place)
        strip = QRectF(place.left() + 1, place.top() + 1, _STRIP, place.height() - 2)
        painter.fillRect(strip, parts.cards[key].brush(theme, parts.shades.get(key)))
        painter.setFont(font(_PIXELS, is_bold=True))
        painter.setPen(theme.text)
        inner = place.adjusted(_STRIP + _PAD, 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, label.words)

    def _rank(self) -> list[AssetId]:
        """Return the assets by how much they matter; those that are faded are left out."""
        parts = self._parts
        assets, needed_by, rings = parts.landscape.assets, parts.landscape.needed_by, parts.rings

        def rank(key: AssetId) -> Rank:
            asset, ring = assets[key], rings.get(key)
            level, share = (-1, 0.0) if ring is None else (int(ring.level), ring.blast_radius)
            is_process = asset.kind is AssetKind.PROCESS
            count, cost = len(needed_by[key]), asset.annual_cost or 0.0
            return level, share, is_process, count, asset.criticality or 0, cost

        shown = [key for key, card in parts.cards.items() if card.opacity >= 1]
        return nlargest(_CANDIDATES, shown, key=rank)

    def _placed(self, ranked: list[AssetId], zoom: float) -> Iterator[Label]:
        """Yield a label for each card on which none stands in the way of one before."""
        cards, assets = self._parts.cards, self._parts.landscape.assets
        metrics = QFontMetricsF(font(_PIXELS, is_bold=True))
        taken, left = _Taken(), CARD.left() * zoom
        for number, key in enumerate(ranked):
            at = cards[key].at
            x, y = at.x() * zoom + left, at.y() * zoom
            across, down = _NEAR if number < _FIRST else _WIDE
            if taken.meets(x - across, x + _SHORTEST + across, y - down, y + down):
                continue
            name = " ".join(assets[key].name[:LONGEST].split())
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _LONGEST)
            width = metrics.horizontalAdvance(words) + _STRIP + 2 * _PAD
            if not taken.meets(x - across, x + width + across, y - down, y + down):
                taken.add(x, x + width, y)
                yield Label(
                    asset=key,
                    at=at,
                    words=words,
                    place=QRectF(left, -_HEIGHT / 2, width, _HEIGHT),
                )


class _Taken:
    """Where labels are, all of one height, by bands as high as one: there may be thousands."""

    def __init__(self) -> None:
        self._bands: dict[int, list[tuple[float, float, float]]] = {}

    def meets(self, left: float, right: float, top: float, bottom: float) -> bool:
        """Whether a label whose middle is between top and bottom would touch one before."""
        top, bottom = top - _HEIGHT, bottom + _HEIGHT
        for band in range(int(top // _HEIGHT), int(bottom // _HEIGHT) + 1):
            for start, end, middle in self._bands.get(band, ()):
                if start < right and left < end and top < middle < bottom:
                    return True
        return False

    def add(self, left: float, right: float, middle: float) -> None:
        """Take a place."""
        self._bands.setdefault(int(middle // _HEIGHT), []).append((left, right, middle))
