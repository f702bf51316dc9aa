"""What risks would be without precautions, read out slowly: all rules, on the map without any.

    inherent(landscape, today, rows) -> (level, impact, likelihood) by key

Semantics, section 7; sharing no code with the package.
"""

from dataclasses import replace
from datetime import date

from smala_lockin.domain.kinds import ExitPlan
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle_rules
from tests.analysis.oracle_figures import Rows
from tests.analysis.oracle_risks import Told

Worst = tuple[int, int, int]


def inherent(landscape: Landscape, today: date, rows: Rows) -> dict[str, Worst]:
    """What each risk of a map would be, and what those of its stand-ins would be by themselves."""
    present = oracle_rules.risks(landscape, today, rows)
    bare = oracle_rules.risks(without_precautions(landscape), today, rows)
    found = {}
    for key, told in present.items():
        alike = [key, *_of_members(landscape, key)]
        found[key] = max([_rank(told), *(_rank(bare[one]) for one in alike if one in bare)])
    return found


def without_precautions(landscape: Landscape) -> Landscape:
    groups = {
        key: replace(
            group,
            needed=sum(one.group == key for one in landscape.dependencies.values()),
            tested_on=None,
        )
        for key, group in landscape.groups.items()
    }
    assets = {
        key: replace(
            one,
            exit_plan=None if one.exit_plan is None else ExitPlan.NONE,
            exit_plan_tested_on=None,
            fallback_tested_on=None,
        )
        for key, one in landscape.assets.items()
    }
    return replace(landscape, assets=assets, groups=groups)


def _of_members(landscape: Landscape, key: str) -> list[str]:
    """Keys of the failure and of the loss of what stands in, if a risk is about that."""
    rule, *named = key.split(":")
    if rule not in ("false_redundancy", "untested_fallback"):
        return []
    members = [one.target for one in landscape.dependencies.values() if one.group in named]
    return [f"{told}:{one}" for one in members for told in ("spof", "key_person", "loss")]


def _rank(told: Told) -> Worst:
    return told.level, told.impact, told.likelihood
