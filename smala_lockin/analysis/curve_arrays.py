"""The risk curves of many events at a time (numpy).

proposals(outages, weighed) -> Iterator[Proposal]

Every stopped process of an event is a point of its curve, at its margin; of processes too late at
the same moment the last one stands for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.findings import Usual
from smala_lockin.analysis.risk_curve import (
    Outage,
    Proposal,
    Weighed,
    recovery_at,
    relief_of_units,
)
from smala_lockin.analysis.risk_table import Level
from smala_lockin.analysis.stopped_arrays import AT_ONCE, Floats, Ints, Scale, Stopped
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.settings import BOUNDS_HOURS, Settings


@dataclass(frozen=True, slots=True, eq=False)
class _Tables:
    """The tables in force: levels, likelihoods by kind and column, impacts by criticality."""

    levels: Ints
    usual: Ints
    impacts: Ints
    shares: Floats

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the tables of some settings."""
        scale = range(1, 6)
        return cls(
            levels=np.array([settings.matrix[one] for one in scale], dtype=np.int64),
            usual=np.array([settings.likelihood[kind] for kind in AssetKind], dtype=np.int64),
            impacts=np.array([0, *(settings.impact[one][0] for one in scale)], dtype=np.int64),
            shares=np.array(settings.thresholds.revenue_shares),
        )


_KINDS = {kind: row for row, kind in enumerate(AssetKind)}


def proposals(outages: Sequence[Outage], weighed: Weighed) -> Iterator[Proposal]:
    """Yield for each outage the point of its curve with the highest level.

    Of equal ones that with the higher impact, then the sooner.
    """
    scale, tables = Scale.of(weighed), _Tables.of(weighed.settings)
    place = scale.place()
    for start in range(0, len(outages), AT_ONCE):
        chosen = outages[start : start + AT_ONCE]
        stopped = Stopped.of([one.stop_hours for one in chosen], place)
        yield from _of_block(chosen, stopped, scale, weighed, tables)


def _of_block(
    outages: Sequence[Outage], stopped: Stopped, scale: Scale, weighed: Weighed, tables: _Tables
) -> Iterator[Proposal]:
    events, processes = stopped.events, stopped.processes
    margins = stopped.hours + scale.tolerance_hours[processes]
    order = np.lexsort((margins, events))  # ties: by id
    margins, processes = margins[order], processes[order]
    bases = tables.impacts[scale.criticality[processes]]
    counted = _counted(stopped, scale.criticality[processes], bases, int(scale.criticality.sum()))
    costs, impacts = np.zeros(len(margins)), counted
    if weighed.revenue:
        costs = _costs(stopped, margins, scale.cost_per_hour)
        shares = np.searchsorted(tables.shares, costs / weighed.revenue, side="right")
        impacts = np.maximum(counted, 1 + shares)
    likelihoods, columns, recovered = _likelihoods(outages, events, margins, weighed, tables)
    levels = tables.levels[likelihoods - 1, impacts - 1]
    best = _best(stopped, margins, levels * 10 + impacts)
    ids = scale.ids[processes].tolist()
    chosen = (likelihoods, impacts, levels, margins, columns, recovered, costs, impacts > counted)
    facts = zip(*(one[best].tolist() for one in chosen), strict=True)
    ranges = zip(stopped.starts.tolist(), best.tolist(), strict=True)
    for outage, (start, last), fact in zip(outages, ranges, facts, strict=True):
        likelihood, impact, level, margin, column, recovery, cost, is_cost_higher = fact
        yield Proposal(
            likelihood=likelihood,
            impact=impact,
            level=Level(level),
            margin_hours=margin,
            late=tuple(ids[start : last + 1]),
            usual=Usual(
                bound_hours=BOUNDS_HOURS[column],
                table=int(tables.usual[_KINDS[outage.kind], column]),
                recovery=recovery,
                units=relief_of_units(outage.kind, outage.units),
                tested=-1 if outage.tested else 0,
            ),
            cost=cost if is_cost_higher else None,
        )


def _counted(stopped: Stopped, criticality: Ints, bases: Ints, total: int) -> Ints:
    """Return the impact of those too late so far, as far as their number and weight say.

    `bases` are the impacts of each process alone.
    """
    events, starts = stopped.events, stopped.starts
    above = events * 10  # so that the running maximum begins anew with each event
    worst = np.maximum.accumulate(above + bases) - above
    weight = np.cumsum(criticality)
    weight -= (weight - criticality)[starts][events]
    counted: Ints = np.minimum(worst + (2 * weight >= total), 5)
    return counted


def _costs(stopped: Stopped, margins: Floats, cost_per_hour: Floats) -> Floats:
    """Return what an event has cost when it lasts for each of these margins."""
    costs = np.zeros(len(margins))
    for process in np.flatnonzero(cost_per_hour).tolist():
        here = np.flatnonzero(stopped.processes == process)
        if len(here):
            stops = np.full(len(stopped.starts), np.inf)
            stops[stopped.events[here]] = stopped.hours[here]
            still = np.maximum(margins - stops[stopped.events], 0.0)
            costs += cost_per_hour[process] * still
    return costs


def _likelihoods(
    outages: Sequence[Outage], events: Ints, margins: Floats, weighed: Weighed, tables: _Tables
) -> tuple[Ints, Ints, Ints]:
    """Return the likelihood at each margin, its column of the table, what recovery moves it by."""
    columns = np.searchsorted(BOUNDS_HOURS, margins, side="right") - 1
    recovery = [recovery_at(one.recovery, weighed.reading) for one in outages]
    away = np.array([np.nan if one is None else one for one in recovery])[events]
    recovered = np.where(np.isnan(away), 0, np.where(away > margins, 1, -1))
    relief = [relief_of_units(one.kind, one.units) - one.tested for one in outages]
    rows = np.array([_KINDS[one.kind] for one in outages])
    moved = tables.usual[rows[events], columns] + recovered + np.array(relief)[events]
    return np.clip(moved, 1, 5), columns, recovered


def _best(stopped: Stopped, margins: Floats, ranks: Ints) -> Ints:
    """Return for each event the place of its first point of the highest rank."""
    events, starts = stopped.events, stopped.starts
    is_last: NDArray[np.bool_] = np.ones(len(margins), dtype=np.bool_)
    is_last[:-1] = (margins[1:] != margins[:-1]) | (events[1:] != events[:-1])
    ranks = np.where(is_last, ranks, -1)
    highest = np.flatnonzero(ranks == np.maximum.reduceat(ranks, starts)[events])
    first: Ints = highest[np.searchsorted(events[highest], np.arange(len(starts)))]
    return first
