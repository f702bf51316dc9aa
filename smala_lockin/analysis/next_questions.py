"""The next best questions: which unknown facts, answered, would change most (semantics, section 7).

An unknown fact is worth the sum, over the findings that rest on it, of the criticality of the
worst process times the largest change of level over what the fact could be: its low, assumed and
high value, all else staying as assumed. Findings are single points of failure, key people, lost
suppliers and lock-in; and every question, which has no level until it is answered. A false
redundancy or a cut-off rests on the same facts as the failures that it is made of, and is counted
with these.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.fact_changes import (
    Change,
    of_lock_in,
    of_recovery,
    of_replacement,
    worst_of,
)
from smala_lockin.analysis.findings import Finding, Rule, Sort, risk_key
from smala_lockin.analysis.process_changes import (
    about_processes,
    bound,
    may_be_urgent,
    of_process,
)
from smala_lockin.analysis.risk_table import Level
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

    Urgent ones come first, then what is worth most, then by id.
    """
    told = tuple(findings)
    risks = [one for one in told if one.sort is Sort.RISK and one.rule in _OF_OUTAGE]
    off = basis.settings.rules_off
    changes = [*_asked(basis, told), *of_recovery(basis, risks)]
    if Rule.LOSS not in off:
        changes += of_replacement(basis)
    if Rule.LOCK_IN not in off:
        changes += of_lock_in(basis)
    weighed = _weighed(changes)
    if basis.structure.stand_ins:  # which activities they serve is asked before all else
        return _first(weighed)
    for (process, fact), resting in sorted(about_processes(basis, risks).items(), key=bound):
        chosen = _first(weighed)
        least = chosen[-1].worth if len(chosen) == SHOWN else 0.0
        if -bound(((process, fact), resting))[0] >= least or any(map(may_be_urgent, resting)):
            weighed += _weighed(of_process(basis, process, fact, resting))
    return _first(weighed)


_OF_OUTAGE = (Rule.SPOF, Rule.KEY_PERSON, Rule.LOSS)


def _weighed(changes: Iterable[Change]) -> list[NextQuestion]:
    """Return what each fact is worth, all its findings together."""
    by_fact: dict[tuple[AssetId, str], list[Change]] = {}
    for one in changes:
        by_fact.setdefault((one.asset, one.fact), []).append(one)
    return [_question(found) for found in by_fact.values()]


def _question(changes: Sequence[Change]) -> NextQuestion:
    first = changes[0]
    asked = next((one.question for one in changes if one.question), None)
    return NextQuestion(
        asset=first.asset,
        fact=first.fact,
        worth=sum(one.worth for one in changes),
        urgent=any(one.urgent for one in changes),
        finding=asked or _made(first.asset, first.fact),
    )


def _made(asset: AssetId, fact: str) -> Finding:
    return Finding(
        key=risk_key(Rule.MISSING_FACTS, [asset], fact),
        rule=Rule.MISSING_FACTS,
        sort=Sort.QUESTION,
        assets=(asset,),
        assumed=(fact,),
    )


def _first(weighed: Iterable[NextQuestion]) -> tuple[NextQuestion, ...]:
    found: dict[AssetId, NextQuestion] = {}
    for one in sorted(weighed, key=lambda one: (not one.urgent, -one.worth, one.asset, one.fact)):
        if one.worth > 0:
            found.setdefault(one.asset, one)
    return tuple(found.values())[:SHOWN]


def _asked(basis: Basis, findings: Iterable[Finding]) -> Iterator[Change]:
    """Yield what the answers to questions could change: there is no risk until then."""
    for one in findings:
        if one.sort is Sort.QUESTION and one.evidence.could_be is not None and one.assumed:
            levels = (Level.VERY_LOW, one.evidence.could_be)
            worst = worst_of(basis, one.evidence.stops or _needing(basis, one.assets))
            yield Change(one.assets[0], one.assumed[0], worst, levels, one)


def _needing(basis: Basis, assets: Iterable[AssetId]) -> set[AssetId]:
    """Return the processes that stop without any of these, or that use one of them."""
    found: set[AssetId] = set()
    for one in assets:
        found.update(basis.stops_with(one), basis.users.get(one, ()))
    return found
