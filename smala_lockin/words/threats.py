"""The threat of a supplier, in sentences."""

from collections.abc import Iterator

from smala_lockin.analysis.figures.ecosystem import Span, Threat
from smala_lockin.i18n import _, listing, number
from smala_lockin.words.degrees import zone
from smala_lockin.words.parts import factor


def told(threat: Threat) -> Iterator[str]:
    """Yield its level and zone, how they come about, and what is missing."""
    zones = dict.fromkeys(map(zone, threat.zones))
    yield (
        _("Threat level %(level)s (EBIOS RM), zone: %(zone)s.")
        % {"level": between(threat.level, decimals=2), "zone": " – ".join(zones)}
    )
    yield (
        _("Exposure %(exposure)s of 16, reliability %(reliability)s of 16.")
        % {"exposure": between(threat.exposure), "reliability": between(threat.reliability)}
    )
    if threat.missing:
        factors = listing([factor(one) for one in threat.missing])
        yield _("Not rated yet: %(factors)s.") % {"factors": factors}


def between(span: Span, *, decimals: int = 0) -> str:
    """Return a figure, or between which two it lies."""
    low, high = (number(value, decimals=decimals) for value in span)
    return low if low == high else f"{low}–{high}"
