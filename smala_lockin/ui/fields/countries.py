"""A line for one country, or for several, that completes names in the user's language."""

from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from smala_lockin import i18n
from smala_lockin.i18n import _
from smala_lockin.knowledge.jurisdictions import EEA, EU, country_name, jurisdictions, region_code
from smala_lockin.knowledge.spelling import key
from smala_lockin.ui.fields import look
from smala_lockin.ui.fields.button_line import ButtonLine
from smala_lockin.ui.fields.line import Line

_KEY = int(Qt.ItemDataRole.UserRole)
_SEEN_AT_ONCE = 9


class CountryLine(ButtonLine):
    """Offers countries while one types; the arrow down, or the button, offers them all."""

    def __init__(
        self, *, several: bool = False, regions: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._several, self._regions = several, regions
        button = self.add_button("chevron", _("Show all countries"))
        button.triggered.connect(self.offer_all)

    def offer_all(self) -> None:
        """Offer every country, in the order of the alphabet."""
        self.setFocus()
        completer = self._with_completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def finish(self) -> None:
        """Hand over the text; the beginning of a name stands for the first that fits."""
        typed = self.text().strip()
        completer = self.completer()
        if typed and completer and not self._several and region_code(typed) is None:
            completer.setCompletionPrefix(typed)
            names = [completer.pathFromIndex(index) for index in _rows(completer)]
            fitting = [name for name in names if key(name).startswith(key(typed))]
            if fitting and key(typed) and region_code(typed.upper()) is None:
                self.setText(fitting[0])
        super().finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        completer = self._with_completer()
        popup = completer.popup()
        if event.key() == Qt.Key.Key_Down and not (popup and popup.isVisible()):
            self.offer_all()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        """Close the list first: while it is open Qt does not tell that the line was left."""
        popup = self._with_completer().popup()
        if popup is not None:
            popup.hide()
        return super().focusNextPrevChild(next)

    def _with_completer(self) -> QCompleter:
        """A list of 250 names is made when somebody types, not with every form."""
        found: QCompleter | None = self.completer()
        if found is None:
            found = _Completer(several=self._several, parent=self)
            found.setModel(_names(i18n.current(), self._regions))
            found.setMaxVisibleItems(_SEEN_AT_ONCE)
            popup = found.popup()
            if popup is not None:
                popup.setStyleSheet(look.POPUP_SHEET)
            self.setCompleter(found)
            if not self._several:
                found.activated.connect(self.finish, Qt.ConnectionType.QueuedConnection)
        return found


class _Completer(QCompleter):
    """Finds names without regard to accents; of a list it completes the last."""

    def __init__(self, *, several: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._several = several
        self.setCompletionRole(_KEY)
        self.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802
        return [key(path.rpartition(",")[2] if self._several else path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802
        name = str(index.data())
        line = self.widget()
        if not self._several or not isinstance(line, Line):
            return name
        before = line.text().rpartition(",")[0].strip()
        return f"{before}, {name}" if before else name


def _rows(completer: QCompleter) -> list[QModelIndex]:
    model = completer.completionModel()
    return [model.index(row, 0) for row in range(model.rowCount())]


@cache
def _names(language: str, regions: bool) -> QStandardItemModel:
    codes = [*jurisdictions(), *((EU, EEA) if regions else ())]
    names = sorted((country_name(code, language) for code in codes), key=key)
    model = QStandardItemModel()
    for name in names:
        item = QStandardItem(name)
        item.setData(key(name), _KEY)
        model.appendRow(item)
    return model
