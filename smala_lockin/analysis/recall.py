"""What was worked out for an earlier report, taken over where it was made of the same.

    recall = Recall(earlier)
    recall.once(work, one, another) -> what work makes of the two
    recall.each(work, {key: item}, shared) -> what work makes of each item

Work is a function that reads nothing but what it is given. So the same comes out of the same, and
only what an edit changed is worked out again. Inputs are compared as Python compares values; what
an edit left alone is the same object, which is seen at once.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar, TypeVarTuple

K = TypeVar("K", bound=Hashable)
I = TypeVar("I")  # noqa: E741 - an item
R = TypeVar("R")
B = TypeVar("B")
Shared = TypeVarTuple("Shared")

_Known = tuple[tuple[object, ...], Any, Any]
"""What work was given beside the items, the items or None, and what it made."""


_NOTHING = object()


class Recall:
    """The results of one report, by the work that made them."""

    def __init__(self, before: "Recall | None" = None) -> None:
        self._before: Mapping[object, _Known] = {}
        self._made: dict[object, _Known] = {}
        if before is not None:
            self._before, before._before = before._made, {}  # no chain of all earlier reports

    def once(self, work: Callable[[*Shared], R], *shared: *Shared) -> R:
        """Return what the work makes of these, as it did before if they are the same."""
        known = self._before.get(work)
        if known is None or known[0] != shared:
            known = shared, None, work(*shared)
        self._made[work] = known
        made: R = known[2]
        return made

    def each(
        self,
        work: Callable[[Mapping[K, I], *Shared], Mapping[K, R]],
        items: Mapping[K, I],
        *shared: *Shared,
        of: str = "",
    ) -> dict[K, R]:
        """Return what the work makes of each item, in their order.

        What it makes of one depends on that and on what is shared, not on the other items. Work
        that is done for several lots of items says which they are `of`.
        """
        return self._each((work, of), items, shared, lambda missing: work(missing, *shared))

    def marked(
        self,
        work: Callable[[Mapping[K, I], B, *Shared], Mapping[K, R]],
        items: Mapping[K, I],
        beside: B,
        *shared: *Shared,
        of: str = "",
    ) -> dict[K, R]:
        """Return the same where `beside`, which is given to the work as well, is not compared.

        Whatever the work reads of it has to be told by the items, if only by a mark.
        """
        return self._each((work, of), items, shared, lambda missing: work(missing, beside, *shared))

    def _each(
        self,
        work: object,
        items: Mapping[K, I],
        shared: tuple[object, ...],
        made_of: Callable[[Mapping[K, I]], Mapping[K, R]],
    ) -> dict[K, R]:
        found: dict[K, R] = {}
        known = self._before.get(work)
        if known is None or known[0] != shared:
            found.update(made_of(items) if items else {})
        else:
            before, results = known[1].get, known[2]
            missing = {}
            for key, item in items.items():
                if (old := before(key, _NOTHING)) is item or old == item:
                    found[key] = results[key]
                else:
                    missing[key] = item
            if missing:
                made = made_of(missing)
                found = {key: made[key] if key in made else found[key] for key in items}
        self._made[work] = shared, items, found
        return found
