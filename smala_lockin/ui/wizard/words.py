"""What the wizard calls rows and columns."""

from collections.abc import Container

from smala_lockin.app.import_job import SheetLook
from smala_lockin.i18n import _, ngettext, number, pgettext
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.proposal import explained
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.understanding.columns import KNOWN, Column
from smala_lockin.importing.understanding.sorts import RowSort

SURE, LIKELY = 0.9, 0.7
"""From which confidence on a guess is called sure, or likely."""

_CHOSEN = 1.5


def sheet_name(file: str, sheet: str | None, *, one_file: bool) -> str:
    """Return what a sheet is called in a list of sheets."""
    if sheet is None:
        return file
    name = " ".join(sheet.split())
    return name if one_file else f"{file}, {name}"


def row_is(sort: RowSort) -> str:
    """Return what one row of a sheet stands for."""
    match sort:
        case RowSort.ASSET:
            return pgettext("a row is", "an application, a service or a device")
        case RowSort.INSTALLATION:
            return pgettext("a row is", "a program installed on a computer")
        case RowSort.PROCESS:
            return pgettext("a row is", "an activity of the company")
        case RowSort.SUPPLIER:
            return pgettext("a row is", "a supplier")
        case RowSort.CONTRACT:
            return pgettext("a row is", "a contract about something in another list")
        case RowSort.RELATION:
            return pgettext("a row is", "a link between two items")
        case RowSort.PAYMENT:
            return pgettext("a row is", "a payment to a supplier")
        case RowSort.BILL:
            return pgettext("a row is", "a line of a bill")


def outcome(look: SheetLook) -> str:
    """Return what becomes of a sheet, in a sentence."""
    if look.sort is None:
        return explained(look.skip) if look.skip else ""
    return ngettext(
        "%(count)s row will be read.", "%(count)s rows will be read.", look.data_rows
    ) % {"count": number(look.data_rows)}


def meaning_name(meaning: Meaning | None, sort: RowSort | None = None) -> str:
    """Return what a column holds, as the drop-down says it beside rows of a sort."""
    if meaning is Meaning.COST and sort in (RowSort.PAYMENT, RowSort.BILL):
        return pgettext("column", "Amount")
    if meaning is None:
        return pgettext("column", "Keep as a note")
    return _meanings()[meaning]


def ignored_name() -> str:
    """Return what the drop-down calls leaving a column out."""
    return pgettext("column", "Leave out")


def why(column: Column, held: Container[Meaning | None], *, is_ignored: bool) -> str:
    """Return why a column is taken for what it is; `held` is what all columns mean."""
    if is_ignored or column.confidence > _CHOSEN:
        return _("Chosen, now or at an earlier import.")
    if column.confidence >= KNOWN:
        return _("Sure: the format of the file is known.")
    if column.meaning is Meaning.PERSON:
        return _("Names people: left out unless you choose otherwise.")
    if column.meaning is Meaning.CROSS:
        return _("Crosses below the name of what uses it.")
    if column.meaning is Meaning.SECRET:
        return _("Passwords and keys never come into a map.")
    if column.meaning is None:
        return _why_a_note(column, held)
    if column.confidence >= SURE:
        return _("Sure: the header says so.")
    if column.confidence >= LIKELY:
        return _("Likely: the header resembles it.")
    return _("Perhaps: please check.")


def _why_a_note(column: Column, held: Container[Meaning | None]) -> str:
    """Why a column means nothing: what its header says need not be what stands below it."""
    said = [one.meaning for one in readings(column.header) if one.confidence >= LIKELY]
    named = [one for one in said if one in OFFERED]
    if not named:
        return _("Nothing known under this header.")
    meaning = {"meaning": meaning_name(named[0])}
    if named[0] in held:
        return _("Another column is taken for “%(meaning)s”.") % meaning
    return _("The header suggests “%(meaning)s”, the values do not.") % meaning


OFFERED = tuple(
    one
    for one in Meaning
    if one
    not in (Meaning.HARDWARE, Meaning.PAYMENT, Meaning.RECORD_TYPE, Meaning.DIRECTION, Meaning.RANK)
)
"""What a column can be chosen to mean."""


