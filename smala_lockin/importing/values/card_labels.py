"""What statements of cards print beside an amount: "GOOGLE*WORKSPACE", "CANVA* 04412 DUBLIN IRL".

Such a label is the name of who was paid, cut short, with codes and places behind it.
"""

import re
from functools import lru_cache

from smala_lockin.importing.values.places import is_city
from smala_lockin.importing.values.plain import plain_words, words_of
from smala_lockin.knowledge import catalogue

_STARRED = re.compile(r"\w ?\* ?\w")
_BETWEEN = words_of(
    "paypal pp sq square sumup zettle izettle stripe mollie adyen klarna ccv payplug lemonway "
    "lyf fs fsprg 2co paddle gocardless sp worldline buckaroo multisafepay"
)
"""What stands before the star where it only carries the money to who stands behind it."""

_COUNTRIES = words_of(
    "be bel nl nld fr fra de deu lu lux ie irl gb gbr uk us usa es esp it ita at aut ch che pl pol "
    "se swe dk dnk fi fin ee est cz cze pt prt lt ltu mt mlt cy cyp au aus ca can"
)
_SITE = re.compile(r"(?i)\.(?:com|net|org|io|app|ai|us|eu|be|fr|nl|de|co)(?:/\S*)?$")
_FEE = re.compile(
    r"(?:frais|commissions?|cotisation (?:carte|annuelle)|interets?|retraits?|kosten|kaartkosten|"
    r"bijdrage kaart|geldopname|bank charges?|card fees?|annual card|fees?|interests?|"
    r"cash withdrawal|gebuhr|kartengebuhr|zinsen|bargeld)\b"
)
_PRIVATE = re.compile(
    r"(?:(?:achats?|depenses?|usage|frais|compte|aankoop|uitgave|purchase|expense|kauf)s? )?"
    r"(?:privee?s?|perso|personnels?|personal|private?)(?: (?:purchase|expense|aankoop|kauf))?"
)


def is_starred(text: str) -> bool:
    """Whether a star stands between two words of a text, as in labels of statements."""
    return "*" in text and bool(_STARRED.search(text))


@lru_cache(maxsize=20_000)
def name_in_label(label: str) -> str:
    """Return the name that a label holds: the catalogue's where it is known for certain."""
    head, star, tail = (part.strip() for part in label.partition("*"))
    carried = plain_words(head) in _BETWEEN and any(map(str.isalpha, tail))
    wanted = [tail] if carried else [f"{head} {tail}".strip(), tail, head] if star else [head]
    shortened = list(map(_shortened, filter(None, wanted)))
    known = (name for texts in shortened for text in texts if (name := _known(text)))
    return next(known, None) or next((texts[-1] for texts in shortened), label)


def is_fee(label: str) -> bool:
    """Whether a label is that of a fee of the bank or the card, or of cash."""
    return bool(_FEE.match(plain_words(label)))


def says_private(text: str) -> bool:
    """Whether a remark says plainly, and does not ask, that a purchase was private."""
    return "?" not in text and bool(_PRIVATE.fullmatch(plain_words(text)))


def _known(text: str) -> str | None:
    match = catalogue.find(text) or catalogue.find(_SITE.sub("", text))
    return match.vendor.name if match and match.certain else None


def _shortened(text: str) -> list[str]:
    """A text, and what is left of it without one more code or place at its end each time."""
    words = text.split()
    found = [" ".join(words)]
    while len(words) > 1 and _is_added(words[-1]):
        words.pop()
        found.append(" ".join(words))
    return found


def _is_added(word: str) -> bool:
    plain = plain_words(word)
    return any(map(str.isdigit, word)) or plain in _COUNTRIES or is_city(plain) or not plain
