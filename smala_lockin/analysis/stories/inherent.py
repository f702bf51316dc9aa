"""How high each risk would be if nothing stood in for anything and nobody had planned a way out.

    inherent(basis, findings) -> {key of a risk: what it would be}

What people call the inherent risk (semantics, section 7): every group needs all its members, and
exit plans are ignored. It shows what the precautions taken so far are worth.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import OF_POINTS, Finding, Rule, Sort
from smala_lockin.analysis.rating.losses import loss_impact
from smala_lockin.analysis.rules import country, dates, lock_in
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import ExitPlan
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey


class Inherent(NamedTuple):
    """What a risk would be without precautions; the likelier and worse, the greater."""

    level: Level
    impact: int
    likelihood: int


_OF_GROUPS = (Rule.FALSE_REDUNDANCY, Rule.UNTESTED_FALLBACK)
"""Rules about what stands in: without stand-ins their place is taken by the members' own risks."""

_OF_ONE = (*OF_POINTS, Rule.LOSS)
"""Rules about what breaks down, or is lost, by itself."""

_OTHERS: tuple[Callable[[Basis], Iterator[Finding]], ...] = (
    country.cut_offs,
    dates.notices,
    dates.ends_of_support,
    lock_in.captives,
)
"""What else finds risks whose levels stand-ins and exit plans can lower."""


def inherent(basis: Basis, findings: Iterable[Finding]) -> Mapping[RiskKey, Inherent]:
    """Return what each risk would be without precautions, never less than it is at present.

    A risk about things that stand in for each other is then as high as that of the worst of them
    that breaks down, or is lost, by itself.
    """
    risks = [one for one in findings if one.sort is Sort.RISK]
    found = _highest(risks)
    bare = unprotected(basis.landscape)
    if bare is basis.landscape:
        return found
    without = Basis.of(bare, basis.today, basis)
    others = chain.from_iterable(rule(without) for rule in _OTHERS)
    alone = _highest(one for one in others if one.sort is Sort.RISK)
    for one in risks:
        found[one.key] = max(
            found[one.key], alone.get(one.key, _NOTHING), *_by_themselves(without, one)
        )
    return found


def unprotected(landscape: Landscape) -> Landscape:
    """Return a landscape in which every group needs all its members, without any exit plan.

    It is the same one where that is so already.
    """
    groups = {
        id: replace(group, needed=len(landscape.members[id]), tested_on=None)
        for id, group in landscape.groups.items()
    }
    assets = {id: _without_way_out(one) for id, one in landscape.assets.items()}
    if groups == landscape.groups and assets == landscape.assets:
        return landscape
    return replace(landscape, assets=assets, groups=groups)


def _without_way_out(asset: Asset) -> Asset:
    """Return an asset without exit plan or tried fallback; where none is known that stays so."""
    facts = asset.exit_plan, asset.exit_plan_tested_on, asset.fallback_tested_on
    if facts in ((None, None, None), (ExitPlan.NONE, None, None)):
        return asset
    plan = asset.exit_plan and ExitPlan.NONE
    return replace(asset, exit_plan=plan, exit_plan_tested_on=None, fallback_tested_on=None)


def _highest(risks: Iterable[Finding]) -> dict[RiskKey, Inherent]:
    found: dict[RiskKey, Inherent] = {}
    for key, *_rest, likelihood, impact, level, _range, _assumed, _bundle, _evidence in risks:
        assert level is not None
        one = Inherent(level, impact or 1, likelihood or 1)
        found[key] = max(one, found.get(key, one))
    return found


def _by_themselves(basis: Basis, risk: Finding) -> Iterator[Inherent]:
    """Yield how high the failure, or the loss, of each thing that a risk is about is.

    What stops nothing even so, or may be lost for as long as it takes to replace, adds nothing.
    """
    yield _NOTHING
    for id in _concerned(basis, risk):
        if id in basis.curve_of:
            curve = basis.curve_of[id][Reading.USUAL]
            yield Inherent(curve.level, curve.impact, curve.likelihood)
        elif id in basis.loss_gaps:
            yield _of_loss(basis, id)


_NOTHING = Inherent(Level.VERY_LOW, 1, 1)


def _concerned(basis: Basis, risk: Finding) -> Iterable[AssetId]:
    if risk.rule in _OF_ONE:
        return risk.assets
    if risk.rule not in _OF_GROUPS:
        return ()
    members = basis.landscape.members
    return {one.target for group in risk.evidence.groups for one in members[group]}


def _of_loss(basis: Basis, supplier: AssetId) -> Inherent:
    gap = basis.loss_gaps[supplier][Reading.USUAL]
    if not gap.late:
        return _NOTHING
    likelihood, impact = basis.loss_likelihoods[supplier], loss_impact(gap)
    return Inherent(basis.level(likelihood, impact), impact, likelihood)
