"""Assumed values are those of the method's table."""

from smala_lockin.analysis.scales.assumptions import (
    Estimate,
    max_outage_hours,
    recovery_hours,
    replacement_days,
)
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.settings import DEFAULT
from tests.builders import asset, landscape_of

ACME = AssetId("acme")


def test_a_known_fact_is_its_own_low_and_high() -> None:
    known = landscape_of(assets=[asset("crm", recovery_hours=5.0)])
    assert recovery_hours(known, AssetId("crm")) == Estimate(low=5, usual=5, high=5, known=True)


def test_a_supplier_takes_as_long_as_the_longest_of_what_it_vitally_provides() -> None:
    provides = landscape_of(
        "crm => acme",
        "mail => acme",
        "old => acme (degrading)",
        assets=[
            asset("crm", "cloud_service", replacement_days=20.0),
            asset("mail", "cloud_service"),
            asset("old", "cloud_service", replacement_days=700.0),
        ],
    )
    assert replacement_days(provides, ACME) == Estimate(low=30, usual=90, high=365, known=False)


def test_a_supplier_of_what_is_known_takes_no_longer() -> None:
    provides = landscape_of(
        "crm => acme", assets=[asset("crm", "cloud_service", replacement_days=10.0)]
    )
    assert replacement_days(provides, ACME) == Estimate(low=10, usual=10, high=10, known=False)


def test_who_provides_an_activity_takes_as_long_as_any_supplier() -> None:
    accountant = landscape_of("pay => acme", assets=[asset("pay", "process")])
    assert replacement_days(accountant, ACME) == Estimate(low=30, usual=90, high=365, known=False)
    stated = landscape_of("pay => acme", assets=[asset("pay", "process", replacement_days=200.0)])
    assert replacement_days(stated, ACME).usual == 200


def test_an_activity_of_which_nobody_said_it_may_take_long_at_worst() -> None:
    crm = asset("crm", "cloud_service", replacement_days=10.0)
    both = landscape_of("crm => acme", "pay => acme", assets=[crm, asset("pay", "process")])
    assert replacement_days(both, ACME) == Estimate(low=10, usual=10, high=365, known=False)


def test_how_long_a_process_may_stand_still_follows_from_its_criticality() -> None:
    assert max_outage_hours(asset("pay", "process", criticality=5), DEFAULT) == Estimate(
        low=2, usual=8, high=32, known=False
    )


def test_where_that_is_not_known_either_it_may_be_anywhere_on_the_scale() -> None:
    assert max_outage_hours(asset("pay", "process"), DEFAULT) == Estimate(
        low=2, usual=72, high=2880, known=False
    )
