"""Exit clocks: until when a service can be left, and when it is left at the earliest.

Semantics, section 8. All dates are as of a day that counts as today.

    exit_clocks(landscape, today=...) -> tuple[ExitClock, ...]
    contract_clocks(landscape, today=...) -> those of contracts alone
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from math import ceil
from typing import NamedTuple

from smala_lockin.analysis.recall import Recall
from smala_lockin.analysis.scales.assumptions import Estimate, replacement_days
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import ONLINE_SERVICES
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge.jurisdictions import jurisdiction

RENEWAL_MONTHS = 12
"""For how long a contract is taken to renew itself where nobody said."""

NOTICE_DAYS = 90
"""How long before its end a contract is taken to need notice where nobody said: three months."""

LONGEST_NOTICE_DAYS = 60
"""The two months that a notice to switch may take at most: Regulation (EU) 2023/2854, art. 25."""

TRANSITION_DAYS = 30
"""How long the move may take after that notice, and data can then still be fetched; art. 25."""

NO_CHARGES_FROM = date(2027, 1, 12)
"""From this day on switching may cost nothing; until then its bare cost; art. 29."""


class Route(StrEnum):
    """By what right a service is left."""

    CONTRACT = "contract"
    DATA_ACT = "data_act"


class ExitClock(NamedTuple):
    """The days that matter for leaving one service.

    `contract_end` is the next free exit: the first end of the contract, rolled on by its
    renewals, whose last day of notice (`notice_by`) is today or later. `renewals` says how often
    it was rolled, and `missed` the last day of notice of the end before it. All four are None (0)
    where the end of the contract is unknown, or lies beyond the calendar.

    `by_contract` and `by_data_act` are the days on which the company can be gone, None where
    that way is not known or not open; `data_until` is the day up to which data can be fetched
    under the Data Act, `free_of_charge` whether that switch may cost nothing. `assumed` names
    the facts that nobody gave and that these days rest on.
    """

    asset: AssetId
    contract_end: date | None
    notice_by: date | None
    renewals: int
    missed: date | None
    by_contract: date | None
    by_data_act: date | None
    data_until: date | None
    free_of_charge: bool | None
    assumed: tuple[str, ...]

    @property
    def leaving(self) -> date | None:
        """The earliest day on which the company can be gone, as far as known."""
        return min(filter(None, (self.by_contract, self.by_data_act)), default=None)

    @property
    def route(self) -> Route | None:
        """The way by which it is gone on that day; the contract where both lead as far."""
        if self.leaving is None:
            return None
        return Route.CONTRACT if self.leaving == self.by_contract else Route.DATA_ACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A contract's next free exit: its end, its last day of notice, and the one missed before."""

    end: date
    notice_by: date
    renewals: int
    missed: date | None


def exit_clocks(
    landscape: Landscape, *, today: date, recall: Recall | None = None
) -> tuple[ExitClock, ...]:
    """Return the clock of everything with a contract, and of every online service, by id."""
    online, with_contract = ONLINE_SERVICES, _WITH_CONTRACT
    chosen = [
        one
        for one in landscape.assets.values()
        if (kind := one.kind) in online or (one.contract_end is not None and kind in with_contract)
    ]
    return _told(landscape, chosen, today, recall or Recall(), of="all")


def contract_clocks(
    landscape: Landscape, *, today: date, recall: Recall | None = None
) -> tuple[ExitClock, ...]:
    """Return the clock of everything with a contract whose end is known, by id."""
    with_contract = _WITH_CONTRACT
    chosen = [
        one
        for one in landscape.assets.values()
        if one.contract_end is not None and one.kind in with_contract
    ]
    return _told(landscape, chosen, today, recall or Recall(), of="contracts")


def next_exit(end: date, notice_days: int, renewal_months: int, today: date) -> Term | None:
    """Return the first end of a contract, rolled by its renewals, of which notice is in time.

    None where that lies beyond the calendar.
    """
    found, renewals = first_end(end, notice_days, renewal_months, today)
    if found is None:
        return None
    before = _months_later(end, (renewals - 1) * renewal_months) if renewals else None
    return Term(
        end=found,
        notice_by=_earlier(found, notice_days),
        renewals=renewals,
        missed=None if before is None else _earlier(before, notice_days),
    )


