"""The example map of the contract, with the numbers the contract gives."""

import pytest

from smala_lockin.analysis.failure.events import Mode
from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.failure.single_point import Bounds, Severity
from smala_lockin.analysis.failure.single_points import single_points
from smala_lockin.domain.landscape import Landscape
from tests.builders import asset, landscape_of


@pytest.fixture
def workshop() -> Landscape:
    return landscape_of(
        "invoicing -> erp +4h",
        "erp => odoo-sa",
        assets=[
            asset(
                "invoicing",
                "process",
                criticality=5,
                max_outage_hours=24,
                outage_cost_per_day=4000,
            ),
            asset(
                "erp",
                "cloud_service",
                hosting_countries=("BE",),
                recovery_hours=8,
                replacement_days=180,
            ),
            asset("odoo-sa", "supplier", country="BE"),
        ],
    )


def test_the_single_points_are_those_of_the_contract(workshop: Landscape) -> None:
    erp, odoo = single_points(workshop)
    assert (erp.asset, erp.stops, erp.stop_times) == ("erp", ("invoicing",), {"invoicing": 4.0})
    assert (erp.margin_hours, erp.blast_radius) == (28.0, 1.0)
    assert erp.severity == Bounds(best=Severity.MINOR, worst=Severity.MINOR)
    assert erp.severity_if_lost == Bounds(best=Severity.CRITICAL, worst=Severity.CRITICAL)
    assert (odoo.asset, odoo.stop_times) == ("odoo-sa", {"invoicing": 724.0})
    assert (odoo.margin_hours, odoo.blast_radius) == (748.0, 1.0)
    assert odoo.severity == Bounds(best=Severity.MINOR, worst=Severity.CRITICAL)
    assert odoo.severity_if_lost == Bounds(best=Severity.MINOR, worst=Severity.CRITICAL)


def test_the_simulation_is_that_of_the_contract(workshop: Landscape) -> None:
    found = simulate(workshop, ["country:BE"])
    assert [str(event) for event in found.events] == ["country:BE"]
    assert found.mode is Mode.CUT_OFF
    assert [(one.asset, one.stops_at_hours, one.returns_at_hours) for one in found.failed] == [
        ("erp", 0.0, 4320.0),
        ("invoicing", 4.0, 4320.0),
        ("odoo-sa", 0.0, 4320.0),
    ]
    assert found.degraded == ()
    assert found.processes_stopped == ("invoicing",)
    assert found.hours_late == {"invoicing": 4292.0}
    assert found.blast_radius == 1.0
    assert found.cost is not None
    assert round(found.cost) == 719333
    assert found.unknown == ()
    assert found.assumed == (("odoo-sa", "replacement_days"),)
