"""How far long work is, with a way to stop it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from smala_lockin.app.jobs import Jobs
from smala_lockin.app.opening import Opening
from smala_lockin.ui.targets import enlarge

DELAY_MS = 400
"""Work shorter than this shows no progress: a flicker tells nothing."""


class ProgressDialog(QDialog):
    """Appears when a job takes a while, goes when it is over; Cancel stops the job."""

    def __init__(self, jobs: Jobs | Opening, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._is_over = jobs, False
        self.setWindowTitle(words)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        label = QLabel(words)
        label.setBuddy(self._bar)
        label.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (label, self._bar, buttons):
            layout.addWidget(widget)
        enlarge(self)
        self.setMinimumWidth(360)
        jobs.told.connect(self._show_step)
        jobs.working.connect(self._follow)
        self._timer = QTimer(self, interval=DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self.show)
        self._timer.start()

    def reject(self) -> None:
        """Stop the job; the dialog goes once it has ended."""
        self._jobs.stop()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._is_over:
            super().closeEvent(event)
        else:
            event.ignore()
            self.reject()

    def _show_step(self, done: int, of: int) -> None:
        self._bar.setRange(0, of if of > 1 else 0)
        self._bar.setValue(done)

    def _follow(self, is_working: bool) -> None:
        if not is_working:
            self._is_over = True
            self._timer.stop()
            self.hide()
            self.deleteLater()
