"""Notes about a map, in words."""

from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.analysis.report import Report
from smala_lockin.i18n import _, ngettext, number, semicolons
from smala_lockin.words import facts, nouns


def note(report: Report, finding: Finding) -> str:
    """Return what is worth knowing without being a risk."""
    count = len(finding.assets)
    values = {"assets": nouns.names(report.landscape, finding.assets), "count": number(count)}
    match finding.rule:
        case Rule.MISSING_FACTS:
            return _missing(finding)
        case Rule.LOOP:
            return _("%(assets)s stand or fall together.") % values
        case Rule.ORPHAN:
            return (
                ngettext(
                    "%(count)s entry is not connected to anything: %(assets)s.",
                    "%(count)s entries are not connected to anything: %(assets)s.",
                    count,
                )
                % values
            )
        case _:
            return (
                ngettext(
                    "No activity needs this %(count)s entry: %(assets)s.",
                    "No activity needs these %(count)s entries: %(assets)s.",
                    count,
                )
                % values
            )


def _missing(finding: Finding) -> str:
    listed = [
        _("%(fact)s (%(missing)d of %(all)d)")
        % {"fact": facts.label(fact).partition(" (")[0], "missing": missing, "all": count}
        for fact, missing, count in finding.evidence.missing
    ]
    return _("Often still unknown: %(facts)s.") % {"facts": semicolons(listed)}
