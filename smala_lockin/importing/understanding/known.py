"""The exports of tools that many companies have, recognised by their headers.

What a header alone cannot say is written here: a column called `dependency` that holds a score,
a code in the place of a name, a licence key that nobody wants in a map.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.headings.meanings import THREATS, Meaning
from smala_lockin.importing.understanding.dora import find_part
from smala_lockin.importing.values.plain import phrases_of, plain_words

_M = Meaning
_BRACKETS = re.compile(r"\([^)]*\)")
_ROWS_SEARCHED = 12
DORA = "DORA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A sheet of a known tool; headers as `plain_words` leaves them.

    `sort` is the value of a `RowSort`, None to find it out. `references` hold identifiers of
    what they mean, `ignored` are left out.
    """

    tool: str
    headers: frozenset[str]
    sort: str | None = None
    meanings: Mapping[str, Meaning | None] = field(default_factory=dict)
    references: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A table that a known tool wrote; columns go by index, `header_row` as Excel numbers it.

    `is_idle` says that this sheet of the tool tells nothing about dependencies.
    """

    tool: str
    header_row: int
    sort: str | None = None
    meanings: Mapping[int, Meaning | None] = field(default_factory=dict)
    references: frozenset[int] = frozenset()
    ignored: frozenset[int] = frozenset()
    is_idle: bool = False


def recognise(table: Table) -> Recognised | None:
    """Return the tool that wrote a table; None where none is known by its headers."""
    for place, row in enumerate(table.rows[:_ROWS_SEARCHED]):
        if found := _dora(table, place, row):
            return found
        words = [_header_words(str(cell)) if cell is not None else "" for cell in row]
        held = set(words)
        for known in _KNOWN:
            if known.headers <= held:
                return Recognised(
                    tool=known.tool,
                    header_row=table.first_row + place,
                    sort=known.sort,
                    meanings={
                        index: known.meanings[word]
                        for index, word in enumerate(words)
                        if word in known.meanings
                    },
                    references=frozenset(
                        index for index, word in enumerate(words) if word in known.references
                    ),
                    ignored=frozenset(
                        index for index, word in enumerate(words) if word in known.ignored
                    ),
                )
    return None


def _header_words(text: str) -> str:
    """A header without what stands in brackets, such as a currency."""
    return plain_words(_BRACKETS.sub(" ", text))


def _dora(table: Table, place: int, row: Row) -> Recognised | None:
    part = find_part(table, place, row)
    if part is None:
        return None
    return Recognised(
        tool=DORA,
        header_row=table.first_row + part.header,
        sort=part.sort,
        meanings=part.meanings,
        references=part.references,
        is_idle=part.sort is None,
    )


_SCORES: Mapping[str, Meaning | None] = {
    **{factor: meaning for meaning, factor in THREATS.items()},
    **dict.fromkeys(("domain", "mission")),
}
_KNOWN = (
    Known(
        tool="CISO Assistant",
        headers=phrases_of("ref id|name|parent entity ref id"),
        sort="supplier",
        meanings=_SCORES,
    ),
    Known(tool="CISO Assistant", headers=phrases_of("ref id|name|provider entity ref id")),
    Known(
        tool="GLPI",
        headers=phrases_of("nom|entite|lieu|statut"),
        sort="asset",
        meanings={"nom": _M.NAME, "entite": None, "statut": None, "fabricant": _M.MAKER},
    ),
    Known(
        tool="GLPI",
        headers=phrases_of("nom|entite|numero d inventaire"),
        sort="asset",
        meanings={"nom": _M.NAME, "entite": None, "statut": None, "fabricant": _M.MAKER},
    ),
    Known(
        tool="GLPI",
        headers=phrases_of("nom|entite|logiciels"),
        sort="asset",
        meanings={
            "nom": _M.NAME,
            "entite": None,
            "statut": None,
            "logiciels": None,
            "editeur": _M.SUPPLIER,
            "nombre": _M.LICENCES_BOUGHT,
            "type": None,
        },
        ignored=frozenset({"numero de serie"}),
    ),
    Known(
        tool="GLPI",
        headers=phrases_of("nom|entite|type de contrat"),
        sort="asset",
        meanings={"nom": _M.NAME, "entite": None, "statut": None, "type de contrat": None},
    ),
    Known(
        tool="GLPI",
        headers=phrases_of("nom|entite|editeur"),
        sort="asset",
        meanings={"nom": _M.NAME, "entite": None, "editeur": _M.SUPPLIER},
    ),
    Known(
        tool="KeePass",
        headers=phrases_of("account|login name|password|web site|comments"),
        sort="asset",
        meanings={"account": _M.NAME, "login name": _M.PERSON, "comments": _M.SECRET},
    ),
    Known(
        tool="KeePassXC",
        headers=phrases_of("group|title|username|password|url"),
        sort="asset",
        meanings={"title": _M.NAME, "group": None, "notes": _M.SECRET},
    ),
    Known(
        tool="Bitwarden",
        headers=phrases_of("type|name|login uri|login username|login password"),
        sort="asset",
        meanings={
            "name": _M.NAME,
            "type": None,
            "folder": None,
            "collections": None,
            "login uri": None,
            "notes": _M.SECRET,
            "fields": _M.SECRET,
        },
        ignored=phrases_of("favorite|reprompt"),
    ),
    Known(
        tool="LastPass",
        headers=phrases_of("url|username|password|extra|name|grouping"),
        sort="asset",
        meanings={"name": _M.NAME, "extra": _M.SECRET, "grouping": None},
        ignored=frozenset({"fav"}),
    ),
    Known(
        tool="1Password",
        headers=phrases_of("title|url|username|password|otpauth"),
        sort="asset",
        meanings={"title": _M.NAME, "notes": _M.SECRET, "tags": None},
        ignored=phrases_of("favorite|archived"),
    ),
    Known(tool="i-doit", headers=phrases_of("objekttyp|objektname")),
    Known(
        tool="ServiceNow cmdb_rel_ci",
        headers=phrases_of("parent|type|child"),
        sort="relation",
        meanings={"parent": _M.SOURCE, "child": _M.TARGET, "type": _M.KIND},
    ),
    Known(
        tool="ServiceNow cmdb_ci",
        headers=phrases_of("name|sys class name"),
        sort="asset",
        meanings={
            "name": _M.NAME,
            "sys class name": _M.KIND,
            "vendor": _M.SUPPLIER,
            "manufacturer": _M.MAKER,
            "owned by": _M.OWNER,
            "support group": None,
            "operational status": None,
            "install status": None,
            "asset tag": None,
        },
    ),
    Known(
        tool="ServiceNow cmdb_ci",
        headers=phrases_of("name|class|manufacturer|business criticality"),
        sort="asset",
        meanings={"class": _M.KIND, "manufacturer": _M.MAKER},
    ),
    Known(
        tool="Snipe-IT",
        headers=phrases_of("item name|asset tag|category"),
        sort="asset",
        meanings={"item name": _M.NAME, "purchase cost": None, "company": None},
    ),
    Known(
        tool="Snipe-IT",
        headers=phrases_of("asset name|asset tag|category|model"),
        sort="asset",
        meanings={"asset name": _M.NAME, "purchase cost": None, "company": None},
    ),
    *(
        Known(
            tool="Snipe-IT",
            headers=frozenset({name, key, "expiration date"}),
            sort="asset",
            meanings={
                name: _M.NAME,
                "manufacturer": _M.SUPPLIER,
                "expiration date": _M.CONTRACT_END,
                "licensed to name": _M.PERSON,
                "licensed to email": _M.PERSON,
                "total": _M.USERS,
                "seats": _M.USERS,
                "category": None,
                "purchase cost": None,
                "company": None,
            },
            ignored=frozenset({key}),
        )
        for name in ("name", "item name", "license name", "license")
        for key in ("product key", "serial")
    ),
    Known(
        tool="Azure",
        headers=phrases_of("meter category|subscription name|resource group|publisher name"),
        sort="bill_line",
        meanings={
            "meter category": _M.NAME,
            "publisher name": _M.SUPPLIER,
            "cost in billing currency": _M.COST,
            "pre tax cost": _M.COST,
            "cost": _M.COST,
            "billing currency code": _M.CURRENCY,
            "billing currency": _M.CURRENCY,
            "date": _M.PAYMENT,
            "resource location": _M.HOSTING,
            **dict.fromkeys(
                ("product name", "product", "quantity", "unit price", "service family")
            ),
        },
    ),
    *(
        Known(
            tool="Azure",
            headers=frozenset({name, day, cost}),
            sort="bill_line",
            meanings={
                name: _M.NAME,
                cost: _M.COST,
                day: _M.PAYMENT,
                "cost usd": None,
                "resource location": _M.HOSTING,
                "emplacement ressource": _M.HOSTING,
                "emplacement de la ressource": _M.HOSTING,
                "publisher name": _M.SUPPLIER,
                "publisher": None,
            },
        )
        for name, day, cost in (
            ("service name", "usage date", "cost"),
            ("service name", "usage date", "pre tax cost"),
            ("meter category", "usage date", "cost"),
            ("nom service", "date utilisation", "cout"),
            ("nom du service", "date d utilisation", "cout"),
        )
    ),
    Known(
        tool="Amazon Web Services",
        headers=phrases_of("product code|product name|usage type|seller of record"),
        sort="bill_line",
        meanings={
            "product name": _M.NAME,
            "product code": None,
            "record type": None,
            "seller of record": _M.SUPPLIER,
            "total cost": _M.COST,
            "cost before tax": None,
            "currency code": _M.CURRENCY,
            "usage start date": _M.PAYMENT,
        },
    ),
    Known(
        tool="Amazon Web Services",
        headers=phrases_of(
            "line item product code|line item unblended cost|product product name|"
            "bill billing entity"
        ),
        sort="bill_line",
        meanings={
            "product product name": _M.NAME,
            "line item product code": None,
            "bill billing entity": _M.SUPPLIER,
            "line item legal entity": None,
            "line item unblended cost": _M.COST,
            "line item currency code": _M.CURRENCY,
            "line item usage start date": _M.PAYMENT,
            "product region": _M.HOSTING,
            "product region code": _M.HOSTING,
        },
    ),
    Known(
        tool="Amazon Web Services",
        headers=phrases_of("line item product code|line item unblended cost"),
        sort="bill_line",
        meanings={
            "line item product code": _M.NAME,
            "line item legal entity": _M.SUPPLIER,
            "line item unblended cost": _M.COST,
            "line item currency code": _M.CURRENCY,
            "line item usage start date": _M.PAYMENT,
            "product region": _M.HOSTING,
            "product region code": _M.HOSTING,
        },
    ),
    Known(
        tool="Google Cloud",
        headers=phrases_of("service description|sku description|usage start date|cost"),
        sort="bill_line",
        meanings={
            "service description": _M.NAME,
            "sku description": None,
            "cost": _M.COST,
            "usage start date": _M.PAYMENT,
        },
    ),
    Known(
        tool="Google Cloud",
        headers=phrases_of("project name|service description|sku description|cost"),
        sort="bill_line",
        meanings={
            "service description": _M.NAME,
            "service id": None,
            "sku description": None,
            "cost": _M.COST,
        },
    ),
    Known(
        tool="Intune",
        headers=phrases_of("application name|application publisher|device count"),
        sort="asset",
        meanings={
            "application id": None,
            "application name": _M.NAME,
            "application publisher": _M.SUPPLIER,
            "device count": _M.UNITS,
            "platform": None,
        },
    ),
    Known(
        tool="FOCUS",
        headers=phrases_of("billed cost|service name|provider name|charge period start"),
        sort="bill_line",
        meanings={
            "service name": _M.NAME,
            "provider name": _M.SUPPLIER,
            "publisher name": _M.SUPPLIER,
            "billed cost": _M.COST,
            "billing currency": _M.CURRENCY,
            "charge period start": _M.PAYMENT,
        },
    ),
)
