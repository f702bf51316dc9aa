"""A line for an entry of the catalogue, by name."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.knowledge import catalogue, in_force, near
from smala_lockin.knowledge.vendors import VendorId, VendorKind
from smala_lockin.ui.fields import look
from smala_lockin.ui.fields.line import Line


class UnknownEntry(LockinError):
    """No entry of the catalogue is called so."""

    def sentence(self) -> str:
        """Return what to tell beneath the field."""
        if guess := near.find_near(str(self)):
            names = {"name": str(self), "other": guess.vendor.name}
            return _("“%(name)s” is not in the catalogue. Do you mean “%(other)s”?") % names
        return _("The catalogue has no entry called “%(name)s”. Add it first.") % {
            "name": str(self)
        }


class VendorLine(Line):
    """Offers entries while one types, companies only where `companies` says so."""

    def __init__(self, *, companies: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._companies = companies

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._with_completer()
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        """Close the list first: while it is open Qt does not tell that the line was left."""
        completer = self.completer()
        popup = completer.popup() if completer else None
        if popup is not None:
            popup.hide()
        return super().focusNextPrevChild(next)

    def _with_completer(self) -> None:
        if self.completer() is not None:
            return
        names = [
            one.name
            for one in in_force.all_vendors().values()
            if not self._companies or one.kind is VendorKind.COMPANY
        ]
        completer = QCompleter(self)
        completer.setModel(QStringListModel(sorted(names, key=str.casefold), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        if popup is not None:
            popup.setStyleSheet(look.POPUP_SHEET)
        completer.activated.connect(self.finish, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)


def named(text: str) -> VendorId:
    """Return the id of the entry that is called so. Raises `UnknownEntry`."""
    match = catalogue.find(text)
    if match is None:
        raise UnknownEntry(text)
    return match.vendor.id


def name_of(id: str) -> str:
    """Return what an entry is called; an unknown id is its own name."""
    vendor = catalogue.vendor(id)
    return vendor.name if vendor else id
