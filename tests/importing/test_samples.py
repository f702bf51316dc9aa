"""The real files of the developer set reach the counts that their index gives."""

from collections import Counter
from pathlib import Path

import pytest

from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.understanding.sorts import Skip

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the sample spreadsheets are not beside the checkout"
)


def proposal_of(name: str) -> Proposal:
    return propose(read_tables(SAMPLES / name))


def counts(proposal: Proposal) -> tuple[int, int, Counter[Role]]:
    """Assets (no suppliers, no processes), suppliers, and dependencies by role."""
    apart = (AssetKind.SUPPLIER, AssetKind.PROCESS)
    things = sum(count for kind, count in proposal.assets.items() if kind not in apart)
    made = proposal.apply(Landscape())
    roles = Counter(edge.role for edge in made.dependencies.values())
    return things, proposal.assets.get(AssetKind.SUPPLIER, 0), roles


@pytest.mark.parametrize(
    ("name", "things", "suppliers", "roles"),
    [
        ("ciso_third_parties.xlsx", 3, 3, {Role.PROVIDED_BY: 3, Role.CONTROLLED_BY: 1}),
        ("idoit_import_anwendungen.csv", 4, 4, {Role.PROVIDED_BY: 4}),
        ("idoit_import_arbeitsplaetze.csv", 80, 0, {Role.USES: 60}),
        ("sill_2019.ods", 157, 0, {Role.USES: 20}),
        ("gsa_it_standards.csv", 998, 0, {}),
        ("iso27001_asset_inventory.xlsx", 15, 0, {}),
        ("us_ai_use_cases_2023.csv", 710, 0, {}),
        ("tackle_dependency_import.csv", 3, 0, {Role.USES: 6}),  # 3 by a process beside
    ],
)
def test_a_sample_gives_what_its_index_says(
    name: str, things: int, suppliers: int, roles: dict[Role, int]
) -> None:
    assert counts(proposal_of(name)) == (things, suppliers, roles)


@pytest.mark.parametrize(
    ("name", "things", "suppliers", "supplied", "total"),
    [
        ("leeds_spend_2011-01.csv", 0, 2118, 0, "63,104,385.57"),  # 786 rows hide their supplier
        ("cabinetoffice_spend_2020-06.csv", 0, 174, 0, "138,818,776.73"),
        ("focus_sample.csv", 33, 7, 67, "20.52"),  # 33 + 42, some of them the same
    ],
)
def test_payments_and_bills_are_added_up(
    name: str, things: int, suppliers: int, supplied: int, total: str
) -> None:
    proposal = propose(read_tables(SAMPLES / name), catalogue=False)
    roles = {Role.PROVIDED_BY: supplied} if supplied else {}
    assert counts(proposal) == (things, suppliers, roles)
    assert any(total in note.detail for note in proposal.notes)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("dora_roi_dryrun.xlsx", Skip.NO_ROWS),
        ("mss_services_v2.xlsx", Skip.EXAMPLE_ONLY),
    ],
)
def test_a_sample_without_things_says_why(name: str, reason: Skip) -> None:
    proposal = proposal_of(name)
    assert proposal.is_empty
    assert reason in {sheet.skipped for sheet in proposal.sheets}
    assert all(sheet.explanation for sheet in proposal.sheets)


@pytest.mark.parametrize(
    "name", ["ciso_third_parties.xlsx", "sill_2019.ods", "snipeit_assets_bad.csv"]
)
def test_the_same_sample_again_says_nothing_new(name: str) -> None:
    tables = read_tables(SAMPLES / name)
    made = propose(tables).apply(Landscape())
    assert propose(tables, made).is_empty


def test_parents_that_are_only_part_of_a_name_are_proposed() -> None:
    proposal = proposal_of("sill_2019.ods")
    missing = {one.name: (one.near, len(one.places)) for one in proposal.missing}
    assert missing["Firefox"] == ("Firefox ESR", 4)
    assert sum(len(one.places) for one in proposal.missing) == 5
    itself = [one for one in proposal.problems if one.reason is Reason.DEPENDS_ON_ITSELF]
    assert len(itself) == 2
    assert proposal.duplicates_merged == 4


def test_tackle_reports_the_three_rows_it_cannot_use() -> None:
    proposal = proposal_of("tackle_dependency_import.csv")
    assert [(one.row, one.reason) for one in proposal.problems] == [
        (8, Reason.UNKNOWN_DIRECTION),
        (9, Reason.DEPENDS_ON_ITSELF),
        (10, Reason.UNKNOWN_SOURCE),
    ]
    assert {one.name for one in proposal.missing} == {
        "Home Banking BU",
        "Online Investments service",
    }


def test_contracts_in_another_currency_are_kept_and_reported() -> None:
    proposal = proposal_of("ciso_third_parties.xlsx")
    assert [one.reason for one in proposal.problems] == [Reason.OTHER_CURRENCY] * 3
    made = propose(read_tables(SAMPLES / "ciso_third_parties.xlsx"), rates={"USD": 0.5})
    costs = {one.annual_cost for one in made.added if one.annual_cost}
    assert costs == {25_000.0, 37_500.0, 12_500.0}


def test_mojibake_of_a_mac_is_mended() -> None:
    tables = read_tables(SAMPLES / "snipeit_assets_bad.csv")
    assert any("Saint-Étienne" in str(row) for row in tables[0].rows)
