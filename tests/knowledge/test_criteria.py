"""The criteria are those of the published calculator, whose totals they reach."""

import pytest

from smala_lockin.knowledge.criteria import criteria_of
from smala_lockin.knowledge.frameworks import objectives


@pytest.mark.parametrize(
    ("objective", "count", "maximum"),
    [
        ("SOV-1", 8, 1000.03),
        ("SOV-2", 6, 1002.00),
        ("SOV-3", 5, 1000.00),
        ("SOV-4", 6, 1002.00),
        ("SOV-5", 7, 1001.00),
        ("SOV-6", 5, 1000.00),
        ("SOV-7", 7, 1001.00),
        ("SOV-8", 4, 1000.00),
    ],
)
def test_each_objective_has_the_criteria_and_points_published(
    objective: str, count: int, maximum: float
) -> None:
    found = criteria_of(objective)
    assert len(found) == count
    assert sum(one.points[-1] for one in found) == pytest.approx(maximum)
    assert all(one.id.startswith(objective[-1]) for one in found)


def test_there_are_forty_eight_criteria_said_in_two_languages() -> None:
    found = [one for id in objectives() for one in criteria_of(id)]
    assert len(found) == len({one.id for one in found}) == 48
    assert all(one.name("fr") != one.name("en") for one in found)


def test_nine_criteria_never_count_for_the_level() -> None:
    found = [one for id in objectives() for one in criteria_of(id)]
    inert = [one.id for one in found if not one.levels]
    assert inert == ["1.2", "1.4", "1.5", "1.6", "1.7", "2.5", "5.3", "7.2", "8.4"]


def test_what_is_no_objective_has_no_criteria() -> None:
    assert criteria_of("SOV-9") == ()
