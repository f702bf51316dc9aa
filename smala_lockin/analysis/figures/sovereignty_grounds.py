"""What a sovereignty level rests on: typed answers, facts, and what of them is missing."""

from collections.abc import Iterable

from smala_lockin.analysis.figures.sovereignty import Sovereignty
from smala_lockin.analysis.figures.sovereignty_levels import Grounds, Objective, Reading
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.knowledge.jurisdictions import in_eea


def readings(sovereignty: Sovereignty, service: AssetId) -> tuple[Reading, ...]:
    """Return the levels of a service and what they rest on, in the order of the objectives."""
    asset = sovereignty.every.structure.landscape.assets[service]
    answers = asset.sovereignty or {}
    found = []
    for objective, (low, high) in zip(Objective, sovereignty.levels[service], strict=True):
        if objective in answers:
            grounds = Grounds.ANSWER
        else:
            grounds = Grounds.NOTHING if (low, high) == (0, 4) else Grounds.FACTS
        is_typed = grounds is Grounds.ANSWER
        found.append(
            Reading(
                service=service,
                objective=objective,
                low=low,
                high=high,
                grounds=grounds,
                countries=() if is_typed else _countries(sovereignty, asset, objective),
                missing=() if low == high else tuple(_missing(sovereignty, asset, objective)),
            )
        )
    return tuple(found)


def _countries(sovereignty: Sovereignty, asset: Asset, objective: Objective) -> tuple[str, ...]:
    """Return the countries outside the EEA that hold a level down, sorted."""
    assets, number = sovereignty.every.structure.assets, _number(sovereignty, asset)
    found: set[str | None] = set()
    match objective:
        case Objective.STRATEGIC:
            for provider in sovereignty.every.structure.providers.get(number, ()):
                found.update(assets[root].country for root in sovereignty.facts.roots[provider])
        case Objective.LEGAL:
            found.update(sovereignty.facts.laws_in_reach(sovereignty.facts.reaches.reach(asset.id)))
            found.add(asset.governing_law)
        case Objective.DATA_AND_AI:
            found.update(asset.hosting_countries or ())
            if asset.kind is AssetKind.AI_SERVICE and not sovereignty.facts.is_trusted(asset.id):
                landscape = sovereignty.every.structure.landscape
                roots = sovereignty.facts.chains.of_service[asset.id].roots
                found.update(landscape.assets[root].country for root in roots)
        case Objective.SUPPLY_CHAIN:
            bits, events = sovereignty.every.bits[number], sovereignty.every.events
            cutting = sovereignty.facts.third_country_events
            found.update(events[event].id for event in cutting if bits >> event & 1)
        case _:
            pass
    return tuple(sorted(code for code in found if code is not None and not in_eea(code)))


def _missing(sovereignty: Sovereignty, asset: Asset, objective: Objective) -> Iterable[str]:
    """Return the facts that could still change a level; of suppliers and models, too."""
    number = _number(sovereignty, asset)
    match objective:
        case Objective.STRATEGIC | Objective.SUPPLY_CHAIN:
            yield "country" if number in sovereignty.every.structure.providers else "provided_by"
        case Objective.LEGAL:
            if sovereignty.facts.is_placeless(number):
                yield "country"
            if asset.governing_law is None:
                yield "governing_law"
        case Objective.DATA_AND_AI:
            if not asset.hosting_countries:
                yield "hosting_countries"
            is_ai = asset.kind is AssetKind.AI_SERVICE
            if is_ai and not sovereignty.facts.is_trusted(asset.id):
                yield from ("country", "open_weights")
        case Objective.OPERATIONAL:
            yield from _unknown(asset, "data_export", "skills")
        case Objective.TECHNOLOGY:
            yield from _unknown(asset, "open_source", "open_standard")
        case Objective.SECURITY | Objective.ENVIRONMENT:
            yield "sovereignty"


def _unknown(asset: Asset, *facts: str) -> Iterable[str]:
    return (fact for fact in facts if getattr(asset, fact) is None)


def _number(sovereignty: Sovereignty, asset: Asset) -> int:
    return sovereignty.every.structure.index[asset.id]
