"""Headlines: the ten stories a manager hears first (semantics, section 7)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.stories.bundles import FOUNDATIONS
from smala_lockin.domain.kinds import AssetKind

SHOWN = 10
"""How many headlines are shown."""

FEW = "few"
"""The bundle that suppliers fold into which each carry one activity."""

_ORDER = {rule: number for number, rule in enumerate(Rule)}


class Family(StrEnum):
    """What sort of story a headline tells."""

    COMMON_CAUSE = "common_cause"
    CONTINUITY = "continuity"
    PEOPLE = "people"
    SOVEREIGNTY = "sovereignty"
    AI = "ai"
    LOSS = "loss_and_lock_in"
    DEADLINES = "deadlines"
    DUTIES = "duties"


class Headline(NamedTuple):
    """One story: its leading risk first among its `findings`."""

    bundle: str
    family: Family
    level: Level
    findings: tuple[Finding, ...]

    @property
    def lead(self) -> Finding:
        """The risk that the story is told by."""
        return self.findings[0]


def headlines(basis: Basis, findings: Iterable[Finding]) -> tuple[Headline, ...]:
    """Return all stories of level medium or above, those to be shown first.

    The higher level comes first. Of one level families take turns, so that one does not crowd
    out the others; within a family by what hides, impact, blast radius and name; foundations and
    the folded line after the others of their level. The first `SHOWN` hold the best of each
    family, and are in that order too.
    """
    gathered: dict[str, list[Finding]] = {}
    for one in findings:
        if one.bundle is not None:  # as every risk has, and nothing else
            gathered.setdefault(one.bundle, []).append(one)
    least = Level.MEDIUM
    worthy = {
        bundle: tuple(found)
        for bundle, found in gathered.items()
        if max([one.level or 0 for one in found]) >= least
    }
    ordered = basis.recall.each(_ordered, worthy, basis.settings.thresholds.hidden_share)
    stories = [_headline(basis, bundle, found) for bundle, found in ordered.items()]
    folded = _folded(basis, stories)
    return _chosen(sorted(folded, key=lambda one: _rank(basis, one)))


def _ordered(
    told: Mapping[str, tuple[Finding, ...]], hidden: float
) -> dict[str, tuple[Finding, ...]]:
    """Return the risks of each story, what leads it first."""
    return {
        bundle: tuple(sorted(found, key=lambda one: _leading(one, hidden)))
        if len(found) > 1
        else found
        for bundle, found in told.items()
    }


def _headline(basis: Basis, bundle: str, findings: tuple[Finding, ...]) -> Headline:
    lead = findings[0]
    assert lead.level is not None
    family = _family(basis, lead)
    return Headline(bundle, family, lead.level, findings)


def _leading(finding: Finding, hidden: float) -> tuple[int | float | str, ...]:
    """Order the risks of one story: of equal ones the rule that explains most leads.

    What is due sooner comes before what is due later; then they are in order of weight.
    """
    evidence = finding.evidence
    day = evidence.day
    return (
        -(finding.level or 0),
        -(finding.impact or 0),
        _ORDER[finding.rule],
        day.toordinal() if day else 0,
        evidence.hidden_share < hidden,
        -round(evidence.blast_radius, 9),
        finding.key,
    )


def _weight(finding: Finding, hidden: float) -> tuple[int | float | str, ...]:
    """Order risks: level, what hides, impact, blast radius, then the order of the rules.

    What hides is what has at least this hidden share.
    """
    evidence = finding.evidence
    return (
        -(finding.level or 0),
        evidence.hidden_share < hidden,
        -(finding.impact or 0),
        -round(evidence.blast_radius, 9),
        _ORDER[finding.rule],
        finding.key,
    )


def _rank(basis: Basis, headline: Headline) -> tuple[int | float | str, ...]:
    """Order stories of a level by what leads them, at the end by its name."""
    assets = headline.lead.assets
    name = basis.landscape.assets[assets[0]].name.casefold() if assets else ""
    *weight, _rule, key = _weight(headline.lead, basis.settings.thresholds.hidden_share)
    return *weight, name, key


def _family(basis: Basis, lead: Finding) -> Family:
    if lead.rule in _FAMILIES:
        return _FAMILIES[lead.rule]
    kinds = {basis.landscape.assets[asset].kind for asset in lead.assets}
    if kinds == _OF_PEOPLE:
        return Family.PEOPLE
    if kinds == _OF_AI:
        return Family.AI
    return Family.LOSS if lead.rule == Rule.LOSS else Family.CONTINUITY


_OF_PEOPLE, _OF_AI = {AssetKind.PEOPLE}, {AssetKind.AI_SERVICE}

_FAMILIES = {
    Rule.FALSE_REDUNDANCY: Family.COMMON_CAUSE,
    Rule.CUT_OFF: Family.SOVEREIGNTY,
    Rule.LEGAL_REACH: Family.SOVEREIGNTY,
    Rule.HOSTING_THIRD_COUNTRY: Family.SOVEREIGNTY,
    Rule.CONCENTRATION_COUNTRY: Family.SOVEREIGNTY,
    Rule.NO_DPA: Family.DUTIES,
    Rule.NOTICE_DEADLINE: Family.DEADLINES,
    Rule.END_OF_SUPPORT: Family.DEADLINES,
    Rule.AI_TRAINING: Family.AI,
    Rule.AI_SINGLE_MODEL: Family.AI,
    Rule.LOCK_IN: Family.LOSS,
    Rule.CONCENTRATION_SUPPLIER: Family.LOSS,
}
"""What sort of story the findings of a rule are; of other rules it depends on what they are of."""


def _folded(basis: Basis, stories: Sequence[Headline]) -> list[Headline]:
    """Fold the small stories about single suppliers into one, where there are several."""
    small = [one for one in stories if _is_small(basis, one)]
    if len(small) < 2:
        return list(stories)
    hidden = basis.settings.thresholds.hidden_share
    findings = sorted(
        (risk for one in small for risk in one.findings), key=lambda one: _weight(one, hidden)
    )
    folded = Headline(
        bundle=FEW,
        family=Family.LOSS,
        level=Level.MEDIUM,
        findings=tuple(findings),
    )
    gone = {one.bundle for one in small}
    return [*(one for one in stories if one.bundle not in gone), folded]


def _is_small(basis: Basis, headline: Headline) -> bool:
    if not headline.bundle.startswith("supplier:") or headline.level != Level.MEDIUM:
        return False
    stops = {process for risk in headline.findings for process in risk.evidence.stops}
    hides = any(risk.evidence.hidden_share for risk in headline.findings)
    return not hides and basis.blast_radius(stops) < basis.settings.thresholds.folded_blast


def _chosen(ranked: list[Headline]) -> tuple[Headline, ...]:
    """Put those to be shown first, from stories in their order of weight."""
    ordered: list[Headline] = []
    alike: dict[tuple[int, bool], list[Headline]] = {}
    for one in ranked:
        alike.setdefault((-one.level, one.bundle in (FOUNDATIONS, FEW)), []).append(one)
    for place in sorted(alike):
        ordered += _by_turns(alike[place], ordered)
    best = {one.family: one for one in reversed(ordered)}
    shown = ordered[:SHOWN]
    due = [one for one in ordered[SHOWN:] if best[one.family] is one]
    for _one in due:
        spare = max(at for at, one in enumerate(shown) if best[one.family] is not one)
        del shown[spare]
    shown += due
    told = {one.bundle for one in shown}
    return (*shown, *(one for one in ordered if one.bundle not in told))


def _by_turns(stories: Sequence[Headline], told: Sequence[Headline]) -> list[Headline]:
    """Let families take turns, those that were told least often first, in their order."""
    counts = Counter(one.family for one in told)
    turns = []
    for place, one in enumerate(stories):
        turns.append((counts[one.family], place))
        counts[one.family] += 1
    return [stories[place] for _turn, place in sorted(turns)]
