"""Where data are kept, what codes about them mean, and where backups go."""

import pytest

from smala_lockin.domain.kinds import AssetKind, Need, PersonalData
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, one, table

_DATA = """
    Données;Où c'est;Hébergé (pays);Sensible ? *;Garde
    Fiches clients;Zorbo;FR;O;10 ans
    Plaintes médicales;Zorbo + NAS bureau;BE;S;30 ans
    Photos produits;disque externe;BE;N;-
    Horaires;?;?;?;1 an
    ;;;;
    * S = sensible (santé) / O = données ordinaires / N = pas de données personnelles;;;;
"""


def test_codes_about_people_mean_what_the_legend_says() -> None:
    made = imported(_DATA, catalogue=False)
    names = ("Fiches clients", "Plaintes médicales", "Photos produits", "Horaires")
    assert [one(made, name).personal_data for name in names] == [
        PersonalData.ORDINARY,
        PersonalData.SENSITIVE,
        PersonalData.NONE,
        None,
    ]


def test_a_legend_may_call_ordinary_data_personal_alone() -> None:
    made = imported(
        """
        Gegevens;Bewaard in;Gevoelig?;Termijn
        Klanten;Zorbo;P;7 jaar
        Attesten;Zorbo;B;7 jaar
        Catalogus;Zorbo;G;-
        ;;;
        P = persoonsgegevens, B = bijzondere persoonsgegevens, G = geen persoonsgegevens;;;
        """,
        catalogue=False,
    )
    assert [one(made, name).personal_data for name in ("Klanten", "Attesten", "Catalogus")] == [
        PersonalData.ORDINARY,
        PersonalData.SENSITIVE,
        PersonalData.NONE,
    ]


def test_without_legend_a_yes_to_sensitive_is_sensitive() -> None:
    made = imported("Données;Sensible ?\nDossiers;O\nTarifs;N\nPlans;N", catalogue=False)
    assert one(made, "Dossiers").personal_data is PersonalData.SENSITIVE
    assert one(made, "Tarifs").personal_data is None


def test_data_need_what_they_are_kept_in() -> None:
    made = imported(_DATA, catalogue=False, create_missing=True)
    assert arrows(made) == {
        "fiches-clients uses zorbo",
        "plaintes-medicales uses zorbo",
        "plaintes-medicales uses nas-bureau",
        "photos-produits uses disque-externe",
    }
    assert one(made, "NAS bureau").kind is AssetKind.INFRASTRUCTURE
    assert one(made, "Fiches clients").hosting_countries == ("FR",)


def test_places_of_data_are_no_things() -> None:
    made = imported("Données;Waar\nFactures;BE\nDevis;Allemagne", catalogue=False)
    assert not made.dependencies


_BACKUPS = "Système;Fréquence;Vers où\nSRV-X;nuit;NAS-Y\nCompto;hebdo;NAS-Y + Zorbo"


def test_a_system_hardly_needs_what_it_is_copied_to() -> None:
    made = propose(
        [table(_BACKUPS, sheet="Sauvegardes")], catalogue=False, create_missing=True
    ).connected
    assert {(edge.source, edge.target, edge.need) for edge in made} == {
        ("srv-x", "nas-y", Need.CONVENIENCE),
        ("compto", "nas-y", Need.CONVENIENCE),
        ("compto", "zorbo", Need.CONVENIENCE),
    }


def test_the_title_of_a_backup_plan_says_nothing_of_what_is_backed_up() -> None:
    rows: list[Row] = [
        ("Système", "Fréquence", "RTO"),
        ("ERP Sage 100", "toutes les 4 h", "8 h"),
        ("Serveur fichiers", "journalière", "4 h"),
    ]
    proposal = propose([Table(file="plan_sauvegarde.xlsx", sheet="Backup", rows=rows)])
    made = proposal.apply(Landscape())
    assert one(made, "ERP Sage 100").kind is not AssetKind.INFRASTRUCTURE
    assert one(made, "Serveur fichiers").recovery_hours == 4.0


@pytest.mark.parametrize(
    ("place", "country"),
    [("West Europe", "NL"), ("Belgium Central", "BE"), ("north europe", "IE")],
)
def test_regions_of_a_cloud_are_known_as_its_portal_shows_them(place: str, country: str) -> None:
    made = imported(f"NAME,TYPE,LOCATION\nvm-erp,Virtual machine,{place}", catalogue=False)
    assert one(made, "vm-erp").hosting_countries == (country,)


def test_a_country_may_stand_behind_the_name_of_a_host() -> None:
    text = "Outil;Éditeur;Hébergement\nSilverfin;Silverfin nv;Google Cloud Belgique"
    assert one(imported(text, catalogue=False), "Silverfin").hosting_countries == ("BE",)