def _meanings() -> dict[Meaning, str]:
    return {
        Meaning.NAME: pgettext("column", "Name of the row's item"),
        Meaning.ID: pgettext("column", "Its number or reference"),
        Meaning.KIND: pgettext("column", "Kind or category"),
        Meaning.SUPPLIER: pgettext("column", "Supplier"),
        Meaning.MAKER: pgettext("column", "Maker"),
        Meaning.SUBCONTRACTOR: pgettext("column", "Subcontractor of the supplier"),
        Meaning.PARENT_COMPANY: pgettext("column", "Parent company"),
        Meaning.DEPENDS_ON: pgettext("column", "Depends on"),
        Meaning.RUNS_ON: pgettext("column", "Runs on"),
        Meaning.NEEDED_BY: pgettext("column", "Needed by"),
        Meaning.USED_BY: pgettext("column", "Used by"),
        Meaning.CROSS: pgettext("column", "Cross: used by"),
        Meaning.ALIAS: pgettext("column", "Former or other name"),
        Meaning.REPLACES: pgettext("column", "What it has replaced"),
        Meaning.RACI: pgettext("column", "Letters R, A, C, I"),
        Meaning.RESPONSIBLE: pgettext("column", "Who does it (R)"),
        Meaning.INFORMED: pgettext("column", "Asked or told (left out)"),
        Meaning.MACHINE: pgettext("column", "Computer"),
        Meaning.DIRECTION: pgettext("column", "Direction of the link"),
        Meaning.RECORD_TYPE: pgettext("column", "Type of record"),
        Meaning.PROCESS: pgettext("column", "Activity that uses it"),
        Meaning.SUBJECT: pgettext("column", "What the contract is about"),
        Meaning.SOURCE: pgettext("column", "The one that needs"),
        Meaning.TARGET: pgettext("column", "The one that is needed"),
        Meaning.OWNER: pgettext("column", "Person in charge"),
        Meaning.CRITICALITY: pgettext("column", "Criticality"),
        Meaning.COST: pgettext("column", "Yearly cost"),
        Meaning.MONTHLY_COST: pgettext("column", "Monthly cost"),
        Meaning.UNIT_COST: pgettext("column", "Price per user"),
        Meaning.CURRENCY: pgettext("column", "Currency"),
        Meaning.BILLED: pgettext("column", "How often it is paid"),
        Meaning.COUNTRY: pgettext("column", "Country of the supplier"),
        Meaning.HOSTING: pgettext("column", "Where it is hosted"),
        Meaning.LOCATION: pgettext("column", "Place"),
        Meaning.CONTRACT_END: pgettext("column", "End of contract"),
        Meaning.NOTICE: pgettext("column", "Notice"),
        Meaning.RENEWAL: pgettext("column", "Renewal"),
        Meaning.PERSONAL_DATA: pgettext("column", "Personal data"),
        Meaning.MAX_OUTAGE: pgettext("column", "Tolerated outage"),
        Meaning.RECOVERY: pgettext("column", "Time to recover"),
        Meaning.USERS: pgettext("column", "Number of users"),
        Meaning.UNITS: pgettext("column", "Number of units"),
        Meaning.LICENCES_BOUGHT: pgettext("column", "Licences bought"),
        Meaning.LICENCES_USED: pgettext("column", "Licences used"),
        Meaning.DESCRIPTION: pgettext("column", "Description"),
        Meaning.REGISTRATION: pgettext("column", "Enterprise or VAT number"),
        Meaning.END_OF_SUPPORT: pgettext("column", "End of support"),
        Meaning.SUBSTITUTES: pgettext("column", "Could be replaced by"),
        Meaning.EXIT_PLAN: pgettext("column", "Exit plan"),
        Meaning.DPA: pgettext("column", "Data processing agreement"),
        Meaning.GOVERNING_LAW: pgettext("column", "Law of the contract"),
        Meaning.MODEL: pgettext("column", "AI model"),
        Meaning.AI_RISK: pgettext("column", "AI Act risk class"),
        Meaning.TRAINING: pgettext("column", "Learns from our data"),
        Meaning.OPEN_SOURCE: pgettext("column", "Open source"),
        Meaning.THREAT_DEPENDENCY: pgettext("column", "Dependency, 1 to 4"),
        Meaning.THREAT_PENETRATION: pgettext("column", "Penetration, 1 to 4"),
        Meaning.THREAT_MATURITY: pgettext("column", "Maturity, 1 to 4"),
        Meaning.THREAT_TRUST: pgettext("column", "Trust, 1 to 4"),
        Meaning.RANK: pgettext("column", "Rank in the chain"),
        Meaning.PERSON: pgettext("column", "People (left out)"),
        Meaning.SECRET: pgettext("column", "Secrets (left out)"),
        Meaning.PAYMENT: pgettext("column", "Details of a payment"),
        Meaning.HARDWARE: pgettext("column", "Details of a device"),
    }
