"""The walk from what is needed to what needs it, round each circle until nothing moves."""

from collections.abc import Callable, Container
from typing import TypeVar

from smala_lockin.analysis.failure.structure import Structure

R = TypeVar("R")


def fill(
    structure: Structure,
    falling: Container[int],
    rows: list[R],
    row_of: Callable[[int], R],
    differ: Callable[[R, R], bool],
) -> list[R]:
    """Put in `rows` what `row_of` makes of each asset that is `falling`, and return them.

    `row_of` reads the rows of what its asset needs. In a circle it is asked again as long as they
    `differ` from before; they must come to rest, as times do that only fall.
    """
    for component in structure.order:
        if len(component) == 1:
            (asset,) = component
            if asset in falling:
                rows[asset] = row_of(asset)
        else:
            _settle(structure, [one for one in component if one in falling], rows, row_of, differ)
    return rows


def _settle(
    structure: Structure,
    members: list[int],
    rows: list[R],
    row_of: Callable[[int], R],
    differ: Callable[[R, R], bool],
) -> None:
    alone_by, groups_by = structure.vital.alone_by, structure.vital.groups_by
    place = {asset: at for at, asset in enumerate(members)}
    waiting = set(members)
    while waiting:
        again: set[int] = set()
        for at, asset in enumerate(members):
            if asset in waiting and differ(rows[asset], row := row_of(asset)):
                rows[asset] = row
                owners = alone_by[asset]
                if asset in groups_by:
                    owners = [*owners, *(group.owner for group in groups_by[asset])]
                for owner in owners:
                    if place.get(owner, -1) > at:
                        waiting.add(owner)  # still to come in this round
                    elif owner in place:
                        again.add(owner)
        waiting = again
