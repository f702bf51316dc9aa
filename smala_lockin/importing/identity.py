"""Which thing a row is about: by its identifier, else by its name."""

from smala_lockin.importing.columns import is_counter
from smala_lockin.importing.drafts import Draft, Drafts, Pool
from smala_lockin.importing.meanings import Meaning
from smala_lockin.importing.plain import exact_form
from smala_lockin.importing.problems import Place, Problem, Reason
from smala_lockin.importing.sheets import Sheet


class Identity:
    """Finds the things of one sheet among the drafts; `mine` are those its rows have named."""

    def __init__(self, sheet: Sheet, drafts: Drafts, problems: list[Problem]) -> None:
        """An identifier that two names share is added to the problems."""
        assert sheet.layout is not None
        self._drafts, self._problems = drafts, problems
        self._id = sheet.column(Meaning.ID)
        self._lasting = self._id is not None and not is_counter(self._id, len(sheet.layout.body))
        self.mine: set[Draft] = set()

    def known(self, name: str, pool: Pool, id: str, place: Place) -> Draft | None:
        """The draft of this identifier, else of this name; an identifier wins over a name.

        Between one import and the next it wins only if it lasts, and where no thing of the map
        has the very name.
        """
        named = self._drafts.named(pool, name)
        if not id:
            return named[0] if named else None
        assert self._id is not None
        alike = [one for one in self._drafts.identified(pool, id) if one in self.mine]
        for one in alike:
            if exact_form(one.name) == exact_form(name):
                return one
        free = [one for one in named if one not in self.mine and not one.import_id]
        remembered = self._remembered(pool, id)
        same = [one for one in remembered if one in free]
        if alike:
            other = alike[0].name
            problem = Problem.at(place, self._id.header, id, Reason.ID_TWICE, other=other)
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
