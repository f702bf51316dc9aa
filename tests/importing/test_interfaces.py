"""Lists of interfaces between programs, and what remarks say runs on what."""

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, one, table


@pytest.mark.parametrize(
    "text",
    [
        "De (source);Vers (dépend de la source)\nPointo;Salario",
        "De;Vers;Quoi;Fréquence\nPointo;Salario;heures;mensuel",
        "Van systeem;Naar systeem;Welke gegevens;Hoe vaak\nPointo;Salario;uren;maandelijks",
        "Van;Naar;Wat;Frequentie\nPointo;Salario;uren;maandelijks",
    ],
)
def test_the_program_that_receives_needs_the_one_that_gives(text: str) -> None:
    made = imported(text, catalogue=False, create_missing=True)
    assert [arrow.split() for arrow in arrows(made)] == [["salario", "data_in", "pointo"]]


def test_a_sheet_called_interfaces_lists_what_flows() -> None:
    made = propose(
        [table("Source;Cible\nPointo;Salario", sheet="Interfaces")],
        catalogue=False,
        create_missing=True,
    )
    (edge,) = made.connected
    assert (edge.source, edge.target) == ("salario", "pointo")


_ROWS = """
    Nom;Type;Remarque
    SRV-A;serveur;héberge Cargo et Bilan
    SRV-B;serveur;ne tourne plus sur SRV-A
    Cargo TMS;logiciel;
    Bilan;logiciel;compta - tourne sur SRV-B
    Plano;logiciel;tourne sur SRV-Z
    Plano Web;logiciel;draait op SRV-B, lent
"""


def test_remarks_say_what_runs_on_a_thing_of_the_list() -> None:
    made = imported(_ROWS, catalogue=False)
    assert arrows(made) == {
        "cargo-tms runs_on srv-a",
        "bilan runs_on srv-a",
        "bilan runs_on srv-b",
        "plano-web runs_on srv-b",
    }


def test_names_that_begin_as_servers_do_are_infrastructure() -> None:
    made = imported("Système;Fournisseur\nSRV-COMPTA;Zeta\nNAS-NUIT;Zeta", catalogue=False)
    assert one(made, "SRV-COMPTA").kind is AssetKind.INFRASTRUCTURE
    assert one(made, "NAS-NUIT").kind is AssetKind.INFRASTRUCTURE


def test_a_total_of_computers_is_no_computer() -> None:
    text = "Désignation;Version;Site;Remarque\nFronto;3.1;Ath;-\nTOTAL postes fixes;47;;+ 9"
    made = imported(text, catalogue=False)
    assert {asset.name for asset in made.assets.values()} == {"Fronto"}


def test_each_remark_speaks_of_its_own_row_whatever_stands_in_the_others() -> None:
    made = imported(
        """
        Nom;Type;Remarque
        SRV-A;serveur;Straße, İzmir
        Cargo;logiciel;tourne sur SRV-A
        Bilan;logiciel;à revoir
        Plano;logiciel;Groß, puis tourne sur SRV-A
        """,
        catalogue=False,
    )
    assert arrows(made) == {"cargo runs_on srv-a", "plano runs_on srv-a"}


def test_flows_of_data_are_known_by_what_flows_and_how_often() -> None:
    made = imported(
        "Bron;Doel;Gegevens;Frequentie\nShopify;Exact;orders;live\nExact;Power BI;omzet;dagelijks",
        catalogue=False,
    )
    assert arrows(made) == {"exact data_in shopify", "power-bi data_in exact"}


def test_how_often_data_flow_is_no_matter_of_payment() -> None:
    text = "Application source;Application cible;Données;Fréquence\nPégase;ProEco;Factures;Mensuel"
    proposal = propose([table(text)], catalogue=False)
    assert "billed" not in proposal.sheets[0].mapping.values()
