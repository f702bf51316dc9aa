"""What a register would change in the map, before it does."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app.document import Document
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey, RiskRecord
from smala_lockin.i18n import _, ngettext, number
from smala_lockin.register.taking_back import Merged, merge
from smala_lockin.ui.following import Following
from smala_lockin.ui.targets import enlarge
from smala_lockin.words import findings, taken_back

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.formats.register_workbook.reading import Edited

_ROWS = "QTreeView::item { padding: 3px 2px; }"
_LEAST_WIDTH, _LEAST_HEIGHT = 940, 460


class TakenBackDialog(QDialog):
    """Shows what comes in, what the map keeps, and what could not be read; then takes it back."""

    taken = Signal(int)
    """So many entries have become part of the map."""

    def __init__(
        self,
        document: Document,
        report: "Report | None",
        edited: "Edited",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._report, self._edited = document, report, edited
        self.setWindowTitle(_("Take back a register"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        merged = merge(document.landscape, edited.rows)
        summary = QLabel(_summary(merged, len(edited.problems)))
        summary.setWordWrap(True)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        self.tree = _tree()
        Following(self, lambda _theme: self.tree.setStyleSheet(_ROWS))
        self._fill(merged)
        cancel = QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(cancel)
        self.take = self.buttons.addButton(_("&Take back"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._count = _count(merged)
        self.take.setEnabled(bool(merged.taken))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        for widget in (summary, self.tree, self.buttons):
            layout.addWidget(widget)
        enlarge(self)
        self.resize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def accept(self) -> None:
        """Take back what people typed, as one step."""
        rows = self._edited.rows
        self._document.edit(_("Take back a register"), lambda it: merge(it, rows).landscape)
        self.taken.emit(self._count)
        super().accept()

    def _fill(self, merged: Merged) -> None:
        before = self._document.landscape
        self._add(_("Comes into the map"), _taken(self._titles(), before, merged))
        self._add(
            _("Changed in the map as well: the map’s stays"),
            [
                (
                    self._titles().get(one.row.key, one.row.key),
                    taken_back.fact(one.fact),
                    taken_back.value(one.kept),
                    taken_back.value(one.refused),
                )
                for one in merged.conflicts
            ],
        )
        self._add(
            _("Not understood: left as it is in the map"),
            [(one.sentence(), one.heading, "", one.value) for one in self._edited.problems],
        )
        self.tree.expandAll()

    def _add(self, heading: str, lines: Iterable[Sequence[str]]) -> None:
        items = [QTreeWidgetItem(list(line)) for line in lines]
        if not items:
            return
        top = QTreeWidgetItem([f"{heading} ({number(len(items))})"])
        self.tree.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        for item in items:
            for column in range(self.tree.columnCount()):
                item.setToolTip(column, item.text(column))
        top.addChildren(items)

    def _titles(self) -> dict[RiskKey, str]:
        report = self._report
        if report is None:
            return {}
        return {one.key: findings.title(report, one) for one in report.findings}


def _taken(
    titles: dict[RiskKey, str], before: Landscape, merged: Merged
) -> list[tuple[str, str, str, str]]:
    lines = []
    for key, facts in merged.taken.items():
        old = before.risks.get(key, RiskRecord())
        new = merged.landscape.risks.get(key, RiskRecord())
        for fact in facts:
            was, now = getattr(old, fact), getattr(new, fact)
            words = (taken_back.fact(fact), taken_back.value(was), taken_back.value(now))
            lines.append((titles.get(key, key), *words))
    return lines


def _count(merged: Merged) -> int:
    return sum(len(facts) for facts in merged.taken.values())


def _summary(merged: Merged, problems: int) -> str:
    count = _count(merged)
    if not (count or merged.conflicts or problems):
        return _("The map already says all that this register says.")
    return ngettext(
        "%(count)d entry of this register is new. Nothing is changed before you take it back.",
        "%(count)d entries of this register are new. Nothing is changed before you take them back.",
        count,
    ) % {"count": count}


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setColumnCount(4)
    tree.setHeaderLabels([_("Risk"), _("Entry"), _("In the map"), _("In the register")])
    tree.setAccessibleName(_("What this register would change"))
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in ((1, 110), (2, 150), (3, 170)):
        tree.header().resizeSection(column, width)
    return tree
