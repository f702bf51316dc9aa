"""What stands or falls together (semantics, section 3).

loops(landscape) -> tuple[tuple[AssetId, ...], ...]
"""

from smala_lockin.analysis.failure.components import components
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape


def loops(landscape: Landscape | Structure) -> tuple[tuple[AssetId, ...], ...]:
    """Return the sets of two or more assets of which each one's failure fails all.

    They are the strongly connected components over vital dependencies that are alone or in
    groups that need all their members. Sorted, each within itself and all by their first.
    """
    structure = Structure.of(landscape)
    alone = structure.vital.alone
    found: list[tuple[AssetId, ...]] = []
    for component in structure.order:
        if len(component) > 1:
            place = {asset: number for number, asset in enumerate(component)}
            inside = [[place[t] for t in alone[asset] if t in place] for asset in component]
            found += [
                structure.ids_of(component[number] for number in loop)
                for loop in components(inside)
                if len(loop) > 1
            ]
    return tuple(sorted(found))
