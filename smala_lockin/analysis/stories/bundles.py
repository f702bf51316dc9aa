"""Bundles: risks that tell one story, so that a manager hears it once (semantics, section 7)."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from smala_lockin.analysis.failure.bits import bits_of, with_bits
from smala_lockin.analysis.failure.false_redundancy import CIRCULAR
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Numbered, Rule, Sort
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.kinds import AssetKind

FOUNDATIONS = "foundations"
SEVERAL = "several"
DEADLINES = "deadlines"
DUTIES = "duties"


def bundled(basis: Basis, findings: Mapping[Numbered, Finding]) -> dict[Numbered, Finding]:
    """Return the findings, each risk with the bundle it belongs to, the first that fits.

    A false redundancy with the points of failure behind it, and with how long it takes to switch
    between the same alternatives; a country; what falls due; what the
    law on data asks; the maker of an AI; a person; foundations; a process's own means; a
    supplier, or the root of its group where that controls two or more of the map; what stands
    behind several processes.
    """
    places = _Places(basis, list(findings.values()))
    risk = Sort.RISK
    bundle, gateways = places.bundle, places.gateways
    placed = {
        key: (one, bundle(one), gateways(one)) for key, one in findings.items() if one.sort is risk
    }
    return {**findings, **basis.recall.each(_told, placed)}


def _told(
    placed: Mapping[Numbered, tuple[Finding, str, tuple[AssetId, ...]]],
) -> dict[Numbered, Finding]:
    """Return risks with their bundle and gateways."""
    return {
        key: _finding((*one[:_BUNDLE], bundle, _with_gateways(one.evidence, gateways)))
        for key, (one, bundle, gateways) in placed.items()
    }


_BUNDLE, _GATEWAYS = Finding._fields.index("bundle"), Evidence._fields.index("gateways")


def _with_gateways(evidence: Evidence, gateways: tuple[AssetId, ...]) -> Evidence:
    if not gateways:
        return evidence
    return _evidence(evidence[:_GATEWAYS] + (gateways,) + evidence[_GATEWAYS + 1 :])  # noqa: RUF005


# `_make` takes three times as long, and `_replace` even more; so does unpacking what is joined.
_finding, _evidence = partial(tuple.__new__, Finding), partial(tuple.__new__, Evidence)


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

_FALSE, _SLOW = Rule.FALSE_REDUNDANCY, Rule.UNTESTED_FALLBACK
_PROCESS, _PEOPLE, _SUPPLIER = AssetKind.PROCESS, AssetKind.PEOPLE, AssetKind.SUPPLIER


class _Places:
    """Where each risk of a map belongs."""

    def __init__(self, basis: Basis, findings: Sequence[Finding]) -> None:
        from smala_lockin.analysis.stories.gateways import gateways

        self._basis, self._assets = basis, basis.landscape.assets
        self._through = gateways(basis)
        self._shared = _behind_false_redundancy(basis, findings)
        self._foundations = _foundations(basis, findings)
        self._roots: dict[AssetId, AssetId] = {}

    def gateways(self, finding: Finding) -> tuple[AssetId, ...]:
        """Return the gateways of the single point of failure that a risk is about, if it is."""
        assets = finding.assets
        return self._through.get(assets[0], ()) if len(assets) == 1 else ()

    def bundle(self, finding: Finding) -> str:
        """Return the bundle of a risk."""
        rule, shared = finding.rule, self._shared
        if rule is _FALSE:
            return shared.of_cause[_worst_cause(finding)]
        if rule in _OF_COUNTRIES:
            return f"country:{finding.evidence.country}"
        if rule in _TOGETHER:
            return _TOGETHER[rule]
        if rule is _SLOW and (group := finding.evidence.groups[0]) in shared.of_group:
            return shared.of_group[group]
        asset = finding.assets[0]
        kind = self._assets[asset].kind
        if rule in _OF_AI:
            return f"ai:{finding.evidence.root or self._maker(asset)}"
        if kind is _PROCESS and rule is _SLOW:
            return f"process:{asset}"
        if asset in shared.of_point:
            return shared.of_point[asset]
        if kind is _PEOPLE:
            return f"person:{asset}"
        if asset in self._foundations:
            return FOUNDATIONS
        return self._by_gateway(asset, self._through.get(asset, ()))

    def _maker(self, service: AssetId) -> AssetId:
        """Return who is behind an AI service: the root of the first supplier, else the service."""
        suppliers = self._basis.vital_suppliers.get(service, ())
        return self._root(min(suppliers)) if suppliers else service

    def _by_gateway(self, asset: AssetId, through: tuple[AssetId, ...]) -> str:
        assets, vital_suppliers = self._assets, self._basis.vital_suppliers
        if len(through) == 1:
            (gateway,) = through
            if assets[gateway].kind is _SUPPLIER:
                return self._of_supplier((gateway,))
            suppliers = vital_suppliers.get(gateway, ())
            if not suppliers:
                return f"process:{_first_late(self._basis, asset)}"
            return self._of_supplier(suppliers)
        if assets[asset].kind is _SUPPLIER:
            return self._of_supplier((asset,))
        own = vital_suppliers.get(asset, ())
        return self._of_supplier(own) if own else SEVERAL

    def _of_supplier(self, suppliers: Sequence[AssetId]) -> str:
        """Return the bundle of what these provide: all that stands behind it is one story."""
        return f"supplier:{self._root(min(suppliers))}"

    def _root(self, supplier: AssetId) -> AssetId:
        """Return who tops the group of a supplier that controls two or more others, else itself.

        Of several topmost controllers, and in a circle of control, the smallest id.
        """
        if supplier not in self._roots:
            structure = self._basis.structure
            root = self._basis.figures.roots[structure.index[supplier]][0]
            controlled = structure.closure([root], structure.controlled)
            self._roots[supplier] = structure.ids[root] if len(controlled) > 2 else supplier
        return self._roots[supplier]


def _first_late(basis: Basis, asset: AssetId) -> AssetId:
    margins = basis.point_of[asset].margins
    return min(margins, key=lambda process: (margins[process], process))


def _foundations(basis: Basis, findings: Iterable[Finding]) -> frozenset[AssetId]:
    """Return infrastructure and places that nearly all stands on, and suppliers of only those."""
    least = basis.settings.thresholds.foundation_blast
    ground = {
        one.asset
        for one in basis.points
        if one.blast_radius >= least and basis.landscape.assets[one.asset].kind in _GROUND
    }
    if not ground:
        return frozenset()
    suppliers = {
        supplier for supplier, provided in basis.provided.items() if ground.issuperset(provided)
    }
    concerned = {asset for finding in findings for asset in finding.assets}
    return frozenset((ground | suppliers) & concerned)


_GROUND = (AssetKind.INFRASTRUCTURE, AssetKind.LOCATION)


class _Shared(NamedTuple):
    """The stories of false redundancies: by their worst cause, group, and point of failure."""

    of_cause: Mapping[str, str]
    of_group: Mapping[GroupId, str]
    of_point: Mapping[AssetId, str]


def _behind_false_redundancy(basis: Basis, findings: Sequence[Finding]) -> _Shared:
    """Return the stories of false redundancies, and which points of failure belong to them.

    Alternatives that the same cause takes away are one story, named by the first of their keys.
    The points are its relevant causes, or lie between one and an owner, the owner included: they
    fail with the cause and fail an owner by themselves. The first finding that fits has them.
    """
    every, index = basis.every, basis.structure.index
    every_number = every.number_of_asset
    number = {f"asset:{one.asset}": every_number[one.asset] for one in basis.points}
    assets = (one.asset for one in basis.points)
    points = dict(zip(number.values(), assets, strict=True))
    left = with_bits(points)
    found: dict[AssetId, str] = {}
    rule = Rule.FALSE_REDUNDANCY
    false = [one for one in findings if one.rule is rule]
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
    of_group = {
        group: of_cause[_worst_cause(one)] for one in false for group in one.evidence.groups
    }
    return _Shared(of_cause, of_group, found)


def _worst_cause(finding: Finding) -> str:
    """Return what takes alternatives away; those that go in a circle each have their own."""
    cause = finding.evidence.causes[0]
    return finding.key if cause == CIRCULAR else cause
