"""What the catalogue knows of the things in the files: who they are, who owns them, where.

Only certain matches are applied, and marked as coming from the catalogue; the rest is offered.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from types import MappingProxyType

from smala_lockin.domain.assets import Origin, Source
from smala_lockin.domain.kinds import ONLINE_SERVICES, AssetKind, Role
from smala_lockin.domain.reads import Read
from smala_lockin.importing.matching.agreement import NOTHING_ASKED, Agreement
from smala_lockin.importing.matching.linking import Edge
from smala_lockin.importing.rows.drafts import Draft, Drafts, Pool
from smala_lockin.importing.values.plain import plain_words
from smala_lockin.knowledge import catalogue, near, ownership
from smala_lockin.knowledge.catalogue import Match
from smala_lockin.knowledge.vendors import Deployment, Vendor, VendorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorGuess:
    """A thing of the files that the catalogue may know; applied only where somebody agrees.

    `vendor` is who sells it there; `certain` where the name leaves no doubt. `sold` is false for
    what no company sells: there is nothing to agree to.
    """

    name: str
    vendor: str
    certain: bool
    sold: bool = True


_NOTHING_BESIDE: Mapping[Draft, Sequence[Draft]] = MappingProxyType({})


class Recognition:
    """Adds to the drafts what the catalogue knows."""

    def __init__(
        self,
        drafts: Drafts,
        edges: dict[tuple[int, int, Role], Edge],
        agreement: Agreement = NOTHING_ASKED,
        beside: Mapping[Draft, Sequence[Draft]] = _NOTHING_BESIDE,
    ) -> None:
        """`edges` are those of the files; owners of suppliers are added to them.

        So are suppliers of things, where somebody agreed to the catalogue's guess, or where rows
        name whom the catalogue means `beside` the thing.
        """
        self._beside = beside
        self._drafts, self._edges, self._agreement = drafts, edges, agreement
        self._companies: dict[str, Draft] = {}
        controlled, provided = Role.CONTROLLED_BY, Role.PROVIDED_BY
        self._controlled = {source for source, _target, role in edges if role is controlled}
        self._supplied: dict[int, list[int]] = {}
        for source, target, role in edges:
            if role is provided:
                self._supplied.setdefault(source, []).append(target)
        self.guesses: list[VendorGuess] = []

    def recognise(self) -> None:
        """Look at every thing the files name."""
        said = [draft for draft in self._drafts if draft.said]
        said = list(compress(said, near.glance(draft.name for draft in said)))
        known: list[tuple[Draft, Vendor]] = []
        for draft in self._drafts:
            id = draft.existing.catalogue_id if draft.existing else None
            if id and draft.kind is AssetKind.SUPPLIER:
                self._companies.setdefault(id, draft)
        for draft in said:
            if draft.pool is Pool.SUPPLIER and (company := self._company(draft)):
                known.append((draft, company))
                self._companies.setdefault(company.id, draft)
        for draft in said:
            if draft.pool is Pool.ASSET and (company := self._thing(draft)):
                known.append((self._provided(draft, company), company))
        for draft, company in known:
            self._owners(draft, company)

    def _company(self, draft: Draft) -> Vendor | None:
        match = catalogue.find(draft.name) or near.find_near(draft.name)
        if match is None:
            return None
        company = ownership.seller_of(match.vendor)
        if company is None or not match.certain:
            name, sold = (company or match.vendor).name, company is not None
            guess = VendorGuess(name=draft.name, vendor=name, certain=match.certain, sold=sold)
            self.guesses.append(guess)
            if company is None or not self._agreement.knows(draft.name, certain=match.certain):
                return None
        self._describe(draft, company)
        return company

    def _thing(self, draft: Draft) -> Vendor | None:
        """Describe a thing of the catalogue; return its seller where somebody agreed to it."""
        if draft.kind not in _RECOGNISED:
            return None
        match = catalogue.find(draft.name) or _find_counted(draft.name)
        match = match or near.find_near(draft.name)
        if match is None:
            self._rented(draft)
            return None
        seller = ownership.seller_of(match.vendor)
        agreed = self._agreement.knows(draft.name, certain=match.certain)
        if seller and self._is_provided(draft, seller):
            self._refine(draft, match.vendor)
            return None
        if seller and id(draft) not in self._supplied and self._stands_beside(draft, seller):
            self._refine(draft, match.vendor)
            return None
        if seller and id(draft) not in self._supplied:
            self.guesses.append(
                VendorGuess(name=draft.name, vendor=seller.name, certain=match.certain)
            )
        else:
            agreed = False
        if match.certain or agreed:
            self._refine(draft, match.vendor)
        else:
            self._rented(draft)
        return seller if agreed else None

    def _stands_beside(self, thing: Draft, seller: Vendor) -> bool:
        """Let a thing be provided by its seller, or one of their companies, that stands beside it.

        "Exchange Online" beside "Microsoft Ireland" is Microsoft's.
        """
        provided, begun = Role.PROVIDED_BY, _first_word(seller.name)
        for company in self._beside.get(thing, ()):
            if _first_word(company.name) == begun:
                key = id(thing), id(company), provided
                self._edges.setdefault(key, Edge(thing, company, provided, catalogued=True))
                return True
        return False

    def _is_provided(self, thing: Draft, seller: Vendor) -> bool:
        """Whether the files themselves say that a company provides a thing."""
        known = self._companies.get(seller.id)
        return known is not None and id(known) in self._supplied.get(id(thing), ())

    def _rented(self, draft: Draft) -> None:
        """Take what begins like a rented service, or names one of its provider, for rented."""
        if draft.existing is not None or draft.kind is not AssetKind.APPLICATION:
            return
        for vendor in catalogue.find_within(draft.name)[:1]:
            seller = ownership.seller_of(vendor)
            online = vendor.deployment is Deployment.SAAS
            begun = _begins_with(draft.name, vendor)
            if online and (begun or (seller and self._is_provided(draft, seller))):
                kind = catalogue.as_asset_kind(vendor)
                if kind in ONLINE_SERVICES and _refines(draft, kind, vendor):
                    draft.kind = kind
                    draft.put(Read("kind", kind, vendor.name), self._origin(vendor))

    def _refine(self, draft: Draft, vendor: Vendor) -> None:
        if vendor.deployment is None:
            return
        kind = catalogue.as_asset_kind(vendor)
        if draft.existing is None and kind in _RECOGNISED and _refines(draft, kind, vendor):
            draft.kind = kind
            draft.put(Read("kind", kind, vendor.name), self._origin(vendor))
        self._propose(draft, vendor, draft.existing.kind if draft.existing else draft.kind)

    def _provided(self, thing: Draft, company: Vendor) -> Draft:
        """Let a thing be provided by a company; return that company's draft."""
        seller = self._companies.get(company.id) or self._added(company)
        edge = Edge(thing, seller, Role.PROVIDED_BY, catalogued=True)
        self._edges.setdefault((id(thing), id(seller), Role.PROVIDED_BY), edge)
        return seller

    def _owners(self, draft: Draft, company: Vendor) -> None:
        below = draft
        for owner in ownership.owner_chain(company):
            if id(below) in self._controlled:
                return
            above = self._companies.get(owner.id)
            if above is None:
                above = self._added(owner)
            if above is not below:
                key = (id(below), id(above), Role.CONTROLLED_BY)
                edge = Edge(
                    below, above, Role.CONTROLLED_BY, investor=owner.investor, catalogued=True
                )
                self._edges.setdefault(key, edge)
            self._controlled.add(id(below))
            below = above

    def _added(self, company: Vendor) -> Draft:
        draft = next(iter(self._drafts.named(Pool.SUPPLIER, company.name)), None)
        if draft is None:
            draft = Draft(name=company.name, kind=AssetKind.SUPPLIER, sure=True, catalogued=True)
            draft.put(Read("name", company.name, company.name), self._origin(company))
            self._drafts.add(draft)
        elif draft.existing is None and not draft.said:
            draft.catalogued = True  # it was left out, and something else is its own
        self._describe(draft, company)
        self._companies[company.id] = draft
        return draft

    def _describe(self, draft: Draft, company: Vendor) -> None:
        self._propose(draft, company, AssetKind.SUPPLIER)

    def _propose(self, draft: Draft, vendor: Vendor, kind: AssetKind) -> None:
        """Add what is known of a vendor, where neither files nor people have said it."""
        origin = self._origin(vendor)
        for fact, value in {"catalogue_id": vendor.id, **catalogue.facts_of(vendor, kind)}.items():
            draft.offer(Read(fact, value, vendor.name), origin)

    def _origin(self, vendor: Vendor) -> Origin:
        return Origin(source=Source.CATALOGUE, value=vendor.name, on=vendor.as_of)


