"""The usual activities are there in three languages."""

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.knowledge.activities import activities
from tests.builders import asset


def test_about_thirty_activities_with_names_of_their_own() -> None:
    found = activities()
    assert 25 <= len(found) <= 35
    for language in ("en", "fr", "nl"):
        assert len({one.name(language) for one in found}) == len(found)


def test_an_activity_makes_a_process() -> None:
    for one in activities():
        made = asset(
            one.id,
            AssetKind.PROCESS,
            name=one.name("fr"),
            criticality=one.criticality,
            max_outage_hours=one.max_outage_hours,
        )
        assert made.kind is AssetKind.PROCESS


def test_the_more_critical_activity_can_wait_less() -> None:
    worst, least = (
        [one.max_outage_hours for one in activities() if one.criticality == level]
        for level in (5, 2)
    )
    assert max(worst) < min(least)
