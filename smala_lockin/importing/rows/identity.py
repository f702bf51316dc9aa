"""Which thing a row is about: by its identifier, else by its name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from smala_lockin.domain.reads import NamesRead, Read
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.drafts import Draft, Drafts, Pool
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.understanding.columns import is_counter
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.values.plain import NOTHING, display_names, exact_form, exact_forms


class Called(NamedTuple):
    """What a row calls the thing it is about: as read, as it is shown, and as it compares."""

    read: Read
    name: str
    form: str


class Identifier(NamedTuple):
    """What a row has for an identifier, and how that compares."""

    text: str
    form: str


class Names:
    """What each of some cells calls a thing; None where it names nothing."""

    def __init__(self, cells: Cells) -> None:
        """Each text is looked at once."""
        shown = zip(display_names(cells.texts), cells.told, strict=True)
        names = ["" if told is None or told == "0" else name for name, told in shown]
        forms = list(map(str.casefold, names))
        if not NOTHING.isdisjoint(forms):
            names = [
                "" if form in NOTHING else name for name, form in zip(names, forms, strict=True)
            ]
            forms = list(map(str.casefold, names))
        self.names = cells.spread(names)
        self.forms = cells.spread(forms)
        self._texts = cells.spread(list(cells.texts))

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, row: int) -> Called | None:
        name = self.names[row]
        return Called(self.reads(slice(row, row + 1))[0], name, self.forms[row]) if name else None

    def reads(self, rows: slice) -> NamesRead:
        """Return the facts that are the names of some rows, all of which have one."""
        return NamesRead(self.names[rows], self._texts[rows])


class Identifiers:
    """The identifier that each of some cells is; None where it is none."""

    def __init__(self, cells: Cells) -> None:
        """Each text is looked at once."""
        texts = [text or "" for text in cells.told]
        self.texts = cells.spread(texts)
        self.forms = cells.spread(exact_forms(texts))

    def __getitem__(self, row: int) -> Identifier | None:
        text = self.texts[row]
        return Identifier(text, self.forms[row]) if text else None


class Identity:
    """Finds the things of one sheet among the drafts.

    Look-ups cost the same however many rows share a name or an identifier.
    """

    def __init__(
        self,
        sheet: Sheet,
        drafts: Drafts,
        problems: list[Problem],
        names: Names,
        ids: Identifiers,
    ) -> None:
        """`names` and `ids` are those of the rows. An identifier of two names is a problem."""
        self._drafts, self._problems = drafts, problems
        self._names, self._ids = names, ids
        self._id = sheet.column(Meaning.ID)
        self._lasting = self._id is not None and not is_counter(self._id, len(names))
        self._mine: set[Draft] = set()
        self._first: dict[tuple[Pool, str], Draft] = {}
        self._by_both: dict[tuple[Pool, str, str], Draft] = {}
        self._before: dict[tuple[Pool, str], list[Draft]] = {}
        self._forms = drafts.forms_of(names.forms)
        self._often = _often(list(filter(None, self._forms)))
        self._ids_often = _often(list(filter(None, ids.forms)))

    def are_new(self) -> list[bool]:
        """For each row whether it names a thing of which no row above it and no draft can be.

        What `known` says of such a row is None.
        """
        forms = self._drafts.known_of(set(self._forms))
        id_forms = self._remembered_forms() if self._lasting else set[str]()
        if not (forms or id_forms or self._often or self._ids_often):
            return list(map(bool, self._forms))
        found: list[bool] = []
        for form, id_form in zip(self._forms, self._ids.forms, strict=True):
            found.append(bool(form) and form not in forms and id_form not in id_forms)
            if form in self._often:
                forms.add(form)
            if id_form in self._ids_often:
                id_forms.add(id_form)
        return found

    def is_mine(self, draft: Draft) -> bool:
        """Whether an earlier row of the sheet named the thing."""
        return draft in self._mine

    def take_new(self, drafts: Iterable[Draft], rows: range) -> None:
        """Remember that rows of the sheet name new things; needless of what no other row names."""
        if not (self._often or self._ids_often):
            return
        for draft, index in zip(drafts, rows, strict=True):
            one, id = self._names[index], self._ids[index]
            repeated = id is not None and id.form in self._ids_often
            if one and (repeated or self._forms[index] in self._often):
                self.take(draft, one, id)

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

    def _remembered_forms(self) -> set[str]:
        """The forms of identifiers that something of the map keeps."""
        assert self._id is not None
        header = self._id.header
        if not self._drafts.remembers(header):
            return set()
        ids = zip(self._ids.texts, self._ids.forms, strict=True)
        return {form for text, form in ids if text and self._drafts.remembered(header, text)}


def _often(forms: Sequence[str]) -> frozenset[str]:
    """The forms that come more than once."""
    if len(set(forms)) == len(forms):
        return frozenset()
    return frozenset(form for form, times in Counter(forms).items() if times > 1)
