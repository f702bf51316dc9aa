"""Words without sense, as keys and generated passwords are, told from names, codes and paths.

Each two neighbouring signs of a word speak for sense or against it: letters that stand together
in French, English, Dutch and German, and digits beside digits, are for it; other letters, changes
between small and large ones, and between letters and digits, are against it.
"""

import re
from functools import cache
from operator import add
from string import ascii_letters, ascii_lowercase, digits

SHORTEST, SHORTEST_GENERATED = 16, 12
_LONG, _LONGER, _HEXADECIMAL = 20, 24, 32

_USUAL = (
    "enerreteinestiandentonstngieitatgeleveelraormeseriliarndneedalchcoistatrbenseturrolaaaprei"
    "eecertheundiacouicecmaemssctiorspekellsinipatoomtsainaigasegplnclopowecailevoouetuijuihafi"
    "utrdopiddaeunnamciepscspeaagqumiiroerkgigsapolsosavosuosaumohovimpnoodnuimabekppumadezfafo"
    "vausdrotwazebaulocblrnruifrmbigrrgexttboiathefhtdubrivfekommluwidoldlsebafhiakupucdsgaoirb"
    "woguclcrehovfftwrvcurrptnkavlyjkktypipptjasqqlsvvr"
)
"""Pairs of letters that make up nine tenths of what stands in texts of the four languages."""

_TOGETHER, _APART, _HUMP = 1.0, -2.0, -1.0
_NUMBER, _TURN, _BREAK = 1.4, -0.9, 0.8
"""What two signs say: two letters, a small one before a large one; two digits, a digit beside a
letter; a sign that parts words beside anything."""

_ODD = -0.6
"""What a sign says beside anything that only passwords have inside a word."""

ODD_SIGNS = "!#$%^&*@?~|"

_HEX = re.compile(r"[0-9a-fA-F]+")
_IDENTIFIER = re.compile(
    r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Za-z]{1,10}[-_][0-9a-fA-F]+"
)
"""What tells things apart rather than opens them: GUIDs, and numbers after what they number."""


def makes_no_sense(word: str) -> bool:
    """Whether a word of letters, digits and `+/=_~-` is made by chance; short ones never are."""
    word = word.strip("=_-")
    length = len(word)
    if length < SHORTEST:
        return False
    mixed = not (word.islower() or word.isupper())
    if length < _LONG and not mixed:
        return False
    count = sum(map(str.isdigit, word))
    if count == length or (not count and not mixed) or _IDENTIFIER.fullmatch(word):
        return False
    if _HEX.fullmatch(word):
        return length >= _HEXADECIMAL and count > 1
    if length < _LONG:
        return count > 1 and _sense(word) < -0.7
    if length < _LONGER:
        return _sense(word) < (-0.4 if mixed else -0.5)
    return _sense(word) < -0.35


def is_generated(word: str) -> bool:
    """Whether a word of any signs is a password that a program made up, with signs inside."""
    if len(word) < SHORTEST_GENERATED or word.islower() or word.isupper():
        return False
    if not any(map(str.isdigit, word)) or not any(sign in ODD_SIGNS for sign in word[1:-1]):
        return False
    return _sense(word, other=_ODD) < -0.4


def _sense(word: str, *, other: float = _BREAK) -> float:
    """What the pairs of a word say on average; `other` is what is said beside other signs."""
    said = _said()
    pairs = map(add, word, word[1:])
    return sum(said.get(pair, other) for pair in pairs) / (len(word) - 1)


@cache
def _said() -> dict[str, float]:
    """What each two letters or digits say."""
    usual = {_USUAL[place : place + 2] for place in range(0, len(_USUAL), 2)}
    found = dict.fromkeys((a + b for a in digits for b in digits), _NUMBER)
    for one in ascii_letters:
        for digit in digits:
            found[one + digit] = found[digit + one] = _TURN
        for other in ascii_letters:
            hump = one in ascii_lowercase and other not in ascii_lowercase
            known = (one + other).lower() in usual
            found[one + other] = _HUMP if hump else _TOGETHER if known else _APART
    return found
