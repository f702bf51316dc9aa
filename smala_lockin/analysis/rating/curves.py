"""The point of a risk curve that is proposed, of one outage or of many.

proposal(stop_hours, weighed, kind) -> Proposal
curves(outages, weighed) -> for each by reading a Proposal
"""

from collections.abc import Mapping, Sequence

from smala_lockin.analysis.rating.risk_curve import Outage, Proposal
from smala_lockin.analysis.scales.assumptions import Estimate
from smala_lockin.analysis.scales.weighing import Reading, Weighed
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind


def proposal(
    stop_hours: Mapping[AssetId, float],
    weighed: Weighed,
    kind: AssetKind,
    *,
    recovery: Estimate | None = None,
    units: int | None = None,
    tested: bool = False,
) -> Proposal:
    """Return the point of an `Outage`'s curve with the highest level.

    Ties: the higher impact, then the sooner.
    """
    from smala_lockin.analysis.rating.curve_arrays import proposals

    outage = Outage(stop_hours=stop_hours, kind=kind, recovery=recovery, units=units, tested=tested)
    return next(proposals([outage], [weighed]))[0]


def curves(
    outages: Sequence[Outage], weighed: Mapping[Reading, Weighed], *, least_impact: int = 1
) -> list[dict[Reading, Proposal]]:
    """Return the `proposal` for each of many outages under each reading of the unknown.

    Being too late is felt as no less than `least_impact`.
    """
    from smala_lockin.analysis.rating.curve_arrays import proposals

    found = proposals(outages, list(weighed.values()), least_impact)
    return [dict(zip(weighed, one, strict=True)) for one in found]
