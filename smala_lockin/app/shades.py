"""What lenses there are, and what colours they show; what they find out is in `app.lenses`."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.i18n import pgettext


class Lens(StrEnum):
    """What the colour of the cards can show."""

    KIND = "kind"
    LEVEL = "level"
    REACH = "reach"
    LOCK_IN = "lock_in"
    SPEND = "spend"
    COMPLETENESS = "completeness"


class Tone(Enum):
    """A step from least to most, or what is unknown, or what the lens is not about."""

    LEAST = 0
    LITTLE = 1
    SOME = 2
    MUCH = 3
    MOST = 4
    UNKNOWN = 5
    OUTSIDE = 6


STEPS = (Tone.LEAST, Tone.LITTLE, Tone.SOME, Tone.MUCH, Tone.MOST)

Colour = Tone | AssetKind | Level
"""What decides the colour: a tone, or a kind or level with the colour of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """How a card looks: its colour, and the words that say the same."""

    colour: Colour
    words: str


def words(lens: Lens) -> str:
    """Return what a lens shows, after "Colours show"."""
    match lens:
        case Lens.KIND:
            return pgettext("lens", "kind")
        case Lens.LEVEL:
            return pgettext("lens", "risk level")
        case Lens.REACH:
            return pgettext("lens", "reach of a country’s law")
        case Lens.LOCK_IN:
            return pgettext("lens", "lock-in")
        case Lens.SPEND:
            return pgettext("lens", "spending")
        case Lens.COMPLETENESS:
            return pgettext("lens", "completeness")
