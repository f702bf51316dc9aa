"""The map as a picture: .png for a slide, .svg to draw on, .pdf to print on one A3 page.

Painted light, by Qt, without a window; where there is no application yet, one is made that needs
no screen.
"""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtWidgets import QApplication

from smala_lockin.app import lenses
from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.app.shades import Lens
from smala_lockin.domain.errors import LockinError
from smala_lockin.formats.atomic import write_whole
from smala_lockin.i18n import _, day
from smala_lockin.ui.canvas import lens_bar
from smala_lockin.ui.canvas.legend import Legend, Strip
from smala_lockin.ui.canvas.lettering import font
from smala_lockin.ui.canvas.scene import MapScene
from smala_lockin.ui.theme import LIGHT

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report

_MARGIN, _TITLE, _GAP = 24.0, 26, 16.0
_LEAST_WIDTH, _WIDE = 640.0, 2400.0
"""Title and legends of a map wider than `_WIDE` grow with it: it is looked at from farther off."""

_SHARP, _MOST_PIXELS = 2.0, 12_000.0
"""How many pixels a point of the map takes in a .png, and how many its longer side at most."""


class NothingToDraw(LockinError):
    """The map is empty."""

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return _("The map is empty, so there is no picture of it. Add something first.")


def write(report: "Report", path: Path, *, lens: Lens = Lens.KIND, country: str = "") -> None:
    """Write the map of a report, with its rings, as the picture that the ending names.

    Its colours show what a lens does, explained below the map.

    Raises `NothingToDraw`, `FileTrouble`.
    """
    if not report.landscape.assets:
        raise NothingToDraw
    made = None if QApplication.instance() else _application()
    content = PICTURES[path.suffix.lower()](_Page(report, lens, country)).data()
    write_whole(path, lambda stream: stream.write(content))
    if made is not None:
        made.shutdown()


class _Page:
    """Title, map and legends, one below the other, in the map's own points."""

    def __init__(self, report: "Report", lens: Lens, country: str) -> None:
        document = Document(report.landscape)
        every = len(report.landscape.assets)  # no event loop turns here
        self._scene = MapScene(document, Selection(document), LIGHT, document, at_once=every)
        self._scene.show_report(report)
        shading = lenses.shading(report, lens, country)
        self._scene.show_shades({} if lens is Lens.KIND else shading.shades)
        self._document = document  # it holds the scene
        self._report = report
        self._map = self._scene.extent().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self.width = max(self._map.width(), _LEAST_WIDTH)
        self._legends = (Strip(LIGHT, lens_bar.entries(shading, with_title=True)), Legend(LIGHT))
        self._zoom = max(1.0, self.width / _WIDE)
        for legend in self._legends:
            legend.resize(int(self.width / self._zoom), legend.height())
            legend.ensurePolished()
            legend.fit()  # what is not shown is told later that it has another width
        head = self._zoom * (_TITLE + 2 * _GAP)
        self._at = QRectF(
            (self.width - self._map.width()) / 2, head, self._map.width(), self._map.height()
        )
        legends = sum(one.height() for one in self._legends)
        self.height = self._at.bottom() + self._zoom * legends

    def paint(self, painter: QPainter) -> None:
        """Paint the page with its upper left corner where the painter's origin is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width, self.height), LIGHT.canvas)
        self._scene.render(painter, self._at, self._map)
        painter.scale(self._zoom, self._zoom)
        company = self._report.landscape.company.name
        painter.setPen(LIGHT.text)
        painter.setFont(font(_TITLE, is_bold=True))
        band = QRectF(_MARGIN, _GAP / 2, self.width / self._zoom - 2 * _MARGIN, _TITLE + _GAP)
        if company:
            painter.drawText(band, Qt.AlignmentFlag.AlignVCenter, company)
        painter.setFont(font(_TITLE // 2))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(band, right, day(self._report.today))
        top = self._at.bottom() / self._zoom
        for legend in self._legends:
            legend.render(painter, QPoint(0, int(top)))
            top += legend.height()


def _png(page: _Page) -> QByteArray:
    scale = min(_SHARP, _MOST_PIXELS / max(page.width, page.height))
    size = QSize(int(page.width * scale), int(page.height * scale))
    image = QImage(size, QImage.Format.Format_RGB32)
    _painted(image, page, scale)
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return buffer.data()


def _svg(page: _Page) -> QByteArray:
    from PySide6.QtSvg import QSvgGenerator

    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRectF(0, 0, page.width, page.height))
    generator.setSize(QSize(int(page.width), int(page.height)))
    generator.setTitle("Smala Lock-in")
    _painted(generator, page, 1.0)
    return buffer.data()


def _pdf(page: _Page) -> QByteArray:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle("Smala Lock-in")
    is_wide = page.width >= page.height
    turned = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A3), turned, QMarginsF(12, 12, 12, 12))
    writer.setPageLayout(layout)
    room = layout.paintRectPixels(writer.resolution())
    _painted(writer, page, min(room.width() / page.width, room.height() / page.height))
    return buffer.data()


PICTURES: Mapping[str, Callable[[_Page], QByteArray]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
"""What paints each ending."""


def _painted(device: QPaintDevice, page: _Page, scale: float) -> None:
    painter = QPainter(device)
    painter.scale(scale, scale)
    page.paint(painter)
    painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _application() -> QApplication:
    if sys.platform.startswith(("linux", "freebsd")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(sys.argv[:1])
