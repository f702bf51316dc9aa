from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.coordinates import apart
from smala_lockin.layout.layered import positions
from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH, COLUMN
from tests.builders import asset, landscape_of

KINDS = ["process", "application", "infrastructure", "people", "supplier"]


@st.composite
def maps(draw: st.DrawFn) -> Landscape:
    """Maps of up to 40 assets, with cycles, loose assets and suppliers that use something."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=40))
    count = len(kinds)
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = draw(st.lists(ends.filter(lambda pair: pair[0] != pair[1]), max_size=2 * count))
    assets = [asset(f"a{number}", kind) for number, kind in enumerate(kinds)]
    return landscape_of(*(f"a{here} -> a{there}" for here, there in pairs), assets=assets)


def reaches(landscape: Landscape, start: AssetId, end: AssetId) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        for dependency in landscape.needs[waiting.pop()]:
            if dependency.target not in seen:
                seen.add(dependency.target)
                waiting.append(dependency.target)
    return end in seen


def overlap(one: Position, other: Position) -> bool:
    return abs(one[0] - other[0]) < CARD_WIDTH and abs(one[1] - other[1]) < CARD_HEIGHT


@settings(max_examples=60, deadline=None)
@given(maps())
def test_every_card_has_a_place_of_its_own(landscape: Landscape) -> None:
    found = positions(landscape)
    assert found.keys() == landscape.assets.keys()
    places = list(found.values())
    for index, one in enumerate(places):
        assert not any(overlap(one, other) for other in places[index + 1 :])


@settings(max_examples=60, deadline=None)
@given(maps())
def test_arrows_point_down_except_in_cycles(landscape: Landscape) -> None:
    found = positions(landscape)
    for dependency in landscape.dependencies.values():
        if not reaches(landscape, dependency.target, dependency.source):
            assert found[dependency.source][1] < found[dependency.target][1]


@settings(max_examples=30, deadline=None)
@given(maps())
def test_the_same_map_comes_out_the_same(landscape: Landscape) -> None:
    assert positions(landscape) == positions(landscape)


def test_processes_are_on_top_and_suppliers_at_the_bottom() -> None:
    landscape = landscape_of(
        "sales -> crm", "crm -> db", "db -> disk", "crm => acme", "acme ~> corp", "tool -> disk"
    )
    heights = {str(key): y for key, (_x, y) in positions(landscape).items()}
    assert heights["sales"] == heights["tool"] == min(heights.values())
    assert heights["disk"] < heights["acme"] < heights["corp"]


def test_what_nothing_needs_stands_just_above_what_it_needs() -> None:
    tool = asset("tool", "application")
    landscape = landscape_of(
        "sales -> crm", "crm -> db", "db -> disk", "tool -> disk", assets=[tool]
    )
    found = positions(landscape)
    assert found[tool.id][1] == found[AssetId("db")][1]


def test_a_map_of_sixty_cards_fits_a_screen() -> None:
    processes = [f"p{number} -> s{number * 9 + part}" for number in range(6) for part in range(9)]
    landscape = landscape_of(*processes)
    xs = [x for x, _y in positions(landscape).values()]
    assert len(landscape.assets) == 60
    assert max(xs) - min(xs) <= 10 * COLUMN


def test_unconnected_cards_stand_below_the_rest() -> None:
    loose = [asset(f"loose{number}") for number in range(3)]
    found = positions(landscape_of("sales -> crm", assets=loose))
    assert min(found[one.id][1] for one in loose) > found[AssetId("crm")][1]


def test_activities_that_need_nothing_yet_stand_on_top_all_the_same() -> None:
    idle = asset("idle", "process")
    found = positions(landscape_of("sales -> crm", assets=[idle, asset("loose")]))
    assert found[idle.id][1] == found[AssetId("sales")][1] < found[AssetId("crm")][1]


def test_an_empty_map_is_laid_out_too() -> None:
    assert positions(Landscape()) == {}


@settings(max_examples=60)
@given(st.lists(st.floats(-1000, 1000), min_size=1, max_size=12))
def test_cards_keep_apart_and_move_no_more_than_needed(wishes: list[float]) -> None:
    places = apart(wishes, 10.0)
    assert all(right - left >= 10.0 - 1e-6 for left, right in pairwise(places))
    assert abs(sum(places) - sum(wishes)) < 1e-6  # as a whole they stay where they wished to be
    if all(right - left >= 10.0 for left, right in pairwise(wishes)):
        assert max(abs(one - other) for one, other in zip(places, wishes, strict=True)) < 1e-6