def first_end(
    end: date, notice_days: int, renewal_months: int, today: date
) -> tuple[date | None, int]:
    """Return that end of the contract alone, and how often it was rolled.

    Months are counted from the first end: a contract that ends on 31 January renews to 28
    February and then to 31 March.
    """
    wanted = today.toordinal() + notice_days
    if end.toordinal() >= wanted:
        return end, 0
    there = date.fromordinal(min(wanted, date.max.toordinal()))
    months = max(0, (there.year - end.year) * 12 + there.month - end.month - 1)
    renewals = months // renewal_months
    while (found := _months_later(end, renewals * renewal_months)) is not None:
        if found.toordinal() >= wanted:
            break
        renewals += 1
    return found, renewals


_WITH_CONTRACT = FACTS["contract_end"].kinds


def _told(
    landscape: Landscape, chosen: Iterable[Asset], today: date, recall: Recall, of: str
) -> tuple[ExitClock, ...]:
    left = {one.id: (one, replacement_days(landscape, one.id)) for one in chosen}
    found = recall.each(_clocks, left, landscape.company.country, today, of=of)
    return tuple(found[id] for id in sorted(found))


def _clocks(
    left: Mapping[AssetId, tuple[Asset, Estimate]], home: str | None, today: date
) -> dict[AssetId, ExitClock]:
    """Return the clocks of these, each with how long it takes to replace, of a company at home."""
    found = jurisdiction(home) if home else None
    protected = home is None or (found is not None and found.in_eu)
    days = _Days(today)
    return {
        id: _clock(one, replacing, days, protected=protected and one.kind in ONLINE_SERVICES)
        for id, (one, replacing) in left.items()
    }


class _Days(dict[float, tuple[date, date]]):
    """The day so many days on from today, and that until which data can be fetched then."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today

    def __missing__(self, days: float) -> tuple[date, date]:
        day = later(self.today, days)
        made = self[days] = day, later(day, TRANSITION_DAYS)
        return made


def _clock(asset: Asset, replacing: Estimate, days: _Days, *, protected: bool) -> ExitClock:
    notice = NOTICE_DAYS if asset.notice_days is None else asset.notice_days
    ready, _until = replaced = days[replacing.usual]
    by_data_act = data_until = free_of_charge = None
    if protected:
        told = days[min(notice, LONGEST_NOTICE_DAYS) + TRANSITION_DAYS]
        by_data_act, data_until = max(replaced, told)
        free_of_charge = by_data_act >= NO_CHARGES_FROM
    end, months = asset.contract_end, asset.renewal_months or RENEWAL_MONTHS
    term = None if end is None else next_exit(end, notice, months, days.today)
    return _exit_clock(
        asset=asset.id,
        contract_end=term.end if term else None,
        notice_by=term.notice_by if term else None,
        renewals=term.renewals if term else 0,
        missed=term.missed if term else None,
        by_contract=max(term.end, ready) if term else None,
        by_data_act=by_data_act,
        data_until=data_until,
        free_of_charge=free_of_charge,
        assumed=_assumed(asset, replacing, term),
    )


_exit_clock = partial(ExitClock.__new__, ExitClock)  # with named values three times as fast


def _assumed(asset: Asset, replacing: Estimate, term: Term | None) -> tuple[str, ...]:
    notice = () if asset.notice_days is not None else ("notice_days",)
    renewed = asset.renewal_months is None and term is not None and term.renewals > 0
    renewal = ("renewal_months",) if renewed else ()
    return (*notice, *renewal) if replacing.known else (*notice, *renewal, "replacement_days")


def _months_later(day: date, months: int) -> date | None:
    """Return the same day some months on, the last of a shorter month; None after year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    last = 28 if day.day <= 28 else monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def later(day: date, days: float) -> date:
    """Return the day so many days on, counting a part of one as a whole; the last there is."""
    return date.fromordinal(min(day.toordinal() + ceil(days), _LAST_DAY))


_LAST_DAY = date.max.toordinal()


def _earlier(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))
