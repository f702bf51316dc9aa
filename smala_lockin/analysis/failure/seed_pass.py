"""Many sets of seeds in one pass: which of them fail which asset (semantics, section 2).

failing(structure, seeds) -> for each asset the sets that fail it, as bits
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from smala_lockin.analysis.failure.bits import at_least
from smala_lockin.analysis.failure.needs import Group
from smala_lockin.analysis.failure.structure import Structure


def failing(
    structure: Structure, seeds: Iterable[Collection[int]], *, redundant: bool = True
) -> list[int]:
    """Return for each asset, as bits, which of these sets of seeds fail it.

    Without `redundant`, groups that have something to spare are taken away.
    """
    bits = [0] * len(structure.ids)
    for number, assets in enumerate(seeds):
        bit = 1 << number
        for asset in assets:
            bits[asset] |= bit
    spread(structure, bits, redundant=redundant)
    return bits


def spread(structure: Structure, bits: list[int], *, redundant: bool = True) -> None:
    """Add to the bits of each asset what fails it beside what has it down from the beginning."""
    alone = structure.vital.alone
    every_group = structure.vital.groups if redundant else {}
    for asset, targets, pairs, groups, circle in structure.steps:
        if circle:
            _go_round(circle, alone, every_group, bits)
            continue
        found = bits[asset]
        for target in targets:
            found |= bits[target]
        if redundant:
            for one, other in pairs:
                found |= bits[one] & bits[other]
            for group in groups:
                found |= defeating(group, bits)
        bits[asset] = found


def _go_round(
    circle: Sequence[int],
    alone: Sequence[Sequence[int]],
    groups: Mapping[int, Sequence[Group]],
    bits: list[int],
) -> None:
    """Unite what fails the assets of a circle until nothing is added."""
    changed = True
    while changed:
        changed = False
        for asset in circle:
            found = bits[asset]
            for target in alone[asset]:
                found |= bits[target]
            for group in groups.get(asset, ()):
                found |= defeating(group, bits)
            if found != bits[asset]:
                bits[asset] = found
                changed = True


def defeating(group: Group, bits: Sequence[int]) -> int:
    """Return the events that fail more members of a group than it can spare."""
    sets = [bits[member] for member in group.members]
    if len(sets) == 2:  # of two one is to spare
        return sets[0] & sets[1]
    return at_least(group.spare + 1, sets)
