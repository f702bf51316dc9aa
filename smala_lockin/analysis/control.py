"""Control roots: who has the last word over a supplier (semantics, section 4).

control_roots(structure) -> for each asset the numbers of its roots
"""

from smala_lockin.analysis.components import components
from smala_lockin.analysis.structure import Structure


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
    if not any(controllers):
        return roots
    for component in components(controllers):  # who controls comes first
        inside = set(component)
        above = {
            root
            for member in component
            for controller in controllers[member]
            if controller not in inside
            for root in roots[controller]
        }
        if above or len(component) > 1:
            found = above or {min(component, key=ids.__getitem__)}
            shared = tuple(sorted(found, key=ids.__getitem__))
            for member in component:
                roots[member] = shared
    return roots
