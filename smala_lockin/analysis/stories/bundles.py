"""Bundles: risks that tell one story, so that a manager hears it once (semantics, section 7)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from smala_lockin.analysis.failure.bits import bits_of, with_bits
from smala_lockin.analysis.failure.events import Event, EventKind
from smala_lockin.analysis.failure.false_redundancy import CIRCULAR
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Need
from smala_lockin.domain.records import RiskKey

FOUNDATIONS = "foundations"
SEVERAL = "several"
DEADLINES = "deadlines"
DUTIES = "duties"


def bundled(basis: Basis, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, each risk with the bundle it belongs to, the first that fits.

    A false redundancy with the points of failure behind it; a country; what falls due; what the
    law on data asks; the maker of an AI; a person; foundations; a process's own means; a
    supplier, or the root of its group where that controls two or more of the map; what stands
    behind several processes.
    """
    found = tuple(findings)
    through = Gateways(basis)
    shared = _behind_false_redundancy(basis, found)
    foundations = _foundations(basis, found)
    placed = {
        one.key: (
            one,
            _bundle(basis, one, shared, foundations, through),
            _gateways_of(basis, one, through),
        )
        for one in found
        if one.sort is Sort.RISK
    }
    told = basis.recall.each(_told, placed)
    return tuple(told[one.key] if one.sort is Sort.RISK else one for one in found)


def _told(
    placed: Mapping[RiskKey, tuple[Finding, str, tuple[AssetId, ...]]],
) -> dict[RiskKey, Finding]:
    """Return risks with their bundle and gateways."""
    return {
        key: one._replace(bundle=bundle, evidence=_with_gateways(one.evidence, gateways))
        for key, (one, bundle, gateways) in placed.items()
    }


def _with_gateways(evidence: Evidence, gateways: tuple[AssetId, ...]) -> Evidence:
    return evidence._replace(gateways=gateways) if gateways else evidence


_OF_COUNTRIES = (
    Rule.CUT_OFF,
    Rule.LEGAL_REACH,
    Rule.HOSTING_THIRD_COUNTRY,
    Rule.CONCENTRATION_COUNTRY,
)
_OF_AI = (Rule.AI_TRAINING, Rule.AI_SINGLE_MODEL)
_TOGETHER = {
    Rule.NOTICE_DEADLINE: DEADLINES,
    Rule.END_OF_SUPPORT: DEADLINES,
    Rule.NO_DPA: DUTIES,
}
"""The rules whose findings are one list in a calendar, or on a desk."""


class Gateways:
    """Through what the failure of each asset reaches the processes.

    These are the assets, not processes, that a stopped process directly and vitally needs and
    that fail with it, less those failing because of another of them.
    """

    def __init__(self, basis: Basis) -> None:
        self._number = basis.every.number
        stopped = _stopped(basis)
        self._means = sorted(stopped)
        self._found = self._all(basis, stopped)

    def of(self, point: AssetId) -> tuple[AssetId, ...]:
        """Return the gateways of a single point of failure, sorted by id."""
        return tuple(self._found.get(self._number[Event(EventKind.ASSET, point)], ()))

    def _all(self, basis: Basis, stopped: Mapping[AssetId, int]) -> dict[int, list[AssetId]]:
        """Return the gateways of each event that is a point."""
        points = with_bits(self._number[Event(EventKind.ASSET, one.asset)] for one in basis.points)
        bits, index = basis.every.bits, basis.structure.index
        near = [bits[index[one]] & stopped[one] & points for one in self._means]
        found: dict[int, list[AssetId]] = {}
        for one, own, draggers in zip(self._means, near, self._all_draggers(basis), strict=True):
            dragged = 0
            for other in draggers:
                dragged |= near[other]
            for event in bits_of(own & ~dragged):
                found.setdefault(event, []).append(one)
        return found

    def _all_draggers(self, basis: Basis) -> list[list[int]]:
        """Return for each of the means which others drag it along when they fail.

        Of two that fail together the first one leads.
        """
        events = [self._number[Event(EventKind.ASSET, one)] for one in self._means]
        place = {event: number for number, event in enumerate(events)}
        mask = with_bits(events)
        bits = [basis.every.bits[basis.structure.index[one]] & mask for one in self._means]
        found: list[list[int]] = []
        for one, event in enumerate(events):
            others = map(place.__getitem__, bits_of(bits[one] ^ 1 << event))
            found.append([other for other in others if other < one or not bits[other] >> event & 1])
        return found


def _stopped(basis: Basis) -> dict[AssetId, int]:
    """Return what processes directly and vitally need, with the events that stop one of these.

    As bits; processes themselves are left out.
    """
    every, structure = basis.every, basis.structure
    found: dict[AssetId, int] = {}
    for process in basis.processes:
        bits = every.bits[structure.index[process]]
        for one in basis.landscape.needs[process]:
            if one.need is Need.VITAL and one.target not in basis.processes:
                found[one.target] = found.get(one.target, 0) | bits
    return found


def control_root(basis: Basis, supplier: AssetId) -> AssetId:
    """Return who tops the group of a supplier where it controls two or more others, else itself.

    Of several topmost controllers, and in a circle of control, the smallest id.
    """
    structure = basis.structure
    root = basis.figures.roots[structure.index[supplier]][0]
    controlled = structure.closure([root], structure.controlled)
    return structure.ids[root] if len(controlled) > 2 else supplier


