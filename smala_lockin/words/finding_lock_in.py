"""Findings about what is hard to leave, and about much in one hand, in words."""

from smala_lockin.analysis.figures.lock_in import FactorReading
from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import Customisation, DataExport, OpenSource, Skills
from smala_lockin.domain.settings import LockInFactor
from smala_lockin.i18n import _, ngettext, percent, semicolons
from smala_lockin.words import countries, nouns
from smala_lockin.words.quantities import HOURS_A_DAY, duration

NAMED_REASONS = 3
"""How many reasons a sentence lists."""


def captive(report: Report, finding: Finding) -> str:
    """Return what is hard to leave, and how hard."""
    return _("%(it)s would be hard to leave: its lock-in index is %(index)d out of 100.") % {
        "it": nouns.name(report.landscape, finding.assets[0]),
        "index": round(finding.evidence.lock_in or 0.0),
    }


def why_captive(report: Report, finding: Finding) -> str:
    """Return what weighs most among what is known, the heaviest first."""
    lock_in = report.figures.lock_in
    if finding.assets[0] not in lock_in.of_service:
        return ""
    readings = sorted(lock_in.factors(finding.assets[0]), key=lambda one: -one.points)
    told = [_reason(report, finding.assets[0], one) for one in readings if one.assumed >= 0.5]
    reasons = [one for one in told if one]
    if not reasons:
        return ""
    return _("What weighs most: %(reasons)s.") % {"reasons": semicolons(reasons[:NAMED_REASONS])}


def crowd(report: Report, finding: Finding) -> str:
    """Return how much lies with one group of suppliers."""
    evidence = finding.evidence
    root = nouns.name(report.landscape, evidence.root or finding.assets[0])
    if evidence.share is not None and evidence.share >= _much(report):
        return _("%(share)s of your spending on IT goes to %(root)s.") % {
            "share": percent(evidence.share),
            "root": root,
        }
    count = len(evidence.services)
    return ngettext(
        "%(count)d of your services is in the hands of %(root)s: %(services)s.",
        "%(count)d of your services are in the hands of %(root)s: %(services)s.",
        count,
    ) % {
        "count": count,
        "root": root,
        "services": nouns.names(report.landscape, evidence.services),
    }


def why_crowd(finding: Finding) -> str:
    """Return why it matters that much lies with one group."""
    what = _("If it raises its prices or changes its terms, you feel it everywhere at once.")
    radius = finding.evidence.blast_radius
    if radius <= 0:
        return what
    stops = _("Without it, %(share)s of your activities stop, weighted by how critical they are.")
    return f"{what} {stops % {'share': percent(radius)}}"


def crowded_country(finding: Finding) -> str:
    """Return how much goes to suppliers of one country outside the EEA."""
    return _("%(share)s of your spending on IT goes to companies controlled from %(country)s.") % {
        "share": percent(finding.evidence.share or 0.0),
        "country": countries.named(finding.evidence.country or ""),
    }


def why_crowded_country() -> str:
    """Return why it matters that much goes to one country."""
    return _("A change in its law, its policy or its currency affects all of that at once.")


def _much(report: Report) -> float:
    return report.landscape.settings.thresholds.supplier_share[0]


def _reason(report: Report, service: AssetId, reading: FactorReading) -> str:
    """Return what a factor says in words; nothing for what is only assumed."""
    asset = report.landscape.assets[service]
    match reading.factor:
        case LockInFactor.REPLACEMENT if reading.amount is not None:
            time = {"time": duration(reading.amount * HOURS_A_DAY)}
            if reading.missing:
                return _("replacing it takes about %(time)s (assumed)") % time
            return _("replacing it takes about %(time)s") % time
        case _ if reading.missing:
            return ""
        case LockInFactor.PORTABILITY if asset.data_export is DataExport.NONE:
            return _("its data cannot be taken out")
        case LockInFactor.PORTABILITY:
            return _("its data comes out only in part")
        case LockInFactor.INTEGRATION if asset.customisation is Customisation.HEAVY:
            return _("much is built around it")
        case LockInFactor.INTEGRATION if asset.customisation is Customisation.SOME:
            return _("some things are built around it")
        case LockInFactor.INTEGRATION:
            return _("many things need it")
        case LockInFactor.CONTRACT:
            return _("the contract binds for long")
        case LockInFactor.OPENNESS if asset.open_source is OpenSource.NO:
            return _("it is closed software")
        case LockInFactor.OPENNESS:
            return _("it uses formats of its own")
        case LockInFactor.SKILLS if asset.skills is Skills.VENDOR:
            return _("only its maker knows how to run it")
        case LockInFactor.SKILLS:
            return _("few people know how to run it")
        case LockInFactor.EXIT_PLAN:
            return _("no exit has been tried")
        case _:
            return ""
