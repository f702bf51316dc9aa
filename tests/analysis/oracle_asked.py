"""What a question is, and the levels by which questions are read out slowly."""

from collections.abc import Iterator
from typing import NamedTuple

SENSITIVE, HARMFUL, USUAL, MEDIUM = 4, 2, 1, 2
ABOUT_PEOPLE = ("ordinary", "sensitive")
DATA = {None: 4, "none": 2, "ordinary": 3, "sensitive": 4}
OUTSIDE = {"US": 2, "CN": 3}
"""How likely harm is where data is kept in countries that the strategies use."""


class Asked(NamedTuple):
    """What is asked: of which assets, the first leading; which facts; how bad it could be."""

    assets: tuple[str, ...]
    facts: tuple[str, ...]
    could_be: int
    stops: frozenset[str] = frozenset()


Found = Iterator[tuple[str, Asked]]
"""Questions by their keys."""
