"""Which thing a row is about: by its identifier, else by its name."""

from typing import NamedTuple

from smala_lockin.domain.reads import Read
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.columns import is_counter
from smala_lockin.importing.drafts import Draft, Drafts, Pool
from smala_lockin.importing.meanings import Meaning
from smala_lockin.importing.plain import display_name, exact_form, is_placeholder
from smala_lockin.importing.problems import Place, Problem, Reason
from smala_lockin.importing.row_facts import cell_text
from smala_lockin.importing.sheets import Sheet


class Called(NamedTuple):
    """What a row calls the thing it is about: as read, as it is shown, and as it compares."""

    read: Read
    name: str
    form: str


class Identifier(NamedTuple):
    """What a row has for an identifier, and how that compares."""

    text: str
    form: str


def called(cell: Cell) -> Called | None:
    """Return what a cell calls a thing, None where it names nothing."""
    text = cell_text(cell)
    if is_placeholder(text) or text == "0":
        return None
    name = display_name(text)
    return Called(Read("name", name, text), name, name.casefold())


def identifier(cell: Cell) -> Identifier | None:
    """Return the identifier in a cell, None where it only holds a place."""
    text = cell_text(cell)
    return None if is_placeholder(text) else Identifier(text, exact_form(text))


class Identity:
    """Finds the things of one sheet among the drafts.

    Look-ups cost the same however many rows share a name or an identifier.
    """

    def __init__(self, sheet: Sheet, drafts: Drafts, problems: list[Problem]) -> None:
        """An identifier that two names share is added to the problems."""
        assert sheet.layout is not None
        self._drafts, self._problems = drafts, problems
        self._id = sheet.column(Meaning.ID)
        self._lasting = self._id is not None and not is_counter(self._id, len(sheet.layout.body))
        self._mine: set[Draft] = set()
        self._first: dict[tuple[Pool, str], Draft] = {}
        self._by_both: dict[tuple[Pool, str, str], Draft] = {}
        self._before: dict[tuple[Pool, str], list[Draft]] = {}

    def is_mine(self, draft: Draft) -> bool:
        """Whether an earlier row of the sheet named the thing."""
        return draft in self._mine

    def take(self, draft: Draft, one: Called, id: Identifier | None) -> None:
        """Remember that a row of the sheet names a thing, by this identifier or none."""
        self._mine.add(draft)
        if id:
            pool = draft.pool
            form = one.form if draft.name == one.name else exact_form(draft.name)
            self._first.setdefault((pool, id.form), draft)
            self._by_both.setdefault((pool, id.form, form), draft)

    def known(self, one: Called, pool: Pool, id: Identifier | None, place: Place) -> Draft | None:
        """The draft of this identifier, else of this name; an identifier wins over a name.

        Between one import and the next it wins only if it lasts, and where no thing of the map
        has the very name.
        """
        named = self._drafts.alike(pool, one.form)
        if id is None:
            return named[0] if named else None
        assert self._id is not None
        first = self._first.get((pool, id.form))
        if not named and first is None:  # as with most rows of a list that is new
            remembered = self._remembered(pool, id.text) if self._lasting else []
            return remembered[0] if remembered else None
        # Before the first row of this name nothing of the sheet itself is among them.
        before = self._before.get((pool, one.form))
        if before is None:
            before = self._before[pool, one.form] = list(named)
        if both := self._by_both.get((pool, id.form, one.form)):
            return both
        free = [draft for draft in before if draft not in self._mine and not draft.import_id]
        remembered = self._remembered(pool, id.text)
        same = [draft for draft in remembered if draft in free]
        if first:
            problem = Problem.at(place, self._id.header, id.text, Reason.ID_TWICE, other=first.name)
            self._problems.append(problem)
            return next(iter(same), None)
        if not self._lasting:
            return free[0] if free else None
        others = [draft for draft in free if self._may_take(draft)]
        return next(iter([*same, *others, *remembered]), None)

    def _remembered(self, pool: Pool, id: str) -> list[Draft]:
        """Things of the map that keep this identifier and that no row has named yet."""
        assert self._id is not None
        found = self._drafts.remembered(self._id.header, id)
        return [one for one in found if one.pool is pool and not one.import_id]

    def _may_take(self, draft: Draft) -> bool:
        """Whether a thing of this name has no identifier of its own yet."""
        assert self._id is not None
        header = exact_form(self._id.header)
        known = draft.existing.custom if draft.existing else {}
        return all(exact_form(key) != header for key in known)
