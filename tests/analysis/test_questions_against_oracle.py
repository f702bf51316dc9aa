"""Every question is just what its definition says, worked out slowly from the facts of the map."""

from hypothesis import given, settings

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle_questions
from tests.analysis.days import TODAY, reported
from tests.analysis.oracle_asked import Asked
from tests.analysis.test_rules_against_oracle import rows
from tests.strategies import whole_landscapes


@given(whole_landscapes(max_assets=10))
@settings(max_examples=45, deadline=None)
def test_what_is_asked_is_what_the_rules_could_not_say(landscape: Landscape) -> None:
    told = {
        str(one.key): _asked(one)
        for one in reported(landscape).of_sort(Sort.QUESTION)
        if one.rule is not Rule.STAND_INS
    }
    assert told == oracle_questions.questions(landscape, TODAY, rows())


def _asked(question: Finding) -> Asked:
    evidence = question.evidence
    assert evidence.could_be is not None
    facts = () if question.rule is Rule.LOCK_IN else question.assumed
    assets = tuple(map(str, question.assets))
    return Asked(assets, facts, int(evidence.could_be), frozenset(map(str, evidence.stops)))
