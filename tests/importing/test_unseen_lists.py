"""Lists written before anybody looked at how they are read: what first contact with them taught."""

from datetime import date

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from tests.importing.lists import imported, one, table


def test_a_second_line_of_headers_is_known_by_the_band_above_it() -> None:
    made = imported(
        """
        Logiciel;Éditeur;Contrat;;;Coût HTVA;;Remarques
        ;;Début;Échéance;Préavis;Mensuel;Annuel;
        Odoo;Odoo SA;01/01/2023;31/12/2026;3 mois;480;5760;garder
        BOB 50;Sage;;;;;1450;
        """,
        catalogue=False,
    )
    odoo = one(made, "Odoo")
    assert (odoo.annual_cost, odoo.notice_days) == (5760.0, 91)
    assert odoo.contract_end == date(2026, 12, 31)
    assert dict(odoo.custom)["Remarques"] == "garder"
    assert one(made, "BOB 50").annual_cost == 1450.0


def test_the_name_of_a_treatment_is_an_activity_whatever_its_name_is_called() -> None:
    made = imported(
        """
        Dénomination du traitement;Finalité;Sous-traitant;Application utilisée
        Gestion du personnel;Paie;Partena;Partena Online
        Newsletter;Marketing;Mailchimp (Intuit);Mailchimp
        """,
        catalogue=False,
    )
    assert one(made, "Newsletter").kind is AssetKind.PROCESS
    assert one(made, "Partena Online").kind is AssetKind.CLOUD_SERVICE


def test_words_that_a_program_wrote_together_are_told_apart() -> None:
    made = imported("productname,productvendor\nToad,Quest\nDesigner,Quest", catalogue=False)
    assert one(made, "Quest").kind is AssetKind.SUPPLIER


def test_relations_of_an_architecture_tool_are_read_by_what_they_point_at() -> None:
    text = """
        id,type,displayName,businessCriticality,lifecycle:endOfLife,relApplicationToBusinessCapability,relApplicationToITComponent,relApplicationToProvider
        a1,Application,Order hub,missionCritical,2027-12-31,Orders,PostgreSQL,
        a2,Application,CRM,administrativeService,,Sales; Marketing,,HubSpot
        """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    hub = one(made, "Order hub")
    assert (hub.criticality, hub.end_of_support) == (5, date(2027, 12, 31))
    assert one(made, "CRM").criticality == 2
    assert {one(made, name).kind for name in ("Orders", "Sales", "Marketing")} == {
        AssetKind.PROCESS
    }
    assert one(made, "HubSpot").kind is AssetKind.SUPPLIER
    assert [missing.name for missing in proposal.missing] == ["PostgreSQL"]


@pytest.mark.parametrize(
    ("place", "country"),
    [("West Europe", "NL"), ("Belgium Central", "BE"), ("north europe", "IE")],
)
def test_regions_of_a_cloud_are_known_as_its_portal_shows_them(place: str, country: str) -> None:
    made = imported(f"NAME,TYPE,LOCATION\nvm-erp,Virtual machine,{place}", catalogue=False)
    assert one(made, "vm-erp").hosting_countries == (country,)


def test_a_sort_of_system_is_nothing_that_a_program_runs_on() -> None:
    text = "Application,Publisher,Platform\nChrome,Google,Windows\nBilling,Exact,iOS"
    proposal = propose([table(text)], catalogue=False)
    assert not proposal.missing
    assert not proposal.problems


def test_the_day_of_an_agreement_on_data_says_that_it_is_signed() -> None:
    made = imported(
        "Auftragsverarbeiter;Leistung;AVV abgeschlossen am\nDATEV;Lohn;01.04.2022\nZoom;Video;",
        catalogue=False,
    )
    assert one(made, "Lohn").dpa_signed is True
    assert one(made, "Video").dpa_signed is None


def test_a_notice_in_months_may_be_written_short() -> None:
    made = imported("Applicatie;Leverancier;Opzegtermijn (mnd)\nDjuma;Roxit;6", catalogue=False)
    assert one(made, "Djuma").notice_days == 182


def test_what_a_pivot_calls_blank_is_nobody() -> None:
    made = imported("Vendor Name,Spend\nFigma,10\n(Blank),3", catalogue=False)
    assert {asset.name for asset in made.assets.values()} == {"Figma"}
