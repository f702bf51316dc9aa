"""The chart of the threats: every rated supplier where it is at worst, among the zones."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle

from smala_lockin import i18n
from smala_lockin.analysis.report import build_report
from smala_lockin.charts.look import Look
from smala_lockin.charts.threats import figure
from smala_lockin.domain.landscape import Landscape
from tests.builders import asset, landscape_of


def _rated(*factors: tuple[int | None, ...], steps: tuple[float, ...] = ()) -> Landscape:
    names = ("dependency", "penetration", "maturity", "trust")
    landscape = landscape_of(
        assets=[
            asset(
                f"s{number}",
                "supplier",
                ecosystem={name: value for name, value in zip(names, given, strict=True) if value},
            )
            for number, given in enumerate(factors)
        ]
    )
    if not steps:
        return landscape
    return replace(landscape, sections={"settings": {"thresholds": {"ecosystem": list(steps)}}})


def _drawn(landscape: Landscape, look: Look | None = None) -> Figure:
    report = build_report(landscape, today=date(2026, 11, 22))
    return figure(landscape, report.figures.threats, look)


def _dots(drawn: Figure) -> dict[str, tuple[float, float]]:
    (axes,) = drawn.axes
    dots = (one for one in axes.lines if one.get_gid())
    return {str(one.get_gid()): _points(one)[0] for one in dots}


def _points(line: Line2D) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in np.asarray(line.get_xydata())]


def test_a_supplier_stands_at_its_reliability_and_exposure() -> None:
    assert _dots(_drawn(_rated((3, 4, 1, 3), (2, 2, 4, 4)))) == {"s0": (3, 12), "s1": (16, 4)}


def test_what_is_not_rated_counts_as_worst_and_a_box_says_what_it_could_be() -> None:
    drawn = _drawn(_rated((3, 3, None, 3)))
    assert _dots(drawn) == {"s0": (3, 9)}
    (box,) = (one for one in drawn.axes[0].patches if isinstance(one, Rectangle))
    assert (round(box.get_x()), round(box.get_x() + box.get_width())) == (3, 12)
    assert (round(box.get_y()), round(box.get_y() + box.get_height())) == (9, 9)


def test_suppliers_at_one_place_share_a_dot_and_are_all_named() -> None:
    drawn = _drawn(_rated((2, 2, 2, 2), (4, 1, 1, 4)))
    assert len(_dots(drawn)) == 1
    assert "S0\nS1" in [one.get_text() for one in drawn.axes[0].texts]


@pytest.mark.parametrize("steps", [(0.2, 0.9, 2.5), (1.0, 2.0, 5.0), (0.1, 0.2, 0.3)])
def test_the_zones_are_those_of_the_settings(steps: tuple[float, ...]) -> None:
    axes = _drawn(_rated((2, 2, 2, 2), steps=steps)).axes[0]
    ends = [_points(one)[1] for one in axes.lines if not one.get_gid()]
    assert [y / x for x, y in ends] == pytest.approx(steps)
    zones = [one for one in axes.patches if isinstance(one, Polygon)]
    for exposure, reliability in ((12, 3), (3, 12), (9, 4), (1, 16)):
        inside = [one.get_path().contains_point((reliability, exposure)) for one in zones]
        level = exposure / reliability
        if level not in steps:
            assert inside.index(True) == sum(level >= one for one in steps)
            assert sum(inside) == 1


def test_it_speaks_the_language_in_force_and_wears_the_colours_given() -> None:
    with i18n.language("fr"):
        drawn = _drawn(_rated((2, 2, 2, 2)), Look(ground="#000000"))
    assert drawn.axes[0].get_xlabel() == "Fiabilité (maturité × confiance)"
    assert drawn.get_facecolor() == (0, 0, 0, 1)
