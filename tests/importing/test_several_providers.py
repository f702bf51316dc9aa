"""Cells that name several providers, as suppliers or as those who host."""

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from smala_lockin.importing.rows.companies import hosts_in
from tests.importing.lists import arrows, imported, table


@pytest.mark.parametrize(
    "header", ["Fournisseur", "Vendor", "Leverancier", "Anbieter", "Hébergeur", "Sous-traitant"]
)
@pytest.mark.parametrize(
    "cell", ["OVH/Microsoft", "OVH et Microsoft", "OVH + Microsoft", "OVH & Microsoft",
             "OVH en Microsoft", "OVH und Microsoft", "OVH, Microsoft", "OVH and Microsoft"]
)  # fmt: skip
def test_companies_joined_in_a_cell_are_suppliers_each(header: str, cell: str) -> None:
    made = imported(f"Application;{header}\nSite;{cell}", catalogue=False)
    assert arrows(made) == {"site provided_by ovh", "site provided_by microsoft"}


@pytest.mark.parametrize(
    "name",
    ["Deloitte & Touche", "Bosch et Fils", "Alpha/Beta", "Ernst and Young", "Procter & Gamble"],
)
def test_one_company_whose_name_joins_words_stays_one(name: str) -> None:
    made = imported(f"Application;Fournisseur\nSite;{name}", catalogue=False)
    assert [one.name for one in made.assets.values()] == ["Site", name]


def test_unknown_companies_are_apart_where_each_stands_alone_elsewhere() -> None:
    text = "Application;Fournisseur\nSite;Zorg/Zag\nCRM;Zorg\nERP;Zag"
    assert arrows(imported(text, catalogue=False)) == {
        "site provided_by zorg",
        "site provided_by zag",
        "crm provided_by zorg",
        "erp provided_by zag",
    }


@pytest.mark.parametrize(
    ("cell", "hosts"),
    [
        ("AWS/Azure", ("AWS", "Azure")),
        ("OVH (Roubaix)", ("OVH",)),
        ("Cloud - Google Cloud", ("Google Cloud",)),
        ("AWS Frankfurt", ()),
        ("Belgique", ()),
        ("Microsoft", ()),
    ],
)
def test_who_hosts_is_known_by_the_catalogue(cell: str, hosts: tuple[str, ...]) -> None:
    assert hosts_in(cell) == hosts


HOSTED = "Application;Hébergement\nSite;AWS/Azure\nCRM;AWS"


def test_providers_of_hosting_are_offered_and_nothing_is_wrong_with_their_rows() -> None:
    proposal = propose([table(HOSTED)], catalogue=False)
    assert [one.name for one in proposal.missing] == ["AWS", "Azure"]
    assert not proposal.problems
    assert not proposal.apply(Landscape()).dependencies


def test_providers_of_hosting_that_somebody_wants_are_what_things_run_on() -> None:
    made = imported(HOSTED, create_missing=True, catalogue=False)
    assert arrows(made) == {"site runs_on aws", "site runs_on azure", "crm runs_on aws"}


def test_a_supplier_of_the_list_hosts_whatever_row_names_it() -> None:
    text = "Application;Hébergement;Fournisseur\nSite;OVH;Alpha\nCRM;;OVH"
    assert arrows(imported(text, catalogue=False)) == {
        "site provided_by alpha",
        "site provided_by ovh",
        "crm provided_by ovh",
    }


def test_several_subprocessors_stand_in_one_cell() -> None:
    made = imported(
        """
        Verwerker;Dienst;Subverwerkers
        Teamleader NV;Teamleader Focus;AWS, SendGrid
        Robaws;Planning;"Acme, Inc."
        """,
        catalogue=False,
    )
    names = {asset.name for asset in made.assets.values()}
    assert {"AWS", "SendGrid", "Acme, Inc."} <= names
