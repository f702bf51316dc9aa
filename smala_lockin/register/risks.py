"""The risks of a map: what the rules found, joined with what people typed."""

from dataclasses import dataclass

from smala_lockin.analysis.rating.findings import Finding, Sort
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.records import RiskRecord, Status
from smala_lockin.domain.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A finding with what a person typed about it.

    `likelihood` and `impact` are the person's own where given, else the proposal's. `inherent` is
    the level without anything that stands in and without exit plans.
    """

    finding: Finding
    record: RiskRecord
    settings: Settings
    inherent: Level

    @property
    def likelihood(self) -> int:
        """How often, 1..5."""
        return self.record.likelihood or self.finding.likelihood or 1

    @property
    def impact(self) -> int:
        """How badly, 1..5."""
        return self.record.impact or self.finding.impact or 1

    @property
    def level(self) -> Level:
        """The level of the two."""
        return level(self.likelihood, self.impact, self.settings)

    @property
    def residual(self) -> Level | None:
        """The level that remains after treatment; None where nobody said what remains."""
        likelihood, impact = self.record.residual_likelihood, self.record.residual_impact
        if likelihood is None and impact is None:
            return None
        return level(likelihood or self.likelihood, impact or self.impact, self.settings)

    @property
    def status(self) -> Status:
        """How far its treatment has come; what nobody touched is identified."""
        return self.record.status or Status.IDENTIFIED


def risks(report: Report, *, least: Level = Level.MEDIUM) -> tuple[Risk, ...]:
    """Return the risks of at least a level, story by story in the order of the headlines.

    A risk that a person wrote about is there whatever its level.
    """
    known = report.landscape.risks
    place = {one.key: at for at, one in enumerate(_told(report))}
    found = [
        Risk(
            finding=one,
            record=known.get(one.key, RiskRecord()),
            settings=report.landscape.settings,
            inherent=report.inherent[one.key].level,
        )
        for one in report.of_sort(Sort.RISK)
    ]
    kept = [one for one in found if one.level >= least or one.finding.key in known]
    return tuple(sorted(kept, key=lambda one: (-one.level, place.get(one.finding.key, len(place)))))


def questions_by_supplier(
    report: Report,
) -> tuple[tuple[AssetId | None, tuple[Finding, ...]], ...]:
    """Return the questions, grouped by the supplier who could answer; None: nobody outside."""
    assets = report.landscape.assets
    grouped: dict[AssetId | None, list[Finding]] = {}
    for question in report.of_sort(Sort.QUESTION):
        grouped.setdefault(_who_knows(report, question), []).append(question)
    ordered = sorted(
        grouped, key=lambda one: ("", "") if one is None else (assets[one].name.casefold(), one)
    )
    return tuple((supplier, tuple(grouped[supplier])) for supplier in ordered)


def _told(report: Report) -> list[Finding]:
    return [finding for headline in report.headlines for finding in headline.findings]


def _who_knows(report: Report, question: Finding) -> AssetId | None:
    if len(question.assets) != 1:
        return None
    landscape, asset = report.landscape, question.assets[0]
    if landscape.assets[asset].kind is AssetKind.SUPPLIER:
        return asset
    providers = (one.target for one in landscape.needs[asset] if one.role is Role.PROVIDED_BY)
    return next(providers, None)
