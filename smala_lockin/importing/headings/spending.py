"""What money goes to that is no technology: wages, taxes, rent, food."""

import re
from functools import lru_cache

from smala_lockin.importing.headings.plain_services import is_plain_service
from smala_lockin.importing.values.plain import (
    has_legal_form,
    has_word,
    phrases_of,
    plain_words,
    words_of,
)

_WAGES = words_of(
    "salary salaries wage wages salaire salaires remuneration remunerations appointements "
    "loon lonen wedde wedden gehalt gehalter lohn lohne"
)
_SPENT = phrases_of(
    "vat|tva|btw|mwst|tax|taxes|corporate tax|impot|impots|belasting|belastingen|steuer|steuern|"
    "precompte|precompte professionnel|bedrijfsvoorheffing|onss|rsz|social security|"
    "cotisations sociales|sociale bijdragen|dividend|dividende|dividenden|loan|pret|lening|"
    "credit|remboursement|refund|drinks|food|lunch|lunches|dinner|restaurant|restaurants|"
    "boissons|repas|dejeuner|drank|dranken|eten|maaltijd|broodjes|getranke|essen|coffee|koffie|"
    "cadeaux|gifts|geschenken|parking|train|trein|taxi|hotel|hotels|travel|voyage|reizen|"
    "pension|pensioen|bonus|note de frais|notes de frais|expenses|onkosten|spesen"
)
_NOT_OURS = re.compile(
    r"\b(?:not|no|pas|hors|non|geen|niet|kein|keine)\s+(?:de l['’])?(?:IT|ICT|informatique)\b",
    re.IGNORECASE,
)


def pays_wages(text: str) -> bool:
    """Whether the text of a payment says that it is somebody's pay: "SALARY OCT"."""
    return has_word(text, _WAGES)


@lru_cache(maxsize=20_000)
def is_no_technology(text: str) -> bool:
    """Whether what somebody wrote beside a payment is no service that runs on technology."""
    words = plain_words(text)
    only_wages = bool(words) and _WAGES.issuperset(words.split())
    return only_wages or words in _SPENT or bool(_NOT_OURS.search(text)) or is_plain_service(text)


def is_person(name: str) -> bool:
    """Whether whoever is paid bears the name of a person, as far as a name can show it."""
    words = name.split()
    named = _FEWEST_WORDS <= len(words) <= _MOST_WORDS
    return named and not has_legal_form(name) and all(map(_WORD_OF_NAME.fullmatch, words))


_FEWEST_WORDS, _MOST_WORDS = 2, 5
_WORD_OF_NAME = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*\.?")
