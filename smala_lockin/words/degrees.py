"""How concentrated spending is, and how closely a supplier is to be looked at, in a word."""

from smala_lockin.analysis.figures.concentration import Degree
from smala_lockin.analysis.figures.ecosystem import Zone
from smala_lockin.i18n import current, pgettext
from smala_lockin.knowledge.frameworks import ebios_zones


def degree(value: Degree) -> str:
    """Return how concentrated spending is."""
    match value:
        case Degree.LOW:
            return pgettext("concentration", "low")
        case Degree.MODERATE:
            return pgettext("concentration", "moderate")
        case Degree.HIGH:
            return pgettext("concentration", "high")


def zone(value: Zone) -> str:
    """Return the zone of a supplier's threat level."""
    if value is Zone.OUTSIDE:
        return pgettext("zone", "outside the zones")
    names = {one.id: one.name(current()) for one in ebios_zones()}
    return names[value.value]
