"""Enums as words in the language in force; `match` lets the type checker find a missing one."""

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.kinds import (
    AssetKind,
    Control,
    Need,
    PersonalData,
    Role,
)
from smala_lockin.domain.records import Status, Treatment
from smala_lockin.i18n import _, pgettext


def kind(value: AssetKind) -> str:
    """Return what a card is called, such as "cloud service"."""
    match value:
        case AssetKind.PROCESS:
            return pgettext("kind", "activity")
        case AssetKind.APPLICATION:
            return pgettext("kind", "application")
        case AssetKind.CLOUD_SERVICE:
            return pgettext("kind", "cloud service")
        case AssetKind.AI_SERVICE:
            return pgettext("kind", "AI service")
        case AssetKind.DATA:
            return pgettext("kind", "data")
        case AssetKind.INFRASTRUCTURE:
            return pgettext("kind", "infrastructure")
        case AssetKind.PEOPLE:
            return pgettext("kind", "people")
        case AssetKind.LOCATION:
            return pgettext("kind", "location")
        case AssetKind.SUPPLIER:
            return pgettext("kind", "supplier")


def kinds(value: AssetKind) -> str:
    """Return the plural of a kind, such as "cloud services"."""
    match value:
        case AssetKind.PROCESS:
            return pgettext("kinds", "activities")
        case AssetKind.APPLICATION:
            return pgettext("kinds", "applications")
        case AssetKind.CLOUD_SERVICE:
            return pgettext("kinds", "cloud services")
        case AssetKind.AI_SERVICE:
            return pgettext("kinds", "AI services")
        case AssetKind.DATA:
            return pgettext("kinds", "data")
        case AssetKind.INFRASTRUCTURE:
            return pgettext("kinds", "infrastructure")
        case AssetKind.PEOPLE:
            return pgettext("kinds", "people")
        case AssetKind.LOCATION:
            return pgettext("kinds", "locations")
        case AssetKind.SUPPLIER:
            return pgettext("kinds", "suppliers")


def role(value: Role) -> str:
    """Return how a source depends on its target, as a verb: "uses"."""
    match value:
        case Role.USES:
            return pgettext("role", "uses")
        case Role.RUNS_ON:
            return pgettext("role", "runs on")
        case Role.DATA_IN:
            return pgettext("role", "needs the data")
        case Role.PROVIDED_BY:
            return pgettext("role", "is provided by")
        case Role.CONTROLLED_BY:
            return pgettext("role", "is controlled by")


def need(value: Need) -> str:
    """Return how badly a source needs its target."""
    match value:
        case Need.VITAL:
            return pgettext("need", "vital")
        case Need.DEGRADING:
            return pgettext("need", "works badly without")
        case Need.CONVENIENCE:
            return pgettext("need", "convenience")


def control(value: Control) -> str:
    """Return how a supplier is controlled."""
    match value:
        case Control.GROUP:
            return pgettext("control", "part of the group")
        case Control.INVESTOR:
            return pgettext("control", "investor")


def personal_data(value: PersonalData) -> str:
    """Return how delicate the data about people is."""
    match value:
        case PersonalData.NONE:
            return pgettext("personal data", "none")
        case PersonalData.ORDINARY:
            return pgettext("personal data", "ordinary")
        case PersonalData.SENSITIVE:
            return pgettext("personal data", "sensitive")


def level(value: Level) -> str:
    """Return how much a risk matters."""
    match value:
        case Level.VERY_LOW:
            return pgettext("level", "very low")
        case Level.LOW:
            return pgettext("level", "low")
        case Level.MEDIUM:
            return pgettext("level", "medium")
        case Level.HIGH:
            return pgettext("level", "high")
        case Level.VERY_HIGH:
            return pgettext("level", "very high")


def likelihood(value: int) -> str:
    """Return how often something happens, 1 to 5."""
    match value:
        case 5:
            return _("several times a year")
        case 4:
            return _("about once a year")
        case 3:
            return _("once in 1 to 5 years")
        case 2:
            return _("once in 5 to 20 years")
        case _:
            return _("less than once in 20 years")


def impact(value: int) -> str:
    """Return how much something hurts, 1 to 5."""
    match value:
        case 5:
            return pgettext("impact", "the company is at risk")
        case 4:
            return pgettext("impact", "severe")
        case 3:
            return pgettext("impact", "serious")
        case 2:
            return pgettext("impact", "annoying")
        case _:
            return pgettext("impact", "noticed")


def status(value: Status) -> str:
    """Return how far the treatment of a risk has come."""
    match value:
        case Status.IDENTIFIED:
            return pgettext("status", "identified")
        case Status.ANALYSED:
            return pgettext("status", "analysed")
        case Status.PLANNED:
            return pgettext("status", "planned")
        case Status.IN_PROGRESS:
            return pgettext("status", "in progress")
        case Status.TREATED:
            return pgettext("status", "treated")
        case Status.ACCEPTED:
            return pgettext("status", "accepted")
        case Status.CLOSED:
            return pgettext("status", "closed")


def treatment(value: Treatment) -> str:
    """Return what a person decided to do about a risk."""
    match value:
        case Treatment.REDUCE:
            return pgettext("treatment", "reduce")
        case Treatment.AVOID:
            return pgettext("treatment", "avoid")
        case Treatment.SHARE:
            return pgettext("treatment", "share (insurance or contract)")
        case Treatment.ACCEPT:
            return pgettext("treatment", "accept")
