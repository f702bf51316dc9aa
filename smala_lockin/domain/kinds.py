"""The closed sets of words a map is written in; values are those of the file."""

from enum import StrEnum


class AssetKind(StrEnum):
    """What sort of thing the company relies on."""

    PROCESS = "process"
    APPLICATION = "application"
    CLOUD_SERVICE = "cloud_service"
    AI_SERVICE = "ai_service"
    DATA = "data"
    INFRASTRUCTURE = "infrastructure"
    PEOPLE = "people"
    LOCATION = "location"
    SUPPLIER = "supplier"


ONLINE_SERVICES = frozenset({AssetKind.CLOUD_SERVICE, AssetKind.AI_SERVICE})
"""What is rented over the network, and so can be cut off."""

SERVICES = ONLINE_SERVICES | {AssetKind.APPLICATION}


class Role(StrEnum):
    """In what way a source depends on its target."""

    USES = "uses"
    RUNS_ON = "runs_on"
    DATA_IN = "data_in"
    PROVIDED_BY = "provided_by"
    CONTROLLED_BY = "controlled_by"


class Need(StrEnum):
    """How badly a source needs its target."""

    VITAL = "vital"
    DEGRADING = "degrading"
    CONVENIENCE = "convenience"


class Control(StrEnum):
    """How a supplier is controlled: as part of a group, or by a fund."""

    GROUP = "group"
    INVESTOR = "investor"


class PersonalData(StrEnum):
    """Whether an asset holds data about people, and how delicate it is."""

    NONE = "none"
    ORDINARY = "ordinary"
    SENSITIVE = "sensitive"


class DataExport(StrEnum):
    """How completely, and in how open a form, the data can be taken out."""

    OPEN = "open"
    PARTIAL = "partial"
    NONE = "none"


class OpenSource(StrEnum):
    """Whether the source is open, at least at its core."""

    YES = "yes"
    CORE = "core"
    NO = "no"


class ExitPlan(StrEnum):
    """How far a way out has been prepared."""

    NONE = "none"
    DRAFT = "draft"
    TESTED = "tested"


class Customisation(StrEnum):
    """How much was built around a product."""

    NONE = "none"
    SOME = "some"
    HEAVY = "heavy"


class Skills(StrEnum):
    """Who knows how to run a product."""

    MARKET = "market"
    FEW = "few"
    VENDOR = "vendor"


class OperatedBy(StrEnum):
    """Who keeps a thing running."""

    US = "us"
    SUPPLIER = "supplier"


class Training(StrEnum):
    """Whether an AI provider learns from the company's data."""

    NO = "no"
    OPTED_OUT = "opted_out"
    YES = "yes"
