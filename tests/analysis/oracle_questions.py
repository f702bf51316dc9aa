"""Every question read out slowly: what is asked, of what, and how bad the answer could be.

    questions(landscape, today, rows) -> what is asked, by key

Semantics, section 7: a rule would fire only because a fact is unknown. Sharing no code with the
package. `rows` are the ways out that the catalogue knows, by its ids.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_risks, oracle_rules, oracle_sovereignty
from tests.analysis.oracle_figures import Rows
from tests.analysis.oracle_risks import level

SENSITIVE, HARMFUL, USUAL, MEDIUM = 4, 2, 1, 2
ABOUT_PEOPLE = ("ordinary", "sensitive")
DATA = {None: 4, "none": 2, "ordinary": 3, "sensitive": 4}
OUTSIDE = {"US": 2, "CN": 3}
"""How likely harm is where data is kept in countries that the strategies use."""


class Asked(NamedTuple):
    """What is asked: of which assets, the first leading; which facts; how bad it could be."""

    assets: tuple[str, ...]
    facts: tuple[str, ...]
    could_be: int
    stops: frozenset[str] = frozenset()


Found = Iterator[tuple[str, Asked]]


def questions(landscape: Landscape, today: date, rows: Rows) -> dict[str, Asked]:
    """All questions but that which activities stand-ins serve."""
    cut = dict(where_if_cut_off(landscape))
    cut |= dict(where_together(landscape, {one.assets[0] for one in cut.values()}))
    grave = [one for one in cut.values() if one.could_be >= level(2, SENSITIVE)]
    reached = dict(reached_by_law(landscape, {id for one in grave for id in one.assets}))
    placed = {one.assets[0] for one in reached.values() if one.facts == ("country",)}
    cut = {key: one for key, one in cut.items() if not placed.issuperset(one.assets)}
    located = {
        id
        for one in (*cut.values(), *reached.values())
        if one.facts == ("country",)
        for id in one.assets
    }
    every = (
        *cut.items(),
        *reached.items(),
        *replacements(landscape),
        *by_country(landscape),
        *fallbacks(landscape, today),
        *agreements(landscape),
        *training(landscape),
        *models(landscape),
        *notices(landscape, today, rows),
        *supports(landscape, today),
        *captives(landscape, today, rows),
        *costs(landscape),
        *countries(landscape, located),
    )
    found = dict(every)
    assert len(found) == len(every)
    return found


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


def reached_by_law(landscape: Landscape, located: set[str]) -> Found:
    """Whether something holds data about people; and where is, what such data goes to."""
    placeless: set[str] = set()
    for id, one in oracle.assets_of(landscape).items():
        if one.kind not in oracle_rules.HOLDING:
            continue
        codes, _direct, lost = oracle.reach(landscape, id)
        if one.personal_data is None and codes & oracle_rules.LAWFUL:
            hosts = [OUTSIDE[code] for code in one.hosting_countries or () if code in OUTSIDE]
            worst = level(max([2, *hosts]), SENSITIVE)
            yield f"legal_reach:{id}", Asked((id,), ("personal_data",), worst)
        elif one.personal_data in ABOUT_PEOPLE:
            placeless |= lost
    for id in placeless - located:
        one = oracle.assets_of(landscape)[id]
        fact = "country" if one.kind == "supplier" else "hosting_countries"
        worst = level(2, SENSITIVE)
        if one.kind != "supplier" and one.personal_data in ABOUT_PEOPLE:
            worst = max(worst, level(3, DATA[one.personal_data]))
        yield f"legal_reach:{id}:{fact}", Asked((id,), (fact,), worst)


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


def agreements(landscape: Landscape) -> Found:
    unsigned = []
    for id, one in sorted(oracle.assets_of(landscape).items()):
        if one.kind not in oracle_risks.PLANNED or one.personal_data == "none":
            continue
        outside = one.kind in oracle.ONLINE or one.operated_by == "supplier"
        may_hold = one.personal_data in ABOUT_PEOPLE or one.kind != "infrastructure"
        if outside and one.dpa_signed is None and may_hold:
            unsigned.append(one)
        if not outside and one.operated_by is None and one.dpa_signed is False:
            yield f"no_dpa:{id}", Asked((id,), ("operated_by",), level(3, DATA[one.personal_data]))
    if unsigned:
        worst = max(level(3, DATA[one.personal_data]) for one in unsigned)
        perhaps = [one.id for one in unsigned if one.personal_data is None]
        holding = [one.id for one in unsigned if one.personal_data is not None]
        facts = ("dpa_signed", "personal_data") if perhaps else ("dpa_signed",)
        yield "no_dpa", Asked((*holding, *perhaps), facts, worst)


def tools(landscape: Landscape) -> set[str]:
    """The AI services that something other than an AI service needs."""
    assets = oracle.assets_of(landscape)
    return {
        str(one.target)
        for one in landscape.dependencies.values()
        if assets[one.target].kind == "ai_service" and assets[one.source].kind != "ai_service"
    }


def training(landscape: Landscape) -> Found:
    """Each that is used by more than AI, or by nothing; and all that only AI uses at once."""
    behind = dict[str, int]()
    only_by_ai = {str(one.target) for one in landscape.dependencies.values()} - tools(landscape)
    for id, one in sorted(oracle.assets_of(landscape).items()):
        if one.kind == "ai_service" and one.trains_on_our_data is None:
            worst = level(4, DATA[one.personal_data])
            if id in only_by_ai:
                behind[id] = worst
            else:
                yield f"ai_training:{id}", Asked((id,), ("trains_on_our_data",), worst)
    if behind:
        worst = max(behind.values())
        yield "ai_training", Asked(tuple(behind), ("trains_on_our_data",), worst)


def makers_roots(landscape: Landscape, tool: str) -> set[str]:
    """Who has the last word over those that make the models behind a tool."""
    ends = oracle_sovereignty.ends(landscape, tool)
    makers = {one for end in ends for one in oracle_figures.providers(landscape, end)}
    return set(oracle_sovereignty.roots_of(landscape, makers))


def models(landscape: Landscape) -> Found:
    """Whose model answers, where that is not known and not one maker is behind all tools."""
    every, assets = tools(landscape), oracle.assets_of(landscape)
    needed = {p: oracle_sovereignty.needed(landscape, p) for p in oracle.processes(landscape)}
    roots = {id: makers_roots(landscape, id) for id in every}
    if len(every) < 2 or set.intersection(*roots.values()):
        return
    for id in every:
        ends = oracle_sovereignty.ends(landscape, id)
        if assets[id].model_family or all(assets[one].model_family for one in ends):
            continue
        twice = [
            assets[p].criticality
            for p, behind in needed.items()
            if id in behind and behind & (every - {id})
        ]
        impact = 3 + any(given is None or given >= 4 for given in twice)
        yield f"ai_single_model:{id}", Asked((id,), ("model_family",), level(3, impact))


def notices(landscape: Landscape, today: date, rows: Rows) -> Found:
    """What is asked of contracts; several of which the same is unknown are asked together."""
    doubtful: dict[str, list[tuple[date, str, tuple[str, ...], int]]] = {}
    for id, one in oracle.assets_of(landscape).items():
        due = _due(one, today) if one.kind in oracle_risks.PLANNED else None
        if due is not None:
            day, facts = due
            index = 0.0
            if one.kind in oracle_figures.SERVICES:
                index = oracle_rules.index(landscape, id, today, rows)[2]
            worst = level(5, 3 if oracle_rules.at_least(index, 60) else 2)
            doubtful.setdefault(facts[0], []).append((day, id, facts, worst))
    for fact, found in doubtful.items():
        found.sort()
        ids, worst = tuple(id for _day, id, *_rest in found), max(one[-1] for one in found)
        if len(found) == 1:
            yield f"notice_deadline:{ids[0]}", Asked(ids, found[0][2], worst)
        else:
            yield f"notice_deadline:{fact}", Asked(ids, (fact,), worst)


def _due(one: Asset, today: date) -> tuple[date, tuple[str, ...]] | None:
    """The last day of notice that is soon, or was lately, and what of it is only assumed."""
    if one.contract_end is None:
        return (date.max, ("contract_end",)) if one.notice_days is not None else None
    soon, lately = today + timedelta(days=90), today - timedelta(days=30)
    own = ["notice_days"] if one.notice_days is None else []
    for notice in (90, 0) if one.notice_days is None else (one.notice_days,):
        months = one.renewal_months or 12
        end, times = oracle_figures.next_exit(one.contract_end, notice, months, today)
        day = end - timedelta(days=notice)
        if day > soon:
            times -= 1
            if times < 0:
                continue
            before = oracle_figures.rolled(one.contract_end, times * months)
            day = before - timedelta(days=notice)
            if day < lately:
                continue
        guessed = ["renewal_months"] if times > 0 and one.renewal_months is None else []
        return (day, (*guessed, *own)) if guessed or own else None
    return None


def supports(landscape: Landscape, today: date) -> Found:
    """Until when its makers stand by what the company runs itself: one question."""
    unsaid: dict[str, tuple[int, float]] = {}
    for id, one in oracle.assets_of(landscape).items():
        stops = oracle_risks.point_stops(landscape, id)
        made = oracle_figures.providers(landscape, id) or one.operated_by == "us"
        own = one.kind in ("application", "infrastructure") and one.operated_by != "supplier"
        if stops and made and own and one.end_of_support is None:
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


def captives(landscape: Landscape, today: date, rows: Rows) -> Found:
    """What may be hard to leave: where it matters, or one answer could make it a risk."""
    asked: list[tuple[float, str, int]] = []
    known = dict(oracle_rules.captives(landscape, today, rows))
    for id, one in oracle.assets_of(landscape).items():
        if one.kind not in oracle_figures.SERVICES or f"lock_in:{id}" in known:
            continue
        low, assumed, high, coverage = oracle_rules.index(landscape, id, today, rows)
        stopped = [
            oracle.assets_of(landscape)[p].criticality
            for p in oracle.stops(landscape, f"asset:{id}")
        ]
        matters = any((given or 0) >= 4 for given in stopped)
        may = matters or None in stopped
        doubtful = matters and oracle_rules.at_least(assumed, 60)
        for factor, weight in enumerate(oracle_figures.WEIGHTS):
            best, worst = oracle_figures.bounds(factor, one, landscape, rows, today)
            usual = oracle_figures.assumed(factor, one, landscape, rows, today)
            told = assumed + weight * (worst - usual)
            fires = oracle_rules.at_least(low + weight * (worst - best), 60) or (
                oracle_rules.at_least(told, 60)
                and oracle_rules.at_least(coverage + weight / 100, 0.4)
            )
            impact = 2 + may + oracle_rules.at_least(told, 75)
            doubtful |= best != worst and fires and level(3, impact) >= MEDIUM
        if doubtful:
            asked.append((-assumed, id, level(3, 2 + may + oracle_rules.at_least(high, 75))))
    if len(asked) > 3:
        asked.sort()
        ids = tuple(id for _index, id, _worst in asked)
        yield "lock_in", Asked(ids, (), max(worst for *_rest, worst in asked))
    else:
        for _index, id, worst in asked:
            yield f"lock_in:{id}", Asked((id,), (), worst)


def costs(landscape: Landscape) -> Found:
    """What things cost, where a large part may go to one group of suppliers: one question."""
    spend = oracle_figures.spend_by_root(landscape)
    whole = sum(spend.values())
    told = {key.partition(":")[2] for key, _told in oracle_rules.crowds(landscape)}
    unpriced = oracle_figures.unpriced(landscape)
    for root, amount in spend.items():
        is_large = bool(whole) and oracle_rules.at_least(amount / whole, 0.3)
        if root is None or len(spend) < 2 or root in told:
            continue
        if is_large or unpriced.get(root):
            ids = {
                id
                for id in oracle_figures.base(landscape)
                if not oracle_figures.is_known(landscape, id)
            }
            ids |= set().union(*unpriced.values())
            radius = {id: round(oracle.blast_radius(landscape, f"asset:{id}"), 9) for id in ids}
            order = sorted(ids, key=lambda id: (-radius[id], id))
            yield "concentration_supplier", Asked(tuple(order), ("annual_cost",), level(2, 4))
            return


def countries(landscape: Landscape, located: set[str]) -> Found:
    """Where those sit who decide over much of what is paid, if half of it may go abroad."""
    spend = oracle_figures.spend_by_root(landscape)
    whole = sum(spend.values())
    code_of = {root: oracle.assets_of(landscape)[root].country for root in spend if root}
    abroad: dict[str, float] = {}
    for root, code in code_of.items():
        if code and code not in oracle.EEA:
            abroad[code] = abroad.get(code, 0.0) + spend[root]
    most = max(abroad.values(), default=0.0)
    if not whole or oracle_rules.at_least(most / whole, 0.5):
        return
    placeless = [root for root, code in code_of.items() if not code and spend[root] > 0]
    reach = sum(spend[root] for root in placeless) + most
    asked = [root for root in placeless if root not in located]
    if asked and oracle_rules.at_least(reach / whole, 0.5):
        services = oracle_figures.services_by_root(landscape)

        def order(root: str) -> tuple[object, ...]:
            group = len(oracle.controlled(landscape, root)) > 1
            radius = oracle.blast_radius(landscape, f"{'control' if group else 'asset'}:{root}")
            return -round(spend[root], 6), -len(services[root]), -round(radius, 9), root

        dearest = tuple(sorted(asked, key=order))
        yield "concentration_country", Asked(dearest, ("country",), level(2, 3))
