"""How much goes on under the worst event of each class (semantics, section 7).

resilience(basis, findings) -> Resilience
"""

from collections.abc import Iterable
from dataclasses import dataclass

from smala_lockin.analysis.failure.events import Event, EventKind
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import OF_POINTS, Finding, Rule
from smala_lockin.analysis.rating.losses import loss_impact, loss_likelihood
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import AssetId

_OF_ASSETS = frozenset({*OF_POINTS, Rule.LOSS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """The share of activities, by weight, that goes on under the worst event of a class, 0..1.

    The class is one of single assets, control groups, or countries outside the EEA. Of its events
    those count that are a risk of level medium or above; `event` is the one of them with the
    largest blast radius. Where there is none (None), all goes on.
    """

    kind: EventKind
    event: Event | None
    figure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Resilience:
    """How much goes on when something fails: by class of events, and over the suppliers.

    `suppliers_mean` is the mean share that goes on when one supplier is lost, whatever the risk;
    None in a map without suppliers.
    """

    classes: tuple[Worst, ...]
    suppliers_mean: float | None


def resilience(basis: Basis, findings: Iterable[Finding]) -> Resilience:
    """Return the resilience figures of a map whose findings these are."""
    risks = [one for one in findings if one.level is not None and one.level >= Level.MEDIUM]
    assets = [one.assets[0] for one in risks if one.rule in _OF_ASSETS]
    countries = [one.evidence.country for one in risks if one.rule is Rule.CUT_OFF]
    return Resilience(
        classes=(
            _worst(basis, EventKind.ASSET, [Event(EventKind.ASSET, one) for one in assets]),
            _worst(basis, EventKind.CONTROL, _control(basis)),
            _worst(
                basis,
                EventKind.COUNTRY,
                [Event(EventKind.COUNTRY, code) for code in countries if code],
            ),
        ),
        suppliers_mean=_suppliers_mean(basis),
    )


def _worst(basis: Basis, kind: EventKind, events: Iterable[Event]) -> Worst:
    blast = {event: basis.every.blast_radius(event) for event in events}
    worst = max(sorted(blast), key=blast.__getitem__, default=None)
    return Worst(kind=kind, event=worst, figure=1 - blast[worst] if worst else 1.0)


def _control(basis: Basis) -> list[Event]:
    """Return the control group that stops most of those whose loss is such a risk, if any is."""
    every = basis.every
    stopping = [
        number
        for number, event in enumerate(every.events)
        if event.kind is EventKind.CONTROL and every.outcomes[number].stops
    ]
    stopping.sort(key=lambda number: -every.outcomes[number].blast_radius)
    start, size = 0, 1
    while start < len(stopping):
        chosen = stopping[start : start + size]
        after = basis.aftermaths([every.events[one] for one in chosen], [Reading.USUAL])
        for event, found in after.items():
            gap = found.gaps[Reading.USUAL]
            likelihood = loss_likelihood(basis, AssetId(event.id))
            if gap.late and basis.level(likelihood, loss_impact(gap)) >= Level.MEDIUM:
                return [event]
        start, size = start + size, 8 * size  # the first nearly always is one
    return []


def _suppliers_mean(basis: Basis) -> float | None:
    structure = basis.structure
    if not structure.suppliers:
        return None
    events = [Event(EventKind.ASSET, structure.ids[one]) for one in structure.suppliers]
    return 1 - sum(map(basis.every.blast_radius, events)) / len(events)
