"""The way an arrow takes between two cards: geometry, no items."""

from dataclasses import dataclass
from math import atan2, cos, sin

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH

DIAMOND_DROP = CARD_HEIGHT / 2 + 20.0
"""How far below the middle of its owner a diamond stands."""

_ABREAST = CARD_HEIGHT + 8.0
"""Cards no further apart in height have no room for an arrow between them."""

_LEAN = CARD_WIDTH * 0.34
_HEAD, _HEAD_HALF = 9.0, 4.2
_BEND = 0.5, 22.0, 130.0

REACH = CARD_WIDTH / 2 + 12.0, CARD_HEIGHT / 2 + 62.0
"""How much further than the middles of its cards an arrow may reach, across and up or down."""

_PARTS = (0.05, 0.14, 0.32, 0.68, 0.86, 0.95)
"""Where a curve is broken into straight pieces: closer where it bends."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where an arrow begins and ends, and whether it goes across instead of up or down."""

    start: QPointF
    end: QPointF
    is_across: bool = False


def way(here: QPointF, there: QPointF) -> Way:
    """Return the way from the card in one place to that in another."""
    if abs(there.y() - here.y()) < _ABREAST and abs(there.x() - here.x()) > CARD_WIDTH:
        side = QPointF(CARD_WIDTH / 2 if there.x() > here.x() else -CARD_WIDTH / 2, 0)
        return Way(here + side, there - side, is_across=True)
    return Way(leaving(here, there), arriving(here, there))


def leaving(here: QPointF, there: QPointF) -> QPointF:
    """Return where an arrow leaves a card on its way to a point."""
    return _port(here, there, below=there.y() >= here.y())


def arriving(here: QPointF, there: QPointF) -> QPointF:
    """Return where an arrow from a point arrives at the card `there`."""
    return _port(there, here, below=here.y() > there.y())


def curve(way: Way) -> QPainterPath:
    """Return a curve that leaves and arrives upright, and never bends back on itself much."""
    path = QPainterPath(way.start)
    path.cubicTo(*_controls(way), way.end)
    return path


def pieces(way: Way) -> list[QLineF]:
    """Return the same curve in straight pieces."""
    start, end = way.start, way.end
    first, second = _controls(way)
    x, y = start.x(), start.y()
    if abs(end.x() - x) < 1.0 and not way.is_across:
        return [QLineF(start, end)]
    found = []
    for part in _PARTS:
        rest = 1.0 - part
        a, b, c, d = rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3
        next_x = a * start.x() + b * first.x() + c * second.x() + d * end.x()
        next_y = a * start.y() + b * first.y() + c * second.y() + d * end.y()
        found.append(QLineF(x, y, next_x, next_y))
        x, y = next_x, next_y
    found.append(QLineF(x, y, end.x(), end.y()))
    return found


def head(last: QLineF) -> QPolygonF:
    """Return the arrow head at the end of the last piece of a way."""
    return head_at(last.p2(), atan2(last.dy(), last.dx()))


def strokes(last: QLineF) -> list[QLineF]:
    """Return the same head as two strokes, for a line among many."""
    tip, one, other = head(last).toList()
    return [QLineF(one, tip), QLineF(tip, other)]


def head_at(end: QPointF, angle: float) -> QPolygonF:
    """Return an arrow head with its tip at a point; angle 0 points to the right, in radians."""
    back = QPointF(end.x() - _HEAD * cos(angle), end.y() - _HEAD * sin(angle))
    side = QPointF(-sin(angle), cos(angle)) * _HEAD_HALF
    return QPolygonF([end, back + side, back - side])


def diamond_place(owner: QPointF, members: list[QPointF]) -> QPointF:
    """Return where the diamond of a group stands: below its owner, towards the members."""
    middle = sum(member.x() for member in members) / len(members) if members else owner.x()
    lean = max(-_LEAN, min(_LEAN, (middle - owner.x()) * 0.3))
    return QPointF(owner.x() + lean, owner.y() + DIAMOND_DROP)


def _controls(way: Way) -> tuple[QPointF, QPointF]:
    share, least, most = _BEND
    start, end = way.start, way.end
    if way.is_across:
        lean = max(10.0, min(most, abs(end.x() - start.x()) * share))
        aside = QPointF(lean if end.x() >= start.x() else -lean, 0)
    else:
        bend = max(least, min(most, abs(end.y() - start.y()) * share))
        aside = QPointF(0, bend if end.y() >= start.y() else -bend)
    return start + aside, end - aside


def _port(card: QPointF, other: QPointF, *, below: bool) -> QPointF:
    lean = max(-_LEAN, min(_LEAN, (other.x() - card.x()) * 0.2))
    return QPointF(card.x() + lean, card.y() + (CARD_HEIGHT / 2 if below else -CARD_HEIGHT / 2))
