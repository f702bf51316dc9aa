"""What is written nearly as in the catalogue is asked about, and ordinary names are left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin import paths
from smala_lockin.app.offers import offers
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import catalogue, in_force, near, spelling

MEANT = {
    "microsoft-365": "Microsfot 365|Office365|O365|MS 365|Microsoft365 Business Standard|"
    "Licences Microsoft 365|licenties Microsoft 365|Abonnement Office 365 E3|Micosoft 365",
    "microsoft-teams": "MS Teams|Teams|microsoft team|Microsoft Teams Premium",
    "google-workspace": "Google workspace business|Google Worspace|G Suite|GSuite Business",
    "ovhcloud": "OVH Cloud|OVH|ovh sas|OVHcloud Belgique",
    "odoo": "odoo enterprise|Odoo Entreprise|ODOO S.A.|Odoo online|odoo saas",
    "teamviewer": "Team Viewer|Teamviewer|Licence TeamViewer|TeamVeiwer",
    "anydesk": "Any Desk|anydesk pro|Anydesck",
    "salesforce": "Salesforces|Sales force|SalesForce.com|Salesforce Enterprise",
    "hubspot": "Hubspot|Hub Spot|HubSpot Starter|Hubsopt",
    "dropbox": "Drop Box|DropBox Business|Dropbox Plus|Drobbox",
    "winbooks": "Winbook|Win Books|WinBooks Belgique",
    "sage-bob": "BOB 50|bob50|Sage Bob 50|BOB-50",
    "exact-online": "Exact Online|exactonline|Exact Onlin|Exact Online Premium",
    "teamleader": "Team Leader|Teamleader|Teamleeder|TeamLeader Focus",
    "sd-worx": "SDWorx|SD-Worx|sd worx belgium|SD Works",
    "proximus": "Proximus SA|PROXIMUS NV|Belgacom|Proximus Belgique|Proximuss",
    "telenet": "Telenet BV|Telenet Business|Telenett",
    "orange-belgium": "Orange Belgium SA|Orange Belgique|Mobistar|Orange België",
    "creative-cloud": "Photoshop|Adobe Creative Cloud|Creative Cloud Pro|Adobe CC|InDesign",
    "acrobat": "Acrobat|Adobe Acrobat Pro|Acrobat Reader|Adobe Acrobate",
    "autodesk": "AutoCAD|Autocad LT|Autodesk|Autodesck",
    "chatgpt": "Chat GPT|ChatGPT Plus|chatgtp|ChatGPT Team",
    "microsoft-copilot": "Copilot|Microsoft Copilot|MS Copilot|Micosoft Copilot",
    "wordpress": "Word Press|Wordpress|WordPres",
    "mailchimp": "Mail Chimp|MailChimp|Mailchimps",
    "isabel-group": "Isabel 6|Isabel Group SA|isabel groupe",
    "codabox": "Coda Box|CodaBox|Codaboxe",
    "business-central": "Business Central|Dynamics NAV|Navision|MS Business Central",
    "securex": "Securex asbl|Sécurex|Securex Belgique",
    "partena": "Partena|Partena Profesional|Partena Professional ASBL",
    "kaspersky": "Kaspersky|Kasperski|Kapersky",
    "fortinet": "Fortigate|FortiNet|Fortinett",
    "lightspeed": "Light Speed|Lightspeed Restaurant|Lightpseed",
    "solidworks": "Solidworks|Solid Works|SolidWorks Premium|Solidwork",
    "worldline": "World Line|Worldline Belgium|Worldlyne",
}
WRITTEN = [(text, id) for id, texts in MEANT.items() for text in texts.split("|")]

_ORDINARY = (
    "Box palettes|Box à chevaux|Orange mécanique SPRL|Oranges Sanguines SRL|Apple Farm|"
    "Ferme des Apples|Slackline Namur|Monday Café|Lundi Monday|Sage-femme Dupont|Sauge et Sage|"
    "Make-up Studio|Wise Consulting|Notions de gestion|Notion de droit|Visa vie asbl|"
    "Zoom sur Liège|Signalisation routière|Element Bois|Éléments préfabriqués|Robin Hood SRL|"
    "Tableau électrique|Proximité SRL|Menuiserie Lambert|Garage Dupont|Boulangerie Martin|"
    "Front de taille|Base de données|Base clients|Réseau local|Serveur NAS|Stock|Comptable|"
    "Fiduciaire Horizon|Teambuilding Ardennes|Exactitude SRL|Prisma Immo|Delta Services|"
    "Bol d’air|Atlas Bois|Mega Store|Claude Dupont|Isabelle Lambert|Alexa Dubois|Canvas et toiles"
)
NOBODY = _ORDINARY.split("|")


@pytest.mark.parametrize(("text", "id"), WRITTEN)
def test_a_vendor_is_recognised_however_people_write_it(text: str, id: str) -> None:
    match = catalogue.find(text) or near.find_near(text)
    assert match is not None
    assert match.vendor.id == id


@pytest.mark.parametrize("text", NOBODY)
def test_an_ordinary_name_is_nobody(text: str) -> None:
    match = catalogue.find(text)
    assert match is None or not match.certain
    assert near.find_near(text) is None


@pytest.mark.parametrize(
    "text", ["Orange", "Box", "Monday", "Sage", "Make", "Wise", "Notion", "Visa", "Signal"]
)
def test_a_name_that_is_an_ordinary_word_is_a_question(text: str) -> None:
    match = catalogue.find(text)
    assert match is not None
    assert not match.certain


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_one_slip_in_a_long_name_is_forgiven_and_never_certain(data: st.DataObject) -> None:
    names = catalogue.certain_names()
    long = sorted(key for key in names if len(key) >= 9 and key.isalpha())
    name = data.draw(st.sampled_from(long))
    at = data.draw(st.integers(1, len(name) - 2))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    typed = data.draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            ]
        )
    )
    alike = {names[key] for key in names if key[0] == name[0] and _slips(typed, key) <= 1}
    match = near.find_near(typed)
    if typed in names or len(alike) > 1:
        return
    assert match is not None
    assert match.vendor.id == names[name]
    assert not match.certain


def _slips(one: str, other: str) -> int:
    """Return the optimal string alignment distance, by its definition; only small ones count."""
    if abs(len(one) - len(other)) > 1:
        return 2
    rows = [[0] * (len(other) + 1) for _letter in range(len(one) + 1)]
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if not i or not j:
                rows[i][j] = i + j
                continue
            best = min(rows[i - 1][j], rows[i][j - 1]) + 1
            best = min(best, rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i][j] = best
    return rows[-1][-1]


PREFIXES = {
    "micr": "microsoft-365",
    "teams": "microsoft-teams",
    "off": "microsoft-office",
    "office 3": "microsoft-365",
    "out": "outlook",
    "odo": "odoo",
    "goo": "google-workspace",
    "ora": "orange-belgium",
    "orange": "orange-belgium",
    "prox": "proximus",
    "tele": "telenet",
    "exa": "exact-online",
    "win": "windows",
    "light": "lightspeed",
    "mis": "mistral",
    "tel": "telenet",
    "pre": "prestashop",
    "kbc": "kbc",
    "sap": "sap",
    "winb": "winbooks",
    "bob": "sage-bob",
    "sag": "sage-bob",
    "isa": "isabel-group",
    "cod": "codabox",
    "bil": "billit",
    "sd": "sd-worx",
    "sec": "securex",
    "teaml": "teamleader",
    "teamv": "teamviewer",
    "ado": "acrobat",
    "auto": "autodesk",
    "chat": "chatgpt",
    "cop": "microsoft-copilot",
    "drop": "dropbox",
    "word": "microsoft-office",
    "wordp": "wordpress",
    "shop": "shopify",
    "mol": "mollie",
    "ban": "bancontact",
    "ovh": "ovhcloud",
    "zoom": "zoom",
    "sal": "salesforce",
    "365": "microsoft-365",
    "central": "business-central",
}


@pytest.mark.parametrize(("typed", "id"), PREFIXES.items())
def test_the_likeliest_for_a_belgian_company_is_offered_first(typed: str, id: str) -> None:
    assert offers(Landscape(), typed)[0].vendor == id


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("Microsfot 3", "microsoft-365"),
        ("salesforse mark", "marketing-cloud"),
        ("dynamcs 365 bus", "business-central"),
        ("Teamleeder", "teamleader"),
    ],
)
def test_a_slip_does_not_end_what_is_offered_while_typing(typed: str, id: str) -> None:
    assert offers(Landscape(), typed)[0].vendor == id


def test_familiar_entries_are_entries_and_listed_once() -> None:
    listed = paths.resource("catalogue/familiar.txt").read_text(encoding="utf-8").split()
    assert len(listed) == len(set(listed))
    assert [id for id in listed if id not in in_force.shipped()] == []


def test_nothing_is_guessed_of_an_empty_or_endless_text() -> None:
    assert [near.find_near(text) for text in ("", "  ", "!", "日本", "MS", "x " * 5000)] == [
        None
    ] * 6
    assert spelling.words("") == []


@given(st.lists(st.text(max_size=6) | st.sampled_from(["M365 E3", "²3", "a\n4", "٣"])))
def test_digits_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    assert spelling.digits_of(texts) == list(map(spelling.digits, texts))
