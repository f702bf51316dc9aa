"""After a crash: what to do with each map that was not saved."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app.recovery import Orphan
from smala_lockin.i18n import _, ngettext
from smala_lockin.ui.targets import enlarge


class RecoveryDialog(QDialog):
    """Offers each copy: open it, or throw it away. What is left undecided is offered again."""

    def __init__(
        self,
        orphans: Sequence[Orphan],
        parent: QWidget | None,
        *,
        recover: Callable[[Orphan], None],
        discard: Callable[[Orphan], None],
        keep: Callable[[Orphan], None],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Recover unsaved work"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._left = list(orphans)
        self._keep = keep
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(12)
        for row, orphan in enumerate(orphans):
            self._add_row(row, orphan, recover, discard)
        intro = QLabel(
            ngettext(
                "The program ended before this map was saved. Open the copy to go on with it; "
                "nothing is written to its file until you save.",
                "The program ended before these maps were saved. Open a copy to go on with it; "
                "nothing is written to its file until you save.",
                len(orphans),
            )
        )
        intro.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(_("Decide &later"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(16)
        layout.addWidget(intro)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        layout.addWidget(buttons)
        enlarge(self)
        self.setMinimumWidth(560)
        self.finished.connect(self._keep_rest)

    def _add_row(
        self,
        row: int,
        orphan: Orphan,
        recover: Callable[[Orphan], None],
        discard: Callable[[Orphan], None],
    ) -> None:
        words = QLabel("\n".join([_name(orphan), *_facts(orphan)]))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        take = QPushButton(_("&Open the copy"))
        drop = QPushButton(_("&Throw away"))
        for button, answer in ((take, recover), (drop, discard)):
            button.setAccessibleDescription(words.text())
            button.clicked.connect(
                lambda _checked=False, answer=answer: self._answer(
                    orphan, answer, take, drop, words
                )
            )
        take.setAutoDefault(row == 0)
        drop.setAutoDefault(False)
        for column, widget in enumerate((words, take, drop)):
            self._grid.addWidget(widget, row, column)

    def _answer(self, orphan: Orphan, answer: Callable[[Orphan], None], *row: QWidget) -> None:
        self._left.remove(orphan)
        for widget in row:
            widget.hide()
        if not self._left:
            self.accept()
        answer(orphan)

    def _keep_rest(self) -> None:
        for orphan in self._left:
            self._keep(orphan)


def _name(orphan: Orphan) -> str:
    if orphan.path is not None:
        return orphan.path.stem
    return orphan.company or _("A map that was never saved")


def _facts(orphan: Orphan) -> list[str]:
    when = QDateTime.fromSecsSinceEpoch(int(orphan.on.timestamp()))
    moment = QLocale().toString(when, QLocale.FormatType.ShortFormat)
    facts = [_("Last change: %(moment)s") % {"moment": moment}]
    if orphan.path is not None:
        facts.append(str(orphan.path.parent))
    elif orphan.company:
        facts.append(_("Never saved to a file"))
    if orphan.is_older_than_file:
        facts.append(_("Its file has been saved since; the copy is older."))
    return facts
