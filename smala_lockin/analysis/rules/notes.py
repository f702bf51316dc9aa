"""Notes: what is worth knowing about a map without being a risk, and the first question."""

from collections.abc import Collection, Iterator
from itertools import chain
from operator import attrgetter

from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Finding,
    Rule,
    Sort,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import ONLINE_SERVICES, SERVICES, AssetKind, Role


def notes(basis: Basis) -> Iterator[Finding]:
    """Note loops, assets nothing is drawn to, what no process needs, and facts that most lack.

    In a map without any process the first question is which activities the stand-ins serve.
    """
    for loop in basis.loops:
        key = risk_key(Rule.LOOP, loop)
        yield make_finding(key=key, rule=Rule.LOOP, sort=Sort.NOTE, assets=loop)
    alone = orphans(basis)
    if alone:
        yield make_finding(
            key=risk_key(Rule.ORPHAN), rule=Rule.ORPHAN, sort=Sort.NOTE, assets=alone
        )
    if basis.structure.stand_ins:
        yield from _stand_ins(basis)
        return
    served = _served(basis)
    idle = unserved(basis, frozenset(alone), served)
    if idle:
        key = risk_key(Rule.UNSERVED)
        yield make_finding(key=key, rule=Rule.UNSERVED, sort=Sort.NOTE, assets=idle)
    yield from _missing(basis, served)


def orphans(basis: Basis) -> tuple[AssetId, ...]:
    """Return the assets without any dependency, in the map's order."""
    landscape = basis.landscape
    return tuple(
        key for key in landscape.assets if not landscape.needs[key] and not landscape.needed_by[key]
    )


def unserved(
    basis: Basis, orphaned: frozenset[AssetId], served: Collection[AssetId]
) -> tuple[AssetId, ...]:
    """Return what no process needs, at any depth and however badly, in the map's order.

    Orphans, and suppliers that are there because they control others, are left out. `served` is
    what processes need, with these.
    """
    structure = basis.structure
    return tuple(
        key
        for number, key in enumerate(structure.ids)
        if key not in served
        and key not in orphaned
        and not (structure.controlled[number] or structure.funded[number])
    )


def _served(basis: Basis) -> set[AssetId]:
    """Return the processes and what they need, at any depth and however badly."""
    needs, control = basis.landscape.needs, Role.CONTROLLED_BY
    served: set[AssetId] = set(basis.processes)
    waiting = list(served)
    while waiting:
        for one in needs[waiting.pop()]:
            if one.target not in served and one.role is not control:
                served.add(one.target)
                waiting.append(one.target)
    return served


def missing_facts(basis: Basis, served: Collection[AssetId]) -> tuple[tuple[str, int, int], ...]:
    """Return which facts that decide results most assets lack: fact, how many lack it, of how many.

    Only assets that are `served`, as a process needs them, count, and only facts of which more
    than half are unknown; the one that is missing most often comes first.
    """
    of_kind: dict[AssetKind, list[Asset]] = {kind: [] for kind in AssetKind}
    for key, asset in basis.landscape.assets.items():
        if key in served:
            of_kind[asset.kind].append(asset)
    found = []
    for fact, kinds in _DECISIVE.items():
        could = sum(len(of_kind[kind]) for kind in kinds)
        values = map(attrgetter(fact), chain.from_iterable([of_kind[kind] for kind in kinds]))
        lacking = [*values].count(None)
        if 2 * lacking > could:
            found.append((fact, lacking, could))
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


_DECISIVE = {
    "criticality": frozenset({AssetKind.PROCESS}),
    "max_outage_hours": frozenset({AssetKind.PROCESS}),
    "country": frozenset({AssetKind.SUPPLIER}),
    "hosting_countries": ONLINE_SERVICES,
    "personal_data": SERVICES,
    "recovery_hours": SERVICES | {AssetKind.INFRASTRUCTURE},
    "replacement_days": SERVICES,
    "data_export": SERVICES,
    "contract_end": ONLINE_SERVICES,
}
"""The facts on which most figures rest, and the kinds of asset that they matter for."""


def _missing(basis: Basis, served: Collection[AssetId]) -> Iterator[Finding]:
    if missing := missing_facts(basis, served):
        yield make_finding(
            key=risk_key(Rule.MISSING_FACTS),
            rule=Rule.MISSING_FACTS,
            sort=Sort.NOTE,
            assets=(),
            evidence=make_evidence(missing=missing),
        )


def _stand_ins(basis: Basis) -> Iterator[Finding]:
    assets = tuple(sorted(basis.processes))
    if assets:
        yield make_finding(
            key=risk_key(Rule.STAND_INS),
            rule=Rule.STAND_INS,
            sort=Sort.QUESTION,
            assets=assets,
            evidence=make_evidence(stops=assets),
        )
