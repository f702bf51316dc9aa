"""Payments and bill lines added up: by supplier, or by the service that a bill charges for."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import fsum

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.reads import Read
from smala_lockin.i18n import _
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.spending import is_person
from smala_lockin.importing.rows.bank_texts import BankTexts
from smala_lockin.importing.rows.drafts import Draft, Drafts, Pool
from smala_lockin.importing.rows.guessing import SheetGuess
from smala_lockin.importing.rows.payment_columns import PaymentColumns
from smala_lockin.importing.rows.wish_reader import WishReader
from smala_lockin.importing.rows.wishes import RunWishes, Wish, nameless
from smala_lockin.importing.tables.accounts import ACCOUNT
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.problems import Place, Problem, Reason, places_of
from smala_lockin.importing.tables.row_looks import row_text
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.sorts import RowSort, is_account
from smala_lockin.importing.values.amounts import (
    currency_in,
)
from smala_lockin.importing.values.moments import read_date
from smala_lockin.importing.values.money import Money
from smala_lockin.importing.values.plain import (
    display_name,
    exact_form,
    is_nobody,
    is_set_aside,
    plain_words,
    words_of,
)
from smala_lockin.importing.values.secrets import secrets_among

YEAR = timedelta(days=365)
ABOUT_A_YEAR = timedelta(days=330)
"""From the first working day of a year to its last invoice; less says nothing about a year."""

KEPT_TEXTS = 5
"""How many different texts of a column are kept for one supplier."""


_SAMPLED = 200
_NEARLY_ALL = 0.9
_SUPPLIERS_CLASSES = frozenset({"44", "40"})
_COUNTERPARTS = words_of(
    "contrepartie tegenpartij counterparty beneficiaire begunstigde begunstigter payee "
    "zahlungsbeteiligter empfanger zahlungsempfanger"
)
_OTHERS = (Meaning.KIND, Meaning.OWNER, Meaning.DESCRIPTION, Meaning.PROCESS)
_WORD = re.compile(r"[^\W\d_]{3}")
_ADDRESS = re.compile(r"https?://|arn:|[{\[]", re.IGNORECASE)


def _nobody_agreed(_name: str) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a sheet of payments came to, in words for a note; `sums` go by currency.

    `offered` are suppliers that texts alone name.
    """

    rows: int
    names: int
    first: date | None
    last: date | None
    sums: Mapping[str, float]
    is_yearly: bool
    not_kept: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


@dataclass(slots=True)
class _Account:
    """All rows of one supplier or service."""

    draft: Draft
    place: Place
    paid: list[tuple[date | None, str, float]] = field(default_factory=list)
    kept: dict[str, dict[str, None]] = field(default_factory=dict)
    regions: dict[str, None] = field(default_factory=dict)
    linked: set[tuple[str, ...]] = field(default_factory=set)
    rows: int = 0


