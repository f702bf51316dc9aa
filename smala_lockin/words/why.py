"""Why a finding is what it is: the computation behind it, chapter by chapter, in words."""

from collections.abc import Iterable, Iterator, Mapping

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.stories.inherent import Inherent
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import Need
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey
from smala_lockin.i18n import _, current, pgettext
from smala_lockin.words import (
    enums,
    findings,
    nouns,
    precautions,
    why_assumed,
    why_impact,
    why_likelihood,
)
from smala_lockin.words import lock_in as lock_in_words
from smala_lockin.words.citations import cited
from smala_lockin.words.why_parts import Chapter, Grid, Line

Inherents = Mapping[RiskKey, Inherent]

MOST_PATH = 12
"""A way with more steps than this is no way that anybody follows."""


def why(report: Report, finding: Finding, inherent: Inherents | None = None) -> tuple[Chapter, ...]:
    """Return the chapters of an explanation, those that have something to say.

    What a risk would be without precautions is told where that is known, for it takes a while.
    """
    if finding.sort is Sort.RISK:
        chapters = _of_risk(report, finding, (inherent or {}).get(finding.key))
    else:
        chapters = _open(report, finding)
    return tuple(one for one in chapters if one.lines or one.grid)


def _of_risk(report: Report, finding: Finding, inherent: Inherent | None) -> Iterator[Chapter]:
    yield _said(report, finding)
    yield why_likelihood.chapter(report, finding)
    yield why_impact.chapter(report, finding)
    yield _level(report, finding, inherent)
    yield why_impact.lengths(report, finding)
    yield _index(report, finding)
    yield _assumed(report, finding)
    yield _way(report, finding)
    yield _first_step(report, finding)
    yield _references(report, finding)


def _open(report: Report, finding: Finding) -> Iterator[Chapter]:
    """Explain a question or a note: what it would change, and what is assumed meanwhile."""
    yield _said(report, finding)
    could_be = finding.evidence.could_be
    if could_be is not None:
        words = _("With the unfavourable answer this would be a %(level)s risk.")
        yield Chapter(
            title=_("What the answer would change"),
            lines=(Line(words % {"level": enums.level(could_be)}),),
        )
    if finding.sort is Sort.QUESTION:
        yield _assumed(report, finding)
    yield _way(report, finding)
    yield _references(report, finding)


def _said(report: Report, finding: Finding) -> Chapter:
    text = findings.message(report, finding)
    return Chapter(title=findings.rule(finding.rule), lines=(Line(text, _named(report, finding)),))


def _named(report: Report, finding: Finding) -> tuple[AssetId, ...]:
    """Return what a finding may name, long names first: a short one may be part of another."""
    landscape, evidence = report.landscape, finding.evidence
    causes = (AssetId(one.partition(":")[2]) for one in evidence.causes)
    members = (one.target for group in evidence.groups for one in landscape.members[group])
    every = (*finding.assets, *causes, *members, *evidence.late[:1])
    known = dict.fromkeys(one for one in every if one in landscape.assets)
    return tuple(sorted(known, key=lambda one: -len(landscape.assets[one].name)))


def _level(report: Report, finding: Finding, inherent: Inherent | None) -> Chapter:
    assert finding.likelihood is not None
    assert finding.impact is not None
    assert finding.level is not None
    matrix = report.landscape.settings.matrix
    values = {
        "likelihood": finding.likelihood,
        "impact": finding.impact,
        "level": enums.level(finding.level),
    }
    words = _("Likelihood %(likelihood)d and impact %(impact)d make this a %(level)s risk.")
    key = _("In the table: 0 very low, 1 low, 2 medium, 3 high, 4 very high.")
    bare = precautions.without(inherent, finding.level)
    lines = [Line(words % values), *_range(finding), *([Line(bare)] if bare else []), Line(key)]
    rows = [(str(row), *(f"{cell:g}" for cell in matrix[row])) for row in range(5, 0, -1)]
    return Chapter(
        title=_("The level"),
        lines=tuple(lines),
        grid=Grid(
            columns=(_("Likelihood ↓ Impact →"), *map(str, range(1, 6))),
            rows=tuple(rows),
            marked=frozenset({(5 - finding.likelihood, finding.impact)}),
        ),
    )


