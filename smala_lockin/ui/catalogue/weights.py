"""Correcting the objectives, all at once, for the weights of a set make a hundred."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from smala_lockin import i18n
from smala_lockin.app import own_catalogue
from smala_lockin.app.catalogue_steps import Steps
from smala_lockin.app.catalogue_weights import with_objectives
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.knowledge.frameworks import objectives
from smala_lockin.knowledge.sovereignty_rows import Objective, WeightSet
from smala_lockin.ui.fields import look
from smala_lockin.ui.following import Following
from smala_lockin.ui.targets import enlarge
from smala_lockin.words.errors import sentence

_MARGINS, _WIDEST = 32, 400


class WeightsDialog(QDialog):
    """A row for each objective: its name, a column for each set, and how much they add up to."""

    def __init__(self, steps: Steps, done: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._steps, self._done = steps, done
        self.setWindowTitle(_("Correct the objectives"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.boxes = {
            (one.id, chosen): _box(one.name(i18n.current()), _name(chosen), one.weights[chosen])
            for one in objectives().values()
            for chosen in WeightSet
        }
        self.names = {one.id: _line(one) for one in objectives().values()}
        self.totals = {chosen: QLabel() for chosen in WeightSet}
        self.source, self.fault = QLineEdit(), QLabel()
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        ok, cancel = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(ok | cancel)
        self._build()
        self._add_up()

    def accept(self) -> None:
        """Keep names and weights, which add up to a hundred."""
        names = {id: line.text().strip() for id, line in self.names.items()}
        weights = {key: box.value() for key, box in self.boxes.items()}
        today = date.today()  # noqa: DTZ011 - the user's own day
        try:
            own = own_catalogue.fresh()
            source = self.source.text().strip()
            self._steps.keep(with_objectives(own, names, weights, source, today))
        except LockinError as error:
            self.fault.setText(sentence(error))
            return
        super().accept()
        self._done()

    def _add_up(self) -> None:
        sums = {
            chosen: sum(box.value() for key, box in self.boxes.items() if key[1] is chosen)
            for chosen in WeightSet
        }
        for chosen, total in sums.items():
            self.totals[chosen].setText(f"{total} %")
        told = ""
        if set(sums.values()) != {100}:
            told = _("The weights of a set have to add up to 100 %.")
        elif not all(line.text().strip() for line in self.names.values()):
            told = _("Each objective needs a name.")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not told)
        self.fault.setText(told)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for column, chosen in enumerate(WeightSet, start=1):
            grid.addWidget(QLabel(_name(chosen)), 0, column + 1)
        for number, one in enumerate(objectives().values(), start=1):
            grid.addWidget(QLabel(one.id), number, 0)
            self.names[one.id].textChanged.connect(self._add_up)
            grid.addWidget(self.names[one.id], number, 1)
            for column, chosen in enumerate(WeightSet, start=1):
                box = self.boxes[one.id, chosen]
                box.valueChanged.connect(self._add_up)
                grid.addWidget(box, number, column + 1)
        last = len(objectives()) + 1
        grid.addWidget(QLabel(_("Together")), last, 1)
        for column, chosen in enumerate(WeightSet, start=1):
            grid.addWidget(self.totals[chosen], last, column + 1)
        label = QLabel(_("&Source"))
        label.setBuddy(self.source)
        self.source.setAccessibleName(_("Source"))
        self.source.setPlaceholderText(_("entered by hand"))
        grid.addWidget(label, last + 1, 0)
        grid.addWidget(self.source, last + 1, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for button in self.buttons.buttons():
            button.setObjectName("plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(grid)
        layout.addWidget(self.fault)
        layout.addWidget(self.buttons)
        enlarge(self)
        Following(self, lambda theme: self.setStyleSheet(look.sheet(theme)))


def _line(one: Objective) -> QLineEdit:
    line = QLineEdit(one.name(i18n.current()))
    line.setMinimumWidth(min(line.fontMetrics().horizontalAdvance(line.text()) + _MARGINS, _WIDEST))
    line.setCursorPosition(0)
    line.setAccessibleName(_("Name of %(objective)s") % {"objective": one.id})
    return line


def _box(objective: str, chosen: str, weight: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, 100)
    box.setSuffix(" %")
    box.setValue(weight)
    box.setAccessibleName(f"{objective}, {chosen}")
    return box


def _name(chosen: WeightSet) -> str:
    match chosen:
        case WeightSet.OCTOBER_2025:
            return _("October 2025")
        case WeightSet.JUNE_2026:
            return _("June 2026")
