"""Sovereignty levels and AI chains read out slowly, sharing no code with the package."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures

Span = tuple[int, int]
LAWFUL = {"US", "CN"}  # of the codes the strategies use


def at(landscape: Landscape, id: str) -> Asset:
    return landscape.assets[AssetId(id)]


def level(landscape: Landscape, id: str, objective: str) -> Span:
    one = at(landscape, id)
    if one.sovereignty and objective in one.sovereignty:
        return one.sovereignty[objective], one.sovereignty[objective]
    match objective:
        case "SOV-1":
            return strategic(landscape, id)
        case "SOV-2":
            return legal(landscape, id)
        case "SOV-3":
            return data_and_ai(landscape, id)
        case "SOV-4":
            return operational(one)
        case "SOV-5":
            return supply_chain(landscape, id)
        case "SOV-6":
            return technology(one)
    return 0, 4


def roots_of(landscape: Landscape, suppliers: set[str]) -> set[str]:
    return {root for s in suppliers for root in oracle_figures.control_roots(landscape, s)}


def strategic(landscape: Landscape, id: str) -> Span:
    roots = roots_of(landscape, oracle_figures.providers(landscape, id))
    countries = [at(landscape, root).country for root in roots]
    if any(code and code not in oracle.EEA for code in countries):
        return 1, 1
    return (4, 4) if countries and None not in countries else (0, 4)


def legal(landscape: Landscape, id: str) -> Span:
    one = at(landscape, id)
    countries, _direct, lost = oracle.reach(landscape, id)
    if countries & LAWFUL or one.governing_law == "US":
        return 1, 1
    nobody = one.kind in oracle.ONLINE and not oracle_figures.providers(landscape, id)
    sure = countries and not lost and not nobody and one.governing_law
    return (4, 4) if sure else (1, 4)


def data_and_ai(landscape: Landscape, id: str) -> Span:
    """Over all that hosting, weights and the countries of makers could be."""
    one = at(landscape, id)
    if not one.hosting_countries:
        placed = [replace(one, hosting_countries=(code,)) for code in ("BE", "US")]
    else:
        placed = [one]
    found: set[int] = set()
    for here in placed:
        inside = set(here.hosting_countries or ()) <= oracle.EEA
        for trusted in trust(landscape, id) if one.kind == "ai_service" else {True}:
            found |= {0, 1} if not inside else {4} if trusted else {2}
    return min(found), max(found)


def trust(landscape: Landscape, id: str) -> set[bool]:
    """Whether the models are open or all their makers sit in the EEA, over the unknown."""
    models = ends(landscape, id)
    makers = {s for model in models for s in oracle_figures.providers(landscape, model)}
    codes = [at(landscape, root).country for root in roots_of(landscape, makers)] or [None]
    weights = [at(landscape, model).open_weights for model in models]
    return {
        all(opened) or all(code in oracle.EEA for code in placed)
        for opened in product(*([False, True] if w is None else [w] for w in weights))
        for placed in product(*(["BE", "US"] if c is None else [c] for c in codes))
    }


def operational(one: Asset) -> Span:
    exports = {None: (0, 4), "open": (4,), "partial": (1,), "none": (1,)}[one.data_export]
    caps = {None: (4, 3, 1), "market": (4,), "few": (3,), "vendor": (1,)}[one.skills]
    found = [min(pair) for pair in product(exports, caps)]
    return min(found), max(found)


def technology(one: Asset) -> Span:
    sources = {None: (0, 4), "yes": (4,), "core": (3,), "no": (2,)}[one.open_source]
    caps = {None: (4, 1), True: (4,), False: (1,)}[one.open_standard]
    found = [min(pair) for pair in product(sources, caps)]
    return min(found), max(found)


def supply_chain(landscape: Landscape, id: str) -> Span:
    """Over all countries that suppliers without one could be in; KP is on no map."""
    found = set()
    for whole in placed_suppliers(landscape):
        codes = {one.country for one in whole.assets.values() if one.kind == "supplier"}
        cut = any(
            id in oracle.failed(whole, oracle.seeds(whole, f"country:{code}"))
            for code in codes
            if code and code not in oracle.EEA
        )
        found.add(1 if cut else 3)
    one = at(landscape, id)
    if one.kind in oracle.ONLINE and not oracle_figures.providers(landscape, id):
        found.add(min(1, min(found)))
    return min(found), max(found)


def placed_suppliers(landscape: Landscape) -> Iterator[Landscape]:
    lost = [
        key for key, one in landscape.assets.items() if one.kind == "supplier" and not one.country
    ]
    for codes in product(("BE", "US", "CN", "KP"), repeat=len(lost)):
        placed = {
            key: replace(landscape.assets[key], country=code)
            for key, code in zip(lost, codes, strict=True)
        }
        yield replace(landscape, assets={**landscape.assets, **placed})


def ends(landscape: Landscape, id: str) -> set[str]:
    """The AI services behind one that lead to none but those that lead back to them."""

    def behind(start: str) -> set[str]:
        found: set[str] = {start}
        while True:
            more = {
                str(d.target)
                for d in landscape.dependencies.values()
                if d.source in found
                and d.role in ("uses", "runs_on")
                and landscape.assets[d.target].kind == "ai_service"
            }
            if more <= found:
                return found
            found |= more

    return {one for one in behind(id) if all(one in behind(other) for other in behind(one))}


def needed(landscape: Landscape, process: str) -> set[str]:
    """All that a process vitally needs at any depth, stand-ins among it, and itself."""
    found: set[str] = {process}
    while True:
        more = {
            str(d.target)
            for d in landscape.dependencies.values()
            if d.source in found and d.need == "vital"
        }
        if more <= found:
            return found
        found |= more
