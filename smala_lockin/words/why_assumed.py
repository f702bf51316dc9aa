"""What a finding assumes, fact by fact, with the best, the usual and the worst value."""

from collections.abc import Iterable, Iterator

from smala_lockin.analysis.failure import events
from smala_lockin.analysis.failure.events import Event, EventKind
from smala_lockin.analysis.figures.spending import BASE
from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.scales import assumptions
from smala_lockin.analysis.scales.assumptions import Estimate
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.i18n import _, ngettext, number
from smala_lockin.words import facts, nouns
from smala_lockin.words.why_parts import Line, failing

NAMED = 5
"""Of how many assets an assumed fact is told one by one."""

_OF_PROCESSES = ("criticality", "max_outage_hours")
_DURATIONS = ("recovery_hours", "replacement_days")


def lines(report: Report, finding: Finding) -> Iterator[Line]:
    """Yield a sentence for each assumed fact, and for each asset of which it is assumed."""
    for fact in finding.assumed:
        concerned = [
            one for one in _concerned(report, finding, fact) if _is_open(report, one, fact)
        ]
        for asset in concerned[:NAMED]:
            yield Line(_sentence(report, asset, fact), (asset,))
        rest = len(concerned) - NAMED
        if rest > 0:
            words = ngettext(
                "%(fact)s: unknown for %(count)d more.",
                "%(fact)s: unknown for %(count)d more.",
                rest,
            )
            yield Line(words % {"fact": facts.label(fact), "count": rest})
        if not concerned:
            yield Line(_("%(fact)s: unknown.") % {"fact": facts.label(fact)})


def _is_open(report: Report, asset: AssetId, fact: str) -> bool:
    return fact not in FACTS or getattr(report.landscape.assets[asset], fact) is None


def _concerned(report: Report, finding: Finding, fact: str) -> Iterable[AssetId]:
    """Return the assets of which a finding could assume a fact."""
    if fact in _OF_PROCESSES:
        return [one for one in finding.evidence.stops if one in report.landscape.assets]
    if fact in _DURATIONS and finding.rule in (Rule.CUT_OFF, Rule.FALSE_REDUNDANCY):
        return _seeds(report, finding, fact)
    if fact == "personal_data" and finding.rule in _OF_COUNTRIES:
        return _perhaps_about_people(report, finding.evidence.country)
    if finding.rule is Rule.CONCENTRATION_SUPPLIER and finding.sort is Sort.RISK:
        return [key for key, one in report.landscape.assets.items() if one.kind in BASE]
    asset = failing(finding)
    return finding.assets if asset is None else [asset]


_OF_COUNTRIES = (Rule.LEGAL_REACH, Rule.HOSTING_THIRD_COUNTRY)


def _perhaps_about_people(report: Report, country: str | None) -> list[AssetId]:
    """Return what is in reach of a country, or kept there, and may hold data about people."""
    asked = (one for one in report.of_sort(Sort.QUESTION) if one.rule in _OF_COUNTRIES)
    return [one.assets[0] for one in asked if country in one.evidence.causes]


def _seeds(report: Report, finding: Finding, fact: str) -> list[AssetId]:
    """Return whose duration counts when many are gone at once."""
    structure = report.figures.every.structure
    event = _event(finding)
    if event is None:
        return []
    mode = events.default_mode(structure, event)
    assumed = events.seeds(structure, [(event, mode)]).assumed
    return sorted(asset for asset, name in assumed if name == fact)


def _event(finding: Finding) -> Event | None:
    if finding.rule is Rule.CUT_OFF:
        country = finding.evidence.country
        return Event(EventKind.COUNTRY, country) if country else None
    kind, _colon, id = finding.evidence.causes[0].partition(":")
    if kind in tuple(EventKind):
        return Event(EventKind(kind), id)
    return Event(EventKind.ASSET, finding.assets[0])


def _sentence(report: Report, asset: AssetId, fact: str) -> str:
    values = {
        "name": nouns.name(report.landscape, asset),
        "fact": facts.label(fact),
    }
    estimate = _estimate(report, asset, fact)
    if estimate is None:
        return _("%(name)s – %(fact)s: unknown.") % values
    words = _("%(name)s – %(fact)s: %(usual)s assumed, between %(low)s and %(high)s.")
    if estimate.low == estimate.high:  # a supplier's, of whose services it is known
        words = _("%(name)s – %(fact)s: %(usual)s, from what it provides.")
    return words % {
        **values,
        "low": number(estimate.low, decimals=1),
        "usual": number(estimate.usual, decimals=1),
        "high": number(estimate.high, decimals=1),
    }


def _estimate(report: Report, asset: AssetId, fact: str) -> Estimate | None:
    landscape = report.landscape
    one = landscape.assets[asset]
    match fact:
        case "recovery_hours":
            return assumptions.recovery_hours(landscape, asset)
        case "replacement_days":
            return assumptions.replacement_days(landscape, asset)
        case "max_outage_hours":
            return assumptions.max_outage_hours(one, landscape.settings)
        case "criticality":
            return assumptions.criticality(one)
        case _:
            return None
