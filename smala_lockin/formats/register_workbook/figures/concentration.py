"""The sheet "Concentration": in whose hands and where the company's means lie."""

from collections.abc import Callable, Iterator

from openpyxl import Workbook

from smala_lockin.analysis.figures.concentration import Bucket, Spread
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.i18n import _, pgettext
from smala_lockin.words import catalogue, degrees, holdings, nouns


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet to a workbook whose map has something to be concentrated."""
    found = report.figures.concentration
    spreads = (found.by_root, found.by_country, found.by_hosting, found.by_category)
    if not any(map(holdings.is_known, spreads)):
        return
    money = {"currency": report.landscape.company.currency}
    columns = [
        Column(heading=_("Seen by"), width=24),
        Column(heading=_("Who or where"), width=32),
        Column(heading=_("Yearly cost, %(currency)s") % money, width=14, format="#,##0"),
        Column(heading=_("Share of known costs"), width=13, format="0%", centred=True),
        Column(heading=_("How many services"), width=12, centred=True),
        Column(heading=_("Services"), width=52),
        Column(heading=_("Stops without it, weighted"), width=13, format="0%", centred=True),
        Column(
            heading=_("Concentration index, 0 to 10,000"), width=16, format="#,##0", centred=True
        ),
        Column(heading=_("Concentration"), width=14),
        Column(heading=_("Costs known of"), width=12, format="0%", centred=True),
    ]
    fill(book.create_sheet(pgettext("sheet", "Concentration")), columns, _rows(report))


def _rows(report: Report) -> Iterator[list[Value]]:
    found, landscape = report.figures.concentration, report.landscape

    def named(key: str) -> str:
        return nouns.name(landscape, AssetId(key))

    views: list[tuple[str, Spread, Callable[[str], str]]] = [
        (_("Who decides"), found.by_root, named),
        (_("Country of who decides"), found.by_country, nouns.country),
        (_("Hosted in"), found.by_hosting, nouns.country),
        (_("Category"), found.by_category, catalogue.category),
    ]
    for view, spread, words in views:
        for bucket in holdings.telling(spread):
            yield [view, *_bucket(report, bucket, words), *_whole(report, spread)]


def _bucket(report: Report, bucket: Bucket, words: Callable[[str], str]) -> list[Value]:
    spent = holdings.spent(report.landscape, bucket)
    return [
        _("unknown") if bucket.key is None else words(bucket.key),
        None if spent is None else round(spent, 2),
        None if spent is None else bucket.share,
        len(bucket.services),
        nouns.in_a_cell(report.landscape, bucket.services, most=12),
        None if bucket.key is None else bucket.blast_radius,
    ]


def _whole(report: Report, spread: Spread) -> list[Value]:
    """Return what holds for a view as a whole; no index where nothing is known to be spent."""
    coverage = report.figures.concentration.coverage
    if not any(one.spend for one in spread.buckets):
        return [None, None, coverage]
    return [round(spread.hhi), degrees.degree(spread.degree), coverage]
