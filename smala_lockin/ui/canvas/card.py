"""The card of one asset."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.ui import icons
from smala_lockin.ui.canvas.detail import Detail
from smala_lockin.ui.canvas.lettering import fitted, font, is_whole
from smala_lockin.ui.canvas.part import Part
from smala_lockin.ui.canvas.ring import MARGIN
from smala_lockin.ui.canvas.shapes import CARD, outline
from smala_lockin.ui.theme import Theme, text_on
from smala_lockin.words import enums

TILE = 36.0
"""Width of the coloured field with the icon."""

STRIP = 11.0
"""Width of the coloured field where only the name is shown."""

SURROUNDINGS = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
"""How much room a ring around it, or the line of its edge, takes."""

_NAME_PIXELS, _FACT_PIXELS = 13, 11
_INSET = {AssetKind.CLOUD_SERVICE: 10.0, AssetKind.PROCESS: 8.0, AssetKind.SUPPLIER: 5.0}
"""How much narrower a card is where its marks stand."""

_DISTANT = (21, 2), (18, 3), (15, 3)
"""Sizes and numbers of lines for a name that stands alone: as large as lets it be whole."""

_ICON, _MARK, _PAD = 20.0, 13.0, 8.0


class Card(Part):
    """Shows an asset: icon, name, kind, owner's country, at most two marks."""

    __slots__ = ("_asset", "_distant", "_lines", "is_selected")

    def __init__(self, asset: Asset) -> None:
        super().__init__()
        self._asset = asset
        self.is_selected = False
        self._lines: tuple[str, ...] | None = None
        self._distant: tuple[int, tuple[str, ...]] | None = None

    def show_asset(self, asset: Asset) -> None:
        """Show the facts of an asset."""
        self._asset = asset
        self._lines = self._distant = None  # broken when first painted: most maps stay at one zoom

    @property
    def kind(self) -> AssetKind:
        """The kind of the asset."""
        return self._asset.kind

    @property
    def place(self) -> QRectF:
        """The rectangle it stands in."""
        return CARD.translated(self.at)

    @property
    def surroundings(self) -> QRectF:
        """The rectangle that it and its ring are painted in."""
        return self.place.marginsAdded(SURROUNDINGS)

    def colour(self, theme: Theme) -> QColor:
        """Return the colour of the card as a dot: that of its kind, or of what is selected."""
        return theme.accent if self.is_selected else theme.kinds[self._asset.kind]

    def paint(
        self, painter: QPainter, theme: Theme, detail: Detail, country: str | None = None
    ) -> None:
        """Paint around the painter's origin what can be read; for dots see `Distance`.

        `country` is that of its owner in the end, as a code.
        """
        shape = outline(self._asset.kind)
        if detail is Detail.NAMES:
            self._paint_body(painter, theme, shape, STRIP)
            self._paint_distant_name(painter, theme)
        else:
            self._paint_body(painter, theme, shape, TILE)
            self._paint_icon(painter, theme)
            self._paint_facts(painter, theme, country)

    def _paint_body(
        self, painter: QPainter, theme: Theme, shape: QPainterPath, field: float
    ) -> None:
        painter.fillPath(shape, theme.card)
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.fillRect(
            QRectF(CARD.left(), CARD.top(), field, CARD.height()), theme.kinds[self._asset.kind]
        )
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.is_selected:
            painter.setPen(QPen(theme.accent, 3))
        else:
            painter.setPen(QPen(theme.edge, 1.2))
        painter.drawPath(shape)

    def _paint_icon(self, painter: QPainter, theme: Theme) -> None:
        """Paint the icon, and below it of how many alike units the card stands for."""
        colour = text_on(theme.kinds[self._asset.kind])
        units = (
            self._asset.units if self._asset.units is not None and self._asset.units > 1 else None
        )
        middle = CARD.left() + TILE / 2 + 1
        top = -_ICON / 2 - (6 if units else 0)
        place = QRectF(middle - _ICON / 2, top, _ICON, _ICON)
        icons.drawing(self._asset.kind.value, colour.name()).render(painter, place)
        if units:
            painter.setFont(font(_FACT_PIXELS - 1, is_bold=True))
            painter.setPen(colour)
            below = QRectF(middle - TILE / 2, top + _ICON + 1, TILE - 2, 12)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"×{min(units, 9999)}")

    def _paint_facts(self, painter: QPainter, theme: Theme, country: str | None) -> None:
        left, right = CARD.left() + TILE + _PAD, CARD.right() - _PAD
        bold = font(_NAME_PIXELS, is_bold=True)
        if self._lines is None:
            self._lines = fitted(self._asset.name, bold, right - left, 2)
        y = -(16.0 * (len(self._lines) + 1)) / 2
        painter.setFont(bold)
        painter.setPen(theme.text)
        for text in self._lines:
            painter.drawText(QRectF(left, y, right - left + 2, 16.0), _LINE, text)
            y += 16.0
        inner = QPointF(right - _INSET.get(self._asset.kind, 0.0), y + 8.0)
        end = self._paint_marks(painter, theme, inner, country)
        lettering = font(_FACT_PIXELS)
        painter.setFont(lettering)
        painter.setPen(theme.faint_text)
        (kind,) = fitted(enums.kind(self._asset.kind), lettering, end - left, 1)
        painter.drawText(QRectF(left, y, end - left + 2, 16.0), _LINE, kind)

    def _paint_marks(
        self, painter: QPainter, theme: Theme, end: QPointF, country: str | None
    ) -> float:
        """Paint from the right the owner's country and a mark; return where they begin."""
        x = end.x()
        if country is not None:
            x = _paint_chip(painter, theme, country, end) - 4
        if self._asset.personal_data is PersonalData.SENSITIVE:
            place = QRectF(x - _MARK, end.y() - _MARK / 2, _MARK, _MARK)
            icons.drawing("sensitive", theme.faint_text.name()).render(painter, place)
            x -= _MARK + 4
        return x

    def _paint_distant_name(self, painter: QPainter, theme: Theme) -> None:
        if self._distant is None:
            self._distant = _distant(self._asset.name)
        pixels, lines = self._distant
        painter.setFont(font(pixels, is_bold=True))
        painter.setPen(theme.text)
        height = pixels * 1.06
        y = -height * len(lines) / 2
        for line in lines:
            place = QRectF(CARD.left() + STRIP + 6, y, CARD.width() - STRIP - 6, height)
            painter.drawText(place, _LINE, line)
            y += height


_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


def _distant(name: str) -> tuple[int, tuple[str, ...]]:
    width = CARD.width() - STRIP - 12
    for pixels, count in _DISTANT:
        lines = fitted(name, font(pixels, is_bold=True), width, count)
        if is_whole(name, lines):
            break
    return pixels, lines


def _paint_chip(painter: QPainter, theme: Theme, text: str, end: QPointF) -> float:
    lettering = font(_FACT_PIXELS - 1, is_bold=True)
    width = QFontMetricsF(lettering).horizontalAdvance(text) + 8
    place = QRectF(end.x() - width, end.y() - 7, width, 14)
    painter.setPen(QPen(theme.edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, 3, 3)
    painter.setFont(lettering)
    painter.setPen(theme.faint_text)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    return place.left()
