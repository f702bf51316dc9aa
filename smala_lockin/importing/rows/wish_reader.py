"""What the rows of a sheet say they need, or are supplied or controlled by."""

from collections.abc import Iterable

from smala_lockin.domain.kinds import AssetKind, Need, OperatedBy, Role
from smala_lockin.domain.reads import Read
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.relations import Relation, relation_of_label
from smala_lockin.importing.rows.bearers import Bearers
from smala_lockin.importing.rows.companies import Supplying, apart, hosts_in
from smala_lockin.importing.rows.drafts import Draft, Drafts, Pool
from smala_lockin.importing.rows.flows import flows_to_target
from smala_lockin.importing.rows.need_columns import (
    is_flipped,
    kind_needed,
    names_programs,
    names_sites,
    role_of,
)
from smala_lockin.importing.rows.standing import stand, standing
from smala_lockin.importing.rows.wishes import RunWishes, Wish, nameless, text_of
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.crosses import is_doubt, is_marked, is_occasional
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.whereabouts import lists_backups
from smala_lockin.importing.values.plain import (
    display_name,
    display_names,
    exact_form,
    is_company,
    is_elsewhere,
    is_everything,
    is_nobody,
    is_ourselves,
    is_set_aside,
)
from smala_lockin.importing.values.splitting import split_names

# Python 3.11 is slow to look up the members of an enumeration, and this is asked for every row.
_SUPPLIER, _PROVIDED_BY, _SUPPLIERS = AssetKind.SUPPLIER, Role.PROVIDED_BY, Pool.SUPPLIER


