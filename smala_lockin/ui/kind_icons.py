"""The icon of a kind on a field of its colour, as on its card."""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.ui import icons
from smala_lockin.ui.theme import Theme, text_on

SIZE = 24


def kind_icon(kind: AssetKind, theme: Theme) -> QIcon:
    """Return the icon of a kind in the colours of a theme."""
    return _icon(kind.value, theme.kinds[kind].name())


def paint_kind(painter: QPainter, place: QRectF, kind: AssetKind, theme: Theme) -> None:
    """Paint the icon of a kind into a square."""
    _paint(painter, place, kind.value, theme.kinds[kind])


@cache
def _icon(name: str, colour: str) -> QIcon:
    shade = QColor(colour)
    return icons.painted(lambda painter, place, _mode: _paint(painter, place, name, shade))


def _paint(painter: QPainter, place: QRectF, name: str, colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(place, place.width() / 6, place.width() / 6)
    inset = place.width() / 7
    inside = place.adjusted(inset, inset, -inset, -inset)
    icons.drawing(name, text_on(colour).name()).render(painter, inside)
