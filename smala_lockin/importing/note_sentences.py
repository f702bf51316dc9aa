"""Remarks on an import, and how they are said."""

from dataclasses import dataclass
from enum import StrEnum

from smala_lockin.i18n import _
from smala_lockin.importing.values.scales import Scale


class NoteKind(StrEnum):
    """What is worth saying about an import besides its counts."""

    NOTHING_FOUND = "nothing_found"
    NO_SUPPLIER_COLUMN = "no_supplier_column"
    SCALE = "scale"
    PEOPLE_LEFT_OUT = "people_left_out"
    SECRETS_LEFT_OUT = "secrets_left_out"
    NOTHING_NEW = "nothing_new"
    NO_SUPPLIERS = "no_suppliers"
    ARROWS = "arrows"
    NO_DIRECTION = "no_direction"
    TURNED = "turned"
    OWN_SALES = "own_sales"
    OTHER_FILES = "other_files"
    SPEND = "spend"
    SERVICES_PROPOSED = "services_proposed"
    PAYMENTS = "payments"
    NAMED_IN_TEXTS = "named_in_texts"
    PAYEES_LEFT = "payees_left"
    NOBODY_PAID = "nobody_paid"
    BILL = "bill"
    SHORT_PERIOD = "short_period"
    CURRENCY_ASSUMED = "currency_assumed"
    RECOGNISED = "recognised"
    COLUMNS_HIDDEN = "columns_hidden"
    COLUMNS_EMPTY = "columns_empty"
    REMEMBERED = "remembered"
    DECODED = "decoded"
    ON_ITS_SIDE = "on_its_side"
    NO_HEADER = "no_header"
    PEOPLE_COUNTED = "people_counted"
    HOSTING_COUNTRY = "hosting_country"
    ONLY_TOLD = "only_told"
    OTHER_SUPPLIERS = "other_suppliers"
    RAGGED = "ragged"
    NOT_KEPT = "not_kept"
    DITTOS = "dittos"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark on an import; `subject` is the file, the header or the headers it is about."""

    kind: NoteKind
    subject: str = ""
    detail: str = ""

    @property
    def sentence(self) -> str:
        """The remark in the language in force."""
        detail = _scale_words(Scale(self.detail)) if self.kind is NoteKind.SCALE else self.detail
        return _note(self.kind) % {"subject": self.subject, "detail": detail}


def _scale_words(scale: Scale) -> str:
    """What a scale is called, in the language in force."""
    match scale:
        case Scale.ONE_IS_HIGHEST:
            return _("“1 is the highest”")
        case Scale.LIGHTS:
            return _("of traffic lights")
        case _:
            return scale.value


def _note(kind: NoteKind) -> str:
    match kind:
        case NoteKind.NOTHING_FOUND:
            return _("%(subject)s holds nothing to import.")
        case NoteKind.NO_SUPPLIER_COLUMN:
            return _("%(subject)s has no column for suppliers; none were invented.")
        case NoteKind.DITTOS:
            return _(
                "Cells of %(subject)s that say “idem”, or are ditto marks, were read as the cell "
                "above them: %(detail)s."
            )
        case NoteKind.SCALE:
            return _("The column %(subject)s was read on the scale %(detail)s.")
        case NoteKind.PEOPLE_LEFT_OUT:
            return _("These columns of %(detail)s name people and were left out: %(subject)s.")
        case NoteKind.SECRETS_LEFT_OUT:
            return _(
                "These columns of %(detail)s hold or may hold passwords, keys or bank accounts and "
                "were left out: %(subject)s."
            )
        case NoteKind.NOTHING_NEW:
            return _("The files say nothing that the map does not hold already.")
        case NoteKind.NO_SUPPLIERS:
            return _("%(subject)s names no suppliers; none were invented.")
        case NoteKind.ARROWS:
            return _(
                "Arrows of %(subject)s were read as: what the arrow comes from needs what it "
                "points at. Turn those that were meant the other way."
            )
        case NoteKind.NO_DIRECTION:
            return _(
                "The lines of %(subject)s have no direction; the end drawn first was taken to "
                "need the other. Check them."
            )
        case NoteKind.TURNED:
            return _(
                "Arrows of %(subject)s that point at the user of a thing were turned round, for "
                "on a map arrows point to what is needed: %(detail)s."
            )
        case NoteKind.OWN_SALES:
            return _("Invoices that %(subject)s itself wrote were left out: %(detail)s.")
        case NoteKind.OTHER_FILES:
            return _("Files of %(subject)s that are no e-invoices were left out: %(detail)s.")
        case NoteKind.SPEND:
            return _(
                "Yearly spend is what was invoiced without VAT from %(subject)s to %(detail)s."
            )
        case NoteKind.PAYMENTS:
            return _("The payments of %(subject)s were added up by supplier: %(detail)s.")
        case NoteKind.NAMED_IN_TEXTS:
            return _(
                "Some movements of %(subject)s say only in their texts who was paid. These "
                "suppliers are proposed, not taken: %(detail)s."
            )
        case NoteKind.PAYEES_LEFT:
            return _(
                "Suppliers that were paid and stay off the map: %(detail)s. Tick those you want "
                "under “Paid suppliers”."
            )
        case NoteKind.NOBODY_PAID:
            return _("Nothing in %(subject)s says which known supplier was paid.")
        case NoteKind.BILL:
            return _("The bill lines of %(subject)s were added up by service: %(detail)s.")
        case NoteKind.SHORT_PERIOD:
            return _(
                "%(subject)s spans less than a year: what was paid is kept as a note, and the "
                "yearly cost stays unknown."
            )
        case NoteKind.CURRENCY_ASSUMED:
            return _(
                "%(subject)s names no currency for its amounts; they were read as %(detail)s. Say "
                "so if they are in another."
            )
        case NoteKind.NOT_KEPT:
            return _(
                "These columns of %(detail)s differ from row to row, or are alike in all, and "
                "were not kept: %(subject)s."
            )
        case NoteKind.RECOGNISED:
            return _("%(subject)s was recognised as: %(detail)s.")
        case NoteKind.COLUMNS_HIDDEN:
            return _("These columns of %(detail)s are hidden and were left out: %(subject)s.")
        case NoteKind.COLUMNS_EMPTY:
            return _(
                "These columns of %(detail)s hold no values: %(subject)s. If they are formulas, "
                "open the file in Excel and save it."
            )
        case NoteKind.NO_HEADER:
            return _(
                "%(subject)s has no header row. Its first row was read as the others, and its "
                "columns were told by what they hold: check them."
            )
        case NoteKind.PEOPLE_COUNTED:
            return _(
                "%(subject)s lists who has which licence. People were counted for each product; "
                "nothing else about them was kept."
            )
        case NoteKind.HOSTING_COUNTRY:
            return _(
                "The column %(subject)s of %(detail)s was read as the country of the hosting, "
                "beside which it stands. If it is that of the supplier, say so for the column."
            )
        case NoteKind.ONLY_TOLD:
            return _(
                "Who only supports, is asked or is told (S, C, I) in %(subject)s was left out, for "
                "nothing stops without them: %(detail)s cells."
            )
        case NoteKind.OTHER_SUPPLIERS:
            return _(
                "The files name different suppliers of %(subject)s: %(detail)s. All of them were "
                "kept; take out those that are wrong."
            )
        case NoteKind.ON_ITS_SIDE:
            return _(
                "%(subject)s has one item in each column and was turned round: what is called its "
                "row 3 is column C of the file."
            )
        case NoteKind.DECODED:
            return _(
                "%(subject)s does not say how its letters are written; they were read so: "
                "%(detail)s."
            )
        case NoteKind.RAGGED:
            return _(
                "Rows of %(subject)s with more or fewer fields than the others: %(detail)s. They "
                "were read as far as they go."
            )
        case NoteKind.REMEMBERED:
            return _("The columns of %(subject)s were read as you chose in an earlier import.")
        case NoteKind.SERVICES_PROPOSED:
            return _(
                "The lines of the invoices name these services, which were not created: "
                "%(subject)s."
            )
