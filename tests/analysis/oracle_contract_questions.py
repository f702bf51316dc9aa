"""What is asked of contracts and spending: notices, ways out, costs, and who is paid."""

from datetime import date, timedelta

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_risks, oracle_rules
from tests.analysis.oracle_asked import MEDIUM, Asked, Found
from tests.analysis.oracle_figures import Rows
from tests.analysis.oracle_risks import level


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
