"""Who answers for what a row is about, and who is needed to do it, from letters or names."""

from typing import NamedTuple

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.wishes import text_of
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.raci import roles_in
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.values.plain import display_name, is_nobody
from smala_lockin.importing.values.splitting import split_names


class Parts(NamedTuple):
    """Who answers for a task, and who does it, by the headers or the names they stand under."""

    accountable: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()

    @property
    def owner(self) -> str:
        """Who is in charge: those who answer for the task, else the one who does it."""
        alone = self.responsible if len(self.responsible) == 1 else ()
        return ", ".join(self.accountable or alone)

    @property
    def text(self) -> str:
        """The letters and the names, to be kept."""
        told = (("R", self.responsible), ("A", self.accountable))
        return "; ".join(f"{letter}: {', '.join(names)}" for letter, names in told if names)


class RaciReader:
    """Reads the parts that people have in what the rows of a sheet are about.

    `left_out` counts the cells of those who only support, are asked or are told.
    """

    def __init__(self, sheet: Sheet) -> None:
        """Look for the columns once."""
        self._letters = sheet.all(Meaning.RACI)
        self._doers = sheet.all(Meaning.RESPONSIBLE)
        self._told = sheet.all(Meaning.INFORMED)
        self.is_there = bool(self._letters or self._doers)
        self.left_out = 0

    def read(self, row: Body) -> Parts:
        """Return who answers for what a row is about, and who does it."""
        accountable: list[str] = []
        responsible: list[str] = []
        for one in self._letters:
            letters = roles_in(text_of(row, one))
            name = display_name(one.header)
            accountable += [name] if "A" in letters else []
            responsible += [name] if "R" in letters else []
            self.left_out += bool(letters) and letters.isdisjoint("RA")
        for one in self._doers:
            names = split_names(text_of(row, one), commas=True)
            responsible += [name for name in names if not is_nobody(name)]
        self.left_out += sum(not is_nobody(text_of(row, one)) for one in self._told)
        return Parts(tuple(accountable), tuple(dict.fromkeys(responsible)))
