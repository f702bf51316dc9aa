"""The window: menus, tool bar, the map, the findings beside it, the status bar."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
)

from smala_lockin.app import preferences
from smala_lockin.app.analyst import Analyst
from smala_lockin.app.document import Document
from smala_lockin.app.files import MapFile
from smala_lockin.app.preferences import Preferences
from smala_lockin.app.selection import Selection
from smala_lockin.i18n import _
from smala_lockin.ui import actions, choosing, icons, menus, theme
from smala_lockin.ui.arranging import ArrangeCommands
from smala_lockin.ui.canvas.board import Board
from smala_lockin.ui.dialog_commands import DialogCommands
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.drops import Drops
from smala_lockin.ui.edit_commands import EditCommands
from smala_lockin.ui.export import RegisterExport
from smala_lockin.ui.file_commands import FileCommands
from smala_lockin.ui.panels.side import SidePanel
from smala_lockin.ui.status import Status
from smala_lockin.ui.taking_back import RegisterReturn

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.importing.proposal import Proposal

_TAKE_WHAT_IS_TYPED = ("save", "save_as", "export_register", "tidy")

_NEED_A_REPORT = ("export_register", "picture", "calendar")

_READ_MS = 15_000
"""How long a sentence stays in the status bar."""


class MainWindow(QMainWindow):
    """One window on one map.

    Without a `file` it keeps that of the document itself. A window that closes lets go of its
    file, unless it retires: then another window shows the map.
    """

    closed = Signal()
    """The window is gone, and with it the map."""

    def __init__(
        self,
        document: Document,
        preferred: Preferences,
        doors: Doors,
        file: MapFile | None = None,
    ) -> None:
        super().__init__()
        self.file = file or MapFile(document, parent=self)
        self._is_retired = False
        self.document, self._preferred, self._doors = document, preferred, doors
        self.selection = Selection(self)
        self.analyst = Analyst(document, parent=self)
        self._theme = theme.of_palette(self.palette())
        self.board = Board(document, self.selection, self._theme, self)
        self.side = SidePanel(document, self.selection, self._theme, self)
        self.findings = self.side.findings
        self.register = RegisterExport(self)
        self.returning = RegisterReturn(document, self)
        self.file_commands = FileCommands(self, self.file, doors)
        self._status = Status(self.statusBar())
        self.edit_commands = EditCommands(document, self.selection, self.board)
        self.arrange_commands = ArrangeCommands(document, self.selection, self.board)
        self.dialog_commands = DialogCommands(
            document, self.selection, self.analyst, self.file_commands, doors, self
        )
        self.actions_by_id = self._made_actions()
        self.edit_commands.follow(self.actions_by_id)
        self.arrange_commands.follow(self.actions_by_id)
        self._build()
        self._connect()
        Drops(self, doors.take)
        self._tell_counts()

    def begin(self) -> None:
        """Analyse the map, now that it is on screen."""
        self.analyst.begin()

    @property
    def counts(self) -> str:
        """What the status bar says about the size of the map."""
        return self._status.counts

    def tell(self, words: str) -> None:
        """Show a sentence in the status bar for a while."""
        self.statusBar().showMessage(words, _READ_MS)

    def remember(self) -> None:
        """Keep the window's size for the next one."""
        size = self.normalGeometry().size() if self.isMaximized() else self.size()
        preferences.save(
            replace(
                preferences.load(),
                width=size.width(),
                height=size.height(),
                is_maximised=self.isMaximized(),
                findings_width=self._splitter.sizes()[1],
            )
        )

    def look_as(self, other: "MainWindow") -> None:
        """Stand where another window on the same document stands, and look at the same."""
        self.setGeometry(other.geometry())
        self.board.view.look(other.board.view.outlook)
        self.board.lens_bar.choose(other.board.lens_bar.lens, other.board.lens_bar.country)
        self.selection.follow(other.selection)

    def retire(self) -> None:
        """Close without a question: another window shows the map now."""
        self._is_retired = True
        self.close()
        self.deleteLater()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._follow_palette()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.side.settle()
        if not (self._is_retired or self.file_commands.may_close()):
            event.ignore()
            return
        self.analyst.close()
        self.edit_commands.close()
        self.register.close()
        self.returning.close()
        self.remember()
        super().closeEvent(event)
        if not self._is_retired:
            self.file.close()
            self.closed.emit()

    def _made_actions(self) -> dict[str, QAction]:
        slots: dict[str, Callable[..., object]] = {
            **self.file_commands.slots(),
            **self.edit_commands.slots(),
            **self.arrange_commands.slots(),
            **self.dialog_commands.slots(),
            "import": self._choose_tables,
            "import_invoices": self._choose_invoices,
            "export_register": self._export_register,
            "take_back": self._take_back,
            "picture": self._save_picture,
            "calendar": self._save_calendar,
            "zoom_in": self.board.view.zoom_in,
            "zoom_out": self.board.view.zoom_out,
            "fit": self.board.view.fit,
            "legend": self.board.show_legend,
        }
        for id in _TAKE_WHAT_IS_TYPED:
            slots[id] = self._settled(slots[id])
        return actions.made(self, self.palette(), slots)

    def _settled(self, slot: Callable[..., object]) -> Callable[[], None]:
        """A key leaves no field: what is being typed in one still belongs to the map."""

        def settle_first() -> None:
            self.side.settle()
            slot()

        return settle_first

    def _build(self) -> None:
        self.setWindowIcon(icons.of_program())
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.board)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self.side.setMinimumWidth(280)
        self.setCentralWidget(self._splitter)
        menus.add_menus(self, self.actions_by_id, self._doors, self.board.lens_bar)
        menus.add_tool_bar(self, self.actions_by_id)
        self.setMinimumSize(QSize(760, 480))
        self.resize(self._preferred.width, self._preferred.height)
        width = self._preferred.findings_width
        self._splitter.setSizes([max(300, self._preferred.width - width), width])
        if self._preferred.is_maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        self.document.changed.connect(self._tell_counts)
        self.document.history.cleanChanged.connect(self._tell_counts)
        self.file.saved.connect(self._tell_counts)
        self.analyst.report_ready.connect(self._show_report)
        self.analyst.working.connect(self._show_working)
        self.findings.chosen.connect(self.board.view.reveal)
        self.side.put_aside.connect(self.tell)
        self.returning.done.connect(self.tell)
        self.side.asked.connect(self.dialog_commands.explain)
        self.dialog_commands.revealed.connect(self.board.view.reveal)
        self.dialog_commands.catalogue_changed.connect(self._analyse_again)
        self.register.working.connect(self._show_writing)
        self.actions_by_id["legend"].setChecked(True)
        self.actions_by_id["control_lines"].setChecked(True)
        self.edit_commands.tidying.working.connect(self._show_tidying)
        for id in _NEED_A_REPORT:
            self.actions_by_id[id].setEnabled(False)

    def _show_report(self, report: "Report") -> None:
        self.board.show_report(report)
        self.side.show_report(report)
        for id in _NEED_A_REPORT:
            self.actions_by_id[id].setEnabled(True)
        self._tell_counts()

    def _tell_counts(self) -> None:
        document = self.document
        is_new = document.is_saved and document.path is None
        is_saved = None if is_new else document.is_saved
        self._status.tell_counts(document.landscape, self.analyst.report, is_saved=is_saved)

    def _show_working(self, is_working: bool) -> None:
        self._status.tell_busy(_("Analysing the map…") if is_working else "")

    def _show_writing(self, is_writing: bool) -> None:
        for id in _NEED_A_REPORT:
            self.actions_by_id[id].setEnabled(not is_writing)
        self._status.tell_busy(_("Writing a file…") if is_writing else "")

    def _show_tidying(self, is_working: bool) -> None:
        self._status.tell_busy(_("Tidying the map…") if is_working else "")

    def _follow_palette(self) -> None:
        found = theme.of_palette(self.palette())
        if hasattr(self, "_splitter") and found is not self._theme:
            self._theme = found
            self.board.show_theme(found)
            self.side.show_theme(found)
            actions.repaint(self.actions_by_id, self.palette())

    def import_tables(self, files: Sequence[Path]) -> None:
        """Read spreadsheets, show what they would add to this map, and add it if wanted."""
        from smala_lockin.ui.importing import TablesImport

        importing = TablesImport(self.document, self)
        importing.made.connect(self._show_imported)
        importing.ended.connect(importing.deleteLater)
        importing.begin(files)

    def _show_imported(self, proposal: "Proposal") -> None:
        """Say what came into the map, show it, and ask what it serves."""
        from smala_lockin.ui.importing import ask_activities, outcome

        self.tell(outcome(proposal))
        if proposal.added:
            self.board.view.fit()
        ask_activities(self.document, proposal, self)

    def _choose_tables(self) -> None:
        choosing.tables_to_import(self, self.file_commands.folder, self.import_tables)

    def _choose_invoices(self) -> None:
        choosing.folder_to_import(
            self, self.file_commands.folder, lambda folder: self.import_tables([folder])
        )

    def _analyse_again(self) -> None:
        """What is known of vendors has changed, for every map."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.analyst.again()

    def _take_back(self) -> None:
        self.returning.ask(self.analyst.report, self.file_commands.folder)

    def _save_picture(self) -> None:
        if self.analyst.report is not None:
            files, bar = self.file_commands, self.board.lens_bar
            self.register.ask_picture(
                self.analyst.report, files.folder, files.name, lens=bar.lens, country=bar.country
            )

    def _save_calendar(self) -> None:
        if self.analyst.report is not None:
            files = self.file_commands
            self.register.ask_calendar(self.analyst.report, files.folder, files.name)

    def _export_register(self) -> None:
        if self.analyst.report is not None:
            self.register.ask(self.analyst.report, self.document.path)
