"""Lists as people keep them: arrows under other headers, numbered suppliers, numbers for names."""

from collections import Counter
from datetime import date

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.header_row import find_header
from smala_lockin.importing.understanding.sorts import Skip
from tests.importing.lists import arrows, imported, one, table


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        pytest.param(
            "Dependent,Dependency,Weight", {"till uses stock", "stock uses base"}, id="en"
        ),
        pytest.param("caller,callee,why", {"till uses stock", "stock uses base"}, id="calls"),
        pytest.param(
            "source_app,target_app,note", {"till uses stock", "stock uses base"}, id="app"
        ),
        pytest.param("parent_ci,child_ci,note", {"till uses stock", "stock uses base"}, id="ci"),
        pytest.param("appelant,appelé,motif", {"till uses stock", "stock uses base"}, id="fr"),
    ],
)
def test_arrows_are_found_under_the_headers_of_other_tools(
    headers: str, expected: set[str]
) -> None:
    made = imported(f"{headers}\ntill,stock,sells what is there\nstock,base,counts")
    assert arrows(made) == expected


def test_the_ids_of_applications_join_a_list_of_arrows_to_their_list() -> None:
    made = imported(
        "app_id,app_name,owner\nA1,Till,Shop\nA2,Stock,Depot",
        "source_app_id,target_app_id,dependency_criticality\nA1,A2,High",
    )
    (arrow,) = made.dependencies.values()
    assert made.assets[arrow.source].name == "Till"
    assert made.assets[arrow.target].name == "Stock"


def test_names_that_come_back_beside_what_they_need_are_arrows() -> None:
    made = imported("service,depends_on\ntill,stock\ntill,login\nbooks,stock")
    assert arrows(made) == {"till uses stock", "till uses login", "books uses stock"}
    assert {one.name for one in made.assets.values()} == {"till", "stock", "login", "books"}


def test_names_with_facts_of_their_own_stay_things() -> None:
    text = "service,depends_on,owner\ntill,stock,Ann\ntill,login,Ann\nstock,,Bob"
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert {one.name for one in made.assets.values()} == {"till", "stock"}
    assert one(made, "till").owner == "Ann"


def test_numbered_suppliers_that_do_the_same_stay_suppliers() -> None:
    made = imported(
        """
        vendor_id,vendor_name,service,criticality,contract_expiry
        F1,Brume,Payments,Medium,2027-01-01
        F2,Cendre,Payments,Critical,2027-02-01
        F3,Dune,Hosting,High,2027-03-01
        """
    )
    assert Counter(asset.kind for asset in made.assets.values()) == {AssetKind.SUPPLIER: 3}
    assert one(made, "Cendre").criticality == 5
    assert one(made, "Cendre").contract_end == date(2027, 2, 1)
    assert one(made, "Cendre").description == "Payments"


def test_one_supplier_of_several_numbered_products_stays_beside_them() -> None:
    made = imported("vendor_id,vendor_name,service\nF1,Brume,Till\nF1,Brume,Stock\nF2,Dune,Mail")
    assert {asset.name for asset in made.assets.values() if asset.kind is AssetKind.SUPPLIER} == {
        "Brume",
        "Dune",
    }
    assert len(made.dependencies) == 3


def test_the_number_of_a_supplier_is_never_the_name_of_a_thing() -> None:
    made = imported(
        """
        Vendor_ID,Vendor_Name,Vendor_Category,Service_Criticality,Region
        F001,Brume SA,Network,High,East
        F002,Cendre SA,Power,Low,West
        F003,Brume SA,Fibre,Medium,East
        """
    )
    assert Counter(asset.name for asset in made.assets.values()) == {"Brume SA": 2, "Cendre SA": 1}
    assert {asset.kind for asset in made.assets.values()} == {AssetKind.SUPPLIER}


def test_things_that_have_numbers_only_go_by_these() -> None:
    made = imported("asset_id,type,model\nIT-1,Server,R7\nIT-2,Database,P9\nIT-3,Server,R7")
    assert {asset.name: asset.kind for asset in made.assets.values()} == {
        "IT-1": AssetKind.INFRASTRUCTURE,
        "IT-2": AssetKind.DATA,
        "IT-3": AssetKind.INFRASTRUCTURE,
    }


@pytest.mark.parametrize(
    ("written", "users"),
    [("1,200", 1200), ("1 200", 1200), ("1.200", 1200), ("1'200", 1200), ("12.0", 12), ("7", 7)],
)
def test_counts_are_read_by_thousands_and_with_the_zero_that_tools_add(
    written: str, users: int
) -> None:
    made = imported(f'application;users\nTill;"{written}"\nStock;3')
    assert one(made, "Till").users == users


