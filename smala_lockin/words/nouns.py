"""What a map names, as it stands in a sentence: assets, activities, countries, causes."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, current, listing, ngettext, number, semicolons
from smala_lockin.words import enums

if TYPE_CHECKING:  # all of the analysis, which a window can name things without
    from smala_lockin.analysis.report import Report

NAMED = 3
"""How many names a sentence lists before it says "and 2 more"."""

_LONGEST_NAME = 60
_AND = {"en": " and ", "fr": " et "}
"""What joins two names in each language, and so must not look like a part of one."""

_NO_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)])
"""Without characters that would command a terminal."""


def name(landscape: Landscape, asset: AssetId) -> str:
    """Return the name of an asset, cut where it is no name any more."""
    full = " ".join(landscape.assets[asset].name.split()).translate(_NO_CONTROLS)
    return full if len(full) <= _LONGEST_NAME else full[: _LONGEST_NAME - 1] + "…"


def names(landscape: Landscape, assets: Iterable[AssetId], *, most: int = NAMED) -> str:
    """Return "A, B and C", or "A, B, C and 4 more"; in quotes where it would be hard to part."""
    every = [*assets]
    rest = len(every) - most
    found = _apart([name(landscape, one) for one in every[:most]])
    if rest <= 0:
        return listing(found)
    return ngettext("%(names)s and %(count)s more", "%(names)s and %(count)s more", rest) % {
        "names": ", ".join(found),
        "count": number(rest),
    }


def in_a_cell(landscape: Landscape, assets: Iterable[AssetId], *, most: int) -> str:
    """Return "A; B; C", or "A; B and 4 more", for a cell of a table: plainer than a sentence."""
    every = [*assets]
    rest = len(every) - most
    found = semicolons(name(landscape, one) for one in every[:most])
    if rest <= 0:
        return found
    return ngettext("%(names)s and %(count)s more", "%(names)s and %(count)s more", rest) % {
        "names": found,
        "count": number(rest),
    }


def _apart(listed: list[str]) -> list[str]:
    """Put names into quotes if one of them looks like two: "Wages and dues" and "Orders"."""
    if len(listed) < 2 or not any("," in one or _AND[current()] in one for one in listed):
        return listed
    return [_("“%s”") % one for one in listed]


def country(code: str) -> str:
    """Return the name of a country, or of the Union, in the language in force."""
    # Here, for a window that opens names things, and no country yet: the catalogue can wait.
    from smala_lockin.knowledge.jurisdictions import country_name

    return country_name(code, current())


def activities(report: "Report") -> str:
    """Return "activities", or the plural of what stands in for them."""
    kinds = {report.landscape.assets[one].kind for one in report.processes}
    return enums.kinds(kinds.pop()) if len(kinds) == 1 else _("entries")


def of_activities(report: "Report", stopped: int) -> str:
    """Return "3 of your 6 activities", or of what stands in for them."""
    values: dict[str, object] = {"stopped": stopped, "all": len(report.processes)}
    if not report.stand_ins:
        if stopped == len(report.processes):
            return ngettext("your only activity", "all your activities (%(all)d)", stopped) % values
        return (
            ngettext(
                "%(stopped)d of your %(all)d activities",
                "%(stopped)d of your %(all)d activities",
                stopped,
            )
            % values
        )
    values["kinds"] = activities(report)
    if stopped == len(report.processes):
        return ngettext("your only entry", "all your %(kinds)s (%(all)d)", stopped) % values
    return (
        ngettext(
            "%(stopped)d of your %(all)d %(kinds)s",
            "%(stopped)d of your %(all)d %(kinds)s",
            stopped,
        )
        % values
    )


def counted(kind: AssetKind, count: int) -> str:
    """Return "1 cloud service" or "7 cloud services"."""
    match kind:
        case AssetKind.PROCESS:
            words = ngettext("%(n)s activity", "%(n)s activities", count)
        case AssetKind.APPLICATION:
            words = ngettext("%(n)s application", "%(n)s applications", count)
        case AssetKind.CLOUD_SERVICE:
            words = ngettext("%(n)s cloud service", "%(n)s cloud services", count)
        case AssetKind.AI_SERVICE:
            words = ngettext("%(n)s AI service", "%(n)s AI services", count)
        case AssetKind.DATA:
            words = ngettext("%(n)s data set", "%(n)s data sets", count)
        case AssetKind.INFRASTRUCTURE:
            words = ngettext(
                "%(n)s piece of infrastructure", "%(n)s pieces of infrastructure", count
            )
        case AssetKind.PEOPLE:
            words = ngettext("%(n)s person or team", "%(n)s persons or teams", count)
        case AssetKind.LOCATION:
            words = ngettext("%(n)s location", "%(n)s locations", count)
        case AssetKind.SUPPLIER:
            words = ngettext("%(n)s supplier", "%(n)s suppliers", count)
    return words % {"n": number(count)}


def of_kind(kind: AssetKind) -> str:
    """Return a kind after "usual for": "a cloud service"."""
    match kind:
        case AssetKind.PROCESS:
            return _("an activity")
        case AssetKind.APPLICATION:
            return _("an application")
        case AssetKind.CLOUD_SERVICE:
            return _("a cloud service")
        case AssetKind.AI_SERVICE:
            return _("an AI service")
        case AssetKind.DATA:
            return _("data")
        case AssetKind.INFRASTRUCTURE:
            return _("infrastructure")
        case AssetKind.PEOPLE:
            return _("people")
        case AssetKind.LOCATION:
            return _("a location")
        case AssetKind.SUPPLIER:
            return _("a supplier")


def supplier_with_country(landscape: Landscape, supplier: AssetId) -> str:
    """Return "Odoo SA (Belgium)", or the name alone where the country is unknown."""
    where = landscape.assets[supplier].country
    if where is None:
        return name(landscape, supplier)
    return f"{name(landscape, supplier)} ({country(where)})"


def suppliers_with_country(landscape: Landscape, suppliers: Sequence[AssetId]) -> str:
    """Return a few suppliers with their countries."""
    return listing([supplier_with_country(landscape, one) for one in suppliers[:NAMED]])
