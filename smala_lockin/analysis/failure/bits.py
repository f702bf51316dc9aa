"""Sets of small whole numbers as the bits of one whole number."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, or_

_FEW = 12


def bits_of(number: int) -> list[int]:
    """Return the places of the bits that are set, the lowest first."""
    found: list[int] = []
    if number.bit_count() <= _FEW:
        while number:
            lowest = number & -number
            found.append(lowest.bit_length() - 1)
            number ^= lowest
        return found
    digits = f"{number:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        found.append(place)
        place = digits.find("1", place + 1)
    return found


def with_bits(places: Iterable[int]) -> int:
    """Return the number whose bits at these places are set."""
    every = list(places)
    found = bytearray((max(every, default=0) >> 3) + 1)
    for place in every:
        found[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(found, "little")


def at_least(count: int, sets: Sequence[int]) -> int:
    """Return what is in at least `count` of some bit sets, `count` being 1 to all of them."""
    if count == 1:
        return reduce(or_, sets)
    if count == len(sets):
        return reduce(and_, sets)
    if len(sets) == 3:
        one, other, third = sets
        return one & (other | third) | other & third
    reached = [0] * (count + 1)
    for one in sets:
        for number in range(count, 1, -1):
            reached[number] |= reached[number - 1] & one
        reached[1] |= one
    return reached[count]


def united(
    order: Sequence[Sequence[int]], targets: Sequence[Sequence[int]], own: Sequence[int]
) -> list[int]:
    """Return for each asset its own bits and those of all that its targets lead to.

    `order` are components of assets that lead to each other, those led to coming first.
    """
    bits = list(own)
    for component in order:
        if len(component) == 1:
            (asset,) = component
            found = bits[asset]
            for target in targets[asset]:
                found |= bits[target]
            bits[asset] = found
            continue
        changed = True
        while changed:
            changed = False
            for asset in component:
                found = bits[asset]
                for target in targets[asset]:
                    found |= bits[target]
                if found != bits[asset]:
                    bits[asset] = found
                    changed = True
    return bits
