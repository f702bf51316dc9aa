"""The way an arrow takes between two cards: geometry, no items."""

from dataclasses import dataclass
from math import atan2, cos, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH

DIAMOND_DROP = CARD_HEIGHT / 2 + 20.0
"""How far below the middle of its owner a diamond stands."""

_ABREAST = CARD_HEIGHT + 8.0
"""Cards no further apart in height have no room for an arrow between them."""

_LEAN = CARD_WIDTH * 0.34
_HEAD, _HEAD_HALF = 9.0, 4.2
_BEND = 0.5, 22.0, 130.0


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


def curve(start: QPointF, end: QPointF, *, is_across: bool = False) -> QPainterPath:
    """Return a curve that leaves and arrives upright, and never bends back on itself much.

    `is_across` lays it down instead.
    """
    share, least, most = _BEND
    if is_across:
        lean = max(10.0, min(most, abs(end.x() - start.x()) * share))
        lean = lean if end.x() >= start.x() else -lean
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(lean, 0), end - QPointF(lean, 0), end)
        return path
    bend = max(least, min(most, abs(end.y() - start.y()) * share))
    bend = bend if end.y() >= start.y() else -bend
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(0, bend), end - QPointF(0, bend), end)
    return path


def head(path: QPainterPath) -> QPolygonF:
    """Return the arrow head at the end of a way."""
    end, before = path.pointAtPercent(1.0), path.pointAtPercent(0.96)
    return head_at(end, atan2(end.y() - before.y(), end.x() - before.x()))


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


def _port(card: QPointF, other: QPointF, *, below: bool) -> QPointF:
    lean = max(-_LEAN, min(_LEAN, (other.x() - card.x()) * 0.2))
    return QPointF(card.x() + lean, card.y() + (CARD_HEIGHT / 2 if below else -CARD_HEIGHT / 2))
