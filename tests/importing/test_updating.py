"""Importing into a map: again, a newer copy, beside what people drew."""

from dataclasses import replace

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.edits import move, put_assets
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.problems import Reason
from tests.builders import asset, landscape_of
from tests.importing.lists import arrows, imported, one, table

FIRST = "Application;Fournisseur;Coût annuel;Remarque\nERP;Alpha;100;vieux\nCRM;Beta;50;"
NEWER = FIRST.replace("100;vieux", "120;neuf") + "\nWeb;Beta;5;"


def typed(landscape: Landscape, which: str, /, **facts: object) -> Landscape:
    """Return the landscape after somebody typed facts of an asset."""
    known = one(landscape, which)
    origin = {fact: where for fact, where in known.origin.items() if fact not in facts}
    return put_assets(landscape, [replace(known, origin=origin, **facts)])  # type: ignore[arg-type]


def test_the_same_file_again_is_nothing_new() -> None:
    made = imported(FIRST)
    assert propose([table(FIRST)], made).is_empty
    assert imported(FIRST, into=made) is made


def test_a_newer_copy_updates_in_place_and_adds_what_is_new() -> None:
    made = imported(NEWER, into=imported(FIRST))
    assert len(made.assets) == 5
    erp = one(made, "ERP")
    assert (erp.annual_cost, erp.origin["annual_cost"].value) == (120.0, "120")
    assert erp.custom == {"Remarque": "neuf"}
    assert "web provided_by beta" in arrows(made)


def test_what_somebody_typed_is_kept_and_the_clash_is_reported() -> None:
    edited = typed(imported(FIRST), "ERP", annual_cost=999.0)
    proposal = propose([table(NEWER)], edited)
    assert one(proposal.apply(edited), "ERP").annual_cost == 999.0
    clash = [found for found in proposal.problems if found.reason is Reason.TYPED_BY_HAND]
    told = [(found.row, found.column, found.value, found.other) for found in clash]
    assert told == [(2, "Yearly cost", "120", "999")]


def test_two_files_that_disagree_are_reported_and_the_first_is_kept() -> None:
    other = "Application;Coût annuel\nERP;777\nCRM;50"
    proposal = propose([table(FIRST, "a.csv"), table(other, "b.csv")], catalogue=False)
    (clash,) = proposal.problems
    assert (clash.file, clash.row, clash.reason) == ("b.csv", 2, Reason.OTHER_FILE)
    assert clash.value == "777"
    assert clash.other.startswith("a.csv, 2: ")
    assert one(proposal.apply(Landscape()), "ERP").annual_cost == 100.0


def test_a_column_kept_as_a_note_follows_the_newer_copy() -> None:
    newer = imported(FIRST.replace("vieux", "neuf"), into=imported(FIRST))
    assert one(newer, "ERP").custom == {"Remarque": "neuf"}


def test_a_thing_that_was_renamed_is_known_by_the_name_it_was_read_under() -> None:
    made = imported(FIRST)
    renamed = put_assets(made, [replace(one(made, "ERP"), name="Notre ERP")])
    assert propose([table(FIRST)], renamed).is_empty


def test_an_identifier_finds_what_the_file_renamed() -> None:
    made = imported("Asset Tag;Name\nT-7;Old name\nT-9;Other")
    newer = imported("Asset Tag;Name\nT-7;New name\nT-9;Other", into=made)
    assert len(newer.assets) == 2
    assert newer.assets[AssetId("old-name")].name == "New name"


def test_a_row_inserted_into_a_counted_list_renames_nothing() -> None:
    made = imported("ID;Application\n1;ERP\n2;CRM\n3;Web")
    newer = imported("ID;Application\n1;ERP\n2;New\n3;CRM\n4;Web", into=made)
    assert {asset.id: asset.name for asset in newer.assets.values()} == {
        "erp": "ERP", "crm": "CRM", "web": "Web", "new": "New",
    }  # fmt: skip


def test_what_was_drawn_by_hand_is_added_to_and_stays_where_it_is() -> None:
    drawn = move(
        landscape_of("sales -> erp", "erp => alpha", assets=[asset("erp", name="ERP")]),
        {AssetId("erp"): (3.0, 4.0)},
    )
    made = imported(FIRST, into=drawn)
    assert made.positions == drawn.positions
    assert one(made, "ERP").annual_cost == 100.0
    assert {"sales uses erp", "erp provided_by alpha"} <= arrows(made)
    assert len([edge for edge in made.dependencies.values() if edge.source == "erp"]) == 1


def test_new_things_never_take_an_id_of_the_map() -> None:
    drawn = landscape_of("d1 -> erp", assets=[asset("erp", "data", name="Something else")])
    made = imported("Application\nERP\nErp!", into=drawn)
    assert set(made.assets) == {"d1", "erp", "erp-2", "erp-3"}
    assert one(made, "Something else").kind == "data"


def test_nothing_is_ever_deleted() -> None:
    made = imported("Application\nOther", into=imported(FIRST))
    assert {"erp", "crm", "alpha", "beta", "other"} == set(made.assets)


def test_another_form_of_an_apostrophe_is_no_clash() -> None:
    lines = "Application;Fournisseur\nERP;Alpha"
    edited = imported(lines)
    owned = typed(edited, "ERP", description="Chef d’atelier")
    again = "Application;Fournisseur;Description\nERP;Alpha;Chef  d'atelier"
    assert propose([table(again)], owned).problems == ()
