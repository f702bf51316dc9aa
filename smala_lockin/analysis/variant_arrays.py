"""Levels of risks if one process were other than assumed, for many of both at a time (numpy).

PointLines.of(basis)
levels(basis, variants) -> for each variant the level of its risk
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np

from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.curve_arrays import Frequencies, Tables, costs, counted, last_of_equals
from smala_lockin.analysis.findings import Finding, Rule
from smala_lockin.analysis.gap_arrays import impacts_of_gaps
from smala_lockin.analysis.gaps import HOURS_A_DAY
from smala_lockin.analysis.risk_curve import Reading, Weighed
from smala_lockin.analysis.stopped_arrays import Floats, Ints, Scale, Stopped
from smala_lockin.domain.assets import AssetId


class Variant(NamedTuple):
    """A risk about a single point of failure, and what one process it stops could be."""

    risk: Finding
    process: AssetId
    criticality: int
    tolerance_hours: float


@dataclass(frozen=True, eq=False)
class PointLines:
    """What all single points of failure stop, in one line, and how often each is away."""

    number: dict[AssetId, int]
    stopped: Stopped
    counts: Ints
    frequencies: Frequencies
    hours_lost: Floats
    loss_likelihoods: Ints
    """1 for what is no supplier."""

    @classmethod
    def of(cls, basis: Basis) -> Self:
        """Return the lines of the points of a map; there is one at least."""
        place = Scale.of(basis.weighed[Reading.USUAL]).place()
        stops = [one.stop_times for one in basis.points]
        ids = [one.asset for one in basis.points]
        index, days = basis.structure.index, basis.structure.days_lost
        hours = [HOURS_A_DAY * days[index[id]].usual for id in ids]
        return cls(
            number={id: number for number, id in enumerate(ids)},
            stopped=Stopped.of(stops, place),
            counts=np.array([len(one) for one in stops]),
            frequencies=Frequencies.of([basis.outage(id, {}) for id in ids], Reading.USUAL),
            hours_lost=np.array(hours),
            loss_likelihoods=np.array([basis.loss_likelihoods.get(id, 1) for id in ids]),
        )

    def taken(self, points: Ints) -> Stopped:
        """Return the lines of some points, one after the other."""
        counts = self.counts[points]
        starts = np.cumsum(counts) - counts
        events = np.repeat(np.arange(len(points)), counts)
        at = np.arange(len(events)) - (starts - self.stopped.starts[points])[events]
        return Stopped(events, self.stopped.processes[at], self.stopped.hours[at], starts)


def levels(basis: Basis, variants: Sequence[Variant]) -> list[int]:
    """Return the level of the risk of each variant, all else staying as assumed."""
    if not variants:
        return []
    lines = basis.point_lines
    found = np.zeros(len(variants), dtype=np.int64)
    is_lost = np.array([one.risk.rule is Rule.LOSS for one in variants], dtype=np.bool_)
    for of_rule, level_of in ((is_lost, _of_losses), (~is_lost, _of_outages)):
        chosen = np.flatnonzero(of_rule)
        if len(chosen):
            varied = _Varied.of(basis, lines, [variants[one] for one in chosen.tolist()])
            found[chosen] = level_of(varied)
    made: list[int] = found.tolist()
    return made


@dataclass(frozen=True, eq=False)
class _Varied:
    """Variants in one line: what each of the stopped processes is in its variant."""

    lines: PointLines
    points: Ints
    stopped: Stopped
    criticality: Ints
    tolerance_hours: Floats
    totals: Ints
    """The weight of all processes, by variant."""
    scale: Scale
    weighed: Weighed
    tables: Tables

    @classmethod
    def of(cls, basis: Basis, lines: PointLines, variants: Sequence[Variant]) -> Self:
        weighed = basis.weighed[Reading.USUAL]
        scale = Scale.of(weighed)
        place = scale.place()
        points = np.array([lines.number[one.risk.assets[0]] for one in variants])
        stopped = lines.taken(points)
        its_place = np.array([place[one.process] for one in variants])
        its_criticality = np.array([one.criticality for one in variants], dtype=np.int64)
        its_tolerance = np.array([one.tolerance_hours for one in variants])
        events, processes = stopped.events, stopped.processes
        is_it = processes == its_place[events]
        known, allowed = scale.criticality, scale.tolerance_hours
        return cls(
            lines=lines,
            points=points,
            stopped=stopped,
            criticality=np.where(is_it, its_criticality[events], known[processes]),
            tolerance_hours=np.where(is_it, its_tolerance[events], allowed[processes]),
            totals=known.sum() + its_criticality - known[its_place],
            scale=scale,
            weighed=weighed,
            tables=Tables.of(weighed.settings),
        )


def _of_outages(varied: _Varied) -> Ints:
    """Return the highest level on the curve of each variant."""
    stopped, tables, weighed = varied.stopped, varied.tables, varied.weighed
    events = stopped.events
    margins = stopped.hours + varied.tolerance_hours
    order = np.lexsort((margins, events))
    margins, criticality = margins[order], varied.criticality[order]
    bases = tables.impacts[criticality]
    impacts = counted(stopped, criticality, bases, varied.totals[events])
    if weighed.revenue:
        so_far = costs(stopped, margins, varied.scale.cost_per_hour)
        impacts = np.maximum(impacts, tables.impact_of_costs(so_far / weighed.revenue))
    frequencies = varied.lines.frequencies.taken(varied.points)
    likelihoods, _columns, _recovered = frequencies.likelihoods(events, margins, tables)
    reached = tables.levels[likelihoods - 1, impacts - 1]
    is_last = last_of_equals(events, margins)
    highest: Ints = np.maximum.reduceat(np.where(is_last, reached, 0), stopped.starts)
    return highest


def _of_losses(varied: _Varied) -> Ints:
    """Return the level of each loss: that of the worst process too late, 0 where none is."""
    stopped, tables, weighed = varied.stopped, varied.tables, varied.weighed
    events, starts = stopped.events, stopped.starts
    back = varied.lines.hours_lost[varied.points][events]
    lateness = back - stopped.hours - varied.tolerance_hours
    reached = impacts_of_gaps(weighed.settings, varied.criticality, lateness)
    impacts = np.maximum.reduceat(np.where(lateness > 0, reached, 0), starts)
    is_late = impacts > 0
    if weighed.revenue:
        cost_per_hour = varied.scale.cost_per_hour[stopped.processes]
        cost = np.add.reduceat(cost_per_hour * np.maximum(back - stopped.hours, 0.0), starts)
        impacts = np.maximum(impacts, tables.impact_of_costs(cost / weighed.revenue))
    likelihoods = varied.lines.loss_likelihoods[varied.points]
    reached_levels = tables.levels[likelihoods - 1, np.clip(impacts, 1, 5) - 1]
    found: Ints = np.where(is_late, reached_levels, 0)
    return found
