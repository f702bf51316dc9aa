"""The risk curves of many events at a time (numpy).

proposals(outages, weighed) -> Iterator[tuple[Proposal, ...]]

Every stopped process of an event is a point of its curve, at its margin; of processes too late at
the same moment the last one stands for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from typing import Self

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.failure.stopped_arrays import (
    AT_ONCE,
    Floats,
    Ints,
    Stopped,
    repeated,
)
from smala_lockin.analysis.rating.findings import Usual
from smala_lockin.analysis.rating.risk_curve import Outage, Proposal, relief_of_units
from smala_lockin.analysis.scales.assumptions import Estimate
from smala_lockin.analysis.scales.process_arrays import Scale
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading, Weighed
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.settings import BOUNDS_HOURS, Settings


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
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

    def impact_of_costs(self, shares: Floats) -> Ints:
        """Return the impact of costs, as shares of a year's revenue."""
        found: Ints = 1 + np.searchsorted(self.shares, shares, side="right")
        return found


_KINDS = {kind: row for row, kind in enumerate(AssetKind)}
_BOUNDS = np.array(BOUNDS_HOURS)


@dataclass(frozen=True, slots=True, eq=False)
class Frequencies:
    """What says how often each of some events lasts how long, beside its margins."""

    rows: Ints
    """Of the table: the kinds."""
    away_hours: Floats
    """How long it takes to be back; nothing (nan) where that says no more than the table."""
    relief: Ints
    """By how much alike units, and tests, make it rarer."""
    sooner: Ints
    """By how much it is moved where it is back before a margin."""
    later: Ints
    """By how much it is moved where it is not."""

    @classmethod
    def of(cls, outages: Sequence[Outage], *readings: Reading) -> Self:
        """Return the frequencies of some events, under one reading of the unknown after another."""
        recoveries = [one.recovery for one in outages]
        unsure = np.array([one is not None and not one.known for one in recoveries])
        rows = np.array([_KINDS[one.kind] for one in outages], dtype=np.int64)
        away = np.array([*map(_away, recoveries)]).T[[one.value for one in readings]]
        units = np.array(
            [relief_of_units(one.kind, one.units) - one.tested for one in outages], dtype=np.int64
        )
        return cls(
            rows=repeated(rows, len(readings)),
            away_hours=away.ravel(),
            relief=repeated(units, len(readings)),
            sooner=_moved(unsure, readings, (-1, -1, 0)),
            later=_moved(unsure, readings, (0, 1, 1)),
        )

    def taken(self, events: Ints) -> Self:
        """Return the frequencies of some of the events, in this order."""
        return type(self)(
            self.rows[events],
            self.away_hours[events],
            self.relief[events],
            self.sooner[events],
            self.later[events],
        )

    def known(self, hours: Floats) -> Self:
        """Return the frequencies of the same events if it were known how long each takes."""
        once = np.ones(len(hours), dtype=np.int64)
        return type(self)(self.rows, hours, self.relief, -once, once)

    def likelihoods(self, events: Ints, margins: Floats, tables: Tables) -> tuple[Ints, Ints, Ints]:
        """Return the likelihood at margins, its column of the table, what recovery moves it by."""
        columns = _BOUNDS.searchsorted(margins, side="right") - 1
        away = self.away_hours[events]
        is_later = away > margins
        recovered = np.where(is_later, self.later[events], self.sooner[events])
        recovered[np.isnan(away)] = 0
        moved = tables.usual[self.rows[events], columns] + recovered + self.relief[events]
        return np.minimum(np.maximum(moved, 1), 5), columns, recovered  # faster than `np.clip`


def _moved(
    unsure: NDArray[np.bool_], readings: Sequence[Reading], unsure_by: tuple[int, int, int]
) -> Ints:
    """Return by how much a recovery moves a likelihood under each reading: see `moves`.

    The last of the three is that at the harmful end of what is unsure; the known moves it by 1.
    """
    by_reading = np.array(unsure_by, dtype=np.int64)[[one.value for one in readings]]
    known = np.sign(sum(unsure_by))
    return np.where(unsure, by_reading[:, np.newaxis], known).ravel()


def _away(recovery: Estimate | None) -> tuple[float, float, float]:
    """Return how long it takes to be back, by reading: see `recovery_at`."""
    if recovery is None:
        return np.nan, np.nan, np.nan
    low, usual, high, known = recovery
    return low, usual if known else np.nan, high


