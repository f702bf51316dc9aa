"""Vendors are recognised as people write them, and never claimed beyond what is known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin import paths
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind, DataExport, OpenSource
from smala_lockin.knowledge import catalogue, in_force, ownership, spelling
from smala_lockin.knowledge.alternatives import alternatives_of
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.vendors import Vendor, VendorKind

_ALL = sorted(in_force.all_vendors().values(), key=lambda one: one.id)


def test_every_vendor_is_found_by_each_of_its_names() -> None:
    for one in _ALL:
        for name in (one.name, *one.aliases):
            match = catalogue.find(name)
            assert match is not None
            assert match.vendor is one


@pytest.mark.parametrize("form", ["SA", "N.V.", "S.R.L.", "GmbH"])
def test_case_blanks_and_a_legal_form_do_not_matter(form: str) -> None:
    for one in _ALL:
        match = catalogue.find(f"  {one.name.upper()}  {form}")
        assert match is not None
        assert match.vendor is one


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Odoo SA", "odoo"),
        ("odoo s.a.", "odoo"),
        ("N.V. Proximus", "proximus"),
        ("SPRL Billit", "billit"),
        ("Visma A/S", "visma"),
        ("Microsoft Ireland Operations Ltd", "microsoft"),
        ("Dassault Systèmes", "dassault-systemes"),
        ("OFFICE 365", "microsoft-365"),
    ],
)
def test_a_vendor_as_a_person_writes_it(text: str, id: str) -> None:
    match = catalogue.find(text)
    assert match is not None
    assert match.vendor.id == id


@pytest.mark.parametrize("text", ["", "  ", "SA", "Proximus fibre Namur", "Menuiserie", "日本"])
def test_what_is_no_vendor(text: str) -> None:
    assert catalogue.find(text) is None


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        *((name, False) for name in ("Visa", "Make", "Signal", "Robin", "Element", "Tableau")),
        *((name, False) for name in ("AVG", "UPS", "X3", "MAI", "Orange")),
        *((name, True) for name in ("Microsoft 365", "SAP", "KBC", "Orange Belgium", "Odoo SA")),
    ],
)
def test_short_names_and_ordinary_words_are_not_certain(text: str, certain: bool) -> None:
    match = catalogue.find(text)
    assert match is not None
    assert match.certain is certain


def test_every_ordinary_word_is_the_name_of_a_vendor() -> None:
    listed = paths.resource("catalogue/ordinary_words.txt").read_text(encoding="utf-8")
    assert [word for word in listed.splitlines() if catalogue.find(word) is None] == []


def test_a_service_has_a_seller_and_a_company_is_its_own() -> None:
    teams, odoo = _vendor("microsoft-teams"), _vendor("odoo")
    assert ownership.seller_of(teams) is _vendor("microsoft")
    assert ownership.seller_of(odoo) is odoo
    assert ownership.seller_of(_vendor("meshcentral")) is None


def test_owners_come_nearest_first() -> None:
    assert _ids(ownership.owner_chain(_vendor("teamleader"))) == ["visma", "hg-capital"]
    assert _ids(ownership.owner_chain(_vendor("exact-online"))) == ["kkr"]


@pytest.mark.parametrize(
    ("id", "owners"),
    [
        ("clearfacts", ["wolters-kluwer"]),
        ("codabox", ["wolters-kluwer"]),
        ("win-be", ["nrb", "ethias"]),
        ("venice", ["kkr"]),
        ("bnp-fortis", ["bnp-paribas"]),
        ("ing-be", ["ing-group"]),
        ("isabel-group", []),
        ("immoweb", ["aviv", "kkr"]),
    ],
)
def test_who_decides_over_what_belgian_companies_use(id: str, owners: list[str]) -> None:
    assert _ids(ownership.owner_chain(_vendor(id))) == owners


def test_no_way_out_has_the_same_group_behind_it_as_what_it_replaces() -> None:
    same = [
        (one.id, way.alternative)
        for one in _ALL
        for way in alternatives_of(one.id)
        if _group(one) and _group(one) == _group(_vendor(way.alternative))
    ]
    assert same == []


def test_an_unsure_owner_is_a_question_and_no_fact() -> None:
    winbooks = _vendor("winbooks")
    assert winbooks.confidence is Confidence.LOW
    assert ownership.owner_chain(winbooks) == ()
    assert _ids(ownership.owners_to_confirm(winbooks)) == ["exact", "kkr"]
    assert "country" not in catalogue.facts_of(winbooks)


def test_owners_are_facts_or_questions_but_never_both() -> None:
    for one in _ALL:
        assert not (ownership.owner_chain(one) and ownership.owners_to_confirm(one))
        assert all(o.confidence is not Confidence.LOW for o in ownership.owner_chain(one))


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        ("microsoft-365", AssetKind.CLOUD_SERVICE),
        ("odoo", AssetKind.CLOUD_SERVICE),
        ("chatgpt", AssetKind.AI_SERVICE),
        ("mistral", AssetKind.AI_SERVICE),
        ("azure-openai", AssetKind.AI_SERVICE),
        ("sage-bob", AssetKind.APPLICATION),
        ("autodesk", AssetKind.APPLICATION),
        ("windows-server", AssetKind.APPLICATION),
        ("synology", AssetKind.INFRASTRUCTURE),
        ("proximus", AssetKind.INFRASTRUCTURE),
        ("ringcentral", AssetKind.CLOUD_SERVICE),
        ("microsoft", AssetKind.SUPPLIER),
        ("hg-capital", AssetKind.SUPPLIER),
        ("bpost", AssetKind.SUPPLIER),
    ],
)
def test_what_sort_of_asset_a_name_means(id: str, kind: AssetKind) -> None:
    assert catalogue.as_asset_kind(_vendor(id)) is kind


def test_services_are_never_suppliers() -> None:
    services = (one for one in _ALL if one.kind is VendorKind.SERVICE)
    assert {catalogue.as_asset_kind(one) for one in services}.isdisjoint({AssetKind.SUPPLIER})


def test_the_facts_of_a_company_and_of_its_product_come_apart() -> None:
    billit = _vendor("billit")
    assert catalogue.facts_of(billit, AssetKind.SUPPLIER) == {"country": "BE"}
    assert catalogue.facts_of(billit, AssetKind.CLOUD_SERVICE) == {
        "data_export": DataExport.PARTIAL,
        "open_source": OpenSource.NO,
    }
    assert catalogue.facts_of(_vendor("veeam"), AssetKind.SUPPLIER)["other_countries"] == ("CH",)


def test_hosting_is_proposed_only_where_it_is_unambiguous() -> None:
    assert catalogue.facts_of(_vendor("securex"))["hosting_countries"] == ("EU",)
    assert "hosting_countries" not in catalogue.facts_of(_vendor("microsoft-365"))
    assert "hosting_countries" not in catalogue.facts_of(_vendor("billit"))
    assert "hosting_countries" not in catalogue.facts_of(_vendor("securex"), AssetKind.APPLICATION)


def test_every_proposal_is_a_fact_that_an_asset_takes() -> None:
    for one in _ALL:
        for kind in (None, *AssetKind):
            facts = catalogue.facts_of(one, kind)
            Asset(id=AssetId("x"), kind=AssetKind.SUPPLIER, name="X", **facts)  # type: ignore[arg-type]


def test_suggestions_begin_as_typed_and_inner_words_come_last() -> None:
    found = [one.name for one in catalogue.suggestions("Micro", 60)]
    assert found[0] == "Microsoft 365"
    assert all(name.startswith("Micro") for name in found[:6])
    assert found.index("Microsoft") < found.index("Trend Micro")
    assert [one.id for one in catalogue.suggestions("m365", 5)] == ["microsoft-365"]
    assert catalogue.suggestions(" ", 5) == []


@settings(max_examples=100)
@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text: str) -> None:
    assert spelling.key(spelling.key(text)) == spelling.key(text)


def _vendor(id: str) -> Vendor:
    found = catalogue.vendor(id)
    assert found is not None
    return found


def _group(one: Vendor) -> str:
    """Return the topmost owner that is sure and controls as a group, not through funds."""
    seller = ownership.seller_of(one)
    chain = [seller, *ownership.owner_chain(seller)] if seller else []
    return next((owner.id for owner in reversed(chain) if not owner.investor), "")


def _ids(chain: tuple[Vendor, ...]) -> list[str]:
    return [one.id for one in chain]
