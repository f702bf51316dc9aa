"""How an offer is painted: icon, name, and below it what it is and whose."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from smala_lockin.app.offers import Offer
from smala_lockin.i18n import _
from smala_lockin.ui.kind_icons import SIZE, paint_kind
from smala_lockin.ui.theme import Theme
from smala_lockin.words import enums

ROW = 42
_PAD = 8.0

Index = QModelIndex | QPersistentModelIndex


def detail(offer: Offer) -> str:
    """Return "cloud service · Microsoft (US)", or that it stands on the map already."""
    parts = [enums.kind(offer.kind)]
    if offer.asset is not None:
        parts.insert(0, _("on the map"))
    if offer.seller and offer.country:
        parts.append(
            _("%(seller)s (%(country)s)") % {"seller": offer.seller, "country": offer.country}
        )
    elif offer.seller or offer.country:
        parts.append(offer.seller or offer.country or "")
    return " · ".join(parts)


class OfferDelegate(QStyledItemDelegate):
    """Paints an `Offer` (user data of its item), or the plain text of one that holds none."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect)
        palette: QPalette = option.palette
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.fillRect(place, palette.color(QPalette.ColorRole.Highlight))
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        ink = palette.color(role)
        faint = ink if is_chosen else self.theme.faint_text
        left = place.left() + _PAD + SIZE + _PAD
        words = QRectF(left, place.top() + 4, place.right() - left - _PAD, (ROW - 8) / 2)
        offer = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(offer, Offer):
            tile = QRectF(place.left() + _PAD, place.center().y() - SIZE / 2, SIZE, SIZE)
            paint_kind(painter, tile, offer.kind, self.theme)
            _write(painter, words, offer.name, ink, is_bold=True)
            _write(painter, words.translated(0, words.height()), detail(offer), faint)
        else:
            whole = QRectF(left, place.top(), words.width(), place.height())
            painter.setPen(faint)
            plus = QRectF(place.left() + _PAD, place.top(), SIZE, place.height())
            painter.drawText(plus, Qt.AlignmentFlag.AlignCenter, "+")
            _write(painter, whole, index.data(), ink)
        painter.restore()


def _write(
    painter: QPainter, place: QRectF, text: str, ink: object, *, is_bold: bool = False
) -> None:
    font = QFont(painter.font())
    font.setBold(is_bold)
    painter.setFont(font)
    painter.setPen(ink)
    plain = " ".join(text[:300].split())
    fitted = QFontMetricsF(font).elidedText(plain, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)
