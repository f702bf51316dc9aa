"""Every fact and every value of a fact has words."""

from smala_lockin import i18n
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import DataExport, ExitPlan
from smala_lockin.i18n import pgettext
from smala_lockin.words import facts


def test_every_fact_has_a_name_for_people() -> None:
    assert [name for name in FACTS if facts.label(name) == name] == []


def test_every_choice_has_words() -> None:
    choices = [choice for rule in FACTS.values() if rule.choices for choice in rule.choices]
    assert all("_" not in facts.choice(choice) for choice in choices)


def test_none_is_said_as_each_fact_says_it() -> None:
    with i18n.language("fr"):
        assert facts.choice(DataExport.NONE) == pgettext("data export", "none")
        assert facts.choice(ExitPlan.NONE) == pgettext("exit plan", "none")
        assert facts.choice(DataExport.NONE) != facts.choice(ExitPlan.NONE)
