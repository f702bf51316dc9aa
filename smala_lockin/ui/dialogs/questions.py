"""The questions asked before something would be lost. None holds up the program."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from smala_lockin.i18n import _
from smala_lockin.ui.targets import enlarge

_Button = QMessageBox.StandardButton


def about_unsaved(
    parent: QWidget,
    name: str,
    *,
    save: Callable[[], None],
    discard: Callable[[], None],
    cancel: Callable[[], None],
) -> QMessageBox:
    """Ask what to do with unsaved changes of a map that is being closed."""
    box = _box(
        parent,
        _("Save the changes to “%(map)s”?") % {"map": name},
        _("Without saving, the changes since the last save are lost."),
    )
    box.setStandardButtons(_Button.Save | _Button.Discard | _Button.Cancel)
    box.setDefaultButton(_Button.Save)
    box.button(_Button.Discard).setText(_("&Do not save"))  # Qt's own French is hard to grasp
    answers = {_Button.Save: save, _Button.Discard: discard}
    box.finished.connect(lambda button: answers.get(_Button(button), cancel)())
    enlarge(box)
    box.open()
    return box


def about_overtaken(
    parent: QWidget,
    file: str,
    *,
    overwrite: Callable[[], None],
    elsewhere: Callable[[], None],
    cancel: Callable[[], None],
) -> QMessageBox:
    """Ask what to do with a file that somebody else has changed since it was opened."""
    box = _box(
        parent,
        _("%(file)s has been changed by somebody else since you opened it.") % {"file": file},
        _(
            "Saving over it would lose those changes; they would be kept for the moment in "
            "%(file)s.bak. Save under another name to keep both."
        )
        % {"file": file},
    )
    other = box.addButton(_("Save &as…"), QMessageBox.ButtonRole.AcceptRole)
    over = box.addButton(_("&Overwrite"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(_Button.Cancel)
    box.setDefaultButton(other)

    def answer() -> None:
        chosen = box.clickedButton()
        (elsewhere if chosen is other else overwrite if chosen is over else cancel)()

    box.finished.connect(answer)
    enlarge(box)
    box.open()
    return box


def _box(parent: QWidget, text: str, detail: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("Smala Lock-in"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(detail)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
