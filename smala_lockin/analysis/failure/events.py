"""Events: what fails, as people name it, and which assets are then down (semantics, section 2).

parse_event(structure, "country:US") -> Event
default_mode(structure, event) -> Mode
seeds(structure, [(event, mode), ...]) -> Seeds
every_event(structure) -> dict[Event, seeds]
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import repeat
from typing import NamedTuple

from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.facts import is_country
from smala_lockin.domain.kinds import ONLINE_SERVICES, AssetKind
from smala_lockin.domain.landscape import Landscape


class EventKind(StrEnum):
    """What sort of thing fails."""

    ASSET = "asset"
    SERVICES = "services"
    CONTROL = "control"
    COUNTRY = "country"
    HOSTING = "hosting"


class Mode(StrEnum):
    """In what way it fails: breaks and comes back, is gone for good, or is forbidden to serve."""

    OUTAGE = "outage"
    LOSS = "loss"
    CUT_OFF = "cut_off"


class Event(NamedTuple):
    """One thing that fails; `id` is an asset's, or a country's code. Written as "asset:erp"."""

    # Not a dataclass: events are looked up by the ten thousands, and those are slower to hash.

    kind: EventKind
    id: str

    def __str__(self) -> str:
        return self.kind + ":" + self.id  # an enumeration is slow to put into a text


class EventFault(StrEnum):
    """Why a text names no event of a map."""

    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_ASSET = "unknown_asset"
    NOT_A_SUPPLIER = "not_a_supplier"
    CONTROLS_NOBODY = "controls_nobody"
    NOT_A_COUNTRY = "not_a_country"
    NOT_A_RISE = "not_a_rise"


class UnknownEvent(LockinError, ValueError):
    """A text names no event of the map; `id` is the part behind the colon."""

    def __init__(self, fault: EventFault, text: str, *, id: str = "") -> None:
        super().__init__(f"{text}: {fault}")
        self.fault, self.text, self.id = fault, text, id


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """What is down at the beginning, for how many hours, and which durations were assumed."""

    hours: dict[int, float]
    assumed: frozenset[tuple[AssetId, str]]


def parse_event(landscape: Landscape | Structure, text: str) -> Event:
    """Return the event a text such as "asset:erp" or "country:US" names.

    Raises `UnknownEvent` for a kind that does not exist, an asset that is not on the map, a
    `services:` or `control:` of what is no supplier or controls nobody, and a code that is no
    country's ("EU" and "EEA" may be hosted in).
    """
    structure = Structure.of(landscape)
    kind_text, _colon, id = text.partition(":")
    try:
        kind = EventKind(kind_text)
    except ValueError:
        raise UnknownEvent(EventFault.UNKNOWN_KIND, text, id=id) from None
    event = Event(kind, id)
    if kind in (EventKind.COUNTRY, EventKind.HOSTING):
        region = kind is EventKind.HOSTING and id in ("EU", "EEA")
        if not (is_country(id) or region):
            raise UnknownEvent(EventFault.NOT_A_COUNTRY, text, id=id)
        return event
    number = structure.index.get(AssetId(id))
    if number is None:
        raise UnknownEvent(EventFault.UNKNOWN_ASSET, text, id=id)
    if kind is not EventKind.ASSET and structure.assets[number].kind is not AssetKind.SUPPLIER:
        raise UnknownEvent(EventFault.NOT_A_SUPPLIER, text, id=id)
    if kind is EventKind.CONTROL and len(structure.closure([number], structure.controlled)) < 2:
        raise UnknownEvent(EventFault.CONTROLS_NOBODY, text, id=id)
    return event


def default_mode(landscape: Landscape | Structure, event: Event) -> Mode:
    """Return the mode of an event for which none is given."""
    if event.kind is not _ASSET:
        return _DEFAULT_MODES[event.kind]
    whole = landscape.landscape if isinstance(landscape, Structure) else landscape
    return _LOSS if whole.assets[AssetId(event.id)].kind is _SUPPLIER else _OUTAGE


# Looked up once, for it is asked of every event: under Python 3.11 that is a call each time.
_ASSET, _SUPPLIER = EventKind.ASSET, AssetKind.SUPPLIER
_OUTAGE, _LOSS = Mode.OUTAGE, Mode.LOSS
_DEFAULT_MODES = {
    EventKind.SERVICES: Mode.OUTAGE,
    EventKind.HOSTING: Mode.OUTAGE,
    EventKind.CONTROL: Mode.LOSS,
    EventKind.COUNTRY: Mode.CUT_OFF,
}


def named(structure: Structure, event: Event, *, redundant: bool = True) -> set[int]:
    """Return the assets an event is about, before its mode adds any."""
    match event.kind:
        case EventKind.ASSET:
            return {structure.index[AssetId(event.id)]}
        case EventKind.CONTROL:
            return structure.closure([structure.index[AssetId(event.id)]], structure.controlled)
        case EventKind.SERVICES:
            suppliers = structure.closure(
                [structure.index[AssetId(event.id)]], structure.controlled
            )
            return cut_off_services(structure, suppliers, redundant=redundant)
        case EventKind.COUNTRY:
            return set(structure.ruled.get(event.id, ()))
        case EventKind.HOSTING:
            return set(structure.hosted.get(event.id, ()))


def cut_off_services(
    structure: Structure, suppliers: Collection[int], *, redundant: bool = True
) -> set[int]:
    """Return the online services whose providers, these being forbidden to serve, are too few.

    That is those with a vital group of providers of which fewer than k are not among them.
    Without `redundant`, groups that have something to spare are taken away.
    """
    clients = structure.clients
    found: set[int] = set()
    for supplier in suppliers:
        for service, spare, members in clients.get(supplier, ()):
            if not spare or (redundant and _lost(members, suppliers) > spare):
                found.add(service)
    return found


def _lost(members: Iterable[int], suppliers: Collection[int]) -> int:
    return sum([member in suppliers for member in members])


def cut_off_with(structure: Structure, supplier: int) -> set[int]:
    """Return what is down when a supplier and all it controls may serve no more."""
    group = structure.closure([supplier], structure.controlled)
    return group | cut_off_services(structure, group)


def seeds(structure: Structure, events: Iterable[tuple[Event, Mode]]) -> Seeds:
    """Return what is down when all these events happen together.

    Each seed stays away for its own duration, the longest where several events name it. Of the
    suppliers that several events cut off, those of all of them count together when a service's
    providers are counted; what is merely lost or out serves on for its buffer.
    """
    hours: dict[int, float] = {}
    assumed: set[tuple[AssetId, str]] = set()
    cut_off: set[int] = set()

    def put(down: Iterable[int], mode: Mode) -> None:
        outage = mode is Mode.OUTAGE
        durations = structure.hours_out if outage else structure.hours_lost
        for asset in down:
            hours[asset] = max(durations[asset], hours.get(asset, 0.0))
            one = structure.assets[asset]
            if outage and one.recovery_hours is None:
                assumed.add((one.id, "recovery_hours"))
            elif not outage and one.replacement_days is None:
                assumed.add((one.id, "replacement_days"))

    for event, mode in events:
        found = named(structure, event)
        put(found, mode)
        if mode is Mode.CUT_OFF:
            cut_off |= found
    put(cut_off_services(structure, cut_off), Mode.CUT_OFF)
    return Seeds(hours=hours, assumed=frozenset(assumed))


def seeded(structure: Structure, event: Event, *, redundant: bool = True) -> set[int]:
    """Return the seeds of one event in its default mode, without their durations.

    Without `redundant`, groups that have something to spare are taken away first.
    """
    if event.kind is EventKind.COUNTRY:
        there = structure.ruled.get(event.id, set())
        return there | cut_off_services(structure, there, redundant=redundant)
    return named(structure, event, redundant=redundant)


def unknown(structure: Structure, event: Event) -> set[int]:
    """Return the assets of unknown place that a better answer could add to an event.

    For a country the suppliers without one, for a hosting country the online services without
    `hosting_countries`; less what is a seed already.
    """
    assets = structure.assets
    if event.kind is EventKind.COUNTRY:
        return set(structure.seated.get(None, ())) - named(structure, event)
    if event.kind is EventKind.HOSTING:
        return {
            i
            for i, one in enumerate(assets)
            if one.kind in ONLINE_SERVICES and not one.hosting_countries
        }
    return set()


_event = partial(tuple.__new__, Event)  # of all assets, and three times as fast


def every_event(structure: Structure) -> dict[Event, Collection[int]]:
    """Return all events of a map with their seeds, each in its default mode.

    Every asset, and of the others those with a seed; of control those with more than one. In
    the order asset, control, country, hosting, services; within it by id.
    """
    ids, kind = structure.ids, EventKind.ASSET
    own = map(_event, zip(repeat(kind), map(ids.__getitem__, structure.by_id)))
    found: dict[Event, Collection[int]] = dict(zip(own, zip(structure.by_id), strict=True))
    services: dict[Event, Collection[int]] = {}
    controlled = structure.controlled
    for supplier in sorted(structure.suppliers, key=ids.__getitem__):
        group: Collection[int] = (supplier,)
        if controlled[supplier]:
            group = structure.closure(group, controlled)
            if len(group) > 1:
                found[Event(EventKind.CONTROL, ids[supplier])] = group
        if cut := cut_off_services(structure, group):
            services[Event(EventKind.SERVICES, ids[supplier])] = cut
    for code in sorted(filter(None, structure.seated)):
        event = Event(EventKind.COUNTRY, code)
        found[event] = seeded(structure, event)
    for code in sorted(structure.hosted):
        found[Event(EventKind.HOSTING, code)] = structure.hosted[code]
    return found | services
