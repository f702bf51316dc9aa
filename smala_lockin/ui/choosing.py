"""The dialogs in which files are chosen. None holds up the program."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smala_lockin.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

MAP_SUFFIX = ".smala"
PICTURES = (".png", ".svg", ".pdf")


def map_to_open(parent: QWidget, folder: Path, done: Callable[[Path], None]) -> "QFileDialog":
    """Ask for a map, then call `done` with it."""
    dialog = _dialog(parent, _("Open a map"), folder, [_map_kind()])
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def tables_to_import(
    parent: QWidget, folder: Path, done: Callable[[Sequence[Path]], None]
) -> "QFileDialog":
    """Ask for spreadsheets, diagrams or invoices, then call `done` with them."""
    from smala_lockin.formats.diagrams import DIAGRAM_SUFFIXES
    from smala_lockin.formats.tables import SUFFIXES

    kinds = [
        _("All that can be read (%(endings)s)")
        % {"endings": _endings(SUFFIXES | DIAGRAM_SUFFIXES)},
        _("Spreadsheets and lists (%(endings)s)") % {"endings": _endings(SUFFIXES)},
        _("Diagrams and invoices (%(endings)s)") % {"endings": _endings(DIAGRAM_SUFFIXES)},
        _("All files (*)"),
    ]
    dialog = _dialog(parent, _("Import a spreadsheet"), folder, kinds)
    dialog.setFileMode(dialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: done([Path(name) for name in names]))
    dialog.open()
    return dialog


def folder_to_import(parent: QWidget, folder: Path, done: Callable[[Path], None]) -> "QFileDialog":
    """Ask for a folder of invoices, then call `done` with it."""
    dialog = _dialog(parent, _("Import a folder of invoices"), folder, [])
    dialog.setFileMode(dialog.FileMode.Directory)
    dialog.setOption(dialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def register_to_take_back(
    parent: QWidget, folder: Path, done: Callable[[Path], None]
) -> "QFileDialog":
    """Ask for a register that people filled in, then call `done` with it."""
    kind = _("Workbooks (%(endings)s)") % {"endings": "*.xlsx *.xlsm *.xls *.ods"}
    dialog = _dialog(parent, _("Take back a register"), folder, [kind])
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def problems_to_save(
    parent: QWidget, proposed: Path, done: Callable[[Path], None]
) -> "QFileDialog":
    """Ask where to write rows to be repaired, or a list of them, then call `done`."""
    kinds = {_("Rows to mend (*.xlsx)"): "xlsx", _("Lists (*.csv)"): "csv"}
    dialog = _dialog(parent, _("Save the problems"), proposed.parent, list(kinds))
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds.get(kind, "xlsx")))
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def profile_to_open(parent: QWidget, folder: Path, done: Callable[[Path], None]) -> "QFileDialog":
    """Ask for an import profile, then call `done` with its path."""
    dialog = _dialog(parent, _("Open a profile"), folder, [_("Import profiles (*.json)")])
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def profile_to_save(parent: QWidget, proposed: Path, done: Callable[[Path], None]) -> "QFileDialog":
    """Ask where to write an import profile, then call `done` with its path."""
    dialog = _dialog(
        parent, _("Save the profile"), proposed.parent, [_("Import profiles (*.json)")]
    )
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def calendar_to_save(
    parent: QWidget, proposed: Path, done: Callable[[Path], None]
) -> "QFileDialog":
    """Ask where to write a calendar, then call `done` with its path."""
    dialog = _dialog(parent, _("Save as calendar"), proposed.parent, [_("Calendars (*.ics)")])
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("ics")
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def picture_to_save(parent: QWidget, proposed: Path, done: Callable[[Path], None]) -> "QFileDialog":
    """Ask where to draw the map, then call `done` with a path of a kind that can be drawn."""
    kinds = {
        _("Pictures (*.png)"): "png",
        _("Drawings that can be edited (*.svg)"): "svg",
        _("Page to print (*.pdf)"): "pdf",
    }
    dialog = _dialog(parent, _("Save as picture"), proposed.parent, list(kinds))
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("png")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind]))
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda name: done(_picture(Path(name))))
    dialog.open()
    return dialog


def _picture(path: Path) -> Path:
    """Return the path, with an ending of a picture if it has another."""
    if path.suffix.lower() in PICTURES:
        return path
    return path.with_name(f"{path.name}{PICTURES[0]}")


def own_catalogue_to_take_over(
    parent: QWidget, folder: Path, done: Callable[[Path], object]
) -> "QFileDialog":
    """Ask for a file with somebody's entries of the catalogue, then call `done` with it."""
    kind = _("Entries of the catalogue (*.json)")
    dialog = _dialog(parent, _("Import entries of the catalogue"), folder, [kind])
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def own_catalogue_to_write(
    parent: QWidget, folder: Path, done: Callable[[Path], None]
) -> "QFileDialog":
    """Ask where to write the user's entries of the catalogue, then call `done` with the path."""
    kind = _("Entries of the catalogue (*.json)")
    dialog = _dialog(parent, _("Export my entries of the catalogue"), folder, [kind])
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    dialog.selectFile("catalogue.json")
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def register_to_save(
    parent: QWidget, proposed: Path, done: Callable[[Path], None]
) -> "QFileDialog":
    """Ask where to write the register; the dialog asks before an existing file is replaced."""
    kind = _("Excel workbooks (*%(suffix)s)") % {"suffix": proposed.suffix}
    dialog = _dialog(parent, _("Export register"), proposed.parent, [kind])
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix[1:])
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def map_to_save(parent: QWidget, proposed: Path, done: Callable[[Path], None]) -> "QFileDialog":
    """Ask under which name to save; the dialog itself asks before an existing file is replaced."""
    dialog = _dialog(parent, _("Save the map as"), proposed.parent, [_map_kind()])
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(MAP_SUFFIX[1:])
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
    return dialog


def _endings(suffixes: Iterable[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in sorted(suffixes))


def _map_kind() -> str:
    return _("Maps (*%(suffix)s)") % {"suffix": MAP_SUFFIX}


def _dialog(parent: QWidget, title: str, folder: Path, kinds: list[str]) -> "QFileDialog":
    from PySide6.QtWidgets import QFileDialog  # its class is costly to make at the start

    from smala_lockin.ui.targets import enlarge

    dialog = QFileDialog(parent, title, str(folder))
    # Qt's French lacks these two, which its own dialog shows where the system has none.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Kind of file:"))
    if kinds:
        dialog.setNameFilters(kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    enlarge(dialog)
    return dialog
