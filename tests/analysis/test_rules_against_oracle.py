"""Every rule says just what its definition says, worked out slowly from the facts of the map."""

from functools import cache

from hypothesis import given, settings

from smala_lockin.analysis.rating.findings import Sort
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import catalogue
from smala_lockin.knowledge.alternatives import alternatives_of
from tests.analysis import oracle_rules
from tests.analysis.days import TODAY, reported
from tests.analysis.oracle_figures import Rows
from tests.analysis.oracle_risks import Told
from tests.strategies import whole_landscapes


@given(whole_landscapes(max_assets=10))
@settings(max_examples=45, deadline=None)
def test_the_risks_are_what_the_rules_say(landscape: Landscape) -> None:
    told = {
        str(one.key): Told(one.likelihood, one.impact, one.level, one.level_range)
        for one in reported(landscape).of_sort(Sort.RISK)
        if one.likelihood and one.impact and one.level is not None and one.level_range
    }
    assert told == oracle_rules.risks(landscape, TODAY, rows())


@cache
def rows() -> Rows:
    """Return what the catalogue says could take the place of what the maps name."""
    return {
        id: [
            (vendor.name, one.effort)
            for one in alternatives_of(id)
            if (vendor := catalogue.vendor(one.alternative))
        ]
        for id in ("odoo", "exact")
    }
