"""One table of the map's settings as fields, and what stands around it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from smala_lockin.app import settings_form
from smala_lockin.app.settings_form import Path
from smala_lockin.domain.setting_tables import InvalidSetting, Row
from smala_lockin.domain.settings import TABLES
from smala_lockin.i18n import _
from smala_lockin.ui.fields.countries import CountryLine
from smala_lockin.ui.fields.line import Line as Field
from smala_lockin.words.settings import Grid, Line, is_share

_FIELD_WIDTH, _HEADING_WIDTH = 76, 108
_LABEL_WIDTH, _WIDE_LABEL_WIDTH = 170, 400


class GridForm(QWidget):
    """Fields for the numbers of a table; what cannot be stays in its field with a sentence."""

    removed = Signal(str)
    """A country is to be listed no more; carries its code."""

    added = Signal(str)
    """A country is to be listed; carries its code."""

    def __init__(self, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.fields: dict[Path, tuple[Field, ...]] = {}
        self._lines = {line.path: line for line in grid.lines}
        self.fault = _label("", "fault")
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.addWidget(_label(grid.title, "title"))
        if grid.about:
            layout.addWidget(_label(grid.about, "note"))
        layout.addLayout(self._made_grid())
        if grid.name in TABLES and TABLES[grid.name].is_open:
            layout.addWidget(self._made_adder(), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.fault)

    @property
    def rows(self) -> Mapping[Path, Row]:
        """The rows as they stand in the fields. Raises `InvalidSetting`, and marks the field."""
        found: dict[Path, Row] = {}
        for path in self.fields:
            try:
                found[path] = self._row(path)
            except InvalidSetting as error:
                self.refuse(error, path)
                raise
        return found

    def refuse(self, error: InvalidSetting, path: Path | None = None) -> None:
        """Tell why what was typed cannot be, and go to the field at fault."""
        wrong = self._mark(error, path or self._path_of(error))
        if wrong is not None:
            wrong.setFocus()

    def _mark(self, error: InvalidSetting, path: Path | None) -> Field | None:
        words = settings_form.refusal(error)
        self.fault.setText(words)
        self.fault.show()
        if path is None:
            return None
        fields = self.fields[path]
        wrong = fields[min(settings_form.place_of(error), len(fields) - 1)]
        wrong.show_wrong(is_wrong=True)
        wrong.setAccessibleDescription(words)
        return wrong

    def _row(self, path: Path) -> Row:
        line, texts = self._lines[path], tuple(one.text() for one in self.fields[path])
        if texts == settings_form.shown(line.table, line.now):
            return line.now
        return settings_form.parse(line.table, path, texts)

    def _path_of(self, error: InvalidSetting) -> Path | None:
        named = error.fact.partition("[")[0]
        return next((path for path in self.fields if ".".join(path).rstrip(".") == named), None)

    def _check(self, path: Path) -> None:
        """Look at a row once somebody has left it; a fault is told, and may be put right later."""
        for one in self.fields[path]:
            one.show_wrong(is_wrong=False)
            one.setAccessibleDescription("")
        self.fault.hide()
        try:
            self._row(path)
        except InvalidSetting as error:
            self._mark(error, path)

    def _made_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, heading in enumerate(self.grid.columns):
            label = _label(heading, "faint")
            if column:
                label.setFixedWidth(_HEADING_WIDTH if len(self.grid.columns) > 2 else _FIELD_WIDTH)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
        for row, line in enumerate(self.grid.lines, start=1):
            self._add_line(grid, row, line)
        last = max((line.table.width for line in self.grid.lines), default=1) + 2
        grid.setColumnStretch(last, 1)
        return grid

    def _add_line(self, grid: QGridLayout, row: int, line: Line) -> None:
        label = _label(line.label, "changed" if line.is_changed else "plain")
        label.setMinimumWidth(_LABEL_WIDTH if len(self.grid.columns) > 2 else _WIDE_LABEL_WIDTH)
        grid.addWidget(label, row, 0)
        texts = settings_form.shown(line.table, line.now)
        fields = tuple(self._field(line, place, text) for place, text in enumerate(texts))
        self.fields[line.path] = fields
        for column, field in enumerate(fields, start=1):
            grid.addWidget(field, row, column)
        if is_share(line.table):
            grid.addWidget(_label("%", "faint"), row, len(fields) + 1)
        if line.table.is_open:
            button = QPushButton(_("Take off the list"))
            button.setObjectName("link")
            button.setAccessibleName(_("Take %(country)s off the list") % {"country": line.label})
            button.clicked.connect(lambda: self.removed.emit(line.path[1]))
            grid.addWidget(button, row, len(fields) + 1)

    def _field(self, line: Line, place: int, text: str) -> Field:
        field = Field(self)
        field.setFixedWidth(_FIELD_WIDTH)
        field.show_text(text)
        heading = self.grid.columns[min(place + 1, len(self.grid.columns) - 1)]
        field.setAccessibleName(f"{line.label}, {heading}")
        if line.usual is not None:
            usual = settings_form.shown(line.table, line.usual)[place]
            field.setToolTip(_("The program comes with %(number)s.") % {"number": usual})
        field.editingFinished.connect(lambda: self._check(line.path))
        return field

    def _made_adder(self) -> QWidget:
        country = CountryLine()
        country.setMinimumWidth(260)
        country.setPlaceholderText(_("Add a country…"))
        country.setAccessibleName(_("Add a country"))
        country.entered.connect(self._add)
        self.adder = country
        return country

    def _add(self, text: str) -> None:
        from smala_lockin.knowledge.jurisdictions import country_code

        code = country_code(text)
        if code is not None:
            self.added.emit(code)
        elif text.strip():
            self.fault.setText(_("No country is called “%(given)s”.") % {"given": text})
            self.fault.show()


def page(widgets: list[QWidget]) -> QWidget:
    """Return a page that stacks widgets from its top."""
    whole = QWidget()
    whole.setObjectName("form")
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(16, 14, 16, 12)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return whole


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if name in ("title", "changed"):
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        label.setContentsMargins(0, 2, 0, 0)  # for the accent of a capital in front
    return label
