"""What is asked of data and of AI: which law reaches them, who agreed to what, whose models."""

from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_figures, oracle_risks, oracle_rules, oracle_sovereignty
from tests.analysis.oracle_asked import ABOUT_PEOPLE, DATA, OUTSIDE, SENSITIVE, Asked, Found
from tests.analysis.oracle_risks import level


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
