"""The calendar of a map: last days of notice, ends of contracts and of support."""

import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from smala_lockin.analysis.figures.exits import ExitClock, exit_clocks
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.kinds import Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import ical
from smala_lockin.formats.atomic import write_whole
from smala_lockin.i18n import _, current, day, listing
from smala_lockin.words import elision, exits, nouns

SUFFIX = ".ics"

_OURS = uuid.UUID("6c5d2f0e-6a0b-5d5e-9d2b-3f1a7d0c9b42")
"""The name space of our entries."""

_BEFORE_NOTICE = (60, 14, 2)
_BEFORE_END = (180, 30)


class NothingDue(LockinError):
    """A map holds no day to put in a calendar."""

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return _(
            "No contract on this map has an end, and nothing loses its support: there is no day "
            "to put in a calendar. Fill in “End of contract” first."
        )


def export(landscape: Landscape, path: Path, *, today: date) -> int:
    """Write the calendar of a map in the language in force; return how many days it holds.

    Raises `NothingDue`, `FileTrouble`.
    """
    found = entries(landscape, today=today)
    if not found:
        raise NothingDue
    name = landscape.company.name or "Smala Lock-in"
    title = _("Contracts %(of_company)s") % {"of_company": elision.of(name)}
    content = ical.write(found, name=title, language=current(), made_on=today)
    write_whole(path, lambda stream: stream.write(content))
    return len(found)


def entries(landscape: Landscape, *, today: date) -> list[ical.Entry]:
    """Return the days from today on, the soonest first.

    The way by the Data Act has no day of its own, for it begins when somebody decides: the
    entries tell it.
    """
    found = [
        entry
        for clock in exit_clocks(landscape, today=today)
        for entry in _of_contract(landscape, clock)
    ]
    found += [
        _of_support(landscape, asset, asset.end_of_support)
        for asset in landscape.assets.values()
        if asset.end_of_support is not None and asset.end_of_support >= today
    ]
    return sorted(found, key=lambda one: (one.on, one.title, one.uid))


def _of_contract(landscape: Landscape, clock: ExitClock) -> Iterator[ical.Entry]:
    if clock.notice_by is None or clock.contract_end is None:
        return
    it = {"it": nouns.name(landscape, clock.asset)}
    text = "\n".join([*exits.summary(landscape, clock), *_suppliers(landscape, clock.asset)])
    yield ical.Entry(
        uid=_uid(landscape, clock.asset, "notice"),
        on=clock.notice_by,
        title=_("Last day to give notice: %(it)s") % it,
        text=text,
        reminders=_BEFORE_NOTICE,
    )
    yield ical.Entry(
        uid=_uid(landscape, clock.asset, "contract"),
        on=clock.contract_end,
        title=_("Contract ends or renews itself: %(it)s") % it,
        text=text,
    )


def _of_support(landscape: Landscape, asset: Asset, end: date) -> ical.Entry:
    return ical.Entry(
        uid=_uid(landscape, asset.id, "support"),
        on=end,
        title=_("End of support: %(it)s") % {"it": nouns.name(landscape, asset.id)},
        text="\n".join(
            [
                _("Support ends on %(day)s.") % {"day": day(end)},
                *_suppliers(landscape, asset.id),
            ]
        ),
        reminders=_BEFORE_END,
    )


def _suppliers(landscape: Landscape, id: AssetId) -> list[str]:
    found = [
        landscape.assets[one.target] for one in landscape.needs[id] if one.role is Role.PROVIDED_BY
    ]
    told = [
        f"{nouns.name(landscape, one.id)} ({one.contact})"
        if one.contact
        else nouns.name(landscape, one.id)
        for one in found
    ]
    return [_("Supplier: %(names)s") % {"names": listing(told)}] if told else []


def _uid(landscape: Landscape, id: AssetId, what: str) -> str:
    """Return the same for the same day of the same map, whenever it is written."""
    key = "\n".join((landscape.company.name, id, what))
    return f"{uuid.uuid5(_OURS, key)}@smala-lockin"
