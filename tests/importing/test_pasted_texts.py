"""Lists in mails and chats: bullets, dashes, stars and links."""

from typing import Any

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.bullets import bulleted
from smala_lockin.formats.csv_text import read_text
from smala_lockin.formats.tables import Table
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, one


def test_tables_pasted_from_a_chat_lose_their_stars_and_links() -> None:
    made = imported(
        """
        | Fournisseur | Service | Criticité |
        |-------------|---------|-----------|
        | **OVHcloud** | Hébergement | Critique |
        | [Stripe](https://stripe.com) | Paiement *en ligne* | Moyen |
        | **[À DÉFINIR]** | Analytiques | - |
        """,
        catalogue=False,
    )
    names = {asset.name for asset in made.assets.values()}
    assert {"OVHcloud", "Stripe", "Paiement en ligne"} <= names
    assert not any("*" in name or "DÉFINIR" in name for name in names)


def _of_text(text: str, file: str = "liste.txt", **options: Any) -> Landscape:
    read = read_text(text.encode(), file)
    tables = [Table(file=file, sheet=None, rows=read.rows)]
    return propose(tables, **options).apply(Landscape())


def test_a_list_with_dashes_in_a_mail_is_taken_apart() -> None:
    made = _of_text(
        "Bonjour Pierre,\n\nVoici nos programmes :\n\n"
        "- Horus : comptabilité (Horus Software), 129 €/mois\n"
        "- Protime : pointage (Protime NV), 2.400 €/an\n"
        "- OneDrive : fichiers (Microsoft), compris\n"
        "- WeTransfer Pro : gros envois, 10 €/mois\n\n"
        "Bien à toi,\nMartine Collard\n0498/55.66.77\n",
        catalogue=False,
    )
    assert one(made, "Horus").annual_cost == 1548.0
    assert one(made, "Protime").annual_cost == 2400.0
    assert one(made, "WeTransfer Pro").description == "gros envois"
    assert "onedrive provided_by microsoft" in arrows(made)
    assert "Martine" not in repr(made)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nom;Prix\n- Odoo;120\n- Slack;87\n- Trello;45\n", id="fields"),
        pytest.param("- penser au pain\n- appeler Luc\n- dormir\n", id="things to do"),
        pytest.param("- a : b\n- c : d\n- e : f\n" + "Du texte.\n" * 9, id="mostly text"),
    ],
)
def test_not_every_dash_begins_an_item_of_a_list(text: str) -> None:
    assert bulleted(text) is None


def test_the_third_part_of_an_item_is_who_provides_it() -> None:
    made = _of_text(
        "1. Odoo - gestion commerciale - Odoo SA\n"
        "2. PlanRadar - suivi chantier - PlanRadar GmbH\n"
        "3. WhatsApp - communication - Meta\n",
        catalogue=False,
    )
    assert {"odoo provided_by odoo-sa", "whatsapp provided_by meta"} <= arrows(made)
