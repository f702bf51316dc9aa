"""What stands behind an AI service, in sentences."""

from collections.abc import Iterator

from smala_lockin.analysis.figures.ai_chains import AiChain
from smala_lockin.analysis.report import Report
from smala_lockin.domain.kinds import Training
from smala_lockin.i18n import _, day, listing
from smala_lockin.words import nouns
from smala_lockin.words.why_parts import Line


def told(report: Report, chain: AiChain) -> Iterator[Line]:
    """Yield whose model answers, what else ends there, and what becomes of the data."""
    yield from _model(report, chain)
    yield from _shared(report, chain)
    yield Line(_training(chain.training))
    yield from _fallback(report, chain)
    if chain.ai_act_role:
        yield Line(_("Your role under the AI Act: %(role)s.") % {"role": chain.ai_act_role})
    if chain.ai_act_risk:
        yield Line(_("Risk class under the AI Act: %(risk)s.") % {"risk": chain.ai_act_risk})


def _model(report: Report, chain: AiChain) -> Iterator[Line]:
    landscape = report.landscape
    if chain.models != (chain.service,):
        names = {"models": nouns.names(landscape, chain.models)}
        yield Line(_("The model behind it: %(models)s.") % names, chain.models[: nouns.NAMED])
    if chain.families:
        yield Line(_("Model: %(families)s.") % {"families": listing(list(chain.families))})
    else:
        yield Line(_("Which model answers is not known."))
    if not chain.makers:
        yield Line(_("Who provides the model is not known."))
        return
    makers = nouns.suppliers_with_country(landscape, chain.makers)
    yield Line(
        _("The model is provided by %(makers)s.") % {"makers": makers}, chain.makers[: nouns.NAMED]
    )
    if chain.roots != chain.makers:
        roots = nouns.suppliers_with_country(landscape, chain.roots)
        yield Line(_("Who decides: %(roots)s.") % {"roots": roots}, chain.roots[: nouns.NAMED])


def _shared(report: Report, chain: AiChain) -> Iterator[Line]:
    by_root = report.figures.ai_chains.by_root
    others = {one for root in chain.roots for one in by_root[root]} - {chain.service}
    others -= set(chain.models)
    if others:
        named = sorted(others)
        names = {"services": nouns.names(report.landscape, named)}
        words = _("The same company stands behind %(services)s.") % names
        yield Line(words, tuple(named[: nouns.NAMED]))


def _training(value: Training | None) -> str:
    match value:
        case None:
            return _("Whether it learns from your data is not known.")
        case Training.NO:
            return _("It does not learn from your data.")
        case Training.OPTED_OUT:
            return _("It does not learn from your data: you opted out.")
        case Training.YES:
            return _("It learns from your data.")


def _fallback(report: Report, chain: AiChain) -> Iterator[Line]:
    if chain.alone_for:
        names = {"assets": nouns.names(report.landscape, chain.alone_for)}
        words = _("Nothing stands in for it in %(assets)s.") % names
        yield Line(words, chain.alone_for[: nouns.NAMED])
    if chain.fallback_tested_on is not None:
        yield Line(
            _("Doing without it was tested on %(day)s.") % {"day": day(chain.fallback_tested_on)}
        )
