"""From invoices to suppliers: who they are, what they cost in a year, how often they invoice."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from smala_lockin.domain.assets import Origin, Source
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.reads import Read
from smala_lockin.formats.invoices import Invoice, Invoices, Party
from smala_lockin.i18n import _, day, number, semicolons
from smala_lockin.importing.matching.linking import Edge
from smala_lockin.importing.note_sentences import Note, NoteKind
from smala_lockin.importing.proposal import ServiceGuess, SheetReport
from smala_lockin.importing.rows.drafts import Draft, Drafts, Pool
from smala_lockin.importing.sources.charting import EdgeKey
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.values.enterprise import Registration, registration
from smala_lockin.importing.values.plain import exact_form
from smala_lockin.importing.values.secrets import masked
from smala_lockin.knowledge import catalogue
from smala_lockin.knowledge.jurisdictions import jurisdiction
from smala_lockin.knowledge.vendors import Vendor

_YEAR = timedelta(days=365)
_REGULAR = 0.6
_SHOWN_SERVICES = 20


@dataclass(slots=True)
class _Account:
    """All invoices of one seller."""

    key: str
    number: Registration | None
    invoices: list[Invoice] = field(default_factory=list)
    draft: Draft | None = None

    @property
    def latest(self) -> Invoice:
        return max(self.invoices, key=lambda one: (one.day, one.number))

    @property
    def name(self) -> str:
        return masked(self.latest.seller.name) or (self.number.text if self.number else "")


class Billing:
    """Adds up invoices to suppliers, and finds the services their lines name."""

    def __init__(
        self,
        drafts: Drafts,
        edges: dict[EdgeKey, Edge],
        problems: list[Problem],
        *,
        currency: str,
        rates: Mapping[str, float],
        known_vendors: bool,
        creates: Callable[[str], bool],
        today: date | None = None,
    ) -> None:
        """`rates` say what one unit of another currency is worth in `currency`.

        With `known_vendors` lines are looked at for services of the catalogue; those are made
        whose names it `creates`, the others proposed.
        """
        self._drafts, self._edges, self._problems = drafts, edges, problems
        self._rates = {currency: 1.0, **rates}
        self._known_vendors, self._creates, self._today = known_vendors, creates, today
        self._by_number: dict[str, Draft] = {}
        self._span = (date.max, date.max)
        self.reports: list[SheetReport] = []
        self.notes: list[Note] = []
        self.services: list[ServiceGuess] = []
        self.merged = 0

    def take(self, bills: Invoices) -> None:
        """Read all invoices."""
        for file, why in bills.broken:
            place = Place(file=file, sheet=None, row=1)
            problem = Problem.at(place, "", file, Reason.UNREADABLE, other=why.value)
            self._problems.append(problem)
        once = self._without_copies(bills.read)
        keys = _Keys(once)
        ours = _ourselves(once, keys)
        bought = [one for one in once if keys.of(one.seller) != ours]
        self._by_number = {
            number: one
            for one in self._drafts
            if one.pool is Pool.SUPPLIER and (number := _known_number(one))
        }
        accounts: dict[str, _Account] = {}
        for one in bought:
            key = keys.of(one.seller)
            account = accounts.setdefault(key, _Account(key, _number(one.seller)))
            account.invoices.append(one)
            account.number = account.number or _number(one.seller)
        days = [one.day for one in bought]
        self._span = (min(days), max(days)) if days else (date.max, date.max)
        for account in accounts.values():
            self._supplier(account)
        if self._known_vendors:
            self._services(accounts.values())
        self._tell(bills, once, bought, keys, ours)

    def _without_copies(self, invoices: Iterable[Invoice]) -> list[Invoice]:
        found: dict[tuple[object, ...], Invoice] = {}
        for one in invoices:
            party = _number(one.seller) or exact_form(one.seller.name)
            key = (party, one.number, one.day, one.credit, one.net)
            self.merged += key in found
            found.setdefault(key, one)
        return list(found.values())

    def _supplier(self, account: _Account) -> None:
        latest = account.latest
        place = Place(file=latest.file, sheet=None, row=1)
        draft = self._found_or_new(account, place)
        account.draft = draft
        draft.said = True
        self._fact(draft, "name", account.name, account.name, place)
        if account.number:
            text = account.number.text
            if account.number.sound:
                self._fact(draft, "registration", text, text, place)
            else:
                draft.custom.setdefault(_("Enterprise number"), text)
                self._report(place, "registration", text, Reason.BAD_REGISTRATION)
        country = latest.seller.country or (account.number.text[:2] if account.number else "")
        if jurisdiction(country):
            self._fact(draft, "country", country, country, place)
        self._spend(draft, account, place)

    def _found_or_new(self, account: _Account, place: Place) -> Draft:
        """The supplier of this number, else of this name unless it has another number."""
        number = account.number.text if account.number else None
        if number and number in self._by_number:
            return self._by_number[number]
        for one in self._drafts.named(Pool.SUPPLIER, account.name):
            if number is None or _known_number(one) in (None, number):
                return one
        return self._drafts.add(
            Draft(name=account.name, kind=AssetKind.SUPPLIER, sure=True, place=place)
        )

    def _spend(self, draft: Draft, account: _Account, place: Place) -> None:
        start, end = self._span
        if self._knows_more(draft, start, end):
            self._report(place, "annual_cost", draft.name, Reason.PART_OF_A_YEAR)
            return
        recent = [one for one in account.invoices if one.day > end - _YEAR]
        sums: Counter[str] = Counter()
        for one in recent:
            sums[one.currency] += one.net  # type: ignore[assignment]
        text = "; ".join(f"{value:.2f} {code}" for code, value in sorted(sums.items()))
        days = sorted({one.day for one in account.invoices})
        kept = {
            _("Invoices"): str(len(account.invoices)),
            _("First invoice"): days[0].isoformat(),
            _("Last invoice"): days[-1].isoformat(),
            _("Invoiced in the last year"): text,
            _("Invoiced"): _rhythm([one.day for one in account.invoices if not one.credit]),
        }
        draft.custom.update({header: value for header, value in kept.items() if value})
        unknown = sorted(set(sums) - set(self._rates))
        if unknown:
            reason = Reason.OTHER_CURRENCY
            self._report(place, "annual_cost", text, reason, ", ".join(unknown))
        elif sums:
            value = round(sum(self._rates[code] * value for code, value in sums.items()), 2)
            if abs(value) <= FACTS["annual_cost"].high:
                self._fact(draft, "annual_cost", value, text, place)

    def _knows_more(self, draft: Draft, start: date, end: date) -> bool:
        """Whether the map knows older invoices of a year that these are only a part of."""
        custom = draft.existing.custom if draft.existing else {}
        earlier = custom.get(_("First invoice"), "9")
        return start > end - _YEAR and earlier < start.isoformat()

    def _services(self, accounts: Iterable[_Account]) -> None:
        found: dict[str, tuple[Vendor, str, dict[str, _Account]]] = {}
        seen: dict[str, list[Vendor]] = {}
        for account in accounts:
            for invoice in account.invoices:
                for line in invoice.lines:
                    if line not in seen:
                        seen[line] = [
                            one for one in catalogue.find_within(line) if _is_service(one)
                        ]
                    for vendor in seen[line]:
                        shown = masked(line)
                        if vendor.id not in found and shown != line:
                            place = Place(file=invoice.file, sheet=None, row=1)
                            self._report(place, "", "", Reason.SECRET)
                        held = found.setdefault(vendor.id, (vendor, shown, {}))
                        held[2].setdefault(account.key, account)
        for vendor, line, sellers in found.values():
            if self._creates(vendor.name):
                self._create_service(vendor, line, sellers.values())
            elif not self._is_known(vendor):
                guess = ServiceGuess(
                    name=vendor.name,
                    kind=catalogue.as_asset_kind(vendor),
                    line=line,
                    suppliers=tuple(one.name for one in sellers.values()),
                )
                self.services.append(guess)

    def _create_service(self, vendor: Vendor, line: str, sellers: Iterable[_Account]) -> None:
        accounts = list(sellers)
        place = Place(file=accounts[0].latest.file, sheet=None, row=1)
        named = self._drafts.named(Pool.ASSET, vendor.name)
        draft = named[0] if named else None
        if draft is None:
            kind = catalogue.as_asset_kind(vendor)
            draft = self._drafts.add(Draft(name=vendor.name, kind=kind, place=place))
            self._fact(draft, "name", vendor.name, line, place)
        draft.said = True
        for account in accounts:
            assert account.draft is not None
            key = (id(draft), id(account.draft), Role.PROVIDED_BY)
            self._edges.setdefault(key, Edge(draft, account.draft, Role.PROVIDED_BY))

    def _is_known(self, vendor: Vendor) -> bool:
        return bool(self._drafts.named(Pool.ASSET, vendor.name)) or any(
            one.existing is not None and one.existing.catalogue_id == vendor.id
            for one in self._drafts
            if one.pool is Pool.ASSET
        )

    def _tell(
        self,
        bills: Invoices,
        once: list[Invoice],
        bought: list[Invoice],
        keys: "_Keys",
        ours: str | None,
    ) -> None:
        label = bills.folder or _("Invoices")
        self.reports.append(
            SheetReport(
                file=label,
                sheet=None,
                header_row=None,
                rows_read=len(bills.read) + len(bills.broken),
                rows_used=len(bought) + len(bills.read) - len(once),
                left_out=len(once) - len(bought),
                mapping={},
            )
        )
        if bills.other_files:
            kind = NoteKind.OTHER_FILES
            self.notes.append(Note(kind=kind, subject=label, detail=number(bills.other_files)))
        sold = [one for one in once if keys.of(one.seller) == ours]
        if sold:
            self.notes.append(
                Note(kind=NoteKind.OWN_SALES, subject=sold[0].seller.name, detail=number(len(sold)))
            )
        if bought:
            end = self._span[1]
            start = max(self._span[0], end - _YEAR + timedelta(days=1))
            self.notes.append(Note(kind=NoteKind.SPEND, subject=day(start), detail=day(end)))
        if self.services:
            names = [one.name for one in self.services[:_SHOWN_SERVICES]]
            more = ["…"] if len(self.services) > _SHOWN_SERVICES else []
            self.notes.append(
                Note(kind=NoteKind.SERVICES_PROPOSED, subject=semicolons([*names, *more]))
            )

    def _fact(self, draft: Draft, fact: str, value: object, text: str, place: Place) -> None:
        origin = Origin(source=Source.IMPORT, file=place.file, value=text, on=self._today)
        draft.tell(Read(fact, value, text), origin)

    def _report(
        self, place: Place, column: str, value: str, reason: Reason, other: str = ""
    ) -> None:
        self._problems.append(Problem.at(place, column, value, reason, other=other))


class _Keys:
    """Who is who on the invoices: by number; by name for those that never show one."""

    def __init__(self, invoices: Iterable[Invoice]) -> None:
        self._by_name: dict[str, set[str]] = {}
        for one in invoices:
            for party in (one.seller, one.buyer):
                if number := _number(party):
                    self._by_name.setdefault(exact_form(party.name), set()).add(number.text)

    def of(self, party: Party) -> str:
        if number := _number(party):
            return number.text
        name = exact_form(party.name)
        numbers = self._by_name.get(name, set())
        return next(iter(numbers)) if len(numbers) == 1 else name


def _ourselves(invoices: list[Invoice], keys: _Keys) -> str | None:
    """Whose invoices these are: the party that is on most of them, rather as the buyer."""
    count: Counter[tuple[str, bool]] = Counter()
    for one in invoices:
        for party, buying in ((one.seller, False), (one.buyer, True)):
            if key := keys.of(party):
                count[key, buying] += 1
    whole: Counter[str] = Counter()
    for (key, _buying), times in count.items():
        whole[key] += times
    if not whole:
        return None
    return max(whole, key=lambda key: (whole[key], count[key, True], key))


def _number(party: Party) -> Registration | None:
    """The enterprise number of a party; a sound one rather than another."""
    found = [
        one
        for text, scheme in party.ids
        if (one := registration(text, scheme=scheme, country=party.country))
    ]
    return next((one for one in found if one.sound), found[0] if found else None)


def _known_number(draft: Draft) -> str | None:
    told = draft.facts.get("registration")
    text = told.value if told else (draft.existing.registration if draft.existing else None)
    if not isinstance(text, str):
        return None
    country = (draft.existing.country if draft.existing else None) or "BE"
    found = registration(text, country=country)
    return found.text if found else None


def _is_service(vendor: Vendor) -> bool:
    return (
        vendor.deployment is not None and catalogue.as_asset_kind(vendor) is not AssetKind.SUPPLIER
    )


def _rhythm(days: list[date]) -> str:
    """How often invoices come, in words; empty where that is not regular."""
    apart = sorted(set(days))
    gaps = [(later - earlier).days for earlier, later in pairwise(apart)]
    if not gaps:
        return ""
    usual = median(gaps)
    for low, high, least, word in _rhythms():
        regular = sum(low <= gap <= high for gap in gaps)
        if low <= usual <= high and len(gaps) >= least and regular >= _REGULAR * len(gaps):
            return word
    return ""


def _rhythms() -> Iterator[tuple[int, int, int, str]]:
    """Yield the days between two invoices, from and to, how many gaps show it, and the word."""
    yield 6, 8, 3, _("weekly")
    yield 26, 36, 2, _("monthly")
    yield 55, 68, 2, _("every two months")
    yield 80, 100, 2, _("quarterly")
    yield 170, 195, 1, _("twice a year")
    yield 350, 380, 1, _("yearly")
