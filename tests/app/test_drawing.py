"""What drawing makes of the map: facts, owners, roles, groups, copies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.app import copies, drawing, offers
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId, Source
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.domain.kinds import AssetKind, Need, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import in_force, ownership
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.layout.beside import Room
from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

SHOP, DB = AssetId("shop"), AssetId("db")
HERE = (40.0, 60.0)


def vendor_named(name: str) -> VendorId:
    found = offers.offers(Landscape(), name)
    return next(one.vendor for one in found if one.vendor and one.name == name)


def roles(landscape: Landscape) -> set[tuple[str, Role, str]]:
    names = {key: one.name for key, one in landscape.assets.items()}
    return {
        (names[one.source], one.role, names[one.target]) for one in landscape.dependencies.values()
    }


def test_three_letters_offer_a_service_with_its_kind_and_seller() -> None:
    first = offers.offers(Landscape(), "micr")[0]
    assert (first.name, first.kind) == ("Microsoft 365", AssetKind.CLOUD_SERVICE)
    assert (first.seller, first.country) == ("Microsoft", "US")


def test_what_is_on_the_map_is_offered_first_and_once() -> None:
    drawn = drawing.add_vendor(Landscape(), vendor_named("Microsoft 365"), HERE)
    found = offers.offers(drawn.landscape, "microsoft 3")
    assert found[0].asset == drawn.asset
    assert [one.name for one in found].count("Microsoft 365") == 1


def test_a_service_of_the_catalogue_comes_with_supplier_and_owners() -> None:
    landscape = drawing.add_vendor(Landscape(), vendor_named("Google Drive"), HERE).landscape
    assert roles(landscape) == {
        ("Google Drive", Role.PROVIDED_BY, "Google"),
        ("Google", Role.CONTROLLED_BY, "Alphabet"),
    }
    assert landscape.positions.keys() == landscape.assets.keys()


def test_facts_of_the_catalogue_say_where_they_come_from() -> None:
    landscape = drawing.add_vendor(Landscape(), vendor_named("Google Drive"), HERE).landscape
    google = landscape.assets[AssetId("google")]
    assert google.country == "US"
    assert google.origin["country"].source is Source.CATALOGUE
    assert google.origin["country"].on is not None


def test_a_second_service_uses_the_supplier_that_is_there() -> None:
    first = drawing.add_vendor(Landscape(), vendor_named("Google Drive"), HERE).landscape
    second = drawing.add_vendor(first, vendor_named("Google Cloud"), HERE).landscape
    assert len(second.assets) == len(first.assets) + 1


def test_a_supplier_typed_by_name_is_used_and_keeps_its_owner() -> None:
    mine = landscape_of(
        "google ~> holding", assets=[asset("google", "supplier", name="GOOGLE Inc.")]
    )
    landscape = drawing.add_vendor(mine, vendor_named("Google Drive"), HERE).landscape
    assert "alphabet" not in landscape.assets
    assert ("Google Drive", Role.PROVIDED_BY, "GOOGLE Inc.") in roles(landscape)


@settings(max_examples=25)
@given(st.sampled_from(sorted(in_force.shipped())))
def test_what_stands_on_the_map_is_never_changed_by_the_catalogue(id: VendorId) -> None:
    vendor = in_force.shipped()[id]
    companies = {one.id: one for one in (ownership.seller_of(vendor) or vendor,)}
    companies |= {one.id: one for one in ownership.owner_chain(vendor)}
    typed = [asset(f"a-{key}", "supplier", name=one.name) for key, one in companies.items()]
    typed.append(asset("a-thing", "cloud_service", name=vendor.name, open_standard=True))
    before = landscape_of(assets=typed)
    after = drawing.add_vendor(before, id, HERE).landscape
    assert all(after.assets[key] is one for key, one in before.assets.items())
    made = [one for key, one in after.assets.items() if key not in before.assets]
    for one in made:
        assert {where.source for where in one.origin.values()} == {Source.CATALOGUE}


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("application", "supplier", Role.PROVIDED_BY),
        ("supplier", "supplier", Role.CONTROLLED_BY),
        ("process", "data", Role.DATA_IN),
        ("application", "infrastructure", Role.RUNS_ON),
        ("infrastructure", "location", Role.RUNS_ON),
        ("process", "infrastructure", Role.USES),
        ("process", "application", Role.USES),
    ],
)
def test_the_role_that_fits(source: str, target: str, expected: Role) -> None:
    assert drawing.fitting_role(AssetKind(source), AssetKind(target)) is expected


def test_a_second_provider_is_proposed_as_degrading() -> None:
    before = landscape_of("db => acme", assets=[asset("db"), asset("other", "supplier")])
    after = drawing.connect(before, DB, AssetId("other"))
    assert after.dependencies[DependencyId("d2")].need is Need.DEGRADING
    assert after.dependencies[DependencyId("d1")].need is Need.VITAL


@pytest.mark.parametrize("target", ["shop", "db"])
def test_connecting_to_itself_or_twice_changes_nothing(target: str) -> None:
    before = landscape_of("shop -> db")
    assert drawing.connect(before, SHOP, AssetId(target)) is before


MAP = landscape_of("shop -> dns1", "shop -> dns2", "desk -> dns2", "shop -> db")


@pytest.mark.parametrize(
    ("assets", "dependencies", "expected"),
    [
        pytest.param([], ["d1", "d2"], ("d1", "d2"), id="two of one source"),
        pytest.param([], ["d2", "d3"], (), id="two of two sources"),
        pytest.param(["shop", "dns1", "dns2"], [], ("d1", "d2"), id="a source and its targets"),
        pytest.param(["dns1", "dns2"], [], ("d1", "d2"), id="targets of one source"),
        pytest.param(["shop", "dns1"], [], (), id="one alone"),
    ],
)
def test_what_can_stand_in_for_each_other(
    assets: list[str], dependencies: list[str], expected: tuple[str, ...]
) -> None:
    found = drawing.alternatives(MAP, map(AssetId, assets), map(DependencyId, dependencies))
    assert found == expected


def test_a_group_is_not_offered_again_but_may_grow() -> None:
    pair = edits.group(MAP, [DependencyId("d1"), DependencyId("d2")])
    d1, d2, d4 = map(DependencyId, ("d1", "d2", "d4"))
    assert drawing.alternatives(pair, [], [d1, d2]) == ()
    assert drawing.alternatives(pair, [], [d1, d2, d4]) == (d1, d2, d4)


def test_what_leaves_a_group_is_needed_for_itself() -> None:
    pair = edits.group(MAP, [DependencyId("d1"), DependencyId("d2")])
    assert drawing.freed(pair, [DependencyId("d1")]).groups == {}


def test_a_copy_needs_what_the_first_needs() -> None:
    before = landscape_of("shop -> dns1 | dns2", "shop -> db", "desk -> shop")
    places = dict.fromkeys(before.assets, (0.0, 0.0))
    made = copies.duplicate(before, {SHOP}, places, lambda name: f"{name} bis")
    (second,) = made.assets
    after = made.landscape
    assert after.assets[second].name == "Shop bis"
    assert [link.target for link in after.needs[second]] == ["dns1", "dns2", "db"]
    assert after.needed_by[second] == ()
    assert after.groups.keys() == {"g1", "g2"}
    assert after.groups[GroupId("g2")].owner == second


def test_pasting_keeps_the_dependencies_among_what_was_copied() -> None:
    before = landscape_of("shop -> dns1 | dns2", "shop -> db")
    places = {key: (200.0 * number, 0.0) for number, key in enumerate(before.assets)}
    part = copies.part(before, {SHOP, DB}, places)
    after = copies.paste(before, part, HERE).landscape
    assert ("Shop", Role.USES, "Db") in roles(after)
    assert (len(after.assets), len(after.dependencies), len(after.groups)) == (6, 4, 1)
    assert len(set(after.positions.values())) == 2


@settings(max_examples=30, deadline=None)
@given(landscapes(), st.data())
def test_copies_leave_the_rest_of_the_map_as_it_was(
    landscape: Landscape, data: st.DataObject
) -> None:
    chosen = (
        data.draw(st.sets(st.sampled_from(sorted(landscape.assets)))) if landscape.assets else set()
    )
    places = {key: (300.0 * number, 0.0) for number, key in enumerate(landscape.assets)}
    after = copies.duplicate(landscape, chosen, places, str).landscape
    assert landscape.assets.items() <= after.assets.items()
    assert landscape.dependencies.items() <= after.dependencies.items()
    assert landscape.groups.items() <= after.groups.items()
    assert len(after.assets) == len(landscape.assets) + len(chosen)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-900, 900), st.floats(-500, 500)), max_size=25))
def test_a_free_place_touches_no_card(taken: list[tuple[float, float]]) -> None:
    x, y = Room(taken).near((0.0, 0.0))
    assert all(abs(a - x) >= CARD_WIDTH or abs(b - y) >= CARD_HEIGHT for a, b in taken)


def test_a_card_is_never_put_out_of_all_reason() -> None:
    before = landscape_of("shop -> db")
    after = drawing.moved(before, {SHOP: (1e300, -1e300), AssetId("gone"): (0.0, 0.0)})
    assert after.positions == {SHOP: (drawing.FARTHEST, -drawing.FARTHEST)}


def test_places_hand_on_what_was_derived_from_dependencies() -> None:
    before = landscape_of("shop -> db")
    after = edits.move(before, {SHOP: HERE})
    assert before.needs
    assert edits.move(before, {SHOP: HERE}).needs is before.needs
    assert after.needs == before.needs


def test_finding_looks_past_case_and_accents() -> None:
    landscape = landscape_of(assets=[asset("a", name="Facturation clientèle")])
    assert offers.found(landscape, "CLIENTELE") == ["a"]
    assert offers.found(landscape, "  ") == []
