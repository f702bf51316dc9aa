"""The threats of suppliers (EBIOS RM): reliability across, exposure up, the zones behind.

    figure(report.landscape, report.figures.threats) -> matplotlib.figure.Figure

The threat level is exposure over reliability, so that a zone lies between two lines through the
corner. A supplier stands where it is at worst; as far as factors are missing, a faint box holds
all places where it could be.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle
from matplotlib.patheffects import withStroke

from smala_lockin.analysis.figures.ecosystem import Threat, Zone
from smala_lockin.charts import labels
from smala_lockin.charts.look import Look
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _
from smala_lockin.words import degrees, nouns

EDGE = 16
"""The highest exposure and reliability: four times four."""

_END = EDGE + 1.2
_SMALL, _USUAL = 8.5, 9.5
_MARKERS = {Zone.OUTSIDE: "o", Zone.WATCH: "s", Zone.CONTROL: "^", Zone.DANGER: "D"}
"""The zones differ in shape too, for those who see no colours and for print."""


def figure(
    landscape: Landscape, threats: Sequence[Threat], look: Look | None = None, *, named: int = 40
) -> Figure:
    """Return the chart; of more suppliers than are `named` only the worst have names."""
    look = look or Look()
    drawn = Figure(figsize=(7.2, 5.2), layout="constrained", facecolor=look.ground)
    axes = drawn.add_subplot()
    _frame(axes, look)
    _zones(axes, landscape.settings.thresholds.ecosystem, look)
    for one in threats:
        _possible(axes, one, look)
    for place, found in _by_place(threats).items():
        zone = found[0].zones[1]
        axes.plot(
            *place,
            marker=_MARKERS[zone],
            markersize=8,
            color=look.zones[zone],
            markeredgecolor=look.text,
            markeredgewidth=0.6,
            linestyle="none",
            gid=found[0].supplier,
            picker=7,
        )
    _names(axes, landscape, threats[:named], look)
    return drawn


def _frame(axes: Axes, look: Look) -> None:
    axes.set_facecolor(look.ground)
    axes.set_xlim(0, _END)
    axes.set_ylim(0, _END)
    axes.set_xticks(range(0, EDGE + 1, 4))
    axes.set_yticks(range(0, EDGE + 1, 4))
    axes.tick_params(colors=look.faint_text, labelsize=_SMALL)
    axes.grid(color=look.edge, linewidth=0.6)
    axes.set_axisbelow(True)
    for side, spine in axes.spines.items():
        spine.set_visible(side in ("left", "bottom"))
        spine.set_color(look.faint_text)
    axes.set_xlabel(_("Reliability (maturity × trust)"), color=look.text, fontsize=_USUAL)
    axes.set_ylabel(_("Exposure (dependency × access)"), color=look.text, fontsize=_USUAL)


def _zones(axes: Axes, steps: Iterable[float], look: Look) -> None:
    """Shade what lies between the lines where zones begin, and name each at its outer edge."""
    bounds = (0.0, *steps, float("inf"))
    for zone, (low, high) in zip(Zone, pairwise(bounds), strict=True):
        start, end = _at_edge(low), _at_edge(high)
        corner = [(_END, _END)] if low < 1 < high else []
        shape = Polygon(
            [(0, 0), start, *corner, end],
            facecolor=look.zones[zone],
            alpha=0.05 if zone is Zone.OUTSIDE else 0.14,
            linewidth=0,
        )
        axes.add_patch(shape)
        if low:
            axes.plot([0, start[0]], [0, start[1]], color=look.zones[zone], linewidth=1.2)
        _zone_name(axes, zone, low, look)


def _at_edge(level: float) -> tuple[float, float]:
    """Return where the line of a threat level leaves the chart."""
    if level == float("inf"):
        return 0, _END
    return (_END / level, _END) if level > 1 else (_END, _END * level)


def _zone_name(axes: Axes, zone: Zone, low: float, look: Look) -> None:
    """Write the name of a zone just above the line where it begins."""
    x, y = _at_edge(low)
    place = (x - 0.15, y + 0.15) if y < _END else (x - 0.15, _END - 0.15)
    axes.text(
        *place,
        degrees.zone(zone),
        color=look.faint_text,
        fontsize=_SMALL,
        fontstyle="italic",
        ha="right",
        va="bottom" if y < _END else "top",
    )


def _possible(axes: Axes, one: Threat, look: Look) -> None:
    (low_x, high_x), (low_y, high_y) = one.reliability, one.exposure
    if one.is_known:
        return
    box = Rectangle(
        (low_x - 0.12, low_y - 0.12),
        high_x - low_x + 0.24,
        high_y - low_y + 0.24,
        fill=False,
        edgecolor=look.zones[one.zones[1]],
        linestyle=(0, (3, 2)),
        linewidth=1,
    )
    axes.add_patch(box)


def _by_place(threats: Iterable[Threat]) -> Mapping[tuple[float, float], list[Threat]]:
    """Return which suppliers stand where: at their lowest reliability and highest exposure."""
    found: dict[tuple[float, float], list[Threat]] = {}
    for one in threats:
        found.setdefault((one.reliability[0], one.exposure[1]), []).append(one)
    return found


def _names(axes: Axes, landscape: Landscape, threats: Sequence[Threat], look: Look) -> None:
    """Write the names beside the dots, those of one dot below each other."""
    by_place = _by_place(threats)
    names = {place: _shown(landscape, found) for place, found in by_place.items()}
    apart = [place for place, found in by_place.items() if not all(one.is_known for one in found)]
    sides = labels.placed(names, edge=_END, first=apart)
    for place, name in names.items():
        across, up, horizontal, vertical = sides[place].value
        axes.annotate(
            name,
            place,
            xytext=(8 * across, 8 * up),
            textcoords="offset points",
            color=look.text,
            fontsize=_USUAL,
            ha=horizontal,
            va=vertical,
            path_effects=[withStroke(linewidth=2.5, foreground=look.ground, alpha=0.8)],
        )


def _shown(landscape: Landscape, threats: Sequence[Threat]) -> str:
    names = [nouns.name(landscape, one.supplier) for one in threats]
    rest = len(names) - nouns.NAMED
    more = [_("... and %(count)s more") % {"count": rest}] if rest > 0 else []
    return "\n".join([*names[: nouns.NAMED], *more])
