"""Eight small lists: how far each objective of sovereignty is met."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from smala_lockin.app import entries
from smala_lockin.domain.facts import FACTS
from smala_lockin.i18n import _
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.words.objectives import OBJECTIVES, objective

_LEVELS = ("0", "1", "2", "3", "4")


class Levels(QWidget):
    """Hands over "SOV-1 3, SOV-4 2"; what else the text holds is kept."""

    entered = Signal(str)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: dict[str, int] = {}
        self.choices: dict[str, Choice] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, id in enumerate(OBJECTIVES):
            words = f"{id} {objective(id)}"
            choice = self.choices[id] = Choice(_LEVELS, _("unknown"), self)
            choice.setFixedWidth(64)
            choice.setAccessibleName(words)
            choice.entered.connect(self.finish)
            label = QLabel(words, self)
            label.setBuddy(choice)
            label.setWordWrap(True)
            grid.addWidget(label, row, 0)
            grid.addWidget(choice, row, 1)
        self.setFocusProxy(self.choices[OBJECTIVES[0]])

    def show_text(self, text: str, hint: str = "") -> None:
        """Show these levels; `hint` stands where there is none."""
        found = entries.parse(FACTS["sovereignty"], text)
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
        self.entered.emit(entries.shown(FACTS["sovereignty"], known))
