"""The analyst: keeps a report of the map as it is now, computed in the background."""

import contextvars
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smala_lockin.app.background import Background
from smala_lockin.app.document import Document
from smala_lockin.domain.change import Change
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import number

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report

_HEAD_START_MS = 1

Analysis = Callable[[Landscape, "Report | None"], "Report"]


def analyse(landscape: Landscape, before: "Report | None" = None) -> "Report":
    """Return the report of a map as of today. The libraries it needs load here, at first use.

    `before` is that of the map before an edit. What the window shows at once is worked out here
    too, for the window should not wait.
    """
    from smala_lockin.analysis.report import build_report

    number(0)  # loads how the language in force writes numbers
    today = date.today()  # noqa: DTZ011 - the user's own day
    report = build_report(landscape, today=today, before=before)
    _ = report.next_questions, report.figures.lock_in.suppliers
    return report


class Analyst(QObject):
    """Analyses a document when it is asked to begin, and again after each edit that matters.

    Positions and what people typed in the register do not matter. While one report is computed
    any number of edits wait together for the next one; a report that an edit has overtaken is
    dropped. Each report takes over from the latest what the edits since then left alone.
    """

    report_ready = Signal(object)
    """Carries the `Report` of the map as it is now."""

    inherent_ready = Signal(object)
    """Carries the `Report` that was asked for it: what its risks would be without precautions."""

    working = Signal(bool)
    """Whether a report is on its way."""

    def __init__(
        self,
        document: Document,
        *,
        analysis: Analysis = analyse,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._analysis = document, analysis
        self._background = Background(self)
        self._wanted: Landscape | None = None
        self._is_busy = self._is_stale = False
        self._latest: Report | None = None
        self.report: Report | None = None

    def begin(self) -> None:
        """Analyse the map as it is, and follow its edits from now on."""
        self._document.changed.connect(self._follow)
        self._want(self._document.landscape)

    def again(self) -> None:
        """Analyse the same map once more: what is known beside it has changed."""
        self._latest = None  # nothing of it may be taken over
        if self._wanted is not None:
            self._is_stale = self._is_busy
            self._want(self._document.landscape)

    def work_out_inherent(self, report: "Report") -> None:
        """Work out what the risks of a report would be without precautions."""
        self._background.run(lambda: report.inherent, lambda _: self.inherent_ready.emit(report))

    def close(self) -> None:
        """Stop; a report under way is dropped."""
        self._background.close()

    def _follow(self, change: Change) -> None:
        if change.touches_graph:
            self._want(change.after)

    def _want(self, landscape: Landscape) -> None:
        self._wanted = landscape
        if not self._is_busy:
            self._is_busy = True
            self.working.emit(True)
            # The map is painted first: two threads of Python make each other slow.
            context = contextvars.copy_context()  # with the language in force now
            QTimer.singleShot(_HEAD_START_MS, self, lambda: context.run(self._start_wanted))

    def _start_wanted(self) -> None:
        if self._wanted is not None:
            self._start(self._wanted)

    def _start(self, landscape: Landscape) -> None:
        analysis, before = self._analysis, self._latest
        self._background.run(
            lambda: analysis(landscape, before),
            lambda report: self._publish(landscape, report),
            self._give_up,
        )

    def _publish(self, landscape: Landscape, report: "Report") -> None:
        is_overtaken = landscape is not self._wanted or self._is_stale
        self._latest = None if self._is_stale else report
        if is_overtaken and self._wanted is not None:
            self._is_stale = False
            self._start(self._wanted)
            return
        self._is_busy = False
        self.report = report
        self.working.emit(False)
        self.report_ready.emit(report)

    def _give_up(self, _error: Exception) -> None:
        """A bug of the analysis, told elsewhere, must not keep later edits from being analysed."""
        self._is_busy = self._is_stale = False
        self.working.emit(False)
