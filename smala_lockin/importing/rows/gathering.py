"""Everything the files say, sheet by sheet: drafts, and wishes for what they need."""

from collections.abc import Callable

from smala_lockin.importing.rows.drafts import Draft, Drafts
from smala_lockin.importing.rows.payments import PaymentReader
from smala_lockin.importing.rows.row_facts import RowFacts
from smala_lockin.importing.rows.sheet_reader import SheetReader
from smala_lockin.importing.rows.tally import Tally
from smala_lockin.importing.rows.wishes import RunWishes, Wish
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.importing.values.money import Money


def _nobody_agreed(_name: str) -> bool:
    return False


class Gathering:
    """Everything the files say, as it comes in row by row."""

    def __init__(
        self,
        drafts: Drafts,
        money: Money,
        *,
        in_bulk: bool = True,
        creates: Callable[[str], bool] = _nobody_agreed,
        known_vendors: bool = True,
    ) -> None:
        """`money` says what other currencies are worth; `in_bulk` changes nothing but the time.

        Suppliers that only the texts of a bank name are made where it `creates` them, else they
        are among the `offers`; `known_vendors` says whether the catalogue is asked for them. All
        that were `paid` are listed.
        """
        self.offers: dict[str, list[Place]] = {}
        self.paid: list[Draft] = []
        self._creates, self._known_vendors = creates, known_vendors
        self.drafts = drafts
        self.in_bulk = in_bulk
        self.wishes: list[Wish | RunWishes] = []
        self.problems: list[Problem] = []
        self._money = money

    def take(self, sheet: Sheet) -> Tally:
        """Read all rows of a sheet."""
        self.problems += (
            Problem.at(Place(sheet.table.file, sheet.table.sheet, row), header, None, Reason.SECRET)
            for row, header in sheet.withheld
        )
        table = sheet.table
        if table.open_quote and 0 <= table.open_quote - table.first_row < len(table.rows):
            place = Place(table.file, table.sheet, table.open_quote)
            self.problems.append(Problem.at(place, "", None, Reason.OPEN_QUOTE))
        if sheet.sort in (RowSort.PAYMENT, RowSort.BILL):
            return self._add_up(sheet)
        reader = SheetReader(
            sheet,
            RowFacts(sheet, self._money),
            self.drafts,
            self.wishes,
            self.problems,
            in_bulk=self.in_bulk,
        )
        return reader.read()

    def _add_up(self, sheet: Sheet) -> Tally:
        reader = PaymentReader(
            sheet,
            self.drafts,
            self.wishes,
            self.problems,
            money=self._money,
            creates=self._creates,
            known_vendors=self._known_vendors,
        )
        summary = reader.read()
        self.paid += (account.draft for account in reader.accounts.values())
        for name, places in reader.offers.items():
            self.offers.setdefault(name, []).extend(places)
        return Tally(
            used=reader.used,
            kept=reader.kept,
            left_out=reader.left_out,
            is_currency_assumed=reader.is_currency_assumed,
            summary=summary,
        )
