"""Names written not quite as the catalogue has them: with a plan or a country, or with a slip.

What is found so is a question to a person ("is this ...?"), and never certain.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from smala_lockin.knowledge import catalogue, in_force, spelling
from smala_lockin.knowledge.catalogue import Match
from smala_lockin.knowledge.vendors import VendorId

_GENERIC = (
    "abo abonnement abonnements account applicatie application cle compte comptes contrat "
    "contract factuur facture l la le les licence licences license licenses licentie licenties "
    "logiciel maintenance onderhoud outil pakket plateforme programma software solution "
    "subscription suite"
)
_IN_FRONT = frozenset(_GENERIC.split())
_PLANS_AND_PLACES = (
    "annuel be belgie belgique belgium benelux basic business cloud e1 e3 e5 edition enterprise "
    "entreprise entreprises f1 f3 gebruikers international jaarlijks logicielle mensuel online "
    "p1 p2 plan plus premium pro professional professionnel saas server serveur standard starter "
    "user users utilisateurs version"
)
_BEHIND = _IN_FRONT | frozenset(_PLANS_AND_PLACES.split())
_IN_FULL = {"ms": "microsoft"}
_LONG_NAME, _LONG_WORD = 6, 5
_MOST_WORDS, _MOST_LETTERS = 8, 80


def glance(texts: Iterable[str]) -> list[bool]:
    """Return for each text whether it may be a name of the catalogue, or near one, at a glance.

    Else its digits are not those of a name, perhaps with those of a plan behind it such as "E3".
    So it is with most things that a list numbers.
    """
    known = catalogue.digits_of_names()
    texts = list(texts)
    return [
        one in known or (one[-1:] in _OF_PLANS and _is_of_plan(one, text, known))
        for one, text in zip(spelling.digits_of(texts), texts, strict=True)
    ]


def _is_of_plan(digits: str, text: str, known: Container[str]) -> bool:
    """Whether the digits of a text are those of a name with those of a plan behind them."""
    if not _NUMBERED_PLAN.search(spelling.folded(text)):
        return False
    while digits not in known:
        if digits[-1:] not in _OF_PLANS:
            return False
        digits = digits[:-1]
    return True


def find_near(text: str) -> Match | None:
    """Return what a text that is no name of the catalogue most likely means, never certain.

    Words such as "licences" in front and "Business", "E3" or "Belgique" behind are looked past;
    else one slip is forgiven - a letter too many, too few, wrong, or two that changed places -
    in a name of six letters or more, or in any word of five or more. The first letter and all
    digits are as they are, and short names and ordinary words are never guessed: "Box palettes"
    is nobody, and so is "Orange mécanique".
    """
    if not all(glance([text])):
        return None
    words = spelling.words(text[: _MOST_LETTERS + 1])
    if not 0 < len(words) <= _MOST_WORDS or len(text) > _MOST_LETTERS:
        return None
    if len(words) > 1:
        words[0] = _IN_FULL.get(words[0], words[0])
    cores = list(_cores(words))
    known = _index_of(in_force.tables())
    exact = (known.names.get("".join(core)) for core in cores)
    slipped = (known.slips.one("".join(core)) for core in cores)
    mended = (known.names.get("".join(_mended(known, word) for word in core)) for core in cores)
    for found in (*exact, *slipped, *mended):
        if found is not None:
            return Match(vendor=in_force.all_vendors()[VendorId(found)], certain=False)
    return None


def mended(text: str) -> str:
    """Return a text with each long word as some name has it, where it is but for one slip."""
    known = _index_of(in_force.tables())
    words = spelling.words(text[:_MOST_LETTERS])
    return " ".join(_mended(known, word) for word in words[:_MOST_WORDS])


_OF_PLANS = frozenset(spelling.digits(_PLANS_AND_PLACES))
_NUMBERED_PLAN = re.compile(
    "|".join(word for word in _PLANS_AND_PLACES.split() if spelling.digits(word))
)


class _Slips:
    """Names and what they stand for, found by texts that differ in one slip; short ones never."""

    def __init__(self, names: Iterable[tuple[str, str]], least: int) -> None:
        """`least` is how many letters a name has to have."""
        self._least = least
        self._by_rest: dict[str, tuple[tuple[str, str], ...]] = {}
        self._shapes: set[tuple[str, int]] = set()
        for name, meant in names:
            if len(name) >= least:
                self._shapes.update((name[0], len(name) + more) for more in (-1, 0, 1))
                for rest in _rests(name):
                    self._by_rest[rest] = (*self._by_rest.get(rest, ()), (name, meant))

    def one(self, typed: str) -> str | None:
        """Return what the one name stands for that differs from a text in one slip."""
        if len(typed) < self._least or (typed[0], len(typed)) not in self._shapes:
            return None
        near = {
            meant
            for rest in _rests(typed)
            for name, meant in self._by_rest.get(rest, ())
            if _is_one_slip(typed, name)
        }
        return near.pop() if len(near) == 1 else None


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Certain `names` to ids, the `words` of all names, and both as they may be mistyped."""

    names: dict[str, str]
    slips: _Slips
    words: frozenset[str]
    slips_of_words: _Slips


@lru_cache(maxsize=10_000)
def _mended(known: _Index, word: str) -> str:
    """Return the word of some name that a word is but for one slip, else the word itself."""
    if word in known.words or word.isdecimal():
        return word
    return known.slips_of_words.one(word) or word


def _cores(words: list[str]) -> Iterator[list[str]]:
    """Yield the words, then the words less what says nothing of whose they are."""
    yield words
    first, last = 0, len(words)
    while first < last - 1 and words[first] in _IN_FRONT:
        first += 1
    if first:
        yield words[first:]
    while first < last - 1 and words[last - 1] in _BEHIND:
        last -= 1
        yield words[first:last]


def _is_one_slip(one: str, other: str) -> bool:
    first = 0
    while first < min(len(one), len(other)) and one[first] == other[first]:
        first += 1
    last = 0
    while last < min(len(one), len(other)) - first and one[-1 - last] == other[-1 - last]:
        last += 1
    left, right = one[first : len(one) - last], other[first : len(other) - last]
    if not first or any(letter.isdigit() for letter in left + right):
        return False
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def _rests(text: str) -> set[str]:
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


@lru_cache(maxsize=1)
def _index_of(found: in_force.Tables) -> _Index:
    names = {key: str(id) for key, id in catalogue.certain_names().items()}
    words = frozenset(
        word
        for one in found.vendors.values()
        for name in (one.name, *one.aliases)
        for word in spelling.words(name)
    )
    slips_of_words = _Slips(((word, word) for word in words), _LONG_WORD)
    return _Index(names, _Slips(names.items(), _LONG_NAME), words, slips_of_words)
