"""What it would change to know one fact more about a process, for all processes (numpy).

    changes = ProcessChanges.of(basis, risks)
    changes.at_most() -> for each unknown fact of a process the most that it can be worth
    changes.weighed(facts) -> what some of them are worth

A risk rests on a fact of each process that it stops. Facts are read at their low and high end, as
assumed otherwise, within the level range of the risk.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.failure.stopped_arrays import Floats, Ints, repeated
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.analysis.rating.level_arrays import PointLines, Varied
from smala_lockin.analysis.scales.assumptions import CRITICALITY, max_outage_hours
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import AssetId


class Worth(NamedTuple):
    """What a fact of a process is worth, and whether an answer could make a low risk a high one."""

    process: AssetId
    fact: str
    worth: float
    urgent: bool


class _End(NamedTuple):
    """What each process is, by place, at one end of a fact."""

    criticality: Ints
    tolerance_hours: Floats


@dataclass(frozen=True, eq=False)
class _Risks:
    """The risk of each single point of failure: level, range, criticality of the worst stopped.

    Where there is none, or none that could change, the range has no width.
    """

    now: Ints
    low: Ints
    high: Ints
    worst: Ints
    is_loss: NDArray[np.bool_]

    @classmethod
    def of(cls, lines: PointLines, risks: Iterable[Finding]) -> Self:
        number, loss = lines.number, Rule.LOSS
        rows = [
            (number[one.assets[0]], one.level, *one.level_range, one.rule is loss)
            for one in risks
            if one.level is not None and one.level_range is not None
        ]
        found = np.zeros((4, len(number)), dtype=np.int64)
        if rows:
            every = chain.from_iterable(rows)  # rows as such take four times as long
            table = np.fromiter(every, np.int64, 5 * len(rows)).reshape(-1, 5).T
            found[:, table[0]] = table[1:]
        now, low, high, is_loss = found
        stopped = lines.stopped
        worst = np.maximum.reduceat(lines.scale.criticality[stopped.processes], stopped.starts)
        return cls(now, low, high, worst, is_loss.astype(np.bool_))


@dataclass(frozen=True, eq=False)
class ProcessChanges:
    """The unknown facts of processes, with the risks that rest on each."""

    lines: PointLines
    risks: _Risks
    ends: Mapping[str, tuple[_End, _End]]
    resting: Mapping[tuple[AssetId, str], Ints]
    """For each unknown fact the places in the lines of the process that could change a risk."""
    worth_of_losses: Mapping[str, Floats]
    """For each fact what it is worth to know it, at each place in the lines of a lost supplier."""
    urgent_losses: Mapping[str, NDArray[np.bool_]]

    @classmethod
    def of(cls, basis: Basis, findings: Iterable[Finding]) -> Self:
        """Return what could change about risks of the single points of failure of a map."""
        lines = basis.point_lines
        risks = _Risks.of(lines, findings)
        ends = _ends(basis, lines.ids)
        points = lines.stopped.events
        of_loss = np.flatnonzero((risks.is_loss & (risks.low < risks.high))[points])
        worth, urgent = {}, {}
        every = [
            _at(end, lines.stopped.processes[of_loss]) for both in ends.values() for end in both
        ]
        reached = lines.levels_of_losses(repeated(of_loss, len(every)), *_joined(every))
        by_end = reached.reshape(len(every), -1)
        for number, fact in enumerate(ends):
            levels = by_end[2 * number : 2 * number + 2]
            worth[fact] = np.zeros(len(points))
            urgent[fact] = np.zeros(len(points), dtype=np.bool_)
            worth[fact][of_loss], urgent[fact][of_loss] = _weighed(risks, points[of_loss], levels)
        return cls(
            lines=lines,
            risks=risks,
            ends=ends,
            resting=dict(_resting(basis, lines, risks)),
            worth_of_losses=worth,
            urgent_losses=urgent,
        )

    def at_most(self) -> Iterator[Worth]:
        """Yield the most that each fact can be worth; of lost suppliers that is known."""
        risks, stopped, ids = self.risks, self.lines.stopped, self.lines.ids
        span = np.where(risks.is_loss, 0, risks.worst * (risks.high - risks.low))
        may_be = (risks.now < _MEDIUM) & (risks.high >= _HIGH) & ~risks.is_loss
        may_change = (risks.low < risks.high)[stopped.events]
        processes, points = stopped.processes[may_change], stopped.events[may_change]
        for fact in self.ends:
            lost, urgent = self.worth_of_losses[fact], self.urgent_losses[fact]
            sums = np.bincount(processes, lost[may_change] + span[points], len(ids)).tolist()
            is_urgent = np.bincount(processes, urgent[may_change] | may_be[points], len(ids))
            for process, worth, times in zip(ids, sums, is_urgent.tolist(), strict=True):
                if (process, fact) in self.resting:
                    yield Worth(process, fact, worth, times > 0)

    def weighed(self, asked: Sequence[tuple[AssetId, str]]) -> Iterator[Worth]:
        """Yield what these facts are worth."""
        risks, lines = self.risks, self.lines
        every = [self.resting[one] for one in asked]
        out = [places[~risks.is_loss[lines.stopped.events[places]]] for places in every]
        worth, urgent = self._of_outages(asked, out)
        start = 0
        for (process, fact), places, outages in zip(asked, every, out, strict=True):
            these = slice(start, start + len(outages))
            start += len(outages)
            yield Worth(
                process,
                fact,
                float(self.worth_of_losses[fact][places].sum() + worth[these].sum()),
                bool(self.urgent_losses[fact][places].any() or urgent[these].any()),
            )

    def _of_outages(
        self, asked: Sequence[tuple[AssetId, str]], places: Sequence[Ints]
    ) -> tuple[Floats, NDArray[np.bool_]]:
        chosen = np.concatenate(places)
        points = self.lines.stopped.events[chosen]
        if not len(chosen):
            return np.zeros(0), np.zeros(0, dtype=np.bool_)
        processes = self.lines.stopped.processes[chosen]
        stopped = self.lines.stopped.processes
        every = [
            _at(self.ends[fact][end], stopped[these])
            for end in range(2)
            for (_process, fact), these in zip(asked, places, strict=True)
        ]
        both = repeated(points, 2), repeated(processes, 2)
        varied = Varied.of(self.lines, *both, *_joined(every))
        return _weighed(self.risks, points, varied.levels().reshape(2, -1))


def _at(end: _End, processes: Ints) -> _End:
    """Return what these processes are, one after the other."""
    return _End(end.criticality[processes], end.tolerance_hours[processes])


def _joined(ends: Sequence[_End]) -> _End:
    """Return several ends in one line: to work them out together takes little longer than one."""
    criticality, tolerance_hours = zip(*ends, strict=True)
    return _End(np.concatenate(criticality), np.concatenate(tolerance_hours))


def _weighed(
    risks: _Risks, points: Ints, levels: Iterable[Ints]
) -> tuple[Floats, NDArray[np.bool_]]:
    """Return what levels that risks could have are worth, and which are urgent to know."""
    now, low, high = risks.now[points], risks.low[points], risks.high[points]
    most = least = now
    for one in levels:
        within = np.minimum(np.maximum(one, low), high)
        most, least = np.maximum(most, within), np.minimum(least, within)
    worth: Floats = (risks.worst[points] * (most - least)).astype(np.float64)
    return worth, (now < _MEDIUM) & (most >= _HIGH)


_MEDIUM, _HIGH = int(Level.MEDIUM), int(Level.HIGH)
"""Numpy is slow to compare members of an enumeration."""


def _resting(
    basis: Basis, lines: PointLines, risks: _Risks
) -> Iterator[tuple[tuple[AssetId, str], Ints]]:
    may_change = (risks.low < risks.high)[lines.stopped.events]
    order = np.argsort(lines.stopped.processes, kind="stable")
    order = order[may_change[order]]
    starts = np.searchsorted(lines.stopped.processes[order], np.arange(len(lines.ids) + 1))
    for place, process in enumerate(lines.ids):
        places = order[starts[place] : starts[place + 1]]
        for fact, processes in basis.unknown.items():
            if process in processes and len(places):
                yield (process, fact), places


def _ends(basis: Basis, ids: Sequence[AssetId]) -> dict[str, tuple[_End, _End]]:
    """Return what processes are at the low and the high end of each fact, where it is unknown."""
    usual = basis.weighed[Reading.USUAL]
    criticality = np.array([usual.criticality[one] for one in ids], dtype=np.int64)
    assets = [basis.processes[one] for one in ids]
    hours = [max_outage_hours(one, basis.settings) for one in assets]
    known = np.array([one.max_outage_hours is not None for one in assets])
    tolerance = np.array([one.usual for one in hours])
    low, high = (
        _End(
            np.full(len(ids), end),
            np.where(known, tolerance, basis.settings.max_outage_hours[end][0]),
        )
        for end in (min(CRITICALITY), max(CRITICALITY))
    )
    return {
        "criticality": (low, high),
        "max_outage_hours": (
            _End(criticality, np.array([one.low for one in hours])),
            _End(criticality, np.array([one.high for one in hours])),
        ),
    }
