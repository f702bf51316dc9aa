"""How much would go on under the worst event of each class (semantics, section 7).

resilience(basis, findings) -> tuple[Resilience, ...]
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.events import Event, EventKind
from smala_lockin.analysis.findings import Finding, Rule, Sort
from smala_lockin.analysis.risk_table import Level

CLASSES = (EventKind.ASSET, EventKind.CONTROL, EventKind.COUNTRY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resilience:
    """The share of activities, by weight, that goes on under the worst event of a class, 0..1.

    The class is one of assets, control groups, or countries outside the EEA; of its events those
    count that a risk of level medium or above is about, `counted` many; `worst` is the one with
    the largest blast radius, None where none counts: then all goes on.
    """

    kind: EventKind
    figure: float
    worst: Event | None
    counted: int
