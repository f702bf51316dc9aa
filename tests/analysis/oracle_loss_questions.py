"""What is asked of losses: of suppliers, of countries that cut off, of stand-ins, of support."""

from collections.abc import Iterable
from datetime import date

from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_risks, oracle_rules
from tests.analysis.oracle_asked import HARMFUL, MEDIUM, USUAL, Asked, Found
from tests.analysis.oracle_risks import level


def unknown_of(landscape: Landscape, processes: Iterable[str]) -> list[str]:
    known = [oracle.assets_of(landscape)[one] for one in processes]
    return [
        fact
        for fact in ("criticality", "max_outage_hours")
        if any(getattr(one, fact) is None for one in known)
    ]


def replacements(landscape: Landscape) -> Found:
    """Only the harmful end of what is unknown would make a process too late."""
    for id, one in oracle.assets_of(landscape).items():
        stops = oracle_risks.point_stops(landscape, id)
        if one.kind != "supplier" or not stops:
            continue
        weight, gaps = oracle_risks.of_loss(landscape, [id], id)
        worst = weight.levels[HARMFUL]
        if not gaps[USUAL].late and gaps[HARMFUL].late and worst >= MEDIUM:
            own = ["replacement_days"] if one.replacement_days is None else []
            facts = (*own, *unknown_of(landscape, stops))
            yield f"loss:{id}", Asked((id,), facts, worst, frozenset(stops))


def by_country(landscape: Landscape) -> Found:
    for event in oracle.every_event(landscape):
        kind, _, code = event.partition(":")
        if kind != "country" or code in oracle.EEA:
            continue
        weight, gaps = oracle_risks.of_cut_off(landscape, code)
        if not gaps or breaches(landscape, gaps[USUAL], USUAL):
            continue
        worst = weight.levels[HARMFUL]
        if breaches(landscape, gaps[HARMFUL], HARMFUL) and worst >= MEDIUM:
            down = oracle.seeds(landscape, event)
            known = [oracle.assets_of(landscape)[one].replacement_days for one in down]
            stops = oracle.stops(landscape, event)
            own = ["replacement_days"] if None in known else []
            facts = (*own, *unknown_of(landscape, stops))
            named = tuple(sorted(oracle.named(landscape, event)))
            yield f"cut_off:{code}", Asked(named, facts, worst, frozenset(stops))


def breaches(landscape: Landscape, gap: oracle_risks.Gap, reading: int) -> bool:
    return any(oracle_risks.criticality(landscape, p, reading) >= 3 for p in gap.late)


def where_if_cut_off(landscape: Landscape) -> Found:
    """A supplier of unknown country, without which, and all it controls, an activity stops."""
    for id, one in oracle.assets_of(landscape).items():
        if one.kind != "supplier" or one.country is not None:
            continue
        group = oracle.controlled(landscape, id)
        down = group | oracle.cut_off(landscape, group)
        gap = oracle_risks.gap(landscape, down, HARMFUL)
        if gap is not None and breaches(landscape, gap, HARMFUL):
            count = len(oracle.processes(landscape))
            impact = oracle_risks.within(gap.impact + (2 * len(gap.late) > count))
            worst = level(2, oracle_risks.within(max(impact, gap.of_cost)))
            stops = oracle.failed(landscape, down) & oracle.processes(landscape)
            yield f"cut_off:{id}", Asked((id,), ("country",), worst, frozenset(stops))


