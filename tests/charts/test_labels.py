"""Names beside dots: beside their own, and over nothing else as long as there is room."""

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.charts import labels
from smala_lockin.charts.labels import Side, placed

_places = st.tuples(st.integers(1, 16), st.integers(1, 16))


def test_a_name_stands_to_the_right_where_there_is_room() -> None:
    assert placed({(3, 12): "Acme", (9, 12): "Corp"}, edge=17) == dict.fromkeys(
        [(3, 12), (9, 12)], Side.RIGHT
    )


def test_a_long_name_makes_way_for_the_dot_beside_it() -> None:
    assert placed({(8, 12): "A very long name", (11, 12): "Corp"}, edge=17) == {
        (8, 12): Side.LEFT,
        (11, 12): Side.RIGHT,
    }
    assert placed({(3, 12): "A very long name of a firm", (6, 12): "Corp"}, edge=17) == {
        (3, 12): Side.ABOVE_RIGHT,
        (6, 12): Side.BELOW,
    }


def test_at_the_edge_it_stands_on_the_other_side() -> None:
    assert placed({(16, 8): "Proximus"}, edge=17) == {(16, 8): Side.LEFT}


def test_a_name_that_is_to_stand_apart_stands_above() -> None:
    assert placed({(3, 9): "Homag"}, edge=17, first=[(3, 9)]) == {(3, 9): Side.ABOVE}


@given(st.dictionaries(_places, st.text("abc \n", min_size=1, max_size=20), max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_dot_has_its_name_and_only_the_last_resort_covers_another(
    names: dict[labels.Place, str],
) -> None:
    sides = placed(names, edge=17)
    assert sides.keys() == names.keys()
    boxes = {place: labels._box(place, names[place], side) for place, side in sides.items()}
    for number, place in enumerate(names):
        if sides[place] is not Side.RIGHT:
            before = list(names)[:number]
            assert not any(boxes[place].meets(boxes[other]) for other in before)
