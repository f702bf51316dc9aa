"""Levels of risks if processes were other than assumed, for many at a time (numpy)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.failure.stopped_arrays import Floats, Ints, Stopped
from smala_lockin.analysis.rating.curve_arrays import (
    Frequencies,
    Tables,
    costs,
    counted,
    last_of_equals,
)
from smala_lockin.analysis.rating.gap_arrays import impacts_of_gaps
from smala_lockin.analysis.rating.risk_curve import Outage
from smala_lockin.analysis.scales.process_arrays import Scale
from smala_lockin.analysis.scales.weighing import Weighed
from smala_lockin.domain.assets import AssetId


@dataclass(frozen=True, eq=False)
class PointLines:
    """What all single points of failure stop, in one line, and what makes each a risk."""

    number: dict[AssetId, int]
    """The place of each point, by its asset."""
    ids: list[AssetId]
    """The processes by place."""
    stopped: Stopped
    counts: Ints
    frequencies: Frequencies
    hours_lost: Floats
    loss_likelihoods: Ints
    """1 for what is no supplier."""
    scale: Scale
    weighed: Weighed
    tables: Tables

    @classmethod
    def of(
        cls,
        outages: Sequence[Outage],
        *,
        ids: Sequence[AssetId],
        hours_lost: Sequence[float],
        loss_likelihoods: Sequence[int],
        weighed: Weighed,
    ) -> Self:
        """Return the lines of the points with these outages, at least one.

        `ids` are their assets; each has its part in `hours_lost` and `loss_likelihoods`.
        """
        scale = weighed.scale
        stopped = Stopped.of([one.stop_hours for one in outages], scale.place())
        return cls(
            number={id: number for number, id in enumerate(ids)},
            ids=scale.ids.tolist(),
            stopped=stopped,
            counts=stopped.counts(),
            frequencies=Frequencies.of(outages, weighed.reading),
            hours_lost=np.array(hours_lost),
            loss_likelihoods=np.array(loss_likelihoods, dtype=np.int64),
            scale=scale,
            weighed=weighed,
            tables=Tables.of(weighed.settings),
        )

    def taken(self, points: Ints) -> Stopped:
        """Return the lines of some points, one after the other."""
        counts = self.counts[points]
        starts = np.cumsum(counts) - counts
        events = np.repeat(np.arange(len(points)), counts)
        at = np.arange(len(events)) - (starts - self.stopped.starts[points])[events]
        return Stopped(events, self.stopped.processes[at], self.stopped.hours[at], starts)

    def levels_if_back_after(self, points: Ints, hours: Floats) -> Ints:
        """Return the level of each of these points if it were known to be back after so long."""
        stopped, scale = self.taken(points), self.scale
        usual = self.frequencies.taken(points)
        return self.highest_levels(
            stopped,
            scale.criticality[stopped.processes],
            scale.tolerance_hours[stopped.processes],
            np.full(len(points), scale.criticality.sum()),
            usual.known(hours),
        )

    def highest_levels(
        self,
        stopped: Stopped,
        criticality: Ints,
        tolerance_hours: Floats,
        totals: Ints,
        frequencies: Frequencies,
    ) -> Ints:
        """Return the highest level on the curve of each event of a line.

        `totals` is the weight of all processes, by event.
        """
        events, tables = stopped.events, self.tables
        margins = stopped.hours + tolerance_hours
        order = np.lexsort((margins, events))
        margins, criticality = margins[order], criticality[order]
        impacts = counted(stopped, 2 * criticality, tables.impacts[criticality], totals[events])
        if self.weighed.revenue:
            so_far = costs(stopped, margins, self.scale.cost_per_hour)
            impacts = np.maximum(impacts, tables.impact_of_costs(so_far / self.weighed.revenue))
        likelihoods, _columns, _recovered = frequencies.likelihoods(events, margins, tables)
        reached = tables.levels[likelihoods - 1, impacts - 1]
        is_last = last_of_equals(events, margins)
        found: Ints = np.maximum.reduceat(np.where(is_last, reached, 0), stopped.starts)
        return found

    def levels_if_lost(self, points: Ints, hours: Floats) -> Ints:
        """Return the level of losing each of these points for so many hours, 0 if all hold out."""
        stopped, scale = self.taken(points), self.scale
        back = hours[stopped.events]
        late = back - stopped.hours - scale.tolerance_hours[stopped.processes]
        criticality = scale.criticality[stopped.processes]
        alone = impacts_of_gaps(self.weighed.settings, criticality, late)
        impacts = np.maximum.reduceat(np.where(late > 0, alone, 0), stopped.starts)
        costs_if_lost = np.zeros(len(points), dtype=np.int64)
        if self.weighed.revenue:
            costs_if_lost = self._impacts_of_cost(stopped, back)
        return self._levels_of_losses(points, impacts, costs_if_lost)

    def levels_of_losses(self, places: Ints, criticality: Ints, tolerance_hours: Floats) -> Ints:
        """Return the level of losing the point at each place, if its process there were other.

        `criticality` and `tolerance_hours` say what it would be. The worst process too late
        decides: that one, or the worst of the others, which stay as they are.
        """
        points = self.stopped.events[places]
        reached = self._impacts_if_lost(places, criticality, tolerance_hours)
        impacts = np.maximum(reached, self._worst_of_others[places])
        costs_if_lost = self._impacts_of_cost_if_lost[points]
        return self._levels_of_losses(points, impacts, costs_if_lost)

    def _levels_of_losses(self, points: Ints, impacts: Ints, impacts_of_cost: Ints) -> Ints:
        """Return the level of each loss by its two impacts; 0 where no process is late."""
        told = np.minimum(np.maximum(np.maximum(impacts, impacts_of_cost), 1), 5)
        likelihoods = self.loss_likelihoods[points]
        return np.where(impacts > 0, self.tables.levels[likelihoods - 1, told - 1], 0)

    def _impacts_if_lost(self, places: Ints, criticality: Ints, tolerance_hours: Floats) -> Ints:
        """Return the impact of each place alone, 0 if its process, being so, is in time."""
        points = self.stopped.events[places]
        late = self.hours_lost[points] - self.stopped.hours[places] - tolerance_hours
        alone = impacts_of_gaps(self.weighed.settings, criticality, late)
        return np.where(late > 0, alone, 0)

    @cached_property
    def _worst_of_others(self) -> Ints:
        """For each place the highest impact of the others of its point, as they are."""
        scale, starts, events = self.scale, self.stopped.starts, self.stopped.events
        processes = self.stopped.processes
        alone = self._impacts_if_lost(
            np.arange(len(events)), scale.criticality[processes], scale.tolerance_hours[processes]
        )
        highest = np.maximum.reduceat(alone, starts)
        is_highest = alone == highest[events]
        times = np.add.reduceat(is_highest.astype(np.int64), starts)
        second = np.maximum.reduceat(np.where(is_highest, 0, alone), starts)
        is_only = is_highest & (times[events] == 1)
        found: Ints = np.where(is_only, second[events], highest[events])
        return found

    @cached_property
    def _impacts_of_cost_if_lost(self) -> Ints:
        """For each point what its loss costs; 0 where the revenue is not known."""
        if not self.weighed.revenue:
            return np.zeros(len(self.counts), dtype=np.int64)
        return self._impacts_of_cost(self.stopped, self.hours_lost[self.stopped.events])

    def _impacts_of_cost(self, stopped: Stopped, back: Floats) -> Ints:
        away = np.maximum(back - stopped.hours, 0.0)
        cost = np.add.reduceat(self.scale.cost_per_hour[stopped.processes] * away, stopped.starts)
        return self.tables.impact_of_costs(cost / (self.weighed.revenue or 1.0))


@dataclass(frozen=True, eq=False)
class Varied:
    """Some points, each with one process that is other than assumed."""

    lines: PointLines
    points: Ints
    stopped: Stopped
    criticality: Ints
    tolerance_hours: Floats
    totals: Ints
    """The weight of all processes, by point."""

    @classmethod
    def of(
        cls,
        lines: PointLines,
        points: Ints,
        processes: Ints,
        criticality: Ints,
        tolerance_hours: Floats,
    ) -> Self:
        """Return points in which one process each has this criticality and tolerance."""
        stopped, scale = lines.taken(points), lines.scale
        events = stopped.events
        is_it: NDArray[np.bool_] = stopped.processes == processes[events]
        usual, allowed = scale.criticality, scale.tolerance_hours
        return cls(
            lines=lines,
            points=points,
            stopped=stopped,
            criticality=np.where(is_it, criticality[events], usual[stopped.processes]),
            tolerance_hours=np.where(is_it, tolerance_hours[events], allowed[stopped.processes]),
            totals=usual.sum() + criticality - usual[processes],
        )

    def levels(self) -> Ints:
        """Return the highest level on the curve of each point."""
        frequencies = self.lines.frequencies.taken(self.points)
        return self.lines.highest_levels(
            self.stopped, self.criticality, self.tolerance_hours, self.totals, frequencies
        )
