"""Lists that the bookkeeper, the workshop or the front desk keeps: what first contact taught."""

from datetime import date

import pytest

from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.propose import propose
from smala_lockin.importing.values.moments import read_date
from tests.importing.lists import arrows, imported, one, table


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("fin : 31/03/27", date(2027, 3, 31)),
        ("jusqu'au 30/06/2027", date(2027, 6, 30)),
        ("tot en met 31/12/2026", date(2026, 12, 31)),
        ("bis zum 31.12.2026", date(2026, 12, 31)),
        ("lot 12/10/2026", None),
    ],
)
def test_a_day_may_stand_behind_a_word_for_its_end(said: str, day: date | None) -> None:
    assert read_date(said) == day


def test_a_card_statement_names_merchants() -> None:
    made = imported(
        """
        Date transaction;Date comptable;Commerçant;Lieu;Montant EUR
        18/09/2026;20/09/2026;OVH SAS;ROUBAIX;-47,88
        25/09/2026;26/09/2026;LE MODERNE;LIEGE;-142,80
        28/09/2026;29/09/2026;OVH SAS;ROUBAIX;-47,88
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {"OVH SAS", "LE MODERNE"}


def test_a_telecom_bill_is_one_of_tariffs_and_not_of_callers() -> None:
    made = imported(
        """
        N° facture;Période;N° d'appel;Utilisateur;Plan tarifaire;Total HTVA (EUR)
        7301;10/2026;0475/12.34.56;DUBOIS Marc;Mobile Pro;29,75
        7301;10/2026;0476/22.33.44;HENRY Sophie;Mobile Pro;33,87
        7301;10/2026;081/22.11.00;Centrale;Business Fiber;86,43
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {"Mobile Pro", "Business Fiber"}


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


def test_a_form_above_a_matrix_is_no_band_of_headers() -> None:
    made = imported(
        """
        CHECK-LIST;;;;
        Nom :;;;Date d'entrée :;
        Accès à donner;Comptable;Commercial;Direction;Demander à
        Isabel 6;x;;x;Direction
        Odoo ventes;;x;x;Anne
        """,
        catalogue=False,
    )
    assert {"commercial uses odoo-ventes", "comptable uses isabel-6"} <= arrows(made)


def test_what_people_log_in_with_is_no_number_of_a_thing() -> None:
    made = imported(
        """
        Programme;Identifiant;Mot de passe
        Isabel 6;compta@renard.be;Renard!2025
        Odoo;admin;B0ucher!e*77
        """,
        catalogue=False,
    )
    assert "renard" not in repr(made).casefold()
    assert {asset.name for asset in made.assets.values()} == {"Isabel 6", "Odoo"}


def test_a_remark_apart_from_the_list_is_none_of_its_rows() -> None:
    made = imported(
        """
        Logiciel;Éditeur;Licences achetées
        7-Zip;-;20
        WinRAR;RARLAB;50
        ;;
        Relevé effectué le 3 novembre : portail des éditeurs;;
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {"7-Zip", "WinRAR", "RARLAB"}


def test_the_budget_of_a_project_is_no_yearly_cost_and_thousands_count() -> None:
    budget = "{};Fournisseur;Budget 2026 (k€)\nOdoo;Odoo SA;180\nSlack;Salesforce;12"
    project = "Projet;Solution;Partenaire;Budget 2026 (k€)\nNouvel ERP;Odoo;Odoo SA;180"
    assert one(imported(budget.format("Logiciel"), catalogue=False), "Odoo").annual_cost == 180e3
    assert one(imported(project, catalogue=False), "Odoo").annual_cost is None


def test_a_plan_of_what_its_own_supplier_rents_out_is_rented() -> None:
    made = imported(
        """
        Produit;Fournisseur
        Canva Pro;Canva
        HubSpot Marketing Pro;HubSpot
        """
    )
    assert one(made, "Canva Pro").kind is AssetKind.CLOUD_SERVICE
    assert one(made, "HubSpot Marketing Pro").kind is AssetKind.CLOUD_SERVICE


def test_the_first_of_two_words_for_a_time_counts() -> None:
    made = imported("Activité;DMIA / RTO\nPaie;5 jours\nVente;4 h", catalogue=False)
    assert one(made, "Paie").max_outage_hours == 120.0


def test_contracts_in_german_are_named_by_what_they_are_about() -> None:
    made = imported(
        """
        Vertragspartner;Gegenstand;Laufzeit bis;Kündigungsfrist
        Deutsche Telekom;Standleitung;31.03.2027;3 Monate
        DATEV eG;Buchhaltungssoftware;31.12.2026;6 Monate zum Jahresende
        """,
        catalogue=False,
    )
    assert one(made, "Standleitung").kind is AssetKind.INFRASTRUCTURE
    assert "standleitung provided_by deutsche-telekom" in arrows(made)


def test_nobody_is_chosen_yet_and_nobody_resells() -> None:
    made = imported(
        """
        Logiciel;Éditeur;Revendeur
        TeamViewer;TeamViewer;direct
        Portail;à choisir;-
        """,
        catalogue=False,
    )
    assert [dependency.role for dependency in made.dependencies.values()] == [Role.PROVIDED_BY]


def test_licences_bought_may_be_headed_by_the_verb_alone() -> None:
    sheet = table("Logiciel;Éditeur;Achetées;Utilisées\nVisio;Microsoft;10;4\nAcrobat;Adobe;25;19")
    made = propose([sheet], catalogue=False).apply(Landscape())
    assert (one(made, "Visio").licences_bought, one(made, "Visio").licences_used) == (10, 4)
