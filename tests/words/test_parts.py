"""Levels that people give are explained: what each means, and what counts for it."""

import pytest

from smala_lockin import i18n
from smala_lockin.domain.facts import FACTS
from smala_lockin.words.parts import explained, part, scale


@pytest.mark.parametrize("fact", ["sovereignty", "ecosystem"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_level_of_every_part_has_a_meaning(fact: str, language: str) -> None:
    rule = FACTS[fact]
    with i18n.language(language):
        for id in rule.parts:
            assert len(scale(id)) == rule.high - rule.low + 1
            assert [line[0] for line in scale(id)] == [
                str(level) for level in range(int(rule.low), int(rule.high) + 1)
            ]


def test_an_objective_says_what_counts_for_it() -> None:
    assert part("SOV-7") == "SOV-7 security"
    told = explained("SOV-7").splitlines()
    assert "What counts:" in told
    assert "– Security certificates" in told
    assert "What counts:" not in explained("trust")