def test_half_a_user_is_no_count() -> None:
    proposal = propose([table("application;users\nTill;1,5\nStock;3\nMail;4")], catalogue=False)
    assert [(problem.row, problem.value) for problem in proposal.problems] == [(2, "1,5")]


def test_a_flag_that_says_which_suppliers_are_critical_is_their_criticality() -> None:
    made = imported("vendor_name,critical_vendor\nBrume,true\nCendre,false")
    assert one(made, "Brume").criticality == 4
    assert one(made, "Cendre").criticality == 2


def test_the_type_of_an_application_says_which_are_rented() -> None:
    made = imported("Application_Name,Application_Type\nTill,SaaS\nStock,Custom Built")
    assert one(made, "Till").kind is AssetKind.CLOUD_SERVICE
    assert one(made, "Stock").kind is AssetKind.APPLICATION


def test_a_monthly_cost_may_name_its_currency_in_its_header() -> None:
    made = imported("product_name,monthly_cost_eur,owner\nTill,100,Ann\nStock,20,Bob")
    assert one(made, "Till").annual_cost == 1200


def test_applications_beside_suppliers_are_what_needs_these() -> None:
    made = imported(
        "application,owner\nTill,Ann\nStock,Bob",
        """
        Vendor ID,Vendor Name,Supporting Application,Vendor Tier
        F1,Brume,Till,High
        F2,Cendre,Stock,Low
        """,
    )
    assert arrows(made) == {"till provided_by brume", "stock provided_by cendre"}


def test_requests_to_a_helpdesk_are_no_things() -> None:
    text = """
        ID;Titre;Statut;Date d'ouverture;Priorité;Demandeur - Demandeur;Attribué à - Technicien
        4;Plus de réseau;En attente;2026-09-14 12:00;Moyenne;ann;bob
        3;Imprimante bloquée;Clos;2026-09-14 12:00;Basse;ann;bob
    """
    proposal = propose([table(text)], catalogue=False)
    assert not proposal.apply(Landscape()).assets
    assert proposal.sheets[0].skipped is Skip.TICKETS


def test_an_application_that_somebody_asked_for_stays_one() -> None:
    text = """
        Application;Vendor;Status;Created on;Requester;Assigned to
        Till;Brume;Live;2026-01-01;ann;bob
        Stock;Cendre;Live;2026-01-02;ann;bob
    """
    assert one(imported(text), "Till").kind is AssetKind.APPLICATION


def test_flags_about_data_make_no_departments() -> None:
    made = imported(
        """
        use_case_id,use_case_name,business_purpose,personal_data,sensitive_personal_data,audit
        U1,Letter helper,Helps those who write letters to find the agreed wording,No,No,No
        U2,Claim sorter,Sorts what comes in by post and hands it to those who know,Yes,Yes,No
        U3,Buyer groups,Puts buyers in groups so that each has the right letter,Yes,No,Yes
        """
    )
    assert {asset.name for asset in made.assets.values()} == {
        "Letter helper",
        "Claim sorter",
        "Buyer groups",
    }
    told = one(made, "Claim sorter").description
    assert told
    assert told.startswith("Sorts what comes in")


def test_the_department_that_owns_a_system_is_its_owner() -> None:
    made = imported("system_name,system_type,owner_department\nTill,firewall,Shop\nStock,server,IT")
    assert one(made, "Till").owner == "Shop"


@pytest.mark.parametrize("said", ["Custom", "custom-built", "Développement interne", "Maatwerk"])
def test_what_was_built_at_home_has_no_supplier(said: str) -> None:
    made = imported(f"application,vendor\nTill,{said}\nStock,Brume\nMail,Cendre")
    assert {asset.name for asset in made.assets.values()} == {
        "Till",
        "Stock",
        "Mail",
        "Brume",
        "Cendre",
    }


def test_the_impact_of_a_law_is_no_criticality() -> None:
    made = imported("application_name,owner,regulatory_impact\nTill,Ann,High\nStock,Bob,Low")
    assert one(made, "Till").criticality is None


def test_what_a_program_calls_its_columns_stands_above_its_rows() -> None:
    text = """
        kaynak_birim,hedef_birim,bag_tipi,son_kontrol
        B1,B2,Function,2026-03-20
        B1,B3,Process,2026-03-21
        B4,B2,Transport,2026-03-22
    """
    assert find_header(table(text).rows) == 0
