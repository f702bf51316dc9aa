"""What the import proposes and somebody may take: ticks that become an agreement."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from smala_lockin.i18n import _, semicolons
from smala_lockin.importing.matching.agreement import Agreement
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.proposal import Missing, Proposal
from smala_lockin.importing.tables.problems import Place, Reason
from smala_lockin.importing.values.amounts import currency_of
from smala_lockin.ui.wizard.rows import place_words

ALIKE, KNOWN, MISSING, SERVICES = "alike", "known", "missing", "services"
PAYEES = "payees"
_PLACES_SHOWN = 3
_HIGHEST_RATE = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing to tick: a name, and what it would count as (empty: an item of its own).

    `where` is where the files say so, or what was paid; `by` who invoices it, or what is known.
    """

    sort: str
    name: str
    other: str = ""
    is_sure: bool = False
    confidence: float = 0.0
    where: str = ""
    by: str = ""


class Offers:
    """All that was offered so far, with the ticks; an offer that was taken stays on the list.

    What is sure is ticked until somebody unticks it, the rest once somebody ticks it.
    """

    def __init__(self) -> None:
        self._offers: dict[tuple[str, str, str], Offer] = {}
        self._answers: dict[tuple[str, str, str], bool] = {}

    def forget(self) -> None:
        """Forget the offers, for other choices bring others; answers are kept."""
        self._offers = {}

    def add(self, proposal: Proposal) -> None:
        """Take in what a proposal offers."""
        one_file = len({sheet.file for sheet in proposal.sheets}) < 2
        for alike in proposal.look_alikes:
            for name in alike.names[1:]:
                offer = Offer(
                    sort=ALIKE, name=name, other=alike.names[0], confidence=alike.confidence
                )
                self._add(offer)
        for guess in proposal.vendor_guesses:
            if guess.sold:
                self._add(
                    Offer(sort=KNOWN, name=guess.name, other=guess.vendor, is_sure=guess.certain)
                )
        for service in proposal.services:
            self._add(
                Offer(
                    sort=SERVICES,
                    name=service.name,
                    where=service.line,
                    by=semicolons(service.suppliers),
                )
            )
        for payee in proposal.payees:
            about = _("technology") if payee.is_technology else ""
            self._add(
                Offer(
                    sort=PAYEES,
                    name=payee.name,
                    is_sure=payee.is_proposed,
                    where=payee.total,
                    by=about,
                )
            )
        for missing in proposal.missing:
            where = _where(missing, one_file=one_file)
            if missing.near:
                self._add(Offer(sort=MISSING, name=missing.name, other=missing.near, where=where))
            self._add(Offer(sort=MISSING, name=missing.name, where=where))

    def of(self, sort: str) -> list[Offer]:
        """Return the offers of a sort, in the order in which they came."""
        return [one for one in self._offers.values() if one.sort == sort]

    def is_taken(self, offer: Offer) -> bool:
        """Whether an offer is ticked."""
        return self._answers.get(_key(offer), offer.is_sure)

    def take(self, offer: Offer, *, is_taken: bool) -> None:
        """Tick an offer or untick it; a missing name is one thing or the other."""
        if is_taken:
            for other in self._offers.values():
                if other.sort == offer.sort and other.name == offer.name:
                    self._answers[_key(other)] = False
        self._answers[_key(offer)] = is_taken

    def take_all(self, offers: Iterable[Offer], *, is_taken: bool) -> None:
        """Tick or untick offers of which each has a name of its own."""
        self._answers.update((_key(one), is_taken) for one in offers)

    def agreement(self) -> Agreement:
        """Return what the ticks say."""
        taken = [one for one in self._offers.values() if self.is_taken(one)]
        left = [one for one in self._offers.values() if not self.is_taken(one)]
        return Agreement(
            same={one.name: one.other for one in taken if one.sort != KNOWN and one.other},
            known=frozenset(one.name for one in taken if one.sort == KNOWN and not one.is_sure),
            left_out=frozenset(one.name for one in left if one.sort == PAYEES),
            unknown=frozenset(one.name for one in left if one.sort == KNOWN and one.is_sure),
            certain=True,
            created=frozenset(
                one.name for one in taken if one.sort in (MISSING, SERVICES) and not one.other
            ),
        )

    def _add(self, offer: Offer) -> None:
        self._offers.setdefault(_key(offer), offer)


class Rates:
    """What one unit of other currencies is worth, as far as somebody said so."""

    UNSAID = ""
    """Stands for the amounts that name no currency."""

    def __init__(self) -> None:
        self._rates: dict[str, float | None] = {}
        self._assumes = False
        self.amounts_in: str | None = None

    def add(self, proposal: Proposal) -> None:
        """Take in the currencies in which amounts could not be used, or that were assumed."""
        if any(note.kind is NoteKind.CURRENCY_ASSUMED for note in proposal.notes):
            self._assumes = True
        for one in proposal.problems:
            if one.reason is Reason.OTHER_CURRENCY:
                self._rates.setdefault(one.other, None)

    def currencies(self) -> list[str]:
        """Return the currencies met so far."""
        return [*([self.UNSAID] if self._assumes else []), *self._rates]

    def rate(self, currency: str) -> float | None:
        """Return what a unit of a currency is worth; None where nobody said."""
        return self._rates[currency]

    def say(self, currency: str, text: str) -> None:
        """Take a rate as somebody typed it; what is no rate leaves it unknown.

        For the amounts that name no currency it is a currency that is typed.
        """
        if currency == self.UNSAID:
            self.amounts_in = currency_of(text)
            return
        try:
            rate = float(text.replace(",", ".").strip())
        except ValueError:
            rate = 0.0
        self._rates[currency] = rate if 0 < rate < _HIGHEST_RATE else None

    def known(self) -> dict[str, float]:
        """Return the rates that were given."""
        return {key: rate for key, rate in self._rates.items() if rate is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the preview can ask about, and the answers so far."""

    offers: Offers = field(default_factory=Offers)
    rates: Rates = field(default_factory=Rates)


def _key(offer: Offer) -> tuple[str, str, str]:
    return offer.sort, offer.name, offer.other


def _where(missing: Missing, *, one_file: bool) -> str:
    def words(place: Place) -> str:
        return place_words(place.file, place.sheet, place.row, one_file=one_file)

    more = ["…"] if len(missing.places) > _PLACES_SHOWN else []
    return semicolons([*map(words, missing.places[:_PLACES_SHOWN]), *more])
