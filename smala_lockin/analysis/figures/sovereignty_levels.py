"""The objectives of sovereignty, and what is said of them: levels as ranges, and how they spread.

After the EU Cloud Sovereignty Framework (semantics, section 5).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from smala_lockin.domain.assets import AssetId


class Objective(StrEnum):
    """The objectives of the framework, by their published codes."""

    STRATEGIC = "SOV-1"
    LEGAL = "SOV-2"
    DATA_AND_AI = "SOV-3"
    OPERATIONAL = "SOV-4"
    SUPPLY_CHAIN = "SOV-5"
    TECHNOLOGY = "SOV-6"
    SECURITY = "SOV-7"
    ENVIRONMENT = "SOV-8"


class Grounds(StrEnum):
    """What a level rests on."""

    ANSWER = "answer"
    FACTS = "facts"
    NOTHING = "nothing"


HIGHEST = 4
Span = tuple[int, int]
"""The lowest and the highest level it could be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The level of one objective for one service, and what it rests on.

    `countries` are those that hold it down: of the control root, of laws, of hosting, of a
    cut-off. `missing` are the facts that nobody gave and that could change it.
    """

    service: AssetId
    objective: Objective
    low: int
    high: int
    grounds: Grounds
    countries: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class ObjectiveSpread(NamedTuple):
    """How the services that a process vitally needs stand in one objective.

    `counts` are the services by level, the weakest first: of each range its highest value counts
    before its lowest. `weakest` is the service that stands lowest, None where there is none.
    """

    objective: Objective
    counts: Mapping[Span, int]
    weakest: AssetId | None


class ProcessSovereignty(NamedTuple):
    """How the services stand that a process vitally needs, at any depth, stand-ins among them.

    `weakest` is the objective with the lowest level of all; None without services.
    """

    process: AssetId
    services: int
    objectives: tuple[ObjectiveSpread, ...]
    weakest: Objective | None


def strength(span: Span) -> tuple[int, int]:
    """Return by what levels are put in order: what they are at best, then what at worst."""
    return span[1], span[0]
