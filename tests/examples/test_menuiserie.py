"""The example company reads as it should, tells its story, and agrees with its spreadsheet."""

from datetime import date

import pytest

from smala_lockin import paths
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.kinds import AssetKind, Need, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.formats.tables import Cell, read_tables
from smala_lockin.importing.propose import propose
from smala_lockin.knowledge import catalogue, ownership

_FILE = paths.resource("examples/menuiserie.smala")
_INVENTORY = paths.resource("examples/menuiserie_inventaire.xlsx")
_DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def landscape() -> Landscape:
    return project.load(_FILE)


@pytest.fixture(scope="module")
def report(landscape: Landscape) -> Report:
    return build_report(landscape, today=_DAY)


def test_the_file_is_as_the_program_writes_it(landscape: Landscape) -> None:
    assert project.encode(landscape) == _FILE.read_bytes()


def test_the_company_is_of_the_size_it_claims(landscape: Landscape) -> None:
    processes = [one for one in landscape.assets.values() if one.kind is AssetKind.PROCESS]
    assert 6 <= len(processes) <= 8
    assert 40 <= len(landscape.assets) <= 65
    assert all(one.criticality and one.max_outage_hours for one in processes)
    assert {one.kind for one in landscape.assets.values()} == set(AssetKind)


def test_every_asset_is_needed_or_controls_a_supplier(landscape: Landscape) -> None:
    alone = [
        one.id
        for one in landscape.assets.values()
        if one.kind is not AssetKind.PROCESS and not landscape.needed_by[one.id]
    ]
    assert alone == []


def test_what_it_takes_from_the_catalogue_is_what_the_catalogue_says(landscape: Landscape) -> None:
    suppliers = {}
    for one in landscape.assets.values():
        vendor = catalogue.vendor(one.catalogue_id) if one.catalogue_id else None
        assert (vendor is None) == (one.catalogue_id is None)
        if vendor and one.kind is AssetKind.SUPPLIER:
            assert vendor.country == one.country
            suppliers[one.id] = vendor
    for control in landscape.dependencies.values():
        if control.role is Role.CONTROLLED_BY:
            owners = ownership.owner_chain(suppliers[control.source])
            assert owners[0] is suppliers[control.target]


@pytest.mark.parametrize(
    ("group", "relevant"),
    [
        pytest.param("g-internet", {"asset:proximus", "asset:reseau-proximus"}, id="one carrier"),
        pytest.param("g-cnc", {"asset:luc"}, id="one programmer for two machines"),
        pytest.param(
            "g-plans-de-pose", {"asset:entra", "asset:microsoft", "country:US"}, id="one account"
        ),
        pytest.param("g-contact-clients", set(), id="mail or telephone"),
        pytest.param("g-plans", set(), id="NAS or copy elsewhere"),
    ],
)
def test_which_redundancies_are_false(report: Report, group: str, relevant: set[str]) -> None:
    assert GroupId(group) in report.landscape.groups
    causes = {
        cause.cause
        for found in report.false_redundancies
        if found.group == group
        for cause in found.shared
        if cause.relevant
    }
    assert causes == relevant


def test_the_account_nobody_lists_stops_more_than_the_erp(report: Report) -> None:
    stops = {point.asset: set(point.stops) for point in report.single_points}
    assert stops[AssetId("entra")] > stops[AssetId("odoo")]
    assert {"luc", "nathalie", "electricite", "topsolid"} <= stops.keys()


def test_the_spreadsheet_agrees_with_the_map(landscape: Landscape) -> None:
    rows = _inventory()
    named = {one.name: one for one in landscape.assets.values()}
    assert len(rows) >= 20
    for row in rows:
        one = named[str(row["Application"])]
        needed = {landscape.assets[each.target].name for each in landscape.needs[one.id]}
        used = {
            landscape.assets[each.source].name
            for each in landscape.needed_by[one.id]
            if each.need is Need.VITAL and landscape.assets[each.source].kind is AssetKind.PROCESS
        }
        assert str(row["Fournisseur"]).casefold() in {name.casefold() for name in needed}
        assert set(str(row["Utilisé pour"] or "").split("; ")) - {""} == used
        assert row["Responsable"] in (one.owner, "-")
        if isinstance(row["Coût annuel"], int | float):
            assert row["Coût annuel"] == one.annual_cost


def test_most_of_the_map_comes_from_the_spreadsheet(landscape: Landscape) -> None:
    made = propose(read_tables(_INVENTORY)).apply(Landscape())
    assert _named(made) <= _named(landscape)
    assert _arrows(made) <= _arrows(landscape)
    assert len(made.assets) > 0.75 * len(landscape.assets)
    assert {"KKR", "Bridgestone"} <= _named(made)
    assert {"Microsoft Entra ID", "Réseau Proximus"}.isdisjoint(_named(made))


def _named(landscape: Landscape) -> set[str]:
    return {one.name for one in landscape.assets.values()}


def _arrows(landscape: Landscape) -> set[tuple[str, str, Role]]:
    assets = landscape.assets
    return {
        (assets[one.source].name, assets[one.target].name, one.role)
        for one in landscape.dependencies.values()
    }


def _inventory() -> list[dict[str, Cell]]:
    (table,) = (one for one in read_tables(_INVENTORY) if one.sheet == "Inventaire")
    rows = [list(row) for row in table.rows]
    (start,) = (number for number, row in enumerate(rows) if row[0] == "Application")
    header = [str(cell) for cell in rows[start]]
    records = (dict(zip(header, row, strict=True)) for row in rows[start + 1 :])
    return [record for record in records if record["Fournisseur"]]
