"""How often an amount is due: "Monthly", "par trimestre", "2 x per jaar"."""

import re
from functools import lru_cache

from smala_lockin.importing.values.plain import plain_words

_TIMES = (
    (
        1,
        r"annee|annuel\w*|an|ans|year|years|yearly|annual|annually|annum|jaar|jaarlijks\w*|jahr|jahrlich\w*",
    ),
    (2, r"semestre|semestriel\w*|half year\w*|biannual\w*|halfjaar\w*|halbjahr\w*"),
    (4, r"trim|trimestre|trimestriel\w*|quarter|quarterly|kwartaal\w*|quartal\w*|vierteljahr\w*"),
    (12, r"mois|mensuel\w*|month|months|monthly|maand\w*|monat\w*"),
    (52, r"semaine|hebdomadaire\w*|week|weekly|wekelijks\w*|woche|wochentlich\w*"),
)
_PERIODS = tuple((times, re.compile(rf"\b(?:{words})\b")) for times, words in _TIMES)
_SPAN = re.compile(r"\b(?:last|past|derniers?|dernieres?|laatste|letzten?|\d+) ?\d*\b")


@lru_cache(maxsize=4096)
def times_a_year(text: str) -> int | None:
    """Return how many times a year what a text says comes round; None where it does not say.

    "The last 12 months" are a span, and say nothing of the kind; nor do two periods at once.
    """
    words = plain_words(text)
    if _SPAN.search(words):
        return None
    found = {times for times, known in _PERIODS if known.search(words)}
    return found.pop() if len(found) == 1 else None
