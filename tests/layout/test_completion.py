from dataclasses import replace

from smala_lockin.domain.assets import AssetId
from smala_lockin.layout.completion import complete
from smala_lockin.layout.layered import positions
from tests.builders import landscape_of

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
