"""The rule about one AI behind several tools."""

from collections import Counter
from collections.abc import Iterator, Sequence

from smala_lockin.analysis.figures.ai_chains import AiChain
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind

CHANGES = 3
"""How likely it is that the maker of a model changes it, its price or its terms."""


def single_models(basis: Basis) -> Iterator[Finding]:
    """Find the makers of AI, and the families of models, behind two or more tools.

    A tool is an AI service that something other than an AI service needs; what stands behind it
    is the end of its chain. Tools of one family by different makers are told as such where no
    maker stands behind all of them. Which model is behind a tool is a question where that is not
    known and there are others.
    """
    tools = {
        one.service: one for one in basis.figures.ai_chains.all if _is_tool(basis, one.service)
    }
    if len(tools) < 2:
        return
    told: list[set[AssetId]] = []
    for root, services in basis.figures.ai_chains.by_root.items():
        if len(found := [tools[one] for one in services if one in tools]) > 1:
            told.append({one.service for one in found})
            yield _single(basis, found, root=root)
    for family, services in basis.figures.ai_chains.by_family.items():
        found = [tools[one] for one in services if one in tools]
        if len(found) > 1 and not any({one.service for one in found} <= each for each in told):
            yield _single(basis, found, family=family)
    for one in tools.values():
        if not one.families and one.models == (one.service,):
            yield _ask_model(basis, one)


def _is_tool(basis: Basis, service: AssetId) -> bool:
    assets = basis.landscape.assets
    return any(
        assets[one.source].kind is not AssetKind.AI_SERVICE
        for one in basis.landscape.needed_by[service]
    )


def _impacts(basis: Basis, chains: Sequence[AiChain]) -> tuple[int, int]:
    """Return one more where a process that matters much needs two of them, and where it may."""
    least = basis.settings.thresholds.important_criticality
    needing = Counter(process for one in chains for process in one.processes)
    twice = [process for process, count in needing.items() if count > 1]
    known = any((basis.processes[one].criticality or 0) >= least for one in twice)
    may = known or not basis.unknown["criticality"].isdisjoint(twice)
    return 3 + known, 3 + may


def _single(
    basis: Basis, chains: Sequence[AiChain], *, root: AssetId | None = None, family: str = ""
) -> Finding:
    impact, worst = _impacts(basis, chains)
    found = basis.level(CHANGES, impact)
    stops = sorted({process for one in chains for process in one.processes})
    return Finding(
        key=risk_key(Rule.AI_SINGLE_MODEL, (), root or family),
        rule=Rule.AI_SINGLE_MODEL,
        sort=Sort.RISK,
        assets=tuple(one.service for one in chains),
        likelihood=CHANGES,
        impact=impact,
        level=found,
        level_range=(found, basis.level(CHANGES, worst)),
        assumed=("criticality",) if worst > impact else (),
        evidence=Evidence(
            root=root,
            family=next((name for one in chains for name in one.families), None)
            if family
            else None,
            blast_radius=basis.blast_radius(stops),
        ),
    )


def _ask_model(basis: Basis, chain: AiChain) -> Finding:
    return Finding(
        key=risk_key(Rule.AI_SINGLE_MODEL, [chain.service]),
        rule=Rule.AI_SINGLE_MODEL,
        sort=Sort.QUESTION,
        assets=(chain.service,),
        assumed=("model_family",),
        evidence=Evidence(could_be=basis.level(CHANGES, 3)),
    )
