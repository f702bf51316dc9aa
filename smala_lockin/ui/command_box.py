"""The small box that runs any command by its name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from smala_lockin.i18n import _
from smala_lockin.knowledge import spelling

_WIDTH, _ROW, _SHOWN, _TOP = 460, 28, 10, 40

Known = Callable[[], Sequence[QAction]]


class CommandBox(QFrame):
    """Lists the commands that a few letters mean; Enter or a click runs one, Escape none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._known: Known = list
        self.line, self.list = QLineEdit(self), QListWidget(self)
        words = _("What do you want to do?")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.line.setMinimumHeight(32)
        self.list.setAccessibleName(_("Commands"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setStyleSheet(f"QListWidget::item {{ min-height: {_ROW - 2}px; }}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.line.textChanged.connect(self._offer)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._run)
        self.hide()

    def offer(self, known: Known) -> None:
        """Offer what this returns each time: the commands that make sense then."""
        self._known = known

    def open(self) -> None:
        """Open at the top of the parent, with every command that makes sense now."""
        self.line.clear()
        self._offer("")
        self.show()
        self.raise_()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(event)
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        rows, key = self.list.count(), event.key()
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentItem())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and rows:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % rows)
        else:
            return False
        return True

    def _offer(self, text: str) -> None:
        """Commands that begin with the text come before those with a word that does."""
        typed = spelling.folded(text).strip()
        found: list[tuple[bool, int, QAction]] = []
        for number, action in enumerate(self._known()):
            words = spelling.folded(_plain(action.text()))
            if typed in words:
                found.append((not words.startswith(typed), number, action))
        self.list.clear()
        for _later, _number, action in sorted(found, key=lambda one: one[:2]):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = _plain(action.text())
            icon = action.icon() if not action.icon().isNull() else _nothing()
            item = QListWidgetItem(icon, f"{words}   ({keys})" if keys else words)
            item.setToolTip(action.statusTip())
            item.setData(Qt.ItemDataRole.UserRole, action)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._fit()

    def _fit(self) -> None:
        rows = max(1, min(self.list.count(), _SHOWN))
        self.list.setFixedHeight(rows * _ROW + 4)
        self.setFixedWidth(min(_WIDTH, self._room.width() - 20))
        self.adjustSize()
        self.move((self._room.width() - self.width()) // 2, _TOP)

    def _run(self, item: QListWidgetItem | None) -> None:
        self._leave()
        if item is not None:
            action: QAction = item.data(Qt.ItemDataRole.UserRole)
            action.trigger()

    def _leave(self) -> None:
        self.hide()
        self._room.setFocus()


def _nothing() -> QIcon:
    """Return an icon that keeps the words of all rows in one column."""
    empty = QPixmap(16, 16)
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)


def _plain(words: str) -> str:
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
