"""The catalogue adds owners, countries and kinds, and never passes for the files' own word."""

import pytest

from smala_lockin.domain import edits
from smala_lockin.domain.assets import Asset, AssetId, Source
from smala_lockin.domain.kinds import AssetKind, DataExport, OpenSource
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, one, table

LIST = "Application;Fournisseur\nTeamleader;Teamleader NV\nChatGPT;OpenAI"


def test_owners_are_added_and_counted_apart() -> None:
    proposal = propose([table(LIST)])
    assert proposal.assets[AssetKind.SUPPLIER] == 2
    assert proposal.dependencies == 2
    assert proposal.catalogue_assets >= 1
    assert proposal.catalogue_dependencies == proposal.catalogue_assets
    assert any(" controlled_by " in arrow for arrow in arrows(imported(LIST)))


def test_without_the_catalogue_only_the_files_speak() -> None:
    made = imported(LIST, catalogue=False)
    assert len(made.assets) == 4
    assert one(made, "OpenAI").country is None
    assert one(made, "Teamleader").kind is AssetKind.APPLICATION


def test_what_the_catalogue_fills_in_is_marked() -> None:
    made = imported(LIST)
    supplier = one(made, "OpenAI")
    assert supplier.country == "US"
    assert supplier.origin["country"].source is Source.CATALOGUE
    assert one(made, "ChatGPT").kind is AssetKind.AI_SERVICE


def test_what_is_known_of_a_product_is_proposed_with_where_it_comes_from() -> None:
    chat, lead = one(imported(LIST), "ChatGPT"), one(imported(LIST), "Teamleader")
    assert (chat.model_family, chat.open_weights, chat.open_source) == ("GPT", False, OpenSource.NO)
    assert (lead.hosting_countries, lead.data_export) == (("EU",), DataExport.PARTIAL)
    for asset in (chat, lead):
        for fact in ("catalogue_id", "data_export", "open_source"):
            assert asset.origin[fact].source is Source.CATALOGUE


def test_the_file_s_own_word_on_a_product_wins() -> None:
    made = imported("Application;Hébergement\nTeamleader;France\nSalesforce;")
    assert one(made, "Teamleader").hosting_countries == ("FR",)
    assert one(made, "Teamleader").origin["hosting_countries"].source is Source.IMPORT


@pytest.mark.parametrize(
    ("fact", "typed"),
    [
        ("country", "LU"),
        ("other_countries", ("CH",)),
        ("catalogue_id", "my-own"),
    ],
)
def test_an_import_never_changes_what_was_typed_of_a_supplier(fact: str, typed: object) -> None:
    supplier = Asset(
        id=AssetId("x"),
        kind=AssetKind.SUPPLIER,
        name="Veeam",
        **{fact: typed},  # type: ignore[arg-type]
    )
    before = edits.put_assets(Landscape(), [supplier])
    after = propose([table("Fournisseur;Téléphone\nVeeam;081 22 33 44")], before).apply(before)
    assert getattr(after.assets[AssetId("x")], fact) == typed
    assert fact not in after.assets[AssetId("x")].origin


@pytest.mark.parametrize(
    ("fact", "typed"),
    [
        ("hosting_countries", ("FR",)),
        ("data_export", DataExport.NONE),
        ("open_source", OpenSource.YES),
        ("model_family", "Mistral"),
        ("open_weights", True),
    ],
)
def test_an_import_never_changes_what_was_typed_of_a_product(fact: str, typed: object) -> None:
    tool = Asset(
        id=AssetId("x"),
        kind=AssetKind.AI_SERVICE,
        name="ChatGPT",
        **{fact: typed},  # type: ignore[arg-type]
    )
    before = edits.put_assets(Landscape(), [tool])
    after = propose([table(LIST)], before).apply(before)
    assert getattr(after.assets[AssetId("x")], fact) == typed
    assert fact not in after.assets[AssetId("x")].origin
    assert after.assets[AssetId("x")].catalogue_id == "chatgpt"


def test_the_file_s_own_word_on_a_country_wins() -> None:
    made = imported("Fournisseur;Pays\nMicrosoft;Irlande\nOpenAI;")
    assert one(made, "Microsoft").country == "IE"
    assert one(made, "Microsoft").origin["country"].source is Source.IMPORT


def test_a_type_that_says_more_than_software_is_kept() -> None:
    made = imported("Nom;Type\nChatGPT;Matériel\nSalesforce;Logiciel\nOffre;Logiciel")
    assert one(made, "ChatGPT").kind is AssetKind.INFRASTRUCTURE
    assert one(made, "Salesforce").kind is AssetKind.CLOUD_SERVICE


def test_a_list_without_suppliers_gets_none_and_guesses_are_offered() -> None:
    proposal = propose([table("Logiciel;Version\nSalesforce;1\nChatGPT;2")])
    assert AssetKind.SUPPLIER not in proposal.assets
    assert not proposal.connected
    assert {(found.name, found.vendor) for found in proposal.vendor_guesses} >= {
        ("Salesforce", "Salesforce"),
        ("ChatGPT", "OpenAI"),
    }


def test_owners_already_in_the_files_are_not_added_again() -> None:
    lists = "Fournisseur;Pays\nGitHub;\nMicrosoft Corporation;"
    made = imported(lists)
    assert sum("icrosoft" in asset.name for asset in made.assets.values()) == 1


def test_importing_twice_adds_owners_once() -> None:
    assert propose([table(LIST)], imported(LIST)).is_empty
