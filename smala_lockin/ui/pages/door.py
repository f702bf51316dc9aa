"""A door of the start page: a broad button with a picture, a title and a line of explanation."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from smala_lockin.ui import icons
from smala_lockin.ui.theme import Theme

_PICTURE = 28


class Door(QPushButton):
    """Reads as one button, by mouse, keyboard and screen reader."""

    def __init__(
        self, icon: str, title: str, words: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture, self._title, self._words = QLabel(), QLabel(title), QLabel(words)
        self._picture.setFixedWidth(_PICTURE)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        for label in (self._picture, self._title, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setTextFormat(Qt.TextFormat.PlainText)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.1)
        font.setBold(True)
        self._title.setFont(font)
        self._words.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        texts.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(14)
        layout.addWidget(self._picture)
        layout.addLayout(texts, 1)
        self.setMinimumHeight(76)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        self._picture.setPixmap(icons.pixmap(self._icon, theme.accent, _PICTURE))
        self._words.setStyleSheet(f"color: {theme.faint_text.name()}")
        self._title.setStyleSheet(f"color: {theme.text.name()}")
        self.setStyleSheet(
            f"Door {{ background: {theme.card.name()}; border: 1px solid {theme.edge.name()};"
            " border-radius: 8px; text-align: left; }"
            f"Door:hover {{ border-color: {theme.accent.name()}; }}"
            f"Door:focus {{ border: 2px solid {theme.accent.name()}; }}"
            f"Door:pressed {{ background: {theme.canvas.name()}; }}"
        )

    def sizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint().expandedTo(QSize(260, 72))
