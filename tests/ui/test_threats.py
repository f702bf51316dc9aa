"""The threats of suppliers on screen: chart and table say the same, and lead to cards."""

from datetime import date

import pytest
from matplotlib.backend_bases import MouseButton, MouseEvent

from smala_lockin.analysis.report import build_report
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.ui.dialogs.threats import ThreatsDialog
from smala_lockin.ui.main_window import MainWindow
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow

_RATED = {"dependency": 3, "penetration": 4, "maturity": 1, "trust": 3}
_HALF = {"dependency": 1, "penetration": 1, "trust": 4}


@pytest.fixture
def window(window_on: MakeWindow) -> MainWindow:
    suppliers = [
        asset("acme", "supplier", ecosystem=_RATED),
        asset("half", "supplier", ecosystem=_HALF),
        asset("bare", "supplier"),
    ]
    window = window_on(landscape_of("shop -> erp", "erp => acme", assets=suppliers))
    _report(window)
    return window


def _report(window: MainWindow) -> None:
    report = build_report(window.document.landscape, today=date(2026, 11, 22))
    window.analyst.report = report
    window.analyst.report_ready.emit(report)


def _opened(window: MainWindow) -> ThreatsDialog:
    window.actions_by_id["threats"].trigger()
    (dialog,) = (one for one in window.findChildren(ThreatsDialog) if one.isVisible())
    return dialog


def _texts(dialog: ThreatsDialog) -> list[list[str]]:
    table = dialog.table
    return [
        [table.model().index(row, column).data() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def _dots(dialog: ThreatsDialog) -> set[str]:
    assert dialog.canvas is not None
    return {str(one.get_gid()) for one in dialog.canvas.figure.axes[0].lines if one.get_gid()}


def test_rated_suppliers_stand_in_the_table_and_in_the_chart(window: MainWindow) -> None:
    dialog = _opened(window)
    assert _texts(dialog) == [
        ["Acme", "12", "3", "4", "danger"],
        ["Half", "1", "4–16", "0.06–0.25", "outside the zones – watch"],
    ]
    assert _dots(dialog) == {"acme", "half"}
    assert not dialog.nothing.isVisible()


def test_a_row_leads_to_the_card(window: MainWindow) -> None:
    dialog = _opened(window)
    dialog.table.selectRow(1)
    assert window.selection.assets == {AssetId("half")}


def test_a_dot_leads_to_the_card(window: MainWindow) -> None:
    dialog = _opened(window)
    assert dialog.canvas is not None
    x, y = dialog.canvas.figure.axes[0].transData.transform((3, 12))
    click = MouseEvent("button_press_event", dialog.canvas, x, y, MouseButton.LEFT)
    dialog.canvas.callbacks.process(click.name, click)
    assert window.selection.assets == {AssetId("acme")}
    assert [one.row() for one in dialog.table.selectionModel().selectedRows()] == [0]


def test_it_follows_the_map(window: MainWindow) -> None:
    dialog = _opened(window)
    rated = [AssetId("acme"), AssetId("half")]
    window.document.edit("unrate", lambda one: edits.put_fact(one, rated, "ecosystem", None))
    _report(window)
    assert dialog.table.rowCount() == 0
    assert dialog.nothing.isVisible()
    assert not dialog.sides.isVisible()