def _first_word(name: str) -> str:
    return plain_words(name).partition(" ")[0]


def _find_counted(name: str) -> Match | None:
    """What a name means behind which stands how many there are: "Microsoft 365 E3 (85)"."""
    bare = _COUNT.sub("", name)
    return (catalogue.find(bare) or near.find_near(bare)) if bare != name else None


_COUNT = re.compile(r"\s*\(\s*(?:x\s*)?\d+\s*x?\s*\)$|\s+[x×]\s*\d+$", re.IGNORECASE)


def _begins_with(name: str, vendor: Vendor) -> bool:
    """Whether a name of several words begins with that of a service, which is no company's."""
    words = name.split()
    starts = (" ".join(words[:count]) for count in range(1, len(words)))
    found = (catalogue.find(start) for start in starts)
    return vendor.kind is VendorKind.SERVICE and any(
        match is not None and match.certain and match.vendor.id == vendor.id for match in found
    )


def _refines(draft: Draft, kind: AssetKind, vendor: Vendor) -> bool:
    """Whether the catalogue's kind is better than the one from the files.

    A type column that says "application" of what is only ever rented over the network means
    software in general.
    """
    if not draft.sure:
        return True
    rented = vendor.deployment is Deployment.SAAS or kind is AssetKind.AI_SERVICE
    return draft.kind is AssetKind.APPLICATION and kind in ONLINE_SERVICES and rented


_RECOGNISED = frozenset(
    {
        AssetKind.APPLICATION,
        AssetKind.CLOUD_SERVICE,
        AssetKind.AI_SERVICE,
        AssetKind.INFRASTRUCTURE,
    }
)
