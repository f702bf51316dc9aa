import pytest

from smala_lockin.app.ownership import owner_country
from smala_lockin.domain.assets import AssetId
from tests.builders import asset, landscape_of


@pytest.mark.parametrize(
    ("arrows", "countries", "expected"),
    [
        pytest.param(["mail => acme"], {"acme": "BE"}, "BE", id="its supplier's"),
        pytest.param(
            ["mail => acme", "acme ~> corp"], {"acme": "IE", "corp": "US"}, "US", id="the parent's"
        ),
        pytest.param(
            ["mail => acme", "acme ~> corp"],
            {"acme": "IE", "corp": None},
            "IE",
            id="the last that is known",
        ),
        pytest.param(
            ["mail => acme", "acme ~> fund (investor)"],
            {"acme": "BE", "fund": "US"},
            "BE",
            id="a fund is no owner",
        ),
        pytest.param(
            ["mail => acme", "acme ~> one", "acme ~> two"],
            {"acme": "BE", "one": "FR", "two": "US"},
            "BE",
            id="a joint venture",
        ),
        pytest.param(
            ["mail => acme", "acme ~> corp", "corp ~> acme"],
            {"acme": "BE", "corp": "US"},
            "US",
            id="a circle ends",
        ),
        pytest.param(
            ["mail => acme", "mail => other"],
            {"acme": "BE", "other": "US"},
            None,
            id="two suppliers of different countries",
        ),
        pytest.param(["mail -> db"], {}, None, id="no supplier"),
    ],
)
def test_whose_country_a_card_shows(
    arrows: list[str], countries: dict[str, str | None], expected: str | None
) -> None:
    suppliers = [asset(name, "supplier", country=code) for name, code in countries.items()]
    landscape = landscape_of(*arrows, assets=[asset("mail"), *suppliers])
    assert owner_country(landscape, AssetId("mail")) == expected
