"""Each way out names vendors that are there, and claims no more than we know."""

from itertools import pairwise
from pathlib import Path

import pytest

from smala_lockin.domain.kinds import OpenSource
from smala_lockin.knowledge import alternative_rows, in_force
from smala_lockin.knowledge.alternative_rows import Alternative, AlternativeKind, Effort
from smala_lockin.knowledge.alternatives import alternatives_of
from smala_lockin.knowledge.jurisdictions import in_eea
from smala_lockin.knowledge.ownership import owner_chain, owners_to_confirm
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.rows import CatalogueFault
from smala_lockin.knowledge.vendors import Deployment, VendorId

_KNOWN = in_force.all_vendors()
_ALL = [one for id in _KNOWN for one in alternatives_of(id)]
_HEADER = "vendor_id,alternative_id,kind,effort,notes,confidence,source,as_of"


def test_every_row_of_the_table_is_found_under_what_it_replaces() -> None:
    assert len(_ALL) >= 2540
    for one in _ALL:
        assert one in alternatives_of(one.vendor)
        assert one.alternative in _KNOWN
        assert one.provenance.source


def test_the_easiest_way_out_comes_first_and_each_vendor_once() -> None:
    for id in _KNOWN:
        found = alternatives_of(id)
        efforts = [list(Effort).index(one.effort) for one in found]
        assert efforts == sorted(efforts)
        assert len({one.alternative for one in found}) == len(found)


def test_of_equal_ways_out_those_whose_owners_are_european_come_first() -> None:
    names = [one.alternative for one in alternatives_of("penneo")]
    assert names.index(VendorId("scrive")) < names.index(VendorId("namirial"))  # Bain, US
    for id in _KNOWN:
        found = [(one.effort, one.kind, _is_abroad(one)) for one in alternatives_of(id)]
        for (effort, kind, is_abroad), (other, sort, is_next_abroad) in pairwise(found):
            assert (effort, kind) != (other, sort) or is_abroad <= is_next_abroad


def _is_abroad(one: Alternative) -> bool:
    other = _KNOWN[one.alternative]
    behind = [other, *owner_chain(other), *owners_to_confirm(other)]
    return any(each.country and not in_eea(each.country) for each in behind)


def test_what_is_called_european_sits_in_europe_and_what_is_called_open_is_open() -> None:
    for one in _ALL:
        other = _KNOWN[one.alternative]
        match one.kind:
            case AlternativeKind.EU_SAAS:
                assert other.country is not None
                assert in_eea(other.country) or other.country in ("CH", "GB")
                assert other.deployment in (Deployment.SAAS, Deployment.BOTH)
            case AlternativeKind.SELF_HOSTED_OSS:
                assert other.open_source in (OpenSource.YES, OpenSource.CORE)
                assert other.deployment is not Deployment.SAAS
            case AlternativeKind.MULTI_SOURCE:
                pass


def test_no_pairing_is_said_to_be_certain() -> None:
    assert {one.provenance.confidence for one in _ALL} == {Confidence.MEDIUM, Confidence.LOW}


def test_what_nobody_knows_has_no_alternatives() -> None:
    assert alternatives_of("no-such-vendor") == ()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        pytest.param("nobody,odoo,eu_saas,low,,low,x,2026-01-01", "vendor_id", id="vendor"),
        pytest.param("sap,nobody,eu_saas,low,,low,x,2026-01-01", "alternative_id", id="other"),
        pytest.param("sap,sap,eu_saas,low,,low,x,2026-01-01", "alternative_id", id="itself"),
        pytest.param("sap,odoo,cheap,low,,low,x,2026-01-01", "kind", id="kind"),
        pytest.param("sap,odoo,eu_saas,easy,,low,x,2026-01-01", "effort", id="effort"),
        pytest.param("sap,odoo,eu_saas,low,,high,x,2026-01-01", "confidence", id="too sure"),
        pytest.param("sap,odoo,eu_saas,low,,low,,2026-01-01", "source", id="no source"),
        pytest.param("sap,odoo,eu_saas,low,,low,x,January", "as_of", id="no day"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(tmp_path: Path, row: str, column: str) -> None:
    table = tmp_path / "alternatives.csv"
    table.write_text(f"{_HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(CatalogueFault) as caught:
        alternative_rows.read(table, _KNOWN)
    assert (caught.value.line, caught.value.column) == (2, column)


def test_a_pair_that_comes_twice_is_refused(tmp_path: Path) -> None:
    row = "sap,odoo,eu_saas,low,,low,x,2026-01-01"
    table = tmp_path / "alternatives.csv"
    table.write_text(f"{_HEADER}\n{row}\n{row}\n", encoding="utf-8")
    with pytest.raises(CatalogueFault):
        alternative_rows.read(table, _KNOWN)
