"""The catalogue adds owners, countries and kinds, and never passes for the files' own word."""

from smala_lockin.domain.assets import Source
from smala_lockin.domain.kinds import AssetKind
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
