"""A list of a few words of which one is chosen, or none."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from smala_lockin.ui.fields.look import Look, put_on


class Choice(QComboBox):
    """Hands over the word that was chosen; "" stands for unknown, which shows as an empty field."""

    entered = Signal(str)
    escaped = Signal()

    def __init__(
        self, words: Sequence[str], unknown: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown, self._unknown = "", unknown
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setItemDelegate(QStyledItemDelegate(self))  # one that heeds the height of the style
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_words(words)
        self.activated.connect(self.finish)

    def show_words(self, words: Sequence[str]) -> None:
        """Offer these words."""
        if [self.itemText(number) for number in range(self.count())][self._first :] == [*words]:
            return
        self.clear()
        if self._unknown is not None:
            self.addItem(self._unknown, "")
        for one in words:
            self.addItem(one, one)

    def show_text(self, text: str, hint: str = "") -> None:
        """Show a word as chosen; `hint` stands in an empty field."""
        self._shown = text
        self.setPlaceholderText(hint)
        self.setCurrentIndex(self.findData(text) if text else -1)
        self.setToolTip(text)  # a narrow field cuts it
        self.show_wrong(is_wrong=False)

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Mark that what was chosen cannot be, and show what stays instead."""
        if is_wrong:
            self.setCurrentIndex(self.findData(self._shown) if self._shown else -1)
        unknown = not self._shown and not self.placeholderText()
        put_on(self, Look.WRONG if is_wrong else Look.UNKNOWN if unknown else Look.PLAIN)

    def finish(self) -> None:
        """Hand over the word, if it is another than was shown."""
        chosen = self.currentData() or ""
        if chosen != self._shown:
            self.entered.emit(chosen)
            return
        if not chosen:
            self.setCurrentIndex(-1)
        self.escaped.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the form scroll: nobody means to change a fact by that."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(QPalette.ColorRole.Text)
        painter.setPen(QPen(colour, 1.5))
        x, y = self.width() - 14.0, self.height() / 2
        points = [QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]
        painter.drawPolyline(QPolygonF(points))
        painter.end()

    @property
    def _first(self) -> int:
        return 0 if self._unknown is None else 1
