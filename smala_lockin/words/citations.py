"""What a finding refers to: demands of frameworks and articles of laws."""

from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.report import Report
from smala_lockin.domain.kinds import ONLINE_SERVICES
from smala_lockin.i18n import current
from smala_lockin.knowledge.reference_rows import Framework, Reference
from smala_lockin.knowledge.references import references_of


def cited(report: Report, finding: Finding) -> tuple[Reference, ...]:
    """Return what a finding refers to, what fits its rule best first, each once.

    The Data Act is left out where the finding is about nothing that is rented over the network:
    it does not speak of telecom lines or of software that one runs.
    """
    assets = report.landscape.assets
    kinds = {assets[one].kind for one in finding.assets if one in assets}
    is_online = not kinds.isdisjoint(ONLINE_SERVICES)
    rules = (finding.rule, *finding.evidence.merged)
    found = (one for rule in rules for one in references_of(rule.value))
    return tuple(
        dict.fromkeys(one for one in found if is_online or one.framework is not Framework.DATA_ACT)
    )


def labels(report: Report, finding: Finding) -> list[str]:
    """Return the references as people cite them: "CyFun GV.SC-04", "SOV-2"."""
    language = current()
    return list(dict.fromkeys(one.label(language) for one in cited(report, finding)))
