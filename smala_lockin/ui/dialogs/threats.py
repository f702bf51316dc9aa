"""The threats of suppliers (EBIOS RM): a chart, and the same as a table; both lead to cards."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib.backend_bases import PickEvent
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.analysis.figures.ecosystem import Threat, Zone
from smala_lockin.charts.look import Look
from smala_lockin.charts.threats import figure
from smala_lockin.i18n import _
from smala_lockin.ui.targets import enlarge
from smala_lockin.ui.theme import Theme, of_palette
from smala_lockin.words import degrees, nouns
from smala_lockin.words.threats import between

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report


class ThreatsDialog(QDialog):
    """Shows where the rated suppliers stand; follows the map as it is edited."""

    asset_wanted = Signal(str)
    """A supplier was chosen; carries its id."""

    def __init__(self, report: "Report", parent: QWidget) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(_("Threat of suppliers (EBIOS RM)"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1180, 640)
        self.nothing = QLabel(self)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setText(
            _(
                "No supplier is rated yet. Choose a supplier on the map and give its four threat "
                "factors among its facts: dependency, access, maturity and trust."
            )
        )
        self.sides = QSplitter(self)
        self.canvas: FigureCanvasQTAgg | None = None
        self.table = self._made_table()
        self.sides.addWidget(self.table)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.sides, 1)
        layout.addWidget(buttons)
        enlarge(self)
        self._show()

    def show_report(self, report: "Report") -> None:
        """Show the suppliers as they are now."""
        self._report = report
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw in the colours of the system when these change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.canvas is not None:
            self._show()

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, 5, self.sides)
        table.setHorizontalHeaderLabels(
            [_("Supplier"), _("Exposure"), _("Reliability"), _("Threat level"), _("Zone")]
        )
        table.setAccessibleName(_("Threat of suppliers (EBIOS RM)"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        table.itemSelectionChanged.connect(self._choose_row)
        return table

    def _show(self) -> None:
        threats = self._report.figures.threats
        self.nothing.setVisible(not threats)
        self.sides.setVisible(bool(threats))
        self._fill(threats)
        self._draw(threats)

    def _draw(self, threats: Sequence[Threat]) -> None:
        look = _look(of_palette(self.palette()))
        drawn = figure(self._report.landscape, threats, look)
        canvas = FigureCanvasQTAgg(drawn)  # type: ignore[no-untyped-call]
        canvas.setMinimumSize(380, 300)
        canvas.setAccessibleName(_("Chart of the threats; the table beside says the same"))
        canvas.mpl_connect("pick_event", self._choose_dot)
        if self.canvas is None:
            self.sides.insertWidget(0, canvas)
            self.sides.setStretchFactor(0, 1)
            self.sides.setSizes([560, 600])
        else:
            self.sides.replaceWidget(0, canvas)
            self.canvas.deleteLater()
        self.canvas = canvas

    def _fill(self, threats: Sequence[Threat]) -> None:
        self.table.blockSignals(True)
        self.table.setRowCount(len(threats))
        for row, one in enumerate(threats):
            texts = (
                nouns.name(self._report.landscape, one.supplier),
                between(one.exposure),
                between(one.reliability),
                between(one.level, decimals=2),
                " – ".join(dict.fromkeys(map(degrees.zone, one.zones))),
            )
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.clearSelection()
        self.table.blockSignals(False)

    def _choose_row(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self.asset_wanted.emit(self._report.figures.threats[rows[0].row()].supplier)

    def _choose_dot(self, event: PickEvent) -> None:
        """Choose the supplier of a dot; of several at one place the worst, which leads."""
        supplier = event.artist.get_gid()
        for row, one in enumerate(self._report.figures.threats):
            if one.supplier == supplier:
                self.table.selectRow(row)


def _look(theme: Theme) -> Look:
    zones = (theme.edge, theme.accent, QColor("#e69f00"), QColor("#d55e00"))
    return Look(
        ground=theme.card.name(),
        text=theme.text.name(),
        faint_text=theme.faint_text.name(),
        edge=theme.edge.name(),
        zones={zone: colour.name() for zone, colour in zip(Zone, zones, strict=True)},
    )


def shown(report: "Report", parent: QWidget) -> ThreatsDialog:
    """Show the threats and return the dialog; it does not hold up the program."""
    dialog = ThreatsDialog(report, parent)
    dialog.show()
    return dialog
