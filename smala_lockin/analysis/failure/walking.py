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
    vital = structure.vital
    waiting = dict.fromkeys(members)
    while waiting:
        again: dict[int, None] = {}
        for asset in members:
            if asset in waiting:
                row = row_of(asset)
                if differ(rows[asset], row):
                    rows[asset] = row
                    again.update(dict.fromkeys(vital.alone_by[asset]))
                    groups = vital.groups_by.get(asset, ())
                    again.update((group.owner, None) for group in groups)
        waiting = again
