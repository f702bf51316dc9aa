"""Why a file of tables cannot be read, as a sentence that also says what to do."""

from enum import StrEnum

from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _


class Reason(StrEnum):
    """What is wrong with a file that should hold tables."""

    EMPTY = "empty"
    PROTECTED = "protected"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    NOT_A_WORKBOOK = "not_a_workbook"
    NOT_TEXT = "not_text"
    WEB_PAGE = "web_page"
    PDF = "pdf"
    UNSUPPORTED = "unsupported"
    NO_SHEETS = "no_sheets"
    READER_DIED = "reader_died"
    TOO_SLOW = "too_slow"
    ENTITIES = "entities"
    BROKEN_XML = "broken_xml"
    TOO_MUCH_XML = "too_much_xml"
    OTHER_XML = "other_xml"
    BROKEN_DOT = "broken_dot"
    BROKEN_JSON = "broken_json"
    OTHER_JSON = "other_json"
    NO_INVOICES = "no_invoices"
    BROKEN_INVOICE = "broken_invoice"
    OWN_REGISTER = "own_register"


class Unreadable(LockinError):
    """A file does not hold tables that can be read; `file` is its name without the folder."""

    def __init__(self, file: str, reason: Reason) -> None:
        super().__init__(f"{file}: {reason}")
        self.file, self.reason = file, reason

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return sentence_for(self.reason) % {"file": self.file}


def sentence_for(reason: Reason) -> str:
    """Return what is wrong and what to do, with a place for the name of the `file`."""
    match reason:
        case Reason.EMPTY:
            return _("%(file)s is empty. Export it again and try once more.")
        case Reason.OWN_REGISTER:
            return _(
                "%(file)s is a risk register that this program wrote; its rows are no inventory. "
                "Take it back instead: File > Take back a register, or “register --merge”."
            )
        case Reason.PROTECTED:
            return _(
                "%(file)s is protected by a password. Remove the password in Excel (File > Info) "
                "and try again."
            )
        case Reason.DAMAGED:
            return _(
                "%(file)s is damaged or incomplete. Open it in Excel, save it under a new name and "
                "import that one."
            )
        case Reason.TOO_LARGE:
            return _(
                "%(file)s would unpack to far more than a spreadsheet needs, and was not opened. "
                "Copy the rows you need to a new workbook."
            )
        case Reason.NOT_A_WORKBOOK:
            return _(
                "%(file)s is named like a workbook but is none inside. Open it in Excel and save "
                "it as .xlsx or .csv."
            )
        case Reason.NOT_TEXT:
            return _(
                "%(file)s is not a text file (a picture or a program, perhaps). Choose a .csv or "
                ".xlsx file."
            )
        case Reason.WEB_PAGE:
            return _("%(file)s is a web page. Open it in Excel and save it as .xlsx.")
        case Reason.PDF:
            return _("%(file)s is a PDF. Ask for the same list as .xlsx or .csv.")
        case Reason.UNSUPPORTED:
            return _(
                "%(file)s cannot be imported: this kind of file is not supported. Save it as .xlsx "
                "or .csv."
            )
        case Reason.NO_SHEETS:
            return _("%(file)s has no sheet with cells. Choose a workbook that holds a list.")
        case Reason.READER_DIED:
            return _(
                "%(file)s could not be read: it claims more cells than memory can hold. Copy the "
                "rows you need to a new workbook."
            )
        case Reason.TOO_SLOW:
            return _(
                "Reading %(file)s took too long and was stopped. Copy the rows you need to a new "
                "workbook."
            )
        case Reason.ENTITIES:
            return _(
                "%(file)s declares abbreviations (XML entities) that can harm a computer, and was "
                "not opened. Ask whoever sent it for a plain version."
            )
        case Reason.BROKEN_XML:
            return _("%(file)s is XML that breaks off or is damaged. Export it again.")
        case Reason.TOO_MUCH_XML:
            return _(
                "%(file)s is larger or nested deeper than any diagram or invoice, and was not "
                "opened. Export only the part you need."
            )
        case Reason.OTHER_XML:
            return _(
                "%(file)s is XML, but no diagram, no ArchiMate model and no e-invoice. Export it "
                "as .graphml, .gexf or .drawio, or as an invoice in Peppol format."
            )
        case Reason.BROKEN_DOT:
            return _("%(file)s is a DOT graph that breaks off or is damaged. Export it again.")
        case Reason.BROKEN_JSON:
            return _("%(file)s is JSON that breaks off or is damaged. Export it again.")
        case Reason.OTHER_JSON:
            return _(
                "%(file)s is JSON, but no CycloneDX list of services. Export it as CycloneDX, "
                ".xlsx or .csv."
            )
        case Reason.NO_INVOICES:
            return _(
                "The folder %(file)s holds no e-invoice. Choose the folder in which the XML files "
                "of your invoices are kept."
            )
        case Reason.BROKEN_INVOICE:
            return _(
                "%(file)s looks like an e-invoice but names no seller, date or amount. Ask the "
                "supplier to send it again."
            )
