from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.layout.completion import complete
from smala_lockin.layout.layered import positions
from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH
from tests.builders import asset, landscape_of

A, B, C = AssetId("a"), AssetId("b"), AssetId("c")
MAP = landscape_of("a -> b", "b -> c")


def test_a_map_without_places_is_laid_out_whole() -> None:
    assert complete(MAP) == positions(MAP)


def test_what_was_put_somewhere_stays_and_the_rest_stands_below() -> None:
    put = {A: (500.0, 40.0), B: (-30.0, 90.0)}
    places = complete(replace(MAP, positions=put))
    assert {key: places[key] for key in put} == put
    assert places[C][1] > 90.0


def test_a_map_with_all_places_keeps_them() -> None:
    put = {A: (0.0, 0.0), B: (0.0, 0.0), C: (9.0, 9.0)}
    assert complete(replace(MAP, positions=put)) == put


def test_an_activity_without_place_stands_above_what_it_needs() -> None:
    landscape = landscape_of("sales -> crm", "shop -> db", assets=[asset("idle", "process")])
    kinds = {"crm": AssetKind.APPLICATION, "db": AssetKind.DATA}
    landscape = edits.put_assets(
        landscape, [replace(landscape.assets[AssetId(k)], kind=kind) for k, kind in kinds.items()]
    )
    put = {AssetId("crm"): (900.0, 40.0), AssetId("db"): (-30.0, 90.0)}
    places = complete(replace(landscape, positions=put))
    assert {key: places[key] for key in put} == put
    tops = [places[AssetId(name)] for name in ("sales", "shop", "idle")]
    assert all(y < 40.0 for _x, y in tops)
    assert len(set(tops)) == 3
    assert places[AssetId("shop")][0] < places[AssetId("idle")][0] < places[AssetId("sales")][0]


def test_an_activity_that_came_with_all_it_needs_stands_above_that() -> None:
    landscape = landscape_of("sales -> crm", assets=[asset("old", "application")])
    places = complete(replace(landscape, positions={AssetId("old"): (0.0, 0.0)}))
    assert 0.0 < places[AssetId("sales")][1] < places[AssetId("crm")][1]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_card_that_is_completed_lies_on_another(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 14))
    landscape = landscape_of(*(f"p{n} -> a{n % 3}" for n in range(count)))
    keys = sorted(landscape.assets)
    put = data.draw(st.sets(st.sampled_from(keys)))
    known = {key: place for key, place in positions(landscape).items() if key in put}
    places = complete(replace(landscape, positions=known))
    assert places.keys() == landscape.assets.keys()
    for one, other in combinations(places, 2):
        across = abs(places[one][0] - places[other][0])
        down = abs(places[one][1] - places[other][1])
        assert across >= CARD_WIDTH or down >= CARD_HEIGHT
