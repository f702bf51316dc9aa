"""The small box in which something new is named: offers while typing, then its kind."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app.offers import Offer
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.i18n import _
from smala_lockin.ui.kind_icons import SIZE, kind_icon
from smala_lockin.ui.offer_delegate import ROW, OfferDelegate, detail
from smala_lockin.ui.theme import Theme
from smala_lockin.words import enums

Ask = Callable[[str], list[Offer]]

LONGEST_NAME = 400
_WIDTH, _MARGIN = 500, 8
_COLUMNS = 3
_SHOWN = 7


class AddBox(QFrame):
    """Asks what to add. Enter or a click chooses; Escape, or going elsewhere, chooses nothing."""

    opened = Signal()
    """The box asks now."""

    chosen = Signal(object)
    """Carries the `Offer` that is meant."""

    named = Signal(str, object)
    """Carries a name that nothing offered, and its `AssetKind`."""

    closed = Signal()
    """The box is gone; what was chosen, if anything, is told next."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._ask: Ask = _nothing
        self._at = QPoint()
        self._kinds = list(AssetKind)
        self.line = QLineEdit(self)
        self.list = QListWidget(self)
        self._delegate = OfferDelegate(theme, self.list)
        self._question = QLabel(_("What is it?"), self)
        self._choice = QWidget(self)
        self._buttons = [QToolButton(self._choice) for _kind in AssetKind]
        self._lay_out()
        self._connect()
        self.hide()

    def open(self, at: QPoint, words: str, ask: Ask) -> None:
        """Open at a point of the parent; `ask` returns what a text may mean."""
        self._ask, self._at = ask, at
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.line.clear()
        self._offer("")
        self.show()
        self.raise_()
        self.line.setFocus()
        QApplication.instance().focusChanged.connect(self._mind_focus)  # type: ignore[union-attr]
        self.opened.emit()

    def close_quietly(self) -> None:
        """Close; nothing is chosen. The keyboard goes back to the parent."""
        if self.isVisible():
            QApplication.instance().focusChanged.disconnect(self._mind_focus)  # type: ignore[union-attr]
            focus = QApplication.focusWidget()
            had_focus = focus is not None and self.isAncestorOf(focus)
            self.hide()
            if had_focus:
                self._room.setFocus()
            self.closed.emit()

    def show_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self._delegate.theme = theme
        self._label_kinds()
        self._show_focus()

    def place_of(self, view: QWidget, point: QPoint) -> QPoint:
        """Return where a point of a view beside it is, as `open` takes it."""
        return self._room.mapFromGlobal(view.mapToGlobal(point))

    @property
    def asks_kind(self) -> bool:
        """Whether a name is there and its kind is asked for."""
        return self.isVisible() and self._choice.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close_quietly()
        elif self.asks_kind:
            self._choose_by_key(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The line keeps the keyboard; up and down go through the offers."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.line:
                return self._steer(event)
            if event.key() in (*_STEPS, *_ENTER) or _number_of(event) is not None:
                self._choose_by_key(event)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.line.setMaxLength(LONGEST_NAME)
        self.line.setMinimumHeight(32)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Suggestions"))
        grid = QGridLayout(self._choice)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for number, button in enumerate(self._buttons):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(_ICON)
            button.setMinimumSize((_WIDTH - 2 * _MARGIN) // _COLUMNS - 6, 36)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.installEventFilter(self)
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self._label_kinds()
        self._show_focus()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(6)
        for widget in (self.line, self.list, self._question, self._choice):
            layout.addWidget(widget)

    def _show_focus(self) -> None:
        """Styles of most systems hardly show which of several tool buttons has the keyboard."""
        theme = self._delegate.theme
        self._choice.setStyleSheet(
            f"QToolButton {{ border: 1px solid {theme.edge.name()}; border-radius: 4px;"
            f" background: {theme.card.name()}; color: {theme.text.name()}; padding: 4px; }}"
            f" QToolButton:focus, QToolButton:hover {{ border: 2px solid {theme.accent.name()}; }}"
        )

    def _connect(self) -> None:
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._offer)
        self.list.itemClicked.connect(self._take)
        for number, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, number=number: self._name(number))

    def _label_kinds(self) -> None:
        for number, (kind, button) in enumerate(zip(self._kinds, self._buttons, strict=True), 1):
            words = enums.kind(kind)
            button.setText(f"{number}  {words}")
            button.setAccessibleName(words)
            button.setIcon(kind_icon(kind, self._delegate.theme))

    def _offer(self, text: str) -> None:
        self._show_choice(is_shown=False)
        self.list.clear()
        for offer in self._ask(text):
            item = QListWidgetItem(f"{' '.join(offer.name[:100].split())} – {detail(offer)}")
            item.setData(Qt.ItemDataRole.UserRole, offer)
            self.list.addItem(item)
        name = " ".join(text.split())
        if name:
            is_alone = self.list.count() == 0
            words = _("Add “%(name)s”") if is_alone else _("Something else called “%(name)s”")
            self.list.addItem(words % {"name": name[:60]})
        self.list.setCurrentRow(0)
        rows = min(self.list.count(), _SHOWN)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(rows * ROW + 2)
        self._fit()

    def _fit(self) -> None:
        """Stay inside the parent, whatever has become taller."""
        self.setFixedWidth(min(_WIDTH, self._room.width() - 2 * _MARGIN))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.adjustSize()
        room = self._room.rect()
        x = max(_MARGIN, min(self._at.x(), room.right() - self.width() - _MARGIN))
        y = max(_MARGIN, min(self._at.y(), room.bottom() - self.height() - _MARGIN))
        self.move(x, y)

    def _steer(self, event: QKeyEvent) -> bool:
        key, rows = event.key(), self.list.count()
        if key in _ENTER:
            if self.list.currentItem() is not None:
                self._take(self.list.currentItem())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            step = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Tab) else -1
            if rows:
                self.list.setCurrentRow((self.list.currentRow() + step) % rows)
        elif key == Qt.Key.Key_Escape:
            self.close_quietly()
        else:
            return False
        return True

    def _take(self, item: QListWidgetItem) -> None:
        offer = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(offer, Offer):
            self.close_quietly()
            self.chosen.emit(offer)
        else:
            self.list.hide()
            self._show_choice(is_shown=True)
            self._fit()
            QTimer.singleShot(0, self, self._fit)  # once the buttons know how large they are
            self._buttons[0].setFocus()

    def _show_choice(self, *, is_shown: bool) -> None:
        self._question.setVisible(is_shown)
        self._choice.setVisible(is_shown)

    def _choose_by_key(self, event: QKeyEvent) -> None:
        number = _number_of(event)
        if number is not None:
            self._name(number)
            return
        here = next((n for n, one in enumerate(self._buttons) if one.hasFocus()), 0)
        if event.key() in _ENTER:
            self._name(here)
        elif event.key() in _STEPS:
            self._buttons[(here + _STEPS[Qt.Key(event.key())]) % len(self._buttons)].setFocus()

    def _name(self, number: int) -> None:
        name, kind = " ".join(self.line.text().split()), self._kinds[number]
        self._kinds.insert(0, self._kinds.pop(number))
        self._label_kinds()
        self.close_quietly()
        if name:
            self.named.emit(name, kind)

    def _mind_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close_quietly()


def _number_of(event: QKeyEvent) -> int | None:
    """Return which kind the key of a digit means, the first being 0."""
    number = event.key() - Qt.Key.Key_1
    if 0 <= number < len(AssetKind):
        return number
    typed = event.text()
    return next((place for place, one in enumerate(_AZERTY) if typed and typed in one), None)


def _nothing(_text: str) -> list[Offer]:
    return []


_ICON = QSize(SIZE, SIZE)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AZERTY = ("&", "é", '"', "'", "(", "§-", "è", "!_", "ç")
"""What the keys of the digits write in Belgium and France, where digits are above them."""
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: _COLUMNS,
    Qt.Key.Key_Return: 0,
}
