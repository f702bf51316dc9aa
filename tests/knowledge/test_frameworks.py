"""Names and figures of the frameworks are those that were published."""

from smala_lockin.knowledge import frameworks
from smala_lockin.knowledge.ebios_rows import EbiosFactor
from smala_lockin.knowledge.sovereignty_rows import WeightSet


def test_both_published_weight_sets_are_there_under_their_own_names() -> None:
    assert list(frameworks.weights(WeightSet.OCTOBER_2025).values()) == [
        *(15, 10, 10, 15, 20, 15, 10, 5)
    ]
    assert list(frameworks.weights(WeightSet.JUNE_2026).values()) == [
        *(20, 10, 10, 15, 10, 15, 15, 5)
    ]


def test_the_objectives_are_eight_in_their_order() -> None:
    assert list(frameworks.objectives()) == [f"SOV-{number}" for number in range(1, 9)]
    law = frameworks.objectives()["SOV-2"]
    assert law.name("fr") == "Souveraineté juridique"
    assert law.name("nl") == law.name_en == "Legal and jurisdictional sovereignty"


def test_a_level_stands_at_the_index_that_is_its_number() -> None:
    for number, level in enumerate(frameworks.sovereignty_levels()):
        assert (level.level, level.code) == (number, f"SEAL-{number}")
        assert level.means("fr") != level.means("en")
    third = frameworks.sovereignty_levels()[3]
    assert (third.name("en"), third.name_2026_en) == (
        "Digital resilience",
        "Technological sovereignty",
    )


def test_each_factor_of_ebios_has_four_marks() -> None:
    for factor in EbiosFactor:
        marks = frameworks.ebios_marks(factor)
        assert [mark.value for mark in marks] == [1, 2, 3, 4]
        assert all(mark.means("fr") and mark.means("en") for mark in marks)


def test_zones_come_worst_first_with_the_thresholds_of_the_guides_example() -> None:
    assert [(zone.id, zone.from_threat) for zone in frameworks.ebios_zones()] == [
        ("danger", 2.5),
        ("control", 0.9),
        ("watch", 0.2),
    ]
    assert frameworks.ebios_zones()[0].name("fr") == "danger"
