"""Files dropped on a window: maps are opened, other files imported."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Takes the files dropped on a window and hands them over."""

    def __init__(self, window: QWidget, take: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        match event:
            case QDragEnterEvent() if files(event):
                event.acceptProposedAction()
                return True
            case QDropEvent() if event.type() is QEvent.Type.Drop and files(event):
                event.acceptProposedAction()
                self._take(files(event))
                return True
        return super().eventFilter(watched, event)


def files(event: QDropEvent) -> list[Path]:
    """Return the files on this machine that an event carries; none where others are among them."""
    urls = event.mimeData().urls()
    if not all(url.isLocalFile() for url in urls):
        return []
    return [Path(url.toLocalFile()) for url in urls]
