"""The rule about services that are hard to leave."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from smala_lockin.analysis.figures.lock_in import unknown_facts
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
from smala_lockin.analysis.rating.holds import Hold
from smala_lockin.analysis.rules.outage import level_range
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.records import RiskKey
from smala_lockin.domain.settings import LockInFactor, Settings

MANY = 3
"""Up to how many questions of one sort are asked one by one."""

HELD = 3
"""How likely it is that a supplier uses its hold."""


def captives(basis: Basis) -> Iterator[Finding]:
    """Find the services that would be hard to leave.

    Where too little is known to say so it is a question, if a process that matters much could not
    do without the service, or if one answer could make it a risk of level medium; one question
    for all such services where there are many.
    """
    found = basis.recall.each(_captives, basis.holds, basis.settings, basis.today).values()
    yield from (one for one in found if isinstance(one, Finding))
    yield from _questions(basis, [one for one in found if isinstance(one, Hold)])


_ROUNDING = 1e-9
"""By how much a sum of factors may fall short of what it is."""


class Levels:
    """The levels of services being hard to leave, under some settings.

    From `least` on an index is one of a captive, where its coverage is `enough`.
    """

    def __init__(self, settings: Settings) -> None:
        thresholds = settings.thresholds
        self.least, self._much = (one - _ROUNDING for one in thresholds.lock_in)
        self.enough = thresholds.lock_in_coverage - _ROUNDING
        self._of_impact = [level(HELD, impact, settings) for impact in range(1, 6)]

    def fires(self, low: float, assumed: float, coverage: float) -> bool:
        """Whether an index, as far as known, is one of a captive."""
        return low >= self.least or (assumed >= self.least and coverage >= self.enough)

    def doubtful(self, assumed: float) -> bool:
        """Whether it would be if enough were known."""
        return assumed >= self.least

    def impact(self, index: float, matters: bool) -> int:
        """Return the impact of being captive, 1..5."""
        return 2 + matters + (index >= self._much)

    def captive(self, index: float, matters: bool) -> Level:
        """Return the level of being captive."""
        return self._of_impact[self.impact(index, matters) - 1]

    def place(self, low: float, assumed: float, coverage: float) -> int:
        """Return where the level of such a service is in its `ladder`."""
        least = self.least
        if low >= least or (assumed >= least and coverage >= self.enough):
            return 2 if assumed >= self._much else 1
        return 0

    def ladder(self, matters: bool) -> tuple[Level, Level, Level]:
        """Return the level where the rule is silent, of an index that is large, of a larger one."""
        return Level.VERY_LOW, self._of_impact[1 + matters], self._of_impact[2 + matters]


def _captives(
    holds: Mapping[AssetId, Hold], settings: Settings, today: date
) -> dict[AssetId, Finding | Hold | None]:
    """Return the risk of each service, or what is to be asked about, if anything is."""
    levels, most = Levels(settings), most_of(settings)
    found: dict[AssetId, Finding | Hold | None] = dict.fromkeys(holds)
    for id, one in holds.items():
        low, assumed, coverage = one.lock_in.low, one.lock_in.assumed, one.lock_in.coverage
        if levels.fires(low, assumed, coverage):
            found[id] = _captive(one, levels, _unknown(one, settings, today))
        elif (one.matters and levels.doubtful(assumed)) or _may_be_captive(one, levels, most):
            found[id] = one
    return found


def _may_be_captive(hold: Hold, levels: Levels, most: Sequence[float]) -> bool:
    """Whether to know one factor, at its worst, would make a risk of level medium.

    `most` is what each factor may add to the index.
    """
    index, heaviest, place = hold.lock_in, max(most), levels.place
    lowest, usual, coverage = index.low, index.assumed, index.coverage
    if not place(lowest + heaviest, usual + heaviest, coverage + heaviest / 100):
        return False
    highest, captive, enough = 0, levels.least, levels.enough
    for weight, (low, assumed, worst) in zip(most, hold.ranges, strict=True):
        if low != worst:
            least, then = lowest + weight * (worst - low), usual + weight * (worst - assumed)
            known = coverage + weight / 100
            if least >= captive or (then >= captive and known >= enough):
                highest = max(highest, place(least, then, known))
    if not highest:
        return False
    return levels.ladder(hold.matters or hold.may_matter)[highest] >= Level.MEDIUM


def most_of(settings: Settings) -> list[float]:
    """Return what each factor may add to an index, in their order."""
    weights = [settings.weights[factor][0] for factor in LockInFactor]
    whole = sum(weights) or 1.0
    return [100 * weight / whole for weight in weights]


def _unknown(hold: Hold, settings: Settings, today: date) -> tuple[tuple[str, ...], ...]:
    weights = [settings.weights[factor][0] for factor in LockInFactor]
    return unknown_facts(hold.asset, hold.ranges, weights, today)


def _questions(basis: Basis, asked: list[Hold]) -> Iterator[Finding]:
    """Yield the questions, as one where there are many: the service hardest to leave first."""
    levels = Levels(basis.settings)
    if len(asked) <= MANY:
        yield from (_ask_captive(basis, [one], levels) for one in asked)
    else:
        yield _ask_captive(basis, sorted(asked, key=_hardest_first), levels)._replace(
            key=risk_key(Rule.LOCK_IN)
        )


def _hardest_first(hold: Hold) -> tuple[float, RiskKey]:
    return -hold.lock_in.assumed, key_of_asset(Rule.LOCK_IN, hold.asset.id)


def _captive(hold: Hold, levels: Levels, unknown: Iterable[tuple[str, ...]]) -> Finding:
    index, matters = hold.lock_in, hold.matters
    may = not matters and hold.may_matter
    ends = ((index.low, matters), (index.assumed, matters), (index.high, matters or may))
    found = [levels.captive(*one) for one in ends]
    return make_finding(
        key=key_of_asset(Rule.LOCK_IN, index.asset),
        rule=Rule.LOCK_IN,
        sort=Sort.RISK,
        assets=(index.asset,),
        likelihood=HELD,
        impact=levels.impact(index.assumed, matters),
        level=found[1],
        level_range=level_range(found),
        assumed=(
            *sorted({fact for facts in unknown for fact in facts}),
            *(("criticality",) if may else ()),
        ),
        evidence=make_evidence(lock_in=index.assumed),
    )


def _ask_captive(basis: Basis, asked: Sequence[Hold], levels: Levels) -> Finding:
    """Ask about services; what is not known of the first is told of all."""
    index = asked[0].lock_in
    unknown = _unknown(asked[0], basis.settings, basis.today)
    return make_finding(
        key=key_of_asset(Rule.LOCK_IN, index.asset),
        rule=Rule.LOCK_IN,
        sort=Sort.QUESTION,
        assets=tuple(one.asset.id for one in asked),
        assumed=tuple(dict.fromkeys(facts[0] for facts in unknown)),
        evidence=make_evidence(
            lock_in=index.assumed,
            could_be=max(
                levels.captive(one.lock_in.high, one.matters or one.may_matter) for one in asked
            ),
        ),
    )
