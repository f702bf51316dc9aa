"""The card of one asset."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from smala_lockin.app.shades import Colour, Shade, Tone
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.ui import icons
from smala_lockin.ui.canvas.detail import Detail
from smala_lockin.ui.canvas.lettering import fitted, font, is_whole
from smala_lockin.ui.canvas.part import Part
from smala_lockin.ui.canvas.ring import MARGIN
from smala_lockin.ui.canvas.shapes import CARD, field, outline
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

    __slots__ = ("_asset", "_distant", "_lines", "is_kept", "is_selected")

    def __init__(self, asset: Asset) -> None:
        super().__init__()
        self._asset = asset
        self.is_selected = self.is_kept = False
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

    def brush(self, theme: Theme, shade: Shade | None = None) -> QBrush:
        """Return what the card is filled with as a dot; what is unknown is hatched."""
        if self.is_selected:
            return QBrush(theme.accent)
        if shade is None:
            return QBrush(theme.kinds[self._asset.kind])
        if shade.colour is Tone.OUTSIDE:
            return QBrush(theme.edge, Qt.BrushStyle.Dense6Pattern)
        is_unknown = shade.colour is Tone.UNKNOWN
        style = Qt.BrushStyle.Dense4Pattern if is_unknown else Qt.BrushStyle.SolidPattern
        return QBrush(theme.of(shade.colour), style)

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        detail: Detail,
        country: str | None = None,
        shade: Shade | None = None,
    ) -> None:
        """Paint around the painter's origin what can be read; for dots see `Distance`.

        `country` is that of its owner in the end, as a code; `shade` what a lens shows, where
        that is another thing than the kind.
        """
        shape = outline(self._asset.kind)
        if detail is Detail.NAMES:
            self._paint_body(painter, theme, shape, STRIP, shade)
            self._paint_distant_name(painter, _inks(theme, shade)[0])
        else:
            self._paint_body(painter, theme, shape, TILE, shade)
            self._paint_icon(painter, theme, shade)
            self._paint_facts(painter, theme, country, shade)
        if self.is_kept:
            self._paint_pin(painter, theme)

    def _paint_body(
        self,
        painter: QPainter,
        theme: Theme,
        shape: QPainterPath,
        width: float,
        shade: Shade | None,
    ) -> None:
        painter.fillPath(shape, _ground(theme, shade))
        if shade is None:
            painter.fillPath(field(self.kind, width), theme.kinds[self.kind])
        elif shade.colour is Tone.UNKNOWN:
            painter.save()
            painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
            place = QRectF(CARD.left(), CARD.top(), width, CARD.height())
            paint_field(painter, theme, place, shade.colour)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.is_selected:
            painter.setPen(QPen(theme.accent, 3))
        else:
            painter.setPen(QPen(theme.edge, 1.2))
        painter.drawPath(shape)

    def _paint_icon(self, painter: QPainter, theme: Theme, shade: Shade | None) -> None:
        """Paint the icon, and below it of how many alike units the card stands for."""
        is_kind = shade is None
        colour = text_on(theme.kinds[self._asset.kind] if is_kind else _ground(theme, shade))
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

    def _paint_facts(
        self, painter: QPainter, theme: Theme, country: str | None, shade: Shade | None
    ) -> None:
        left, right = CARD.left() + TILE + _PAD, CARD.right() - _PAD
        bold = font(_NAME_PIXELS, is_bold=True)
        if self._lines is None:
            self._lines = fitted(self._asset.name, bold, right - left, 2)
        y = -(16.0 * (len(self._lines) + 1)) / 2
        painter.setFont(bold)
        text_colour, faint = _inks(theme, shade)
        painter.setPen(text_colour)
        for text in self._lines:
            painter.drawText(QRectF(left, y, right - left + 2, 16.0), _LINE, text)
            y += 16.0
        inner = QPointF(right - _INSET.get(self._asset.kind, 0.0), y + 8.0)
        end = self._paint_marks(painter, faint, inner, country)
        lettering = font(_FACT_PIXELS)
        painter.setFont(lettering)
        painter.setPen(faint)
        said = enums.kind(self._asset.kind) if shade is None else shade.words
        (words,) = fitted(said, lettering, end - left, 1)
        painter.drawText(QRectF(left, y, end - left + 2, 16.0), _LINE, words)

    def _paint_marks(
        self, painter: QPainter, colour: QColor, end: QPointF, country: str | None
    ) -> float:
        """Paint from the right the owner's country and a mark; return where they begin."""
        x = end.x()
        if country is not None:
            x = _paint_chip(painter, colour, country, end) - 4
        if self._asset.personal_data is PersonalData.SENSITIVE:
            place = QRectF(x - _MARK, end.y() - _MARK / 2, _MARK, _MARK)
            icons.drawing("sensitive", colour.name()).render(painter, place)
            x -= _MARK + 4
        return x

    def _paint_pin(self, painter: QPainter, theme: Theme) -> None:
        """Paint on the upper edge that the card stays in place."""
        place = QRectF(CARD.right() - 26, CARD.top() - 8, 16, 16)
        painter.setPen(QPen(theme.edge, 1))
        painter.setBrush(theme.card)
        painter.drawEllipse(place)
        icons.drawing("keep", theme.text.name()).render(painter, place.adjusted(2, 2, -2, -2))

    def _paint_distant_name(self, painter: QPainter, colour: QColor) -> None:
        if self._distant is None:
            self._distant = _distant(self._asset.name)
        pixels, lines = self._distant
        painter.setFont(font(pixels, is_bold=True))
        painter.setPen(colour)
        height = pixels * 1.06
        y = -height * len(lines) / 2
        for line in lines:
            place = QRectF(CARD.left() + STRIP + 6, y, CARD.width() - STRIP - 6, height)
            painter.drawText(place, _LINE, line)
            y += height


