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
from smala_lockin.app.catalogue_row_forms import alternative_draft, alternative_form
from smala_lockin.app.catalogue_steps import Steps
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.alternative_rows import Alternative, AlternativeKind, Effort
from smala_lockin.knowledge.alternatives import alternatives_of
from smala_lockin.knowledge.overlay import Overlay
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.vendors import Vendor, VendorId
from smala_lockin.ui.catalogue.entry import EntryDialog
from smala_lockin.ui.catalogue.vendor_line import VendorLine, name_of, named
from smala_lockin.ui.fields import look
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.following import Following
from smala_lockin.ui.targets import enlarge
from smala_lockin.words import catalogue as words
from smala_lockin.words.errors import sentence

_ID = int(Qt.ItemDataRole.UserRole)


class WaysOutDialog(QDialog):
    """Every change is kept at once; what was struck out can be brought back."""

    def __init__(
        self, vendor: Vendor, steps: Steps, changed: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._vendor, self._steps, self._changed = vendor, steps, changed
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
        self.correct = QPushButton(_("&Correct…"))
        self.revert = QPushButton(_("Back to the &delivered one"))
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

    def edit(self) -> EntryDialog | None:
        """Open the form on the alternative that is chosen."""
        one = self._chosen()
        if one is None:
            return None
        form = alternative_form((one.vendor, one.alternative))
        dialog = EntryDialog(form, alternative_draft(one), self._steps, self._told, self)
        dialog.open()
        return dialog

    def take_back(self) -> None:
        """Let the program's judgement of the chosen alternative hold again."""
        one = self._chosen()
        if one is not None:
            pair = one.vendor, one.alternative
            try:
                self._keep(own_catalogue.fresh().without_alternative(pair))
            except LockinError as error:
                self.fault.setText(sentence(error))

    def _chosen(self) -> Alternative | None:
        if self.list.currentRow() < 0:
            return None
        other = self.list.currentItem().data(_ID)
        known = alternatives_of(self._vendor.id)
        return next((one for one in known if one.alternative == other), None)

    def _told(self, _id: str) -> None:
        self._show()
        self._changed()

    def _keep(self, own: Overlay) -> None:
        self._steps.keep(own)
        self.fault.clear()
        self.name.clear()
        self._show()
        self._changed()

    def _show(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        own = in_force.tables().overlay.alternatives
        for one in alternatives_of(self._vendor.id):
            judged = f"{words.effort(one.effort)}, {words.alternative_kind(one.kind)}"
            name = name_of(one.alternative)
            if (one.vendor, one.alternative) in own:
                name = _("%(name)s (yours)") % {"name": name}
            self._add_row(one.alternative, f"{name} – {judged}")
        for (vendor, other), cells in own.items():
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
        for button in (self.strike, self.correct, self.revert):
            button.setEnabled(is_any)
        if not is_any:
            return
        own = in_force.tables().overlay.alternatives
        other = VendorId(self.list.currentItem().data(_ID))
        pair = self._vendor.id, other
        is_struck = own.get(pair, {}) is None
        self.correct.setEnabled(not is_struck)
        self.revert.setEnabled(not is_struck and pair in own and _is_shipped(pair))
        self.strike.setText(_("&Bring back") if is_struck else _("&Strike out"))

    def _build(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self.add.clicked.connect(self.put)
        self.strike.clicked.connect(self.strike_out)
        self.correct.clicked.connect(self.edit)
        self.revert.clicked.connect(self.take_back)
        self.list.itemActivated.connect(self.edit)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        choices = QHBoxLayout()
        choices.addWidget(self.kind, 3)
        choices.addWidget(self.effort, 2)
        choices.addWidget(self.add)
        below = QHBoxLayout()
        for button in (self.correct, self.strike, self.revert):
            below.addWidget(button)
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
        for before, after in pairwise(
            (self.list, self.correct, self.strike, self.revert, self.name, self.kind)
        ):
            QWidget.setTabOrder(before, after)
        Following(self, lambda theme: self.setStyleSheet(look.sheet(theme)))
        enlarge(self)
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
