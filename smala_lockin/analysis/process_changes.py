"""What it would change to know one fact more about a process: how levels move with its value."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from smala_lockin.analysis.assumptions import CRITICALITY, max_outage_hours
from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.fact_changes import (
    Change,
    levels_of_losses,
    levels_of_outages,
    worst_of,
)
from smala_lockin.analysis.findings import Finding, Rule
from smala_lockin.analysis.risk_curve import Reading, Weighed
from smala_lockin.analysis.risk_table import Level
from smala_lockin.domain.assets import Asset, AssetId

_Resting = list[Finding]


def about_processes(basis: Basis, risks: Iterable[Finding]) -> dict[tuple[AssetId, str], _Resting]:
    """Return for each unknown fact of a process the risks that rest on it."""
    found: dict[tuple[AssetId, str], _Resting] = {}
    for one in risks:
        for fact, processes in basis.unknown.items():
            for process in processes.intersection(one.evidence.stops):
                found.setdefault((process, fact), []).append(one)
    return found


def bound(item: tuple[tuple[AssetId, str], _Resting]) -> tuple[float, AssetId, str]:
    """Return, below zero, the most that a fact of a process can be worth; then its name."""
    (process, fact), resting = item
    spans = ((one.level_range or (Level.VERY_LOW, Level.VERY_LOW)) for one in resting)
    widest = max(CRITICALITY) * sum(high - low for low, high in spans)
    return -widest, process, fact


def may_be_urgent(risk: Finding) -> bool:
    high = risk.level_range[1] if risk.level_range else Level.VERY_LOW
    return (risk.level or Level.VERY_LOW) < Level.MEDIUM and high >= Level.HIGH


def of_process(basis: Basis, process: AssetId, fact: str, resting: _Resting) -> Iterator[Change]:
    """Yield what one fact of a process could change, within the level range of each risk."""
    asset = basis.processes[process]
    possible: dict[str, list[Level]] = {}
    for value in _values(basis, asset, fact):
        given: dict[str, Any] = {fact: value}
        changed = {**basis.processes, process: replace(asset, **given)}
        revenue = basis.landscape.company.revenue
        weighed = Weighed.of(changed, Reading.USUAL, revenue, basis.settings)
        lost = [one for one in resting if one.rule is Rule.LOSS]
        days = basis.structure.days_lost
        suppliers = [
            (one.assets[0], days[basis.structure.index[one.assets[0]]].usual) for one in lost
        ]
        out = [one for one in resting if one.rule is not Rule.LOSS]
        outages = [
            basis.outage(one.assets[0], basis.point_of[one.assets[0]].stop_times) for one in out
        ]
        levels = [
            *levels_of_losses(basis, weighed, suppliers),
            *levels_of_outages(weighed, outages),
        ]
        for one, level in zip((*lost, *out), levels, strict=True):
            possible.setdefault(one.key, []).append(level)
    for one in resting:
        assert one.level is not None
        assert one.level_range is not None
        low, high = one.level_range
        levels = [min(max(level, low), high) for level in possible[one.key]]
        worst = worst_of(basis, one.evidence.stops)
        yield Change(process, fact, worst, (one.level, *levels))


def _values(basis: Basis, process: Asset, fact: str) -> tuple[float, ...]:
    """Return the low, assumed and high value of a fact of a process that nobody gave."""
    if fact == "criticality":
        return CRITICALITY
    found = max_outage_hours(process, basis.settings)
    return found.low, found.usual, found.high
