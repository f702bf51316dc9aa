"""The computed figures of a landscape, each worked out when it is first asked for.

They are no findings: rules read them, and so do the window, the commands and the workbook.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from smala_lockin.analysis.failure.control import control_roots
from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.figures.ai_chains import AiChains
from smala_lockin.analysis.figures.concentration import Concentration, concentration
from smala_lockin.analysis.figures.ecosystem import Threat, threats
from smala_lockin.analysis.figures.exits import ExitClock, contract_clocks, exit_clocks
from smala_lockin.analysis.figures.lock_in import LockInIndices
from smala_lockin.analysis.figures.reach import Reaches
from smala_lockin.analysis.figures.sovereignty import Sovereignty
from smala_lockin.analysis.recall import Recall
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import catalogue
from smala_lockin.knowledge.alternatives import alternatives_of


@dataclass(frozen=True, eq=False)
class Figures:
    """What a landscape amounts to as of a day, beside what fails when.

    Where they cross to another process only the map does, and they are worked out again there.
    """

    landscape: Landscape
    today: date

    @classmethod
    def of(
        cls, every: EveryEvent, reaches: Reaches, *, today: date, recall: Recall | None = None
    ) -> "Figures":
        """Return the figures of a landscape of which failures and reach are known already."""
        found = cls(every.structure.landscape, today)
        found.__dict__.update(every=every, reaches=reaches, recall=recall or Recall())
        return found

    @cached_property
    def every(self) -> EveryEvent:
        """What each event stops."""
        return EveryEvent.of(self.landscape)

    @cached_property
    def reaches(self) -> Reaches:
        """Whose law reaches what."""
        return Reaches.of(self.every.structure)

    @cached_property
    def recall(self) -> Recall:
        """What was worked out before."""
        return Recall()

    @cached_property
    def roots(self) -> Sequence[tuple[int, ...]]:
        """The control roots of each supplier, as numbers of the structure."""
        return control_roots(self.every.structure)

    @cached_property
    def lock_in(self) -> LockInIndices:
        """The lock-in index of services and suppliers."""
        return LockInIndices.of(
            self.landscape, today=self.today, alternatives=_alternatives, recall=self.recall
        )

    @cached_property
    def exits(self) -> tuple[ExitClock, ...]:
        """When what has a contract, and each online service, can be left."""
        return exit_clocks(self.landscape, today=self.today, recall=self.recall)

    @cached_property
    def contracts(self) -> tuple[ExitClock, ...]:
        """Of these the clocks of contracts whose end is known."""
        return contract_clocks(self.landscape, today=self.today, recall=self.recall)

    @cached_property
    def concentration(self) -> Concentration:
        """In whose hands services and infrastructure lie."""
        return concentration(self.every, roots=self.roots, category=_category)

    @cached_property
    def ai_chains(self) -> AiChains:
        """What stands behind each AI service."""
        return AiChains.of(self.every.structure, roots=self.roots)

    @cached_property
    def sovereignty(self) -> Sovereignty:
        """The sovereignty levels of the use of each service."""
        return Sovereignty.of(
            self.every, reaches=self.reaches, roots=self.roots, chains=self.ai_chains
        )

    @cached_property
    def threats(self) -> tuple[Threat, ...]:
        """The threat of the suppliers of which it was rated."""
        return threats(self.landscape)

    def __reduce__(self) -> tuple[type["Figures"], tuple[Landscape, date]]:
        return Figures, (self.landscape, self.today)


def _alternatives(catalogue_id: str) -> tuple[tuple[str, str], ...]:
    found = ((catalogue.vendor(one.alternative), one) for one in alternatives_of(catalogue_id))
    return tuple((vendor.name, one.effort) for vendor, one in found if vendor)


def _category(catalogue_id: str) -> str | None:
    found = catalogue.vendor(catalogue_id)
    return found.category if found else None
