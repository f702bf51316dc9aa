"""Spending: who is paid how much in a year, and for what (semantics, section 4).

spending = Spending.of(landscape)
spending.paid -> what each supplier is paid
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import SERVICES, AssetKind
from smala_lockin.domain.landscape import Landscape

BASE = SERVICES | {AssetKind.INFRASTRUCTURE}
"""The kinds of assets whose cost counts, with that of their suppliers."""


@dataclass(frozen=True, eq=False)
class Spending:
    """What is spent on the services and the infrastructure of a map; assets are numbers.

    Amounts are per year in the company's currency. What is paid back counts as nothing.
    """

    structure: Structure
    base: list[int]
    """The services and the infrastructure."""

    @classmethod
    def of(cls, landscape: Landscape | Structure) -> "Spending":
        """Return what is spent in a landscape."""
        structure = Structure.of(landscape)
        base = [number for number, one in enumerate(structure.assets) if one.kind in BASE]
        return cls(structure=structure, base=base)

    @cached_property
    def provided(self) -> Mapping[int, Sequence[int]]:
        """For each supplier of the base what of it it provides, however badly that needs it."""
        found: dict[int, list[int]] = {}
        for item in self.base:
            for supplier in self.structure.providers.get(item, ()):
                found.setdefault(supplier, []).append(item)
        return found

    @cached_property
    def services(self) -> Mapping[int, tuple[AssetId, ...]]:
        """Of what each of these suppliers provides the services, by id."""
        assets, ids_of = self.structure.assets, self.structure.ids_of
        return {
            supplier: ids_of([one for one in items if assets[one].kind in SERVICES])
            for supplier, items in self.provided.items()
        }

    @cached_property
    def paid(self) -> Mapping[int, float]:
        """What each supplier of the base is paid.

        Its own `annual_cost` if known, else its part of what it vitally provides: suppliers
        share equally. An item that needs no supplier vitally is shared by all it has.
        """
        found = dict.fromkeys(self.provided, 0.0)
        for item in self.base:
            if cost := self.cost(item):
                sharing = self.sharing(item)
                for supplier in sharing:
                    found[supplier] += cost / len(sharing)
        for supplier in self._priced:
            found[supplier] = self.cost(supplier) or 0.0
        return found

    @cached_property
    def alone(self) -> Sequence[int]:
        """What of the base nobody is known to provide."""
        return [item for item in self.base if not self.structure.providers.get(item)]

    @cached_property
    def unsure(self) -> Mapping[int, tuple[AssetId, ...]]:
        """The suppliers that may be paid more than is known, with what has no known cost.

        That is what they are paid for; where that is nothing, who knows what for, they themselves.
        """
        shared: dict[int, list[int]] = {}
        for item in self.base:
            for supplier in self.sharing(item):
                shared.setdefault(supplier, []).append(item)
        found, assets, priced = {}, self.structure.assets, self._priced
        for supplier in self.provided:
            if supplier not in priced:
                items = shared.get(supplier, [supplier])
                if unpriced := [one for one in items if assets[one].annual_cost is None]:
                    found[supplier] = self.structure.ids_of(unpriced)
        return found

    @cached_property
    def whole(self) -> float:
        """All that is known to be spent."""
        return sum(self.paid.values()) + sum(self.cost(item) or 0.0 for item in self.alone)

    @cached_property
    def coverage(self) -> float:
        """The share of the base, 0..1, whose cost is known, from itself or all its suppliers."""
        return sum(map(self._is_covered, self.base)) / len(self.base) if self.base else 0.0

    def cost(self, asset: int) -> float | None:
        """Return what an asset itself is known to cost."""
        cost = self.structure.assets[asset].annual_cost
        return None if cost is None else max(0.0, cost)

    def sharing(self, item: int) -> Sequence[int]:
        """Return who shares the cost of an item: those it vitally needs, else all it has."""
        providers = self.structure.providers.get(item, {})
        return [one for one, is_vital in providers.items() if is_vital] or list(providers)

    def _is_covered(self, item: int) -> bool:
        if self.cost(item) is not None:
            return True
        if self._priced.isdisjoint(self.structure.providers.get(item, ())):
            return False
        return self._priced.issuperset(self.sharing(item))

    @cached_property
    def _priced(self) -> set[int]:
        """Those suppliers of the base of which it is known what they cost."""
        return {one for one in self.provided if self.cost(one) is not None}
