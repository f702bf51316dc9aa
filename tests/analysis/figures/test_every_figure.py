"""All figures of a map together: on the report, and in another process."""

import pickle

from smala_lockin.analysis.report import Report
from smala_lockin.domain.kinds import ExitPlan
from tests.analysis.days import reported
from tests.builders import asset, landscape_of


def _reported() -> Report:
    erp = asset("erp", "cloud_service", annual_cost=100, exit_plan=ExitPlan.NONE)
    acme = asset("acme", "supplier", country="US")
    return reported(landscape_of("shop -> erp", "erp => acme", assets=[erp, acme]))


def test_the_figures_of_a_report_are_those_of_its_map() -> None:
    figures = _reported().figures
    assert [one.asset for one in figures.lock_in.services] == ["erp"]
    assert [one.asset for one in figures.exits] == ["erp"]
    assert [one.key for one in figures.concentration.by_root.buckets] == ["acme"]
    assert list(figures.sovereignty.levels) == ["erp"]
    assert figures.ai_chains.all == ()


def test_in_another_process_the_figures_are_the_same() -> None:
    before = _reported()
    after = pickle.loads(pickle.dumps(before))
    assert after == before
    assert after.figures.concentration.by_root == before.figures.concentration.by_root
    assert after.figures.lock_in.suppliers == before.figures.lock_in.suppliers
    assert after.figures.sovereignty.levels == before.figures.sovereignty.levels
