"""Durations and shares as people say them."""

from smala_lockin.i18n import _, ngettext, number

HOURS_A_DAY = 24
DAYS_A_MONTH = 30.4
DAYS_A_YEAR = 365

MOST_HOURS = 48
"""Up to how many hours a duration is told in hours."""

MOST_EXACT_DAYS = 7
"""Below how many days the hours beside them still matter."""

MOST_DAYS = 100
"""Up to how many days a duration is told in days."""


def duration(hours: float) -> str:
    """Return "40 minutes", "4 hours", "2 days and 8 hours", "30 days" or "6 months".

    Minutes below two hours that are not one hour, hours up to two days, days and hours up to a
    week, days up to a hundred, then months; years from two on. Days are rounded down: nobody
    is told to hold out for longer than is so. Days rather than weeks: what stops after 30 days
    and is replaced within 45 stands still for 15, and a reader may check that.
    """
    if hours < 1 or (hours < 2 and round(hours, 1) not in (1, 2)):
        minutes = round(hours * 60)
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    if hours <= MOST_HOURS:
        return _counted_hours(round(hours, 1) if hours < 10 else round(hours))
    days = hours / HOURS_A_DAY
    if days < MOST_EXACT_DAYS:
        return exactly(hours)
    if days <= MOST_DAYS:
        return _counted_days(int(days + 1e-6))
    if days < 2 * DAYS_A_YEAR:
        months = round(days / DAYS_A_MONTH)
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}
    years = round(days / DAYS_A_YEAR)
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": number(years)}


def exactly(hours: float) -> str:
    """Return a duration in hours up to two days, else in days and hours: it can be added up."""
    if hours <= MOST_HOURS:
        return duration(hours)
    days, rest = divmod(round(hours), HOURS_A_DAY)
    if not rest:
        return _counted_days(days)
    return _("%(days)s and %(hours)s") % {
        "days": _counted_days(days),
        "hours": _counted_hours(rest),
    }


def period(days: float) -> str:
    """Return a span of whole days, a year or several by that name: "year", "2 years", "90 days"."""
    years, rest = divmod(round(days), DAYS_A_YEAR)
    if rest or not years:
        return _counted_days(round(days))
    if years == 1:
        return _("year")
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": number(years)}


def rounded(amount: float) -> float:
    """Return an amount to two figures, for what is "about" so much."""
    return float(f"{amount:.1e}")


def after(hours: float) -> str:
    """Return "at once" or "after 4 hours"."""
    if round(hours * 60) <= 0:
        return _("at once")
    return _("after %(duration)s") % {"duration": duration(hours)}


def _counted_hours(hours: float) -> str:
    return ngettext("%(n)s hour", "%(n)s hours", int(hours)) % {"n": number(hours, decimals=1)}


def _counted_days(days: int) -> str:
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": number(days)}
