"""Events as people write them."""

import pytest

from smala_lockin.analysis.failure.events import (
    EventFault,
    Mode,
    UnknownEvent,
    default_mode,
    parse_event,
)
from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.domain.landscape import Landscape
from tests.builders import asset, landscape_of


@pytest.fixture
def shop() -> Landscape:
    return landscape_of(
        "shop -> mail",
        "mail => daughter",
        "daughter ~> corp",
        "chat => corp",
        "phone => daughter | other",
        assets=[
            asset("mail", "cloud_service"),
            asset("chat", "cloud_service", hosting_countries=("IE", "US")),
            asset("phone", "cloud_service", hosting_countries=("US",), hosting_failover=True),
            asset("corp", "supplier", country="US"),
            asset("other", "supplier"),
        ],
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("flood:BE", EventFault.UNKNOWN_KIND),
        ("mail", EventFault.UNKNOWN_KIND),
        ("asset:nobody", EventFault.UNKNOWN_ASSET),
        ("services:mail", EventFault.NOT_A_SUPPLIER),
        ("control:daughter", EventFault.CONTROLS_NOBODY),
        ("country:EU", EventFault.NOT_A_COUNTRY),
        ("hosting:Belgium", EventFault.NOT_A_COUNTRY),
    ],
)
def test_a_text_that_names_no_event_is_refused(
    shop: Landscape, text: str, fault: EventFault
) -> None:
    with pytest.raises(UnknownEvent) as refused:
        parse_event(shop, text)
    assert refused.value.fault is fault
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "mode", "failed", "unknown"),
    [
        pytest.param("asset:mail", Mode.OUTAGE, {"mail", "shop"}, (), id="asset"),
        pytest.param("asset:daughter", Mode.LOSS, {"daughter", "mail", "shop"}, (), id="supplier"),
        pytest.param(
            "services:corp", Mode.OUTAGE, {"mail", "chat", "shop"}, (), id="all a group serves"
        ),
        pytest.param(
            "control:corp",
            Mode.LOSS,
            {"corp", "daughter", "mail", "chat", "shop"},
            (),
            id="a group",
        ),
        pytest.param(
            "country:US",
            Mode.CUT_OFF,
            {"corp", "daughter", "mail", "chat", "shop"},
            ("other",),
            id="a country, by who controls",
        ),
        pytest.param("hosting:US", Mode.OUTAGE, {"chat", "phone"}, ("mail",), id="only there"),
        pytest.param("hosting:IE", Mode.OUTAGE, {"chat"}, ("mail",), id="no failover known"),
        pytest.param("hosting:EU", Mode.OUTAGE, set(), ("mail",), id="nothing there"),
    ],
)
def test_what_an_event_fails(
    shop: Landscape, text: str, mode: Mode, failed: set[str], unknown: tuple[str, ...]
) -> None:
    found = simulate(shop, [text])
    assert default_mode(shop, parse_event(shop, text)) is mode
    assert {one.asset for one in found.failed} == failed
    assert found.unknown == unknown


def test_a_loss_leaves_services_their_buffer_and_a_cut_off_does_not(shop: Landscape) -> None:
    lost = simulate(shop, ["asset:daughter"])
    cut = simulate(shop, ["asset:daughter"], Mode.CUT_OFF)
    assert {str(one.asset): one.stops_at_hours for one in lost.failed}["mail"] == 720.0
    assert {str(one.asset): one.stops_at_hours for one in cut.failed}["mail"] == 0.0


def test_a_structure_serves_for_many_questions(shop: Landscape) -> None:
    structure = Structure.of(shop)
    assert simulate(structure, ["asset:corp"]) == simulate(shop, ["asset:corp"])
