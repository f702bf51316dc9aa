"""How much goes on under the worst event of each class (semantics, section 7).

resilience(basis, findings) -> Resilience
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from smala_lockin.analysis.failure.events import Event, EventKind
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import OF_POINTS, Finding, Rule
from smala_lockin.analysis.rating.losses import loss_impact
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
    medium, cut_off = Level.MEDIUM, Rule.CUT_OFF
    risks = [one for one in findings if one.level is not None and one.level >= medium]
    every, number = basis.every, basis.every.number_of_asset
    assets = {one.assets[0] for one in risks if one.rule in _OF_ASSETS}
    codes = {code for one in risks if one.rule is cut_off and (code := one.evidence.country)}
    countries = {code: every.blast_radius(Event(EventKind.COUNTRY, code)) for code in codes}
    groups = {one.id: every.blast_radius(one) for one in _control(basis)}
    return Resilience(
        classes=(
            _worst(EventKind.ASSET, {id: every.outcomes[number[id]].blast_radius for id in assets}),
            _worst(EventKind.CONTROL, groups),
            _worst(EventKind.COUNTRY, countries),
        ),
        suppliers_mean=_suppliers_mean(basis),
    )


def _worst(kind: EventKind, blast: Mapping[str, float]) -> Worst:
    """Return the worst of some events of a kind; of equals the first by id."""
    worst = max(sorted(blast), key=blast.__getitem__, default=None)
    if worst is None:
        return Worst(kind=kind, event=None, figure=1.0)
    return Worst(kind=kind, event=Event(kind, worst), figure=1 - blast[worst])


def _control(basis: Basis) -> list[Event]:
    """Return the control group that stops most of those whose loss is such a risk, if any is."""
    every, kind = basis.every, EventKind.CONTROL
    of_many = slice(len(basis.structure.ids), None)  # events of single assets come first
    pairs = zip(every.events[of_many], every.outcomes[of_many], strict=True)
    stopping = [(event, found) for event, found in pairs if event.kind is kind and found.stops]
    stopping.sort(key=lambda one: -one[1].blast_radius)
    start, size = 0, 1
    while start < len(stopping):
        chosen = [event for event, _found in stopping[start : start + size]]
        known = basis.aftermath_of
        after = basis.aftermaths([one for one in chosen if one not in known], [Reading.USUAL])
        for event in chosen:
            gap = (known.get(event) or after[event]).gaps[Reading.USUAL]
            likelihood = basis.loss_likelihood(AssetId(event.id))
            if gap.late and basis.level(likelihood, loss_impact(gap)) >= Level.MEDIUM:
                return [event]
        start, size = start + size, 8 * size  # the first nearly always is one
    return []


def _suppliers_mean(basis: Basis) -> float | None:
    structure = basis.structure
    if not structure.suppliers:
        return None
    number, outcomes = basis.every.number_of_asset, basis.every.outcomes
    ids = map(structure.ids.__getitem__, structure.suppliers)
    blast = sum([outcomes[number[id]].blast_radius for id in ids])
    return 1 - blast / len(structure.suppliers)
