"""How a row of the findings list is drawn: level in words and colour, then the sentence."""

from functools import cache, lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.i18n import _
from smala_lockin.ui.breaking import breakable
from smala_lockin.ui.panels.finding_rows import Row, RowSort
from smala_lockin.ui.theme import Theme, text_on
from smala_lockin.words import enums

_MARGIN, _GAP, _BAR = 14, 5, 4
_CHIP_PAD = 7

SELECTED_ALPHA, HOVERED_ALPHA = 24, 14
"""How much of the accent tints a row, of 255: words in the accent still stand out from it."""

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Draws headings, headlines and findings; rows are as high as their sentences need."""

    asked = Signal(object)
    """It was asked why; carries the `Row`."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._widget = parent

    def show_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        width = self._widget.viewport().width()
        height = _height(breakable(row.text), self._font(row).key(), width - 2 * _MARGIN)
        if row.sort is RowSort.HEADING:
            return QSize(width, height + 3 * _GAP + 4)
        return QSize(width, 2 * (_GAP + 4) + self._caption_height() + _GAP + height)

    def why_place(self, row: QRect) -> QRect:
        """Return where in the place of a row one asks why."""
        width = QFontMetrics(self._small()).horizontalAdvance(_("Why?")) + 2 * _CHIP_PAD
        left = row.right() - _MARGIN - width + _CHIP_PAD
        return QRect(left, row.top() + _GAP + 4, width, self._caption_height())

    def editorEvent(  # noqa: N802
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Take a click on "Why?"; everything else is the list's."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        if row.sort is RowSort.HEADING or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        is_there = self.why_place(option.rect).contains(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if is_there else Qt.CursorShape.ArrowCursor
        self._widget.viewport().setCursor(shape)
        if is_there and event.type() is QEvent.Type.MouseButtonRelease:
            self.asked.emit(row)
            return True
        return super().editorEvent(event, model, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.sort is RowSort.HEADING:
            self._paint_heading(painter, place, row)
        else:
            self._paint_ground(painter, place, state)
            self._paint_finding(painter, place, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, place: QRect, row: Row) -> None:
        painter.setFont(self._font(row))
        painter.setPen(self._theme.text)
        inner = place.adjusted(_MARGIN, 2 * _GAP + 2, -_MARGIN, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, row.text)

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if is_selected or is_hovered:
            ground = QColor(self._theme.accent)
            ground.setAlpha(SELECTED_ALPHA if is_selected else HOVERED_ALPHA)
            painter.fillRect(place, ground)
        if is_selected:
            bar = QRect(place.left(), place.top(), _BAR, place.height())
            painter.fillRect(bar, self._theme.accent)
        line = QColor(self._theme.edge)
        line.setAlpha(90)
        painter.setPen(line)
        painter.drawLine(
            place.left() + _MARGIN, place.bottom(), place.right() - _MARGIN, place.bottom()
        )

    def _paint_finding(self, painter: QPainter, place: QRect, row: Row) -> None:
        top, left = place.top() + _GAP + 4, place.left() + _MARGIN
        height = self._caption_height()
        if row.level is not None:
            left = self._paint_chip(painter, left, top, row.level) + 8
        painter.setFont(self._small())
        painter.setPen(self._theme.faint_text)
        link = self.why_place(place)
        caption = QRect(left, top, link.left() - left, height)
        words = QFontMetrics(self._small()).elidedText(
            row.caption, Qt.TextElideMode.ElideRight, caption.width()
        )
        painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(self._theme.accent)
        painter.drawText(link, Qt.AlignmentFlag.AlignCenter, _("Why?"))
        painter.setFont(self._font(row))
        painter.setPen(self._theme.text)
        inner = place.adjusted(_MARGIN, _GAP + 4 + height + _GAP, -_MARGIN, 0)
        painter.drawText(inner, _WRAP, breakable(row.text))

    def _paint_chip(self, painter: QPainter, left: int, top: int, level: Level) -> int:
        words, colour = _capital(enums.level(level)), self._theme.levels[level]
        lettering = self._small(is_bold=True)
        width = QFontMetrics(lettering).horizontalAdvance(words) + 2 * _CHIP_PAD
        place = QRectF(left, top, width, self._caption_height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setFont(lettering)
        painter.setPen(text_on(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return left + width

    def _font(self, row: Row) -> QFont:
        if row.sort is RowSort.HEADING:
            return _lettering(self._widget.font(), 1.15, is_bold=True)
        return self._widget.font()

    def _small(self, *, is_bold: bool = False) -> QFont:
        return _lettering(self._widget.font(), 0.88, is_bold=is_bold)

    def _caption_height(self) -> int:
        return QFontMetrics(self._small()).height() + 4


_WRAP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


@lru_cache(maxsize=2048)
def _height(text: str, font: str, width: int) -> int:
    """Return how high a text is, broken at a width; a font as its key."""
    place = QRect(0, 0, max(60, width), 100_000)
    return QFontMetrics(_known_font(font)).boundingRect(place, _WRAP, text).height()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _known_font(key: str) -> QFont:
    font = QFont()
    font.fromString(key)
    return font


@cache
def _sized(key: str, share: float, is_bold: bool) -> QFont:
    font = QFont(_known_font(key))
    font.setPointSizeF(font.pointSizeF() * share)
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    return font


def _lettering(font: QFont, share: float, *, is_bold: bool) -> QFont:
    return _sized(font.key(), share, is_bold)
