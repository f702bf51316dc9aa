"""Which thing a row is about: by its identifier, else by its name."""

from smala_lockin.importing.columns import is_counter
from smala_lockin.importing.drafts import Draft, Drafts, Pool
from smala_lockin.importing.meanings import Meaning
from smala_lockin.importing.plain import exact_form
from smala_lockin.importing.problems import Place, Problem, Reason
from smala_lockin.importing.sheets import Sheet


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

    def take(self, draft: Draft, id: str) -> None:
        """Remember that a row of the sheet names a thing, by this identifier or none."""
        self._mine.add(draft)
        if id:
            self._first.setdefault((draft.pool, exact_form(id)), draft)
            both = (draft.pool, exact_form(id), exact_form(draft.name))
            self._by_both.setdefault(both, draft)

    def known(self, name: str, pool: Pool, id: str, place: Place) -> Draft | None:
        """The draft of this identifier, else of this name; an identifier wins over a name.

        Between one import and the next it wins only if it lasts, and where no thing of the map
        has the very name.
        """
        named = self._drafts.named(pool, name)
        # Before the first row of this name nothing of the sheet itself is among them.
        before = self._before.get((pool, exact_form(name)))
        if before is None:
            before = self._before[pool, exact_form(name)] = list(named)
        if not id:
            return named[0] if named else None
        assert self._id is not None
        if both := self._by_both.get((pool, exact_form(id), exact_form(name))):
            return both
        free = [one for one in before if one not in self._mine and not one.import_id]
        remembered = self._remembered(pool, id)
        same = [one for one in remembered if one in free]
        if first := self._first.get((pool, exact_form(id))):
            problem = Problem.at(place, self._id.header, id, Reason.ID_TWICE, other=first.name)
            self._problems.append(problem)
            return next(iter(same), None)
        if not self._lasting:
            return free[0] if free else None
        others = [one for one in free if self._may_take(one)]
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
