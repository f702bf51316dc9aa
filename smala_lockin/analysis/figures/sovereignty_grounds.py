"""What a sovereignty level rests on: typed answers, facts, and what of them is missing."""

from collections.abc import Iterable, Sequence

from smala_lockin.analysis.figures.sovereignty_facts import FactLevels
from smala_lockin.analysis.figures.sovereignty_levels import Grounds, Objective, Reading, Span
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.knowledge.jurisdictions import in_eea


def readings(facts: FactLevels, service: Asset, spans: Sequence[Span]) -> tuple[Reading, ...]:
    """Return the levels of a service and what they rest on, in the order of the objectives.

    `spans` are these levels, answers counted in.
    """
    answers = service.sovereignty or {}
    found = []
    for objective, (low, high) in zip(Objective, spans, strict=True):
        if objective in answers:
            grounds = Grounds.ANSWER
        else:
            grounds = Grounds.NOTHING if (low, high) == (0, 4) else Grounds.FACTS
        is_typed = grounds is Grounds.ANSWER
        found.append(
            Reading(
                service=service.id,
                objective=objective,
                low=low,
                high=high,
                grounds=grounds,
                countries=() if is_typed else _countries(facts, service, objective),
                missing=() if low == high else tuple(_missing(facts, service, objective)),
            )
        )
    return tuple(found)


def _countries(facts: FactLevels, asset: Asset, objective: Objective) -> tuple[str, ...]:
    """Return the countries outside the EEA that hold a level down, sorted."""
    assets, number = facts.every.structure.assets, facts.every.structure.index[asset.id]
    found: set[str | None] = set()
    match objective:
        case Objective.STRATEGIC:
            for provider in facts.every.structure.providers.get(number, ()):
                found.update(assets[root].country for root in facts.roots[provider])
        case Objective.LEGAL:
            found.update(facts.laws_in_reach(facts.reaches.reach(asset.id)))
            found.add(asset.governing_law)
        case Objective.DATA_AND_AI:
            found.update(asset.hosting_countries or ())
            if asset.kind is AssetKind.AI_SERVICE and not facts.is_trusted(asset.id):
                landscape = facts.every.structure.landscape
                roots = facts.chains.of_service[asset.id].roots
                found.update(landscape.assets[root].country for root in roots)
        case Objective.SUPPLY_CHAIN:
            bits, events = facts.every.bits[number], facts.every.events
            cutting = facts.third_country_events
            found.update(events[event].id for event in cutting if bits >> event & 1)
        case _:
            pass
    return tuple(sorted(code for code in found if code is not None and not in_eea(code)))


def _missing(facts: FactLevels, asset: Asset, objective: Objective) -> Iterable[str]:
    """Return the facts that could still change a level; of suppliers and models, too."""
    number = facts.every.structure.index[asset.id]
    match objective:
        case Objective.STRATEGIC | Objective.SUPPLY_CHAIN:
            yield "country" if number in facts.every.structure.providers else "provided_by"
        case Objective.LEGAL:
            if facts.is_placeless(number):
                yield "country"
            if asset.governing_law is None:
                yield "governing_law"
        case Objective.DATA_AND_AI:
            if not asset.hosting_countries:
                yield "hosting_countries"
            is_ai = asset.kind is AssetKind.AI_SERVICE
            if is_ai and not facts.is_trusted(asset.id):
                yield from ("country", "open_weights")
        case Objective.OPERATIONAL:
            yield from _unknown(asset, "data_export", "skills")
        case Objective.TECHNOLOGY:
            yield from _unknown(asset, "open_source", "open_standard")
        case Objective.SECURITY | Objective.ENVIRONMENT:
            yield "sovereignty"


def _unknown(asset: Asset, *facts: str) -> Iterable[str]:
    return (fact for fact in facts if getattr(asset, fact) is None)
