"""Shapes heaped by their look, so that each heap is painted in one stroke."""

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
L = TypeVar("L", bound=Hashable)
S = TypeVar("S")


class Heaps(Generic[K, L, S]):
    """Keeps a shape and its look for each key; each can be put anew without the others."""

    def __init__(self) -> None:
        self._shapes: dict[L, dict[K, S]] = {}
        self._looks: dict[K, L] = {}

    def put(self, key: K, look: L, shape: S) -> None:
        """Keep this shape for a key, in place of another it may have had."""
        before = self._looks.get(key, look)
        if before != look:
            del self._shapes[before][key]
        self._looks[key] = look
        heap = self._shapes.get(look)
        if heap is None:
            heap = self._shapes[look] = {}
        heap[key] = shape

    def remove(self, key: K) -> None:
        """Forget the shape of a key, if it has one."""
        if key in self._looks:
            del self._shapes[self._looks.pop(key)][key]

    def clear(self) -> None:
        """Forget all."""
        self._shapes.clear()
        self._looks.clear()

    def of(self, look: L) -> list[S]:
        """Return the shapes of a look."""
        return [*self._shapes.get(look, {}).values()]

    def __iter__(self) -> Iterator[tuple[L, list[S]]]:
        return ((look, [*heap.values()]) for look, heap in self._shapes.items() if heap)
