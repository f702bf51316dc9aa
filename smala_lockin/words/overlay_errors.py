"""What is wrong with a catalogue of the user's, as a sentence."""

from collections.abc import Iterable, Mapping

from smala_lockin.domain.kinds import DataExport, OpenSource
from smala_lockin.i18n import _, listing
from smala_lockin.knowledge.alternative_rows import AlternativeKind, Effort
from smala_lockin.knowledge.jurisdiction_rows import ADEQUACY
from smala_lockin.knowledge.law_rows import LawKind
from smala_lockin.knowledge.overlay import InvalidOverlay, OverlayFault, place
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.vendors import CATEGORIES, Deployment, HostingRegion, VendorKind


def sentence(error: InvalidOverlay) -> str:
    """Return what to tell the user, with the entry and the place in it."""
    words = _of_fault(error)
    if not error.entry:
        return words
    return _("Entry “%(entry)s”: %(words)s") % {"entry": error.entry, "words": words}


def in_form(error: InvalidOverlay, labels: Mapping[str, str]) -> str:
    """Return what to tell in the form of a row, whose fields are called as `labels` says."""
    label = labels.get(error.column)
    match error.fault:
        case OverlayFault.NAME_TAKEN:
            return _("The name “%(name)s” belongs to another entry of yours.") % {
                "name": error.value
            }
        case OverlayFault.BAD_VALUE if error.column == "parent_id":
            return _("Only a company can own or sell, and never one that is owned by what it owns.")
        case OverlayFault.BAD_VALUE if label and error.value:
            return _("“%(label)s” cannot hold this: %(expected)s is expected.") % {
                "label": label,
                "expected": _expected(error.column),
            }
        case OverlayFault.BAD_VALUE if label:
            return _("“%(label)s” must not be empty.") % {"label": label}
        case _:
            return sentence(error)


def left_out(error: InvalidOverlay) -> str:
    """Return that the user's own entries are not in force, and why."""
    return _("Your own entries of the catalogue (%(file)s) are left out. %(why)s") % {
        "file": place().name,
        "why": sentence(error),
    }


def _of_fault(error: InvalidOverlay) -> str:
    named = {"column": error.column, "value": error.value}
    match error.fault:
        case OverlayFault.UNREADABLE:
            return _("The file of your own entries cannot be opened.")
        case OverlayFault.NO_JSON:
            return _("The file is damaged: it is no valid JSON.")
        case OverlayFault.OTHER_FORMAT:
            return _("The file holds no entries of a catalogue.")
        case OverlayFault.NEWER:
            return _("The file was written by a newer version of the program. Update it first.")
        case OverlayFault.UNKNOWN_KEY:
            return _("“%(column)s” is not known here.") % named
        case OverlayFault.WRONG_TYPE:
            return _("“%(column)s” holds another kind of value than expected.") % named
        case OverlayFault.MISSING:
            return _("“%(column)s” is missing.") % named
        case OverlayFault.TWICE:
            return _("It is there twice.")
        case OverlayFault.NAME_TAKEN:
            return _("The name “%(value)s” is empty, or belongs to another entry of yours.") % named
        case OverlayFault.BAD_VALUE if not error.value:
            return _("“%(column)s” is missing.") % named
        case OverlayFault.BAD_VALUE:
            return _of_value(error.column, error.value)


def _of_value(column: str, value: str) -> str:
    return _("“%(value)s” cannot stand in “%(column)s”: %(expected)s is expected.") % {
        "value": value,
        "column": column,
        "expected": _expected(column),
    }


def _expected(column: str) -> str:
    match column:
        case "id":
            return _("lower-case letters, digits and hyphens")
        case "parent_id":
            return _("the id of another company, which it does not own itself,")
        case "supplier_id":
            return _("the id of a company of the catalogue")
        case "vendor_id" | "alternative_id" | "runs_on" | "model_id":
            return _("the id of another entry of the catalogue")
        case "hq_country" | "other_countries" | "country" | "code":
            return _("a country code of two letters such as BE")
        case "as_of" | "since":
            return _("a date such as 2027-03-31")
        case "adequacy_date":
            return _("a date where a decision was taken, and none elsewhere,")
        case "in_eu" | "in_eea":
            return _("yes or no, in keeping with how the country is rated,")
        case "extraterritorial_laws":
            return _("the id of a law of the catalogue")
        case "weight_2025_10" | "weight_2026_06":
            return _("whole per cent that add up to 100")
        case "level":
            return _("a level from 0 to 4")
        case "aliases":
            return _("a list of names")
        case "other_names" | "name_en" | "name_fr" | "name_nl" | "name_de":
            return _("a name that no other country has")
        case "alpha3":
            return _("three capital letters that no other country has")
        case "from_threat":
            return _("a number above zero, the higher the worse the zone,")
        case _:
            words = _CHOICES.get(column)
            return _("one of %s") % listing([*words]) if words else _("another value")


_CHOICES: Mapping[str, Iterable[str]] = {
    "kind": (*VendorKind, *AlternativeKind, *LawKind),
    "gdpr_adequacy": ADEQUACY,
    "category": CATEGORIES,
    "deployment": Deployment,
    "open_source": OpenSource,
    "hosting_regions": HostingRegion,
    "data_export": DataExport,
    "confidence": Confidence,
    "effort": Effort,
    "investor": ("yes", "no"),
    "open_weights": ("yes", "no"),
}
