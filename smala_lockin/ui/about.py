"""Help > About: what this is, which version, under which licences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from smala_lockin.i18n import _
from smala_lockin.ui import icons


def shown(parent: QWidget) -> QMessageBox:
    """Show the box and return it; it does not hold up the program."""
    box = QMessageBox(parent)
    box.setWindowTitle(_("About Smala Lock-in"))
    box.setIconPixmap(icons.of_program().pixmap(64, 64))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Smala Lock-in {_version()}".rstrip())
    box.setInformativeText(
        "\n\n".join(
            [
                _("See what your company depends on, what would stop it, and who decides over it."),
                _("Nothing leaves this computer: the program never uses the network."),
                _(
                    "Smala Lock-in is free software under the MIT licence. "
                    "It uses Qt (LGPL 3), Graphviz (EPL) and other free libraries."
                ),
            ]
        )
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("smala-lockin")
    except PackageNotFoundError:
        return ""
