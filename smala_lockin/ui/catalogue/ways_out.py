"""Which alternatives of an entry the user sees: strike out, add, judge the effort anew."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app import own_catalogue
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.alternative_rows import AlternativeKind, Effort
from smala_lockin.knowledge.alternatives import alternatives_of
from smala_lockin.knowledge.overlay import Overlay
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.vendors import Vendor, VendorId
from smala_lockin.ui.catalogue.vendor_line import VendorLine, name_of, named
from smala_lockin.ui.fields import look
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.theme import of_palette
from smala_lockin.words import catalogue as words
from smala_lockin.words.errors import sentence

_ID = int(Qt.ItemDataRole.UserRole)


class WaysOutDialog(QDialog):
    """Every change is kept at once; what was struck out can be brought back."""

    def __init__(self, vendor: Vendor, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._vendor, self._changed = vendor, changed
        self.setWindowTitle(_("What could take the place of %(name)s") % {"name": vendor.name})
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Alternatives"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.name = VendorLine(parent=self)
        self.name.setAccessibleName(_("Name of an alternative"))
        self.name.setPlaceholderText(_("Name of an entry of the catalogue"))
        self._kinds = {words.alternative_kind(one): one.value for one in AlternativeKind}
        self._efforts = {words.effort(one): one.value for one in Effort}
        self.kind = _choice(_("What sort"), self._kinds)
        self.effort = _choice(_("How hard the move is"), self._efforts)
        self.add = QPushButton(_("&Add or change"))
        self.strike = QPushButton(_("&Strike out"))
        self.fault = QLabel()
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        self._build()
        self._show()

    def put(self) -> None:
        """Keep what stands in the fields as an alternative."""
        try:
            other = named(self.name.text())
            cells = {
                "kind": self._kinds[self.kind.currentText()],
                "effort": self._efforts[self.effort.currentText()],
                "confidence": Confidence.MEDIUM.value,
                "source": _("entered by hand"),
                "as_of": date.today().isoformat(),  # noqa: DTZ011 - the user's own day
            }
            own = own_catalogue.fresh()
            self._keep(own.with_alternative((self._vendor.id, other), cells))
        except LockinError as error:
            self.fault.setText(sentence(error))

    def strike_out(self) -> None:
        """Take away what is chosen, or bring it back where it was struck out."""
        if self.list.currentRow() < 0:
            return
        other = VendorId(self.list.currentItem().data(_ID))
        pair, own = (self._vendor.id, other), own_catalogue.fresh()
        if own.alternatives.get(pair, {}) is None:
            changed = own.without_alternative(pair)
        elif _is_shipped(pair):
            changed = own.with_alternative(pair, None)
        else:
            changed = own.without_alternative(pair)
        try:
            self._keep(changed)
        except LockinError as error:
            self.fault.setText(sentence(error))

    def _keep(self, own: Overlay) -> None:
        own_catalogue.save(own)
        self.fault.clear()
        self.name.clear()
        self._show()
        self._changed()

    def _show(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for one in alternatives_of(self._vendor.id):
            judged = f"{words.effort(one.effort)}, {words.alternative_kind(one.kind)}"
            self._add_row(one.alternative, f"{name_of(one.alternative)} – {judged}")
        for (vendor, other), cells in in_force.tables().overlay.alternatives.items():
            if vendor == self._vendor.id and cells is None:
                self._add_row(other, _("%(name)s – struck out by you") % {"name": name_of(other)})
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        self._show_chosen()

    def _add_row(self, id: VendorId, told: str) -> None:
        item = QListWidgetItem(told, self.list)
        item.setData(_ID, id)
        item.setSizeHint(QSize(0, 26))

    def _show_chosen(self) -> None:
        is_any = self.list.currentRow() >= 0
        self.strike.setEnabled(is_any)
        if not is_any:
            return
        own = in_force.tables().overlay.alternatives
        other = VendorId(self.list.currentItem().data(_ID))
        is_struck = own.get((self._vendor.id, other), {}) is None
        self.strike.setText(_("&Bring back") if is_struck else _("&Strike out"))

    def _build(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self.add.clicked.connect(self.put)
        self.strike.clicked.connect(self.strike_out)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        choices = QHBoxLayout()
        choices.addWidget(self.kind, 3)
        choices.addWidget(self.effort, 2)
        choices.addWidget(self.add)
        below = QHBoxLayout()
        below.addWidget(self.strike)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(_intro())
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        layout.addSpacing(8)
        layout.addWidget(self.name)
        layout.addLayout(choices)
        layout.addWidget(self.fault)
        layout.addWidget(buttons)
        for button in self.findChildren(QPushButton):
            button.setObjectName("plain")
            button.setAutoDefault(False)
        for before, after in pairwise((self.list, self.strike, self.name, self.kind)):
            QWidget.setTabOrder(before, after)
        self.setStyleSheet(look.sheet(of_palette(self.palette())))
        self.resize(660, 520)


def _intro() -> QLabel:
    words = QLabel(
        _(
            "The more there is to go to, and the easier the move, the less the lock-in. "
            "Strike out what does not suit you, add what does."
        )
    )
    words.setWordWrap(True)
    return words


def _is_shipped(pair: tuple[VendorId, VendorId]) -> bool:
    known = in_force.shipped_alternatives().get(pair[0], ())
    return pair[1] in {one.alternative for one in known}


def _choice(name: str, words: Iterable[str]) -> Choice:
    box = Choice([*words], None)
    box.setAccessibleName(name)
    box.show_text(box.itemText(0))
    return box
