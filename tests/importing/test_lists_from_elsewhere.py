"""What lists of strangers taught: inventories, registers and exports from public places."""

import pytest

from smala_lockin.domain.kinds import AssetKind, OpenSource, PersonalData, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.left_out import Why
from tests.importing.lists import arrows, imported, one, table


def _of_rows(*rows: Row, file: str = "liste.xlsx", sheet: str | None = "Liste") -> Proposal:
    width = max(map(len, rows))
    filled: list[Row] = [[*row, *[None] * (width - len(row))] for row in rows]
    return propose([Table(file=file, sheet=sheet, rows=filled)], catalogue=False)


def _made(proposal: Proposal) -> Landscape:
    return proposal.apply(Landscape())


@pytest.mark.parametrize(
    "header", ["caller object,target object", "source_component,destination_component"]
)
def test_both_ends_of_an_arrow_may_be_called_after_what_they_are(header: str) -> None:
    made = imported(f"{header},how\nOrders,Stock,call\nStock,Ledger,read", catalogue=False)
    assert arrows(made) == {"orders uses stock", "stock uses ledger"}


def test_the_number_of_a_thing_that_its_name_stands_beside_refers_to_nothing_else() -> None:
    text = "server_id,server_name,server_role\nS-1,Atlas,files\nS-2,Boreas,mail"
    proposal = propose([table(text)], catalogue=False)
    assert (proposal.problems, proposal.missing) == ((), ())
    assert {one.name for one in _made(proposal).assets.values()} == {"Atlas", "Boreas"}


def test_whose_environment_a_server_is_in_is_no_country() -> None:
    made = imported(
        "server name,environment,owner\nAtlas,IT,Ops\nBoreas,IT,Ops\nCronos,DE,Ops", catalogue=False
    )
    assert one(made, "Atlas").hosting_countries is None
    assert one(made, "Atlas").custom["environment"] == "IT"


def test_what_suppliers_do_is_no_thing_of_its_own_where_it_comes_back() -> None:
    made = imported(
        """
        Lfd. Nr.;Dienstleister;Leistung;Kritikalität
        D1;Alba;Beratung;hoch
        D2;Brio;Betrieb;kritisch
        D3;Cura;Beratung;mittel
        D4;Dora;Betrieb;gering
        D5;Echo;Beratung;hoch
        D6;Fides;Betrieb;hoch
        """,
        catalogue=False,
    )
    assert {one.kind for one in made.assets.values()} == {AssetKind.SUPPLIER}
    assert one(made, "Brio").criticality == 5


def test_lists_in_further_languages_are_read_by_their_commonest_words() -> None:
    spanish = (
        "Código;Nombre;Proveedor;Criticidad\nA1;Nómina;Sueldos SL;Crítica\nA2;Web;Faro SA;Baja"
    )
    made = imported(spanish, catalogue=False)
    assert (one(made, "Nómina").criticality, one(made, "Web").criticality) == (5, 2)
    assert one(made, "Faro SA").kind is AssetKind.SUPPLIER
    italian = "Applicazione;Fornitore;Responsabile\nPaghe;Soldi SRL;HR\nPosta;Corriere SPA;IT"
    assert one(imported(italian, catalogue=False), "Paghe").owner == "HR"


def test_a_header_is_not_taken_for_one_where_its_words_come_back_below() -> None:
    proposal = _of_rows(
        ["Service", "Équipe", "Environnement"],
        ["panier", "paiement", "prod"],
        ["cache", "plateforme", "prod"],
        ["accès", "plateforme", "prod"],
        ["bord", "réseau", "prod"],
    )
    assert proposal.sheets[0].header_row == 1
    assert one(_made(proposal), "accès").owner == "plateforme"


def test_a_list_of_nothing_but_servers_is_a_list() -> None:
    made = imported("serveur\nATLAS01\nATLAS02\nATLAS02\nBOREAS-OLD\nCRONOS", catalogue=False)
    assert {one.name for one in made.assets.values()} == {
        "ATLAS01",
        "ATLAS02",
        "BOREAS-OLD",
        "CRONOS",
    }
    assert {one.kind for one in made.assets.values()} == {AssetKind.INFRASTRUCTURE}


def test_names_of_integrations_are_those_of_things() -> None:
    made = imported(
        "Integration_Name,Description,Status\nMeter gateway,Reads meters,On\nMail out,Sends,Off",
        catalogue=False,
    )
    assert one(made, "Meter gateway").description == "Reads meters"


def test_sections_of_few_records_each_are_no_things() -> None:
    proposal = _of_rows(
        ["Logiciels du centre"],
        ["Logiciel", "Éditeur", "Libre"],
        ["Dessin"],
        ["Trait", "Alba", "Oui"],
        ["Pinceau", "Brio", "Non"],
        ["Texte"],
        ["Plume", "Cura", "Oui"],
        ["Cartes"],
        ["Boussole", "Dora", "Non"],
        ["Relief", "Echo", "Non"],
    )
    made = _made(proposal)
    assert {one.name for one in made.assets.values() if one.kind is AssetKind.APPLICATION} == {
        "Trait",
        "Pinceau",
        "Plume",
        "Boussole",
        "Relief",
    }
    assert one(made, "Trait").open_source is OpenSource.YES
    assert one(made, "Relief").open_source is OpenSource.NO


