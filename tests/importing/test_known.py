"""The exports of known tools are recognised by their headers, and read as they are meant."""

from datetime import date

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.understanding.sorts import Skip
from tests.importing.lists import arrows, one, table

GLPI = """
    "Nom";"Entité";"Statut";"Type";"Modèle";"Lieu";"Usager";"Numéro d'inventaire";\
"Informations financières et administratives - Fournisseur"
    "SRV-COMPTA";"Entité racine > Namur";"En production";"Serveur";"R350";"Namur";"Jean";\
"INV-7";"Dell Belgique"
    "NAS-1";"Entité racine";"En production";"NAS";"DS920";"Namur";"";"INV-8";""
    """
ITEMS = """
    name,sys_class_name,sys_id,vendor,operational_status,business_criticality,assigned_to
    Payroll,cmdb_ci_appl,a1,SD Worx,Operational,1 - most critical,Ann
    srv01,cmdb_ci_linux_server,a2,,Operational,2 - somewhat critical,Bob
    rack1,cmdb_ci_rack,a3,,Operational,4 - not critical,Bob
    """
RELATIONS = """
    parent,type,child
    Payroll,Runs on::Runs,srv01
    rack1,Powers::Powered by,srv01
    """
LICENCES = """
    Name,Product Key,Seats,Licensed To Name,Manufacturer,Expiration Date,Purchase Cost
    Acrobat,AAAA-BBBB,10,Ann Peeters,Adobe,2027-12-31,1200
    """


def proposed(*texts: str) -> Proposal:
    return propose([table(text, f"f{n}.csv") for n, text in enumerate(texts)], catalogue=False)


def tools(proposal: Proposal) -> set[str]:
    return {note.detail for note in proposal.notes if note.kind is NoteKind.RECOGNISED}


def test_a_list_of_glpi() -> None:
    proposal = proposed(GLPI)
    landscape = proposal.apply(Landscape())
    assert tools(proposal) == {"GLPI"}
    assert arrows(landscape) == {"srv-compta provided_by dell-belgique"}
    server = one(landscape, "SRV-COMPTA")
    assert server.kind == "infrastructure"
    assert server.custom["Entité"] == "Entité racine > Namur"
    assert "Jean" not in str(landscape.assets)


def test_items_and_relations_of_servicenow() -> None:
    proposal = proposed(ITEMS, RELATIONS)
    landscape = proposal.apply(Landscape())
    assert tools(proposal) == {"ServiceNow cmdb_ci", "ServiceNow cmdb_rel_ci"}
    assert arrows(landscape) == {
        "payroll provided_by sd-worx",
        "payroll runs_on srv01",
        "srv01 uses rack1",
    }
    assert one(landscape, "Payroll").criticality == 5


def test_licences_of_snipe_it_leave_their_keys_behind() -> None:
    proposal = proposed(LICENCES)
    landscape = proposal.apply(Landscape())
    assert tools(proposal) == {"Snipe-IT"}
    assert arrows(landscape) == {"acrobat provided_by adobe"}
    assert str(one(landscape, "Acrobat").contract_end) == "2027-12-31"
    assert "AAAA" not in str(landscape.assets)
    assert proposal.sheets[0].ignored == ("Product Key",)


def part(name: str, columns: dict[str, str], *records: Row) -> Table:
    """A sheet of a register as the supervisor's form lays it out."""
    width = len(columns)
    rows: list[Row] = [
        [f"{name} title", *[None] * (width - 1)],
        [f"{name}.{code}" for code in columns],
        list(columns.values()),
        ["Alphanumerical"] * width,
        *records,
    ]
    return Table(file="register.xlsx", sheet=name, rows=rows)


REGISTER = [
    part(
        "b_02.02",
        {
            "0010": "Contractual arrangement reference number",
            "0030": "Identification code of the provider",
            "0050": "Function identifier",
            "0060": "Type of ICT services",
            "0080": "End date",
            "0150": "Location of the data at rest (storage)",
        },
        ["CA-1", "LEI1", "F1", "S17", "2027-06-30", "IE"],
        ["CA-1", "LEI1", "F2", "S17", "2027-06-30", "IE"],
        ["CA-2", "LEI9", "F1", "S01", "2028-01-01", "BE"],
    ),
    part(
        "b_02.01",
        {"0010": "Reference", "0040": "Currency of the amount", "0050": "Annual expense"},
        ["CA-1", "EUR", 12000],
    ),
    part(
        "b_05.01",
        {
            "0010": "Identification code of the provider",
            "0030": "Name of the provider",
            "0050": "Country of the headquarters",
            "0080": "Identification code of the ultimate parent undertaking",
        },
        ["LEI1", "Nuage Europe", "IE", "LEI2"],
        ["LEI2", "Nuage Corp", "US", "LEI2"],
    ),
    part(
        "b_06.01",
        {
            "0010": "Function Identifier",
            "0030": "Function name",
            "0050": "Criticality or importance assessment",
            "0080": "Recovery time objective of the function",
        },
        ["F1", "Paiements", "Yes", 4],
        ["F2", "Crédits", "No", 48],
    ),
    part("b_01.01", {"0010": "LEI of the entity", "0020": "Name of the entity"}, ["L", "Bank"]),
]


def test_a_register_of_information_is_joined_by_its_codes() -> None:
    proposal = propose(REGISTER, catalogue=False)
    landscape = proposal.apply(Landscape())
    assert tools(proposal) == {"DORA"}
    assert arrows(landscape) == {
        "ca-1 provided_by nuage-europe",
        "nuage-europe controlled_by nuage-corp",
        "paiements uses ca-1",
        "credits uses ca-1",
        "paiements uses ca-2",
    }
    service = one(landscape, "CA-1")
    assert (service.annual_cost, service.hosting_countries) == (12000.0, ("IE",))
    assert one(landscape, "Paiements").max_outage_hours == 4.0
    assert one(landscape, "Nuage Europe").country == "IE"


def test_a_register_says_what_it_refers_to_and_does_not_have() -> None:
    proposal = propose(REGISTER, catalogue=False)
    assert [missing.name for missing in proposal.missing] == ["LEI9"]
    assert {sheet.sheet: sheet.skipped for sheet in proposal.sheets}["b_01.01"] is Skip.IDLE


def test_a_register_handed_in_as_text_has_codes_alone() -> None:
    providers = "c0010,c0030,c0050\nLEI1,Nuage Europe,IE"
    proposal = propose([table(providers, "b_05.01.csv")], catalogue=False)
    assert one(proposal.apply(Landscape()), "Nuage Europe").country == "IE"


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
