"""Rows that became no asset of their own: left out, or merged into another; each with its why."""

from dataclasses import dataclass
from enum import StrEnum

from smala_lockin.i18n import _


class Why(StrEnum):
    """Why a row is no record."""

    ABOVE = "above"
    HEADING = "heading"
    TOTAL = "total"
    WEIGHT = "weight"
    FORM = "form"
    FOOTNOTE = "footnote"
    REPEATED = "repeated"
    EMPTY = "empty"
    SET_ASIDE = "set_aside"
    RECEIPT = "receipt"
    CHART = "chart"
    PLAIN_SERVICE = "plain_service"
    NOBODY_PAID = "nobody_paid"
    IN_TEXT_ONLY = "in_text_only"
    CUSTOMER = "customer"
    REMARKS = "remarks"
    BILL = "bill"
    NAMES_NOTHING = "names_nothing"
    ANSWER = "answer"
    COUNTED = "counted"
    UNLICENSED = "unlicensed"
    NO_TECHNOLOGY = "no_technology"
    PAID_AGAIN = "paid_again"
    FEE = "fee"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A row that was left out; `row` as Excel numbers it, `text` what stands in it."""

    row: int
    text: str
    why: Why

    @property
    def reason(self) -> str:
        """Why it was left out, in the language in force."""
        return _reason(self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A row about a thing that an earlier row named; `into` is that row, where it is known."""

    row: int
    text: str
    into: int | None = None

    @property
    def reason(self) -> str:
        """What became of it, in the language in force."""
        if self.into is None:
            return _("It is about the same item as an earlier row; both were joined.")
        return _("It is about the same item as row %(row)s; both were joined.") % {"row": self.into}


def _reason(why: Why) -> str:
    match why:
        case Why.ABOVE:
            return _("It stands above the header of the list.")
        case Why.HEADING:
            return _("It is a heading; the rows below carry it as a tag.")
        case Why.TOTAL:
            return _("It adds up other rows.")
        case Why.WEIGHT:
            return _("It holds weights or a reserve, and names nothing.")
        case Why.FORM:
            return _("It says what the columns of the form hold.")
        case Why.FOOTNOTE:
            return _("It is a remark below the list.")
        case Why.REPEATED:
            return _("It repeats the header.")
        case Why.EMPTY:
            return _("It holds nothing but placeholders.")
        case Why.SET_ASIDE:
            return _("Its supplier stands for several or is hidden.")
        case Why.RECEIPT:
            return _("Money came in here: it is no payment to a supplier.")
        case Why.PLAIN_SERVICE:
            return _("It is a service without technology, and no supplier stands beside it.")
        case Why.NOBODY_PAID:
            return _("Neither a name nor its text says which known supplier was paid.")
        case Why.IN_TEXT_ONLY:
            return _("Its text alone names the supplier, who is proposed and not taken.")
        case Why.CUSTOMER:
            return _("It is a customer, not a supplier.")
        case Why.REMARKS:
            return _("It holds remarks on the questions, not the answers of a supplier.")
        case Why.ANSWER:
            return _("Its answer was joined with the first row of whoever gave it.")
        case Why.BILL:
            return _("It is one of the bills that the row above adds up.")
        case Why.NAMES_NOTHING:
            return _("The answer names no known product and no supplier.")
        case Why.COUNTED:
            return _("The person was counted among the users of the licence.")
        case Why.UNLICENSED:
            return _("The person has no licence.")
        case Why.NO_TECHNOLOGY:
            return _("It pays for no technology: wages, taxes, rent or the like.")
        case Why.PAID_AGAIN:
            return _("It pays again for the service of an earlier row, which is counted once.")
        case Why.FEE:
            return _("It is a fee of the bank or of the card, not a service.")
        case Why.PRIVATE:
            return _("The list says that it is private.")
        case Why.CHART:
            return _("It is an account of the books that is no supplier's.")
