"""The maps opened last, as the start page lists them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from smala_lockin.i18n import _
from smala_lockin.ui.theme import Theme

_PADDING = 12


class RecentMaps(QWidget):
    """A line for each: name, folder, when it was last saved. Those that are gone are greyed."""

    def __init__(
        self,
        maps: tuple[Path, ...],
        open_map: Callable[[Path], None],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.buttons = [_Line(path, self) for path in maps]
        self._none = QLabel(_("The maps you work on will be listed here."))
        self._none.setWordWrap(True)
        self._none.setVisible(not maps)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._none)
        for path, button in zip(maps, self.buttons, strict=True):
            button.clicked.connect(lambda _checked=False, path=path: open_map(path))
            layout.addWidget(button)
        layout.addStretch(1)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        self._none.setStyleSheet(f"color: {theme.faint_text.name()}")
        for button in self.buttons:
            button.show_theme(theme)


class _Line(QPushButton):
    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._facts = QLabel(path.stem), QLabel(_facts(path))
        self._path = path
        self.setEnabled(_when(path) is not None)
        self.setAccessibleName(path.stem)
        self.setAccessibleDescription(_facts(path))
        self.setToolTip(str(path))
        self.setMinimumHeight(52)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, 6, _PADDING, 6)
        layout.setSpacing(1)
        for label in (self._name, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMinimumWidth(40)
            layout.addWidget(label)
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut name and folder where they are too long; when it was saved is always told."""
        super().resizeEvent(event)
        room, middle = self.width() - 2 * _PADDING, Qt.TextElideMode.ElideMiddle
        metrics = QFontMetrics(self._facts.font())
        rest = metrics.horizontalAdvance(_facts(self._path, ""))
        folder = metrics.elidedText(_short(self._path.parent), middle, room - rest)
        self._facts.setText(_facts(self._path, folder))
        name = QFontMetrics(self._name.font()).elidedText(self._path.stem, middle, room)
        self._name.setText(name)

    def show_theme(self, theme: Theme) -> None:
        name = theme.text if self.isEnabled() else theme.faint_text
        self._name.setStyleSheet(f"color: {name.name()}")
        self._facts.setStyleSheet(f"color: {theme.faint_text.name()}")
        self.setStyleSheet(
            "_Line { background: transparent; border: 1px solid transparent; border-radius: 6px; }"
            f"_Line:hover {{ background: {theme.card.name()}; border-color: {theme.edge.name()}; }}"
            f"_Line:focus {{ border: 2px solid {theme.accent.name()}; }}"
        )


def _facts(path: Path, folder: str | None = None) -> str:
    """Return where a map is, and when it was saved; the folder may be called otherwise."""
    folder = _short(path.parent) if folder is None else folder
    when = _when(path)
    if when is None:
        return _("%(folder)s – not there any more") % {"folder": folder}
    return _("%(folder)s – saved %(moment)s") % {"folder": folder, "moment": when}


def _when(path: Path) -> str | None:
    try:
        moment = QDateTime.fromSecsSinceEpoch(int(path.stat().st_mtime))
    except OSError:
        return None
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _short(folder: Path) -> str:
    """Return the last folders of a path: its end says where it is."""
    parts = folder.parts
    return str(folder) if len(parts) <= 4 else str(Path("…", *parts[-2:]))
