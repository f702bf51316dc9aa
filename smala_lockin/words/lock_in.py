"""The lock-in index as people are told it: its range, and what it is made of."""

from collections.abc import Iterable, Sequence

from smala_lockin.analysis.figures.lock_in import FactorReading, LockIn
from smala_lockin.domain.settings import LockInFactor
from smala_lockin.i18n import _, listing, number, percent
from smala_lockin.words import facts
from smala_lockin.words.settings import factor
from smala_lockin.words.why_parts import Grid

SPOKEN = 3
"""How many factors, and how many unknown facts, are read aloud."""


def index(one: LockIn) -> str:
    """Return the index in a sentence: "81 out of 100, between 79 and 86; 75% of it is known."."""
    values = {
        "index": number(round(one.assumed)),
        "low": number(round(one.low)),
        "high": number(round(one.high)),
        "known": percent(one.coverage),
    }
    if round(one.low) == round(one.high):
        return _("%(index)s out of 100; all of it is known.") % values
    return (
        _("%(index)s out of 100, between %(low)s and %(high)s; %(known)s of it is known.") % values
    )


def factors(readings: Iterable[FactorReading]) -> Grid:
    """Return what each factor adds to an index, the heaviest first, and what is not known."""
    rows = tuple(
        (
            factor(LockInFactor(one.factor.value)),
            number(one.points, decimals=1),
            number(one.most, decimals=1),
            ", ".join(facts.in_sentence(fact) for fact in one.missing) or "–",
        )
        for one in readings
    )
    columns = (_("Factor"), _("Points"), _("Out of"), _("Not known"))
    return Grid(columns=columns, rows=rows)


def spoken(readings: Sequence[FactorReading]) -> list[str]:
    """Return what weighs most, and what is not known, as one would read it aloud."""
    heavy = sorted((one for one in readings if one.points >= 1), key=lambda one: -one.points)
    told = [
        _("%(factor)s (%(points)s of %(most)s points)")
        % {
            "factor": factor(LockInFactor(one.factor.value)),
            "points": number(round(one.points)),
            "most": number(round(one.most)),
        }
        for one in heavy[:SPOKEN]
    ]
    missing = [facts.in_sentence(fact) for one in readings for fact in one.missing]
    lines = [_("What weighs most: %(factors)s.") % {"factors": listing(told)}] if told else []
    if missing:
        rest = len(missing) - SPOKEN
        if rest > 0:
            values = {"facts": ", ".join(missing[:SPOKEN]), "count": rest}
            lines.append(_("Not known yet: %(facts)s and %(count)d more.") % values)
        else:
            lines.append(_("Not known yet: %(facts)s.") % {"facts": listing(missing)})
    return lines
