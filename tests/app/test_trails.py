from smala_lockin.app.selection import Selection
from smala_lockin.app.trails import around, between
from smala_lockin.domain.assets import AssetId
from tests.builders import landscape_of

CHAIN = landscape_of("shop -> web", "web -> db", "db -> disk", "mail -> disk", "mail -> dns")


def ids(*names: str) -> set[AssetId]:
    return {AssetId(name) for name in names}


def test_around_an_asset_is_all_it_needs_and_all_that_needs_it() -> None:
    assert around(CHAIN, ids("db")) == ids("shop", "web", "db", "disk")


def test_between_leaves_the_other_ways_out() -> None:
    assert between(CHAIN, ids("mail"), ids("disk")) == ids("mail", "disk")


def test_a_circle_is_walked_once() -> None:
    circle = landscape_of("a -> b", "b -> c", "c -> a")
    assert around(circle, ids("a")) == ids("a", "b", "c")


def test_a_finding_takes_the_place_of_selected_assets() -> None:
    selection = Selection()
    selection.choose_assets(ids("db"))
    selection.choose_finding("spof:disk", ids("disk"), ids("mail"))
    assert selection.assets == frozenset()
    assert selection.lit(CHAIN) == frozenset(ids("mail", "disk"))


def test_without_a_selection_nothing_fades() -> None:
    selection = Selection()
    selection.choose_assets(ids("gone"))
    assert selection.lit(CHAIN) is None
