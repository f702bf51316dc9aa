"""Lists of machines, devices and hosts: what they are called, and who looks after them."""

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, one, table


def test_who_repairs_what_is_known_by_the_question() -> None:
    made = imported(
        """
        Quoi;Société;Personne de contact;Contrat / délai d'intervention
        Compresseur;Atlas Copco;Luc;24 h
        Machine CNC;DMG MORI;SAV;J+1
        """,
        catalogue=False,
    )
    assert one(made, "Machine CNC").kind is AssetKind.INFRASTRUCTURE
    assert "compresseur provided_by atlas-copco" in arrows(made)


def test_the_machines_of_a_workshop_need_their_programs_and_those_who_look_after_them() -> None:
    made = imported(
        """
        Machine;Marque;Logiciel;Maintenance;Arrêt max
        Découpe laser;Trumpf;TruTops Boost;Trumpf;1 jour
        Compresseur;Atlas Copco;-;Atlas Copco;4 h
        """,
    )
    assert one(made, "Découpe laser").max_outage_hours == 24.0
    assert one(made, "TruTops Boost").kind is AssetKind.APPLICATION
    assert {"decoupe-laser uses trutops-boost", "compresseur provided_by atlas-copco"} <= arrows(
        made
    )


def test_how_often_upkeep_is_due_names_nobody() -> None:
    made = imported(
        """
        Machine;Marque;Maintenance
        Découpe laser;Trumpf;annuelle
        Compresseur;Atlas Copco;mensuelle
        """,
        catalogue=False,
    )
    assert {one.name for one in made.assets.values() if one.kind is AssetKind.SUPPLIER} == {
        "Trumpf",
        "Atlas Copco",
    }


def test_devices_are_not_called_by_the_service_that_has_them() -> None:
    made = imported(
        """
        Type;Marque;Modèle;N° série;Service
        PC portable;Dell;Latitude 5440;7HX9Q34;Compta
        PC portable;Dell;Latitude 5440;7HX9Q51;Vente
        Serveur;HPE;ProLiant ML350;CZJ9340F;IT
        """,
        catalogue=False,
    )
    names = [asset.name for asset in made.assets.values() if asset.kind is not AssetKind.SUPPLIER]
    assert sorted(names) == ["Latitude 5440", "Latitude 5440", "ProLiant ML350"]
    assert one(made, "ProLiant ML350").owner == "IT"


def test_devices_are_known_by_brand_and_model() -> None:
    made = imported(
        """
        Marque / modèle;Société de leasing;Entretien;Loyer trim. HTVA;Fin
        Ricoh IM C3000;Grenke;Ricoh Belgium;412,50;30/09/2027
        Brother HL-L5100;propriété;-;;
        """,
        catalogue=False,
    )
    ricoh = one(made, "Ricoh IM C3000")
    assert (ricoh.kind, ricoh.annual_cost) == (AssetKind.INFRASTRUCTURE, 1650.0)
    assert {"ricoh-im-c3000 provided_by grenke", "ricoh-im-c3000 provided_by ricoh-belgium"} <= (
        arrows(made)
    )
    assert "propriété" not in {asset.name for asset in made.assets.values()}


def test_devices_are_named_by_their_model_where_nothing_else_names_them() -> None:
    made = imported(
        "Implantation;Modèle;N° série;Loyer annuel\n"
        "Accueil;IM C3000;3089R1;285\nCompta;MP 250;77R2;240",
        catalogue=False,
    )
    assert {one.name for one in made.assets.values()} == {"IM C3000", "MP 250"}
    assert {one.kind for one in made.assets.values()} == {AssetKind.INFRASTRUCTURE}


def test_hosts_are_named_by_the_column_that_says_on_what_others_run() -> None:
    proposal = propose(
        [
            table("VM;Host;Memory\napp01;esx01;8192\ndb01;esx02;4096", sheet="vInfo"),
            table("Host;Vendor;Model\nesx01;Dell;R640\nesx02;Dell;R640", sheet="vHost"),
        ],
        catalogue=False,
    )
    made = proposal.apply(Landscape())
    assert {"app01 runs_on esx01", "db01 runs_on esx02"} <= arrows(made)
    assert not proposal.missing


def test_a_sort_of_system_is_nothing_that_a_program_runs_on() -> None:
    text = "Application,Publisher,Platform\nChrome,Google,Windows\nBilling,Exact,iOS"
    proposal = propose([table(text)], catalogue=False)
    assert not proposal.missing
    assert not proposal.problems
