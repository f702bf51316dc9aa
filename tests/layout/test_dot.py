from smala_lockin.layout import dot, layered
from tests.builders import landscape_of

CROSSED = landscape_of("a -> d", "b -> c", "a -> c2", "b -> c2")


def test_graphviz_uncrosses_arrows() -> None:
    rows = [[0, 1], [2, 3]]
    ordered = dot.order(rows, [(0, 3), (1, 2)])
    upper, lower = ordered
    assert (upper.index(0) < upper.index(1)) == (lower.index(3) < lower.index(2))


def test_the_child_process_places_every_card() -> None:
    found = dot.positions(CROSSED, limit_s=30)
    assert found.keys() == CROSSED.assets.keys()
    assert {y for _x, y in found.values()} == {y for _x, y in layered.positions(CROSSED).values()}


def test_our_own_pass_answers_when_time_is_up() -> None:
    assert dot.positions(CROSSED, limit_s=0) == layered.positions(CROSSED)
