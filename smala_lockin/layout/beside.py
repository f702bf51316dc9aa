"""Room for a few more cards near where they are wanted."""

from collections.abc import Iterable, Iterator, Sequence

from smala_lockin.domain.landscape import Position
from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH, COLUMN, LAYER, ROW

_GAP = 12.0
_FAR, _NEAR = 40, 10
_MANY = 60


class Room:
    """What is taken on a map, and what is free beside it."""

    def __init__(self, taken: Iterable[Position]) -> None:
        self._cells: dict[tuple[int, int], list[Position]] = {}
        for place in taken:
            self.take(place)

    def take(self, place: Position) -> None:
        """Put a card at a place."""
        self._cells.setdefault(_cell(place), []).append(place)

    def near(self, wanted: Position) -> Position:
        """Return the free place nearest to the wanted one, so that no two cards touch.

        Looked for in steps of a column and of a row, some thousand places in all; where they are
        all taken it is the wanted one.
        """
        ways = _ways(_FAR)
        return next((at for at in (_by(wanted, way) for way in ways) if self.is_free(at)), wanted)

    def near_together(self, wanted: Sequence[Position]) -> list[Position]:
        """Return free places for several cards that keep their formation.

        Many cards, and those for which there is no room near by, go below all others.
        """
        if len(wanted) <= _MANY:
            for way in _ways(_NEAR):
                places = [_by(one, way) for one in wanted]
                if all(map(self.is_free, places)):
                    return places
        lowest = max((y for cell in self._cells.values() for _x, y in cell), default=0.0)
        highest = min((y for _x, y in wanted), default=0.0)
        return [(x, y + lowest + LAYER - highest) for x, y in wanted]

    def is_free(self, place: Position) -> bool:
        """Tell whether a card has room at a place."""
        across, down = _cell(place)
        return not any(
            _touch(place, other)
            for x in (across - 1, across, across + 1)
            for y in (down - 1, down, down + 1)
            for other in self._cells.get((x, y), ())
        )


def _cell(place: Position) -> tuple[int, int]:
    return int(place[0] // COLUMN), int(place[1] // ROW)


def _by(place: Position, way: Position) -> Position:
    return place[0] + way[0], place[1] + way[1]


def _touch(one: Position, other: Position) -> bool:
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    return across < CARD_WIDTH + _GAP and down < CARD_HEIGHT + _GAP


def _ways(rings: int) -> Iterator[Position]:
    """Yield steps away, ring by ring, those along the row first: rows are levels."""
    yield 0.0, 0.0
    for ring in range(1, rings):
        rim = [
            (across, down)
            for across in range(-ring, ring + 1)
            for down in range(-ring, ring + 1)
            if max(abs(across), abs(down)) == ring
        ]
        rim.sort(key=lambda step: (abs(step[1]), abs(step[0]), -step[1], -step[0]))
        for across, down in rim:
            yield across * COLUMN, down * ROW
