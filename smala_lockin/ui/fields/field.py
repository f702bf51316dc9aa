"""One fact in a form: its label, its editor, where it came from, and what is wrong with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from smala_lockin.app import entries
from smala_lockin.domain.errors import InvalidFact, LockinError
from smala_lockin.domain.facts import FactRule, Holds
from smala_lockin.i18n import _
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.countries import CountryLine
from smala_lockin.ui.fields.day import DayLine
from smala_lockin.ui.fields.levels import Levels
from smala_lockin.ui.fields.line import Line, Paragraph
from smala_lockin.words import errors, facts

Editor = Line | Paragraph | Choice | Levels
Submit = Callable[[object], None]
"""Takes the value that was entered; raises `LockinError` where it cannot be."""

_LABEL_SHARE, _EDITOR_SHARE = 9, 13


class Field(QWidget):
    """Shows a value and submits another one; what cannot be stays in the field with a sentence."""

    def __init__(
        self,
        rule: FactRule,
        label: str,
        submit: Submit,
        *,
        editor: Editor | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rule, self._submit = rule, submit
        self._currency = ""
        self._showing: tuple[object, str, str] | None = None
        self.editor = editor or editor_for(rule)
        self.label, self.note, self.fault = QLabel(self), _small("note"), _small("fault")
        self.label.setWordWrap(True)
        self.label.setBuddy(self.editor)
        self.editor.setToolTip(entries.tip(rule))
        self.editor.entered.connect(self._take)
        self.editor.escaped.connect(self._forgive)
        self.show_label(label)
        self._lay_out()

    def show_label(self, words: str, currency: str = "") -> None:
        """Call the fact so; amounts are in `currency`."""
        self._currency = currency
        self.label.setText(words)
        self.editor.setAccessibleName(words)

    def show_value(
        self, value: object, *, note: str = "", tip: str = "", hint: str = "", anew: bool = False
    ) -> None:
        """Show a value; where it is the one shown before, what is being typed stays.

        `note` says where it came from, `hint` stands in an empty field, `anew` forgets what is
        being typed.
        """
        if not anew and self._showing == (value, note, hint):
            return
        self._showing = value, note, hint
        self.editor.show_text(entries.shown(self.rule, value), hint)
        self._say(self.note, note)
        self.note.setToolTip(tip)
        self._forgive()

    @property
    def is_refused(self) -> bool:
        """Whether what stands in the field cannot be."""
        return bool(self.fault.text())

    def refuse(self, words: str) -> None:
        """Tell in a sentence why what was entered cannot be."""
        self.editor.show_wrong(is_wrong=True)
        self._say(self.fault, words)
        self.editor.setAccessibleDescription(words)

    @property
    def refused(self) -> tuple[str, str] | None:
        """What was typed and cannot be, with the sentence that says why; None where all is well."""
        if not self.is_refused or not isinstance(self.editor, Line):
            return None
        return self.editor.text(), self.fault.text()

    def show_refused(self, text: str, words: str) -> None:
        """Show again what was typed before and cannot be."""
        if isinstance(self.editor, Line):
            self.editor.setText(text)
            self.refuse(words)

    def _take(self, text: str) -> None:
        try:
            value = entries.parse(self.rule, text, currency=self._currency)
            self._submit(value)
        except InvalidFact as error:
            self.refuse(entries.refusal(self.rule, error))
        except LockinError as error:
            words = errors.sentence(error)
            self.refuse(words[:1].upper() + words[1:])
        else:
            shown, note, hint = self._showing or (None, "", "")
            if shown == value:  # also where only the spelling differs, "24,0" for "24"
                self.show_value(value, note=note, tip=self.note.toolTip(), hint=hint, anew=True)

    def _forgive(self) -> None:
        self.editor.show_wrong(is_wrong=False)
        self._say(self.fault, "")
        self.editor.setAccessibleDescription(self.note.text())

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        if isinstance(self.editor, Levels | Paragraph):
            grid.addWidget(self.label, 0, 0)
            grid.addWidget(self.editor, 1, 0)
            grid.addWidget(self.note, 2, 0)
            grid.addWidget(self.fault, 3, 0)
            return
        grid.setColumnStretch(0, _LABEL_SHARE)
        grid.setColumnStretch(1, _EDITOR_SHARE)
        grid.setColumnMinimumWidth(0, 60)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.editor, 0, 1)
        grid.addWidget(self.note, 1, 1)
        grid.addWidget(self.fault, 2, 1)


def editor_for(rule: FactRule) -> Editor:
    """Return an editor for what a fact takes."""
    match rule.holds:
        case Holds.TEXT if rule.name == "description":
            return Paragraph(3)
        case Holds.COUNTRY:
            return CountryLine()
        case Holds.COUNTRIES:
            return CountryLine(several=True)
        case Holds.REGIONS:
            return CountryLine(several=True, regions=True)
        case Holds.DATE:
            return DayLine(rule)
        case Holds.FLAG:
            return Choice([facts.value(True), facts.value(False)], _("unknown"))
        case Holds.CHOICE:
            assert rule.choices is not None
            unknown = None if rule.is_needed else _("unknown")
            return Choice([facts.choice(one) for one in rule.choices], unknown)
        case Holds.LEVELS:
            return Levels(rule)
        case Holds.TEXT | Holds.TEXTS | Holds.WHOLE | Holds.AMOUNT:
            return Line()


def _small(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.hide()
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.88)
    label.setFont(font)
    return label
