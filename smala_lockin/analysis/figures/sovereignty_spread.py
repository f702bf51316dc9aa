"""How the services that a process needs stand, objective by objective."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from smala_lockin.analysis.failure.bits import with_bits
from smala_lockin.analysis.failure.structure import Structure
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


def spreads(
    levels: Mapping[AssetId, tuple[Span, ...]], needs: Mapping[AssetId, int]
) -> tuple[ProcessSovereignty, ...]:
    """Return how what each process vitally needs stands, in their order.

    `levels` are those of each service by objective, `needs` for each process the services that
    it vitally needs, as bits in the order of the former.
    """
    services = list(levels)
    columns = zip(*levels.values(), strict=True)
    masks = [_masks(spans) for spans in columns] or [[] for _ in Objective]
    told: dict[int, tuple[ObjectiveSpread, ...]] = {}
    found = []
    for process, needed in needs.items():
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


def _masks(spans: Sequence[Span]) -> _Masks:
    """Return the levels of one objective, those of each service being given."""
    found: dict[Span, list[int]] = {one: [] for one in sorted(set(spans), key=strength)}
    if len(found) == 1:  # as where people say more than facts do
        return [(spans[0], (1 << len(spans)) - 1)]
    for number, span in enumerate(spans):
        found[span].append(number)
    return [(span, with_bits(there)) for span, there in found.items()]


def _spread(needed: int, masks: list[_Masks], services: list[AssetId]) -> Iterator[ObjectiveSpread]:
    for objective, levels in zip(_OBJECTIVES, masks, strict=True):
        counts, weakest = {}, None
        for span, mask in levels:
            if there := needed & mask:
                if weakest is None:
                    weakest = services[(there & -there).bit_length() - 1]  # of equals the first id
                counts[span] = there.bit_count()
        yield _told((objective, counts, weakest))


_OBJECTIVES = tuple(Objective)
_told = partial(tuple.__new__, ObjectiveSpread)  # eight for each process, and twice as fast


def _weakest(objectives: tuple[ObjectiveSpread, ...]) -> Objective:
    return min(objectives, key=lambda one: strength(next(iter(one.counts)))).objective
