"""The commands of one window that open a dialog: facts of the company, settings, what to read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from smala_lockin.app.analyst import Analyst
from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.file_commands import FileCommands

if TYPE_CHECKING:
    from smala_lockin.ui.panels.finding_rows import Row

Slot = Callable[..., object]


class DialogCommands(QObject):
    """Opens dialogs over a window; each is loaded when it is first wanted."""

    revealed = Signal(object)
    """An asset was chosen in a dialog; carries the assets to move into sight."""

    catalogue_changed = Signal()
    """What is known of vendors has changed, for every map."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        analyst: Analyst,
        files: FileCommands,
        doors: Doors,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._selection, self._analyst = document, selection, analyst
        self._files, self._doors, self._window = files, doors, window

    def slots(self) -> dict[str, Slot]:
        """Return what each action that opens a dialog does, by its id."""
        return {
            "company": self.show_company,
            "catalogue": self.show_catalogue,
            "settings": self.show_settings,
            "threats": self.show_threats,
            "method": self.show_method,
            "show_log": self.show_log,
            "about": self.show_about,
        }

    def explain(self, row: "Row") -> None:
        """Say why the findings of a row are what they are."""
        from smala_lockin.ui.dialogs import why

        dialog = why.shown(row.report, row.findings, self._window)
        dialog.asset_wanted.connect(self._choose)
        dialog.method_wanted.connect(self.show_method)
        self._analyst.report_ready.connect(dialog.show_report)
        self._analyst.inherent_ready.connect(dialog.show_inherent)
        dialog.inherent_wanted.connect(self._analyst.work_out_inherent)
        self._analyst.work_out_inherent(row.report)

    def show_threats(self) -> None:
        """Show where the rated suppliers stand, as soon as that is known."""
        if self._analyst.report is None:
            once = Qt.ConnectionType.SingleShotConnection
            self._analyst.report_ready.connect(self.show_threats, once)
            return
        from smala_lockin.ui.dialogs import threats

        dialog = threats.shown(self._analyst.report, self._window)
        dialog.asset_wanted.connect(self._choose)
        self._analyst.report_ready.connect(dialog.show_report)

    def show_company(self) -> None:
        """Let people change whose map it is."""
        from smala_lockin.ui.dialogs import company

        company.shown(self._document, self._window)

    def show_settings(self) -> None:
        """Let people change the tables, thresholds and rules of the map."""
        from smala_lockin.ui.dialogs import settings

        settings.shown(self._document, self._window)

    def show_method(self) -> None:
        """Say what each number means."""
        from smala_lockin.ui.dialogs import method

        method.shown(self._document.landscape.settings, self._window)

    def show_catalogue(self) -> None:
        """Show what is known of vendors, at the one of the selected card."""
        from smala_lockin.ui.catalogue import dialog

        steps = self._doors.catalogue_steps()
        made = dialog.shown(self._files.folder, steps, self._window)
        made.changed.connect(self.catalogue_changed)
        known = self._document.landscape.assets
        chosen = [known[one].catalogue_id for one in self._selection.assets if one in known]
        if len(chosen) == 1 and chosen[0]:
            made.reveal(chosen[0])

    def show_log(self) -> None:
        """Show what the program noted."""
        from smala_lockin.ui.dialogs import log_view

        log_view.shown(self._window)

    def show_about(self) -> None:
        """Show version and licences."""
        from smala_lockin.ui.dialogs import about

        about.shown(self._window)

    def _choose(self, key: str) -> None:
        asset = AssetId(key)
        if asset in self._document.landscape.assets:
            self._selection.choose_assets([asset])
            self.revealed.emit([asset])
