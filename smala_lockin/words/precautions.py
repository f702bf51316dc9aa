"""What the precautions taken against a risk are worth, in words."""

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.stories.inherent import Inherent
from smala_lockin.i18n import _
from smala_lockin.words import enums


def without(inherent: Inherent | None, present: Level | None) -> str:
    """Return what a risk would be without any; nothing where it would be no higher."""
    if inherent is None or present is None or inherent.level <= present:
        return ""
    words = _(
        "Without the stand-ins and exit plans you have: %(level)s (likelihood %(likelihood)d, "
        "impact %(impact)d)."
    )
    return words % {
        "level": enums.level(inherent.level),
        "likelihood": inherent.likelihood,
        "impact": inherent.impact,
    }
