"""The sheet "AI chains": whose model answers behind each AI service, and where."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook

from smala_lockin.analysis.figures.ai_chains import AiChain
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.i18n import _, pgettext
from smala_lockin.words import facts, nouns


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet to a workbook whose map has an AI service."""
    chains = report.figures.ai_chains.all
    if not chains:
        return
    columns = [
        Column(heading=_("AI service"), width=26),
        Column(heading=_("Sold by"), width=24),
        Column(heading=_("Model"), width=16),
        Column(heading=_("Answered by"), width=24),
        Column(heading=_("Model provided by"), width=24),
        Column(heading=_("Who decides"), width=24),
        Column(heading=_("Runs on"), width=26),
        Column(heading=_("Countries"), width=24),
        Column(heading=facts.label("open_weights"), width=10, centred=True),
        Column(heading=_("Trains on our data"), width=14),
        Column(heading=_("Activities that need it"), width=36),
        Column(heading=_("Nothing stands in for it in"), width=28),
        Column(heading=_("Doing without it last tried"), width=14, format="dd/mm/yyyy"),
        Column(heading=facts.label("ai_act_role"), width=16),
        Column(heading=facts.label("ai_act_risk"), width=16),
        Column(heading=_("Place not known of"), width=30),
    ]
    sheet = book.create_sheet(pgettext("sheet", "AI chains"))
    fill(sheet, columns, _rows(report, chains), printed=11)


def _rows(report: Report, chains: Sequence[AiChain]) -> Iterator[list[Value]]:
    landscape, unknown = report.landscape, _("unknown")

    def named(assets: Sequence[AssetId], otherwise: str = "") -> str:
        return nouns.in_a_cell(landscape, assets, most=8) if assets else otherwise

    for one in chains:
        yield [
            nouns.name(landscape, one.service),
            named(one.vendors, unknown),
            ", ".join(one.families) or unknown,
            named([] if one.models == (one.service,) else one.models),
            named(one.makers, unknown),
            named(one.roots, unknown),
            named(one.hosts),
            ", ".join(map(nouns.country, one.countries)) or unknown,
            facts.value(one.open_weights) or unknown,
            facts.value(one.training) or unknown,
            named(one.processes),
            named(one.alone_for),
            one.fallback_tested_on,
            one.ai_act_role or "",
            one.ai_act_risk or "",
            named(one.unknown),
        ]
