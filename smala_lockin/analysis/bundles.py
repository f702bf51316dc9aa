"""Bundles: risks that tell one story, so that a manager hears it once (semantics, section 7)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.events import EventKind
from smala_lockin.analysis.findings import Finding, Rule, Sort
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Need

FOUNDATIONS = "foundations"
SEVERAL = "several"
FOUNDATION_BLAST = 0.9
"""The blast radius from which infrastructure or a place counts as a foundation."""


def bundled(basis: Basis, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, each risk with the bundle it belongs to, the first that fits.

    A false redundancy with the points of failure behind it; a country; a person; foundations;
    a process's own means; a supplier, or the root of its group where that controls two or more
    of the map; what stands behind several processes.
    """
    found = tuple(findings)
    shared = _behind_false_redundancy(basis, found)
    foundations = _foundations(basis, found)
    return tuple(
        replace(
            one,
            bundle=_bundle(basis, one, shared, foundations),
            evidence=replace(one.evidence, gateways=_gateways_of(basis, one)),
        )
        if one.sort is Sort.RISK
        else one
        for one in found
    )


def gateways(basis: Basis, point: AssetId) -> tuple[AssetId, ...]:
    """Return through what the failure of an asset reaches the processes.

    These are the assets, not processes, that a stopped process directly and vitally needs and
    that fail with it, less those failing because of another of them. Sorted by id.
    """
    near: set[AssetId] = set()
    for process in basis.point_of[point].stops:
        for one in basis.landscape.needs[process]:
            is_means = one.target not in basis.processes
            if one.need is Need.VITAL and is_means and basis.fails(one.target, point):
                near.add(one.target)
    return tuple(sorted(one for one in near if not _is_dragged(basis, one, near)))


def _is_dragged(basis: Basis, asset: AssetId, near: set[AssetId]) -> bool:
    """Whether an asset fails because of another of these; of two that fail together one leads."""
    return any(
        other != asset
        and basis.fails(asset, other)
        and (not basis.fails(other, asset) or other < asset)
        for other in near
    )


def control_root(basis: Basis, supplier: AssetId) -> AssetId:
    """Return who tops the group of a supplier where it controls two or more others, else itself.

    Of several topmost controllers, and in a circle of control, the smallest id.
    """
    structure = basis.structure
    above = structure.closure([structure.index[supplier]], structure.controllers)
    tops = [
        i
        for i in above
        if structure.closure([i], structure.controllers)
        <= structure.closure([i], structure.controlled)
    ]
    root = min((structure.ids[i] for i in tops), default=supplier)
    controlled = structure.closure([structure.index[root]], structure.controlled)
    return root if len(controlled) > 2 else supplier


def _gateways_of(basis: Basis, finding: Finding) -> tuple[AssetId, ...]:
    if len(finding.assets) == 1 and finding.assets[0] in basis.point_of:
        return gateways(basis, finding.assets[0])
    return ()


def _bundle(
    basis: Basis,
    finding: Finding,
    shared: Mapping[AssetId, str],
    foundations: frozenset[AssetId],
) -> str:
    if finding.rule is Rule.FALSE_REDUNDANCY:
        return str(finding.key)
    if finding.rule in (Rule.CUT_OFF, Rule.LEGAL_REACH):
        return f"country:{finding.evidence.country}"
    asset = finding.assets[0]
    kind = basis.landscape.assets[asset].kind
    if asset in shared:
        return shared[asset]
    if kind is AssetKind.PEOPLE:
        return f"person:{asset}"
    if asset in foundations:
        return FOUNDATIONS
    return _by_gateway(basis, asset)


def _by_gateway(basis: Basis, asset: AssetId) -> str:
    found = gateways(basis, asset)
    is_supplier = basis.landscape.assets[asset].kind is AssetKind.SUPPLIER
    if len(found) == 1:
        suppliers = basis.vital_suppliers.get(found[0], ())
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
    ground = {
        one.asset
        for one in basis.points
        if basis.landscape.assets[one.asset].kind in (AssetKind.INFRASTRUCTURE, AssetKind.LOCATION)
        and one.blast_radius >= FOUNDATION_BLAST
    }
    suppliers = {
        supplier for supplier, provided in basis.provided.items() if ground.issuperset(provided)
    }
    concerned = {asset for finding in findings for asset in finding.assets}
    return frozenset((ground | suppliers) & concerned)


def _behind_false_redundancy(basis: Basis, findings: Iterable[Finding]) -> dict[AssetId, str]:
    """Return the points of failure that belong to a false redundancy, with its bundle.

    They are its relevant causes, or lie between one and an owner, the owner included: they fail
    with the cause and fail an owner by themselves.
    """
    found: dict[AssetId, str] = {}
    for finding in findings:
        if finding.rule is Rule.FALSE_REDUNDANCY:
            for cause in finding.evidence.causes:
                for point in _behind(basis, cause, finding.assets):
                    found.setdefault(point, str(finding.key))
    return found


def _behind(basis: Basis, cause: str, owners: tuple[AssetId, ...]) -> list[AssetId]:
    """Return a cause, if an asset, and the points of failure between it and an owner."""
    kind, _colon, id = cause.partition(":")
    if kind != EventKind.ASSET or AssetId(id) not in basis.point_of:
        return []
    itself = AssetId(id)
    between = (
        point.asset
        for point in basis.points
        if point.asset != itself
        and basis.fails(point.asset, itself)
        and any(basis.fails(owner, point.asset) for owner in owners)
    )
    return [itself, *between]
