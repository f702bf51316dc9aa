"""What the window shows of the catalogue, without a widget: a list to search, and one entry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from smala_lockin import i18n
from smala_lockin.i18n import _, day, ngettext, semicolons
from smala_lockin.knowledge import in_force, ownership, spelling
from smala_lockin.knowledge.ai_chain import model_supplies_of
from smala_lockin.knowledge.jurisdictions import country_name
from smala_lockin.knowledge.law_rows import Law
from smala_lockin.knowledge.laws import laws_of
from smala_lockin.knowledge.provenance import Confidence
from smala_lockin.knowledge.vendors import Vendor, VendorId, VendorKind
from smala_lockin.words import catalogue as words
from smala_lockin.words import facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry as the list shows it; `is_own` where the user changed or added it."""

    id: VendorId
    name: str
    category: str
    country: str
    owner: str
    as_of: date
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the list is narrowed to; empty texts take everything.

    `category` and `country` are ids and codes. A `text` fits where an entry has a name with it.
    """

    text: str = ""
    category: str = ""
    country: str = ""
    own_only: bool = False


def listed(wanted: Wanted) -> list[Listed]:
    """Return the entries that fit, those whose own name begins with the text first."""
    key = spelling.key(wanted.text)
    if wanted.text.strip() and not key:
        return []
    own = in_force.tables().overlay
    changed = own.entries.keys() | {pair[0] for pair in own.alternatives}
    fitting = [
        (not names[0].startswith(key), one.name.casefold(), one)
        for one, names in _with_keys(in_force.tables())
        if (not wanted.category or one.category == wanted.category)
        and (not wanted.country or _seat(one) == wanted.country)
        and (not wanted.own_only or one.id in changed)
        and any(key in name for name in names)
    ]
    fitting.sort(key=lambda each: each[:2])
    return [_listed(one, is_own=one.id in changed) for _later, _name, one in fitting]


def countries() -> list[tuple[str, str]]:
    """Return code and name of the countries that entries sit in, by name."""
    codes = {_seat(one) for one in in_force.all_vendors().values()}
    named = ((code, country_name(code, i18n.current())) for code in codes if code)
    return sorted(named, key=lambda pair: spelling.folded(pair[1]))


def owner_words(vendor: Vendor) -> str:
    """Return who sells or owns it, up to the topmost owner: "Microsoft", "Visma › Hg".

    Unsure owners end in a question mark.
    """
    seller = ownership.seller_of(vendor)
    mine = [seller] if seller is not None and seller is not vendor else []
    sure, unsure = ownership.owner_chain(vendor), ownership.owners_to_confirm(vendor)
    chain = " › ".join(one.name for one in [*mine, *sure, *unsure])
    return _("%(owner)s?") % {"owner": chain} if unsure else chain


def description(vendor: Vendor) -> list[tuple[str, str]]:
    """Return label and text of all that is known of an entry; what is unknown is absent."""
    hosts = ", ".join(in_force.all_vendors()[id].name for id in vendor.runs_on)
    families = ", ".join(
        f"{supply.model.family} ({supply.supplier.name})" for supply in model_supplies_of(vendor.id)
    )
    is_service = vendor.kind is VendorKind.SERVICE
    lines = [
        (_("What it is"), words.category(vendor.category)),
        (_("Sold by") if is_service else _("Owned by"), _owners(vendor)),
        (_("Head office"), _country(_seat(vendor))),
        (_("Law of these reaches it too"), ", ".join(map(_country, vendor.other_countries))),
        (_("Laws that reach data abroad"), _laws(vendor)),
        (_("Runs"), words.deployment(vendor.deployment) if vendor.deployment else ""),
        (_("Data can be kept"), words.hosting(vendor.hosting) if vendor.hosting else ""),
        (facts.label("data_export"), facts.value(vendor.data_export)),
        (facts.label("open_source"), facts.value(vendor.open_source)),
        (_("Known to rely on"), hosts),
        (_("AI models it may use"), families),
        (_("Other names"), ", ".join(vendor.aliases)),
        (_("Notes"), i18n.of_catalogue(vendor.notes)),
        (_("How sure"), words.confidence(vendor.confidence)),
        (_("Source"), words.source(vendor.source)),
        (_("As of"), day(vendor.as_of)),
    ]
    return [(label, text) for label, text in lines if text]


def own_words() -> str:
    """Return how much of it is the user's own."""
    count = in_force.tables().overlay.size
    if not count:
        return _("You have changed nothing in it.")
    return ngettext(
        "%(count)d row is yours or changed by you.",
        "%(count)d rows are yours or changed by you.",
        count,
    ) % {"count": count}


def _owners(vendor: Vendor) -> str:
    """Return seller and owners with their countries; investors are called so."""
    sure, unsure = ownership.owner_chain(vendor), ownership.owners_to_confirm(vendor)
    seller = ownership.seller_of(vendor)
    mine = [seller] if seller is not None and seller is not vendor else []
    chain = " › ".join(_with_country(one) for one in [*mine, *sure, *unsure])
    return _("%(owner)s (to be confirmed)") % {"owner": chain} if unsure else chain


def _laws(vendor: Vendor) -> str:
    """Return the access laws of third countries over seller and owners, unsettled ones as such."""
    companies = [ownership.seller_of(vendor) or vendor, *ownership.owner_chain(vendor)]
    codes = [code for one in companies for code in (one.country, *one.other_countries) if code]
    told = []
    for code in dict.fromkeys(codes):
        names = ", ".join(_law(law) for law in laws_of(code))
        if names:
            told.append(f"{_country(code)} ({names})")
    return semicolons(told)


def _law(law: Law) -> str:
    if law.provenance.confidence is not Confidence.LOW:
        return words.law(law)
    return _("%(owner)s (to be confirmed)") % {"owner": words.law(law)}


def _with_country(vendor: Vendor) -> str:
    country = _country(vendor.country)
    if vendor.investor:
        country = ", ".join(filter(None, (country, _("investor"))))
    return f"{vendor.name} ({country})" if country else vendor.name


def _seat(vendor: Vendor) -> str | None:
    """Return the country of the seller, which the user may have corrected there."""
    return (ownership.seller_of(vendor) or vendor).country


def _country(code: str | None) -> str:
    return country_name(code, i18n.current()) if code else ""


def _listed(vendor: Vendor, *, is_own: bool) -> Listed:
    return Listed(
        id=vendor.id,
        name=vendor.name,
        category=words.category(vendor.category),
        country=_country(_seat(vendor)),
        owner=owner_words(vendor),
        as_of=vendor.as_of,
        is_own=is_own,
    )


@lru_cache(maxsize=1)
def _with_keys(found: in_force.Tables) -> list[tuple[Vendor, tuple[str, ...]]]:
    return [(one, _keys((one.name, *one.aliases))) for one in found.vendors.values()]


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(spelling.key(name) for name in names)
