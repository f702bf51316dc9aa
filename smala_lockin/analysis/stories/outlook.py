"""What to find out first, how much would go on, and what the precautions taken are worth.

It takes a while, and not everybody who wants a report looks at it; so it is worked out when asked
for, for the window by the analyst.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from smala_lockin.analysis.collector import collector_at_rest
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.stories.inherent import Inherent, inherent
from smala_lockin.analysis.stories.next_questions import NextQuestion, next_questions
from smala_lockin.analysis.stories.resilience import Resilience, resilience
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey


@dataclass(frozen=True, eq=False)
class Outlook:
    """The outlook of a landscape as of a day, whose findings these are.

    Where it crosses to another process only this does, and the rest is worked out again there.
    """

    landscape: Landscape
    today: date
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, basis: Basis, findings: tuple[Finding, ...]) -> "Outlook":
        """Return the outlook of a landscape of which the basis is known already."""
        found = cls(basis.landscape, basis.today, findings)
        found.__dict__["basis"] = basis
        return found

    @cached_property
    def basis(self) -> Basis:
        """What the rules read."""
        return Basis.of(self.landscape, self.today)

    @property
    def known(self) -> Basis | None:
        """The basis, if it was worked out already."""
        return self.__dict__.get("basis")

    @cached_property
    def next_questions(self) -> tuple[NextQuestion, ...]:
        """Which unknown facts to find out first."""
        with collector_at_rest():
            return next_questions(self.basis, self.findings)

    @cached_property
    def resilience(self) -> Resilience:
        """How much goes on under the worst event of each class."""
        return resilience(self.basis, self.findings)

    @cached_property
    def inherent(self) -> Mapping[RiskKey, Inherent]:
        """What each risk would be without stand-ins and exit plans."""
        with collector_at_rest():
            return inherent(self.basis, self.findings)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.landscape, self.today, self.findings)
