"""Risks: what the rules found, joined with what people typed."""

from dataclasses import replace
from datetime import date

from smala_lockin.analysis.report import Report, build_report
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.domain.kinds import PersonalData
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey, RiskRecord, Status
from smala_lockin.register.risks import questions_by_supplier, risks
from tests.builders import asset, landscape_of


def _map(**typed: RiskRecord) -> Landscape:
    landscape = landscape_of(
        *("shop -> erp", "blog -> wiki", "erp => acme"),
        assets=[
            asset("shop", "process", criticality=5, max_outage_hours=8),
            asset("blog", "process", criticality=1, max_outage_hours=700),
            asset("erp", "cloud_service", recovery_hours=20),
        ],
    )
    records = {RiskKey(key.replace("__", ":")): one for key, one in typed.items()}
    return replace(landscape, risks=records)


def _report(landscape: Landscape) -> Report:
    return build_report(landscape, today=date(2026, 11, 22))


def _keys(landscape: Landscape, **options: Level) -> list[str]:
    return [one.finding.key for one in risks(_report(landscape), **options)]


def test_a_register_holds_the_risks_from_medium_on_the_highest_first() -> None:
    assert _keys(_map()) == ["spof:erp", "loss:acme"]


def test_lower_ones_come_on_request() -> None:
    assert _keys(_map(), least=Level.VERY_LOW) == ["spof:erp", "loss:acme", "spof:wiki"]


def test_a_risk_that_somebody_wrote_about_is_there_whatever_its_level() -> None:
    assert _keys(_map(spof__wiki=RiskRecord(comment="look"))) == [
        *("spof:erp", "loss:acme", "spof:wiki")
    ]


def test_what_a_person_says_of_likelihood_and_impact_counts() -> None:
    typed = RiskRecord(likelihood=1, impact=1, status=Status.ACCEPTED)
    (risk,) = (one for one in risks(_report(_map(spof__erp=typed))) if one.record == typed)
    assert (risk.likelihood, risk.impact, risk.level) == (1, 1, Level.VERY_LOW)
    assert risk.status is Status.ACCEPTED


def test_what_remains_after_treatment_is_as_people_say_and_else_as_it_is() -> None:
    typed = RiskRecord(residual_likelihood=1)
    (risk,) = (one for one in risks(_report(_map(spof__erp=typed))) if one.record == typed)
    assert risk.residual == level(1, risk.impact, risk.settings) < risk.level
    assert {one.residual for one in risks(_report(_map()))} == {None}


def test_a_risk_tells_its_level_without_precautions() -> None:
    report = _report(_map())
    assert all(one.inherent is report.inherent[one.finding.key].level for one in risks(report))


def test_what_nobody_touched_is_identified() -> None:
    assert {one.status for one in risks(_report(_map()))} == {Status.IDENTIFIED}


def test_questions_are_grouped_by_who_could_answer() -> None:
    landscape = landscape_of(
        *("erp => acme", "crm => zeta", "own -> own2"),
        assets=[
            asset("acme", "supplier", name="zzz", country="US"),
            asset("zeta", "supplier", name="Aaa", country="US"),
            *(
                asset(one, "cloud_service", personal_data=None, hosting_countries=("BE",))
                for one in ("erp", "crm")
            ),
            asset("own", personal_data=PersonalData.NONE),
        ],
    )
    grouped = questions_by_supplier(_report(landscape))
    assert [supplier for supplier, _asked in grouped] == [None, "zeta", "acme"]
    asked = [one.key for _supplier, questions in grouped for one in questions]
    assert asked[0] == "stand_ins"
    assert {"legal_reach:erp", "legal_reach:crm"} <= set(asked)
