"""The tables that are in force: those of the program, with what the user knows better."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from smala_lockin import paths
from smala_lockin.knowledge import alternative_rows, overlay, spelling, vendors
from smala_lockin.knowledge.alternative_rows import Alternatives
from smala_lockin.knowledge.overlay import InvalidOverlay, Overlay, OverlayFault
from smala_lockin.knowledge.rows import CatalogueFault
from smala_lockin.knowledge.vendors import Vendor, VendorId


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Every vendor by id, and what the user knows better, which is in them.

    `fault` says why the user's file is left out, where it makes no sense.
    """

    vendors: Mapping[VendorId, Vendor]
    overlay: Overlay
    fault: InvalidOverlay | None = None


@cache
def tables() -> Tables:
    """Return what is in force. The files are read once; `forget` lets them be read again."""
    try:
        return checked(overlay.read(overlay.place()))
    except InvalidOverlay as fault:
        return Tables(shipped(), overlay.NOTHING, fault)


def all_vendors() -> Mapping[VendorId, Vendor]:
    """Return every vendor by id; read-only."""
    return tables().vendors


@cache
def shipped() -> Mapping[VendorId, Vendor]:
    """Return the vendors as they come with the program, by id; read-only."""
    return vendors.read(_VENDORS)


def alternatives() -> Alternatives:
    """Return the known ways out by what they replace; read-only."""
    return _alternatives_of(tables())


def shipped_alternatives() -> Alternatives:
    """Return the ways out as they come with the program; read-only."""
    return _alternatives_of(_delivered())


def forget() -> None:
    """Let the user's file be read again: it has changed."""
    tables.cache_clear()


def checked(own: Overlay) -> Tables:
    """Return the tables with what the user knows better. Raises `InvalidOverlay`.

    A name that is the user's own may belong to another entry of the program, which then loses
    it, but not to two of the user's.
    """
    if not own:
        return _delivered()
    try:
        known = vendors.read(_VENDORS, own.entries)
        found = Tables(known, own)
        if own.alternatives:
            _alternatives_of(found)
    except CatalogueFault as fault:
        raise InvalidOverlay(
            OverlayFault.BAD_VALUE, entry=fault.entry, column=fault.column, value=fault.value
        ) from None
    own_names(found)
    return found


def own_names(found: Tables) -> dict[str, VendorId]:
    """Return the names, as keys, that the user gave to entries. Raises `InvalidOverlay`."""
    names: dict[str, VendorId] = {}
    for id, cells in found.overlay.entries.items():
        if "name" not in cells and "aliases" not in cells:
            continue
        one = found.vendors[id]
        for name in (one.name, *one.aliases):
            key = spelling.key(name)
            if not key or names.setdefault(key, id) != id:
                raise InvalidOverlay(OverlayFault.NAME_TAKEN, entry=id, value=name)
    return names


_VENDORS = paths.resource("catalogue/vendors.csv")


@cache
def _delivered() -> Tables:
    return Tables(shipped(), overlay.NOTHING)


@lru_cache(maxsize=2)
def _alternatives_of(found: Tables) -> Alternatives:
    table = paths.resource("catalogue/alternatives.csv")
    return alternative_rows.read(table, found.vendors, found.overlay.alternatives)
