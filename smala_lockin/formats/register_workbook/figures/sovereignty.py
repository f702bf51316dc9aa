"""The sheet "Sovereignty": the level of activities and services for each objective."""

from collections.abc import Iterator
from functools import partial

from openpyxl import Workbook

from smala_lockin.analysis.figures.sovereignty_levels import (
    HIGHEST,
    Objective,
    ProcessSovereignty,
    Span,
)
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.i18n import _, pgettext
from smala_lockin.knowledge.frameworks import weights
from smala_lockin.knowledge.sovereignty_rows import WeightSet
from smala_lockin.words import enums, nouns
from smala_lockin.words.parts import part

_UNCUT = 3
"""The level of supply chain where no country outside the EEA cuts a service off."""


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet to a workbook whose map has a service of which anything is known."""
    rows = [*_of_processes(report), *_of_services(report)]
    if not rows:
        return
    share = _("Share of full marks, %(end)s")
    columns = [
        Column(heading=_("Activity, or your use of"), width=34),
        Column(heading=_("Kind"), width=15),
        Column(heading=_("Services it vitally needs"), width=14, centred=True),
        *(Column(heading=part(one), width=_width(part(one)), centred=True) for one in Objective),
        *(
            Column(heading=share % {"end": end}, width=13, format="0%", centred=True)
            for end in (_("at least"), _("at most"))
        ),
        Column(heading=_("Weakest"), width=44),
    ]
    sheet = book.create_sheet(pgettext("sheet", "Sovereignty"))
    fill(sheet, columns, rows)


def _width(heading: str) -> float:
    """Return how wide a column must be for the longest word of its heading, in bold."""
    return max(12, 2 + 1.15 * max(map(len, heading.split())))


def _of_processes(report: Report) -> Iterator[list[Value]]:
    landscape, levels = report.landscape, report.figures.sovereignty
    if report.stand_ins:  # the services themselves: told below
        return
    for one in levels.processes:
        if one.services:
            spans = [next(iter(spread.counts)) for spread in one.objectives]
            yield [
                nouns.name(landscape, one.process),
                enums.kind(landscape.assets[one.process].kind),
                one.services,
                *map(_span, spans),
                None,
                None,
                _weakest_of(report, one),
            ]


def _weakest_of(report: Report, one: ProcessSovereignty) -> str:
    """Return the objective in which an activity is weakest, and the way that decides."""
    if one.weakest is None:
        return ""
    spread = next(each for each in one.objectives if each.objective is one.weakest)
    way = report.figures.sovereignty.path(one.process, spread.weakest or one.process)
    steps = " → ".join(nouns.name(report.landscape, step) for step in way[1:] or way)
    return _("%(objective)s: %(way)s") % {"objective": one.weakest.value, "way": steps}


def _of_services(report: Report) -> Iterator[list[Value]]:
    landscape, levels = report.landscape, report.figures.sovereignty
    weighed = weights(WeightSet(landscape.settings.sovereignty.value))
    shares = {one: levels.share(one, weighed) for one in levels.levels}

    def order(one: AssetId) -> tuple[float, float, AssetId]:
        low, high = shares[one]
        return high, low, one

    for service in sorted(filter(partial(_is_told, report), shares), key=order):
        found = {one.objective: (one.low, one.high) for one in levels.readings(service)}
        weakest = levels.weakest(service)
        yield [
            nouns.name(landscape, service),
            enums.kind(landscape.assets[service].kind),
            None,
            *(_span(found[one]) for one in Objective),
            *shares[service],
            part(weakest) if weakest else "",
        ]


def _is_told(report: Report, service: AssetId) -> bool:
    """Whether any level is held down or settled; that no country cuts it off alone says little."""
    return any(
        one.high < (_UNCUT if one.objective is Objective.SUPPLY_CHAIN else HIGHEST)
        or (one.low == one.high and one.objective is not Objective.SUPPLY_CHAIN)
        for one in report.figures.sovereignty.readings(service)
    )


def _span(span: Span) -> Value:
    low, high = span
    if (low, high) == (0, HIGHEST):
        return _("unknown")
    return low if low == high else _("%(low)d to %(high)d") % {"low": low, "high": high}
