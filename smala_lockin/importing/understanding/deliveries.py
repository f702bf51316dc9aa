"""What suppliers deliver, said in a column of their list: "Wat leveren ze?", "Fournit".

Such a list is of all sorts of suppliers. What technology they deliver is a thing of its own;
anything else, timber or cleaning, is what its supplier does.
"""

import re
from collections.abc import Container
from dataclasses import replace
from functools import lru_cache

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.headings.kind_words import kind_by_head, kind_by_tail, sounds_online
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.plain_services import is_plain_service
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import phrases_of, plain_words, words_of
from smala_lockin.knowledge import catalogue
from smala_lockin.knowledge.vendors import VendorKind

_HEADERS = phrases_of(
    "fournit|fournit quoi|fournissent|que fournit il|que fournissent ils|ce qu il fournit|"
    "ce qu ils fournissent|fourniture|fournitures|ce qu il livre|livre quoi|quoi|"
    "wat|wat levert|wat levert hij|wat leveren ze|wat leveren zij|wat levert men|wat ze leveren|"
    "levert|levert wat|leveren|levering|leveringen|geleverd|"
    "what|what they supply|what do they supply|what they deliver|what do they deliver|"
    "what do they provide|what they provide|supplies|delivers|provides|supplied items|"
    "was|was liefern sie|was liefert er|liefert|liefern|liefert was|lieferung|lieferungen"
)
_ENOUGH = 0.5
_FOUND = 0.6
_NOT_BESIDE = frozenset(
    {Meaning.NAME, Meaning.SUBJECT, Meaning.SOURCE, Meaning.PROCESS, Meaning.PAYMENT}
)


def with_deliveries(
    layout: Layout, columns: tuple[Column, ...], chosen: Container[str]
) -> tuple[Column, ...]:
    """Let what suppliers deliver name things, where any of it is technology."""
    held = {one.meaning for one in columns}
    named = any(one.meaning is Meaning.SUPPLIER and not one.reference for one in columns)
    if not named or held & _NOT_BESIDE:
        return columns
    for place, one in enumerate(columns):
        free = one.meaning in (None, Meaning.DESCRIPTION) and one.header not in chosen
        if not (free and plain_words(one.header) in _HEADERS):
            continue
        if any(map(is_technology, layout.columns[one.index].texts)):
            named_by = replace(one, meaning=Meaning.NAME, confidence=_FOUND)
            return (*columns[:place], named_by, *columns[place + 1 :])
    return columns


def tells_deliveries(column: Column) -> bool:
    """Whether a column names what suppliers deliver, and nobody chose it for names of things."""
    return column.confidence <= _FOUND and plain_words(column.header) in _HEADERS


@lru_cache(maxsize=20_000)
def is_technology(text: str) -> bool:
    """Whether words say that something is technology, or name a product that is known.

    So does a name written as those of programs alone are: "CarCube", "eBlox".
    """
    words = plain_words(text).split()
    if not words or is_plain_service(text):
        return False
    if kind_by_head(text) in _DEVICES or kind_by_tail(text) in _DEVICES or sounds_online(text):
        return True
    if not _WORDS.isdisjoint(words) or _PARTS.search(" ".join(words)):
        return True
    if _WRITTEN.search(_LEGAL_FORMS.sub(" ", text)):
        return True
    return any(one.kind is VendorKind.SERVICE for one in catalogue.find_within(text))


_DEVICES = (AssetKind.INFRASTRUCTURE, AssetKind.AI_SERVICE)
_WORDS = words_of(
    """
    logiciel logiciels programme programmes program programs programma app apps application
    applications applicatie applicaties anwendung anwendungen plateforme plateformes platform
    portail portal portaal saas erp crm tms wms mes gmao ged dms edi pos cao cad api site web
    messagerie mail mails e-mail email domaine domein domain domains hebergement serveur serveurs
    reseau nom-de-domaine antivirus firewall wifi gsm voip fibre glasvezel glasfaser informatique
    ict data sauvegarde back-up backup caisse kassa pc
    """
)
_PARTS = re.compile(
    r"software|computer|server\b|servers\b|netwerk|netzwerk|network|internet|telefon|telephon|"
    r"licenti|licence|license|lizenz|hosting|website|webshop|webwinkel|cloud|online|camera|"
    r"printer|drucker|copieur|digital|digitaal|planning\w* \w|\wplanning|database|databank|"
    r"datenbank|terminal"
)
"""What compounds hold: "boordcomputers", "loonsoftware", "routeplanning"."""

_WRITTEN = re.compile(r"[a-z][A-Z]|[A-Za-z]365\b|\b365\b")
_LEGAL_FORMS = re.compile(r"\b(?:GmbH|gGmbH|SpA|ApS|SàRL)\b")