def where_together(landscape: Landscape, asked: set[str]) -> Found:
    """Suppliers of unknown country that may be gone with what stands in for them.

    Those whose loss takes a member of a group with something to spare; together with those of
    each country abroad, or of one that is not on the map.
    """
    alternatives = {
        str(one.target)
        for _owner, needed, members in oracle.groups_of(landscape, {"vital"})
        if needed < len(members)
        for one in members
    }
    doubtful = set()
    for id, one in oracle.assets_of(landscape).items():
        if one.kind == "supplier" and one.country is None and id not in asked:
            group = oracle.controlled(landscape, id)
            if oracle.failed(landscape, group | oracle.cut_off(landscape, group)) & alternatives:
                doubtful.add(id)
    if not doubtful:
        return
    told = {key: one.span[1] for key, one in oracle_rules.cut_offs(landscape)}
    told |= {key: one.could_be for key, one in by_country(landscape)}
    with_them = set().union(*(oracle.controlled(landscape, one) for one in doubtful))
    abroad = [
        event.partition(":")[2]
        for event in oracle.every_event(landscape)
        if event.startswith("country:") and event.partition(":")[2] not in oracle.EEA
    ]
    count, found = len(oracle.processes(landscape)), list[tuple[int, frozenset[str]]]()
    for code in ["", *sorted(abroad)]:
        ruled = with_them | (oracle.named(landscape, f"country:{code}") if code else set())
        down = ruled | oracle.cut_off(landscape, ruled)
        gap = oracle_risks.gap(landscape, down, HARMFUL)
        if gap is None or not breaches(landscape, gap, HARMFUL):
            continue
        impact = oracle_risks.within(gap.impact + (2 * len(gap.late) > count))
        worst = level(oracle_risks.LISTED.get(code, 2), max(impact, gap.of_cost))
        if worst >= MEDIUM and worst > told.get(f"cut_off:{code}", 0):
            stops = oracle.failed(landscape, down) & oracle.processes(landscape)
            found.append((worst, frozenset(stops)))
    if found:
        worst, stopped = max(found, key=lambda one: one[0])
        yield "cut_off:country", Asked(tuple(sorted(doubtful)), ("country",), worst, stopped)


def fallbacks(landscape: Landscape, today: date) -> Found:
    false = {
        group
        for group, causes in oracle.false_redundancies(landscape).items()
        if any(matters for _cause, matters in causes)
    }
    for owner, needed, members in oracle.groups_of(landscape, {"vital"}):
        group = members[0].group
        if group is None or needed == len(members):
            continue
        stops = oracle_risks.point_stops(landscape, owner)
        if owner in oracle.processes(landscape):
            stops[owner] = 0.0
        stated, slack = landscape.groups[group], min(one.buffer_hours for one in members)

        hours = 4.0 if stated.switch_hours is None else stated.switch_hours
        if stated.switch_hours is not None and late(landscape, stops, hours - slack, USUAL):
            continue  # a risk
        concerned, facts = stops, list[str]()
        if stated.switch_hours is not None and late(landscape, stops, hours - slack, HARMFUL):
            concerned, facts = late(landscape, stops, hours - slack, HARMFUL), ["max_outage_hours"]
        else:
            matters = any((oracle.assets_of(landscape)[p].criticality or 0) >= 4 for p in stops)
            facts += ["switch_hours"] if late(landscape, stops, hours - slack, USUAL) else []
            facts += (
                ["tested_on"] if stated.tested_on is None and matters and group not in false else []
            )
        if not stops or not facts:
            continue
        worst = max(
            oracle_risks.of_member(
                landscape,
                one.target,
                {p: stop + one.buffer_hours for p, stop in concerned.items()},
                today,
            ).levels[HARMFUL]
            for one in members
        )
        if worst >= MEDIUM:
            first = sorted(concerned, key=lambda p: (concerned[p], p))
            about = tuple(first) if facts == ["max_outage_hours"] else (owner,)
            key = f"untested_fallback:{owner}:{group}"
            yield key, Asked(about, tuple(facts), worst, frozenset(concerned))


def late(
    landscape: Landscape, stops: dict[str, float], hours: float, reading: int
) -> dict[str, float]:
    """T of those that are too late if what stops them is away for so long."""
    tolerance = oracle_risks.tolerance
    return {p: at for p, at in stops.items() if at + tolerance(landscape, p, reading) < hours}


def supports(landscape: Landscape, today: date) -> Found:
    """Until when makers stand by software, and by what the company runs itself: one question."""
    unsaid: dict[str, tuple[int, float]] = {}
    for id, one in oracle.assets_of(landscape).items():
        stops = oracle_risks.point_stops(landscape, id)
        made = oracle_figures.providers(landscape, id) or one.operated_by == "us"
        own = one.kind == "infrastructure" and made and one.operated_by != "supplier"
        if stops and (own or one.kind == "application") and one.end_of_support is None:
            impact = oracle_risks.of_asset(landscape, id, stops, today).impacts[USUAL]
            worst, radius = level(3, impact), oracle.blast_radius(landscape, f"asset:{id}")
            if worst >= MEDIUM:
                unsaid[id] = worst, round(radius, 9)
    if unsaid:
        order = sorted(unsaid, key=lambda id: (-unsaid[id][0], -unsaid[id][1], id))
        worst = max(one for one, _radius in unsaid.values())
        stopped = set().union(*(oracle_risks.point_stops(landscape, id) for id in unsaid))
        asked = Asked(tuple(order), ("end_of_support",), worst, frozenset(stopped))
        yield "end_of_support", asked
