"""The computed figures of a landscape, each worked out when it is first asked for.

They are no findings: rules read them, and so do the window, the commands and the workbook.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from smala_lockin.analysis.concentration import Concentration, concentration
from smala_lockin.analysis.control import control_roots
from smala_lockin.analysis.event_pass import EveryEvent
from smala_lockin.analysis.exits import ExitClock, exit_clocks
from smala_lockin.analysis.lock_in import LockInIndices
from smala_lockin.analysis.reach import Reaches
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import catalogue
from smala_lockin.knowledge.alternatives import alternatives_of


@dataclass(frozen=True, eq=False)
class Figures:
    """Lock-in, exit clocks and concentration of a landscape as of a day.

    Where they cross to another process, every figure is worked out first and what they were
    worked out from stays behind.
    """

    every: EveryEvent
    reaches: Reaches
    today: date

    @property
    def landscape(self) -> Landscape:
        """The map itself."""
        return self.every.structure.landscape

    @cached_property
    def roots(self) -> Sequence[tuple[int, ...]]:
        """The control roots of each supplier, as numbers of the structure."""
        return control_roots(self.every.structure)

    @cached_property
    def lock_in(self) -> LockInIndices:
        """The lock-in index of services and suppliers."""
        return LockInIndices.of(self.landscape, today=self.today, alternatives=_alternatives)

    @cached_property
    def exits(self) -> tuple[ExitClock, ...]:
        """When what has a contract, and each online service, can be left."""
        return exit_clocks(self.landscape, today=self.today)

    @cached_property
    def concentration(self) -> Concentration:
        """In whose hands services and infrastructure lie."""
        return concentration(self.every, roots=self.roots, category=_category)

    def __getstate__(self) -> dict[str, object]:
        for name in _SHOWN:
            getattr(self, name)
        return {name: value for name, value in self.__dict__.items() if name not in _WORKINGS}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)


_SHOWN = ("lock_in", "exits", "concentration")
_WORKINGS = ("every", "reaches", "roots")


def _alternatives(catalogue_id: str) -> tuple[tuple[str, str], ...]:
    found = ((catalogue.vendor(one.alternative), one) for one in alternatives_of(catalogue_id))
    return tuple((vendor.name, one.effort) for vendor, one in found if vendor)


def _category(catalogue_id: str) -> str | None:
    found = catalogue.vendor(catalogue_id)
    return found.category if found else None
