"""Which story a risk belongs to: the first that fits."""

import pytest

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import PersonalData
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import found
from tests.builders import asset, landscape_of


def _bundles(landscape: Landscape) -> dict[str, str | None]:
    return {key: one.bundle for key, one in found(landscape).items()}


def _process(id: str) -> Asset:
    return asset(id, "process", criticality=4, max_outage_hours=24)


@pytest.mark.parametrize(
    ("arrows", "key", "bundle"),
    [
        pytest.param(["shop -> erp", "erp => acme"], "spof:erp", "supplier:acme", id="gateway"),
        pytest.param(["shop -> erp", "erp => acme"], "loss:acme", "supplier:acme", id="supplier"),
        pytest.param(
            ["shop -> erp", "erp -> db", "erp => acme"], "spof:db", "supplier:acme", id="behind"
        ),
        pytest.param(["shop -> erp", "erp -> db"], "spof:db", "process:shop", id="own means"),
        pytest.param(
            ["shop -> a", "site -> b", "a -> db", "b -> db"], "spof:db", "several", id="several"
        ),
        pytest.param(
            ["shop -> a", "site -> b", "a => acme", "b => acme"],
            "loss:acme",
            "supplier:acme",
            id="supplier of several",
        ),
        pytest.param(
            ["shop -> erp", "erp => acme", "erp => zeta"],
            "loss:zeta",
            "supplier:acme",
            id="all suppliers of one gateway",
        ),
    ],
)
def test_a_risk_belongs_to_the_first_story_that_fits(
    arrows: list[str], key: str, bundle: str
) -> None:
    assert _bundles(landscape_of(*arrows))[key] == bundle


def test_own_means_are_those_of_the_process_first_late() -> None:
    slow = asset("archive", "process", criticality=1, max_outage_hours=700)
    landscape = landscape_of("archive -> erp", "shop -> erp", assets=[slow, _process("shop")])
    assert _bundles(landscape)["spof:erp"] == "process:shop"


@pytest.mark.parametrize(
    ("chain", "root"),
    [
        pytest.param(["acme ~> corp"], "acme", id="controls one"),
        pytest.param(["acme ~> corp", "zeta ~> corp"], "corp", id="controls two"),
        pytest.param(["acme ~> corp", "corp ~> top"], "top", id="at any depth"),
        pytest.param(["acme ~> fund (investor)", "zeta ~> fund (investor)"], "acme", id="a fund"),
        pytest.param(["acme ~> b", "b ~> c", "c ~> acme"], "acme", id="in a circle"),
    ],
)
def test_a_group_of_suppliers_is_one_story_where_its_root_controls_two(
    chain: list[str], root: str
) -> None:
    landscape = landscape_of("shop -> erp", "erp => acme", *chain)
    assert _bundles(landscape)["loss:acme"] == f"supplier:{root}"


def test_a_person_is_a_story() -> None:
    landscape = landscape_of("shop -> ann", assets=[asset("ann", "people")])
    assert _bundles(landscape)["key_person:ann"] == "person:ann"


def test_a_country_is_one_story_for_power_and_law() -> None:
    erp = asset("erp", "cloud_service", personal_data=PersonalData.SENSITIVE)
    landscape = landscape_of(
        "shop -> erp", "erp => acme", assets=[erp, asset("acme", "supplier", country="US")]
    )
    bundles = _bundles(landscape)
    assert bundles["cut_off:US"] == bundles["legal_reach:US"] == "country:US"


def test_what_nearly_all_stands_on_is_one_story_with_its_suppliers() -> None:
    power = asset("power", "infrastructure")
    landscape = landscape_of(
        "shop -> power", "site -> power", "power => grid +0h (vital)", assets=[power]
    )
    bundles = _bundles(landscape)
    assert bundles["spof:power"] == bundles["loss:grid"] == "foundations"


def test_a_supplier_of_something_else_too_is_no_foundation() -> None:
    landscape = landscape_of(
        "shop -> power",
        "power => grid +0h (vital)",
        "shop -> erp",
        "erp => grid",
        assets=[asset("power", "infrastructure")],
    )
    assert _bundles(landscape)["loss:grid"] == "supplier:grid"


def test_what_lies_behind_a_false_redundancy_is_told_with_it() -> None:
    landscape = landscape_of(
        "shop -> net",
        "net -> fibre | mobile",
        "fibre -> cables",
        "mobile -> cables",
        "cables => carrier",
        assets=[_process("shop"), asset("cables"), asset("fibre"), asset("mobile")],
    )
    bundles = _bundles(landscape)
    assert {bundles[key] for key in ("spof:cables", "spof:net", "loss:carrier")} == {
        "false_redundancy:net:g1"
    }


def test_alternatives_that_the_same_cause_takes_away_are_one_story() -> None:
    landscape = landscape_of(
        *("shop -> mail | chat", "desk -> files | copy", "desk -> net"),
        *(f"{one} -> entra" for one in ("mail", "chat", "files", "copy")),
        *("entra -> net", "mail -> net", "chat -> net"),
        assets=[_process("shop"), _process("desk"), asset("entra", "cloud_service")],
    )
    told = {key: bundle for key, bundle in _bundles(landscape).items() if "false" in key}
    assert len(told) == 2
    assert len(set(told.values())) == 1


def test_what_lies_elsewhere_is_not() -> None:
    landscape = landscape_of(
        "shop -> net", "net -> fibre | mobile", "fibre -> cables", "mobile -> cables", "shop -> erp"
    )
    assert _bundles(landscape)["spof:erp"] == "process:shop"


@pytest.mark.parametrize(
    ("arrows", "gateways"),
    [
        pytest.param(["shop -> erp", "erp -> db"], ("erp",), id="in front"),
        pytest.param(["shop -> erp", "erp -> db", "shop -> db"], ("db",), id="needed itself"),
        pytest.param(["shop -> a", "shop -> b", "a -> db", "b -> db"], ("a", "b"), id="two"),
        pytest.param(["shop -> a", "shop -> b", "a -> b", "b -> a", "a -> db"], ("a",), id="loop"),
        pytest.param(["shop -> sale", "sale -> db"], ("db",), id="through a process"),
    ],
)
def test_gateways_are_what_a_stopped_process_needs_itself(
    arrows: list[str], gateways: tuple[str, ...]
) -> None:
    landscape = landscape_of(*arrows, assets=[asset("sale", "process")])
    assert found(landscape)["spof:db"].evidence.gateways == gateways


def test_questions_and_notes_have_no_story() -> None:
    landscape = landscape_of("a -> b", "b -> a", "shop -> a", assets=[asset("x")])
    assert _bundles(landscape)["orphan"] is None
    assert _bundles(landscape)["loop:a:b"] is None
