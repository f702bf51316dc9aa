"""Notes: what is worth knowing about a map without being a risk, and the first question."""

from collections.abc import Iterator

from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Role


def notes(basis: Basis) -> Iterator[Finding]:
    """Note loops, assets nothing is drawn to, and what no process needs.

    In a map without any process the first question is which activities the stand-ins serve.
    """
    for loop in basis.loops:
        key = risk_key(Rule.LOOP, loop)
        yield Finding(key=key, rule=Rule.LOOP, sort=Sort.NOTE, assets=loop)
    alone = orphans(basis)
    if alone:
        yield Finding(key=risk_key(Rule.ORPHAN), rule=Rule.ORPHAN, sort=Sort.NOTE, assets=alone)
    if basis.structure.stand_ins:
        yield from _stand_ins(basis)
        return
    idle = unserved(basis, frozenset(alone))
    if idle:
        key = risk_key(Rule.UNSERVED)
        yield Finding(key=key, rule=Rule.UNSERVED, sort=Sort.NOTE, assets=idle)


def orphans(basis: Basis) -> tuple[AssetId, ...]:
    """Return the assets without any dependency, in the map's order."""
    landscape = basis.landscape
    return tuple(
        key for key in landscape.assets if not landscape.needs[key] and not landscape.needed_by[key]
    )


def unserved(basis: Basis, orphaned: frozenset[AssetId]) -> tuple[AssetId, ...]:
    """Return what no process needs, at any depth and however badly, in the map's order.

    Orphans, and suppliers that are there because they control others, are left out.
    """
    landscape = basis.landscape
    served: set[AssetId] = set(basis.processes)
    waiting = list(served)
    while waiting:
        for one in landscape.needs[waiting.pop()]:
            if one.role is not Role.CONTROLLED_BY and one.target not in served:
                served.add(one.target)
                waiting.append(one.target)
    controlling = {
        one.target for one in landscape.dependencies.values() if one.role is Role.CONTROLLED_BY
    }
    return tuple(
        key
        for key, asset in landscape.assets.items()
        if key not in served
        and key not in orphaned
        and not (asset.kind is AssetKind.SUPPLIER and key in controlling)
    )


def _stand_ins(basis: Basis) -> Iterator[Finding]:
    assets = tuple(basis.processes)
    if assets:
        yield Finding(
            key=risk_key(Rule.STAND_INS),
            rule=Rule.STAND_INS,
            sort=Sort.QUESTION,
            assets=assets,
            evidence=Evidence(stops=assets),
        )
