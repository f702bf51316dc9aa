"""The rule about one AI behind several tools."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from smala_lockin.analysis.figures.ai_chains import Origin
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Finding,
    Rule,
    Sort,
    key_of_asset,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind

CHANGES = 3
"""How likely it is that the maker of a model changes it, its price or its terms."""


def single_models(basis: Basis) -> Iterator[Finding]:
    """Find the makers of AI, and the families of models, behind two or more tools.

    A tool is an AI service that something other than an AI service needs; what stands behind it
    is the end of its chain. Tools of one family by different makers are told as such where no
    maker stands behind all of them. Which model is behind a tool is a question where that is not
    known and there are others, unless one maker stands behind all: makers let others offer their
    models, so that different ones may well mean the same.
    """
    chains = basis.figures.ai_chains
    tools = {id: one for id, one in chains.origins.items() if _is_tool(basis, id)}
    if len(tools) < 2:
        return
    told: list[set[AssetId]] = []
    for root, services in chains.by_root.items():
        if len(found := [tools[one] for one in services if one in tools]) > 1:
            told.append({one.service for one in found})
            yield _single(basis, found, root=root)
    for family, services in chains.by_family.items():
        found = [tools[one] for one in services if one in tools]
        if len(found) > 1 and not any({one.service for one in found} <= each for each in told):
            yield _single(basis, found, family=family)
    if any(tools.keys() <= each for each in told):
        return
    needing = Counter(chain.from_iterable(map(chains.processes, tools)))
    twice = frozenset(_twice(needing))
    for one in tools.values():
        if not _is_model_known(basis, one):
            yield _ask_model(basis, one, twice)


def _is_tool(basis: Basis, service: AssetId) -> bool:
    assets, kind = basis.landscape.assets, AssetKind.AI_SERVICE
    return any(assets[one.source].kind is not kind for one in basis.landscape.needed_by[service])


def _is_model_known(basis: Basis, tool: Origin) -> bool:
    """Whether the tool says of what family its model is, or each model behind it does."""
    assets = basis.landscape.assets
    if assets[tool.service].model_family:
        return True
    return all(assets[one].model_family for one in tool.models)


def _impacts(basis: Basis, twice: Collection[AssetId]) -> tuple[int, int]:
    """Return one more where a process that matters much needs two of them, and where it may."""
    known = not basis.important.isdisjoint(twice)
    may = known or not basis.unknown["criticality"].isdisjoint(twice)
    return 3 + known, 3 + may


def _twice(needing: Mapping[AssetId, int]) -> list[AssetId]:
    """Return the processes that need two of the tools."""
    return [process for process, count in needing.items() if count > 1]


def _single(
    basis: Basis, tools: Sequence[Origin], *, root: AssetId | None = None, family: str = ""
) -> Finding:
    processes = basis.figures.ai_chains.processes
    needing = Counter(chain.from_iterable([processes(one.service) for one in tools]))
    impact, worst = _impacts(basis, _twice(needing))
    found = basis.level(CHANGES, impact)
    return make_finding(
        key=risk_key(Rule.AI_SINGLE_MODEL, (), root or family),
        rule=Rule.AI_SINGLE_MODEL,
        sort=Sort.RISK,
        assets=tuple(one.service for one in tools),
        likelihood=CHANGES,
        impact=impact,
        level=found,
        level_range=(found, basis.level(CHANGES, worst)),
        assumed=("criticality",) if worst > impact else (),
        evidence=make_evidence(
            root=root,
            family=next((name for one in tools for name in one.families), None) if family else None,
            blast_radius=basis.blast_radius(needing),
        ),
    )


def _ask_model(basis: Basis, tool: Origin, twice: frozenset[AssetId]) -> Finding:
    """Ask whose model it is; it matters most to who needs another of the tools as well.

    These are the processes that need tools `twice`.
    """
    own = basis.figures.ai_chains.processes(tool.service)
    _known, worst = _impacts(basis, twice.intersection(own))
    return make_finding(
        key=key_of_asset(Rule.AI_SINGLE_MODEL, tool.service),
        rule=Rule.AI_SINGLE_MODEL,
        sort=Sort.QUESTION,
        assets=(tool.service,),
        assumed=("model_family",),
        evidence=make_evidence(could_be=basis.level(CHANGES, worst)),
    )
