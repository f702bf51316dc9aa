"""What happened when a register was taken back, as sentences."""

from datetime import date

from smala_lockin.domain.records import Status, Treatment
from smala_lockin.i18n import _, day, ngettext
from smala_lockin.register.taking_back import Conflict, Merged
from smala_lockin.words import enums


def summary(merged: Merged) -> str:
    """Return how many entries were taken back, and how many were not."""
    count = sum(len(facts) for facts in merged.taken.values())
    parts = [
        ngettext("%(count)d entry taken back.", "%(count)d entries taken back.", count)
        % {"count": count}
        if count
        else _("There was nothing new to take back.")
    ]
    if merged.conflicts:
        count = len(merged.conflicts)
        parts.append(
            ngettext(
                "%(count)d entry was changed in the map as well, and the map's is kept:",
                "%(count)d entries were changed in the map as well, and the map's are kept:",
                count,
            )
            % {"count": count}
        )
    return " ".join(parts)


def conflict(one: Conflict) -> str:
    """Return what the map says and what the register says of one fact."""
    return _(
        "%(sheet)s, row %(row)s, %(fact)s: the map says %(kept)s, the register %(refused)s."
    ) % {
        "sheet": one.row.sheet,
        "row": one.row.row,
        "fact": fact(one.fact),
        "kept": _quoted(one.kept),
        "refused": _quoted(one.refused),
    }


def fact(name: str) -> str:
    """Return what people call a fact that they type about a risk."""
    match name:
        case "owner":
            return _("Owner")
        case "treatment":
            return _("Treatment")
        case "actions":
            return _("Actions")
        case "due":
            return _("Due date")
        case "status":
            return _("Status")
        case "comment":
            return _("Comment")
        case "likelihood":
            return _("Likelihood")
        case "impact":
            return _("Impact")
        case "residual_likelihood":
            return _("Likelihood after treatment")
        case "residual_impact":
            return _("Impact after treatment")
    raise KeyError(name)


def value(one: object) -> str:
    """Return what was typed, as people read it; nothing for None."""
    match one:
        case None:
            return ""
        case Treatment():
            return enums.treatment(one)
        case Status():
            return enums.status(one)
        case date():
            return day(one)
        case _:
            text = str(one)
            return text if len(text) <= 60 else text[:59] + "…"


def _quoted(one: object) -> str:
    return _("“%s”") % value(one) if one is not None else _("nothing")
