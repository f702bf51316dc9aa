"""The threat level of suppliers, over all that a factor nobody gave could be."""

from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.figures.ecosystem import Zone, threats, zone
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.facts import THREAT_FACTORS
from tests.builders import asset, landscape_of

few = settings(max_examples=100, deadline=None)
_factors = st.dictionaries(
    st.sampled_from([*THREAT_FACTORS, "charm"]), st.integers(1, 4), max_size=5
)


def _supplier(**factors: int) -> Asset:
    return asset("acme", "supplier", ecosystem=factors)


@few
@given(_factors)
def test_a_threat_is_the_formula_over_all_that_is_not_given(factors: dict[str, int]) -> None:
    found = list(threats(landscape_of(assets=[_supplier(**factors)])))
    known = [name for name in THREAT_FACTORS if name in factors]
    assert len(found) == bool(known)
    if not found:
        return
    (one,) = found
    could = [[factors[name]] if name in factors else [1, 2, 3, 4] for name in THREAT_FACTORS]
    wholes = list(product(*could))
    exposures = [d * p for d, p, _m, _t in wholes]
    reliabilities = [m * t for _d, _p, m, t in wholes]
    levels = [d * p / (m * t) for d, p, m, t in wholes]
    assert [*one.exposure] == [min(exposures), max(exposures)]
    assert [*one.reliability] == [min(reliabilities), max(reliabilities)]
    assert [*one.level] == [min(levels), max(levels)]
    assert one.is_known == (len(wholes) == 1)
    assert set(one.missing) == set(THREAT_FACTORS) - set(known)
    assert one.exposure_band == [max(exposures) < bound for bound in (3, 7, 10, 99)].index(True)
    assert one.reliability_band == [min(reliabilities) < b for b in (4, 6, 8, 99)].index(True)


@few
@given(_factors, st.data())
def test_a_factor_made_unknown_never_narrows_a_threat(
    factors: dict[str, int], data: st.DataObject
) -> None:
    known = sorted(factors.keys() & set(THREAT_FACTORS))
    if len(known) < 2:
        return
    gone = data.draw(st.sampled_from(known))
    (before,) = threats(landscape_of(assets=[_supplier(**factors)]))
    vaguer = {name: value for name, value in factors.items() if name != gone}
    (after,) = threats(landscape_of(assets=[_supplier(**vaguer)]))
    assert after.level[0] <= before.level[0] <= before.level[1] <= after.level[1]


def test_zones_begin_where_the_settings_say() -> None:
    guide = (0.2, 0.9, 2.5)
    assert [zone(level, guide) for level in (0.1, 0.2, 0.9, 2.4, 2.5)] == [
        *(Zone.OUTSIDE, Zone.WATCH, Zone.CONTROL, Zone.CONTROL, Zone.DANGER)
    ]
    acme = _supplier(dependency=3, penetration=2, maturity=2, trust=2)
    landscape = landscape_of(assets=[acme])
    (usual,) = threats(landscape)
    assert usual.zones == (Zone.CONTROL, Zone.CONTROL)
    strict = {"settings": {"thresholds": {"ecosystem": [0.1, 0.5, 1.5]}}}
    (strictly,) = threats(replace(landscape, sections=strict))
    assert strictly.zones == (Zone.DANGER, Zone.DANGER)


def test_the_worst_comes_first_and_only_suppliers_count() -> None:
    landscape = landscape_of(
        assets=[
            asset("calm", "supplier", ecosystem=dict.fromkeys(THREAT_FACTORS, 1)),
            asset("vague", "supplier", ecosystem={"dependency": 4}),
            asset("erp", "application", ecosystem=dict.fromkeys(THREAT_FACTORS, 4)),
            asset("quiet", "supplier"),
        ]
    )
    assert [one.supplier for one in threats(landscape)] == ["vague", "calm"]
