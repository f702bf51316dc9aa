"""How a text file is written: as it was found out, shown with some of its words, or as chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from smala_lockin.app.import_job import SheetLook
from smala_lockin.formats.text_form import TextForm
from smala_lockin.i18n import _, pgettext


class TextBar(QWidget):
    """Two drop-downs, each with what was found out in its first line; hidden for workbooks."""

    chosen = Signal(object)
    """Carries the `TextForm` in which the text is to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.encoding, self.delimiter = QComboBox(), QComboBox()
        self._words = QLabel()
        self._words.setObjectName("faint")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._fill(self.encoding, _encodings())
        self._fill(self.delimiter, _delimiters())
        letters, columns = QLabel(_("&Letters")), QLabel(_("Se&parator"))
        letters.setBuddy(self.encoding)
        columns.setBuddy(self.delimiter)
        line = QHBoxLayout()
        for widget in (columns, self.delimiter, letters, self.encoding):
            line.addWidget(widget)
        line.insertSpacing(2, 16)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self._words)
        self.encoding.setAccessibleName(_("How the letters of the file are written"))
        self.delimiter.setAccessibleName(_("What parts the columns of the file"))

    def show_look(self, look: SheetLook | None) -> None:
        """Show how the text of a sheet was read."""
        is_text = look is not None and look.encoding is not None
        self.setVisible(is_text)
        if look is None or not is_text:
            return
        _show(self.encoding, look.form.encoding, _encoding_name(look.encoding or ""))
        _show(self.delimiter, look.form.delimiter, _delimiter_name(look.delimiter or ""))
        words = ", ".join(_("“%(word)s”") % {"word": word} for word in look.words)
        self._words.setText(_("Words of the file, as they were read: %(words)s") % {"words": words})
        self._words.setVisible(bool(words))

    def _fill(self, box: QComboBox, choices: dict[str, str]) -> None:
        box.addItem("", None)
        for value, name in choices.items():
            box.addItem(name, value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(lambda _place: self._tell())

    def _tell(self) -> None:
        form = TextForm(
            encoding=self.encoding.currentData(), delimiter=self.delimiter.currentData()
        )
        self.chosen.emit(form)


def _show(box: QComboBox, said: str | None, found: str) -> None:
    """Show a choice; what was found out is only known where nothing was chosen."""
    if said is None:
        box.setItemText(0, pgettext("text file", "%(what)s, as found") % {"what": found})
    else:
        box.setItemText(0, pgettext("text file", "as found"))
    box.setCurrentIndex(max(0, box.findData(said)) if said is not None else 0)


def _encoding_name(encoding: str) -> str:
    if encoding.startswith("utf-16"):
        return _encodings()["utf-16"]
    return _encodings().get(encoding, encoding.upper())


def _delimiter_name(delimiter: str) -> str:
    return _delimiters().get(delimiter, delimiter)


def _encodings() -> dict[str, str]:
    return {
        "utf-8": _("Unicode (UTF-8)"),
        "cp1252": _("Windows (cp1252)"),
        "latin-1": _("Latin-1"),
        "mac_roman": _("Old Mac"),
        "utf-16": _("Unicode (UTF-16)"),
    }


def _delimiters() -> dict[str, str]:
    return {
        ";": pgettext("delimiter", "semicolon"),
        ",": pgettext("delimiter", "comma"),
        "\t": pgettext("delimiter", "tab"),
        "|": pgettext("delimiter", "vertical bar"),
    }
