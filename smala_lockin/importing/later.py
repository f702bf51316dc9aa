"""Values that are made once somebody looks at them, as most of a large import never are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, overload

from smala_lockin.formats.uncollected import uncollected

T = TypeVar("T")


class Later(Sequence[T]):
    """Many values of which only the number is known, until somebody asks for one of them.

    They equal the tuple of them, and cross to another process as one.
    """

    def __init__(self, count: int, make: Callable[[], Iterable[T]]) -> None:
        """`make` gives as many values as it is said to; it is called once at most."""
        self._count = count
        self._make: Callable[[], Iterable[T]] | None = make
        self._made: tuple[T, ...] = ()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        return self._all()[place]

    def __iter__(self) -> Iterator[T]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Later, tuple)) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __reduce__(self) -> tuple[type[tuple[T, ...]], tuple[tuple[T, ...]]]:
        return tuple, (self._all(),)

    def _all(self) -> tuple[T, ...]:
        if self._make is not None:
            with uncollected():
                self._made = tuple(self._make())
            self._make = None
        return self._made
