"""The card of one asset."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import PersonalData
from smala_lockin.ui import icons
from smala_lockin.ui.canvas.detail import Detail, detail_of
from smala_lockin.ui.canvas.lettering import fitted, font
from smala_lockin.ui.canvas.ring import MARGIN, Ring, paint_ring
from smala_lockin.ui.canvas.shapes import CARD, outline
from smala_lockin.ui.theme import Theme, text_on
from smala_lockin.words import enums

TILE = 36.0
"""Width of the coloured field with the icon."""

STRIP = 12.0
"""Width of the coloured field where only the name is shown."""

_NAME_PIXELS, _FACT_PIXELS, _DISTANT_PIXELS = 13, 11, 21
_ICON, _MARK, _PAD = 20.0, 13.0, 8.0


class Card(QGraphicsItem):
    """Shows an asset: icon, name, kind, owner's country, at most two marks, and its ring.

    A card shows what it is told; it never moves itself.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._asset: Asset | None = None
        self._country: str | None = None
        self._ring: Ring | None = None
        self._is_selected = False
        self._lines: tuple[str, ...] = ()
        self._distant_lines: tuple[str, ...] = ()
        self.setZValue(1)
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache)

    def show_asset(self, asset: Asset) -> None:
        """Show the facts of an asset."""
        self._asset = asset
        width = CARD.width() - TILE - 2 * _PAD
        self._lines = fitted(asset.name, font(_NAME_PIXELS, is_bold=True), width, 2)
        self._distant_lines = fitted(
            asset.name, font(_DISTANT_PIXELS, is_bold=True), CARD.width() - STRIP - 16, 2
        )
        self.update()

    def show_country(self, country: str | None) -> None:
        """Show the country of its owner in the end, as a code, or none."""
        if country != self._country:
            self._country = country
            self.update()

    def show_ring(self, ring: Ring | None) -> None:
        """Show the risk of the asset, or none."""
        if ring != self._ring:
            self._ring = ring
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
    def ring(self) -> Ring | None:
        """The risk that is shown."""
        return self._ring

    def boundingRect(self) -> QRectF:  # noqa: N802
        return CARD.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

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
        if self._ring is not None:
            paint_ring(painter, shape, self._ring, self._theme)
        match detail_of(painter):
            case Detail.DOTS:
                self._paint_dot(painter, shape)
            case Detail.NAMES:
                self._paint_body(painter, shape, STRIP)
                self._paint_distant_name(painter)
            case Detail.FACTS:
                self._paint_body(painter, shape, TILE)
                self._paint_icon(painter, self._asset)
                self._paint_facts(painter, self._asset)

    def _colour(self) -> QColor:
        assert self._asset is not None
        return self._theme.kinds[self._asset.kind]

    def _paint_dot(self, painter: QPainter, shape: QPainterPath) -> None:
        painter.fillPath(shape, self._theme.accent if self._is_selected else self._colour())

    def _paint_body(self, painter: QPainter, shape: QPainterPath, field: float) -> None:
        painter.fillPath(shape, self._theme.card)
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(CARD.left(), CARD.top(), field, CARD.height()), self._colour())
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._is_selected:
            painter.setPen(QPen(self._theme.accent, 3))
        else:
            painter.setPen(QPen(self._theme.edge, 1.2))
        painter.drawPath(shape)

    def _paint_icon(self, painter: QPainter, asset: Asset) -> None:
        colour = text_on(self._colour())
        place = QRectF(CARD.left() + (TILE - _ICON) / 2 + 1, -_ICON / 2, _ICON, _ICON)
        icons.drawing(asset.kind.value, colour.name()).render(painter, place)

    def _paint_facts(self, painter: QPainter, asset: Asset) -> None:
        left, right = CARD.left() + TILE + _PAD, CARD.right() - _PAD
        lines = [(line, font(_NAME_PIXELS, is_bold=True), self._theme.text) for line in self._lines]
        lines.append((enums.kind(asset.kind), font(_FACT_PIXELS), self._theme.faint_text))
        y = -(16.0 * len(lines)) / 2
        for text, lettering, colour in lines:
            painter.setFont(lettering)
            painter.setPen(colour)
            place = QRectF(left, y, right - left + 2, 16.0)
            painter.drawText(place, _LINE, text)
            y += 16.0
        self._paint_marks(painter, asset, QPointF(right - 4, y - 8.0))

    def _paint_marks(self, painter: QPainter, asset: Asset, end: QPointF) -> None:
        """Paint from the right: the owner's country, then at most two marks."""
        lettering = font(_FACT_PIXELS - 1, is_bold=True)
        x = end.x()
        for text in filter(None, (self._country, _units(asset))):
            x = self._paint_chip(painter, text, lettering, QPointF(x, end.y())) - 4
        if asset.personal_data is PersonalData.SENSITIVE:
            place = QRectF(x - _MARK, end.y() - _MARK / 2, _MARK, _MARK)
            icons.drawing("sensitive", self._theme.faint_text.name()).render(painter, place)

    def _paint_chip(self, painter: QPainter, text: str, lettering: QFont, end: QPointF) -> float:
        width = QFontMetricsF(lettering).horizontalAdvance(text) + 8
        place = QRectF(end.x() - width, end.y() - 7, width, 14)
        painter.setPen(QPen(self._theme.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, 3, 3)
        painter.setFont(lettering)
        painter.setPen(self._theme.faint_text)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return place.left()

    def _paint_distant_name(self, painter: QPainter) -> None:
        painter.setFont(font(_DISTANT_PIXELS, is_bold=True))
        painter.setPen(self._theme.text)
        height = 25.0
        y = -height * len(self._distant_lines) / 2
        for line in self._distant_lines:
            place = QRectF(CARD.left() + STRIP + 8, y, CARD.width() - STRIP - 12, height)
            painter.drawText(place, _LINE, line)
            y += height


_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


def _units(asset: Asset) -> str | None:
    return f"×{asset.units}" if asset.units is not None and asset.units > 1 else None
