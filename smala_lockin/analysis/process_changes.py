"""What it would change to know one fact more about a process: how levels move with its value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from smala_lockin.analysis.assumptions import CRITICALITY, max_outage_hours, weight
from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.fact_changes import Change, worst_of
from smala_lockin.analysis.findings import Finding
from smala_lockin.analysis.risk_table import Level
from smala_lockin.domain.assets import AssetId


class Resting(NamedTuple):
    """A risk that rests on a fact, and the criticality of the worst process it stops."""

    risk: Finding
    worst: int

    @property
    def most(self) -> int:
        """The most that knowing the fact can be worth here."""
        low, high = self.risk.level_range or (Level.VERY_LOW, Level.VERY_LOW)
        return self.worst * (high - low)


def about_processes(
    basis: Basis, risks: Iterable[Finding]
) -> dict[tuple[AssetId, str], list[Resting]]:
    """Return for each unknown fact of a process the risks that rest on it and could change."""
    found: dict[tuple[AssetId, str], list[Resting]] = {}
    for one in risks:
        resting = Resting(one, worst_of(basis, one.evidence.stops))
        if resting.most:
            for fact, processes in basis.unknown.items():
                for process in processes.intersection(one.evidence.stops):
                    found.setdefault((process, fact), []).append(resting)
    return found


def may_be_urgent(risk: Finding) -> bool:
    high = risk.level_range[1] if risk.level_range else Level.VERY_LOW
    return (risk.level or Level.VERY_LOW) < Level.MEDIUM and high >= Level.HIGH


def of_processes(
    basis: Basis, asked: Mapping[tuple[AssetId, str], Sequence[Resting]]
) -> Iterator[Change]:
    """Yield what facts of processes could change, within the level range of each risk."""
    from smala_lockin.analysis.variant_arrays import Variant, levels

    variants = [
        Variant(one.risk, process, *value)
        for (process, fact), resting in asked.items()
        for value in _ends(basis, process, fact)
        for one in resting
    ]
    possible = iter(levels(basis, variants))
    for (process, fact), resting in asked.items():
        at_low = list(islice(possible, len(resting)))
        at_high = list(islice(possible, len(resting)))
        for one, *ends in zip(resting, at_low, at_high, strict=True):
            assert one.risk.level is not None
            assert one.risk.level_range is not None
            low, high = one.risk.level_range
            within = [Level(min(max(end, low), high)) for end in ends]
            yield Change(process, fact, one.worst, (one.risk.level, *within))


def _ends(basis: Basis, process: AssetId, fact: str) -> tuple[tuple[int, float], ...]:
    """Return criticality and tolerance at the low and the high end of a fact nobody gave."""
    asset = basis.processes[process]
    if fact == "max_outage_hours":
        hours = max_outage_hours(asset, basis.settings)
        return (weight(asset), hours.low), (weight(asset), hours.high)
    return tuple(
        (
            criticality,
            _known_or(asset.max_outage_hours, basis.settings.max_outage_hours[criticality][0]),
        )
        for criticality in (min(CRITICALITY), max(CRITICALITY))
    )


def _known_or(hours: float | None, usual: float) -> float:
    return usual if hours is None else hours
