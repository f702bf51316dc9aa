"""Cells that say "idem", and rows below a list that say what its codes mean."""

from datetime import date

import pytest

from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.left_out import Why
from tests.importing.lists import arrows, imported, one, table

_LINES = """
    Logiciel;Fournisseur;Responsable;Échéance;Remarque
    Gesfac;Dupré Logiciels SA;Amandine;31/12/2027;
    Gespaie;idem;Idem;idem;vieux
    Cadix;Tracé SRL;dito;?;"
    """


def test_idem_means_the_cell_above_in_every_column() -> None:
    made = imported(_LINES, catalogue=False)
    assert {
        "gespaie provided_by dupre-logiciels-sa",
        "cadix provided_by trace-srl",
    } <= arrows(made)
    paie = one(made, "Gespaie")
    assert (paie.owner, paie.contract_end) == ("Amandine", date(2027, 12, 31))
    assert one(made, "Cadix").owner == "Amandine"


def test_how_many_cells_said_idem_is_told_once() -> None:
    proposal = propose([table(_LINES.replace(';"', ";"))], catalogue=False)
    told = [note.detail for note in proposal.notes if note.kind is NoteKind.DITTOS]
    assert told == ["4"]


@pytest.mark.parametrize("mark", ["idem", "IDEM", "id.", "dito", "''", "〃", "″", "siehe oben"])
def test_a_row_called_like_the_one_above_is_about_the_same_thing(mark: str) -> None:
    text = f"Abonnement;Opérateur;Échéance\nFibre Pro;Tellix;\n{mark};{mark};01/02/2028"
    made = imported(text, catalogue=False)
    assert {asset.name for asset in made.assets.values()} == {"Fibre Pro", "Tellix"}
    assert one(made, "Fibre Pro").contract_end == date(2028, 2, 1)


def test_idem_under_nothing_says_nothing() -> None:
    made = imported("Logiciel;Fournisseur;Responsable\nGesfac;idem;Amandine", catalogue=False)
    assert [asset.name for asset in made.assets.values()] == ["Gesfac"]


def test_a_program_called_ditto_keeps_its_name() -> None:
    made = imported("Software;Publisher\nCadix;Tracé\nDitto;Brodeur\nZipix;Tracé", catalogue=False)
    assert one(made, "Ditto").kind is AssetKind.APPLICATION


def test_a_legend_of_several_cells_below_a_list_is_no_activity() -> None:
    proposal = propose(
        [
            table(
                """
                Activité;Resp.;Applications nécessaires;Arrêt max.;Criticité
                Expédition;Bruno;Gesfac;4 h;5
                Achats;Lise;Gesfac;2 jours;3
                ;;;;
                Arrêt max = après quoi tout est perdu;;;;
                1 = confort;3 = gênant;5 = vital;;
                """
            )
        ],
        catalogue=False,
    )
    (sheet,) = proposal.sheets
    assert [left.why for left in sheet.rows_left_out] == [Why.FOOTNOTE, Why.FOOTNOTE]
    made = proposal.apply(Landscape())
    named = {asset.name for asset in made.assets.values() if asset.kind is AssetKind.PROCESS}
    assert named == {"Expédition", "Achats"}
    assert one(made, "Expédition").owner == "Bruno"


def test_a_hyphen_in_place_of_a_blank_names_the_same_thing() -> None:
    made = imported(
        "Activité;Applications nécessaires\nTri;Ges-Stock\nPesée;Ges Stock, Balance Max Pro\n"
        "Envoi;Balance Max-Pro",
        catalogue=False,
    )
    assert arrows(made) == {
        "tri uses ges-stock",
        "pesee uses ges-stock",
        "pesee uses balance-max-pro",
        "envoi uses balance-max-pro",
    }


def test_infrastructure_and_premises_beside_activities_are_needed_and_no_programs() -> None:
    made = imported(
        "Activité;Infrastructure / locaux\nPesée;Bascule B2; \nTri;Convoyeur Nord", catalogue=False
    )
    assert "tri uses convoyeur-nord" in arrows(made)
    assert one(made, "Convoyeur Nord").kind is AssetKind.INFRASTRUCTURE


def test_sorts_of_data_in_a_register_say_whether_these_are_sensitive() -> None:
    made = imported(
        """
        Traitement;Catégories de données;;Logiciel utilisé;Personne de référence
        ;Ordinaires;Sensibles;;
        Recrutement;identité, parcours;—;Candidix;Lise
        Dossiers;identité, famille;santé (parfois);Dossix;Bruno
        Litiges;nom, adresse;casier judiciaire;Litix;Bruno
        """,
        catalogue=False,
    )
    assert one(made, "Candidix").personal_data is PersonalData.ORDINARY
    assert one(made, "Dossix").personal_data is PersonalData.SENSITIVE
    assert one(made, "Litix").personal_data is PersonalData.SENSITIVE
    assert one(made, "Litiges").owner == "Bruno"


@pytest.mark.parametrize("header", ["p/m", "€/mois", "EUR / maand", "Prix (€/mois)", "€ par mois"])
def test_a_price_for_each_month_is_twelve_times_that_in_a_year(header: str) -> None:
    made = imported(f"Abonnement;Opérateur;{header}\nFibre Pro;Tellix;12,50", catalogue=False)
    assert one(made, "Fibre Pro").annual_cost == 150.0


@pytest.mark.parametrize("header", ["mois", "PM", "month"])
def test_a_month_alone_is_no_price(header: str) -> None:
    assert not any(reading.meaning == "monthly_cost" for reading in readings(header))


def test_the_most_delicate_data_of_all_activities_that_use_a_thing_count() -> None:
    made = imported(
        """
        Traitement;Catégories de données;Logiciel utilisé
        Actes;identité, patrimoine;Actix
        Successions;identité, données de santé;Actix
        Archives;identité;Actix
        """,
        catalogue=False,
    )
    assert one(made, "Actix").personal_data is PersonalData.SENSITIVE


def test_criticality_is_known_by_its_short_word() -> None:
    made = imported("System;Lieferant;Krit.\nFakturix;Rechner AG;5\nLagerix;Rechner AG;3")
    assert one(made, "Fakturix").criticality == 5
