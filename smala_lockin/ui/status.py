"""The status bar of a window: how large the map is, and what the program is busy with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar

from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, ngettext

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report

_BUSY_DELAY_MS = 400
"""Work shorter than this shows no progress: a flicker tells nothing."""


class Status(QObject):
    """Fills a status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._counts, self._busy, self._busy_words = QLabel(), QProgressBar(), QLabel()
        self._timer = QTimer(self, interval=_BUSY_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self._show_busy)
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(120)
        self._busy.setMaximumHeight(10)
        self._busy.setTextVisible(False)
        for widget in (self._busy_words, self._busy):
            widget.hide()
            bar.addPermanentWidget(widget)
        bar.addPermanentWidget(self._counts)

    @property
    def counts(self) -> str:
        """What it says about the size of the map."""
        return self._counts.text()

    def tell_counts(
        self, landscape: Landscape, report: "Report | None", *, is_saved: bool | None = None
    ) -> None:
        """Say how many assets, dependencies and findings there are, and whether all is saved.

        Nothing is said of that where there is nothing to save yet.
        """
        number = QLocale().toString
        assets, dependencies = len(landscape.assets), len(landscape.dependencies)
        parts = [
            ngettext("%(n)s asset", "%(n)s assets", assets) % {"n": number(assets)},
            ngettext("%(n)s dependency", "%(n)s dependencies", dependencies)
            % {"n": number(dependencies)},
        ]
        if report is not None:
            found = len(report.findings)
            words = ngettext("%(n)s finding", "%(n)s findings", found)
            parts.append(words % {"n": number(found)})
        if is_saved is not None:
            parts.append(_("saved") if is_saved else _("not saved"))
        self._counts.setText("  ·  ".join(parts))

    def tell_busy(self, words: str) -> None:
        """Say what goes on, if it takes a while; nothing, once it is over."""
        self._busy_words.setText(words)
        if words:
            self._timer.start()
        else:
            self._timer.stop()
            self._busy.hide()
            self._busy_words.hide()

    def _show_busy(self) -> None:
        self._busy.show()
        self._busy_words.show()
