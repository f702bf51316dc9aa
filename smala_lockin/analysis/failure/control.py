"""Control roots: who has the last word over a supplier (semantics, section 4).

control_roots(structure) -> for each asset the numbers of its roots
"""

from smala_lockin.analysis.failure.components import components
from smala_lockin.analysis.failure.structure import Structure


def control_roots(structure: Structure) -> list[tuple[int, ...]]:
    """Return for each supplier its topmost controllers by `group`, sorted by id.

    A supplier that nobody controls is its own root. Suppliers that control each other in a
    circle are one root, named by the smallest id. A joint venture has several roots. What is no
    supplier has none.
    """
    controllers, ids = structure.controllers, structure.ids
    roots: list[tuple[int, ...]] = [()] * len(ids)
    for supplier in structure.suppliers:
        roots[supplier] = (supplier,)
    above: dict[int, set[int]] = {}
    for circle in _circles(controllers):  # who controls comes first
        inside = set(circle)
        tops = {
            root
            for member in circle
            for controller in controllers[member]
            if controller not in inside
            for root in above[controller]
        }
        found = tops or {min(circle, key=ids.__getitem__)}
        above.update(dict.fromkeys(circle, found))
    for supplier, found in above.items():
        roots[supplier] = tuple(sorted(found, key=ids.__getitem__))
    return roots


def _circles(controllers: list[list[int]]) -> list[list[int]]:
    """Return those who control or are controlled, those in a circle together."""
    involved = {one for one, above in enumerate(controllers) if above}
    numbers = sorted(involved.union(*(controllers[one] for one in involved)))
    place = {one: number for number, one in enumerate(numbers)}
    targets = [[place[above] for above in controllers[one]] for one in numbers]
    return [[numbers[member] for member in circle] for circle in components(targets)]
