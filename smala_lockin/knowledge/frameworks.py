"""Values of published frameworks: sovereignty objectives, weights and levels; EBIOS RM zones.

Names and figures are those of the frameworks, what they mean is said in our words. What articles
and controls a rule refers to is in `knowledge.references`. Nothing here says of any vendor that
it has a level: levels are stated for a company's own use of a service (semantics, section 5).
"""

from collections.abc import Mapping

from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.ebios_rows import EbiosFactor, EbiosMark, EbiosZone
from smala_lockin.knowledge.sovereignty_rows import Objective, SovereigntyLevel, WeightSet


def objectives() -> Mapping[str, Objective]:
    """Return the eight objectives by id, in their order, as corrected by the user; read-only."""
    return in_force.tables().objectives


def weights(chosen: WeightSet) -> dict[str, int]:
    """Return the weight in percent of each objective in one of the two published sets."""
    return {one.id: one.weights[chosen] for one in objectives().values()}


def sovereignty_levels() -> tuple[SovereigntyLevel, ...]:
    """Return the five levels, each at the index that is its number, as corrected by the user."""
    return in_force.tables().levels


def ebios_marks(factor: EbiosFactor) -> tuple[EbiosMark, ...]:
    """Return what the values 1 to 4 of a factor mean, in that order, as corrected by the user."""
    return tuple(one for one in in_force.tables().marks.values() if one.factor is factor)


def ebios_zones() -> tuple[EbiosZone, ...]:
    """Return the zones with their usual thresholds, the worst first, as corrected by the user.

    A supplier whose threat level lies below the last threshold is in none.
    """
    return tuple(in_force.tables().zones.values())
