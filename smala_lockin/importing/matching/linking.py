"""From wishes to edges: who is meant by each name, and what is not there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from smala_lockin.domain.kinds import AssetKind, Need, PersonalData, Role
from smala_lockin.domain.reads import Read
from smala_lockin.importing.matching.agreement import NOTHING_ASKED, Agreement
from smala_lockin.importing.rows.drafts import Draft, Drafts, Pool
from smala_lockin.importing.rows.guessing import kind_of_name
from smala_lockin.importing.rows.wishes import RunWishes, Wish
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.values.plain import (
    display_name,
    exact_form,
    is_shown_otherwise,
    otherwise_joined,
    plain_words,
)

_ANY = (Pool.ASSET, Pool.PROCESS, Pool.SUPPLIER)
# Python 3.11 is slow to look up the members of an enumeration, and this is asked for every row.
_SUPPLIER, _SUPPLIERS, _ASSETS = AssetKind.SUPPLIER, Pool.SUPPLIER, Pool.ASSET
_PROCESS = AssetKind.PROCESS
_PROVIDED_BY, _CONTROLLED_BY = Role.PROVIDED_BY, Role.CONTROLLED_BY
_THINGS = (Pool.ASSET, Pool.PROCESS)
_SUPPLIERS_FIRST = (Pool.SUPPLIER, Pool.ASSET, Pool.PROCESS)


class Edge(NamedTuple):
    """A dependency between two drafts; `catalogued` where the catalogue alone says so.

    `need` is what the file says or means by it; None takes the usual one.
    """

    source: Draft
    target: Draft
    role: Role
    investor: bool = False
    catalogued: bool = False
    need: Need | None = None


@dataclass(slots=True, kw_only=True)
class MissingName:
    """A name that rows need and no row has; `near` is one of which it is a part."""

    name: str
    near: str | None
    places: list[Place]


class Linking:
    """Resolves the wishes of all files; what they ask for and is not there is reported."""

    def __init__(
        self,
        drafts: Drafts,
        problems: list[Problem],
        *,
        create_missing: bool,
        agreement: Agreement = NOTHING_ASKED,
    ) -> None:
        """Problems are added to the list; with `create_missing` unknown names become drafts.

        Without it only those become drafts that somebody agreed to.
        """
        self._drafts, self._problems, self._create_all = drafts, problems, create_missing
        self._agreement = agreement
        self._suppliers: dict[str, Draft] = {}
        self._fleeting: list[dict[str, Draft]] = []
        self._beside: dict[Place, list[Draft]] = {}
        self._used: dict[Place, list[Draft]] = {}
        self._made: set[Draft] = set()
        self.edges: dict[tuple[int, int, Role], Edge] = {}
        self._absent: dict[str, MissingName] = {}  # offered, and not there so far
        self.missing: dict[str, MissingName] = {}
        self.used: set[Place] = set()

    def link(self, wishes: Iterable[Wish | RunWishes]) -> None:
        """Resolve wishes, in the order of the rows; offers last, when all names are known."""
        offers: list[Wish | RunWishes] = []
        for wish in wishes:
            if isinstance(wish, RunWishes):
                asked, offered = wish.parted()
                self._link_run(asked)
                offers += [offered] if offered.columns else []
                continue
            if wish.offered:
                offers.append(wish)
                continue
            near = wish.near if isinstance(wish.near, Draft) else self._near(wish, wish.near)
            far = self._far(wish) if near else None
            if near and far:
                self._join(wish, near, far)
        for wish in offers:
            if isinstance(wish, RunWishes):
                self._link_run(wish)
                continue
            assert isinstance(wish.near, Draft)
            if far := self._asset(wish):
                self._join(wish, wish.near, far)

    def beside(self) -> Mapping[Draft, Sequence[Draft]]:
        """Return the suppliers that rows about activities name beside each thing these use."""
        found: dict[Draft, list[Draft]] = {}
        for place, suppliers in self._beside.items():
            for thing in self._used.get(place, ()):
                found.setdefault(thing, []).extend(suppliers)
        return found

    def _link_run(self, wishes: RunWishes) -> None:
        """Resolve wishes of a run of rows; names that are found alike are looked up once."""
        columns = [(one, one.fars, one.facts, self._known_of(one.first)) for one in wishes.columns]
        for row, near in enumerate(wishes.nears):
            for column, fars, facts, known in columns:
                for name in fars[row]:
                    if absent := self._absent.get(name) if column.first.offered else None:
                        absent.places.append(_place_of(near))
                        continue
                    far = known.get(name)
                    if far is None or facts:
                        wish = column.wish(row, near, name)
                        far = self._far(wish)
                        if far is None:
                            continue
                        known[name] = far
                    if far is near:
                        self._join(column.wish(row, near, name), near, far)
                        continue
                    self._join_run(column.first, near, far)
        self._fleeting = []

    def _known_of(self, wish: Wish) -> dict[str, Draft]:
        """What names of such wishes are known to mean.

        Who is supplied, and which activity is served, stays as it is once it is found; a name
        looked for among all may mean another once something of that name is made.
        """
        if wish.pool is _SUPPLIERS:
            return self._suppliers
        known: dict[str, Draft] = {}
        if wish.pool is _ASSETS or wish.proposed:
            self._fleeting.append(known)
        return known

    def _join_run(self, wish: Wish, near: Draft, far: Draft) -> None:
        """Do as `_join` for things that are not the same; `near` is the one its row is about."""
        source, target = (far, near) if wish.flipped else (near, far)
        role = _PROVIDED_BY if target.kind is _SUPPLIER else wish.role
        if wish.pool is not _ASSETS:
            far.said = True
        key = id(source), id(target), role
        known = self.edges.get(key)
        if known is None or known.need is Need.CONVENIENCE:
            fields = source, target, role, False, False, None
            self.edges[key] = tuple.__new__(Edge, fields)

    def offer(self, names: Mapping[str, Iterable[Place]]) -> None:
        """Note names that are proposed as assets of their own, and where they stand."""
        for name, places in names.items():
            for place in places:
                self._note_missing(name, place)

    def _near(self, wish: Wish, name: str) -> Draft | None:
        controlled = wish.role is _CONTROLLED_BY
        first = _SUPPLIERS_FIRST if wish.pool is Pool.SUPPLIER else _ANY
        found = self._find(name, (Pool.SUPPLIER,) if controlled else first)
        if found:
            return found[0]
        if self._creates(name):
            kind = _SUPPLIER if controlled else kind_of_name(name)
            return self._created(name, kind, wish)
        self._miss(wish, name, Reason.UNKNOWN_SOURCE)
        if not self._find(wish.far, _ANY):
            self._note_missing(wish.far, wish.place)
        return None

    def _far(self, wish: Wish) -> Draft | None:
        if wish.pool is _SUPPLIERS:
            far = self._suppliers.get(wish.far) or self._supplier(wish)
            if far:
                self._suppliers[wish.far] = far
                far.said = True
                self._tell(far, wish)
                if isinstance(wish.near, Draft) and wish.near.kind is _PROCESS:
                    self._beside.setdefault(wish.place, []).append(far)
            return far
        if wish.pool is _ASSETS:
            return self._asset(wish)
        if wish.proposed:
            return self._user(wish)
        found = self._find(wish.far, (Pool.PROCESS,))
        if not found and wish.reference and not self._creates(wish.far):
            self._miss(wish, wish.far, Reason.UNKNOWN_NAME)
            return None
        return found[0] if found else self._created(wish.far, AssetKind.PROCESS, wish)

    def _supplier(self, wish: Wish) -> Draft | None:
        found = self._find(wish.far, (Pool.SUPPLIER,))
        if found:
            return found[0]
        if wish.reference and not self._creates(wish.far):
            self._miss(wish, wish.far, Reason.UNKNOWN_NAME)
            return None
        return self._created(wish.far, AssetKind.SUPPLIER, wish)

    def _user(self, wish: Wish) -> Draft | None:
        """Who uses a thing, by a name that may be an activity's, another thing's or nobody's."""
        found = self._find(wish.far, (Pool.PROCESS, Pool.ASSET))
        if found:
            return found[0]
        if self._creates(wish.far):
            return self._created(wish.far, AssetKind.PROCESS, wish)
        self._miss(wish, wish.far, Reason.UNKNOWN_NAME)
        return None

    def _asset(self, wish: Wish) -> Draft | None:
        found = self._find(wish.far, _THINGS if wish.names else _ANY)
        if len(found) == 1 or (found and found[0].import_id is None):
            if found[0] in self._made:
                self._tell(found[0], wish)
            return found[0]
        if found:
            self._report(wish, wish.far, Reason.AMBIGUOUS_NAME)
            return None
        named_here = wish.names and not self._near_name(display_name(wish.far))
        if named_here or self._creates(wish.far):
            on = wish.role is Role.RUNS_ON and not wish.flipped
            usual = AssetKind.INFRASTRUCTURE if on else kind_of_name(wish.far)
            kind = wish.kind or usual
            made = self._created(wish.far, kind, wish)
            made.sure = wish.kind is not None
            self._made.add(made)
            self._tell(made, wish)
            if wish.names:
                self._provide(made, wish.place)
            return made
        if wish.offered:
            self._absent[wish.far] = self._note_missing(wish.far, wish.place)
        else:
            self._miss(wish, wish.far, Reason.UNKNOWN_NAME)
        return None

    def _provide(self, made: Draft, place: Place) -> None:
        """Let a thing be provided by the supplier of the files that has its name.

        "VetSoft Cloud" has that of "VetSoft SA", where both stand in one row.
        """
        begun = _first_word(made.name)
        near = [
            one for one in self._beside.get(place, ()) if begun and begun == _first_word(one.name)
        ]
        for supplier in dict.fromkeys([*self._drafts.named(Pool.SUPPLIER, made.name), *near]):
            if supplier.said:
                edge = Edge(made, supplier, _PROVIDED_BY)
                self.edges.setdefault((id(made), id(supplier), _PROVIDED_BY), edge)
                self.used.add(place)

    def _tell(self, far: Draft, wish: Wish) -> None:
        """Tell a thing what a row says of it; of data on people the most delicate counts."""
        for read in wish.facts:
            earlier = far.tell(read, wish.place)
            if far in self._made and _is_more_delicate(read, earlier):
                far.put(read, wish.place)

    def _find(self, text: str, pools: Iterable[Pool]) -> Sequence[Draft]:
        """Drafts by identifier, else by name, in the first pool that has any."""
        form = exact_form(text)
        for pool in pools:
            if found := self._drafts.numbered(pool, form):
                return found
        if is_shown_otherwise(form):
            form = exact_form(display_name(text))
        for pool in pools:
            if found := self._drafts.alike(pool, form):
                return found
        for other in otherwise_joined(form):
            for pool in pools:
                if found := self._drafts.alike(pool, other):
                    return found
        return ()

    def _creates(self, name: str) -> bool:
        return self._create_all or self._agreement.creates(name)

    def _created(self, text: str, kind: AssetKind, wish: Wish) -> Draft:
        name = display_name(text)
        draft = Draft(name=name, kind=kind, place=wish.place, said=True)
        draft.sure = kind in (AssetKind.SUPPLIER, AssetKind.PROCESS)
        draft.put(Read("name", name, text), wish.place)
        for known in self._fleeting:
            known.clear()
        self._absent.clear()
        return self._drafts.add(draft)

    def _join(self, wish: Wish, near: Draft, far: Draft) -> None:
        source, target = (far, near) if wish.flipped else (near, far)
        if source is target and wish.role is _CONTROLLED_BY:
            self.used.add(wish.place)  # registers say so of a company that nobody controls
            return
        if source is target:
            self._report(wish, wish.far, Reason.DEPENDS_ON_ITSELF)
            return
        if not (wish.near is near and near.place is wish.place):  # else its row is used already
            self.used.add(wish.place)
        role = wish.role
        if target.kind is _SUPPLIER and role is not _CONTROLLED_BY:
            role = _PROVIDED_BY
        far.said = far.said or wish.pool is not _ASSETS
        if near.kind is _PROCESS and wish.pool is _ASSETS and not wish.flipped:
            self._used.setdefault(wish.place, []).append(far)
        key = id(source), id(target), role
        known = self.edges.get(key)
        if known is None or (known.need is Need.CONVENIENCE and wish.need is None):
            self.edges[key] = Edge(source, target, role, need=wish.need)

    def _miss(self, wish: Wish, name: str, reason: Reason) -> None:
        missing = self._note_missing(name, wish.place)
        column = wish.column
        if reason is Reason.UNKNOWN_SOURCE:
            column = wish.near_column or column
        other = missing.near or ""
        self._problems.append(Problem.at(wish.place, column, name, reason, other=other))

    def _note_missing(self, name: str, place: Place) -> MissingName:
        key = exact_form(display_name(name))
        missing = self.missing.get(key)
        if missing is None:
            shown = display_name(name)
            missing = MissingName(name=shown, near=self._near_name(shown), places=[])
            self.missing[key] = missing
        missing.places.append(place)
        return missing

    def _near_name(self, name: str) -> str | None:
        """The shortest name of which this one is a part in whole words."""
        words = plain_words(name)
        if len(words) < 3:
            return None
        found = [self._names_by_word.get(word, []) for word in words.split()]
        rarest = min(found, key=len)
        holding = [
            one
            for one in rarest
            if f" {words} " in f" {plain_words(one)} " and plain_words(one) != words
        ]
        return min(holding, key=lambda one: (len(one), one)) if holding else None

    @cached_property
    def _names_by_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for draft in self._drafts:
            for word in set(plain_words(draft.name).split()):
                found.setdefault(word, []).append(draft.name)
        return found

    def _report(self, wish: Wish, value: str, reason: Reason, *, other: str = "") -> None:
        self._problems.append(Problem.at(wish.place, wish.column, value, reason, other=other))


def _place_of(near: Draft) -> Place:
    assert near.place is not None
    return near.place


def _is_more_delicate(read: Read, earlier: object) -> bool:
    """Whether a fact says of data on people that they are more delicate than stands already."""
    if read.fact != "personal_data" or earlier not in _DELICACY:
        return False
    return _DELICACY.index(read.value) > _DELICACY.index(earlier)


_DELICACY: Sequence[object] = tuple(PersonalData)


def _first_word(name: str) -> str | None:
    """The word with which a name begins, where it is long enough to tell names apart."""
    word = exact_form(name).partition(" ")[0].strip(".,;:()")
    return word if len(word) >= _TELLING else None


_TELLING = 4
