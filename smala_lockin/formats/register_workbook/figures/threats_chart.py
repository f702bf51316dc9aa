"""The chart of the sheet "Threats": reliability across, exposure up, the zones as lines.

threats_chart.add_to(sheet, threats, names, steps=(0.2, 0.9, 2.5), across=7, up=6, beside=12)
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.chart import Reference, ScatterChart
from openpyxl.chart.axis import ChartLines, NumericAxis
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter

from smala_lockin.analysis.figures.ecosystem import Threat, Zone
from smala_lockin.i18n import _
from smala_lockin.words import degrees

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_NAMED = 40
"""How many dots have their names beside them; with more nobody could read any."""

_EDGE = 16
"""The highest exposure and reliability: four times four."""

_COLUMNS, _ROWS = 15, 32
_COLUMN, _ROW = 1.7, 0.53
"""How many columns and rows the chart covers, of what width and height in centimetres."""

_GRID = "E1E6EB"
_ZONES = (Zone.WATCH, Zone.CONTROL, Zone.DANGER)
_COLOURS = {
    Zone.OUTSIDE: "8D99A6",
    Zone.WATCH: "0072B2",
    Zone.CONTROL: "E69F00",
    Zone.DANGER: "D55E00",
}


def add_to(
    sheet: "Worksheet",
    threats: Sequence[Threat],
    names: Sequence[str],
    *,
    steps: Sequence[float],
    across: int,
    up: int,
    beside: int,
) -> None:
    """Put a chart beside the table whose rows are these threats, its top in the first row.

    `across` and `up` are the columns that a dot's place is read from, `steps` the threat levels
    where the zones begin.
    """
    chart = ScatterChart()
    chart.style = 2
    chart.title = _("Threat of suppliers (EBIOS RM)")
    chart.x_axis.title = _("Reliability (maturity × trust)")
    chart.y_axis.title = _("Exposure (dependency × access)")
    for axis in (chart.x_axis, chart.y_axis):
        axis.scaling.min, axis.scaling.max = 0, _EDGE + 1
        axis.delete = False
        axis.number_format = "0"
        if isinstance(axis, NumericAxis):
            axis.majorUnit = 4
        axis.majorGridlines = ChartLines(spPr=_stroke(_GRID, 6_350))
    for number, (zone, step) in enumerate(zip(_ZONES, steps, strict=True)):
        chart.series.append(_line(sheet, beside + 2 * number, zone, step))
    for row, (one, name, side) in enumerate(
        zip(threats, names, _sides(threats), strict=True), start=2
    ):
        x, y = (Reference(sheet, min_col=column, min_row=row) for column in (across, up))
        chart.series.append(_dot(x, y, name, side, _COLOURS[one.zones[1]]))
    chart.legend = None
    chart.visible_cells_only = False
    chart.width = _COLUMNS * _COLUMN  # type: ignore[assignment] # the library takes centimetres
    chart.height = _ROWS * _ROW
    sheet.add_chart(chart, f"{get_column_letter(beside + 2 * len(_ZONES))}1")


def print_apart(sheet: "Worksheet", *, beside: int) -> None:
    """Print the chart on a page of its own: beside the table both would be too small to read."""
    first, last = (beside + 2 * len(_ZONES) + more for more in (0, _COLUMNS - 1))
    chart = f"{get_column_letter(first)}1:{get_column_letter(last)}{_ROWS}"
    sheet.print_area = f"A1:{_end_of_table(sheet)},{chart}"


def _end_of_table(sheet: "Worksheet") -> str:
    return str(sheet.auto_filter.ref).partition(":")[2]


def _line(sheet: "Worksheet", column: int, zone: Zone, step: float) -> Series:
    """Return the line on which the threat level is just where a zone begins.

    Its two ends stand in two hidden columns, for not every program reads them from the chart.
    """
    end = (_EDGE / step, _EDGE) if step > 1 else (_EDGE, _EDGE * step)
    for number, value in enumerate(end):
        sheet.cell(row=1, column=column + number).value = 0
        sheet.cell(row=2, column=column + number).value = value
        sheet.column_dimensions[get_column_letter(column + number)].hidden = True
    x, y = (Reference(sheet, min_col=column + number, min_row=1, max_row=2) for number in range(2))
    title = _("from here on: %(zone)s") % {"zone": degrees.zone(zone)}
    line = _series(x, y, title)
    line.marker = Marker(symbol="none")
    line.graphicalProperties = _stroke(_COLOURS[zone], 19_050)
    line.dLbls = DataLabelList(dLbl=[DataLabel(idx=1, dLblPos="l", **_NAME_ONLY)], **_NOTHING)
    return line


def _series(x: Reference, y: Reference, title: str) -> Series:
    return Series(
        xVal=AxDataSource(numRef=NumRef(f=str(x))),
        yVal=NumDataSource(numRef=NumRef(f=str(y))),
        tx=SeriesLabel(v=title),
    )


def _stroke(colour: str, width: int) -> GraphicalProperties:
    return GraphicalProperties(ln=LineProperties(solidFill=colour, w=width))


def _sides(threats: Sequence[Threat]) -> list[str]:
    """Return on which side of its dot each name stands; "" where there is no room for it."""
    found: list[str] = []
    met: Counter[tuple[float, float]] = Counter()
    for number, one in enumerate(threats):
        place = one.reliability[0], one.exposure[1]
        free = number < MOST_NAMED and met[place] < len(_SIDES)
        found.append(_SIDES[met[place]] if free else "")
        met[place] += 1
    return found


_SIDES = ("r", "l", "t", "b")
_NOTHING = dict.fromkeys(
    ("showSerName", "showVal", "showLegendKey", "showCatName", "showPercent"), False
)
_NAME_ONLY = {**_NOTHING, "showSerName": True}


def _dot(x: Reference, y: Reference, name: str, side: str, colour: str) -> Series:
    dot = _series(x, y, name)
    dot.marker = Marker(symbol="circle", size=9)
    dot.marker.graphicalProperties = GraphicalProperties(solidFill=colour)
    dot.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    if side:
        dot.dLbls = DataLabelList(dLblPos=side, **_NAME_ONLY)
    return dot
