"""The one piece of work under way: done beside the window, shown when it lasts, stopped."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from smala_lockin.app.background import Background
from smala_lockin.app.jobs import Jobs
from smala_lockin.domain.errors import LockinError
from smala_lockin.ui import errors

_BUSY_DELAY_MS = 300
"""Work shorter than this shows no progress: a flicker tells nothing."""


class WorkBar(QWidget):
    """Does one thing at a time, a new one in the place of any other, and shows its progress."""

    changed = Signal()
    """Work has begun or is over, and what came of it has been taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._background = Jobs(self), Background(self)
        self._work: object = None
        self._is_stoppable = False
        self._bar, self._words = QProgressBar(), QLabel()
        self._timer = QTimer(self, interval=_BUSY_DELAY_MS, singleShot=True)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setMaximumHeight(10)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._bar)
        line.addWidget(self._words, 1)
        self._timer.timeout.connect(self._show)
        self._jobs.told.connect(self._show_progress)
        self._hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._work is not None

    @property
    def is_stoppable(self) -> bool:
        """Whether something is under way that somebody may stop."""
        return self.is_busy and self._is_stoppable

    def do(
        self,
        words: str,
        job: Callable[..., Any],
        *values: object,
        done: Callable[[Any], None],
        failed: Callable[[LockinError], None] | None = None,
        is_stoppable: bool = True,
    ) -> None:
        """Do a job of `Jobs` in the place of any other; a failure is told unless it is taken."""
        over = self._begin(words, is_stoppable=is_stoppable)
        tell = failed or self._tell
        self._jobs.run(
            job,
            *values,
            done=lambda result: over(lambda: done(result)),
            failed=lambda error: over(lambda: tell(error)),
            stopped=lambda: over(lambda: None),
        )
        self.changed.emit()

    def do_in_thread(
        self, words: str, work: Callable[[], Any], done: Callable[[Any], None]
    ) -> None:
        """Do work that is not worth a process of its own, and that nobody stops."""
        over = self._begin(words, is_stoppable=False)
        self._background.run(work, lambda result: over(lambda: done(result)))
        self.changed.emit()

    def stop(self) -> None:
        """End what is under way; nothing comes of it."""
        if self._work is not None:
            self._work = None
            self._jobs.stop()
            self._hide()
        self.changed.emit()

    def close_down(self) -> None:
        """End what is under way and take nothing else."""
        self.stop()
        self._jobs.close()
        self._background.close()

    def _begin(self, words: str, *, is_stoppable: bool) -> Callable[[Callable[[], None]], None]:
        """Make room for work; return what is to be called with what follows it."""
        self.stop()
        self._work = work = object()
        self._is_stoppable = is_stoppable
        self._words.setText(words)
        self._timer.start()

        def over(then: Callable[[], None]) -> None:
            if self._work is work:  # else other work has taken its place
                self._work = None
                self._hide()
                then()
                self.changed.emit()

        return over

    def _tell(self, error: LockinError) -> None:
        errors.told(error, self.window())

    def _show(self) -> None:
        if self._work is not None:
            self._bar.show()
            self._words.show()

    def _show_progress(self, done: int, of: int) -> None:
        self._bar.setRange(0, of if of > 2 else 0)
        self._bar.setValue(done)

    def _hide(self) -> None:
        self._timer.stop()
        self._bar.setRange(0, 0)
        self._bar.hide()
        self._words.hide()
