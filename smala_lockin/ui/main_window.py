"""The window: menus, tool bar, the map, the findings beside it, the status bar."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QProgressBar,
    QSplitter,
    QToolBar,
)

from smala_lockin import i18n
from smala_lockin.app import preferences, shades
from smala_lockin.app.analyst import Analyst
from smala_lockin.app.document import Document
from smala_lockin.app.files import MapFile
from smala_lockin.app.preferences import Preferences
from smala_lockin.app.selection import Selection
from smala_lockin.app.shades import Lens
from smala_lockin.i18n import _, ngettext
from smala_lockin.ui import actions, choosing, icons, theme
from smala_lockin.ui.canvas.board import Board
from smala_lockin.ui.dialog_commands import DialogCommands
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.drops import Drops
from smala_lockin.ui.edit_commands import EditCommands
from smala_lockin.ui.export import RegisterExport
from smala_lockin.ui.file_commands import FileCommands
from smala_lockin.ui.languages import LANGUAGE_NAMES
from smala_lockin.ui.panels.side import SidePanel
from smala_lockin.ui.taking_back import RegisterReturn

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report

_TAKE_WHAT_IS_TYPED = ("save", "save_as", "export_register", "tidy")

_NEED_A_REPORT = ("export_register", "picture", "calendar")

_READ_MS = 15_000
"""How long a sentence stays in the status bar."""

_BUSY_DELAY_MS = 400
"""Work shorter than this shows no progress: a flicker tells nothing."""


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
        self._counts, self._busy, self._busy_words = QLabel(), QProgressBar(), QLabel()
        self._busy_timer = QTimer(self, interval=_BUSY_DELAY_MS, singleShot=True)
        self.edit_commands = EditCommands(document, self.selection, self.board)
        self.dialog_commands = DialogCommands(
            document, self.selection, self.analyst, self.file_commands, self
        )
        self.actions_by_id = self._made_actions()
        self.edit_commands.follow(self.actions_by_id)
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
        return self._counts.text()

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
            **self.dialog_commands.slots(),
            "import": self._choose_tables,
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
        self._build_menus()
        self._build_tool_bar()
        self._build_status_bar()
        self.setMinimumSize(QSize(760, 480))
        self.resize(self._preferred.width, self._preferred.height)
        width = self._preferred.findings_width
        self._splitter.setSizes([max(300, self._preferred.width - width), width])
        if self._preferred.is_maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _build_menus(self) -> None:
        bar = self.menuBar()
        file, edit = bar.addMenu(_("&File")), bar.addMenu(_("&Edit"))
        view, aid = bar.addMenu(_("&View")), bar.addMenu(_("&Help"))
        actions.fill(edit, actions.EDIT_MENU, self.actions_by_id)
        file.addAction(self.actions_by_id["new"])
        file.addAction(self.actions_by_id["open"])
        recent = file.addMenu(_("Open &recent"))
        recent.aboutToShow.connect(lambda: self._list_recent(recent))
        file.addSeparator()
        file.addAction(self.actions_by_id["save"])
        file.addAction(self.actions_by_id["save_as"])
        file.addSeparator()
        file.addAction(self.actions_by_id["import"])
        file.addAction(self.actions_by_id["export_register"])
        file.addAction(self.actions_by_id["take_back"])
        file.addAction(self.actions_by_id["picture"])
        file.addAction(self.actions_by_id["calendar"])
        file.addSeparator()
        file.addAction(self.actions_by_id["company"])
        file.addAction(self.actions_by_id["catalogue"])
        file.addAction(self.actions_by_id["settings"])
        file.addSeparator()
        file.addAction(self.actions_by_id["close"])
        file.addAction(self.actions_by_id["quit"])
        for id in ("zoom_in", "zoom_out", "fit"):
            view.addAction(self.actions_by_id[id])
        view.addSeparator()
        view.addAction(self.actions_by_id["legend"])
        view.addAction(self.actions_by_id["control_lines"])
        view.addSeparator()
        self._add_lenses(view.addMenu(_("&Colours show")))
        self._add_languages(view.addMenu(_("Lan&guage")))
        aid.addAction(self.actions_by_id["method"])
        aid.addAction(self.actions_by_id["show_log"])
        aid.addSeparator()
        aid.addAction(self.actions_by_id["about"])

    def _list_recent(self, recent: QMenu) -> None:
        recent.clear()
        known = [Path(one) for one in preferences.load().recent]
        if not known:
            recent.addAction(_("No maps yet")).setEnabled(False)
        for path in known:
            entry = recent.addAction(path.name.replace("&", "&&"))
            entry.setStatusTip(str(path))
            entry.setEnabled(path.exists())
            entry.triggered.connect(lambda _checked=False, path=path: self._doors.open(path))

    def _add_lenses(self, menu: QMenu) -> None:
        bar, group = self.board.lens_bar, QActionGroup(self)
        found = {}
        for lens in Lens:
            entry = found[lens] = menu.addAction(shades.words(lens))
            entry.setObjectName(f"lens-{lens.value}")
            entry.setCheckable(True)
            entry.setChecked(lens is bar.lens)
            entry.triggered.connect(lambda _checked=False, lens=lens: bar.choose(lens))
            group.addAction(entry)
        bar.chosen.connect(lambda lens: found[lens].setChecked(True))

    def _add_languages(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for code, name in LANGUAGE_NAMES.items():
            entry = menu.addAction(name)
            entry.setObjectName(f"language-{code}")
            entry.setCheckable(True)
            entry.setChecked(code == i18n.current())
            entry.triggered.connect(lambda _checked=False, code=code: self._doors.speak(code))
            group.addAction(entry)

    def _build_tool_bar(self) -> None:
        bar = QToolBar(_("Tools"), self)
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for id in (
            "open",
            "save",
            None,
            "undo",
            "redo",
            "add",
            "tidy",
            None,
            "import",
            "export_register",
            None,
            "zoom_in",
            "zoom_out",
            "fit",
        ):
            if id is None:
                bar.addSeparator()
            else:
                bar.addAction(self.actions_by_id[id])
        for id in ("undo", "redo", "zoom_in", "zoom_out"):
            bar.widgetForAction(self.actions_by_id[id]).setProperty("toolButtonStyle", 0)
        self.addToolBar(bar)

    def _build_status_bar(self) -> None:
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(120)
        self._busy.setMaximumHeight(10)
        self._busy.setTextVisible(False)
        for widget in (self._busy_words, self._busy):
            widget.hide()
            self.statusBar().addPermanentWidget(widget)
        self.statusBar().addPermanentWidget(self._counts)

    def _connect(self) -> None:
        self.document.changed.connect(self._tell_counts)
        self.analyst.report_ready.connect(self._show_report)
        self.analyst.working.connect(self._show_working)
        self.findings.chosen.connect(self.board.view.reveal)
        self.side.put_aside.connect(lambda words: self.statusBar().showMessage(words, _READ_MS))
        self.side.asked.connect(self.dialog_commands.explain)
        self.dialog_commands.revealed.connect(self.board.view.reveal)
        self.dialog_commands.catalogue_changed.connect(self._analyse_again)
        self._busy_timer.timeout.connect(self._show_busy)
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
        landscape = self.document.landscape
        number = QLocale().toString
        assets, dependencies = len(landscape.assets), len(landscape.dependencies)
        parts = [
            ngettext("%(n)s asset", "%(n)s assets", assets) % {"n": number(assets)},
            ngettext("%(n)s dependency", "%(n)s dependencies", dependencies)
            % {"n": number(dependencies)},
        ]
        if self.analyst.report is not None:
            found = len(self.analyst.report.findings)
            words = ngettext("%(n)s finding", "%(n)s findings", found)
            parts.append(words % {"n": number(found)})
        self._counts.setText("  ·  ".join(parts))

    def _show_working(self, is_working: bool) -> None:
        self._set_busy(_("Analysing the map…") if is_working else "")

    def _show_writing(self, is_writing: bool) -> None:
        for id in _NEED_A_REPORT:
            self.actions_by_id[id].setEnabled(not is_writing)
        self._set_busy(_("Writing a file…") if is_writing else "")

    def _show_tidying(self, is_working: bool) -> None:
        self._set_busy(_("Tidying the map…") if is_working else "")

    def _set_busy(self, words: str) -> None:
        self._busy_words.setText(words)
        if words:
            self._busy_timer.start()
        else:
            self._busy_timer.stop()
            self._busy.hide()
            self._busy_words.hide()

    def _show_busy(self) -> None:
        self._busy.show()
        self._busy_words.show()

    def _follow_palette(self) -> None:
        found = theme.of_palette(self.palette())
        if hasattr(self, "_splitter") and found is not self._theme:
            self._theme = found
            self.board.show_theme(found)
            self.side.show_theme(found)
            actions.repaint(self.actions_by_id, self.palette())

    def import_tables(self, files: Sequence[Path]) -> None:
        """Read spreadsheets, show what they would add to this map, and add it if wanted."""
        from smala_lockin.ui.importing import TablesImport, ask_activities

        importing = TablesImport(self.document, self)
        importing.made.connect(lambda made: ask_activities(self.document, made, self))
        importing.ended.connect(importing.deleteLater)
        importing.begin(files)

    def _choose_tables(self) -> None:
        choosing.tables_to_import(self, self.file_commands.folder, self.import_tables)

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
