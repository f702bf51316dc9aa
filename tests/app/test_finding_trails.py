"""What a finding lights up."""

from datetime import date

from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.analysis.report import build_report
from smala_lockin.app import trails
from smala_lockin.domain.landscape import Landscape
from tests.builders import asset, landscape_of

SALES = asset("sales", "process", criticality=5, max_outage_hours=4.0)


def finding_of(landscape: Landscape, rule: Rule, *assets: str) -> Finding:
    report = build_report(landscape, today=date(2026, 11, 23))
    wanted = set(assets)
    return next(one for one in report.findings if one.rule is rule and wanted <= {*one.assets})


def test_a_point_of_failure_lights_up_what_it_stops_and_the_way_there() -> None:
    landscape = landscape_of("sales -> erp", "erp -> disk", "hr -> disk2", assets=[SALES])
    finding = finding_of(landscape, Rule.SPOF, "disk")
    assert trails.of_finding(landscape, finding) == {"sales", "erp", "disk"}


def test_a_way_that_does_not_stop_anything_stays_dark() -> None:
    landscape = landscape_of(
        "sales -> erp", "erp -> disk", "sales -> wiki (convenience)", "wiki -> disk", assets=[SALES]
    )
    finding = finding_of(landscape, Rule.SPOF, "disk")
    assert trails.of_finding(landscape, finding) == {"sales", "erp", "disk"}


def test_a_false_redundancy_lights_up_its_members_and_their_cause() -> None:
    landscape = landscape_of(
        "sales -> net", "net -> fibre | mobile", "fibre -> mast", "mobile -> mast", assets=[SALES]
    )
    finding = finding_of(landscape, Rule.FALSE_REDUNDANCY)
    lit = trails.of_finding(landscape, finding)
    assert {"sales", "net", "fibre", "mobile", "mast"} <= lit
    assert "mast" in trails.causes(landscape, finding)


def test_what_an_edit_has_taken_away_is_not_lit() -> None:
    landscape = landscape_of("sales -> erp", "erp -> disk", assets=[SALES])
    finding = finding_of(landscape, Rule.SPOF, "disk")
    assert trails.of_finding(landscape_of("sales -> erp", assets=[SALES]), finding) == {"sales"}
