"""What an arrow between two things says: who needs whom, in what role, how badly."""

from collections.abc import Mapping
from dataclasses import dataclass

from smala_lockin.domain.kinds import Need, Role
from smala_lockin.importing.values.plain import plain_words, words_of


@dataclass(frozen=True, slots=True)
class Relation:
    """The meaning of an arrow; `flipped`: what it points at needs what it comes from."""

    role: Role = Role.USES
    flipped: bool = False
    need: Need | None = None


_ARCHIMATE: Mapping[str, Relation] = {
    # The whole needs its parts.
    "Composition": Relation(),
    "Aggregation": Relation(),
    # What serves, does, makes or comes first is what the other end needs.
    "Serving": Relation(flipped=True),
    "UsedBy": Relation(flipped=True),
    "Assignment": Relation(flipped=True),
    "Realization": Relation(flipped=True),
    "Realisation": Relation(flipped=True),
    "Triggering": Relation(flipped=True),
    "Flow": Relation(Role.DATA_IN, flipped=True),
    "Access": Relation(Role.DATA_IN),
    # These say that two things have to do with each other, not that one stops without the other.
    "Association": Relation(need=Need.CONVENIENCE),
    "Influence": Relation(flipped=True, need=Need.CONVENIENCE),
    "Specialization": Relation(need=Need.CONVENIENCE),
    "Specialisation": Relation(need=Need.CONVENIENCE),
}

_TOWARDS_USER = words_of(
    """
    serves serving supports supplies feeds provides hosts powers cools virtualizes sends
    soutient sert supporte alimente fournit
    heberge unterstutzt versorgt liefert ondersteunt levert
    """
)
_NEEDING = words_of("uses depends runs needs requires utilise depend gebruikt benotigt nutzt by")
_STANDS_ON = words_of("runs run hosted hosts tourne heberge draait lauft installed installe")
_DATA = words_of("reads data donnees lit daten gegevens")


def relation_of_archimate(type: str) -> Relation:
    """Return the meaning of an ArchiMate relation, whatever its tool calls it."""
    return _ARCHIMATE.get(type.removesuffix("Relationship"), Relation())


def relation_of_label(text: str) -> Relation:
    """Return the meaning of the words on an arrow: without any, its source needs its target."""
    if text in tuple(Role):
        return Relation(Role(text))
    words = set(plain_words(text).split())
    flipped = bool(words & _TOWARDS_USER) and not words & _NEEDING
    if words & _STANDS_ON:
        return Relation(Role.RUNS_ON, flipped)
    return Relation(Role.DATA_IN if words & _DATA else Role.USES, flipped)
