"""What could not be used as it stands, where it stands, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import repeat
from typing import NamedTuple

from smala_lockin.formats.unreadable import Reason as Unreadable
from smala_lockin.formats.unreadable import sentence_for
from smala_lockin.i18n import _


class Reason(StrEnum):
    """Why a row or a cell could not be used, or not wholly."""

    NO_NAME = "no_name"
    NOT_AN_AMOUNT = "not_an_amount"
    OTHER_CURRENCY = "other_currency"
    NOT_A_DATE = "not_a_date"
    NOT_A_LEVEL = "not_a_level"
    NOT_A_SPAN = "not_a_span"
    NOT_A_FACTOR = "not_a_factor"
    NOT_A_COUNT = "not_a_count"
    NOT_A_COUNTRY = "not_a_country"
    NOT_YES_OR_NO = "not_yes_or_no"
    OUT_OF_RANGE = "out_of_range"
    DIFFERENT_VALUE = "different_value"
    ID_TWICE = "id_twice"
    UNKNOWN_NAME = "unknown_name"
    UNKNOWN_SOURCE = "unknown_source"
    AMBIGUOUS_NAME = "ambiguous_name"
    UNKNOWN_DIRECTION = "unknown_direction"
    DEPENDS_ON_ITSELF = "depends_on_itself"
    SET_ASIDE = "set_aside"
    EVERYTHING = "everything"
    TYPED_BY_HAND = "typed_by_hand"
    UNKNOWN_ID = "unknown_id"
    LOOSE_END = "loose_end"
    NOT_A_THING = "not_a_thing"
    NOT_WHOLE = "not_whole"
    PART_OF_A_YEAR = "part_of_a_year"
    UNREADABLE = "unreadable"
    BAD_REGISTRATION = "bad_registration"
    NOT_A_REGISTRATION = "not_a_registration"
    SECRET = "secret"
    OPEN_QUOTE = "open_quote"
    OTHER_FILE = "other_file"


class Place(NamedTuple):
    """Where a value stands: `row` as Excel numbers it, `sheet` None for a text file."""

    file: str
    sheet: str | None
    row: int

    def is_beside(self, other: "Place") -> bool:
        """Whether both stand on the same sheet."""
        return (self.file, self.sheet) == (other.file, other.sheet)


def places_of(file: str, sheet: str | None, rows: Iterable[int]) -> list[Place]:
    """Return the places of many rows of a sheet."""
    return list(map(tuple.__new__, repeat(Place), zip(repeat(file), repeat(sheet), rows)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A value that could not be used; `other` is what it clashes with, or a name that is near."""

    file: str
    sheet: str | None
    row: int
    column: str
    value: str
    reason: Reason
    other: str = ""

    @classmethod
    def at(
        cls, place: Place, column: str, value: object, reason: Reason, *, other: str = ""
    ) -> "Problem":
        """Return the problem of a value in a column of a row."""
        return cls(
            file=place.file,
            sheet=place.sheet,
            row=place.row,
            column=column,
            value=" ".join(str("" if value is None else value).split())[:200],
            reason=reason,
            other=other,
        )

    @property
    def message(self) -> str:
        """What is wrong and what became of it, in the language in force."""
        return _sentence(self.reason, self.other) % {
            "value": self.value,
            "other": self.other,
            "file": self.file,
        }


def _sentence(reason: Reason, other: str) -> str:
    match reason:
        case Reason.NO_NAME:
            return _("The row has no name and was left out.")
        case Reason.NOT_AN_AMOUNT:
            return _("“%(value)s” is not an amount; the cost stays unknown.")
        case Reason.OTHER_CURRENCY:
            return _(
                "The amount is in %(other)s; give a rate to use it. Until then the cost stays "
                "unknown and the text is kept."
            )
        case Reason.NOT_A_DATE:
            return _("“%(value)s” is not a complete date; the date stays unknown.")
        case Reason.NOT_A_LEVEL:
            return _("“%(value)s” is not a level of this scale; the criticality stays unknown.")
        case Reason.NOT_A_SPAN:
            return _("“%(value)s” is not a length of time; it stays unknown.")
        case Reason.NOT_A_FACTOR:
            return _("“%(value)s” is not a whole number from 1 to 4; it stays unknown.")
        case Reason.NOT_A_COUNT:
            return _("“%(value)s” is not a whole number; it stays unknown.")
        case Reason.NOT_A_COUNTRY:
            return _("“%(value)s” names no country; the country stays unknown.")
        case Reason.NOT_YES_OR_NO:
            return _("“%(value)s” says neither yes nor no; the answer stays unknown.")
        case Reason.OUT_OF_RANGE:
            return _("“%(value)s” is out of range; it stays unknown.")
        case Reason.DIFFERENT_VALUE:
            return _("“%(value)s” differs from “%(other)s” in an earlier row, which was kept.")
        case Reason.ID_TWICE:
            return _(
                "The identifier “%(value)s” already belongs to “%(other)s”; both were kept apart."
            )
        case Reason.UNKNOWN_NAME if other:
            return _("“%(value)s” is not in the files. Is “%(other)s” meant?")
        case Reason.UNKNOWN_NAME:
            return _("“%(value)s” is not in the files; it can be created.")
        case Reason.UNKNOWN_SOURCE:
            return _("The row is about “%(value)s”, which is not in the files.")
        case Reason.AMBIGUOUS_NAME:
            return _("“%(value)s” is the name of several items; none was chosen.")
        case Reason.UNKNOWN_DIRECTION:
            return _("The direction “%(value)s” is unknown; the row was left out.")
        case Reason.DEPENDS_ON_ITSELF:
            return _("“%(value)s” would depend on itself; the row adds no dependency.")
        case Reason.SET_ASIDE:
            return _("“%(value)s” stands for several or hidden suppliers and was set aside.")
        case Reason.EVERYTHING:
            return _("“%(value)s” names no single activity; draw which ones it serves.")
        case Reason.TYPED_BY_HAND:
            return _("“%(value)s” differs from “%(other)s”, which somebody typed and was kept.")
        case Reason.UNKNOWN_ID:
            return _("“%(value)s” is not in the file; the dependency was left out.")
        case Reason.LOOSE_END:
            return _("The arrow does not touch a shape at both ends and was left out.")
        case Reason.NOT_A_THING:
            return _("The arrow ends at a frame or at a shape without a name and was left out.")
        case Reason.NOT_WHOLE:
            return _("“%(value)s” is not valid in a map; it stays unknown.")
        case Reason.PART_OF_A_YEAR:
            return _(
                "The map knows older invoices of “%(value)s” than these files, so its yearly cost "
                "was left as it is. Import the invoices of a whole year together."
            )
        case Reason.UNREADABLE:
            return sentence_for(Unreadable(other))
        case Reason.BAD_REGISTRATION:
            return _("The check digits of the enterprise number “%(value)s” are wrong.")
        case Reason.NOT_A_REGISTRATION:
            return _("“%(value)s” is no enterprise number; it stays unknown.")
        case Reason.OTHER_FILE:
            return _("“%(value)s” differs from another file, which was kept (%(other)s).")
        case Reason.OPEN_QUOTE:
            return _(
                "A quotation mark opens here and none closes it: the file may break off. From this "
                "row on quotation marks were passed over."
            )
        case Reason.SECRET:
            return _("This seems to hold a password, a key or a bank account; it was left out.")
