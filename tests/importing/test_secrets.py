"""Secrets stay out of a map, in whatever column they stand, and what was left out is told."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.values.secrets import MASK, is_secret, masked, secrets_among
from tests.importing.lists import imported, one, table

SECRETS = (
    "sk-proj-abcdefGHIJKL0123456789mnopqrstuv",
    "-----BEGIN RSA PRIVATE KEY----- MIIEow",
    "AKIAIOSFODNN7EXAMPLE",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "Renouvelé en mars, mdp: Azerty123!",
    "mot de passe admin = toto",
    "Wachtwoord: geheim1",
    "Kennwort : geheim1",
    "PIN: 9999",
    "https://admin:azerty@nas.local/",
    "otpauth://totp/OVH?secret=JBSWY3DP",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc",
    "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    "5f4dcc3b5aa765d61d8327deb882cf99",
    "VK7JG-NPHTM-C97JM-9MPGT-3V66T",
    "BE68 5390 0754 7034",
    "payé par BE68539007547034",
    "4871 0412 3456 7890",
    "clé OVH zQwRtXkPmVbNhGfDsLjK",
    "k3j9x2m8q1z7w5v4p6t0",
    "accès admin : x9#Kf!2pQz&Lw7",
)
ORDINARY = (
    "contrat cadre, passé en mars",
    "Mot de passe : voir Bitwarden",
    "Password is managed in KeePass",
    "AzureActiveDirectoryPremiumP2",
    "Microsoft_Teams_Audio_Conferencing_select_dial_out2",
    "https://odoo.com/web/login/2024Abc",
    "00000000-0000-0000-0000-000000000000",
    "srv-be-bru-prod-web01.lambert.local",
    "10.0.19045.3803",
    "+++090/9337/55493+++",
    "BE0202239951",
    "BE68539007547035",
    "projet: api gateway",
    "JavaScript/TypeScript/CSS3",
    "FTP/FTPS/SFTP/SSH/HTTP/HTTPS",
    "SQLSvrStdCore2019SNGLMVL2Lic",
    "MacBookPro16M3Max64GB2TB",
    "M365EDU_A3_STUUSEBNFT_RPA1",
    "WS-C3850-24XS-E-RF-2021",
    "aks-nodepool1-12345678-vmss000001",
    "CTR-2024-00981-REV-B-SIGNED",
    "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    "id-8f29cb6cc1df4b9c90feae9eff8d69e1",
    "vpc-06a4bf2a129c08f08",
    "Offre!Prix&Conditions2026#A",
)


@pytest.mark.parametrize("text", SECRETS)
def test_a_secret_in_a_note_is_left_out_and_its_row_is_kept(text: str) -> None:
    lines = [f"CRM;Alpha;{text}", *(f"A{n};Beta;contrat cadre" for n in range(3))]
    proposal = propose([table("Application;Fournisseur;Remarque\n" + "\n".join(lines))])
    made = proposal.apply(Landscape())
    assert not one(made, "CRM").custom
    assert one(made, "A1").custom == {"Remarque": "contrat cadre"}
    told = [(found.row, found.column, found.value, found.reason) for found in proposal.problems]
    assert told == [(2, "Remarque", "", Reason.SECRET)]
    assert text not in str(made)


@pytest.mark.parametrize("text", ORDINARY)
def test_what_only_looks_long_or_odd_is_kept(text: str) -> None:
    proposal = propose([table(f"Application;Fournisseur;Remarque\nCRM;Alpha;{text}")])
    assert one(proposal.apply(Landscape()), "CRM").custom == {"Remarque": text}
    assert not proposal.problems


@given(st.lists(st.sampled_from([*SECRETS, *ORDINARY]), max_size=5), st.booleans())
def test_a_glance_at_many_texts_finds_what_each_alone_does(texts: list[str], keys: bool) -> None:
    assert secrets_among(texts, keys=keys) == {one for one in texts if is_secret(one, keys=keys)}


@pytest.mark.parametrize(
    ("signs", "length", "caught"),
    [
        (string.ascii_letters + string.digits, 20, 0.95),
        (string.ascii_letters + string.digits + "+/", 24, 0.9),
        (string.ascii_letters, 24, 0.95),
        (string.ascii_lowercase + string.digits, 20, 0.75),
        (string.ascii_uppercase + "234567", 32, 0.95),
        (string.hexdigits[:16], 40, 0.99),
        (string.ascii_letters + string.digits + "!#$%&*", 20, 0.75),
    ],
)
def test_most_words_made_by_chance_are_known_for_keys(
    signs: str, length: int, caught: float
) -> None:
    chance = random.Random(8)
    words = ["".join(chance.choices(signs, k=length)) for _number in range(200)]
    assert sum(map(is_secret, words)) >= caught * len(words)


@given(st.lists(st.sampled_from([*SECRETS, *ORDINARY, "NAS", "\n", " "]), max_size=4))
def test_nothing_secret_is_left_in_a_masked_text(parts: list[str]) -> None:
    text = "\n".join(parts)
    assert not is_secret(masked(text))
    assert masked(text) == text or is_secret(text)


def test_what_stands_beside_a_secret_is_left() -> None:
    assert masked("NAS\nmdp: un deux\nBureau 12") == f"NAS\n{MASK}\nBureau 12"
    assert masked("Licence VK7JG-NPHTM-C97JM-9MPGT-3V66T, 3 postes") == f"Licence {MASK} 3 postes"


VAULTS = {
    "Bitwarden": """
        folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp
        IT,,login,Odoo,son chien medor,PIN 9999,0,https://odoo.com,marie,geheim,JBSWY3
        IT,,login,OVH,admin azerty,,0,https://ovh.com,jean,geheim,
        """,
    "KeePass": """
        Account,Login Name,Password,Web Site,Comments
        Odoo,marie,geheim,https://odoo.com,son chien medor
        OVH,jean,geheim,https://ovh.com,admin azerty
        """,
    "KeePassXC": """
        Group,Title,Username,Password,URL,Notes,TOTP,Icon
        Racine,Odoo,marie,geheim,https://odoo.com,son chien medor,,0
        Racine,OVH,jean,geheim,https://ovh.com,admin azerty,JBSWY3,0
        """,
    "1Password": """
        Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes
        Odoo,https://odoo.com,marie,geheim,,false,false,it,son chien medor
        OVH,https://ovh.com,jean,geheim,JBSWY3,false,false,,admin azerty
        """,
    "LastPass": """
        url,username,password,totp,extra,name,grouping,fav
        https://odoo.com,marie,geheim,JBSWY3,son chien medor,Odoo,IT,0
        https://ovh.com,jean,geheim,,admin azerty,OVH,IT,0
        """,
    "": """
        Application;Fournisseur;Type;Login;Mot de passe;Truc;Équipe;Lien
        Odoo;Odoo SA;Logiciel;marie;geheim;son chien medor;Vente;https://odoo.com
        OVH;OVH;SaaS;jean;geheim;admin azerty;Vente;https://ovh.com
        """,
    "German": """
        Anwendung;Anbieter;Benutzername;Passwort;Notiz
        Odoo;Odoo SA;marie;geheim;son chien medor
        OVH;OVH;jean;geheim;admin azerty
        """,
    "Dutch": """
        Toepassing;Leverancier;Gebruikersnaam;Wachtwoord;Opmerking
        Odoo;Odoo SA;marie;geheim;son chien medor
        OVH;OVH;jean;geheim;admin azerty
        """,
}


@pytest.mark.parametrize("tool", VAULTS)
def test_nothing_of_a_vault_but_names_comes_into_a_map(tool: str) -> None:
    proposal = propose([table(VAULTS[tool])], catalogue=False)
    made = proposal.apply(Landscape())
    assert {found.name for found in made.assets.values()} >= {"Odoo", "OVH"}
    said = str(made)
    for secret in ("geheim", "medor", "azerty", "9999", "JBSWY3", "marie"):
        assert secret not in said
    assert _note(proposal, NoteKind.SECRETS_LEFT_OUT)
    assert proposal.sheets[0].rows_used == 2


def test_what_is_harmless_in_a_vault_is_kept() -> None:
    made = propose([table(VAULTS[""])], catalogue=False).apply(Landscape())
    assert one(made, "Odoo").owner == "Vente"
    assert one(made, "Odoo").custom["Lien"] == "https://odoo.com"


def test_a_column_of_bank_accounts_is_told_once() -> None:
    text = (
        "Fournisseur;N° TVA;Compte\nAlpha;BE0202239951;BE68 5390 0754 7034\nBeta;;BE68539007547034"
    )
    proposal = propose([table(text, "fournisseurs.csv")], catalogue=False)
    assert _note(proposal, NoteKind.SECRETS_LEFT_OUT) == "Compte"
    assert not proposal.problems
    assert "5390" not in str(proposal.apply(Landscape()))


def test_identifiers_without_sense_are_kept() -> None:
    text = "sys_id;Name;Vendor\n5f4dcc3b5aa765d61d8327deb882cf99;CRM;Alpha"
    made = propose([table(text)], catalogue=False).apply(Landscape())
    assert one(made, "CRM").custom == {"sys_id": "5f4dcc3b5aa765d61d8327deb882cf99"}


def _note(proposal: Proposal, kind: NoteKind) -> str:
    return next(note.subject for note in proposal.notes if note.kind is kind)


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
