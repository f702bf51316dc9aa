"""A line for a date, with a calendar to choose it from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smala_lockin.app import entries
from smala_lockin.domain.errors import InvalidFact
from smala_lockin.domain.facts import FactRule
from smala_lockin.i18n import _
from smala_lockin.ui.fields.button_line import ButtonLine

if TYPE_CHECKING:
    from datetime import date


_CALENDAR = QSize(290, 240)
"""Days large enough to hit."""


class DayLine(ButtonLine):
    """Takes a date in any common form; the button, or Alt and the arrow down, open a calendar."""

    def __init__(self, rule: FactRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = rule
        button = self.add_button("calendar", _("Choose from a calendar"))
        button.triggered.connect(self.open_calendar)

    def open_calendar(self) -> QWidget:
        """Open a calendar beneath the line and return it; a day chosen there is handed over."""
        from PySide6.QtWidgets import QCalendarWidget  # costs more than the whole form

        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setGridVisible(False)
        calendar.setMinimumSize(_CALENDAR)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if typed := self._day():
            calendar.setSelectedDate(QDate(typed.year, typed.month, typed.day))
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(calendar)

        def choose(day: QDate) -> None:
            popup.close()
            self.setText(day.toString("dd/MM/yyyy"))
            self.finish()

        calendar.clicked.connect(choose)
        calendar.activated.connect(choose)
        right = self.mapToGlobal(QPoint(self.width(), self.height()))
        popup.adjustSize()
        popup.move(right - QPoint(popup.width(), 0))
        popup.show()
        calendar.setFocus()
        return popup

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and with_alt):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _day(self) -> "date | None":
        try:
            found = entries.parse(self._rule, self.text())
        except InvalidFact:
            return None
        return found  # type: ignore[return-value]  # the rule takes dates
