"""Suppliers that lists of payments name, and nothing else does: taken or left one by one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.i18n import _
from smala_lockin.importing.matching.agreement import Agreement
from smala_lockin.importing.matching.linking import Edge
from smala_lockin.importing.rows.drafts import Draft
from smala_lockin.importing.values.plain import plain_words, words_of
from smala_lockin.knowledge import catalogue

_TECHNOLOGY = words_of(
    """
    informatique informatiques informatica edv ict computer computers computing software logiciel
    logiciels telecom telecoms telecommunication telecommunications telecommunicatie telephonie
    telefonie telephone telefon gsm mobilophonie internet web website cloud hosting hebergement
    datacenter datacentre digital digitale numerique reseau reseaux netwerk netwerken netzwerk
    cyber cybersecurity cybersecurite server servers serveur serveurs saas technologies technology
    technologie data databases broadband bureautique copieur copieurs copier copiers imprimantes
    infogerance it
    """
)
"""Words of names and of accounts by which a supplier is one of technology."""

_BRANCHES = words_of(
    """
    ltd limited plc llc inc gmbh sa nv srl bv sprl sas sarl uk gb eu emea europe european belgium
    belgique belgie nederland netherlands france luxembourg deutschland ireland benelux
    international corporate group groupe holding services service solutions business online mobile
    operations enterprise systems sales direct communications retail
    """
)
_FEW = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Payee:
    """A supplier that only payments name; `total` is what was paid, in words.

    `is_technology`: the catalogue knows it, or its name or the account it is paid from says so.
    `is_proposed`: it is taken unless somebody leaves it. In short lists all are.
    """

    name: str
    total: str
    is_technology: bool
    is_proposed: bool


def payees_of(paid: Iterable[Draft], edges: Iterable[Edge]) -> dict[Draft, Payee]:
    """Return the new suppliers that were paid and that nothing else in the files speaks of.

    Those that are proposed come first, else they stand as in the files.
    """
    paid = list(dict.fromkeys(paid))
    if not paid:
        return {}
    linked = {id(end) for edge in edges for end in (edge.source, edge.target)}
    found = [
        draft
        for draft in paid
        if draft.existing is None and draft.kind is AssetKind.SUPPLIER and id(draft) not in linked
    ]
    known = {draft: _is_technology(draft) for draft in found}
    are_few = sum(not told for told in known.values()) <= _FEW
    payees = {
        draft: Payee(
            name=draft.name,
            total=draft.custom.get(_("Sum"), ""),
            is_technology=told,
            is_proposed=told or are_few,
        )
        for draft, told in known.items()
    }
    return dict(sorted(payees.items(), key=lambda one: not one[1].is_proposed))


def leave_out(payees: Iterable[Draft], agreement: Agreement) -> int:
    """Let the suppliers that somebody leaves out be as if no file named them; count them."""
    left = [draft for draft in payees if draft.name in agreement.left_out]
    for draft in left:
        draft.said = False
    return len(left)


def _is_technology(draft: Draft) -> bool:
    if catalogue.knows(draft.name) or catalogue.knows(_without_branch(draft.name)):
        return True
    texts = [draft.name, *draft.custom.values()]
    return any(not _TECHNOLOGY.isdisjoint(_words(text)) for text in texts)


def _without_branch(name: str) -> str:
    """A name without what says which branch of a company it is: "Vodafone Corporate Ltd"."""
    words = re.split(r"[\s(),/-]+", name)
    return " ".join(word for word in words if plain_words(word) not in _BRANCHES)


def _words(text: str) -> Iterable[str]:
    """The words of a text; "it" is one of them where it is written large."""
    words = plain_words(text).split()
    return words if " IT " in f" {text} " else (word for word in words if word != "it")
