"""What the rules read: the results of the failure analysis, each worked out once."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Event, EventKind, cut_off_with
from smala_lockin.analysis.failure.false_redundancy import FalseRedundancy, false_redundancies
from smala_lockin.analysis.failure.loops import loops
from smala_lockin.analysis.failure.marks import Marked
from smala_lockin.analysis.failure.single_point import SinglePoint
from smala_lockin.analysis.failure.single_points import single_points
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.every_figure import Figures
from smala_lockin.analysis.figures.reach import Reach, Reaches
from smala_lockin.analysis.rating import worked_out
from smala_lockin.analysis.rating.gaps import HOURS_A_DAY, Aftermath, Gap
from smala_lockin.analysis.rating.holds import Hold, holds_of
from smala_lockin.analysis.rating.losses import loss_likelihood
from smala_lockin.analysis.rating.risk_curve import Outage, Proposal, was_tested_lately
from smala_lockin.analysis.rating.stakes import Stakes
from smala_lockin.analysis.rating.worked_out import Gone, Left, Lost, Weighing
from smala_lockin.analysis.recall import Recall
from smala_lockin.analysis.scales.assumptions import Estimate
from smala_lockin.analysis.scales.weighing import Burden, Reading
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge.in_force import Tables, tables
from smala_lockin.knowledge.jurisdictions import in_eea

if TYPE_CHECKING:
    from smala_lockin.analysis.rating.level_arrays import PointLines

# Of all single points of failure, and twice as fast.
_outage, _weighing = partial(tuple.__new__, Outage), partial(tuple.__new__, Weighing)
_lost = partial(tuple.__new__, Lost)
_SUPPLIER, _PROCESS = AssetKind.SUPPLIER, AssetKind.PROCESS


@dataclass(frozen=True, kw_only=True)
class Basis(Stakes):
    """A landscape with what the failure analysis found, as of a day."""

    today: date
    points: tuple[SinglePoint, ...]
    false_redundancies: tuple[FalseRedundancy, ...]
    loops: tuple[tuple[AssetId, ...], ...]
    reaches: Reaches
    figures: Figures
    tables: Tables
    """What the catalogue says."""
    stops_if_gone: Mapping[Event, Mapping[AssetId, float]]
    """T of the processes that stop under each event about many assets that rules weigh.

    They are the countries outside the EEA, and the relevant causes of false redundancy.
    """
    marked_if_lost: Marked[AssetId]
    """What it fails if a supplier of unknown country, and all it controls, may serve no more."""

    @classmethod
    def of(cls, landscape: Landscape, today: date, before: "Basis | None" = None) -> "Basis":
        """Return the basis of a landscape as of a day; it may be an edit of that of another."""
        known = tables()
        past = before if before is not None and before.tables is known else None
        structure = Structure.of(landscape, past.structure if past else None)
        recall = Recall(past.recall if past else None)
        every = EveryEvent.of(structure, past.every if past else None)
        reaches = Reaches.of(structure, past.reaches if past else None)
        lost = {
            structure.ids[one]: cut_off_with(structure, one)
            for one in structure.suppliers
            if structure.assets[one].country is None
        }
        false = false_redundancies(every, recall)
        gone = _weighed_events(every, false)
        marks = {one: every.marked.marks[one] for one in (*every.stopping_assets, *gone)}
        times = recall.marked(worked_out.event_times, marks, every)
        return cls(
            every=every,
            today=today,
            points=single_points(every, recall, times),
            false_redundancies=false,
            stops_if_gone={event: times[event] for event in gone},
            loops=loops(structure),
            reaches=reaches,
            figures=Figures.of(every, reaches, today=today, recall=recall),
            tables=known,
            recall=recall,
            marked_if_lost=Marked.of(structure, lost, past.marked_if_lost if past else None),
        )

    @cached_property
    def legal_reach(self) -> tuple[Reach, ...]:
        """The legal reach of every asset that has one."""
        return self.reaches.all()

    @cached_property
    def point_of(self) -> Mapping[AssetId, SinglePoint]:
        """The single points of failure by asset."""
        return {point.asset: point for point in self.points}

    @cached_property
    def laden_of(self) -> Mapping[AssetId, tuple[Burden, ...]]:
        """The same of what each single point of failure stops."""
        return {one.asset: self.laden(one.stop_times) for one in self.points}

    @cached_property
    def worst_of(self) -> Mapping[AssetId, int]:
        """The criticality of the worst process that each single point of failure stops."""
        known = self.weighed[Reading.USUAL].criticality.__getitem__
        return {one.asset: max(map(known, one.stop_times)) for one in self.points}

    def outage(
        self, id: AssetId, stops: Mapping[AssetId, float], *, tested: bool = False
    ) -> Outage:
        """Return the outage of an asset that stops these; `tested` if its group was, lately."""
        asset = self.landscape.assets[id]
        hours = asset.recovery_hours
        recovery = self._usual_recovery[asset.kind] if hours is None else Estimate.of(hours)
        is_tested = tested or was_tested_lately(asset, self.today, self.settings)
        return _outage((stops, asset.kind, recovery, asset.units, is_tested))

    @cached_property
    def _usual_recovery(self) -> Mapping[AssetKind, Estimate]:
        """For each kind how long it takes to be back where nobody said."""
        rows = self.settings.recovery_hours.items()
        return {kind: Estimate(low, usual, high, False) for kind, (low, usual, high) in rows}

    @cached_property
    def curve_of(self) -> Mapping[AssetId, Mapping[Reading, Proposal]]:
        """What the curve of each single point of failure, suppliers and processes apart, says."""
        return self.recall.marked(worked_out.curves_of, self.weighings, self.weighed, *self.scale)

    @cached_property
    def weighings(self) -> Mapping[AssetId, Weighing]:
        """All that decides those curves, settings and revenue aside."""
        assets, laden = self.landscape.assets, self.laden_of
        return {
            id: _weighing((outage, laden[id], self.totals(laden[id])))
            for id, outage in self.outages.items()
            if (kind := assets[id].kind) is not _SUPPLIER and kind is not _PROCESS
        }

    def weighing(self, outage: Outage) -> Weighing:
        """Return all that decides the curve of an outage, settings and revenue aside."""
        laden = self.laden(outage.stop_hours)
        return Weighing(outage, laden, self.totals(laden))

    @cached_property
    def outages(self) -> Mapping[AssetId, Outage]:
        """The outage of each single point of failure."""
        return {one.asset: self.outage(one.asset, one.stop_times) for one in self.points}

    def stops_with(self, id: AssetId) -> Mapping[AssetId, float]:
        """Return T of all processes that stop with an asset, itself too, in hours."""
        point = self.point_of.get(id)
        stops = point.stop_times if point else {}
        return {**stops, id: 0.0} if id in self.processes else stops

    @cached_property
    def holds(self) -> Mapping[AssetId, Hold]:
        """How hard each service is to leave, by id."""
        return holds_of(
            self.figures.lock_in,
            self.point_of,
            self.weighed[Reading.USUAL].criticality,
            self.important,
            self.unknown["criticality"],
        )

    @cached_property
    def loss_gaps(self) -> Mapping[AssetId, Mapping[Reading, Gap]]:
        """The gaps that losing each supplier which is a single point of failure leaves.

        With one seed all that fails is back when the seed is: R of each is the seed's duration.
        """
        days, index, assets = self.structure.days_lost, self.structure.index, self.landscape.assets
        laden = self.laden_of
        lost = {
            id: _lost((one.stop_times, laden[id], days[index[id]]))
            for id, one in self.point_of.items()
            if assets[id].kind is _SUPPLIER
        }
        return self.recall.marked(worked_out.gaps_of, lost, self.weighed, *self.scale)

    @cached_property
    def point_lines(self) -> "PointLines":
        """The single points of failure, of which there is one at least, as arrays."""
        from smala_lockin.analysis.rating.level_arrays import PointLines

        index, days, likelihoods = (
            self.structure.index,
            self.structure.days_lost,
            self.loss_likelihoods,
        )
        ids = [one.asset for one in self.points]
        return PointLines.of(
            [self.outages[id] for id in ids],
            ids=ids,
            hours_lost=[HOURS_A_DAY * days[index[id]].usual for id in ids],
            loss_likelihoods=[likelihoods.get(id, 1) for id in ids],
            weighed=self.weighed[Reading.USUAL],
        )

    @cached_property
    def loss_likelihoods(self) -> Mapping[AssetId, int]:
        """How often each supplier which is a single point of failure is lost, 1..5."""
        return {supplier: self.loss_likelihood(supplier) for supplier in self.loss_gaps}

    def loss_likelihood(self, supplier: AssetId) -> int:
        """Return how often a supplier like this is lost, 1..5."""
        assets = self.landscape.assets
        provided = self.provided.get(supplier, ())
        vital = self.structure.vitally_provided.get(supplier, ())
        return loss_likelihood([assets[one] for one in provided], [assets[one] for one in vital])

    @property
    def aftermath_of(self) -> Mapping[Event, Aftermath]:
        """What follows the events about many assets that rules weigh."""
        return self._aftermaths[0]

    @property
    def aftermath_of_lost(self) -> Mapping[AssetId, Aftermath]:
        """What follows if a supplier of unknown country and all it controls may serve no more."""
        return self._aftermaths[1]

    @cached_property
    def _aftermaths(self) -> tuple[dict[Event, Aftermath], dict[AssetId, Aftermath]]:
        """Both, worked out in one go."""
        lost, recall = self.marked_if_lost, self.recall
        times_if_lost = recall.marked(worked_out.times_if_lost, lost.marks, lost)
        gone: dict[Event | AssetId, Gone] = dict(self._gone(self.every.marked, self.stops_if_gone))
        gone.update(self._gone(lost, times_if_lost))
        backs = recall.marked(worked_out.backs, gone, self.structure)
        left = {
            key: Left(one.stops, backs[key], self.laden(one.stops)) for key, one in gone.items()
        }
        found = recall.marked(worked_out.aftermaths_of, left, self.weighed, *self.scale)
        return {event: found[event] for event in self.stops_if_gone}, {
            supplier: found[supplier] for supplier in times_if_lost
        }

    def worst_together(
        self, seeds: Mapping[AssetId, Collection[int]]
    ) -> Mapping[AssetId, Aftermath]:
        """Return what follows at the harmful end if all of each of these sets are gone for good."""
        if not seeds:
            return {}
        from smala_lockin.analysis.rating.gap_arrays import aftermaths, returns

        marked, worst = Marked.of(self.structure, seeds), Reading.HARMFUL
        stops = worked_out.times_if_lost(marked.marks, marked)
        backs = returns(self.structure, seeds, stops, [worst])
        return aftermaths(stops, backs, {worst: self.weighed[worst]})

    def _gone(
        self, marked: Marked[Any], stops: Mapping[Any, Mapping[AssetId, float]]
    ) -> Iterator[tuple[Any, Gone]]:
        ids, days = self.structure.ids, self.structure.days_lost
        for key, times in stops.items():
            lasting = {ids[one]: days[one] for one in marked.seeds[key]}
            yield key, Gone(marked.marks[key], times, lasting)

    def aftermaths(
        self, events: Collection[Event], readings: Iterable[Reading] = Reading
    ) -> dict[Event, Aftermath]:
        """Return what follows each event if its seeds are gone for their replacement_days."""
        if not events:
            return {}
        from smala_lockin.analysis.rating.gap_arrays import aftermaths, returns

        weighed = {reading: self.weighed[reading] for reading in readings}
        stops = self.every.stop_times(events)
        backs = returns(self.structure, self.every.marked.seeds, stops, weighed)
        return aftermaths(stops, backs, weighed)

    @cached_property
    def hidden_of(self) -> Mapping[AssetId, float]:
        """The hidden share of each single point of failure."""
        stops = {one.asset: one.stop_times for one in self.points}
        return self.recall.each(worked_out.hidden_shares, stops, self.provided, self.users)


def _weighed_events(every: EveryEvent, false: Iterable[FalseRedundancy]) -> list[Event]:
    causes = {cause for one in false for cause in one.relevant}
    of_many = every.events[len(every.structure.ids) :]  # those of single assets come first
    country = EventKind.COUNTRY
    return [
        event
        for event in of_many
        if (event.kind is country and not in_eea(event.id)) or str(event) in causes
    ]
