"""What levels are given for: objectives of sovereignty, factors of a supplier's threat."""

from smala_lockin.domain.facts import THREAT_FACTORS
from smala_lockin.i18n import _, current, pgettext
from smala_lockin.words.objectives import objective


def part(id: str) -> str:
    """Return "SOV-1 strategy" or "dependency"; an unknown one is its own name."""
    if id in THREAT_FACTORS:
        return factor(id)
    words = objective(id)
    return words if words == id else f"{id} {words}"


def factor(id: str) -> str:
    """Return what a factor of a supplier's threat is called."""
    return {
        "dependency": pgettext("threat factor", "dependency"),
        "penetration": pgettext("threat factor", "access"),
        "maturity": pgettext("threat factor", "maturity"),
        "trust": pgettext("threat factor", "trust"),
    }.get(id, id)


def scale(id: str) -> list[str]:
    """Return what each level of a factor or an objective means, the lowest first."""
    from smala_lockin.knowledge.ebios_rows import EbiosFactor
    from smala_lockin.knowledge.frameworks import ebios_marks, sovereignty_levels

    if id in THREAT_FACTORS:
        marks = ebios_marks(EbiosFactor(id))
        return [f"{mark.value}  {mark.means(current())}" for mark in marks]
    return [f"{one.level}  {one.means(current())}" for one in sovereignty_levels()]


def explained(id: str) -> str:
    """Return, in lines, what each level means and what counts for it."""
    from smala_lockin.knowledge.criteria import criteria_of

    names = [f"– {one.name(current())}" for one in criteria_of(id)]
    heading = ["", _("What counts:")] if names else []
    return "\n".join([*scale(id), *heading, *names])
