"""What a finding assumes, fact by fact, with the best, the usual and the worst value."""

from collections.abc import Iterable, Iterator, Mapping

from smala_lockin.analysis.failure import events
from smala_lockin.analysis.figures.spending import BASE
from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.scales import assumptions
from smala_lockin.analysis.scales.assumptions import Estimate
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.i18n import _, ngettext, number, semicolons
from smala_lockin.words import facts, nouns
from smala_lockin.words.quantities import HOURS_A_DAY, exactly
from smala_lockin.words.why_parts import Line, event, failing

NAMED = 5
"""Of how many assets an assumed fact is told one by one."""

_OF_PROCESSES = ("criticality", "max_outage_hours")
_DURATIONS = ("recovery_hours", "replacement_days")


def lines(report: Report, finding: Finding) -> Iterator[Line]:
    """Yield what is assumed, value by value, then what is not known at all, in one line for each.

    Of many assets those lead of which the longest time is assumed: they decide.
    """
    unknown: dict[tuple[AssetId, ...], list[str]] = {}
    for fact in finding.assumed:
        concerned = [
            one for one in _concerned(report, finding, fact) if _is_open(report, one, fact)
        ]
        estimates = {one: _estimate(report, one, fact) for one in concerned}
        known = {one: value for one, value in estimates.items() if value is not None}
        if known:
            yield from _assumed(report, fact, known)
        else:
            unknown.setdefault(tuple(concerned), []).append(facts.in_sentence(fact))
    for assets, lacking in unknown.items():
        yield _unknown(report, assets, lacking, is_asked=finding.sort is Sort.QUESTION)


def _assumed(report: Report, fact: str, estimates: Mapping[AssetId, Estimate]) -> Iterator[Line]:
    ranked = sorted(estimates, key=lambda one: (-estimates[one].usual, one))
    for asset in ranked[:NAMED]:
        yield Line(_sentence(report, asset, fact, estimates[asset]), (asset,))
    rest = len(ranked) - NAMED
    if rest > 0:
        words = ngettext(
            "Likewise for %(count)d more.",
            "Likewise for %(count)d more.",
            rest,
        )
        yield Line(words % {"count": rest})


def _unknown(
    report: Report, assets: tuple[AssetId, ...], lacking: list[str], *, is_asked: bool
) -> Line:
    """Return what is not known, and of what; of a question the heading says the first already."""
    if not assets:
        return Line(_("Not known: %(facts)s.") % {"facts": semicolons(lacking)})
    values = {
        "names": nouns.names(report.landscape, assets, most=NAMED),
        "facts": semicolons(lacking),
    }
    if is_asked:
        return Line(_("%(names)s: %(facts)s.") % values, assets[:NAMED])
    return Line(_("Not known for %(names)s: %(facts)s.") % values, assets[:NAMED])


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
    happens = event(finding)
    if happens is None:
        return []
    mode = events.default_mode(structure, happens)
    assumed = events.seeds(structure, [(happens, mode)]).assumed
    return sorted(asset for asset, name in assumed if name == fact)


def _sentence(report: Report, asset: AssetId, fact: str, estimate: Estimate) -> str:
    one = report.landscape.assets[asset]
    unit = HOURS_A_DAY if fact == "replacement_days" else 1
    values = {"name": nouns.name(report.landscape, asset)}
    if fact == "criticality":
        levels = (estimate.low, estimate.usual, estimate.high)
        low, usual, high = (number(level) for level in levels)
    else:
        low, usual, high = (
            exactly(value * unit) for value in (estimate.low, estimate.usual, estimate.high)
        )
    values |= {"low": low, "usual": usual, "high": high}
    is_longest = one.kind is AssetKind.SUPPLIER and estimate.usual == estimate.high
    return _words(fact, one.kind, is_longest=is_longest, is_sure=low == high) % values


def _words(fact: str, kind: AssetKind, *, is_longest: bool, is_sure: bool) -> str:
    match fact:
        case "recovery_hours" if kind is AssetKind.PEOPLE:
            return _("%(name)s: away for %(usual)s, assumed (between %(low)s and %(high)s).")
        case "recovery_hours":
            return _("%(name)s: back after %(usual)s, assumed (between %(low)s and %(high)s).")
        case "replacement_days" if is_longest and is_sure:
            return _("%(name)s: replaced after %(usual)s, as what it provides.")
        case "replacement_days" if is_longest:
            return _(
                "%(name)s: replaced after %(usual)s, the longest of what it provides; after "
                "%(low)s at best."
            )
        case "replacement_days":
            return _("%(name)s: replaced after %(usual)s, assumed (between %(low)s and %(high)s).")
        case "max_outage_hours":
            return _("%(name)s: may be down for %(usual)s, assumed (between %(low)s and %(high)s).")
        case _:
            return _("%(name)s: criticality %(usual)s, assumed (between %(low)s and %(high)s).")


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
