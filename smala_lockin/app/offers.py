"""What a text may mean while it is typed: what stands on the map, and what the catalogue knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smala_lockin.app.drawing import Known
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import spelling

if TYPE_CHECKING:
    from smala_lockin.knowledge.vendors import Vendor, VendorId

FROM_MAP, FROM_CATALOGUE = 4, 6
_BEGINNING = 3
"""So many letters are as likely the beginning of a name as a whole one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing that may be meant: an `asset` of the map, or a `vendor` of the catalogue.

    `seller` and `country` (its code) say whose it is, where that is known and not the same.
    """

    name: str
    kind: AssetKind
    asset: AssetId | None = None
    vendor: "VendorId | None" = None
    seller: str = ""
    country: str | None = None


def offers(landscape: Landscape, text: str) -> list[Offer]:
    """Return what begins like a text, a few of each: the map's first, then the catalogue's.

    What has exactly that name comes first, unless companies like ours rather have something else
    of it: Orange Belgium comes before Orange. Things to use come before the companies behind
    them. Where nothing begins so, what was most likely meant is offered.
    """
    if not text.strip():
        return []
    wanted = spelling.key(text)
    ours = [_of_asset(landscape, key) for key in found(landscape, text, at_word=True)]
    theirs = list(_of_catalogue(landscape, text)) if wanted else []
    ours.sort(key=lambda one: spelling.key(one.name) != wanted)
    return ours[:FROM_MAP] + theirs[:FROM_CATALOGUE]


def found(landscape: Landscape, text: str, *, at_word: bool = False) -> list[AssetId]:
    """Return the assets whose name holds a text, those that begin with it first.

    Case and accents do not matter. `at_word` wants it at the beginning of a word.
    """
    wanted = " ".join(spelling.folded(text).split())
    if not wanted:
        return []
    ranked = []
    for key, one in landscape.assets.items():
        name = spelling.folded(" ".join(one.name[:400].split()))
        begins = name.startswith(wanted)
        if begins or f" {wanted}" in name or (not at_word and wanted in name):
            ranked.append((not begins, key))
    return [key for _later, key in sorted(ranked, key=lambda pair: pair[0])]


def _of_asset(landscape: Landscape, key: AssetId) -> Offer:
    one = landscape.assets[key]
    return Offer(name=one.name, kind=one.kind, asset=key)


def _of_catalogue(landscape: Landscape, text: str) -> Iterator[Offer]:
    from smala_lockin.knowledge import catalogue

    known, wanted = Known(landscape), spelling.key(text)

    def rank(vendor: "Vendor") -> tuple[bool, bool, bool]:
        is_familiar = catalogue.is_familiar(vendor.id)
        names = (vendor.name, *vendor.aliases)
        is_exact = len(wanted) > _BEGINNING and any(spelling.key(one) == wanted for one in names)
        is_supplier = catalogue.as_asset_kind(vendor) is AssetKind.SUPPLIER
        return not (is_exact and is_familiar), not is_exact and not is_familiar, is_supplier

    for vendor in sorted(_meant(text), key=rank):
        kind = catalogue.as_asset_kind(vendor)
        if known.asset_of(vendor, kind) is None:
            yield _of_vendor(vendor, kind)


def _meant(text: str) -> "list[Vendor]":
    from smala_lockin.knowledge import catalogue, near

    begun = catalogue.suggestions(text, 4 * FROM_CATALOGUE)
    if begun:
        return begun
    guess = near.find_near(text)
    if guess:
        return [guess.vendor]
    return catalogue.suggestions(near.mended(text), 4 * FROM_CATALOGUE)


def _of_vendor(vendor: "Vendor", kind: AssetKind) -> Offer:
    from smala_lockin.knowledge import ownership

    seller = ownership.seller_of(vendor)
    is_itself = seller is vendor and kind is AssetKind.SUPPLIER
    return Offer(
        name=vendor.name,
        kind=kind,
        vendor=vendor.id,
        seller=seller.name if seller and not is_itself else "",
        country=seller.country if seller else None,
    )
