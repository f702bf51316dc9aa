"""How the services that a process needs stand, objective by objective."""

from collections.abc import Iterator

from smala_lockin.analysis.failure.bits import with_bits
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.sovereignty import Sovereignty
from smala_lockin.analysis.figures.sovereignty_levels import (
    Objective,
    ObjectiveSpread,
    ProcessSovereignty,
    Span,
    strength,
)
from smala_lockin.domain.assets import AssetId

_Masks = list[tuple[Span, int]]
"""For each level that occurs, the weakest first, the services that stand there, as bits."""


def spreads(sovereignty: Sovereignty) -> tuple[ProcessSovereignty, ...]:
    """Return how what each process vitally needs stands, by id."""
    services = list(sovereignty.levels)
    masks = [_masks(sovereignty, place) for place in range(len(Objective))]
    told: dict[int, tuple[ObjectiveSpread, ...]] = {}
    found = []
    for process, needed in sovereignty.services_needed.items():
        if needed not in told:  # many processes need the same
            told[needed] = tuple(_spread(needed, masks, services))
        objectives = told[needed]
        found.append(
            ProcessSovereignty(
                process=process,
                services=needed.bit_count(),
                objectives=objectives,
                weakest=_weakest(objectives) if needed else None,
            )
        )
    return tuple(found)


def path(structure: Structure, process: AssetId, service: AssetId) -> tuple[AssetId, ...]:
    """Return a shortest way of vital needs from one asset to another; empty if none."""
    start, end = structure.index[process], structure.index[service]
    came_from = {start: start}
    walk = [start]
    for asset in walk:  # grows while it is walked: breadth first
        if asset == end:
            break
        for target in structure.vital_targets[asset]:
            if target not in came_from:
                came_from[target] = asset
                walk.append(target)
    if end not in came_from:
        return ()
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(structure.ids[asset] for asset in reversed(way))


def _masks(sovereignty: Sovereignty, place: int) -> _Masks:
    found: dict[Span, list[int]] = {}
    for number, spans in enumerate(sovereignty.levels.values()):
        found.setdefault(spans[place], []).append(number)
    return [(span, with_bits(found[span])) for span in sorted(found, key=strength)]


def _spread(needed: int, masks: list[_Masks], services: list[AssetId]) -> Iterator[ObjectiveSpread]:
    for objective, levels in zip(Objective, masks, strict=True):
        counts, weakest = {}, None
        for span, mask in levels:
            if there := needed & mask:
                if weakest is None:
                    weakest = services[(there & -there).bit_length() - 1]  # of equals the first id
                counts[span] = there.bit_count()
        yield ObjectiveSpread(objective, counts, weakest)


def _weakest(objectives: tuple[ObjectiveSpread, ...]) -> Objective:
    return min(objectives, key=lambda one: strength(next(iter(one.counts)))).objective
