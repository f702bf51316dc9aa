"""Cards in line and at equal distances, held to what people mean by it."""

from collections.abc import Mapping
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Position
from smala_lockin.layout.arranging import Arrangement, arranged
from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH

Places = dict[AssetId, Position]

NUMBERS = st.integers(-1500, 1500).map(float)
PLACES = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=7).map(
    lambda found: {AssetId(f"a{number}"): at for number, at in enumerate(found)}
)
COLUMNS = (Arrangement.LEFT, Arrangement.CENTRE, Arrangement.RIGHT)
ROWS = (Arrangement.TOP, Arrangement.MIDDLE, Arrangement.BOTTOM)


def touching(places: Mapping[AssetId, Position]) -> set[frozenset[AssetId]]:
    """Return the pairs of cards that lie on each other."""
    return {
        frozenset((one, two))
        for one, two in combinations(places, 2)
        if abs(places[one][0] - places[two][0]) < CARD_WIDTH
        and abs(places[one][1] - places[two][1]) < CARD_HEIGHT
    }


@given(places=PLACES, arrangement=st.sampled_from(Arrangement))
def test_no_card_is_lost_and_none_comes_to_lie_on_another(
    places: Places, arrangement: Arrangement
) -> None:
    found = arranged(places, arrangement)
    assert found.keys() == places.keys()
    assert touching(found) <= touching(places)


@given(places=PLACES, arrangement=st.sampled_from([*COLUMNS, *ROWS]))
def test_a_line_is_straight_and_where_it_was_asked_for(
    places: Places, arrangement: Arrangement
) -> None:
    axis = 0 if arrangement in COLUMNS else 1
    values = [at[axis] for at in places.values()]
    wanted = {
        Arrangement.LEFT: min(values),
        Arrangement.TOP: min(values),
        Arrangement.RIGHT: max(values),
        Arrangement.BOTTOM: max(values),
    }.get(arrangement, (min(values) + max(values)) / 2)
    found = arranged(places, arrangement)
    assert {at[axis] for at in found.values()} == {wanted}


@given(places=PLACES, arrangement=st.sampled_from([*COLUMNS, *ROWS]))
def test_cards_stay_in_their_order_along_the_line(places: Places, arrangement: Arrangement) -> None:
    along = 1 if arrangement in COLUMNS else 0
    found = arranged(places, arrangement)
    for one, two in combinations(places, 2):
        if places[one][along] < places[two][along]:
            assert found[one][along] <= found[two][along]


@given(places=PLACES, arrangement=st.sampled_from([Arrangement.ACROSS, Arrangement.DOWN]))
def test_distances_are_equal_and_nothing_else_moves(
    places: Places, arrangement: Arrangement
) -> None:
    axis = 0 if arrangement is Arrangement.ACROSS else 1
    found = arranged(places, arrangement)
    assert all(found[key][1 - axis] == places[key][1 - axis] for key in places)
    if len(places) < 3:
        assert found == places
        return
    values = sorted(at[axis] for at in found.values())
    steps = [after - before for before, after in pairwise(values)]
    assert max(steps) - min(steps) == pytest.approx(0, abs=1e-6)


@given(places=PLACES, arrangement=st.sampled_from(Arrangement))
def test_arranging_twice_changes_nothing_more(places: Places, arrangement: Arrangement) -> None:
    once = arranged(places, arrangement)
    twice = arranged(once, arrangement)
    assert all(twice[key] == pytest.approx(once[key], abs=1e-6) for key in once)


def test_outermost_cards_stay_where_there_is_room_between_them() -> None:
    places = {AssetId("a"): (0.0, 0.0), AssetId("b"): (900.0, 5.0), AssetId("c"): (250.0, 9.0)}
    found = arranged(places, Arrangement.ACROSS)
    assert found == {"a": (0.0, 0.0), "b": (900.0, 5.0), "c": (450.0, 9.0)}