def _index(report: Report, finding: Finding) -> Chapter:
    """Show how the lock-in index of a service comes about, where that is what a risk is about."""
    title = _("The lock-in index")
    indices = report.figures.lock_in
    asset = finding.assets[0] if finding.rule is Rule.LOCK_IN else None
    if asset is None or asset not in indices.of_service:
        return Chapter(title=title, lines=())
    index = indices.of_service[asset]
    return Chapter(
        title=title,
        lines=(Line(lock_in_words.index(index)),),
        grid=lock_in_words.factors(indices.factors(asset)),
    )


def _range(finding: Finding) -> Iterator[Line]:
    if finding.level_range is None or finding.level_range[0] == finding.level_range[1]:
        if finding.assumed:
            yield Line(
                _(
                    "What is assumed does not change the level, neither at its best nor at its "
                    "worst."
                )
            )
        return
    low, high = finding.level_range
    values = {"low": enums.level(low), "high": enums.level(high)}
    yield Line(
        _("With the best of what may be assumed it is %(low)s, with the worst %(high)s.") % values
    )


def _assumed(report: Report, finding: Finding) -> Chapter:
    is_question = finding.sort is Sort.QUESTION
    return Chapter(
        title=_("What is not known") if is_question else _("What is assumed"),
        lines=tuple(why_assumed.lines(report, finding)),
    )


def _way(report: Report, finding: Finding) -> Chapter:
    path = finding.evidence.path or _path(report, finding)
    if not 2 <= len(path) <= MOST_PATH:
        return Chapter(title=_("The path"), lines=())
    names = " → ".join(nouns.name(report.landscape, one) for one in path)
    return Chapter(title=_("The path"), lines=(Line(names, path),))


def _path(report: Report, finding: Finding) -> tuple[AssetId, ...]:
    """Return a shortest way by vital dependencies from the first hurt process to the asset."""
    hurt = (*finding.evidence.late, *finding.evidence.stops)
    ends = _ends(finding)
    if not hurt or finding.rule is Rule.CUT_OFF:
        return ()
    return shortest(report.landscape, hurt[0], ends & report.landscape.assets.keys())


def _ends(finding: Finding) -> set[AssetId]:
    causes = [one.partition(":") for one in finding.evidence.causes[:1]]
    named = {AssetId(id) for kind, _colon, id in causes if kind in ("asset", "control")}
    return named or set(finding.assets)


def shortest(landscape: Landscape, start: AssetId, ends: Iterable[AssetId]) -> tuple[AssetId, ...]:
    """Return a shortest way from an asset down to one of others, along vital dependencies."""
    wanted = set(ends)
    before: dict[AssetId, AssetId | None] = {start: None}
    waiting = [start]
    for here in waiting:
        if here in wanted:
            return _back(before, here)
        for one in landscape.needs[here]:
            if one.need is Need.VITAL and one.target not in before:
                before[one.target] = here
                waiting.append(one.target)
    return ()


def _back(before: Mapping[AssetId, AssetId | None], end: AssetId) -> tuple[AssetId, ...]:
    way: list[AssetId] = []
    here: AssetId | None = end
    while here is not None:
        way.append(here)
        here = before[here]
    return tuple(reversed(way))


def _first_step(report: Report, finding: Finding) -> Chapter:
    text = findings.first_step(report, finding)
    return Chapter(title=_("A first step"), lines=(Line(text),) if text else ())


def _references(report: Report, finding: Finding) -> Chapter:
    language = current()
    lines = (
        _("%(reference)s: %(what)s")
        % {"reference": one.label(language), "what": one.says(language)}
        for one in cited(report, finding)
    )
    return Chapter(
        title=pgettext("finding", "References"), lines=tuple(Line(line) for line in lines)
    )
