"""Headers that promise names, and what columns and rows of lists are not: names, costs, records."""

import pytest

from smala_lockin.domain.kinds import AssetKind, OpenSource, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.headers import readings
from tests.importing.lists import imported, one, table


def _of_rows(
    *rows: Row,
    file: str = "list.xlsx",
    sheet: str | None = None,
    bands: frozenset[int] | None = None,
) -> Landscape:
    width = max(map(len, rows))
    filled: list[Row] = [[*row, *[None] * (width - len(row))] for row in rows]
    table = Table(file=file, sheet=sheet, rows=filled, bands=bands or frozenset())
    return propose([table], catalogue=False).apply(Landscape())


def _kinds(made: Landscape) -> dict[str, AssetKind]:
    return {asset.name: asset.kind for asset in made.assets.values()}


@pytest.mark.parametrize("title", ["Fornitori", "Proveedores", "Leverandører 2026"])
def test_lists_of_suppliers_are_called_so_in_further_languages(title: str) -> None:
    made = _of_rows(("nome", "note"), ("Alfa Srl", "a"), ("Beta Spa", "b"), sheet=title)
    assert set(_kinds(made).values()) == {AssetKind.SUPPLIER}


def test_where_programs_lie_on_a_disk_is_not_what_they_are_called() -> None:
    made = imported(
        "Caption,Install State,Name\n"
        "Drawing Board,5,C:\\Apps\\a1.msi\nLedger Plus,5,C:\\Apps\\b2.msi\n"
        "Post Room,5,C:\\Apps\\c.msi",
        catalogue=False,
    )
    assert set(_kinds(made)) == {"Drawing Board", "Ledger Plus", "Post Room"}


def test_short_descriptions_name_devices_that_only_numbers_name_else() -> None:
    made = imported(
        "asset_id,description,category,manufacturer\n"
        "A-1,Rack Server R1,Server,Norda\nA-2,Edge Switch 24,Switch,Sella",
        catalogue=False,
    )
    assert _kinds(made)["Rack Server R1"] is AssetKind.INFRASTRUCTURE
    provided = {made.assets[link.source].name for link in made.dependencies.values()}
    assert provided == {"Rack Server R1", "Edge Switch 24"}


def test_what_licences_cost_in_a_year_is_not_the_price_of_one() -> None:
    made = imported(
        "name,user count,annual license cost,annual infrastructure cost,annual total cost\n"
        "Ledger,1200,480000,220000,700000\nPost,45,0,32000,32000",
        catalogue=False,
    )
    assert one(made, "Ledger").annual_cost == 700000.0
    assert [read.meaning for read in readings("Cost per license per year")] == [Meaning.UNIT_COST]


def test_the_cost_of_hosting_is_no_place() -> None:
    assert all(read.meaning is not Meaning.HOSTING for read in readings("hosting cost"))


def test_what_something_is_used_in_is_not_what_it_is_for() -> None:
    made = imported(
        "name,vendor,used for\nLedger,Norda,Used in Production\nPost,Sella,Used in Test",
        catalogue=False,
    )
    assert all(link.role is Role.PROVIDED_BY for link in made.dependencies.values())


def test_a_licence_says_whether_a_source_is_open_and_a_community_is_no_supplier() -> None:
    made = imported(
        "nom,editeur,licence\nAtelier,Communauté,MIT\nForge,Norda,Apache-2.0\nBloc,Sella,Commerciale",
        catalogue=False,
    )
    assert one(made, "Atelier").open_source is OpenSource.YES
    assert one(made, "Bloc").open_source is OpenSource.NO
    assert "Communauté" not in _kinds(made)


def test_programs_for_documents_are_no_data_in_a_list_of_programs() -> None:
    made = _of_rows(
        ("Categorie", "Nom"),
        ("Navigateurs", "Voilier"),
        ("Documents", "Feuilleteur"),
        ("Documents", "Relieur"),
        file="logiciels.csv",
    )
    assert set(_kinds(made).values()) == {AssetKind.APPLICATION}


def test_a_count_of_suppliers_at_the_foot_is_no_supplier() -> None:
    made = _of_rows(
        ("Vendor", "Category", "Score"),
        ("Norda", "Network", 3),
        ("Sella", "Power", 4),
        (),
        ("Total vendors", 2),
    )
    assert "Total vendors" not in _kinds(made)


def test_a_narrow_list_that_begins_with_a_band_has_its_other_headings_alone_in_their_rows() -> None:
    made = _of_rows(
        ("Nom", "Id"),
        ("Navigateurs",),
        ("Voilier", "v.1"),
        ("Boussole", "b.1"),
        ("Bureau",),
        ("Relieur", "r.1"),
        ("Feuilleteur", "f.1"),
        bands=frozenset({2}),
    )
    assert set(_kinds(made)) == {"Voilier", "Boussole", "Relieur", "Feuilleteur"}


def test_two_lists_on_a_sheet_may_have_headers_of_which_only_half_are_known() -> None:
    made = _of_rows(
        ("Systems",),
        ("system_id", "system_name", "system_type"),
        ("S-1", "Ledger", "Application"),
        ("S-2", "Post Room", "Application"),
        (),
        ("Integrations",),
        ("Integration_Name", "Description", "Status", "Last_Sync"),
        ("Tide Service", "Reads the tides.", "Connected", "2026-07-24"),
        ("Sand Gateway", "Counts grains.", "Connected", "2026-07-25"),
    )
    assert set(_kinds(made)) == {"Ledger", "Post Room", "Tide Service", "Sand Gateway"}


