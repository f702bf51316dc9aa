"""The next best questions: which unknown facts, answered, would change most (semantics, section 7).

An unknown fact is worth the sum, over the findings that rest on it, of the criticality of the
worst process times the largest change of level over what the fact could be: its low, assumed and
high value, all else staying as assumed. Findings are single points of failure, key people, lost
suppliers and lock-in; and every question, which has no level until it is answered. A false
redundancy or a cut-off rests on the same facts as the failures that it is made of, and is counted
with these.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple, Self

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
    ledger = _Ledger.of(changes)
    first = ledger.first()
    if not basis.structure.stand_ins:  # of these it is asked first which activities they serve
        first = _with_processes(basis, ledger, first, risks)
    return (*_which_activities(basis, told), *map(_asking, first))[:SHOWN]


_OF_OUTAGE = frozenset({*OF_POINTS, Rule.LOSS})


_AT_ONCE = 8
"""How many facts of processes are weighed together, those that may be worth most first."""


def _with_processes(
    basis: Basis, ledger: "_Ledger", first: list["_Fact"], risks: Iterable[Finding]
) -> list["_Fact"]:
    """Return the first of these facts and of those of processes; one that is both counts for both.

    What cannot be among them, even if all that rests on it changed as far as it may, is not
    weighed.
    """
    if not basis.points:
        return first
    from smala_lockin.analysis.stories.process_changes import ProcessChanges

    changes = ProcessChanges.of(basis, risks)
    at_most = sorted([ledger.fact(*one) for one in changes.at_most()], key=_rank)
    for start in range(0, len(at_most), _AT_ONCE):
        hopeful = [
            one
            for one in at_most[start : start + _AT_ONCE]
            if len(first) < SHOWN or _rank(one) < _rank(first[-1])
        ]
        if not hopeful:
            break
        found = changes.weighed([(one.asset, one.fact) for one in hopeful])
        first = _first([*first, *(ledger.fact(*one) for one in found)])
    return first


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


def _rank(fact: _Fact) -> tuple[bool, float, AssetId, str]:
    """Order facts: urgent ones, then what is worth most, then by id."""
    return not fact.urgent, -fact.worth, fact.asset, fact.fact


_Key = tuple[AssetId, str]


class _Ledger(NamedTuple):
    """What facts are worth, all their findings together, by asset and fact."""

    worth: Mapping[_Key, float]
    urgent: Collection[_Key]
    questions: Mapping[_Key, Finding]
    """The questions about them, where there are any."""

    @classmethod
    def of(cls, changes: Iterable[Change]) -> Self:
        """Return what changes come to."""
        worth: dict[_Key, float] = {}
        urgent: set[_Key] = set()
        questions: dict[_Key, Finding] = {}
        for asset, fact, value, is_urgent, question in changes:
            key = asset, fact
            worth[key] = worth.get(key, 0.0) + value
            if is_urgent:
                urgent.add(key)
            if question:
                questions.setdefault(key, question)
        return cls(worth, urgent, questions)

    def fact(self, asset: AssetId, fact: str, more: float = 0.0, urgent: bool = False) -> _Fact:
        """Return a fact that is worth so much beside what is told here."""
        key = asset, fact
        worth = more + self.worth.get(key, 0.0)
        return _Fact(asset, fact, worth, urgent or key in self.urgent, self.questions.get(key))

    def first(self) -> list[_Fact]:
        """Return those to be shown: the best fact of each asset, the best asset first."""
        best: dict[AssetId, _Key] = {}
        for is_urgent in (True, False):
            ranks = [
                (-worth, key)
                for key, worth in self.worth.items()
                if worth > 0 and (key in self.urgent) is is_urgent
            ]
            for _less, key in sorted(ranks):
                best.setdefault(key[0], key)
                if len(best) == SHOWN:
                    return [self.fact(*key) for key in best.values()]
        return [self.fact(*key) for key in best.values()]


def _first(facts: Iterable[_Fact]) -> list[_Fact]:
    """Return the same of some facts, of which one may be told twice."""
    best: dict[AssetId, _Fact] = {}
    for one in sorted([one for one in facts if one.worth > 0], key=_rank):
        best.setdefault(one.asset, one)
    return list(best.values())[:SHOWN]


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
    question, high, captive = Sort.QUESTION, Level.HIGH, Rule.LOCK_IN
    worst = _worst_needing(basis)
    for one in findings:
        if one.sort is not question or not one.assumed or one.rule is captive:
            continue
        could_be = one.evidence.could_be
        if could_be is None:
            continue
        assets, stops = one.assets, one.evidence.stops
        if stops:
            most = worst_of(basis, stops)
        elif len(assets) == 1:
            most = worst.get(assets[0], 1)
        else:
            most = max([worst.get(id, 1) for id in assets], default=1)
        yield _change((assets[0], one.assumed[0], most * could_be, could_be >= high, one))


_change = partial(tuple.__new__, Change)  # for nearly every question, and twice as fast


def _worst_needing(basis: Basis) -> dict[AssetId, int]:
    """Return the criticality of the worst process that uses, or stops without, each asset.

    A process is one of its own.
    """
    criticality = basis.weighed[Reading.USUAL].criticality
    found = dict(basis.worst_of)
    for id, users in basis.users.items():
        worst = max(map(criticality.__getitem__, users))
        if worst > found.get(id, 0):
            found[id] = worst
    for id, own in criticality.items():
        if own > found.get(id, 0):
            found[id] = own
    return found
