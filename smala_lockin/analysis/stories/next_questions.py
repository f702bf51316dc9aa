"""The next best questions: which unknown facts, answered, would change most (semantics, section 7).

An unknown fact is worth the sum, over the findings that rest on it, of the criticality of the
worst process times the largest change of level over what the fact could be: its low, assumed and
high value, all else staying as assumed. Findings are single points of failure, key people, lost
suppliers and lock-in; and every question, which has no level until it is answered. A false
redundancy or a cut-off rests on the same facts as the failures that it is made of, and is counted
with these.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    OF_POINTS,
    Finding,
    Rule,
    Sort,
    make_finding,
    risk_key,
)
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.analysis.stories.fact_changes import (
    Change,
    of_lock_in,
    of_recovery,
    of_replacement,
    worst_of,
)
from smala_lockin.domain.assets import AssetId

SHOWN = 3
"""How many questions are shown."""


class NextQuestion(NamedTuple):
    """A fact of an asset to find out: `worth` as defined above.

    It is `urgent` where an answer could make a risk of level high out of what is below medium
    now. `finding` is the question in the report, or one made for the purpose.
    """

    asset: AssetId
    fact: str
    worth: float
    urgent: bool
    finding: Finding


def next_questions(basis: Basis, findings: Iterable[Finding]) -> tuple[NextQuestion, ...]:
    """Return the questions to ask first, at most one for each asset, at most `SHOWN`.

    Urgent ones come first, then what is worth most, then by id. In a map without any process it
    is asked before all else which activities the stand-ins serve: all figures hang on that.
    """
    told, risk, loss = tuple(findings), Sort.RISK, Rule.LOSS
    risks = [one for one in told if one.sort is risk and one.rule in _OF_OUTAGE]
    off = basis.settings.rules_off
    changes = [*_asked(basis, told), *of_recovery(basis, risks)]
    if loss not in off:
        lost = [one for one in told if one.rule is loss and one.sort is not risk]
        changes += of_replacement(basis, {one.assets[0] for one in lost})
    if Rule.LOCK_IN not in off:
        changes += of_lock_in(basis)
    weighed = _weighed(changes)
    if not basis.structure.stand_ins:  # of these it is asked first which activities they serve
        weighed = _with_processes(basis, weighed, risks)
    asking = [_asking(one) for one in _first(weighed)]
    return (*_which_activities(basis, told), *asking)[:SHOWN]


_OF_OUTAGE = (*OF_POINTS, Rule.LOSS)


_AT_ONCE = 8
"""How many facts of processes are weighed together, those that may be worth most first."""


def _with_processes(
    basis: Basis, weighed: list["_Fact"], risks: Iterable[Finding]
) -> list["_Fact"]:
    """Return the first of these facts and of those of processes; one that is both counts for both.

    What cannot be among them, even if all that rests on it changed as far as it may, is not
    weighed.
    """
    if not basis.points:
        return weighed
    from smala_lockin.analysis.stories.process_changes import ProcessChanges

    asked = {(one.asset, one.fact): one for one in weighed if one.asset in basis.processes}
    weighed = _first(weighed)
    changes = ProcessChanges.of(basis, risks)
    every = (_joined(asked, *one) for one in changes.at_most())
    at_most = sorted(every, key=lambda one: one.rank)
    for start in range(0, len(at_most), _AT_ONCE):
        hopeful = [
            one
            for one in at_most[start : start + _AT_ONCE]
            if len(weighed) < SHOWN or one.rank < weighed[-1].rank
        ]
        if not hopeful:
            break
        found = changes.weighed([(one.asset, one.fact) for one in hopeful])
        weighed = _first([*weighed, *(_joined(asked, *one) for one in found)])
    return weighed


def _joined(
    asked: Mapping[tuple[AssetId, str], "_Fact"],
    process: AssetId,
    fact: str,
    worth: float,
    urgent: bool,
) -> "_Fact":
    """Return what a fact of a process is worth, with what that is that is asked about it."""
    known = asked.get((process, fact))
    if known is None:
        return _Fact(process, fact, worth, urgent, None)
    return _Fact(process, fact, worth + known.worth, urgent or known.urgent, known.question)


def _which_activities(basis: Basis, findings: Iterable[Finding]) -> Iterator[NextQuestion]:
    if not basis.structure.stand_ins:
        return
    for one in findings:
        if one.rule is Rule.STAND_INS:
            yield NextQuestion(
                asset=one.assets[0],
                fact="process",
                worth=float(basis.weight),
                urgent=True,
                finding=one,
            )


class _Fact(NamedTuple):
    """What a fact is worth, all its findings together, and the question about it, if any."""

    asset: AssetId
    fact: str
    worth: float
    urgent: bool
    question: Finding | None

    @property
    def rank(self) -> tuple[bool, float, AssetId, str]:
        return not self.urgent, -self.worth, self.asset, self.fact


def _weighed(changes: Iterable[Change]) -> list[_Fact]:
    worth: dict[tuple[AssetId, str], float] = {}
    urgent: set[tuple[AssetId, str]] = set()
    questions: dict[tuple[AssetId, str], Finding] = {}
    for asset, fact, value, is_urgent, question in changes:
        key = asset, fact
        worth[key] = worth.get(key, 0.0) + value
        if is_urgent:
            urgent.add(key)
        if question:
            questions.setdefault(key, question)
    return [
        _Fact(asset, fact, value, (asset, fact) in urgent, questions.get((asset, fact)))
        for (asset, fact), value in worth.items()
    ]


def _first(weighed: Iterable[_Fact]) -> list[_Fact]:
    """Return those to be shown: the best fact of each asset, the best asset first."""
    every = list(weighed)
    ranks = [
        (not urgent, -worth, asset, fact, place)
        for place, (asset, fact, worth, urgent, _question) in enumerate(every)
        if worth > 0
    ]
    best: dict[AssetId, _Fact] = {}
    for _calm, _less, asset, _fact, place in sorted(ranks):
        best.setdefault(asset, every[place])
        if len(best) == SHOWN:
            break
    return list(best.values())


def _asking(fact: _Fact) -> NextQuestion:
    made = make_finding(
        key=risk_key(Rule.MISSING_FACTS, [fact.asset], fact.fact),
        rule=Rule.MISSING_FACTS,
        sort=Sort.QUESTION,
        assets=(fact.asset,),
        assumed=(fact.fact,),
    )
    return NextQuestion(
        asset=fact.asset,
        fact=fact.fact,
        worth=fact.worth,
        urgent=fact.urgent,
        finding=fact.question or made,
    )


def _asked(basis: Basis, findings: Iterable[Finding]) -> Iterator[Change]:
    """Yield what the answers to questions could change: there is no risk until then.

    What is hard to leave is looked at fact by fact: a question about it hangs on several.
    """
    question, silent, high, captive = Sort.QUESTION, Level.VERY_LOW, Level.HIGH, Rule.LOCK_IN
    asked = [
        one for one in findings if one.sort is question and one.assumed and one.rule is not captive
    ]
    asked = [one for one in asked if one.evidence.could_be is not None]
    stops_with, users = basis.stops_with, basis.users
    concerned = dict.fromkeys(id for one in asked if not one.evidence.stops for id in one.assets)
    needing = {id: (stops_with(id), users.get(id, frozenset())) for id in concerned}
    criticality = basis.weighed[Reading.USUAL].criticality
    worst = basis.recall.each(_worst_needing, needing, criticality)
    for one in asked:
        assets, evidence = one.assets, one.evidence
        if evidence.stops:
            most = worst_of(basis, evidence.stops)
        elif len(assets) == 1:
            most = worst[assets[0]]
        else:
            most = max([worst[id] for id in assets], default=1)
        level = evidence.could_be or silent
        yield Change(assets[0], one.assumed[0], most * level, level >= high, one)


def _worst_needing(
    needing: Mapping[AssetId, tuple[Mapping[AssetId, float], frozenset[AssetId]]],
    criticality: Mapping[AssetId, int],
) -> dict[AssetId, int]:
    """Return the criticality of the worst process that stops without each, or uses it; or 1."""
    return {
        id: max(map(criticality.__getitem__, chain(stops, users)), default=1)
        for id, (stops, users) in needing.items()
    }
