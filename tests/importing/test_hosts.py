"""Lists of servers: what runs on them, and how fast they come back."""

from smala_lockin.domain.kinds import AssetKind
from tests.importing.lists import arrows, imported, one

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