_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


def paint_field(painter: QPainter, theme: Theme, place: QRectF, colour: Colour) -> None:
    """Paint a field in what a lens shows; what is unknown is hatched, what is outside bare."""
    if colour is Tone.UNKNOWN:
        painter.fillRect(place, theme.card)
        painter.fillRect(place, QBrush(theme.of(colour), Qt.BrushStyle.BDiagPattern))
    else:
        painter.fillRect(place, theme.of(colour))
    painter.fillRect(QRectF(place.right() - 1, place.top(), 1, place.height()), theme.edge)


def _ground(theme: Theme, shade: Shade | None) -> QColor:
    """Return what a card is filled with: a lens colours the whole of it."""
    if shade is None or shade.colour is Tone.UNKNOWN:
        return theme.card
    return theme.of(shade.colour)


def _inks(theme: Theme, shade: Shade | None) -> tuple[QColor, QColor]:
    """Return the colours of a card's name, and of what else it says."""
    if shade is None or shade.colour in (Tone.UNKNOWN, Tone.OUTSIDE):
        return theme.text, theme.faint_text
    ink = text_on(theme.of(shade.colour))
    return ink, ink


def _distant(name: str) -> tuple[int, tuple[str, ...]]:
    width = CARD.width() - STRIP - 12
    for pixels, count in _DISTANT:
        lines = fitted(name, font(pixels, is_bold=True), width, count)
        if is_whole(name, lines):
            break
    return pixels, lines


def _paint_chip(painter: QPainter, colour: QColor, text: str, end: QPointF) -> float:
    lettering = font(_FACT_PIXELS - 1, is_bold=True)
    width = QFontMetricsF(lettering).horizontalAdvance(text) + 8
    place = QRectF(end.x() - width, end.y() - 7, width, 14)
    painter.setPen(QPen(colour, 0.7))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, 3, 3)
    painter.setFont(lettering)
    painter.setPen(colour)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    return place.left()
