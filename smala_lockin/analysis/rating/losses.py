"""How often a supplier is lost, and how badly that hits (semantics, section 7, rule `loss`)."""

from collections.abc import Collection, Iterable

from smala_lockin.analysis.rating.gaps import Gap
from smala_lockin.analysis.scales.risk_table import within_scale
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, ExitPlan


def loss_likelihood(provided: Iterable[Asset], vital: Collection[Asset]) -> int:
    """Return how often a supplier is lost that provides this, some of it vitally needed, 1..5."""
    kinds = {one.kind for one in provided}
    usual = 3 if kinds == _OF_AI else 1 if kinds == _OF_THINGS else 2
    return within_scale(usual - (bool(vital) and all(map(_is_exit_tested, vital))))


_OF_AI, _OF_THINGS = {AssetKind.AI_SERVICE}, {AssetKind.INFRASTRUCTURE}


def loss_impact(found: Gap) -> int:
    """Return the impact of a loss, 1..5; of its two readings the higher counts."""
    impact, of_cost = found.impact, found.impact_of_cost
    return within_scale(impact if impact > of_cost else of_cost)


def _is_exit_tested(asset: Asset) -> bool:
    return (
        asset.exit_plan is not None
        and asset.exit_plan is ExitPlan.TESTED
        and FACTS["exit_plan"].applies(asset.kind)
    )
