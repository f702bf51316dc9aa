"""Findings as sentences a manager understands."""

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.report import Report
from smala_lockin.words import (
    finding_data,
    finding_dates,
    finding_lock_in,
    finding_notes,
    finding_outage,
    finding_redundancy,
    questions,
)
from smala_lockin.words.finding_outage import can_do_without, stops
from smala_lockin.words.first_steps import first_step
from smala_lockin.words.rules import rule

__all__ = [
    "can_do_without",
    "explanation",
    "first_step",
    "message",
    "rule",
    "stops",
    "title",
]


def title(report: Report, finding: Finding) -> str:
    """Return the finding in one sentence, the first of its message."""
    return _parts(report, finding)[0]


def message(report: Report, finding: Finding) -> str:
    """Return the finding with its figures and the reason for its level."""
    return " ".join(part for part in _parts(report, finding) if part)


def explanation(report: Report, finding: Finding) -> str:
    """Return what `message` says behind its first sentence: figures and reasons."""
    return " ".join(part for part in _parts(report, finding)[1:] if part)


def _parts(report: Report, finding: Finding) -> list[str]:
    match finding.sort:
        case Sort.QUESTION:
            return [questions.question(report, finding)]
        case Sort.NOTE:
            return [finding_notes.note(report, finding)]
        case Sort.RISK:
            return _of_risk(report, finding)


def _of_risk(report: Report, finding: Finding) -> list[str]:
    outage, redundancy, data = finding_outage, finding_redundancy, finding_data
    often = outage.how_often(report, finding)
    match finding.rule:
        case Rule.SPOF | Rule.KEY_PERSON | Rule.AI_NO_FALLBACK:
            margin = can_do_without(report, finding)
            cost = outage.what_it_costs(report, finding)
            return [stops(report, finding), margin, outage.no_fallback(finding), often, cost]
        case Rule.LOSS | Rule.CUT_OFF:
            gone = outage.how_long_gone(report, finding)
            cost = outage.what_it_costs(report, finding)
            whom = outage.concerned(report, finding) if finding.rule is Rule.CUT_OFF else ""
            return [stops(report, finding), whom, gone, cost]
        case Rule.FALSE_REDUNDANCY:
            then = redundancy.then_stop(report, finding)
            return [redundancy.false_redundancy(report, finding), then, often]
        case Rule.UNTESTED_FALLBACK:
            return [redundancy.too_slow(report, finding), often]
        case Rule.LEGAL_REACH:
            way, laws = data.way(report, finding), data.laws(finding)
            return [data.exposure(report, finding), data.why_exposure(finding), way, laws]
        case Rule.HOSTING_THIRD_COUNTRY:
            return [data.far_hosting(report, finding), data.transfer(finding)]
        case Rule.NO_DPA:
            return [data.no_agreement(report, finding), data.why_an_agreement()]
        case Rule.AI_TRAINING:
            return [data.training(report, finding), data.why_training()]
        case Rule.AI_SINGLE_MODEL:
            return [data.single_model(report, finding), data.why_single_model()]
        case Rule.END_OF_SUPPORT:
            then = stops(report, finding) if finding.evidence.stops else ""
            return [
                finding_dates.end_of_support(report, finding),
                finding_dates.why_support(),
                then,
            ]
        case Rule.NOTICE_DEADLINE:
            why = finding_dates.why_notice(report, finding)
            return [finding_dates.notice(report, finding), why]
        case Rule.LOCK_IN:
            why = finding_lock_in.why_captive(report, finding)
            return [finding_lock_in.captive(report, finding), why]
        case Rule.CONCENTRATION_SUPPLIER:
            return [finding_lock_in.crowd(report, finding), finding_lock_in.why_crowd(finding)]
        case Rule.CONCENTRATION_COUNTRY:
            why = finding_lock_in.why_crowded_country()
            return [finding_lock_in.crowded_country(finding), why]
        case _:
            return [rule(finding.rule) + "."]
