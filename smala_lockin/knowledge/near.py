"""Names written not quite as the catalogue has them: with a plan or a country, or with a slip.

What is found so is a question to a person ("is this ...?"), and never certain.
"""

from collections.abc import Iterable, Iterator
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


def find_near(text: str) -> Match | None:
    """Return what a text that is no name of the catalogue most likely means, never certain.

    Words such as "licences" in front and "Business", "E3" or "Belgique" behind are looked past;
    else one slip is forgiven - a letter too many, too few, wrong, or two that changed places -
    in a name of six letters or more, or in any word of five or more. The first letter and all
    digits are as they are, and short names and ordinary words are never guessed: "Box palettes"
    is nobody, and so is "Orange mécanique".
    """
    words = spelling.words(text[: _MOST_LETTERS + 1])
    if not 0 < len(words) <= _MOST_WORDS or len(text) > _MOST_LETTERS:
        return None
    cores = list(_cores([_IN_FULL.get(word, word) for word in words]))
    known = _index_of(in_force.tables())
    exact = (known.names.get("".join(core)) for core in cores)
    slipped = (_one(known.by_rest, "".join(core), _LONG_NAME) for core in cores)
    mended = (known.names.get("".join(map(known.mended, core))) for core in cores)
    for found in (*exact, *slipped, *mended):
        if found is not None:
            return Match(vendor=in_force.all_vendors()[VendorId(found)], certain=False)
    return None


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Certain `names` to ids; names and words by what is left of them without one letter."""

    names: dict[str, str]
    by_rest: dict[str, tuple[tuple[str, str], ...]]
    words: frozenset[str]
    words_by_rest: dict[str, tuple[tuple[str, str], ...]]

    def mended(self, word: str) -> str:
        """Return the word of some name that a word is but for one slip, else the word itself."""
        if word in self.words or len(word) < _LONG_WORD:
            return word
        return _one(self.words_by_rest, word, _LONG_WORD) or word


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


def _one(index: dict[str, tuple[tuple[str, str], ...]], typed: str, least: int) -> str | None:
    """Return what the one name stands for that differs from a text in one slip."""
    if len(typed) < least:
        return None
    near = {
        meant
        for rest in _rests(typed)
        for name, meant in index.get(rest, ())
        if _is_one_slip(typed, name)
    }
    return near.pop() if len(near) == 1 else None


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
    names = catalogue.certain_names()
    words = {
        word: word
        for one in found.vendors.values()
        for name in (one.name, *one.aliases)
        for word in spelling.words(name)
    }
    return _Index(
        {key: str(id) for key, id in names.items()},
        _by_rest((key, str(id)) for key, id in names.items() if len(key) >= _LONG_NAME),
        frozenset(words),
        _by_rest((word, word) for word in words if len(word) >= _LONG_WORD),
    )


def _by_rest(names: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, meant in names:
        for rest in _rests(name):
            found[rest] = (*found.get(rest, ()), (name, meant))
    return found
