"""What the file holds besides the graph: the company, and what people typed about risks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.facts import is_country

RiskKey = NewType("RiskKey", str)
"""`rule:` and ids joined by `:`, ids percent-encoded (semantics, section 7)."""


class Status(StrEnum):
    """How far the treatment of a risk has come; a person says so."""

    IDENTIFIED = "identified"
    ANALYSED = "analysed"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    TREATED = "treated"
    ACCEPTED = "accepted"
    CLOSED = "closed"


class Treatment(StrEnum):
    """What a person decides to do about a risk (ISO 31000's options, in plain words)."""

    REDUCE = "reduce"
    AVOID = "avoid"
    SHARE = "share"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Whose map it is. `revenue` is yearly, in `currency` (ISO 4217)."""

    name: str = ""
    country: str | None = None
    currency: str = "EUR"
    language: str | None = None
    revenue: float | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.country is not None and not is_country(self.country):
            raise InvalidFact("country", Fault.OUT_OF_RANGE, value=self.country)
        if len(self.currency) != 3 or not self.currency.isalpha():
            raise InvalidFact("currency", Fault.OUT_OF_RANGE, value=self.currency)
        if self.revenue is not None and not 0 <= self.revenue <= 1e15:
            raise InvalidFact("revenue", Fault.OUT_OF_RANGE, value=self.revenue)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRecord:
    """What a person typed about one risk; the program never changes it.

    `likelihood` and `impact` (1..5) are the person's own reading where it differs from the
    proposal, `residual_*` what remains after treatment.
    """

    owner: str | None = None
    treatment: Treatment | None = None
    actions: str | None = None
    due: date | None = None
    status: Status | None = None
    reason: str | None = None
    accepted_until: date | None = None
    comment: str | None = None
    likelihood: int | None = None
    impact: int | None = None
    residual_likelihood: int | None = None
    residual_impact: int | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for fact in ("likelihood", "impact", "residual_likelihood", "residual_impact"):
            value = getattr(self, fact)
            if value is not None and not 1 <= value <= 5:
                raise InvalidFact(fact, Fault.OUT_OF_RANGE, value=value)
