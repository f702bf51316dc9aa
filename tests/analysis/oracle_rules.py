"""Every rule of the register read out slowly, from the facts of a map to likelihood and impact.

    risks(landscape, today, rows) -> what is told, by key

Semantics, section 7; `rows` are the ways out that the catalogue knows, by its ids.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_risks, oracle_sovereignty
from tests.analysis.oracle_figures import Rows
from tests.analysis.oracle_risks import PLANNED, Told, Weight, level

HOLDING = {"application", "cloud_service", "ai_service", "infrastructure", "data"}
DATA = {None: 3, "none": 2, "ordinary": 3, "sensitive": 4}
LAWFUL = {"US", "CN"}  # of the codes the strategies use
Found = Iterator[tuple[str, Told]]


def risks(landscape: Landscape, today: date, rows: Rows) -> dict[str, Told]:
    every = (
        *outages(landscape, today),
        *losses(landscape),
        *cut_offs(landscape),
        *false_redundancies(landscape, today),
        *slow_fallbacks(landscape, today),
        *exposures(landscape),
        *far_hosting(landscape),
        *about_data(landscape),
        *single_models(landscape),
        *notices(landscape, today, rows),
        *ends_of_support(landscape, today),
        *captives(landscape, today, rows),
        *crowds(landscape),
    )
    found = dict(every)
    assert len(found) == len(every)
    return found


def plain(likelihood: int, impact: int, *others: int) -> Told:
    levels = [level(likelihood, one) for one in (impact, *others)]
    return Told(likelihood, impact, levels[0], (min(levels), max(levels)))


def outages(landscape: Landscape, today: date) -> Found:
    for id, one in oracle.assets_of(landscape).items():
        stops = oracle_risks.point_stops(landscape, id)
        if stops and one.kind not in ("supplier", "process"):
            alone = one.kind == "people" and (one.units or 1) <= 1
            told = Told.of(oracle_risks.of_asset(landscape, id, stops, today))
            yield f"{'key_person' if alone else 'spof'}:{id}", told


def losses(landscape: Landscape) -> Found:
    for id, one in oracle.assets_of(landscape).items():
        if one.kind == "supplier" and oracle_risks.point_stops(landscape, id):
            weight, gaps = oracle_risks.of_loss(landscape, [id], id)
            if gaps[1].late:
                yield f"loss:{id}", Told.of(weight)


def cut_offs(landscape: Landscape) -> Found:
    for event in oracle.every_event(landscape):
        kind, _, code = event.partition(":")
        if kind == "country" and code not in oracle.EEA:
            weight, gaps = oracle_risks.of_cut_off(landscape, code)
            if gaps and any(oracle_risks.criticality(landscape, p, 1) >= 3 for p in gaps[1].late):
                yield f"cut_off:{code}", Told.of(weight)


def false_redundancies(landscape: Landscape, today: date) -> Found:
    alike: dict[tuple[frozenset[str], str], list[str]] = {}
    for group, causes in oracle.false_redundancies(landscape).items():
        relevant = frozenset(cause for cause, matters in causes if matters)
        owner = owner_of(landscape, group)
        if relevant:
            circle = owner if "circular" in relevant else ""
            alike.setdefault((relevant, circle), []).append(group)
    for (shared, _circle), groups in alike.items():
        days = [one.tested_on for key, one in landscape.groups.items() if key in groups]
        was_tested = all(oracle_risks.lately(day, today) for day in days)
        owners = {owner_of(landscape, group) for group in groups}
        weights = [
            weight_of(landscape, cause, min(owners), today, was_tested=was_tested)
            for cause in shared
        ]
        key = ":".join(["false_redundancy", *sorted(owners), *sorted(groups)])
        felt = [one._replace(least=3) for one in weights]
        yield key, Told.of_worst(felt)


def owner_of(landscape: Landscape, group: str) -> str:
    return next(str(one.owner) for key, one in landscape.groups.items() if key == group)


def weight_of(
    landscape: Landscape, cause: str, owner: str, today: date, *, was_tested: bool
) -> Weight:
    kind, _, id = cause.partition(":")
    if cause == "circular":
        kind, id = "asset", owner
    stops = oracle_risks.point_stops(landscape, id) if kind == "asset" else {}
    if cause == "circular" and owner in oracle.processes(landscape):
        stops[owner] = 0.0
    if kind == "asset" and landscape_kind(landscape, id) != "supplier":
        if not stops:
            return oracle_risks.NEVER
        return oracle_risks.of_asset(landscape, id, stops, today, also=was_tested, least=3)
    if kind == "hosting":
        down = oracle.named(landscape, cause)
        times = oracle.stop_times(landscape, down)
        stopped = {p: times[p] for p in oracle.stops(landscape, cause)}
        return oracle_risks.curve(landscape, stopped, "location", was_tested=was_tested, least=3)
    if kind == "country":
        return oracle_risks.of_cut_off(landscape, id)[0]
    return oracle_risks.of_loss(landscape, oracle.named(landscape, f"{kind}:{id}"), id)[0]


def landscape_kind(landscape: Landscape, id: str) -> str:
    return str(oracle.assets_of(landscape)[id].kind)


def slow_fallbacks(landscape: Landscape, today: date) -> Found:
    for owner, needed, members in oracle.groups_of(landscape, {"vital"}):
        group = members[0].group
        if group is None or needed == len(members):
            continue
        hours = landscape.groups[group].switch_hours
        stops = oracle_risks.point_stops(landscape, owner)
        if owner in oracle.processes(landscape):
            stops[owner] = 0.0
        slack = min(one.buffer_hours for one in members)
        if hours is None:
            continue
        late, worse = (
            {
                p: at
                for p, at in stops.items()
                if at + slack + oracle_risks.tolerance(landscape, p, reading) < hours
            }
            for reading in (1, 2)
        )
        if late:
            weights = []
            for one in members:
                usual, harmful = (
                    oracle_risks.of_member(
                        landscape,
                        one.target,
                        {p: at + one.buffer_hours for p, at in concerned.items()},
                        today,
                    )
                    for concerned in (late, worse)
                )
                weights.append(
                    Weight(
                        (*usual.likelihoods[:2], harmful.likelihoods[2]),
                        (*usual.impacts[:2], harmful.impacts[2]),
                    )
                )
            yield f"untested_fallback:{owner}:{group}", Told.of_worst(weights)


def exposures(landscape: Landscape) -> Found:
    reached: dict[str, list[str | None]] = {}
    anywhere = False
    for id, one in oracle.assets_of(landscape).items():
        if one.kind in HOLDING:
            for code in oracle.reach(landscape, id)[0] & LAWFUL:
                reached.setdefault(code, []).append(one.personal_data)
        unlocated = oracle.reach(landscape, id)[2] if one.kind in HOLDING else ()
        anywhere |= bool(unlocated) and one.personal_data is None
    for code, held in reached.items():
        if {"ordinary", "sensitive"} & {*held}:
            more = [None] if anywhere else []
            yield f"legal_reach:{code}", about_people(2, [*held, *more])


def about_people(likelihood: int, held: list[str | None]) -> Told:
    """Data of which nobody said it may be sensitive."""
    impact = 4 if "sensitive" in held else 3
    return plain(likelihood, impact, 4 if None in held else impact)


def far_hosting(landscape: Landscape) -> Found:
    kept: dict[str, list[str | None]] = {}
    for one in landscape.assets.values():
        if one.kind in HOLDING:
            for code in set(one.hosting_countries or ()) - oracle.EEA:
                kept.setdefault(code, []).append(one.personal_data)
    placeless = [
        one.personal_data
        for one in landscape.assets.values()
        if one.kind in oracle.ONLINE and not one.hosting_countries
    ]
    more = [None] if {None, "sensitive"} & {*placeless} else []
    for code, held in kept.items():
        if {"ordinary", "sensitive"} & {*held}:
            yield (
                f"hosting_third_country:{code}",
                about_people(2 if code == "US" else 3, [*held, *more]),
            )


def about_data(landscape: Landscape) -> Found:
    for id, one in oracle.assets_of(landscape).items():
        held = one.personal_data
        ends = (2, 4) if held is None else ()
        outside = one.kind in oracle.ONLINE or (
            one.kind in PLANNED and one.operated_by == "supplier"
        )
        if outside and held != "none" and one.dpa_signed is False:
            yield f"no_dpa:{id}", plain(3, DATA[held], *ends)
        if one.kind == "ai_service" and one.trains_on_our_data == "yes":
            yield f"ai_training:{id}", plain(4, DATA[held], *ends)


def single_models(landscape: Landscape) -> Found:
    """The makers, and the families, behind two tools: AI that something else than AI needs."""
    assets = oracle.assets_of(landscape)
    tools = {
        str(d.target)
        for d in landscape.dependencies.values()
        if assets[d.target].kind == "ai_service" and assets[d.source].kind != "ai_service"
    }
    roots: dict[str, set[str]] = {}
    families: dict[str, set[str]] = {}
    for tool in tools:
        models = oracle_sovereignty.ends(landscape, tool)
        makers = {s for model in models for s in oracle_figures.providers(landscape, model)}
        for root in oracle_sovereignty.roots_of(landscape, makers):
            roots.setdefault(root, set()).add(tool)
        for name in {assets[one].model_family for one in (tool, *models)} - {None, ""}:
            families.setdefault(str(name).casefold(), set()).add(tool)
    crowded = {root: found for root, found in roots.items() if len(found) > 1}
    makers_only = list(crowded.values())
    for family, found in families.items():
        if len(found) > 1 and not any(found <= other for other in makers_only):
            crowded[family] = found
    for root, found in crowded.items():
        needed = {p: oracle_sovereignty.needed(landscape, p) for p in oracle.processes(landscape)}
        twice = [assets[p].criticality for p, behind in needed.items() if len(behind & found) > 1]
        matters = any((given or 0) >= 4 for given in twice)
        may = matters or None in twice
        yield f"ai_single_model:{root}", plain(3, 3 + matters, 3 + may)


def index(
    landscape: Landscape, id: str, today: date, rows: Rows
) -> tuple[float, float, float, float]:
    """The lock-in index of a service: low, assumed, high, and the share of it that is known."""
    one = oracle.assets_of(landscape)[id]
    low = assumed = high = known = 0.0
    for factor, weight in enumerate(oracle_figures.WEIGHTS):
        ends = oracle_figures.bounds(factor, one, landscape, rows, today)
        low += weight * ends[0]
        high += weight * ends[1]
        assumed += weight * oracle_figures.assumed(factor, one, landscape, rows, today)
        known += weight * (ends[0] == ends[1])
    return low, assumed, high, known / 100


def captives(landscape: Landscape, today: date, rows: Rows) -> Found:
    for id, one in oracle.assets_of(landscape).items():
        if one.kind not in oracle_figures.SERVICES:
            continue
        low, assumed, high, known = index(landscape, id, today, rows)
        if at_least(low, 60) or (at_least(assumed, 60) and at_least(known, 0.4)):
            stopped = [
                oracle.assets_of(landscape)[p].criticality
                for p in oracle.stops(landscape, f"asset:{id}")
            ]
            matters = any((given or 0) >= 4 for given in stopped)
            may = matters or None in stopped
            impacts = [
                2 + one_matters + at_least(end, 75)
                for end, one_matters in ((assumed, matters), (low, matters), (high, may))
            ]
            yield f"lock_in:{id}", plain(3, *impacts)


def at_least(value: float, bound: float) -> bool:
    return value >= bound - 1e-9


def crowds(landscape: Landscape) -> Found:
    spend = oracle_figures.spend_by_root(landscape)
    services = oracle_figures.services_by_root(landscape)
    whole = sum(spend.values())
    coverage = oracle_figures.coverage(landscape)
    known = at_least(coverage, 0.5)
    sure = coverage == 1 and not any(oracle_figures.unpriced(landscape).values())
    for root, amount in spend.items():
        if root is None or len(spend) < 2:
            continue
        share = amount / whole if whole else 0.0
        stops = [oracle.stops(landscape, f"asset:{one}") for one in services[root]]
        stops = [one for one in stops if one]
        different = len(stops) > 1 and len(set().union(*stops)) > 1
        group = len(oracle.controlled(landscape, root)) > 1
        radius = oracle.blast_radius(landscape, f"{'control' if group else 'asset'}:{root}")
        if (known and at_least(share, 0.3)) or (different and at_least(radius, 0.3)):
            impact = 3 + (known and at_least(share, 0.5))
            ends = () if sure else (3, 4)
            yield f"concentration_supplier:{root}", plain(2, impact, *ends)
    abroad: dict[str, float] = {}
    for root, amount in spend.items():
        code = oracle.assets_of(landscape)[root].country if root else None
        if code and code not in oracle.EEA:
            abroad[code] = abroad.get(code, 0.0) + amount
    for code, amount in abroad.items():
        if whole and at_least(amount / whole, 0.5):
            yield f"concentration_country:{code}", plain(2, 3)


def notices(landscape: Landscape, today: date, rows: Rows) -> Found:
    for id, one in oracle.assets_of(landscape).items():
        if one.contract_end is None or one.notice_days is None or one.kind not in PLANNED:
            continue
        months = one.renewal_months or 12
        end, times = oracle_figures.next_exit(one.contract_end, one.notice_days, months, today)
        day = end - timedelta(days=one.notice_days)
        before = oracle_figures.rolled(one.contract_end, (times - 1) * months) if times else None
        guessed = times > 0 and one.renewal_months is None
        if day <= today + timedelta(days=90):
            due = not guessed
        else:
            missed = before and before - timedelta(days=one.notice_days)
            due = bool(missed and missed >= today - timedelta(days=30))
            due = due and (times == 1 or not guessed)
        if due:
            ends = (0.0, 0.0, 0.0)
            if one.kind in oracle_figures.SERVICES:
                ends = index(landscape, id, today, rows)[:3]
            low, assumed, high = (3 if at_least(value, 60) else 2 for value in ends)
            yield f"notice_deadline:{id}", plain(5, assumed, low, high)


def ends_of_support(landscape: Landscape, today: date) -> Found:
    for id, one in oracle.assets_of(landscape).items():
        if one.end_of_support is None or one.end_of_support > today + timedelta(days=365):
            continue
        likelihood = 3 if one.end_of_support <= today else 2
        stops = oracle_risks.point_stops(landscape, id)
        if not stops or one.kind in ("supplier", "process"):
            yield f"end_of_support:{id}", plain(likelihood, 2)
            continue
        impacts = oracle_risks.of_asset(landscape, id, stops, today).impacts
        yield f"end_of_support:{id}", plain(likelihood, impacts[1], *impacts)
