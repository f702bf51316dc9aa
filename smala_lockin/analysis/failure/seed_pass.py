"""Many sets of seeds in one pass: which of them fail which asset (semantics, section 2).

failing(structure, seeds) -> for each asset the sets that fail it, as bits
"""

from collections.abc import Collection, Iterable, Sequence

from smala_lockin.analysis.failure.bits import at_least
from smala_lockin.analysis.failure.structure import Group, Structure


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
    alone = structure.vital.alone
    groups = structure.vital.groups if redundant else {}
    for component in structure.order:
        changed = True
        while changed:
            changed = False
            for asset in component:
                found = bits[asset]
                for target in alone[asset]:
                    found |= bits[target]
                for group in groups.get(asset, ()):
                    found |= defeating(group, bits)
                if found != bits[asset]:
                    bits[asset] = found
                    changed = len(component) > 1
    return bits


def defeating(group: Group, bits: Sequence[int]) -> int:
    """Return the events that fail more members of a group than it can spare."""
    return at_least(group.spare + 1, [bits[member] for member in group.members])