def test_a_count_of_the_rows_at_the_foot_is_no_row() -> None:
    made = _of_rows(
        ("Nr.", "Systembezeichnung", "Kritikalität", "Verantwortliche Abteilung"),
        ("S1", "Leuchtturm", "Hoch", "Betrieb"),
        ("S2", "Anker", "Mittel", "Finanzen"),
        (),
        ("Anzahl Systeme", 2),
    )
    assert set(_kinds(made)) == {"Leuchtturm", "Anker"}
    assert one(made, "Leuchtturm").owner == "Betrieb"


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Softwarenaam", Meaning.NAME),
        ("Anwendungsbezeichnung", Meaning.NAME),
        ("Zuständige Abteilung", Meaning.OWNER),
        ("Contractvernieuwing", Meaning.CONTRACT_END),
        ("Installed Count", Meaning.LICENCES_USED),
        ("monto_estimado_anual", Meaning.COST),
        ("CUIT", Meaning.REGISTRATION),
        ("End of support date", Meaning.END_OF_SUPPORT),
    ],
)
def test_headers_of_lists_of_strangers_are_known(header: str, meaning: Meaning) -> None:
    assert readings(header)[0].meaning is meaning


def test_the_name_a_company_trades_under_is_no_other_company() -> None:
    made = imported(
        'Application,Suppliers\nLedger,"Norda Software, dba Lantern"\nPost,Sella', catalogue=False
    )
    assert "dba Lantern" not in _kinds(made)


def test_servers_of_type_app_and_db_are_servers() -> None:
    made = imported("hostname,os,type\nferry-1,Linux,app\nferry-2,Linux,db", catalogue=False)
    assert set(_kinds(made).values()) == {AssetKind.INFRASTRUCTURE}


def test_two_columns_beside_how_they_are_linked_are_the_ends_of_links() -> None:
    apps: list[Row] = [("app_id", "app_name"), ("A-1", "Ledger"), ("A-2", "Post Room")]
    hosts: list[Row] = [("hostname", "os"), ("ferry-1", "Linux"), ("ferry-2", "Linux")]
    links: list[Row] = [
        ("app_id", "hostname", "relation"),
        ("A-1", "ferry-1", "RUNS_ON"),
        ("A-2", "ferry-2", "DEPENDS_ON"),
    ]
    sheets = {"apps": apps, "hosts": hosts, "links": links}
    tables = [Table(file="l.xlsx", sheet=name, rows=rows) for name, rows in sheets.items()]
    made = propose(tables, catalogue=False).apply(Landscape())
    ends = {
        (made.assets[link.source].name, made.assets[link.target].name)
        for link in made.dependencies.values()
    }
    assert ends == {("Ledger", "ferry-1"), ("Post Room", "ferry-2")}
    assert len(made.assets) == 4


def test_a_country_may_have_something_said_of_it() -> None:
    made = imported(
        "Subverwerker;Doel;Land\nNorda;Opslag;VS (us-east)\nSella;Post;Room in Turku, Finland",
        catalogue=False,
    )
    assert (one(made, "Norda").country, one(made, "Sella").country) == ("US", "FI")
    assert one(made, "Norda").description == "Opslag"


def test_ticks_and_crosses_say_yes_and_no_and_a_need_for_a_contract_signs_none() -> None:
    made = imported(
        "Sous-traitant;Service;DPA signé\nNorda;Stockage;❌\nSella;Courrier;✅", catalogue=False
    )
    told = {asset.name: asset.dpa_signed for asset in made.assets.values()}
    assert (told["Stockage"], told["Courrier"]) == (False, True)
    assert all(read.meaning is not Meaning.DPA for read in readings("AVV nötig?"))


def test_applications_beside_hosts_need_these() -> None:
    text = "hostname,environment,application\nferry-1,dev,Ledger\nferry-2,prod,Ledger"
    proposal = propose([table(text)], catalogue=False)
    assert [(one.name, len(one.places)) for one in proposal.missing] == [("Ledger", 2)]


def test_words_that_a_program_wrote_together_are_told_apart() -> None:
    made = imported("productname,productvendor\nToad,Quest\nDesigner,Quest", catalogue=False)
    assert one(made, "Quest").kind is AssetKind.SUPPLIER


@pytest.mark.parametrize("header", ["api_name", "Nom du module", "Naam van de koppeling"])
def test_a_header_that_promises_names_heads_them(header: str) -> None:
    made = imported(f"{header},owner_team,criticality\nOrders,Commerce,High\nStock,Supply,Low")
    assert one(made, "Orders").owner == "Commerce"


@pytest.mark.parametrize("header", ["project_name", "file name", "class name"])
def test_names_of_something_beside_things_are_none(header: str) -> None:
    proposal = propose([table(f"Asset,{header}\nTill,Alpha\nStock,Beta")], catalogue=False)
    assert {"Alpha", "Beta"}.isdisjoint(asset.name for asset in proposal.added)
