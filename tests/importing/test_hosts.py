"""Lists of servers: what runs on them, and how fast they come back."""

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, one, table
from tests.importing.test_bulk import gathered

_SERVERS = """
    Serveur;OS;Ce qui tourne dessus;Redémarrage estimé;Login admin / mdp
    SRV-A;Win 2019;Caisso, base Caisso;4h;adm / Zzyzx!9
    SRV-B;Win 2012;Archivo;48 h;?
    HYP-1;VMware 7;SRV-A, SRV-B;6 h;root / coffre
"""


def test_what_runs_on_a_server_needs_it_and_is_a_program() -> None:
    made = imported(_SERVERS, catalogue=False, create_missing=True)
    assert arrows(made) == {
        "caisso runs_on srv-a",
        "base-caisso runs_on srv-a",
        "archivo runs_on srv-b",
        "srv-a runs_on hyp-1",
        "srv-b runs_on hyp-1",
    }
    assert one(made, "Caisso").kind is AssetKind.APPLICATION
    assert one(made, "HYP-1").kind is AssetKind.INFRASTRUCTURE


def test_an_estimate_of_a_restart_is_how_fast_a_server_comes_back() -> None:
    made = imported(_SERVERS, catalogue=False)
    assert [one(made, name).recovery_hours for name in ("SRV-A", "SRV-B", "HYP-1")] == [4, 48, 6]
    assert "Zzyzx" not in str(made.assets)


_PLACED = """
    Serveur;OS;Emplacement;Tourne sur
    SRV-A;Linux;Cave du siège;HYP-1
    SRV-B;Linux;Belgique;
    HYP-1;ESXi;Annexe;
"""


def test_the_place_where_a_server_stands_is_a_location_that_it_needs() -> None:
    made = imported(_PLACED, catalogue=False, create_missing=True)
    assert one(made, "Cave du siège").kind is AssetKind.LOCATION
    assert arrows(made) == {
        "srv-a runs_on cave-du-siege",
        "srv-a runs_on hyp-1",
        "hyp-1 runs_on annexe",
    }


def test_a_place_is_only_offered_and_one_of_another_list_is_known() -> None:
    proposal = propose([table(_PLACED)], catalogue=False)
    assert not proposal.problems
    assert [one.name for one in proposal.missing] == ["Cave du siège", "Annexe"]
    made = imported(_PLACED, "Nom;Type\nAnnexe;Site\nCave;Site", catalogue=False)
    assert "hyp-1 runs_on annexe" in arrows(made)


def test_servers_taken_many_at_once_stand_where_they_do_one_by_one() -> None:
    tables = [table(_PLACED)]
    assert gathered(tables, [], in_bulk=True) == gathered(tables, [], in_bulk=False)
