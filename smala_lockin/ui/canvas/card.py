"""The card of one asset."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.ui import icons
from smala_lockin.ui.canvas.detail import Detail, detail_of
from smala_lockin.ui.canvas.lettering import fitted, font, is_whole
from smala_lockin.ui.canvas.shapes import CARD, outline
from smala_lockin.ui.theme import Theme, text_on
from smala_lockin.words import enums

TILE = 36.0
"""Width of the coloured field with the icon."""

STRIP = 11.0
"""Width of the coloured field where only the name is shown."""

_NAME_PIXELS, _FACT_PIXELS = 13, 11
_INSET = {AssetKind.CLOUD_SERVICE: 10.0, AssetKind.PROCESS: 8.0, AssetKind.SUPPLIER: 5.0}
"""How much narrower a card is where its marks stand."""

_DISTANT = (21, 2), (18, 3), (15, 3)
"""Sizes and numbers of lines for a name that stands alone: as large as lets it be whole."""

_ICON, _MARK, _PAD = 20.0, 13.0, 8.0


class Card(QGraphicsItem):
    """Shows an asset: icon, name, kind, owner's country, at most two marks.

    A card shows what it is told; it never moves itself.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._asset: Asset | None = None
        self._country: str | None = None
        self._is_selected = False
        self._lines: tuple[str, ...] | None = None
        self._distant: tuple[int, tuple[str, ...]] | None = None
        self.setZValue(1)
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache)

    def show_asset(self, asset: Asset) -> None:
        """Show the facts of an asset."""
        self._asset = asset
        self._lines = self._distant = None  # broken when first painted: most maps stay at one zoom
        self.update()

    def show_country(self, country: str | None) -> None:
        """Show the country of its owner in the end, as a code, or none."""
        if country != self._country:
            self._country = country
            self.update()

    def show_selected(self, is_selected: bool) -> None:
        """Show whether the asset is selected."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            self.update()

    def show_theme(self, theme: Theme) -> None:
        """Show the card in other colours."""
        self._theme = theme
        self.update()

    @property
    def colour(self) -> QColor:
        """The colour of the card as a dot: that of its kind, or of what is selected."""
        return self._theme.accent if self._is_selected else self._kind_colour()

    def boundingRect(self) -> QRectF:  # noqa: N802
        return CARD.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(CARD)
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._asset is None:
            return
        shape = outline(self._asset.kind)
        match detail_of(painter):
            case Detail.DOTS:
                pass  # see Distance
            case Detail.NAMES:
                self._paint_body(painter, shape, STRIP)
                self._paint_distant_name(painter, self._asset)
            case Detail.FACTS:
                self._paint_body(painter, shape, TILE)
                self._paint_icon(painter, self._asset)
                self._paint_facts(painter, self._asset)

    def _kind_colour(self) -> QColor:
        assert self._asset is not None
        return self._theme.kinds[self._asset.kind]

    def _paint_body(self, painter: QPainter, shape: QPainterPath, field: float) -> None:
        painter.fillPath(shape, self._theme.card)
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(CARD.left(), CARD.top(), field, CARD.height()), self._kind_colour())
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._is_selected:
            painter.setPen(QPen(self._theme.accent, 3))
        else:
            painter.setPen(QPen(self._theme.edge, 1.2))
        painter.drawPath(shape)

    def _paint_icon(self, painter: QPainter, asset: Asset) -> None:
        """Paint the icon, and below it of how many alike units the card stands for."""
        colour = text_on(self._kind_colour())
        units = asset.units if asset.units is not None and asset.units > 1 else None
        middle = CARD.left() + TILE / 2 + 1
        top = -_ICON / 2 - (6 if units else 0)
        place = QRectF(middle - _ICON / 2, top, _ICON, _ICON)
        icons.drawing(asset.kind.value, colour.name()).render(painter, place)
        if units:
            painter.setFont(font(_FACT_PIXELS - 1, is_bold=True))
            painter.setPen(colour)
            below = QRectF(middle - TILE / 2, top + _ICON + 1, TILE - 2, 12)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"×{min(units, 9999)}")

    def _paint_facts(self, painter: QPainter, asset: Asset) -> None:
        left, right = CARD.left() + TILE + _PAD, CARD.right() - _PAD
        bold = font(_NAME_PIXELS, is_bold=True)
        if self._lines is None:
            self._lines = fitted(asset.name, bold, right - left, 2)
        y = -(16.0 * (len(self._lines) + 1)) / 2
        painter.setFont(bold)
        painter.setPen(self._theme.text)
        for text in self._lines:
            painter.drawText(QRectF(left, y, right - left + 2, 16.0), _LINE, text)
            y += 16.0
        end = self._paint_marks(
            painter, asset, QPointF(right - _INSET.get(asset.kind, 0.0), y + 8.0)
        )
        lettering = font(_FACT_PIXELS)
        painter.setFont(lettering)
        painter.setPen(self._theme.faint_text)
        (kind,) = fitted(enums.kind(asset.kind), lettering, end - left, 1)
        painter.drawText(QRectF(left, y, end - left + 2, 16.0), _LINE, kind)

    def _paint_marks(self, painter: QPainter, asset: Asset, end: QPointF) -> float:
        """Paint from the right the owner's country and a mark; return where they begin."""
        x = end.x()
        if self._country is not None:
            x = self._paint_chip(painter, self._country, end) - 4
        if asset.personal_data is PersonalData.SENSITIVE:
            place = QRectF(x - _MARK, end.y() - _MARK / 2, _MARK, _MARK)
            icons.drawing("sensitive", self._theme.faint_text.name()).render(painter, place)
            x -= _MARK + 4
        return x

    def _paint_chip(self, painter: QPainter, text: str, end: QPointF) -> float:
        lettering = font(_FACT_PIXELS - 1, is_bold=True)
        width = QFontMetricsF(lettering).horizontalAdvance(text) + 8
        place = QRectF(end.x() - width, end.y() - 7, width, 14)
        painter.setPen(QPen(self._theme.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, 3, 3)
        painter.setFont(lettering)
        painter.setPen(self._theme.faint_text)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return place.left()

    def _paint_distant_name(self, painter: QPainter, asset: Asset) -> None:
        if self._distant is None:
            self._distant = _distant(asset.name)
        pixels, lines = self._distant
        painter.setFont(font(pixels, is_bold=True))
        painter.setPen(self._theme.text)
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
