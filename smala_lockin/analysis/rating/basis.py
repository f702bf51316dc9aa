"""What the rules read: the results of the failure analysis, each worked out once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Event, EventKind, cut_off_with
from smala_lockin.analysis.failure.false_redundancy import FalseRedundancy, false_redundancies
from smala_lockin.analysis.failure.loops import loops
from smala_lockin.analysis.failure.single_points import SinglePoint, single_points
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.every_figure import Figures
from smala_lockin.analysis.figures.reach import Reach, Reaches
from smala_lockin.analysis.rating.gaps import Aftermath, Gap
from smala_lockin.analysis.rating.risk_curve import Outage, Proposal, curves, was_tested_lately
from smala_lockin.analysis.scales import assumptions
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.analysis.scales.weighing import Reading, Weighed
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind, Need
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import Settings
from smala_lockin.knowledge.jurisdictions import in_eea

if TYPE_CHECKING:
    from smala_lockin.analysis.rating.level_arrays import PointLines


@dataclass(frozen=True, kw_only=True)
class Basis:
    """A landscape with what the failure analysis found, as of a day."""

    every: EveryEvent
    today: date
    points: tuple[SinglePoint, ...]
    false_redundancies: tuple[FalseRedundancy, ...]
    loops: tuple[tuple[AssetId, ...], ...]
    reaches: Reaches
    figures: Figures

    @classmethod
    def of(cls, landscape: Landscape, today: date) -> "Basis":
        """Return the basis of a landscape as of a day."""
        structure = Structure.of(landscape)
        every, reaches = EveryEvent.of(structure), Reaches.of(structure)
        return cls(
            every=every,
            today=today,
            points=single_points(every),
            false_redundancies=false_redundancies(every),
            loops=loops(structure),
            reaches=reaches,
            figures=Figures.of(every, reaches, today=today),
        )

    @cached_property
    def structure(self) -> Structure:
        """The map in whole numbers."""
        return self.every.structure

    @cached_property
    def landscape(self) -> Landscape:
        """The map itself."""
        return self.structure.landscape

    @cached_property
    def settings(self) -> Settings:
        """The settings of the map."""
        return self.landscape.settings

    def level(self, likelihood: int, impact: int) -> Level:
        """Return the level of a likelihood and an impact, each 1..5."""
        return level(likelihood, impact, self.settings)

    @cached_property
    def legal_reach(self) -> tuple[Reach, ...]:
        """The legal reach of every asset that has one."""
        return self.reaches.all()

    @cached_property
    def processes(self) -> Mapping[AssetId, Asset]:
        """The processes, or what stands in for them."""
        structure = self.structure
        return {structure.ids[i]: structure.assets[i] for i in structure.processes}

    @cached_property
    def point_of(self) -> Mapping[AssetId, SinglePoint]:
        """The single points of failure by asset."""
        return {point.asset: point for point in self.points}

    @cached_property
    def weighed(self) -> Mapping[Reading, Weighed]:
        """The processes as each reading of what is unknown sees them."""
        revenue = self.landscape.company.revenue
        return {
            reading: Weighed.of(self.processes, reading, revenue, self.settings)
            for reading in Reading
        }

    def outage(
        self, id: AssetId, stops: Mapping[AssetId, float], *, tested: bool = False
    ) -> Outage:
        """Return the outage of an asset that stops these; `tested` if its group was, lately."""
        asset = self.landscape.assets[id]
        return Outage(
            stop_hours=stops,
            kind=asset.kind,
            recovery=assumptions.recovery_hours(self.landscape, id),
            units=asset.units,
            tested=tested or was_tested_lately(asset, self.today, self.settings),
        )

    @cached_property
    def curve_of(self) -> Mapping[AssetId, Mapping[Reading, Proposal]]:
        """What the curve of each single point of failure, suppliers and processes apart, says."""
        apart = (AssetKind.SUPPLIER, AssetKind.PROCESS)
        assets = self.landscape.assets
        found = [one for one in self.points if assets[one.asset].kind not in apart]
        weighed = curves([self.outage(one.asset, one.stop_times) for one in found], self.weighed)
        return {point.asset: curve for point, curve in zip(found, weighed, strict=True)}

    def stops_with(self, id: AssetId) -> Mapping[AssetId, float]:
        """Return T of all processes that stop with an asset, itself too, in hours."""
        point = self.point_of.get(id)
        found = dict(point.stop_times) if point else {}
        if id in self.processes:
            found[id] = 0.0
        return found

    @cached_property
    def unknown(self) -> Mapping[str, frozenset[AssetId]]:
        """Of what weighs a process, the processes for which each fact is not known."""
        return {
            fact: frozenset(
                key for key, one in self.processes.items() if getattr(one, fact) is None
            )
            for fact in ("criticality", "max_outage_hours")
        }

    @cached_property
    def loss_gaps(self) -> Mapping[AssetId, Mapping[Reading, Gap]]:
        """The gaps that losing each supplier which is a single point of failure leaves.

        With one seed all that fails is back when the seed is: R of each is the seed's duration.
        """
        from smala_lockin.analysis.rating.gap_arrays import losses

        days, index, assets = self.structure.days_lost, self.structure.index, self.landscape.assets
        points = [one for one in self.points if assets[one.asset].kind is AssetKind.SUPPLIER]
        gaps = losses(
            [one.stop_times for one in points],
            [days[index[one.asset]] for one in points],
            self.weighed,
        )
        return {point.asset: found for point, found in zip(points, gaps, strict=True)}

    @cached_property
    def point_lines(self) -> "PointLines":
        """The single points of failure, of which there is one at least, as arrays."""
        from smala_lockin.analysis.rating.level_arrays import PointLines

        return PointLines.of(self)

    @cached_property
    def loss_likelihoods(self) -> Mapping[AssetId, int]:
        """How often each supplier which is a single point of failure is lost, 1..5."""
        from smala_lockin.analysis.rating.losses import loss_likelihood

        return {supplier: loss_likelihood(self, supplier) for supplier in self.loss_gaps}

    @cached_property
    def aftermath_of(self) -> Mapping[Event, Aftermath]:
        """What follows the events about many assets that rules weigh.

        They are the countries outside the EEA, and the relevant causes of false redundancy.
        """
        return self._aftermaths[0]

    @cached_property
    def aftermath_of_lost(self) -> Mapping[int, Aftermath]:
        """What follows if a supplier of unknown country and all it controls may serve no more."""
        return self._aftermaths[1]

    @cached_property
    def _aftermaths(self) -> tuple[Mapping[Event, Aftermath], Mapping[int, Aftermath]]:
        causes = {cause for one in self.false_redundancies for cause in one.relevant}
        seeds = {
            event: down
            for event, down in zip(self.every.events, self.every.seeds, strict=True)
            if event.kind is not EventKind.ASSET
            and ((event.kind is EventKind.COUNTRY and not in_eea(event.id)) or str(event) in causes)
        }
        lost = {
            supplier: cut_off_with(self.structure, supplier)
            for supplier in self.structure.suppliers
            if self.structure.assets[supplier].country is None
        }
        found = self.aftermaths([*seeds.values(), *lost.values()])
        of_events, of_lost = found[: len(seeds)], found[len(seeds) :]
        return (
            dict(zip(seeds, of_events, strict=True)),
            dict(zip(lost, of_lost, strict=True)),
        )

    def aftermaths(
        self, seeds: Sequence[Collection[int]], readings: Iterable[Reading] = Reading
    ) -> list[Aftermath]:
        """Return what follows when each of these sets is gone, a seed for its replacement_days."""
        from smala_lockin.analysis.rating.gap_arrays import aftermaths

        weighed = {reading: self.weighed[reading] for reading in readings}
        return list(aftermaths(self.structure, seeds, weighed))

    @cached_property
    def provided(self) -> Mapping[AssetId, tuple[AssetId, ...]]:
        """For each supplier all that is provided by it, however badly it is needed."""
        found: dict[AssetId, dict[AssetId, None]] = {}
        for one in self.structure.provisions:
            found.setdefault(one.target, {})[one.source] = None
        return {supplier: tuple(sources) for supplier, sources in found.items()}

    @cached_property
    def vital_suppliers(self) -> Mapping[AssetId, tuple[AssetId, ...]]:
        """For each asset the suppliers that vitally provide it, in the map's order."""
        found: dict[AssetId, dict[AssetId, None]] = {}
        for one in self.structure.provisions:
            if one.need is Need.VITAL:
                found.setdefault(one.source, {})[one.target] = None
        return {asset: tuple(suppliers) for asset, suppliers in found.items()}

    @cached_property
    def users(self) -> Mapping[AssetId, frozenset[AssetId]]:
        """For each asset the processes that depend on it directly, however badly."""
        found: dict[AssetId, set[AssetId]] = {}
        for key in self.processes:
            for one in self.landscape.needs[key]:
                found.setdefault(one.target, set()).add(key)
        return {asset: frozenset(users) for asset, users in found.items()}

    @cached_property
    def weight(self) -> int:
        """The weight of all processes."""
        return sum(self.weighed[Reading.USUAL].criticality.values())

    def blast_radius(self, stops: Iterable[AssetId]) -> float:
        """Return the weighted share of all processes that these are, 0..1."""
        weight = self.weighed[Reading.USUAL].criticality
        return sum(map(weight.__getitem__, stops)) / self.weight if self.weight else 0.0

    def hidden_share(self, assets: Iterable[AssetId], stops: Collection[AssetId]) -> float:
        """Return the share of stopped processes without a direct dependency on any of the assets.

        For a supplier: nor on anything it provides.
        """
        if not stops:
            return 0.0
        touched = set(assets)
        touched.update(*(self.provided.get(one, ()) for one in touched))
        seeing = set().union(*(self.users.get(one, ()) for one in touched))
        return (len(stops) - len(seeing.intersection(stops))) / len(stops)
