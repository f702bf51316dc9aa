"""How often a supplier is lost, and how badly that hits (semantics, section 7, rule `loss`)."""

from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.gaps import Gap
from smala_lockin.analysis.scales.risk_table import within_scale
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, ExitPlan


def loss_likelihood(basis: Basis, supplier: AssetId) -> int:
    """Return how often a supplier like this is lost, 1..5."""
    assets = basis.landscape.assets
    provided = [assets[one] for one in basis.provided.get(supplier, ())]
    kinds = {one.kind for one in provided}
    usual = 3 if kinds == _OF_AI else 1 if kinds == _OF_THINGS else 2
    vital = basis.structure.vitally_provided.get(supplier, ())
    ready = bool(vital) and all(_is_exit_tested(assets[one]) for one in vital)
    return within_scale(usual - ready)


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
