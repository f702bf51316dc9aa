"""Cards that stay where they are when the map is tidied."""

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.app import keeping
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import diff
from smala_lockin.formats import project
from smala_lockin.layout import layered
from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH
from tests.builders import landscape_of

MAP = landscape_of("shop -> db", "shop -> mail", "db => acme", "mail => acme", "hr -> mail")
ordinates = st.integers(-600, 600).map(float)
spots = st.tuples(ordinates, ordinates)
places = st.fixed_dictionaries({}, optional=dict.fromkeys(MAP.assets, spots))


@settings(max_examples=40)
@given(places)
def test_kept_cards_stay_and_others_leave_them_room(
    stand: dict[AssetId, tuple[float, float]],
) -> None:
    layout = layered.positions(MAP)
    shown = {**layout, **stand}
    landscape = keeping.keep(MAP, stand, is_kept=True)
    found = keeping.tidied(landscape, layout, shown)
    assert found.keys() == MAP.assets.keys()
    assert all(found[key] == at for key, at in stand.items())
    for key, (x, y) in found.items():
        if key in stand:
            continue
        for other, (there_x, there_y) in found.items():
            assert other == key or abs(x - there_x) >= CARD_WIDTH or abs(y - there_y) >= CARD_HEIGHT


def test_what_is_kept_is_saved_and_matters_to_no_analysis() -> None:
    landscape = keeping.keep(MAP, [AssetId("db")], is_kept=True)
    again = project.decode(project.encode(landscape))
    assert keeping.kept(again) == {"db"}
    change = diff(MAP, landscape)
    assert change
    assert not change.touches_graph
    assert keeping.keep(landscape, [AssetId("db")], is_kept=False) == MAP
    assert keeping.kept(edits.remove_assets(landscape, [AssetId("db")])) == frozenset()
