"""How old each table of the catalogue is, with what to do where that is old."""

from collections.abc import Iterable, Mapping
from datetime import date
from statistics import mode

from smala_lockin.app.catalogue_tables import Table
from smala_lockin.i18n import _, day, ngettext, number
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.provenance import Sourced

REVIEW_DAYS = 365
"""Owners, laws and frameworks change: rows older than this are called old."""


def age(table: Table | None, today: date) -> str:
    """Return how many rows a table has and how old most are; None is suppliers and products.

    It speaks of the rows that come with the program, not of the user's.
    """
    days = _days(table)
    usual = mode(days)
    months = round((today - usual).days / 30.4)
    told = ngettext(
        "%(rows)s, most of them as of %(day)s, %(months)d month ago.",
        "%(rows)s, most of them as of %(day)s, %(months)d months ago.",
        months,
    ) % {"rows": _rows(table, len(days)), "day": day(usual), "months": months}
    if (today - usual).days > REVIEW_DAYS:
        return f"{told} {_advice(table)}"
    return told


def _days(table: Table | None) -> list[date]:
    known = in_force.delivered()
    if table is None:
        return [one.as_of for one in known.vendors.values()]
    rows: Mapping[Table, Iterable[Sourced]] = {
        Table.COUNTRIES: known.countries.values(),
        Table.LAWS: known.laws.values(),
        Table.FRAMEWORK: (*known.objectives.values(), *known.levels),
        Table.REFERENCES: known.references.values(),
        Table.MODELS: known.models.values(),
        Table.THREATS: (*known.marks.values(), *known.zones.values()),
    }
    return [one.provenance.as_of for one in rows[table]]


def _rows(table: Table | None, count: int) -> str:
    match table:
        case None:
            told = ngettext(
                "%(count)s supplier or product", "%(count)s suppliers and products", count
            )
        case Table.COUNTRIES:
            told = ngettext("%(count)s country", "%(count)s countries", count)
        case Table.LAWS:
            told = ngettext("%(count)s law", "%(count)s laws", count)
        case Table.FRAMEWORK:
            told = ngettext(
                "%(count)s objective or level", "%(count)s objectives and levels", count
            )
        case Table.REFERENCES:
            told = ngettext("%(count)s reference", "%(count)s references", count)
        case Table.MODELS:
            told = ngettext(
                "%(count)s family of AI models", "%(count)s families of AI models", count
            )
        case Table.THREATS:
            told = ngettext("%(count)s value or zone", "%(count)s values and zones", count)
    return told % {"count": number(count)}


def _advice(table: Table | None) -> str:
    match table:
        case None:
            return _("That is old: check owner and country of suppliers that matter.")
        case Table.COUNTRIES:
            return _("That is old: check the decisions on the countries that you send data to.")
        case Table.LAWS:
            return _("That is old: have somebody check the laws that your choices hang on.")
        case Table.FRAMEWORK | Table.REFERENCES:
            return _("That is old: look whether a newer edition is out.")
        case Table.MODELS:
            return _("That is old: ask the suppliers of your AI tools what they use now.")
        case Table.THREATS:
            return _("That is old: look whether the guide has a newer edition.")