@pytest.mark.parametrize(
    ("licence", "source"),
    [("GPL v3", OpenSource.YES), ("Propriétaire", OpenSource.NO), ("open core", OpenSource.CORE)],
)
def test_a_licence_says_whether_the_source_is_open(licence: str, source: OpenSource) -> None:
    made = imported(f"Logiciel;Type de licence\nTrait;{licence}", catalogue=False)
    assert one(made, "Trait").open_source is source


def test_remarks_below_an_empty_row_are_no_records_without_a_name() -> None:
    proposal = _of_rows(
        ["Fournisseur", "Service", "Pays"],
        ["Alba", "Paie", "Belgique"],
        ["Brio", "Courrier", "Irlande"],
        [None],
        ["Toute modification est annoncée trente jours à l'avance."],
        ["Version 3 – usage interne"],
    )
    assert proposal.problems == ()
    left = [one.why for one in proposal.sheets[0].rows_left_out]
    assert left == [Why.FOOTNOTE, Why.FOOTNOTE]


def test_a_register_of_processors_tells_of_them_rather_than_of_whom_they_engage() -> None:
    proposal = propose(
        [
            table(
                """
                Auftragsverarbeiter;Zweck;Standort;AVV-Status;AVV-Datum;Unterauftragsverarbeiter
                Alba GmbH;Ablage;Deutschland;unterzeichnet;01.02.2025;Brio SA
                Cura AG;Versand;Frankreich;offen;;siehe Liste
                """
            )
        ],
        catalogue=False,
    )
    made = _made(proposal)
    assert (one(made, "Alba GmbH").country, one(made, "Cura AG").country) == ("DE", "FR")
    assert [one(made, name).dpa_signed for name in ("Alba GmbH", "Cura AG")] == [True, False]
    assert one(made, "Brio SA").dpa_signed is None
    assert all(asset.name != "siehe Liste" for asset in made.assets.values())
    assert [one.value for one in proposal.problems] == ["siehe Liste"]


def test_a_list_of_what_ai_is_used_for_is_known_by_its_title() -> None:
    asked = "Does it use personally identifiable information (PII) kept here?"
    proposal = _of_rows(
        ["Use Case Name", "Vendor(s) Name", asked],
        ["Letter sorting", "Alba Inc", "Yes"],
        ["Name matching", "[blank]", "No"],
        file="AI use case inventory 2025 final.xlsx",
        sheet="Inventory",
    )
    sorting, matching = (one(_made(proposal), name) for name in ("Letter sorting", "Name matching"))
    assert {sorting.kind, matching.kind} == {AssetKind.AI_SERVICE}
    assert sorting.personal_data is PersonalData.ORDINARY
    assert matching.personal_data is PersonalData.NONE


def test_a_long_question_is_not_taken_apart_at_its_strokes() -> None:
    made = imported(
        "Use case,Describe the data used to tune and/or check the model(s) used in this use case\n"
        "Letter sorting,Letters\nName matching,Names",
        catalogue=False,
    )
    assert one(made, "Letter sorting").model_family is None


def test_where_a_program_is_kept_names_nobody() -> None:
    made = imported("atlas,atlas/atlas\nboreas,wind/boreas\ncronos,time/cronos", catalogue=False)
    assert {asset.kind for asset in made.assets.values()} <= {
        AssetKind.APPLICATION,
        AssetKind.INFRASTRUCTURE,
    }


def test_quotation_marks_behind_a_blank_quote_too() -> None:
    made = imported(
        'Application, Supplier, Remark\nAtlas, "Alba, Brio & Co", "kept, for now"', catalogue=False
    )
    assert one(made, "Atlas").custom["Remark"] == "kept, for now"
    (edge,) = made.dependencies.values()
    assert (edge.role, made.assets[edge.target].name) == (Role.PROVIDED_BY, "Alba, Brio & Co")


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Purpose of System", Meaning.DESCRIPTION),
        ("# Users", Meaning.USERS),
        ("Mission Critical?", Meaning.CRITICALITY),
        ("Deployment Model", Meaning.HOSTING),
        ("Downstream systems", Meaning.NEEDED_BY),
        ("Module", Meaning.NAME),
    ],
)
def test_headers_of_inventories_are_known(header: str, meaning: Meaning) -> None:
    assert [read.meaning for read in readings(header)][:1] == [meaning]


@pytest.mark.parametrize("header", ["Deployment status", "Supplier category", "Hosting notes"])
def test_what_is_said_about_a_thing_is_not_the_thing(header: str) -> None:
    assert all(read.confidence < 0.5 for read in readings(header))


def test_numbers_of_suppliers_may_be_one_word_with_what_they_number() -> None:
    (read,) = readings("Leveranciersnummer")
    assert (read.meaning, read.reference) == (Meaning.SUPPLIER, True)


def test_the_duty_of_a_server_is_no_activity() -> None:
    made = imported(
        "Hostname;Function;OS\nATLAS;Domain controller;W\nBOREAS;Mail;L", catalogue=False
    )
    assert {asset.kind for asset in made.assets.values()} == {AssetKind.INFRASTRUCTURE}
    assert one(made, "ATLAS").custom["Function"] == "Domain controller"


def test_systems_are_no_suppliers_for_a_column_that_says_of_what_type_theirs_are() -> None:
    made = imported(
        "System_Name,Vendor_Type,Purpose\nSorter,Internal,sorts\nMatcher,Third-Party,matches",
        catalogue=False,
    )
    assert {asset.kind for asset in made.assets.values()} == {AssetKind.APPLICATION}