def _gateways_of(basis: Basis, finding: Finding, through: Gateways) -> tuple[AssetId, ...]:
    if len(finding.assets) == 1 and finding.assets[0] in basis.point_of:
        return through.of(finding.assets[0])
    return ()


def _bundle(
    basis: Basis,
    finding: Finding,
    shared: "_Shared",
    foundations: frozenset[AssetId],
    through: Gateways,
) -> str:
    if finding.rule is Rule.FALSE_REDUNDANCY:
        return shared.of_cause[_worst_cause(finding)]
    if finding.rule in _OF_COUNTRIES:
        return f"country:{finding.evidence.country}"
    if finding.rule in _TOGETHER:
        return _TOGETHER[finding.rule]
    asset = finding.assets[0]
    kind = basis.landscape.assets[asset].kind
    if finding.rule in _OF_AI:
        maker = finding.evidence.root or _maker(basis, asset)
        return f"ai:{maker}"
    if finding.rule is Rule.UNTESTED_FALLBACK and kind is AssetKind.PROCESS:
        return f"process:{asset}"
    if asset in shared.of_point:
        return shared.of_point[asset]
    if kind is AssetKind.PEOPLE:
        return f"person:{asset}"
    if asset in foundations:
        return FOUNDATIONS
    return _by_gateway(basis, asset, through.of(asset))


def _maker(basis: Basis, service: AssetId) -> AssetId:
    """Return who is behind an AI service: the root of the first supplier, else the service."""
    suppliers = basis.vital_suppliers.get(service, ())
    return control_root(basis, min(suppliers)) if suppliers else service


def _by_gateway(basis: Basis, asset: AssetId, found: tuple[AssetId, ...]) -> str:
    is_supplier = basis.landscape.assets[asset].kind is AssetKind.SUPPLIER
    if len(found) == 1:
        suppliers = basis.vital_suppliers.get(found[0], ())
        if basis.landscape.assets[found[0]].kind is AssetKind.SUPPLIER:
            return _of_supplier(basis, (found[0],))
        if not suppliers:
            return f"process:{_first_late(basis, asset)}"
        return _of_supplier(basis, suppliers)
    if is_supplier:
        return _of_supplier(basis, (asset,))
    own = basis.vital_suppliers.get(asset, ())
    return _of_supplier(basis, own) if own else SEVERAL


def _of_supplier(basis: Basis, suppliers: Iterable[AssetId]) -> str:
    """Return the bundle of what these provide together: all that stands behind it is one story."""
    return f"supplier:{control_root(basis, min(suppliers))}"


def _first_late(basis: Basis, asset: AssetId) -> AssetId:
    margins = basis.point_of[asset].margins
    return min(margins, key=lambda process: (margins[process], process))


def _foundations(basis: Basis, findings: Iterable[Finding]) -> frozenset[AssetId]:
    """Return infrastructure and places that nearly all stands on, and suppliers of only those."""
    least = basis.settings.thresholds.foundation_blast
    ground = {
        one.asset
        for one in basis.points
        if basis.landscape.assets[one.asset].kind in (AssetKind.INFRASTRUCTURE, AssetKind.LOCATION)
        and one.blast_radius >= least
    }
    suppliers = {
        supplier for supplier, provided in basis.provided.items() if ground.issuperset(provided)
    }
    concerned = {asset for finding in findings for asset in finding.assets}
    return frozenset((ground | suppliers) & concerned)


class _Shared(NamedTuple):
    """The stories of false redundancies: by their worst cause, and by point of failure."""

    of_cause: Mapping[str, str]
    of_point: Mapping[AssetId, str]


def _behind_false_redundancy(basis: Basis, findings: Sequence[Finding]) -> _Shared:
    """Return the stories of false redundancies, and which points of failure belong to them.

    Alternatives that the same cause takes away are one story, named by the first of their keys.
    The points are its relevant causes, or lie between one and an owner, the owner included: they
    fail with the cause and fail an owner by themselves. The first finding that fits has them.
    """
    every, index = basis.every, basis.structure.index
    of_points = [(Event(EventKind.ASSET, one.asset), one.asset) for one in basis.points]
    number = {str(event): every.number[event] for event, _asset in of_points}
    points = {every.number[event]: asset for event, asset in of_points}
    left = with_bits(points)
    found: dict[AssetId, str] = {}
    false = [one for one in findings if one.rule is Rule.FALSE_REDUNDANCY]
    of_cause: dict[str, str] = {}
    for finding in sorted(false, key=lambda one: one.key):
        of_cause.setdefault(_worst_cause(finding), finding.key)
    for finding in false:
        causes = with_bits(number[one] for one in finding.evidence.causes if one in number)
        failing = 0
        for owner in finding.assets:
            failing |= every.bits[index[owner]]
        for event in bits_of((causes | failing) & left):
            point = points[event]
            if causes >> event & 1 or every.bits[index[point]] & causes:
                found[point] = of_cause[_worst_cause(finding)]
                left ^= 1 << event
    return _Shared(of_cause, found)


def _worst_cause(finding: Finding) -> str:
    """Return what takes alternatives away; those that go in a circle each have their own."""
    cause = finding.evidence.causes[0]
    return finding.key if cause == CIRCULAR else cause
