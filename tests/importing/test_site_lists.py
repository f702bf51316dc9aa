"""Lists of sites: what stands at each of them, and where a place is only a note."""

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, one, table

_LINES = """
    Standort;Adresse;Leitung / Anschluss;Anbieter;Monatlich
    Werk Nord;Hafenstr. 1;Glasfaser 500;Tellix;300
    idem;;4G Router;Funkix;29
    Lager Süd;Torweg 8;VDSL;Kabelix;59,90
    Heimarbeit;-;-;-;-
    """


def test_the_sites_of_a_list_of_sites_are_locations_on_which_its_things_stand() -> None:
    made = propose([table(_LINES, sheet="Standorte")], catalogue=False).apply(Landscape())
    assert one(made, "Werk Nord").kind is one(made, "Lager Süd").kind is AssetKind.LOCATION
    assert {
        "glasfaser-500 runs_on werk-nord",
        "4g-router runs_on werk-nord",
        "vdsl runs_on lager-sud",
    } <= arrows(made)
    lines = ("Glasfaser 500", "4G Router", "VDSL")
    assert {one(made, name).kind for name in lines} == {AssetKind.INFRASTRUCTURE}


def test_a_place_in_a_list_of_other_things_is_a_note() -> None:
    made = propose([table(_LINES, sheet="Leitungen")], catalogue=False).apply(Landscape())
    assert not any(asset.kind is AssetKind.LOCATION for asset in made.assets.values())
    assert one(made, "VDSL").custom["Standort"] == "Lager Süd"
