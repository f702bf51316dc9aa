"""The vendor table is read strictly, and whole."""

from pathlib import Path

import pytest

from smala_lockin.knowledge import in_force, vendors
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.rows import CatalogueFault
from smala_lockin.knowledge.vendors import VendorId, VendorKind

_HEADER = (
    "id,name,aliases,kind,parent_id,hq_country,category,deployment,open_source,hosting_regions,"
    "data_export,notes,confidence,source,as_of,other_countries,runs_on,investor"
)
_GOOD = "acme,Acme,,company,,BE,erp,saas,no,eu,open,,high,typed,2026-01-01,,,"


def test_every_vendor_of_the_table_loads() -> None:
    found = in_force.all_vendors().values()
    assert len(found) == 1475
    assert sum(one.kind is VendorKind.SERVICE for one in found) == 296
    assert sum(one.investor for one in found) == 26
    assert sum(one.confidence is Confidence.LOW for one in found) == 87


def test_a_vendor_keeps_what_the_row_says(tmp_path: Path) -> None:
    one = vendors.read(
        _table(tmp_path, _GOOD.replace(",,company", ",ACME|Acme One,company")), {"BE"}
    )
    acme = one[VendorId("acme")]
    assert acme.aliases == ("ACME", "Acme One")
    assert (acme.country, acme.source, acme.as_of.isoformat()) == ("BE", "typed", "2026-01-01")


@pytest.mark.parametrize(
    ("good", "bad", "column"),
    [
        (",company,", ",shop,", "kind"),
        ("acme,Acme", "acme,", "name"),
        (",BE,", ",XX,", "hq_country"),
        (",company,,", ",company,nobody,", "parent_id"),
        (",company,,", ",company,acme,", "parent_id"),
        (",high,", ",sure,", "confidence"),
        ("2026-01-01", "last year", "as_of"),
        ("2026-01-01,,,", "2026-01-01,BE,,", "other_countries"),
        ("2026-01-01,,,", "2026-01-01,,nobody,", "runs_on"),
        ("2026-01-01,,,", "2026-01-01,,,perhaps", "investor"),
        ("2026-01-01,,,", "2026-01-01,,", "row"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(
    tmp_path: Path, good: str, bad: str, column: str
) -> None:
    with pytest.raises(CatalogueFault) as caught:
        vendors.read(_table(tmp_path, _GOOD.replace(good, bad)), {"BE"})
    assert (caught.value.line, caught.value.column) == (2, column)


def test_a_repeated_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueFault) as caught:
        vendors.read(_table(tmp_path, _GOOD, _GOOD), {"BE"})
    assert (caught.value.line, caught.value.column) == (3, "id")


def _table(folder: Path, *lines: str) -> Path:
    path = folder / "vendors.csv"
    path.write_text("\n".join((_HEADER, *lines)) + "\n", encoding="utf-8")
    return path