def proposals(
    outages: Sequence[Outage], weighed: Sequence[Weighed], least_impact: int = 1
) -> Iterator[tuple[Proposal, ...]]:
    """Yield for each outage the point of its curve with the highest level, under each reading.

    Of equal ones that with the higher impact, then the sooner. The readings are of one map. No
    impact counts as less than `least_impact`.
    """
    if not outages:
        return
    tables, scale = Tables.of(weighed[0].settings), Scale.in_line([one.scale for one in weighed])
    place = weighed[0].scale.place()
    step = max(1, AT_ONCE // len(weighed))
    for start in range(0, len(outages), step):
        chosen = outages[start : start + step]
        stopped = Stopped.of([one.stop_hours for one in chosen], place)
        found = list(_of_block(chosen, stopped, scale, weighed, tables, least_impact))
        firsts = range(0, len(found), len(chosen))
        yield from zip(*(found[at : at + len(chosen)] for at in firsts), strict=True)


def _of_block(
    outages: Sequence[Outage],
    once: Stopped,
    scale: Scale,
    weighed: Sequence[Weighed],
    tables: Tables,
    least_impact: int,
) -> Iterator[Proposal]:
    """Return the points of these outages under the first reading, then under the next.

    `scale` has the processes of all of them in line.
    """
    stopped, revenue = once.repeated(len(weighed)), weighed[0].revenue
    events, processes, readings = stopped.events, stopped.processes, stopped.events // len(outages)
    at = processes + readings * (len(scale.ids) // len(weighed))
    margins = stopped.hours + scale.tolerance_hours[at]
    order = np.lexsort((margins, events))  # ties: by id
    margins, processes, at = margins[order], processes[order], at[order]
    weights, in_time = scale.criticality[at], scale.weight_if_in_time[at]
    totals = np.array([one.scale.weight_if_in_time.sum() for one in weighed])[readings]
    by_number = counted(stopped, weights + in_time, tables.impacts[weights], totals)
    so_far, impacts = np.zeros(len(margins)), by_number
    if revenue:
        so_far = costs(stopped, margins, weighed[0].scale.cost_per_hour)
        impacts = np.maximum(by_number, tables.impact_of_costs(so_far / revenue))
    impacts = np.maximum(impacts, least_impact)
    frequencies = Frequencies.of(outages, *(one.reading for one in weighed))
    likelihoods, columns, recovered = frequencies.likelihoods(events, margins, tables)
    levels = tables.levels[likelihoods - 1, impacts - 1]
    best = _best(stopped, margins, levels * 10 + impacts)
    usual = _usual(outages, columns[best].tolist(), recovered[best].tolist(), tables)
    ids = tuple(scale.ids[processes].tolist())
    starts, ends = stopped.starts.tolist(), (best + 1).tolist()
    is_higher, cost = (
        (impacts > np.maximum(by_number, least_impact))[best].tolist(),
        so_far[best].tolist(),
    )
    facts = zip(
        likelihoods[best].tolist(),
        impacts[best].tolist(),
        [_LEVELS[one] for one in levels[best].tolist()],
        margins[best].tolist(),
        [ids[start:end] for start, end in zip(starts, ends, strict=True)],
        usual,
        [one if told else None for one, told in zip(cost, is_higher, strict=True)],
        strict=True,
    )
    return map(_proposal, facts)


_LEVELS = tuple(Level)
_proposal = partial(tuple.__new__, Proposal)  # `_make` takes three times as long


def _usual(
    outages: Sequence[Outage], columns: Sequence[int], recovered: Sequence[int], tables: Tables
) -> Iterator[Usual]:
    """Yield where each likelihood comes from; of few kinds, each is made once.

    `outages` are those of one reading, the others those of one reading after the other.
    """
    own = [
        (_KINDS[one.kind] * 3 - relief_of_units(one.kind, one.units)) * 2 + one.tested
        for one in outages
    ]
    made: dict[tuple[int, int, int], Usual] = {}
    for key in zip(cycle(own), columns, recovered):
        usual = made.get(key)
        if usual is None:
            of_kind, column, recovery = key
            row, relief = divmod(of_kind // 2, 3)
            usual = made[key] = Usual(
                bound_hours=BOUNDS_HOURS[column],
                table=int(tables.usual[row, column]),
                recovery=recovery,
                units=-relief,
                tested=-(of_kind % 2),
            )
        yield usual


def counted(stopped: Stopped, weights: Ints, bases: Ints, total: Ints) -> Ints:
    """Return the impact of those too late so far, as far as their number and weight say.

    `bases` are the impacts of each process alone, `total` is the weight of all processes were
    they in time, `weights` what each adds by being late and takes away from the others: together
    the late ones hold half once they weigh as much as the rest.
    """
    events, starts = stopped.events, stopped.starts
    above = events * 10  # so that the running maximum begins anew with each event
    worst = np.maximum.accumulate(above + bases) - above
    weight = np.cumsum(weights)
    weight -= (weight - weights)[starts][events]
    found: Ints = np.minimum(worst + (weight >= total), 5)
    return found


def costs(stopped: Stopped, margins: Floats, cost_per_hour: Floats) -> Floats:
    """Return what an event has cost when it lasts for each of these margins."""
    found = np.zeros(len(margins))
    for process in np.flatnonzero(cost_per_hour).tolist():
        here = np.flatnonzero(stopped.processes == process)
        if len(here):
            stops = np.full(len(stopped.starts), np.inf)
            stops[stopped.events[here]] = stopped.hours[here]
            still = np.maximum(margins - stops[stopped.events], 0.0)
            found += cost_per_hour[process] * still
    return found


def _best(stopped: Stopped, margins: Floats, ranks: Ints) -> Ints:
    """Return for each event the place of its first point of the highest rank."""
    events, starts = stopped.events, stopped.starts
    ranks = np.where(last_of_equals(events, margins), ranks, -1)
    highest = np.flatnonzero(ranks == np.maximum.reduceat(ranks, starts)[events])
    first: Ints = highest[np.searchsorted(events[highest], np.arange(len(starts)))]
    return first


def last_of_equals(events: Ints, margins: Floats) -> NDArray[np.bool_]:
    """Return which margin is not followed by an equal one of the same event."""
    is_last: NDArray[np.bool_] = np.ones(len(margins), dtype=np.bool_)
    is_last[:-1] = (margins[1:] != margins[:-1]) | (events[1:] != events[:-1])
    return is_last
