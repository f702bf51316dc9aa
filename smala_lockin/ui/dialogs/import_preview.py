"""What an import would do, in the manager's words, before it is done."""

from collections import Counter
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, ngettext, semicolons
from smala_lockin.importing.problems import Problem
from smala_lockin.importing.proposal import Proposal, SheetReport

MOST_SHOWN = 500
"""More lines than this are counted, not listed: nobody reads them."""


class ImportPreview(QDialog):
    """Counts what will be added and updated, and lists what needs a look. Import or Cancel."""

    def __init__(self, proposal: Proposal, landscape: Landscape, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import a spreadsheet"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 520)
        self._summary = QLabel(summary(proposal, landscape))
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = _details(proposal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._summary)
        layout.addWidget(self._details, 1)
        layout.addWidget(self._buttons(proposal))

    @property
    def summary(self) -> str:
        """What the dialog says above the details."""
        return self._summary.text()

    def _buttons(self, proposal: Proposal) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        make = buttons.addButton(_("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setObjectName("import")
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAutoDefault(proposal.is_empty)
        make.setEnabled(not proposal.is_empty)
        make.setDefault(not proposal.is_empty)
        (cancel if proposal.is_empty else make).setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


class _Wrapping(QStyledItemDelegate):
    """Gives each line the height its sentence needs in the width of its column."""

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        tree = self.parent()
        assert isinstance(tree, QTreeWidget)
        room = QStyleOptionViewItem(option)
        indent = 2 * tree.indentation() if index.column() == 0 else 0
        room.rect.setWidth(tree.columnWidth(index.column()) - indent)
        found = super().sizeHint(room, index)
        return QSize(found.width(), found.height() + 6)


def summary(proposal: Proposal, landscape: Landscape) -> str:
    """Return what an import would do in a few sentences."""
    return "\n".join(_sentences(proposal, landscape))


def _sentences(proposal: Proposal, landscape: Landscape) -> Iterator[str]:
    if proposal.is_empty:
        if not any(proposal.assets.values()):
            yield _("Nothing to import was found.")
    else:
        added = len(proposal.added)
        if added:
            yield ngettext(
                "%(count)d item will be added: %(kinds)s.",
                "%(count)d items will be added: %(kinds)s.",
                added,
            ) % {"count": added, "kinds": _kinds(proposal.added)}
        updated = len(proposal.updated)
        if updated:
            yield ngettext(
                "%(count)d item that is on the map will be updated.",
                "%(count)d items that are on the map will be updated.",
                updated,
            ) % {"count": updated}
        connected = sum(one.id not in landscape.dependencies for one in proposal.connected)
        if connected:
            yield ngettext(
                "%(count)d dependency will be drawn.",
                "%(count)d dependencies will be drawn.",
                connected,
            ) % {"count": connected}
    if proposal.catalogue_assets:
        yield ngettext(
            "%(count)d of these items comes from the catalogue of known suppliers: "
            "who provides what, and who owns whom.",
            "%(count)d of these items come from the catalogue of known suppliers: "
            "who provides what, and who owns whom.",
            proposal.catalogue_assets,
        ) % {"count": proposal.catalogue_assets}
    for note in proposal.notes:
        yield note.sentence
    if proposal.problems:
        count = len(proposal.problems)
        yield ngettext(
            "%(count)d value could not be used as it stands; see below where and why.",
            "%(count)d values could not be used as they stand; see below where and why.",
            count,
        ) % {"count": count}


def _kinds(assets: Iterable[Asset]) -> str:
    from smala_lockin.words import nouns

    counts = Counter(one.kind for one in assets)
    return ", ".join(nouns.counted(kind, count) for kind, count in sorted(counts.items()))


def _details(proposal: Proposal) -> QTreeWidget:
    one_file = len({sheet.file for sheet in proposal.sheets}) == 1
    tree = QTreeWidget()
    tree.setColumnCount(2)
    tree.setHeaderLabels([_("Name or place"), _("What about it")])
    tree.setAccessibleName(_("Details of the import"))
    tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    tree.setAlternatingRowColors(True)
    tree.setWordWrap(True)
    tree.setUniformRowHeights(False)
    header = tree.header()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    header.resizeSection(0, 260)
    header.setStretchLastSection(True)
    header.sectionResized.connect(tree.scheduleDelayedItemsLayout)
    tree.setItemDelegate(_Wrapping(tree))
    _add(
        tree,
        _("Needs a look"),
        (_problem(one, one_file=one_file) for one in proposal.problems),
        len(proposal.problems),
    ).setExpanded(True)
    alike = [
        (semicolons(one.names), _("perhaps one and the same; kept apart"))
        for one in proposal.look_alikes
    ]
    _add(tree, _("Names that look alike"), alike, len(alike)).setExpanded(True)
    missing = [
        (one.name, _("named in the files, and has no row of its own")) for one in proposal.missing
    ]
    _add(tree, _("Not in the files"), missing, len(missing))
    guesses = [(one.name, one.vendor) for one in proposal.vendor_guesses]
    _add(tree, _("Perhaps known to the catalogue; not applied"), guesses, len(guesses))
    _add(tree, _("Will be added"), map(_asset, proposal.added), len(proposal.added))
    _add(tree, _("Will be updated"), map(_asset, proposal.updated), len(proposal.updated))
    _add(tree, _("Sheets"), map(_sheet, proposal.sheets), len(proposal.sheets))
    for number in reversed(range(tree.topLevelItemCount())):
        top = tree.topLevelItem(number)
        if top is not None and not top.childCount():
            tree.takeTopLevelItem(number)
    return tree


def _add(
    tree: QTreeWidget, title: str, lines: Iterable[tuple[str, str]], count: int
) -> QTreeWidgetItem:
    top = QTreeWidgetItem(tree, [_("%(title)s (%(count)d)") % {"title": title, "count": count}, ""])
    top.setFirstColumnSpanned(True)
    for number, (what, why) in enumerate(lines):
        if number == MOST_SHOWN:
            rest = {"count": count - MOST_SHOWN}
            QTreeWidgetItem(top, [_("... and %(count)d more") % rest, ""])
            break
        line = QTreeWidgetItem(top, [what, why])
        line.setToolTip(0, what)
        line.setToolTip(1, why)
    return top


def _problem(one: Problem, *, one_file: bool) -> tuple[str, str]:
    sheet = one.sheet.strip() if one.sheet else ""
    where = ["" if one_file else one.file, sheet, _("row %(row)d") % {"row": one.row}, one.column]
    return ", ".join(part for part in where if part), one.message


def _asset(one: Asset) -> tuple[str, str]:
    from smala_lockin.words import enums

    return one.name, enums.kind(one.kind)


def _sheet(one: SheetReport) -> tuple[str, str]:
    name = one.file if one.sheet is None else f"{one.file}, {one.sheet.strip()}"
    if one.explanation:
        return name, one.explanation
    return name, _("%(used)d of %(read)d rows used.") % {
        "used": one.rows_used,
        "read": one.rows_read,
    }