class PaymentReader:
    """Reads a sheet of which each row is a payment or a line of a bill.

    A yearly cost is claimed only where the payments of the sheet span about a year or more; then
    it is the sum of the last 365 days of that span. Of a shorter span the sum is kept as a note
    and the cost stays unknown: nobody knows how often a supplier is paid.
    """

    def __init__(
        self,
        sheet: Sheet,
        drafts: Drafts,
        wishes: list[Wish | RunWishes],
        problems: list[Problem],
        *,
        money: Money,
        creates: Callable[[str], bool] = _nobody_agreed,
        known_vendors: bool = True,
    ) -> None:
        """`money` says what other currencies are worth.

        Whom only the text of a movement names is made a supplier where `creates` says so, else
        among the `offers`; with `known_vendors` texts are looked at for names of the catalogue.
        """
        assert sheet.layout is not None
        self._sheet, self._drafts, self._problems = sheet, drafts, problems
        self._money = money
        self._rates = {**money.rates, money.currency: 1.0}
        self.is_currency_assumed = False
        self._by_service = sheet.sort is RowSort.BILL
        self._wishes = WishReader(sheet, drafts, wishes, problems)
        self._guess = SheetGuess(sheet)
        named = sheet.column(Meaning.NAME)
        supplied = sheet.column(Meaning.SUPPLIER) or sheet.column(Meaning.MAKER)
        self._creates = creates
        self.offers: dict[str, list[Place]] = {}
        self._name = named if self._by_service else supplied or named
        self._cost = sheet.column(Meaning.COST) or sheet.column(Meaning.MONTHLY_COST)
        self._in_currency = sheet.column(Meaning.CURRENCY)
        self._in_header = currency_in(self._cost.header) if self._cost else None
        self._supplying = sheet.all(Meaning.SUPPLIER, Meaning.MAKER) if self._by_service else []
        self._body = sheet.layout.body
        self._columns = PaymentColumns(sheet)
        self._names = self._columns.texts(self._name)
        self._books = supplied is not None and is_account(supplied)
        self._classes = self._suppliers_accounts() if self._books else frozenset[str]()
        self._bank = self._is_of_a_bank(supplied)
        self._wages = self._columns.pays_wages()
        self._texts = BankTexts(sheet, self._columns, known_vendors=known_vendors)
        self._turned = self._bank or self._owes_below_zero()
        self._days = self._columns.days()
        self._amounts = self._columns.amounts(self._cost)
        self._costs = self._columns.texts(self._cost)
        self._currencies = self._columns.currencies(self._in_currency)
        others = [one for one in sheet.columns if one.meaning in (None, *_OTHERS)]
        telling = [one for one in others if self._tells_apart(one)]
        self._telling = [(one.header, self._columns.told(one)) for one in telling]
        self._regions = self._columns.regions()
        self._about_suppliers = [] if self._by_service else self._columns.about_suppliers()
        self._sold_by = [self._columns.texts(one) for one in self._supplying]
        self._by_text: dict[str, _Account] = {}
        self.accounts: dict[str, _Account] = {}
        self.used: set[int] = set()
        self.kept: dict[str, None] = {}
        self.left_out: list[LeftOut] = []
        self._set_aside: set[str] = set()

    def read(self) -> Summary:
        """Add all rows up, and tell the drafts."""
        table = self._sheet.table
        places = places_of(table.file, table.sheet, [row.number for row in self._body])
        for index, (row, place) in enumerate(zip(self._body, places, strict=True)):
            if account := self._account(index, row, place):
                self._take(account, index, place)
        days = [day for day in self._days if day]
        first, last = min(days, default=None), max(days, default=None)
        yearly = first is not None and last is not None and last - first >= ABOUT_A_YEAR
        totals: Counter[str] = Counter()
        for account in self.accounts.values():
            sums = _sums(account.paid)
            totals.update(sums)
            since = last - YEAR if yearly and last else None
            self._tell(account, sums, since)
        return Summary(
            rows=len(self.used),
            names=len(self.accounts),
            first=first,
            last=last,
            sums={code: float(value) for code, value in totals.items()},
            is_yearly=yearly,
            not_kept=tuple(
                one.header
                for one in self._sheet.columns
                if one.meaning in (None, Meaning.PAYMENT, *_OTHERS) and one.header not in self.kept
            ),
            offered=tuple(self.offers),
        )

    def _account(self, index: int, row: Body, place: Place) -> _Account | None:
        text = name = self._names[index]
        if self._bank and (amount := self._amounts[index]) and amount.value > 0:
            self._leave(row, Why.RECEIPT)
            return None
        if self._wages[index] and is_person(name):
            self._leave(row, Why.NO_TECHNOLOGY)
            return None
        if known := self._by_text.get(text):
            return known
        if is_nobody(name) and self._bank:
            return self._account_in_text(index, row, place)
        if is_nobody(name):
            self._problems.append(nameless(row, place, self._name))
            return None
        if self._books and (account := ACCOUNT.fullmatch(name)):
            if name[:2] not in self._classes:
                self._leave(row, Why.CHART)
                return None
            name = account[1].strip()
        key = exact_form(display_name(name))
        if is_set_aside(name):
            if key in self._set_aside:
                self._leave(row, Why.SET_ASIDE)
            else:  # told once for each name, the other rows are listed
                header = self._name.header if self._name else ""
                problem = Problem.at(place, header, name, Reason.SET_ASIDE)
                self._problems.append(problem)
                self._set_aside.add(key)
            return None
        self._by_text[text] = self._account_of(name, row, place)
        return self._by_text[text]

    def _account_in_text(self, index: int, row: Body, place: Place) -> _Account | None:
        """The account of whom the text of a movement names, where that is known or agreed to."""
        name = self._texts.payee(index)
        if name is None:
            self._leave(row, Why.NOBODY_PAID)
            return None
        known = exact_form(name) in self.accounts or self._drafts.named(Pool.SUPPLIER, name)
        if known or self._creates(name):
            return self._account_of(name, row, place)
        self.offers.setdefault(name, []).append(place)
        self._leave(row, Why.IN_TEXT_ONLY)
        return None

    def _account_of(self, name: str, row: Body, place: Place) -> _Account:
        key = exact_form(display_name(name))
        if key not in self.accounts:
            self.accounts[key] = _Account(self._draft(name, row, place), place)
        return self.accounts[key]

    def _suppliers_accounts(self) -> frozenset[str]:
        """The classes of accounts that are suppliers': 44 in Belgium, 40 in France, else all."""
        found = {name[:2] for name in self._names}
        return frozenset(found & _SUPPLIERS_CLASSES or found)

    def _is_of_a_bank(self, supplied: Column | None) -> bool:
        """Whether these are movements of a bank account: payments are below zero there."""
        if self._cost is None or (self._by_service and supplied is None):
            return False
        words = set(plain_words(supplied.header).split()) if supplied else _COUNTERPARTS
        if not words & _COUNTERPARTS:
            return False
        amounts = self._columns.amounts(self._cost, decimal_comma=True)
        return any(one and one.value < 0 for one in amounts)

    def _owes_below_zero(self) -> bool:
        """Whether nearly all amounts are below zero, as tools write what a company owes."""
        amounts = self._columns.amounts(self._cost, decimal_comma=True)
        known = [one.value for one in amounts if one is not None and one.value]
        return bool(known) and sum(value < 0 for value in known) > _NEARLY_ALL * len(known)

    def _leave(self, row: Body, why: Why) -> None:
        self.left_out.append(LeftOut(row=row.number, text=row_text(row.cells), why=why))

    def _draft(self, text: str, row: Body, place: Place) -> Draft:
        name = display_name(text)
        pool = Pool.ASSET if self._by_service else Pool.SUPPLIER
        known = self._drafts.named(pool, name)
        draft = known[0] if known else self._drafts.add(self._new(name, row, place))
        draft.said = True
        draft.place = draft.place or place
        draft.offer(Read("name", name, text), place)
        return draft

    def _new(self, name: str, row: Body, place: Place) -> Draft:
        if not self._by_service:
            return Draft(name=name, kind=AssetKind.SUPPLIER, sure=True, place=place)
        guess = self._guess.of(row)
        # What is billed by period and use is rented, unless the bill itself says otherwise.
        rented = guess.kind is AssetKind.APPLICATION or not guess.sure
        kind = AssetKind.CLOUD_SERVICE if rented else guess.kind
        return Draft(name=name, kind=kind, place=place)

    def _take(self, account: _Account, index: int, place: Place) -> None:
        account.rows += 1
        account.place = place
        self.used.add(place.row)
        amount = self._amounts[index]
        if amount is not None:
            code = amount.currency or self._code(index)
            value = -amount.value if self._turned else amount.value
            account.paid.append((self._days[index], code, value))
        elif self._cost and not is_nobody(self._costs[index]):
            cell = self._columns.cells(self._cost)[index]
            problem = Problem.at(place, self._cost.header, cell, Reason.NOT_AN_AMOUNT)
            self._problems.append(problem)
        for header, told in self._telling:
            text = told[index]
            if text is not None:
                account.kept.setdefault(header, {}).setdefault(text)
        for regions in self._regions:
            account.regions.update(dict.fromkeys(regions[index]))
        if self._sold_by:
            names = tuple(texts[index] for texts in self._sold_by)
            if names not in account.linked:
                account.linked.add(names)
                self._wishes.suppliers(account.draft, index, place)
        for reads in self._about_suppliers:
            if read := reads[index]:
                account.draft.tell(read, place)

    def _tell(self, account: _Account, sums: Mapping[str, float], since: date | None) -> None:
        days = sorted(day for day, _code, _value in account.paid if day)
        text = "; ".join(f"{_shown(value)} {code}" for code, value in sorted(sums.items()))
        lines = _("Bill lines") if self._by_service else _("Payments")
        notes = {
            lines: str(account.rows),
            _("Sum"): text,
            _("First payment"): days[0].isoformat() if days else "",
            _("Last payment"): days[-1].isoformat() if days else "",
        }
        draft = account.draft
        draft.custom.update({header: said for header, said in notes.items() if said})
        for header, texts in account.kept.items():
            if len(texts) <= KEPT_TEXTS:
                draft.custom[header] = "\n".join(texts)
                self.kept.setdefault(header)
        if account.regions:
            regions = tuple(account.regions)
            self._say(draft, "hosting_countries", regions, ", ".join(regions), account.place)
        if since is not None:
            self._yearly(account, since)

    def _yearly(self, account: _Account, since: date) -> None:
        recent = _sums([one for one in account.paid if one[0] and one[0] > since])
        text = "; ".join(f"{_shown(value)} {code}" for code, value in sorted(recent.items()))
        if unknown := sorted(set(recent) - set(self._rates)):
            header = self._cost.header if self._cost else ""
            other = ", ".join(unknown)
            problem = Problem.at(account.place, header, text, Reason.OTHER_CURRENCY, other=other)
            self._problems.append(problem)
        elif recent:
            value = round(fsum(self._rates[code] * sum for code, sum in recent.items()), 2)
            self._say(account.draft, "annual_cost", value, text, account.place)

    def _say(self, draft: Draft, fact: str, value: object, text: str, place: Place) -> None:
        draft.tell(Read(fact, value, text), place)

    def _code(self, index: int) -> str:
        code = self._currencies[index] or self._in_header
        if not (code or self._money.amounts_in):
            self.is_currency_assumed = True
        return code or self._money.unsaid

    def _tells_apart(self, column: Column) -> bool:
        """Whether a column says in words what one supplier has and another has not."""
        texts = dict.fromkeys(self._columns.cells(column).texts)
        if secrets_among(list(texts)):
            return False
        told = [text for text in texts if not is_nobody(text)]
        wordy = [text for text in told if _WORD.search(text) and not _ADDRESS.match(text)]
        days = [text for text in told[:_SAMPLED] if read_date(text)]
        return len(texts) > 1 and len(wordy) * 2 > len(told) and len(days) * 2 <= len(wordy)


def _sums(paid: list[tuple[date | None, str, float]]) -> dict[str, float]:
    values: dict[str, list[float]] = {}
    for _day, code, value in paid:
        values.setdefault(code, []).append(value)
    return {code: fsum(some) for code, some in values.items()}


def _shown(value: float) -> str:
    """A sum to the cent; what is less than a cent or two as exactly as it is billed."""
    return f"{value:.2f}" if abs(value) >= 1 or not value else f"{value:.6f}"
