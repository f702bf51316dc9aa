"""Our own small drawings, in any colour."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from smala_lockin import paths

SIZES = (16, 20, 24, 32, 48)


@cache
def drawing(name: str, colour: str) -> QSvgRenderer:
    """Return a drawing that can be painted at any size; `colour` such as "#0072b2"."""
    source = paths.resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))


def icon(name: str, palette: QPalette) -> QIcon:
    """Return an icon in the colours of the system's buttons."""
    found = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        for size in SIZES:
            found.addPixmap(pixmap(name, colour, size), mode)
    return found


@cache
def small_icon(name: str, colour: str) -> QIcon:
    """Return an icon of one colour for the many buttons inside a form; `colour` as "#0072b2"."""
    found = QIcon()
    for size in SIZES[:1] + SIZES[3:4]:
        found.addPixmap(pixmap(name, QColor(colour), size))
    return found


def pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    """Return a drawing of `size` pixels a side."""
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing(name, colour.name()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def of_program() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(paths.resource("icons/smala_lockin.svg")))
