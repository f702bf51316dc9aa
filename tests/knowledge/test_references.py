"""What a rule refers to exists, is cited as people cite it, and is said in two languages."""

from datetime import date

import pytest

from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.knowledge.reference_rows import Framework
from smala_lockin.knowledge.references import (
    framework_dates,
    references,
    references_of,
    rules_with_references,
)

_RULES_OF_THE_SEMANTICS = {
    *("spof", "key_person", "loss", "cut_off", "false_redundancy", "untested_fallback"),
    *("legal_reach", "hosting_third_country", "no_dpa", "ai_training", "ai_single_model"),
    *("ai_no_fallback", "lock_in", "concentration_supplier", "concentration_country"),
    *("notice_deadline", "end_of_support", "loop", "orphan", "missing_facts"),
}
_REFER_TO_NOTHING = {"loop"}


def test_every_rule_of_the_semantics_but_loops_refers_to_something() -> None:
    assert rules_with_references() == _RULES_OF_THE_SEMANTICS - _REFER_TO_NOTHING


def test_no_rule_of_the_analysis_is_misspelt_here() -> None:
    known = {rule.value for rule in Rule} | _RULES_OF_THE_SEMANTICS
    assert rules_with_references() <= known


def test_what_is_no_rule_refers_to_nothing() -> None:
    assert references_of("no-such-rule") == ()


@pytest.mark.parametrize(
    ("id", "english", "french"),
    [
        ("cyfun-suppliers", "CyFun GV.SC-04", "CyFun GV.SC-04"),
        ("sov-2", "SOV-2", "SOV-2"),
        ("dora-substitutability", "DORA B_07.01.0050", "DORA B_07.01.0050"),
        ("data-act-notice", "Data Act, art. 25(2)(d)", "Data Act, art. 25(2)(d)"),
        ("gdpr-processor", "GDPR, art. 28(3)", "RGPD, art. 28(3)"),
    ],
)
def test_a_reference_is_cited_as_people_do(id: str, english: str, french: str) -> None:
    assert references()[id].label("en") == english
    assert references()[id].label("fr") == french


def test_every_reference_says_in_both_languages_what_it_is_about() -> None:
    for one in references().values():
        assert one.says("en") != one.says("fr")
        assert one.provenance.source


def test_only_controls_of_cyfun_have_a_code_in_an_earlier_edition() -> None:
    for one in references().values():
        assert not one.earlier_code or one.framework is Framework.CYFUN


def test_the_end_of_switching_charges_is_dated() -> None:
    assert framework_dates()["data-act-no-charges"].on == date(2027, 1, 12)
    for one in framework_dates().values():
        assert one.says("en") != one.says("fr")
