"""Known vendors: who sells a thing, who owns the seller, and what sort of asset it is.

Everything found here is a proposal to a person, with how sure it is and as of when. Sources and
licences: `resources/catalogue/README.md`.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from smala_lockin import paths
from smala_lockin.domain.kinds import ONLINE_SERVICES, SERVICES, AssetKind
from smala_lockin.knowledge import ai_chain, in_force, rows, spelling, vendors
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.vendors import (
    Deployment,
    HostingRegion,
    Vendor,
    VendorId,
    VendorKind,
)

_SHORT = 3
_BACK = 40
"""By how many places an entry is offered later for a name that is not its own."""
_LONGEST_NAME = 5
_UNMISTAKABLE = frozenset(
    {"amd", "aws", "dhl", "gcp", "hp", "hpe", "ibm", "kbc", "kpn", "ovh", "sap", "voo"}
)

_MOSTLY_INSTALLED = frozenset(
    {
        *("accounting", "database", "design", "devtools", "industry", "office_suite", "os"),
        *("remote_access", "security", "storage_backup", "telecom", "virtualization"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A vendor that a text names; not `certain` where the name is short or an ordinary word."""

    vendor: Vendor
    certain: bool


def vendor(id: str) -> Vendor | None:
    """Return the vendor of a catalogue id (the fact `catalogue_id` of an asset)."""
    return in_force.all_vendors().get(VendorId(id))


def find(text: str) -> Match | None:
    """Return the vendor one of whose names a text is, whatever case, accents and punctuation.

    A legal form is looked past where the whole text is no name: "Odoo SA", "N.V. Proximus".
    Nothing else is: "Proximus fibre Namur" is not found. A name that the user gave is certain,
    however short.
    """
    if spelling.digits(text) not in digits_of_names():  # as of most things that a list numbers
        return None
    for key in spelling.keys(text):
        if key and (id := _names().get(key)):
            is_certain = _is_certain(key) or key in _own_names_of(in_force.tables())
            return Match(vendor=in_force.all_vendors()[id], certain=is_certain)
    return None


def knows(text: str) -> bool:
    """Whether a text is for certain one of the names of a vendor."""
    match = find(text)
    return match is not None and match.certain


def find_within(text: str) -> list[Vendor]:
    """Return the vendors that a text names for certain, in the order of the text.

    Whole words count, and the longest name wins: "Licences Microsoft 365 Business, mars" names
    the suite and not its maker.
    """
    words = spelling.words(text)
    found: dict[VendorId, Vendor] = {}
    here = 0
    while here < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - here), 0, -1):
            key = "".join(words[here : here + length])
            if (id := _names().get(key)) and _is_certain(key):
                found.setdefault(id, in_force.all_vendors()[id])
                here += length
                break
        else:
            here += 1
    return list(found.values())


def suggestions(prefix: str, limit: int) -> list[Vendor]:
    """Return vendors with a name that begins like this, at most `limit`, the likeliest first.

    Then come those of whose names a later word begins so. Among equals the order is that of
    `familiar.txt`, what a Belgian company of 10 to 500 people most likely has; other names than
    an entry's own ("Lightroom" for the suite of Adobe) put it some places back. An entry of the
    user's own is familiar to them.
    """
    start, known = spelling.key(prefix), in_force.all_vendors()
    if not start:
        return []
    keys = _beginnings_of(in_force.tables())
    best: dict[VendorId, tuple[bool, bool]] = {}
    for key, place, id in keys[bisect_left(keys, (start, (False, False), VendorId(""))) :]:
        if not key.startswith(start):
            break
        best[id] = min(best.get(id, place), place)

    def rank(id: VendorId) -> tuple[bool, int, str]:
        is_inside, is_alias = best[id]
        return is_inside, _familiarity(id) + _BACK * is_alias, known[id].name.casefold()

    return [known[id] for id in sorted(best, key=rank)[:limit]]


def is_familiar(id: VendorId) -> bool:
    """Return whether many Belgian companies have this, or the user has entered it."""
    return _familiarity(id) < len(_familiar())


def certain_names() -> dict[str, VendorId]:
    """Return the names, as keys, that are neither short nor ordinary words."""
    own = _own_names_of(in_force.tables())
    return {key: id for key, id in _names().items() if _is_certain(key) or key in own}


def digits_of_names() -> frozenset[str]:
    """Return what digits names have, one behind the other; most have none, which is one."""
    return _digits_of(in_force.tables())


