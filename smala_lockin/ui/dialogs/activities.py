"""Which activities what was imported serves: tick the activities, then what each uses."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from smala_lockin import i18n
from smala_lockin.app.serving import OwnActivity, Served, unserving
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, ngettext
from smala_lockin.knowledge.activities import activities
from smala_lockin.ui.targets import enlarge
from smala_lockin.ui.tick_boxes import outline

_LEAST_COLUMN, _WIDEST_COLUMN, _AIR = 120, 260, 12

LONGEST_NAME = 120
"""No activity is called longer than this many characters."""

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_TICKED, _EMPTY = Qt.CheckState.Checked.value, Qt.CheckState.Unchecked.value


class ActivitiesDialog(QDialog):
    """On the left the usual activities, on the right a column of ticks for each one chosen."""

    def __init__(self, landscape: Landscape, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What does this serve?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 560)
        self.uses_model = UsesModel(landscape, self)
        self._activities: list[Served] = [*activities()]
        self._choice = self._activities_list()
        self.own = _OwnName()
        self._table = self._uses_table()
        self._left_over = QLabel()
        self._left_over.setWordWrap(True)
        self._build()
        for view in (self._choice, self._table):
            _Ticking(view)
            outline(view)
        self._choice.itemChanged.connect(self._show_columns)
        self.uses_model.changed.connect(self._tell_left_over)
        self._tell_left_over()

    def uses(self) -> Mapping[Served, list[AssetId]]:
        """Return the activities chosen, each with what it uses."""
        return self.uses_model.uses()

    def choose(self, activity: Served, *, is_chosen: bool = True) -> None:
        """Tick an activity."""
        row = self._activities.index(activity)
        state = Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        self._choice.item(row).setCheckState(state)

    def _build(self) -> None:
        intro = QLabel(
            _(
                "Your lists do not say what the company does with these items. Choose its "
                "activities on the left, then tick what each of them uses; a click on the name "
                "of an activity above the ticks takes everything. All of it can be changed later."
            )
        )
        intro.setWordWrap(True)
        buttons = QDialogButtonBox()
        done = buttons.addButton(_("&Add these activities"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("&Later"), QDialogButtonBox.ButtonRole.RejectRole)
        done.setDefault(True)
        self._done = done
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._add_own = QPushButton(_("A&dd"))
        self._add_own.setAutoDefault(False)
        self._add_own.setEnabled(False)
        self.own.textChanged.connect(lambda text: self._add_own.setEnabled(bool(text.strip())))
        self.own.entered.connect(self._take_own)
        self._add_own.clicked.connect(self._take_own)
        own = QHBoxLayout()
        own.addWidget(self.own, 1)
        own.addWidget(self._add_own)
        left = QVBoxLayout()
        left.addWidget(self._choice, 1)
        left.addLayout(own)
        middle = QHBoxLayout()
        middle.addLayout(left)
        middle.addWidget(self._table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(intro)
        layout.addLayout(middle, 1)
        layout.addWidget(self._left_over)
        layout.addWidget(buttons)
        enlarge(self)

    def _activities_list(self) -> QListWidget:
        chosen = QListWidget()
        chosen.setAccessibleName(_("Activities of the company"))
        chosen.setFixedWidth(260)
        for activity in self._activities:
            chosen.addItem(_item(activity))
        return chosen

    def _take_own(self) -> None:
        """Add the activity that is typed, ticked, in front; one that is there is ticked."""
        name = " ".join(self.own.text().split())[:LONGEST_NAME]
        if not name:
            return
        self.own.clear()
        known = {one.name(i18n.current()).casefold(): one for one in self._activities}
        activity = known.get(name.casefold())
        if activity is None:
            activity = OwnActivity(name)
            self._activities.insert(0, activity)
            self._choice.insertItem(0, _item(activity))
        self.choose(activity)
        self._choice.setCurrentRow(self._activities.index(activity))

    def _uses_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.uses_model)
        table.setAccessibleName(_("What each activity uses"))
        table.setAlternatingRowColors(True)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.verticalHeader().setDefaultSectionSize(28)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setMaximumWidth(260)
        table.horizontalHeader().setSectionsClickable(True)
        table.horizontalHeader().sectionClicked.connect(self.uses_model.toggle_column)
        return table

    def _show_columns(self) -> None:
        ticked = [
            activity
            for row, activity in enumerate(self._activities)
            if self._choice.item(row).checkState() is Qt.CheckState.Checked
        ]
        self.uses_model.show_activities(ticked)
        header = self._table.horizontalHeader()
        for column in range(len(ticked)):
            wanted = header.sectionSizeFromContents(column).width() + _AIR
            header.resizeSection(column, max(_LEAST_COLUMN, min(_WIDEST_COLUMN, wanted)))

    def _tell_left_over(self) -> None:
        uses = self.uses_model.uses()
        left, of = self.uses_model.unused_count(), self.uses_model.rowCount()
        self._done.setEnabled(bool(uses))
        if not uses:
            self._left_over.setText(_("Choose at least one activity."))
        elif left:
            self._left_over.setText(
                ngettext(
                    "%(count)d of %(all)d items serves no activity yet. It stays on the map, "
                    "and the findings leave it out until an activity uses it.",
                    "%(count)d of %(all)d items serve no activity yet. They stay on the map, "
                    "and the findings leave them out until an activity uses them.",
                    left,
                )
                % {"count": left, "all": of}
            )
        else:
            self._left_over.setText(_("Every item serves an activity."))


def _item(activity: Served) -> QListWidgetItem:
    item = QListWidgetItem(activity.name(i18n.current()))
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
    )
    item.setCheckState(Qt.CheckState.Unchecked)
    item.setSizeHint(QSize(0, 28))
    return item


class _OwnName(QLineEdit):
    """Takes the name of an activity that is not on the list; Return adds it, and no more."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Another activity…"))
        self.setAccessibleName(_("Another activity"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class _Ticking(QObject):
    """Lets a click anywhere on a cell tick it, not only one on the small box."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._before = view.model(), None
        view.pressed.connect(self._note)
        view.clicked.connect(self._tick)

    def _note(self, index: Index) -> None:
        self._before = self._model.data(index, _Role.CheckStateRole)

    def _tick(self, index: Index) -> None:
        now = self._model.data(index, _Role.CheckStateRole)
        if now == self._before:  # else the box itself was hit
            is_ticked = Qt.CheckState(now) is Qt.CheckState.Checked
            self._model.setData(index, _EMPTY if is_ticked else _TICKED, _Role.CheckStateRole)


class UsesModel(QAbstractTableModel):
    """Ticks: a row for each asset that nothing needs, a column for each activity chosen."""

    changed = Signal()

    def __init__(self, landscape: Landscape, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assets = unserving(landscape)
        self._names = [" ".join(landscape.assets[key].name.split())[:60] for key in self._assets]
        self._activities: list[Served] = []
        self._ticks: dict[Served, set[AssetId]] = {}

    def show_activities(self, chosen: list[Served]) -> None:
        """Show these columns; ticks of one that went away are kept for its return."""
        self.beginResetModel()
        self._activities = chosen
        for activity in chosen:
            self._ticks.setdefault(activity, set())
        self.endResetModel()
        self.changed.emit()

    def uses(self) -> dict[Served, list[AssetId]]:
        """Return what each activity chosen uses, in the order of the map."""
        return {
            activity: [asset for asset in self._assets if asset in self._ticks[activity]]
            for activity in self._activities
        }

    def unused_count(self) -> int:
        """Return how many assets no activity chosen uses."""
        used = set().union(*(self._ticks[activity] for activity in self._activities))
        return len(self._assets) - len(used)

    def toggle_column(self, column: int) -> None:
        """Tick all of a column, or none where all are ticked."""
        ticks = self._ticks[self._activities[column]]
        everything = set(self._assets)
        self._ticks[self._activities[column]] = set() if ticks == everything else everything
        last = self.index(len(self._assets) - 1, column)
        self.dataChanged.emit(self.index(0, column), last, [_Role.CheckStateRole])
        self.changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._assets)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._activities)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if role == _Role.CheckStateRole:
            ticks = self._ticks[self._activities[index.column()]]
            return _TICKED if self._assets[index.row()] in ticks else _EMPTY
        if role == _Role.AccessibleTextRole:
            activity = self._activities[index.column()].name(i18n.current())
            return f"{self._names[index.row()]}, {activity}"
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802
        if role != _Role.CheckStateRole:
            return False
        asset = self._assets[index.row()]
        ticks = self._ticks[self._activities[index.column()]]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            ticks.add(asset)
        else:
            ticks.discard(asset)
        self.dataChanged.emit(index, index, [role])
        self.changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsSelectable
        )

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if role == _Role.DisplayRole:
            if orientation is Qt.Orientation.Vertical:
                return self._names[section]
            return self._activities[section].name(i18n.current())
        if role == _Role.ToolTipRole and orientation is Qt.Orientation.Horizontal:
            return _("Click to tick everything for this activity")
        return None
