"""What sovereignty levels follow from facts: the definitions of semantics, section 5."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import EventKind
from smala_lockin.analysis.failure.seed_pass import failing
from smala_lockin.analysis.figures.ai_chains import AiChains
from smala_lockin.analysis.figures.reach import Reach, Reaches
from smala_lockin.analysis.figures.sovereignty_levels import HIGHEST, Span
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import (
    ONLINE_SERVICES,
    AssetKind,
    DataExport,
    OpenSource,
    Skills,
)
from smala_lockin.knowledge.jurisdictions import in_eea
from smala_lockin.knowledge.laws import laws_of

_AI = AssetKind.AI_SERVICE
_ANYTHING: Span = (0, HIGHEST)
_INSIDE: Span = (HIGHEST, HIGHEST)
_OUTSIDE: Span = (1, 1)
_EXPORT: Mapping[str, int] = {"open": 4, "partial": 1, "none": 1}
_SKILLS: Mapping[str, int] = {"market": 4, "few": 3, "vendor": 1}
_SOURCE: Mapping[str, int] = {"yes": 4, "core": 3, "no": 2}


@dataclass(frozen=True, eq=False)
class FactLevels:
    """The levels of services as facts have them, over all that is not known."""

    every: EveryEvent
    reaches: Reaches
    roots: Sequence[tuple[int, ...]]
    chains: AiChains

    @cached_property
    def third_country_events(self) -> Sequence[int]:
        """The numbers of the events by which a country outside the EEA cuts us off."""
        country = EventKind.COUNTRY
        return [
            number
            for number, event in enumerate(self.every.events)
            if event.kind is country and not in_eea(event.id)
        ]

    @cached_property
    def _cut_off(self) -> int:
        return sum(1 << number for number in self.third_country_events)

    @cached_property
    def _could_be_cut_off(self) -> Sequence[int]:
        """For each asset whether it fails if suppliers of unknown country are in a third one."""
        structure = self.every.structure
        lost = [i for i in structure.suppliers if structure.assets[i].country is None]
        if not lost:
            return [0] * len(structure.ids)
        placeless = structure.closure(lost, structure.controlled)
        third = map(self.every.seeds.__getitem__, self.third_country_events)
        return failing(structure, [placeless.union(seeds) for seeds in third] or [placeless])

    @cached_property
    def _lawful(self) -> frozenset[str]:
        return frozenset(code for code in self.reaches.codes if laws_of(code))

    @cached_property
    def _lawful_bits(self) -> int:
        """The countries outside the EEA whose law on access reaches abroad, as bits of a reach."""
        codes = self.reaches.codes
        direct = sum(1 << bit for bit, code in enumerate(codes) if code in self._lawful)
        return direct | direct << len(codes)  # the same by investors

    def laws_in_reach(self, reach: Reach) -> tuple[str, ...]:
        """Return the countries outside the EEA whose law on access reaches so far."""
        return tuple(code for code in reach.countries if code in self._lawful)

    def is_placeless(self, number: int) -> bool:
        """Whether the data of an asset may go to countries that nobody named."""
        bits, count = self.reaches.bits[number], 2 * len(self.reaches.codes)
        return not bits or bits >> count > 0 or self._is_unprovided(number)

    def _is_unprovided(self, number: int) -> bool:
        structure = self.every.structure
        kind = structure.assets[number].kind
        return kind in ONLINE_SERVICES and number not in structure.providers

    def spans(self, number: int, asset: Asset) -> tuple[Span, ...]:
        """Return the range of each objective in their order, whatever people answered."""
        return (
            self._strategic(number),
            self._legal(number, asset),
            self._data_and_ai(asset),
            _OPERATIONAL[asset.data_export, asset.skills],
            self._supply_chain(number),
            _TECHNOLOGY[asset.open_source, asset.open_standard],
            _ANYTHING,
            _ANYTHING,
        )

    def _strategic(self, number: int) -> Span:
        providers = self.every.structure.providers.get(number)
        if not providers:
            return _ANYTHING
        known = self._seats
        seats = [known[one] for one in providers]
        if _OUTSIDE in seats:
            return _OUTSIDE
        return _ANYTHING if _ANYTHING in seats else _INSIDE

    @cached_property
    def _seats(self) -> Mapping[int, Span]:
        """For each supplier what follows from where those are who have the last word over it."""
        assets, found = self.every.structure.assets, {}
        for supplier in self.every.structure.suppliers:
            codes = {assets[root].country for root in self.roots[supplier]}
            if any(code is not None and not in_eea(code) for code in codes):
                found[supplier] = _OUTSIDE
            else:
                found[supplier] = _ANYTHING if None in codes else _INSIDE
        return found

    def _legal(self, number: int, asset: Asset) -> Span:
        law = asset.governing_law
        if self.reaches.bits[number] & self._lawful_bits or (law is not None and not in_eea(law)):
            return 1, 1
        return (1, 4) if law is None or self.is_placeless(number) else (4, 4)

    def _data_and_ai(self, asset: Asset) -> Span:
        places = asset.hosting_countries
        if places and not all(map(in_eea, places)):
            return 0, 1
        is_trusted = could_be = True
        if asset.kind is _AI:
            is_trusted, could_be = self._trust(asset.id)
        best = HIGHEST if could_be else 2
        if not places:
            return 0, best
        return (HIGHEST if is_trusted else 2), best

    def is_trusted(self, service: AssetId) -> bool:
        """Whether an AI service's models are open, or their makers known to be in the EEA."""
        return self._trust(service)[0]

    def _trust(self, service: AssetId) -> tuple[bool, bool]:
        """Return whether an AI service is trusted, and whether it may be as far as is known."""
        chain, assets = self.chains.of_service[service], self.every.structure.landscape.assets
        codes = {assets[root].country for root in chain.roots}
        known = [in_eea(code) for code in codes if code is not None]
        is_inside = bool(codes) and None not in codes and all(known)
        return chain.open_weights is True or is_inside, chain.open_weights is not False or all(
            known
        )

    def _supply_chain(self, number: int) -> Span:
        if self.every.bits[number] & self._cut_off:
            return 1, 1
        return (1, 3) if self._is_unprovided(number) or self._could_be_cut_off[number] else (3, 3)


def _operational(export: DataExport | None, skills: Skills | None) -> Span:
    low, high = _ANYTHING if export is None else (_EXPORT[export], _EXPORT[export])
    if skills is None:
        return min(low, _SKILLS["vendor"]), high
    cap = _SKILLS[skills]
    return min(low, cap), min(high, cap)


def _technology(source: OpenSource | None, is_standard: bool | None) -> Span:
    low, high = _ANYTHING if source is None else (_SOURCE[source], _SOURCE[source])
    if is_standard is None:
        return min(low, 1), high
    return (low, high) if is_standard else (min(low, 1), min(high, 1))


_OPERATIONAL: Mapping[tuple[DataExport | None, Skills | None], Span] = {
    both: _operational(*both) for both in product((None, *DataExport), (None, *Skills))
}
_TECHNOLOGY: Mapping[tuple[OpenSource | None, bool | None], Span] = {
    both: _technology(*both) for both in product((None, *OpenSource), (None, False, True))
}
"""Looked up, for there are many services and few of these."""
