"""Our own small drawings, in any colour."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from smala_lockin import paths

Paint = Callable[[QPainter, QRectF, QIcon.Mode], None]
"""Paints an icon into a place, as what is enabled or disabled."""

_FAINT = 0.4
"""How opaque a drawing of one colour is on what is disabled."""


@cache
def drawing(name: str, colour: str) -> QSvgRenderer:
    """Return a drawing that can be painted at any size; `colour` such as "#0072b2"."""
    source = paths.resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))


def icon(name: str, palette: QPalette) -> QIcon:
    """Return an icon in the colours of the system's buttons."""
    role = QPalette.ColorRole.ButtonText
    usual = palette.color(QPalette.ColorGroup.Active, role).name()
    disabled = palette.color(QPalette.ColorGroup.Disabled, role).name()

    def paint(painter: QPainter, place: QRectF, mode: QIcon.Mode) -> None:
        colour = disabled if mode == QIcon.Mode.Disabled else usual
        drawing(name, colour).render(painter, place)

    return painted(paint)


@cache
def small_icon(name: str, colour: str) -> QIcon:
    """Return an icon of one colour for the many buttons inside a form; `colour` as "#0072b2"."""

    def paint(painter: QPainter, place: QRectF, mode: QIcon.Mode) -> None:
        painter.setOpacity(_FAINT if mode == QIcon.Mode.Disabled else 1)
        drawing(name, colour).render(painter, place)

    return painted(paint)


def marking(name: str, colour: str, chosen: str) -> QIcon:
    """Return an icon for lines of a list, in another colour in those that are selected."""

    def paint(painter: QPainter, place: QRectF, mode: QIcon.Mode) -> None:
        drawing(name, chosen if mode == QIcon.Mode.Selected else colour).render(painter, place)

    return painted(paint)


def painted(paint: Paint) -> QIcon:
    """Return an icon that is painted when it is shown: most of them wait in a menu."""
    return QIcon(_Engine(paint))


def pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    """Return a drawing of `size` pixels a side."""
    return _picture(QSize(size, size), drawing(name, colour.name()).render)


def of_program() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(paths.resource("icons/smala_lockin.svg")))


class _Engine(QIconEngine):
    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint

    def clone(self) -> QIconEngine:
        return _Engine(self._paint)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.save()
        self._paint(painter, QRectF(rect), mode)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return _picture(size, lambda painter, place: self._paint(painter, place, mode))


def _picture(size: QSize, paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return picture
