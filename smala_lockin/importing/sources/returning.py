"""Taking back maps that this program exported: word for word, into an empty map or another."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId, RedundancyGroup
from smala_lockin.domain.edits import new_id
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.domain.reads import Read
from smala_lockin.domain.records import Company
from smala_lockin.formats.diagrams import Diagram
from smala_lockin.importing.matching.settling import updated_asset
from smala_lockin.importing.proposal import SheetReport
from smala_lockin.importing.rows.drafts import Draft
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.values.plain import exact_form


@dataclass(slots=True)
class Returning:
    """A landscape into which exported maps are taken back, and what they changed in it.

    An asset of the same id and kind, or else of the same kind and name, is the same one. What
    somebody typed here is kept; cards that are here already stay where they are.
    """

    landscape: Landscape
    today: date | None = None
    problems: list[Problem] = field(default_factory=list)
    reports: list[SheetReport] = field(default_factory=list)
    kinds: Counter[AssetKind] = field(default_factory=Counter)
    count: int = 0
    put: dict[AssetId, Asset] = field(default_factory=dict)
    connected: list[Dependency] = field(default_factory=list)
    grouped: list[RedundancyGroup] = field(default_factory=list)
    placed: dict[AssetId, Position] = field(default_factory=dict)
    company: Company | None = None

    def take(self, diagram: Diagram) -> None:
        """Take one map back; anything but an exported map is left alone."""
        own = diagram.own
        if own is None:
            return
        if not self.landscape.assets and self.landscape.company == Company():
            self.company = own.company if own.company != Company() else None
        ids = self._assets(own, diagram.file)
        groups, links = self._links(own, ids)
        moved = {ids[id]: at for id, at in own.positions.items() if ids[id] in self.put}
        placed = {id: at for id, at in moved.items() if id not in self.landscape.positions}
        self.landscape = replace(
            self.landscape,
            company=self.company or self.landscape.company,
            assets={**self.landscape.assets, **self.put},
            dependencies={**self.landscape.dependencies, **{one.id: one for one in links}},
            groups={**self.landscape.groups, **{one.id: one for one in groups}},
            positions={**self.landscape.positions, **placed},
        )
        self.connected += links
        self.grouped += groups
        self.placed |= placed
        self._tell(diagram, own)

    def _assets(self, own: Landscape, file: str) -> dict[AssetId, AssetId]:
        """Put the assets; return which id each of them has here."""
        named: dict[tuple[AssetKind, str], list[AssetId]] = {}
        for one in self.landscape.assets.values():
            named.setdefault((one.kind, exact_form(one.name)), []).append(one.id)
        ids: dict[AssetId, AssetId] = {}
        taken: dict[AssetId, object] = {**self.landscape.assets, **self.put}
        for one in own.assets.values():
            here = self.landscape.assets.get(one.id)
            if here is None or here.kind is not one.kind:
                alike = named.get((one.kind, exact_form(one.name)), [])
                free = [id for id in alike if id not in own.assets]
                here = self.landscape.assets[free[0]] if len(free) == 1 else None
            if here is None:
                id = one.id if one.id not in taken else AssetId(new_id(one.name, taken))
                self.put[id] = replace(one, id=id)
                taken[id] = None
            else:
                id = here.id
                changed = updated_asset(_draft(one, here, file), here, self.problems, self.today)
                if changed != here:
                    self.put[id] = changed
            ids[one.id] = id
        return ids

    def _links(
        self, own: Landscape, ids: dict[AssetId, AssetId]
    ) -> tuple[list[RedundancyGroup], list[Dependency]]:
        before = self.landscape.dependencies
        known = {(one.source, one.target, one.role) for one in before.values()}
        taken: dict[DependencyId, object] = dict(before)
        links: list[Dependency] = []
        for one in own.dependencies.values():
            moved = replace(one, source=ids[one.source], target=ids[one.target])
            if (moved.source, moved.target, moved.role) in known or moved.source == moved.target:
                continue
            if moved.id in taken:
                moved = replace(moved, id=DependencyId(new_id("d", taken)))
            taken[moved.id] = None
            links.append(moved)
        whole = Counter(one.group for one in own.dependencies.values())
        left = Counter(one.group for one in links)
        names: dict[GroupId, GroupId] = {}
        groups: list[RedundancyGroup] = []
        for group in own.groups.values():
            if left[group.id] != whole[group.id]:
                continue
            id = group.id
            if id in self.landscape.groups:
                id = GroupId(new_id("g", {*self.landscape.groups, *names.values()}))
            names[group.id] = id
            groups.append(replace(group, id=id, owner=ids[group.owner]))
        renamed = [replace(one, group=names.get(one.group) if one.group else None) for one in links]
        return groups, renamed

    def _tell(self, diagram: Diagram, own: Landscape) -> None:
        self.kinds.update(one.kind for one in own.assets.values())
        self.count += len(own.dependencies)
        for flaw in diagram.flaws:
            place = Place(file=diagram.file, sheet=None, row=flaw.row or 1)
            self.problems.append(Problem.at(place, flaw.fact, flaw.value, Reason.NOT_WHOLE))
        parts = len(own.assets) + len(own.dependencies)
        self.reports.append(
            SheetReport(
                file=diagram.file,
                sheet=None,
                header_row=None,
                rows_read=parts,
                rows_used=parts,
                mapping={},
            )
        )


def returned(
    landscape: Landscape, diagrams: Iterable[Diagram], today: date | None = None
) -> Returning:
    """Return what taking back the exported maps among some diagrams makes of a landscape."""
    returning = Returning(landscape, today)
    for diagram in diagrams:
        returning.take(diagram)
    return returning


def _draft(one: Asset, here: Asset, file: str) -> Draft:
    place = Place(file=file, sheet=None, row=1)
    draft = Draft(name=one.name, kind=one.kind, existing=here, id=here.id)
    for fact in FACTS:
        value = getattr(one, fact)
        if value is not None:
            known = one.origin.get(fact)
            text = known.value if known else str(value)
            draft.put(Read(fact, value, text or ""), known or place)
    draft.custom.update({key: text for key, text in one.custom.items() if key not in here.custom})
    return draft