class WishReader:
    """Reads the wishes of a sheet's rows into a list; what makes none becomes a problem."""

    def __init__(
        self,
        sheet: Sheet,
        drafts: Drafts,
        wishes: list[Wish | RunWishes],
        problems: list[Problem],
    ) -> None:
        """Names are looked up in `drafts` only to see whether a comma belongs to one."""
        self._sheet, self._drafts = sheet, drafts
        self._wishes, self._problems = wishes, problems
        self._name = sheet.column(Meaning.NAME)
        self._direction = sheet.column(Meaning.DIRECTION)
        assert sheet.layout is not None
        self._columns = sheet.layout.columns
        self._suppliers = sheet.all(Meaning.SUPPLIER, Meaning.MAKER)
        self.supplying = [Supplying(one, self._columns[one.index]) for one in self._suppliers]
        self._controlling = sheet.all(Meaning.PARENT_COMPANY)
        self._needed = sheet.all(Meaning.DEPENDS_ON, Meaning.RUNS_ON, Meaning.NEEDED_BY)
        self._served = sheet.all(Meaning.PROCESS, Meaning.USED_BY)
        self._crossed = sheet.all(Meaning.CROSS)
        self._row_names: frozenset[str] | None = None
        self._flows = flows_to_target(sheet)
        self._copies = lists_backups(sheet.table)
        self.standing = standing(sheet)
        self._further = sheet.all(Meaning.SUBCONTRACTOR)
        self.hosting = [
            (one.header, hosts)
            for one in sheet.all(Meaning.HOSTING)
            if any(hosts := _hosts_of(self._columns[one.index]))
        ]

        self.bearers = Bearers(sheet)

    def read(
        self,
        draft: Draft,
        index: int,
        row: Body,
        place: Place,
        *,
        theirs: tuple[Read, ...] = (),
        passed_on: bool = False,
        used: tuple[Read, ...] = (),
    ) -> None:
        """Read all that a row, the `index`th, says of others.

        `theirs` are facts about who supplies its thing - or, where that is `passed_on`, about who
        works for the supplier it is about; `used` are about what an activity uses.
        """
        self.suppliers(draft, index, place, theirs)
        self.subcontractors(draft, row, place, theirs if passed_on else ())
        self.hosts(draft, index, place)
        self._wishes += self.bearers.wishes(draft, index, place)
        self.parents(draft, row, place)
        self.needs(draft, row, place, used)
        self._wishes += stand(draft, row, place, self.standing)
        self.processes(draft, row, place)
        self.crosses(draft, row, place)

    def suppliers(
        self, draft: Draft, index: int, place: Place, facts: tuple[Read, ...] = ()
    ) -> None:
        """Read who provides the thing of a row, the `index`th; `facts` are about them."""
        if draft.kind is _SUPPLIER:
            return
        for column in self.supplying:
            found = column.rows[index]
            for name in found.ours:
                draft.offer(Read("operated_by", OperatedBy.US, name), place)
            for name in found.aside:
                self._problems.append(Problem.at(place, column.header, name, Reason.SET_ASIDE))
            self._wishes += [supply(draft, place, facts, name, column) for name in found.named]

    def subcontractors(
        self, draft: Draft, row: Body, place: Place, facts: tuple[Read, ...] = ()
    ) -> None:
        """Read to whom the supplier of a row passes work on; `facts` are about those."""
        if not self._further:
            return
        supplier = self._supplier_of(draft, row)
        for column in self._further:
            text = text_of(row, column)
            parts = split_names(text, commas=True)
            named = all(map(is_company, parts))  # "Acme, Inc." is one
            joined = parts if named else split_names(text, commas=False)
            for name in (one for some in joined for one in apart(some)):
                if is_set_aside(name) or is_elsewhere(name):
                    problem = Problem.at(place, column.header, name, Reason.SET_ASIDE)
                    self._problems.append(problem)
                elif not (is_nobody(name) or is_ourselves(name)):
                    role, pool = Role.PROVIDED_BY, Pool.SUPPLIER
                    self._wish(supplier, name, role, pool, place, column, facts)

    def hosts(self, draft: Draft, index: int, place: Place) -> None:
        """Read by whom a thing is hosted; a provider that no row has is offered, not missed."""
        if draft.kind in (_SUPPLIER, AssetKind.PROCESS):
            return
        for header, hosts in self.hosting:
            self._wishes += [
                Wish(draft, place, (), name, Role.RUNS_ON, Pool.ASSET, header, offered=True)
                for name in hosts[index]
                if exact_form(name) != exact_form(draft.name)
            ]

    def doers(self, draft: Draft, names: Iterable[str], place: Place) -> None:
        """Note who is needed to do a thing; people or roles that no row has are offered."""
        self._wishes += [
            Wish(
                draft,
                place,
                (),
                name,
                Role.USES,
                Pool.ASSET,
                "RACI",
                offered=True,
                kind=AssetKind.PEOPLE,
            )
            for name in names
        ]

    def parents(self, draft: Draft, row: Body, place: Place) -> None:
        """Read who controls a supplier: that of the row, or the one it is about."""
        if not self._controlling:
            return
        supplier = self._supplier_of(draft, row)
        if isinstance(supplier, Draft) and supplier.kind is not _SUPPLIER:
            return
        for column in self._controlling:
            for name in split_names(text_of(row, column), commas=False):
                if not is_nobody(name):
                    self._wish(supplier, name, Role.CONTROLLED_BY, Pool.SUPPLIER, place, column)

    def _supplier_of(self, draft: Draft, row: Body) -> Draft | str:
        """The one supplier of a row; the thing it is about where there is none, or several."""
        if draft.kind is _SUPPLIER or not self._suppliers:
            return draft
        text = text_of(row, self._suppliers[0])
        one = split_names(text, commas=False)
        nobody = is_nobody(text) or is_ourselves(text) or is_set_aside(text)
        return draft if len(one) != 1 or nobody else text

    def needs(self, draft: Draft, row: Body, place: Place, facts: tuple[Read, ...] = ()) -> None:
        """Read what a thing depends on or stands on, or what depends on it.

        `facts` are about what it depends on.
        """
        names = draft.kind is AssetKind.PROCESS
        for column in self._needed:
            text = text_of(row, column)
            flipped = column.meaning is Meaning.NEEDED_BY
            if self._direction and column.meaning is Meaning.DEPENDS_ON and not is_nobody(text):
                direction = is_flipped(text_of(row, self._direction))
                if direction is None:
                    cell = row.cells[self._direction.index]
                    reason = Reason.UNKNOWN_DIRECTION
                    self._problems.append(Problem.at(place, self._direction.header, cell, reason))
                    continue
                flipped = direction
            programs = draft.kind is AssetKind.INFRASTRUCTURE and names_programs(column)
            named = (names or programs or names_sites(column)) and not flipped
            role = role_of(column, flipped=flipped)
            is_copied = self._copies and column.meaning is Meaning.DEPENDS_ON
            copied = Need.CONVENIENCE if is_copied else None
            for name in self.names_needed(text):
                if is_everything(name):
                    problem = Problem.at(place, column.header, name, Reason.EVERYTHING)
                    self._problems.append(problem)
                elif not is_nobody(name):
                    self._wish(
                        draft,
                        name,
                        role,
                        Pool.ASSET,
                        place,
                        column,
                        facts,
                        flipped=flipped,
                        names=named,
                        need=copied,
                        kind=kind_needed(draft.kind, column, name) if named else None,
                    )

    def varies(self, column: Column) -> bool:
        """Whether what a column of needs means hangs on more of a row than on its cell."""
        directed = column.meaning is Meaning.DEPENDS_ON and (
            self._copies or self._direction is not None
        )
        return directed or names_programs(column) or names_sites(column)

    def names_needed(self, text: str) -> tuple[str, ...]:
        """Names apart by comma as well, unless the whole is a name."""
        if "," not in text:
            return split_names(text, commas=False)
        whole = display_name(text)
        commas = "," in whole and not (
            self._drafts.named(Pool.ASSET, whole) or self._names_row(whole)
        )
        return split_names(text, commas=commas)

    def links_of_name(self, row: Body, place: Place) -> None:
        """Read a row that only links: what it is about stands in another row."""
        assert self._name is not None
        name = text_of(row, self._name)
        known = self._drafts.named(Pool.ASSET, name)
        before = len(self._wishes)
        before_problems = len(self._problems)
        stand_in = Draft(name=display_name(name), kind=AssetKind.APPLICATION, place=place)
        self.needs(known[0] if known else stand_in, row, place)
        found = self._wishes[before:]
        if not known:
            self._wishes[before:] = [
                wish._replace(near=name, near_column=self._name.header)
                for wish in found
                if isinstance(wish, Wish)
            ]
        if not found and before_problems == len(self._problems):
            self._problems.append(nameless(row, place, self._sheet.column(Meaning.DEPENDS_ON)))

    def processes(self, draft: Draft, row: Body, place: Place) -> None:
        """Read which activities use a thing."""
        if draft.kind is AssetKind.PROCESS:
            return
        for column in self._served:
            for name in split_names(text_of(row, column), commas=True):
                if is_nobody(name):
                    continue
                if is_everything(name):
                    problem = Problem.at(place, column.header, name, Reason.EVERYTHING)
                    self._problems.append(problem)
                    continue
                self._wish(
                    draft,
                    name,
                    Role.USES,
                    Pool.PROCESS,
                    place,
                    column,
                    flipped=True,
                    proposed=column.meaning is Meaning.USED_BY,
                )

    def crosses(self, draft: Draft, row: Body, place: Place) -> None:
        """Read a row of a matrix: the activities in the headers use a thing, or it uses theirs.

        Beside activities the headers name things; beside things, activities, unless a row has the
        very name.
        """
        for column in self._crossed:
            cell = row.cells[column.index]
            if is_doubt(cell):
                doubt = Problem.at(place, column.header, cell, Reason.NOT_YES_OR_NO)
                self._problems.append(doubt)
            if not is_marked(cell):
                continue
            name, role = display_name(column.header), Role.USES
            need = Need.CONVENIENCE if is_occasional(cell) else None
            if draft.kind is AssetKind.PROCESS:
                self._wish(draft, name, role, Pool.ASSET, place, column, names=True, need=need)
            elif self._names_row(name):
                self._wish(draft, name, role, Pool.ASSET, place, column, need=need)
            elif draft.kind is not AssetKind.SUPPLIER:
                self._wish(draft, name, role, Pool.PROCESS, place, column, flipped=True, need=need)

    def _names_row(self, name: str) -> bool:
        if self._name is None:
            return False
        if self._row_names is None:
            assert self._sheet.layout is not None
            texts = self._sheet.layout.columns[self._name.index].texts
            shown = display_names(texts)
            self._row_names = frozenset(map(exact_form, (*texts, *shown)))
        return exact_form(name) in self._row_names

    def relation(self, row: Body, place: Place) -> None:
        """Read a row that is a relation of two things."""
        source, target = self._sheet.column(Meaning.SOURCE), self._sheet.column(Meaning.TARGET)
        assert source is not None
        assert target is not None
        near, far = text_of(row, source), text_of(row, target)
        direct = text_of(row, self._sheet.column(Meaning.RANK)) == "1"
        subject = self._sheet.column(Meaning.SUBJECT)
        if subject and (direct or is_nobody(near)):
            near, source = text_of(row, subject), subject  # the chain begins at the contract
        for text, column in ((near, source), (far, target)):
            if is_nobody(text):
                self._problems.append(nameless(row, place, column))
                return
        kind = self._sheet.column(Meaning.KIND)
        # ServiceNow writes both readings, "Runs on::Runs"; the first is that of the source.
        meant = relation_of_label(text_of(row, kind).partition("::")[0])
        if self._flows and meant == Relation():
            meant = Relation(Role.DATA_IN, flipped=True)  # the one that gets data needs it
        self._wish(near, far, meant.role, Pool.ASSET, place, target, flipped=meant.flipped)

    def _wish(
        self,
        near: Draft | str,
        far: str,
        role: Role,
        pool: Pool,
        place: Place,
        column: Column,
        facts: tuple[Read, ...] = (),
        *,
        flipped: bool = False,
        names: bool = False,
        proposed: bool = False,
        kind: AssetKind | None = None,
        need: Need | None = None,
    ) -> None:
        self._wishes.append(
            Wish(
                near=near,
                far=far,
                role=role,
                pool=pool,
                place=place,
                column=column.header,
                reference=column.reference,
                flipped=flipped,
                facts=facts,
                names=names,
                proposed=proposed,
                kind=kind,
                need=need,
            )
        )


def supply(near: Draft, place: Place, facts: tuple[Read, ...], far: str, column: Supplying) -> Wish:
    """Return the wish of a thing to be supplied by a company."""
    pool, header, reference = _SUPPLIERS, column.header, column.reference
    return Wish(near, place, facts, far, _PROVIDED_BY, pool, header, reference)


def _hosts_of(cells: Cells) -> list[tuple[str, ...]]:
    """The providers that each cell about hosting names."""
    return cells.spread(list(map(hosts_in, cells.texts)))
