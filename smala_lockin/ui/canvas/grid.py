"""Where cards are: those near a place found without a look at all of them."""

from collections.abc import Hashable, Iterator
from math import floor
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF

from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH

K = TypeVar("K", bound=Hashable)
Cell = tuple[int, int]

_CELL = 2 * CARD_WIDTH


class Grid(Generic[K]):
    """Keeps the middles of cards in square cells."""

    def __init__(self) -> None:
        self._cells: dict[Cell, dict[K, QPointF]] = {}
        self._where: dict[K, Cell] = {}

    def put(self, key: K, at: QPointF) -> None:
        """Remember where the middle of a card is."""
        cell = floor(at.x() / _CELL), floor(at.y() / _CELL)
        before = self._where.get(key)
        if before is not None and before != cell:
            self._leave(key, before)
        self._where[key] = cell
        self._cells.setdefault(cell, {})[key] = at

    def remove(self, key: K) -> None:
        """Forget a card."""
        cell = self._where.pop(key, None)
        if cell is not None:
            self._leave(key, cell)

    def touching(self, frame: QRectF) -> list[K]:
        """Return the cards that a frame touches, in no order."""
        near = frame.adjusted(-CARD_WIDTH / 2, -CARD_HEIGHT / 2, CARD_WIDTH / 2, CARD_HEIGHT / 2)
        left, right, top, bottom = near.left(), near.right(), near.top(), near.bottom()
        return [
            key
            for cell in self._cells_in(left, right, top, bottom)
            for key, at in cell.items()
            if left <= at.x() <= right and top <= at.y() <= bottom
        ]

    def _cells_in(
        self, left: float, right: float, top: float, bottom: float
    ) -> Iterator[dict[K, QPointF]]:
        first, last = floor(left / _CELL), floor(right / _CELL)
        highest, lowest = floor(top / _CELL), floor(bottom / _CELL)
        if (last - first + 1) * (lowest - highest + 1) > len(self._cells):
            yield from self._cells.values()
            return
        for column in range(first, last + 1):
            for row in range(highest, lowest + 1):
                cell = self._cells.get((column, row))
                if cell is not None:
                    yield cell

    def _leave(self, key: K, cell: Cell) -> None:
        there = self._cells[cell]
        del there[key]
        if not there:
            del self._cells[cell]
