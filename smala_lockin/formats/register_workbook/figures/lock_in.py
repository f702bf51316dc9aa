"""The sheet "Lock-in": how hard each service is to leave, and what that is made of."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook

from smala_lockin.analysis.figures.lock_in import LockIn
from smala_lockin.analysis.report import Report
from smala_lockin.domain.kinds import Role
from smala_lockin.domain.settings import LockInFactor
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.i18n import _, pgettext
from smala_lockin.words import enums, facts, nouns
from smala_lockin.words.settings import factor


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet to a workbook whose map has a service of which anything is known.

    The index of the others would be a guess, and of an imported list pages and pages of it.
    """
    known = [one for one in report.figures.lock_in.services if one.coverage]
    if not known:
        return
    weights = report.figures.lock_in.weights
    whole = sum(weights.values()) or 1
    columns = [
        Column(heading=_("Service"), width=30),
        Column(heading=_("Kind"), width=15),
        Column(heading=_("Provided by"), width=26),
        Column(heading=_("Lock-in, 0 to 100"), width=12, centred=True),
        Column(heading=_("At best"), width=10, centred=True),
        Column(heading=_("At worst"), width=10, centred=True),
        Column(heading=_("Known"), width=10, format="0%", centred=True),
        *(
            Column(heading=_heading(one, 100 * weights[one] / whole), width=13, centred=True)
            for one in LockInFactor
        ),
        Column(heading=_("Not known"), width=70),
    ]
    sheet = book.create_sheet(pgettext("sheet", "Lock-in"))
    fill(sheet, columns, _rows(report, known), printed=len(columns) - 1, seen=len(columns))


def _heading(one: LockInFactor, points: float) -> str:
    name = factor(one)
    values = {"factor": f"{name[:1].upper()}{name[1:]}", "points": round(points)}
    return _("%(factor)s, of %(points)d") % values


def _rows(report: Report, indices: Sequence[LockIn]) -> Iterator[list[Value]]:
    for one in sorted(indices, key=lambda each: (-each.assumed, -each.high, each.asset)):
        yield _row(report, one)


def _row(report: Report, one: LockIn) -> list[Value]:
    landscape, asset = report.landscape, report.landscape.assets[one.asset]
    readings = report.figures.lock_in.factors(one.asset)
    points = {reading.factor: reading.points for reading in readings}
    missing = dict.fromkeys(fact for reading in readings for fact in reading.missing)
    providers = [link.target for link in landscape.needs[asset.id] if link.role is Role.PROVIDED_BY]
    return [
        nouns.name(landscape, asset.id),
        enums.kind(asset.kind),
        nouns.in_a_cell(landscape, dict.fromkeys(providers), most=4),
        round(one.assumed),
        round(one.low),
        round(one.high),
        one.coverage,
        *(round(points.get(each, 0.0), 1) for each in LockInFactor),
        ", ".join(facts.in_sentence(fact) for fact in missing),
    ]
