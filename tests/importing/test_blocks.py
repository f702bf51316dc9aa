"""One list in several blocks, each under a line that says whose it is and its own header."""

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, one, table

_BLOCKS = """
    Logiciels par service;;;;
    ;;;;
    Service : Ventes;;responsable : Zoé;;
    Programme;Utilité;Fournisseur;Prix/an;
    Ventix;devis;Ventix SA;1.200;
    Sous-total;;;1.200;
    ;;;;
    Service : Expédition;;;;
    Programme;Fournisseur;Serveur;Prix/an;Utilité
    Colido;Colido BV;SRV-QUAI;300;étiquettes
    Peso;Pesage SRL;SRV-QUAI;;pesées
    ;;;;
    Service : Ventes;;;;
    Programme;Utilité;Fournisseur;Prix/an;
    Catalo;tarifs;Imprimo;90;
    TOTAL GÉNÉRAL;;;;
"""


def test_each_block_is_read_by_its_own_header() -> None:
    made = imported(_BLOCKS, catalogue=False, create_missing=True)
    named = {asset.name for asset in made.assets.values() if asset.kind is AssetKind.APPLICATION}
    assert named == {"Ventix", "Colido", "Peso", "Catalo"}
    assert [one(made, name).annual_cost for name in ("Ventix", "Colido")] == [1200, 300]
    assert {"colido provided_by colido-bv", "pesees uses peso"} <= arrows(made)
    assert one(made, "SRV-QUAI").kind is AssetKind.INFRASTRUCTURE


def test_a_department_above_a_block_uses_what_stands_in_it() -> None:
    made = imported(_BLOCKS, catalogue=False, create_missing=True)
    used = {arrow for arrow in arrows(made) if arrow.startswith(("ventes ", "expedition "))}
    assert used == {
        "ventes uses ventix",
        "ventes uses catalo",
        "expedition uses colido",
        "expedition uses peso",
    }


def test_rows_of_blocks_keep_their_numbers() -> None:
    (sheet,) = propose([table(_BLOCKS)]).sheets
    assert sheet.header_row == 4
    assert {(left.row, left.text.partition(",")[0]) for left in sheet.rows_left_out} >= {
        (6, "Sous-total"),
        (9, "Programme"),
        (16, "TOTAL GÉNÉRAL"),
    }


def test_a_line_of_a_single_block_is_no_column() -> None:
    lines = _BLOCKS.strip().splitlines()[2:6]
    made = imported("\n".join(lines), catalogue=False, create_missing=True)
    assert not any(asset.name == "Ventes" for asset in made.assets.values())


def test_a_department_needs_no_colon_above_its_block() -> None:
    made = imported(
        """
        Service Achats;;
        Logiciel;Editeur;Coût annuel
        Garagix;Garagix SA;900
        ;;
        Service Ventes;;
        Editeur;Logiciel;Coût annuel
        Paylo SRL;Paylo;400
        """,
        catalogue=False,
        create_missing=True,
    )
    assert {"achats uses garagix", "ventes uses paylo", "paylo provided_by paylo-srl"} <= arrows(
        made
    )


def test_a_group_of_a_board_is_headed_by_the_row_above_its_own_header() -> None:
    made = imported(
        """
        Outils;;
        Marketing;;
        Name;Vendor;Price / month
        Canva Pro;Canva;24
        Brevo;Brevo;65

        Finance;;
        Name;Vendor;Price / month
        Yuki;Visma;120
        """,
        catalogue=False,
    )
    things = {one.name for one in made.assets.values() if one.kind is not AssetKind.SUPPLIER}
    assert things == {"Canva Pro", "Brevo", "Yuki"}


def test_no_list_above_the_likeliest_one_is_lost() -> None:
    text = """
        1. Locaux;;
        Site;Adresse;Activités hébergées
        Siège;Chaussée 12;Ventes
        Dépôt;Zoning 4;Logistique

        2. Systèmes;;
        Système;Fournisseur;Activité soutenue
        Navision;Prodware;Ventes
        WMS;Hardis;Logistique
        """
    proposal = propose([table(text)], catalogue=False)
    assert [report.rows_used for report in proposal.sheets] == [2, 2]
    assert {"Siège", "Dépôt", "WMS"} <= {asset.name for asset in proposal.added}
