"""One number of the preview with its lines."""

from dataclasses import dataclass
from enum import StrEnum

from smala_lockin.i18n import _, number
from smala_lockin.ui.wizard.rows import Listing


class Subject(StrEnum):
    """What lines are about."""

    NEW = "new"
    CHANGED = "changed"
    LINKS = "links"
    PROBLEMS = "problems"
    ALIKE = "alike"
    KNOWN = "known"
    MISSING = "missing"
    RATES = "rates"
    SERVICES = "services"
    PAYEES = "payees"
    MERGED = "merged"
    LEFT_OUT = "left_out"
    COLUMNS = "columns"
    SHEETS = "sheets"
    REMARKS = "remarks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A number of the preview with its lines; `hint` says what can be done about them."""

    subject: Subject
    title: str
    listing: Listing
    hint: str = ""


def titled(title: str, count: int) -> str:
    """Return what a topic is called, with the number of its lines."""
    return _("%(title)s (%(count)s)") % {"title": title, "count": number(count)}
