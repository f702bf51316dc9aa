"""The one door of this floor: everything an analysis says about a landscape."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from smala_lockin.analysis.collector import collector_at_rest
from smala_lockin.analysis.failure.false_redundancy import FalseRedundancy
from smala_lockin.analysis.failure.single_point import SinglePoint
from smala_lockin.analysis.figures.every_figure import Figures
from smala_lockin.analysis.figures.reach import Reach
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Finding, Numbered, Rule, Sort, numbered
from smala_lockin.analysis.rules.every_rule import findings as found_by_rules
from smala_lockin.analysis.stories.bundles import bundled
from smala_lockin.analysis.stories.headlines import Headline, headlines
from smala_lockin.analysis.stories.inherent import Inherent
from smala_lockin.analysis.stories.next_questions import NextQuestion
from smala_lockin.analysis.stories.outlook import Outlook
from smala_lockin.analysis.stories.resilience import Resilience
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What an analysis says about a landscape as of `today`.

    `processes` are what stops are counted over: the processes, or, where `stand_ins`, what
    stands in for them. `findings` come with the weightiest risks first, then questions, then
    notes; `headlines` are the stories of level medium or above, the first ten to be shown. The
    `outlook` (next questions, resilience, inherent levels) and `figures` (lock-in, exit clocks,
    concentration, ...) are worked out when they are asked for.
    """

    landscape: Landscape
    today: date
    processes: tuple[AssetId, ...]
    stand_ins: bool
    single_points: tuple[SinglePoint, ...]
    false_redundancies: tuple[FalseRedundancy, ...]
    loops: tuple[tuple[AssetId, ...], ...]
    legal_reach: tuple[Reach, ...]
    findings: tuple[Finding, ...]
    headlines: tuple[Headline, ...]
    outlook: Outlook = field(repr=False, compare=False)
    figures: Figures = field(repr=False, compare=False)

    @property
    def next_questions(self) -> tuple[NextQuestion, ...]:
        """What to find out first."""
        return self.outlook.next_questions

    @property
    def resilience(self) -> Resilience:
        """How much goes on under the worst event of each class."""
        return self.outlook.resilience

    @property
    def inherent(self) -> Mapping[RiskKey, Inherent]:
        """What each risk would be without stand-ins and exit plans, by its key."""
        return self.outlook.inherent

    def of_sort(self, sort: Sort) -> tuple[Finding, ...]:
        """Return the risks, the questions or the notes."""
        return tuple(one for one in self.findings if one.sort is sort)


def build_report(landscape: Landscape, *, today: date, before: Report | None = None) -> Report:
    """Return the report of a landscape; the same landscape and day, the same report.

    From the report `before` an edit all is taken over that the edit left alone; that makes it
    faster, not other.
    """
    with collector_at_rest():
        return _built(landscape, today, before)


def _built(landscape: Landscape, today: date, before: Report | None) -> Report:
    basis = Basis.of(landscape, today, before.outlook.known if before else None)
    told = bundled(basis, numbered(found_by_rules(basis)))
    orders = basis.recall.each(_orders, told)
    findings = tuple(told[key] for key in sorted(told, key=orders.__getitem__))
    return Report(
        landscape=landscape,
        today=today,
        processes=tuple(basis.processes),
        stand_ins=basis.structure.stand_ins,
        single_points=basis.points,
        false_redundancies=basis.false_redundancies,
        loops=basis.loops,
        legal_reach=basis.legal_reach,
        findings=findings,
        headlines=headlines(basis, findings),
        outlook=Outlook.of(basis, findings),
        figures=basis.figures,
    )


_FIRST = Rule.STAND_INS
"""The rule whose question comes before all others."""

_SORTS = {sort: number for number, sort in enumerate(Sort)}
_RULES = {rule: number for number, rule in enumerate(Rule)}


def _orders(findings: Mapping[Numbered, Finding]) -> dict[Numbered, tuple[object, ...]]:
    found: dict[Numbered, tuple[object, ...]] = {}
    for numbered_key, one in findings.items():
        key, rule, sort, _assets, _likelihood, impact, level, *_rest, evidence = one
        blast = evidence.blast_radius
        last = _SORTS[sort] * 2 + (rule is not _FIRST)
        weight = 10 * (level or 0) + (impact or 0)
        least = -round(blast, 9) if blast else 0.0
        found[numbered_key] = 100 * last - weight, least, _RULES[rule], key
    return found