def as_asset_kind(vendor: Vendor) -> AssetKind:
    """Return what sort of asset a vendor's name most likely means in a list of assets.

    A company without a product is a supplier, and so are carriers and card schemes. What is
    offered both ways is taken as installed where that is usual for its category.
    """
    match vendor.deployment:
        case None:
            return AssetKind.SUPPLIER
        case Deployment.HARDWARE:
            return AssetKind.INFRASTRUCTURE
        case _ if vendor.category in vendors.AI_CATEGORIES:
            return AssetKind.AI_SERVICE
        case _ if vendor.data_export is None and vendor.category == "telecom":
            return AssetKind.INFRASTRUCTURE
        case _ if vendor.data_export is None and vendor.category in ("logistics", "payment"):
            return AssetKind.SUPPLIER
        case Deployment.SAAS:
            return AssetKind.CLOUD_SERVICE
        case Deployment.SELF_HOSTED | Deployment.ON_PREM:
            return AssetKind.APPLICATION
        case Deployment.BOTH:
            installed = vendor.category in _MOSTLY_INSTALLED
            return AssetKind.APPLICATION if installed else AssetKind.CLOUD_SERVICE


def facts_of(vendor: Vendor, kind: AssetKind | None = None) -> dict[str, object]:
    """Return the facts of `domain.facts` to propose for an asset or a supplier of this name.

    What is unknown or ambiguous is absent. Without `kind` the facts of the company and of its
    product come together; with it, those that count for assets of this kind. A country comes
    with companies of high or medium confidence alone; where data is hosted, with online
    services alone; a family of models with AI services that are known to use just one. Hosting,
    data export, open source and models depend on plan and contract: a person has to confirm them.
    """
    facts: dict[str, object] = {}
    if kind in (None, AssetKind.AI_SERVICE):
        facts.update(ai_chain.facts_of(vendor))
    if kind in (None, AssetKind.SUPPLIER) and vendor.kind is VendorKind.COMPANY:
        facts.update(_facts_of_company(vendor))
    if kind is not AssetKind.SUPPLIER and vendor.deployment is not None:
        facts.update(_facts_of_product(vendor, kind or as_asset_kind(vendor)))
    return facts


def _is_certain(key: str) -> bool:
    short = len(key) <= _SHORT and key not in _UNMISTAKABLE
    return not short and key not in _ordinary_words()


def _facts_of_company(vendor: Vendor) -> dict[str, object]:
    if vendor.confidence is Confidence.LOW or vendor.country is None:
        return {}
    others = {"other_countries": vendor.other_countries} if vendor.other_countries else {}
    return {"country": vendor.country, **others}


_PRODUCTS = SERVICES | {AssetKind.INFRASTRUCTURE}
_HOSTING: Mapping[HostingRegion | None, tuple[str, ...]] = {
    HostingRegion.EU: ("EU",),
    HostingRegion.US: ("US",),
}


def _facts_of_product(vendor: Vendor, kind: AssetKind) -> dict[str, object]:
    if kind not in _PRODUCTS:
        return {}
    facts: dict[str, object] = {
        "hosting_countries": _HOSTING.get(vendor.hosting) if kind in ONLINE_SERVICES else None,
        "data_export": vendor.data_export,
        "open_source": vendor.open_source if kind in SERVICES else None,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _names() -> dict[str, VendorId]:
    return _names_of(in_force.tables())


def _familiarity(id: VendorId) -> int:
    if id in in_force.tables().overlay.entries:
        return 0
    return _familiar().get(id, len(_familiar()))


@cache
def _familiar() -> Mapping[str, int]:
    listed = paths.resource("catalogue/familiar.txt").read_text(encoding="utf-8")
    return {id: place for place, id in enumerate(listed.split())}


@lru_cache(maxsize=1)
def _names_of(found: in_force.Tables) -> dict[str, VendorId]:
    own = _own_names_of(found)
    renamed = set(own.values())
    names: dict[str, VendorId] = {}
    for one in found.vendors.values():
        if one.id in renamed:
            continue
        for name in (one.name, *one.aliases):
            key = spelling.key(name)
            if not key or names.setdefault(key, one.id) != one.id:
                raise rows.CatalogueFault("vendors.csv", 0, one.id, name)
    return {**names, **own}


@lru_cache(maxsize=1)
def _digits_of(found: in_force.Tables) -> frozenset[str]:
    return frozenset(map(spelling.digits, _names_of(found)))


@lru_cache(maxsize=1)
def _own_names_of(found: in_force.Tables) -> dict[str, VendorId]:
    return in_force.own_names(found)


@lru_cache(maxsize=1)
def _beginnings_of(
    found: in_force.Tables,
) -> list[tuple[str, tuple[bool, bool], VendorId]]:
    """Return in order how names go on from each of their words: key, place and entry.

    The place tells whether this is inside the name, and whether the name is another than the
    entry's own; that less the maker in front, as "Windows" for "Microsoft Windows", is its own.
    """
    begun, whole = set(), set()
    for one in found.vendors.values():
        own = spelling.key(one.name)
        for name in (one.name, *one.aliases):
            words, key = spelling.words(name), spelling.key(name)
            is_alias = not own.endswith(key)
            whole.add((key, (False, is_alias), one.id))
            for at, word in enumerate(words):
                if at == 0 or len(word) > 1:
                    begun.add(("".join(words[at:]), (at > 0, is_alias), one.id))
    return sorted(begun | whole)


@cache
def _ordinary_words() -> frozenset[str]:
    listed = paths.resource("catalogue/ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(spelling.key(line) for line in listed.splitlines())
