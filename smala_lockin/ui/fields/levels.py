"""A small list for each part of a fact: an objective of sovereignty, a factor of a threat."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from smala_lockin.app import entries
from smala_lockin.domain.facts import FactRule
from smala_lockin.i18n import _
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.words.parts import explained, part, scale


class Levels(QWidget):
    """Hands over "SOV-1 3, SOV-4 2"; what else the text holds is kept."""

    entered = Signal(str)
    escaped = Signal()

    def __init__(self, rule: FactRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = rule
        self._levels: dict[str, int] = {}
        self.choices: dict[str, Choice] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.setColumnStretch(0, 1)
        levels = [str(level) for level in range(int(rule.low), int(rule.high) + 1)]
        for row, id in enumerate(rule.parts):
            words = part(id)
            choice = self.choices[id] = Choice(levels, _("unknown"), self)
            choice.setFixedWidth(64)
            choice.setAccessibleName(words)
            choice.entered.connect(self.finish)
            label = QLabel(words, self)
            label.setBuddy(choice)
            label.setToolTip(explained(id))
            for level, meaning in zip(levels, scale(id), strict=True):
                item = choice.findData(level)
                choice.setItemData(item, meaning, Qt.ItemDataRole.ToolTipRole)
            label.setWordWrap(True)
            grid.addWidget(label, row, 0)
            grid.addWidget(choice, row, 1)
        self.setFocusProxy(self.choices[rule.parts[0]])

    def show_text(self, text: str, hint: str = "") -> None:
        """Show these levels; `hint` stands where there is none."""
        found = entries.parse(self._rule, text)
        self._levels = dict(found) if isinstance(found, dict) else {}
        for id, choice in self.choices.items():
            choice.show_text(str(self._levels.get(id, "")), hint)

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Nothing that can be chosen here is wrong."""

    def finish(self) -> None:
        """Hand over the levels as they are chosen."""
        others = {id: level for id, level in self._levels.items() if id not in self.choices}
        chosen = {id: choice.currentData() for id, choice in self.choices.items()}
        known = {**others, **{id: int(level) for id, level in chosen.items() if level}}
        self.entered.emit(entries.shown(self._rule, known))
