"""Which story a risk belongs to, read out slowly: gateways, what hides, bundles.

Semantics, section 7, headlines; sharing no code with the package.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_risks

COUNTRIES = ("cut_off", "legal_reach", "hosting_third_country", "concentration_country")
TOGETHER = {"notice_deadline": "deadlines", "end_of_support": "deadlines", "no_dpa": "duties"}


def gateways(landscape: Landscape, point: str) -> set[str]:
    """What stopped processes need themselves and that fails with a point, the foremost of it."""
    fallen = oracle.failed(landscape, [point])
    processes = oracle.processes(landscape)
    near = {
        str(one.target)
        for one in landscape.dependencies.values()
        if one.role != "controlled_by"
        and one.need == "vital"
        and one.source in oracle.stops(landscape, f"asset:{point}")
        and one.target in fallen - processes
    }
    falls = {one: oracle.failed(landscape, [one]) for one in near}
    return {
        one
        for one in near
        if not any(
            one in falls[other] and (other < one or other not in falls[one])
            for other in near - {one}
        )
    }


def hidden_share(landscape: Landscape, assets: Iterable[str], stopped: set[str]) -> float:
    """The share of stopped processes that depend on none of these, nor on what they provide."""
    touched = set(assets)
    touched |= {
        str(one.source)
        for one in landscape.dependencies.values()
        if one.role == "provided_by" and one.target in touched
    }
    seeing = {
        one.source
        for one in landscape.dependencies.values()
        if one.role != "controlled_by" and one.target in touched
    }
    return len(stopped - seeing) / len(stopped) if stopped else 0.0


def bundles(landscape: Landscape, finding: Finding, false: Iterable[Finding]) -> set[str]:
    """The story of a risk; several where it lies behind several false redundancies."""
    rule, assets = str(finding.rule), [str(one) for one in finding.assets]
    told = list(false)
    if finding.rule is Rule.FALSE_REDUNDANCY:
        return {_of_cause(finding, told)}
    if rule in COUNTRIES:
        return {f"country:{finding.evidence.country}"}
    if rule in TOGETHER:
        return {TOGETHER[rule]}
    asset, kind = assets[0], str(oracle.assets_of(landscape)[assets[0]].kind)
    if rule in ("ai_training", "ai_single_model"):
        maker = finding.evidence.root or control_root(landscape, vital_suppliers(landscape, asset))
        return {f"ai:{maker or asset}"}
    alike = {_of_cause(one, told) for one in told if {*one.evidence.groups} & _slow(finding)}
    if alike:
        return alike
    if rule == "untested_fallback" and kind == "process":
        return {f"process:{asset}"}
    behind = {_of_cause(one, told) for one in told if lies_behind(landscape, asset, one)}
    if behind:
        return behind
    if kind == "people":
        return {f"person:{asset}"}
    if asset in foundations(landscape):
        return {"foundations"}
    return {by_gateway(landscape, asset)}


def _slow(finding: Finding) -> set[str]:
    """The alternatives between which switching takes too long."""
    return {*finding.evidence.groups} if finding.rule is Rule.UNTESTED_FALLBACK else set()


def _of_cause(finding: Finding, false: Iterable[Finding]) -> str:
    """One name for all alternatives that the same cause takes away; circles are each their own."""
    cause = finding.evidence.causes[0]
    alike = [str(one.key) for one in false if one.evidence.causes[0] == cause]
    return str(finding.key) if cause == "circular" else min(alike)


def lies_behind(landscape: Landscape, asset: str, false: Finding) -> bool:
    """Whether a point is a cause of a false redundancy, or lies between one and an owner."""
    if not oracle.stops(landscape, f"asset:{asset}"):
        return False
    if f"asset:{asset}" in false.evidence.causes:
        return True
    causes = [one.partition(":")[2] for one in false.evidence.causes if one.startswith("asset:")]
    points = [one for one in causes if oracle.stops(landscape, f"asset:{one}")]
    fails_owner = oracle.failed(landscape, [asset]) & set(false.assets)
    falls = any(asset in oracle.failed(landscape, [one]) for one in points)
    return bool(fails_owner) and falls


def foundations(landscape: Landscape) -> set[str]:
    ground = {
        id
        for id, one in oracle.assets_of(landscape).items()
        if one.kind in ("infrastructure", "location")
        and oracle.stops(landscape, f"asset:{id}")
        and oracle.blast_radius(landscape, f"asset:{id}") >= 0.9
    }
    provided: dict[str, set[str]] = {}
    for one in landscape.dependencies.values():
        if one.role == "provided_by":
            provided.setdefault(one.target, set()).add(one.source)
    return ground | {supplier for supplier, items in provided.items() if items <= ground}


def by_gateway(landscape: Landscape, asset: str) -> str:
    found = gateways(landscape, asset)
    kinds = oracle.assets_of(landscape)
    if len(found) == 1:
        (gateway,) = found
        suppliers = {gateway} if kinds[gateway].kind == "supplier" else None
        suppliers = suppliers or vital_suppliers(landscape, gateway)
        if suppliers:
            return f"supplier:{control_root(landscape, suppliers)}"
        stops = oracle_risks.point_stops(landscape, asset)
        margins = {p: at + oracle.max_outage(landscape, p) for p, at in stops.items()}
        return f"process:{min(margins, key=lambda p: (margins[p], p))}"
    if kinds[asset].kind == "supplier":
        return f"supplier:{control_root(landscape, {asset})}"
    own = vital_suppliers(landscape, asset)
    return f"supplier:{control_root(landscape, own)}" if own else "several"


def vital_suppliers(landscape: Landscape, asset: str) -> set[str]:
    return {
        str(one.target)
        for one in landscape.dependencies.values()
        if one.source == asset and one.role == "provided_by" and one.need == "vital"
    }


def control_root(landscape: Landscape, suppliers: set[str]) -> str:
    """Who tops the first of these where it controls two others or more, else the first."""
    if not suppliers:
        return ""
    first = min(suppliers)
    root = min(oracle_figures.control_roots(landscape, first))
    return root if len(oracle.controlled(landscape, root)) > 2 else first


class Story(NamedTuple):
    bundle: str
    family: str
    level: int
    lead: str
    risks: frozenset[str]
    weight: tuple[Any, ...]


def stories(landscape: Landscape, risks: Iterable[Finding]) -> list[Story]:
    """All stories of level medium or above, in the order in which they are told."""
    by_bundle: dict[str, list[Finding]] = {}
    for one in risks:
        by_bundle.setdefault(str(one.bundle), []).append(one)
    every = [_story(landscape, bundle, found) for bundle, found in by_bundle.items()]
    every = [one for one in every if one.level >= 2]
    small = [one for one in every if _is_small(landscape, one, by_bundle[one.bundle])]
    if len(small) > 1:
        keys = frozenset().union(*(one.risks for one in small))
        found = [risk for one in small for risk in by_bundle[one.bundle]]
        first = min(found, key=_weight)
        folded = Story("few", "loss_and_lock_in", 2, str(first.key), keys, ())
        every = [one for one in every if one not in small] + [folded]
    ordered: list[Story] = []
    for of_level in (4, 3, 2):
        for is_last in (False, True):
            left = [one for one in every if one.level == of_level]
            left = [one for one in left if (one.bundle in ("foundations", "few")) is is_last]
            ordered += _by_turns(sorted(left, key=lambda one: one.weight), ordered)
    shown = ordered[:10]
    best = {one.family: one for one in reversed(ordered)}
    missing = [one for one in ordered[10:] if one in best.values()]
    while len(shown) + len(missing) > min(10, len(ordered)):
        shown.remove([one for one in shown if one not in best.values()][-1])
    shown += missing
    return shown + [one for one in ordered if one not in shown]


def _by_turns(stories: list[Story], told: list[Story]) -> list[Story]:
    """One of each family at a time, those told least often first, each the weightiest left."""
    left, found = list(stories), list[Story]()
    while left:
        often = Counter(one.family for one in (*told, *found))
        least = min(often[one.family] for one in left)
        chosen = next(one for one in left if often[one.family] == least)
        left.remove(chosen)
        found.append(chosen)
    return found


def _story(landscape: Landscape, bundle: str, risks: list[Finding]) -> Story:
    order = {rule: number for number, rule in enumerate(Rule)}

    def leading(one: Finding) -> tuple[Any, ...]:
        day = one.evidence.day.toordinal() if one.evidence.day else 0
        return -(one.level or 0), -(one.impact or 0), order[one.rule], day, *_weight(one)

    lead = min(risks, key=leading)
    name = landscape.assets[lead.assets[0]].name.casefold() if lead.assets else ""
    *weight, _rule, key = _weight(lead)
    keys = frozenset(str(one.key) for one in risks)
    family = _family(landscape, lead)
    return Story(bundle, family, lead.level or 0, str(lead.key), keys, (*weight, name, key))


def _weight(one: Finding) -> tuple[Any, ...]:
    order = {rule: number for number, rule in enumerate(Rule)}
    return (
        -(one.level or 0),
        one.evidence.hidden_share < 0.5,
        -(one.impact or 0),
        -round(one.evidence.blast_radius, 9),
        order[one.rule],
        str(one.key),
    )


def _family(landscape: Landscape, lead: Finding) -> str:
    kinds = {str(landscape.assets[one].kind) for one in lead.assets}
    of_rule = {
        "false_redundancy": "common_cause",
        "no_dpa": "duties",
        "ai_training": "ai",
        "ai_single_model": "ai",
        "lock_in": "loss_and_lock_in",
        "concentration_supplier": "loss_and_lock_in",
        "notice_deadline": "deadlines",
        "end_of_support": "deadlines",
        **dict.fromkeys(COUNTRIES, "sovereignty"),
    }
    if lead.rule in of_rule:
        return of_rule[lead.rule]
    if kinds == {"people"}:
        return "people"
    if kinds == {"ai_service"}:
        return "ai"
    return "loss_and_lock_in" if lead.rule == "loss" else "continuity"


def _is_small(landscape: Landscape, story: Story, risks: list[Finding]) -> bool:
    stopped = {str(p) for one in risks for p in one.evidence.stops}
    share = (
        oracle.weight(landscape, stopped) / oracle.weight(landscape, oracle.processes(landscape))
        if stopped
        else 0.0
    )
    hides = any(one.evidence.hidden_share for one in risks)
    return story.bundle.startswith("supplier:") and story.level == 2 and not hides and share < 0.3
