"""What lists say in passing, in a column of remarks: "contract tot 31/12/2026".

Only what says so word for word is read, where no column of its own does.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from smala_lockin.domain.reads import Read
from smala_lockin.importing.headings.common_words import REMARKS
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.moments import read_date
from smala_lockin.importing.values.plain import plain_words
from smala_lockin.importing.values.spans import read_hours

_PAPERS = r"(?:contrat|contract|vertrag|abonnement|abo|licence|license|licentie|lizenz)"
_UNTIL = (
    r"(?:af(?: op)?|jusqu['’ ]?(?:au|à|a)|échéance|expire(?: le)?|fin(?: le)?|tot(?: en met)?|t/m|"
    r"vervalt(?: op)?|eindigt(?: op)?|until|till|expires(?: on)?|ends(?: on)?|"
    r"bis(?: zum)?|endet(?: am)?)"
)
_END = re.compile(
    rf"\b{_PAPERS}\b(?: (?:loopt|court|valable|valide|geldig|runs|valid|läuft|gültig))?"
    rf" ?:? ?{_UNTIL}\s*:?\s*(?P<day>\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})(?!\d)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:préavis|preavis|opzeg|opzegtermijn|opzegging|notice|notice period|kündigungsfrist|"
    r"kündigung)\b(?: (?:de|of|van|von|is|est|ist))?\s*:?\s*"
    r"(?P<span>\d{1,3}\s*(?:mois|months?|maand(?:en)?|mnd|monate?n?|jours?|days?|dag(?:en)?|"
    r"tage?n?|semaines?|weeks?|week|weken|wochen?))\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d[-/.]\d")
_NOTICES = ("avis", "opzeg", "notice", "kündig")
"""What no remark about a notice is without: those of most lists are looked at no closer."""

_DAY_HOURS = 24.0
_ON = re.compile(
    r"\b(?:tourne|h[ée]berg[ée]e?s?|install[ée]e?s?|runs|running|hosted|installed|draait|gehost|"
    r"ge[iï]nstalleerd|l[äa]uft|gehostet|installiert)\s+(?:sur|on|op|auf)\s+"
    r"(?P<named>[^,;:()\n]{2,80})",
    re.IGNORECASE,
)
_BEARS = re.compile(
    r"\b(?:h[ée]berge|hosts|fait tourner|beherbergt)\s+(?!sur\b|on\b|op\b|auf\b)"
    r"(?P<named>[^,;:()\n]{2,80})",
    re.IGNORECASE,
)


def holds_remarks(column: Column) -> bool:
    """Whether a column that fills no fact is headed as remarks are."""
    return column.meaning is None and plain_words(column.header) in REMARKS


_BEARING = ("tourne", "berg", "install", "nstalleer", "run", "host", "draait", "lauft", "läuft")
"""What no remark about what runs on what is without."""

_SIGN = re.compile("|".join(_BEARING))
_SEVERAL = re.compile(r"\s+(?:et|and|en|und|[-–+&])\s+|\s*[/+]\s*")


_NOT_SO = re.compile(
    r"\b(?:plus|pas|not|longer|niet|nicht|sera|seront|was|were|était|etait|anciennement|formerly|"
    r"vroeger|früher|will be|to be|wordt|werd|wird|wurde|avant)(?:\s\w+)?\s*$",
    re.IGNORECASE,
)
"""What stands before what a remark denies, or says of another time."""


class Bearing(NamedTuple):
    """A name that a remark says to run on what its row is about (`flipped`), or to bear it."""

    name: str
    flipped: bool


def bearings_in(texts: Sequence[str]) -> list[tuple[Bearing, ...]]:
    """Return what each of some remarks says of what runs on what: "tourne sur SRV-1"."""
    found: list[tuple[Bearing, ...]] = [()] * len(texts)
    folded = [text.casefold() for text in texts]
    said = "\n".join(folded)
    if any(word in said for word in _BEARING):
        ends = list(accumulate(len(text) + 1 for text in folded))
        for place in {bisect_right(ends, match.start()) for match in _SIGN.finditer(said)}:
            found[place] = _bearing_in(texts[place])
    return found


def _bearing_in(text: str) -> tuple[Bearing, ...]:
    found: list[Bearing] = []
    for pattern in (_ON, _BEARS):
        for match in pattern.finditer(text):
            if _NOT_SO.search(text[: match.start()]):
                continue
            named = match["named"].strip(" .!-–")
            flipped = pattern is _BEARS
            found += [Bearing(one.strip(), flipped) for one in _SEVERAL.split(named)]
    return tuple(found)


def said_in_passing(texts: Sequence[str], meaning: Meaning) -> list[Read | None]:
    """Return what each of some remarks says of the end of a contract, or of its notice."""
    whole = "\n".join(texts)
    if meaning is Meaning.CONTRACT_END:
        return list(map(_end_in, texts)) if _DAY.search(whole) else [None] * len(texts)
    said = whole.casefold()
    noticed = any(word in said for word in _NOTICES)
    return list(map(_notice_in, texts)) if noticed else [None] * len(texts)


SAID = (Meaning.CONTRACT_END, Meaning.NOTICE)
"""What remarks are read for."""


def _end_in(text: str) -> Read | None:
    found = _END.search(text)
    day = read_date(found["day"]) if found else None
    return Read("contract_end", day, text) if day else None


def _notice_in(text: str) -> Read | None:
    found = _NOTICE.search(text)
    hours = read_hours(found["span"]) if found else None
    return Read("notice_days", round(hours / _DAY_HOURS), text) if hours else None
