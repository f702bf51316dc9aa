"""What another lens costs on a large map: finding the shades, and a frame painted in them.

Wanted: a lens chosen on 2,000 assets is on screen within two frames as long as one of the plain
map. Printed, not asserted: a busy machine is no failure.
"""

from collections.abc import Callable
from functools import partial
from time import process_time

import pytest
from pytestqt.qtbot import QtBot

from smala_lockin.app.shades import Lens
from smala_lockin.ui.theme import LIGHT
from tests.benchmarks.test_editing import window_on

COUNT, RUNS, WANTED = 2_000, 5, 2.0


def shortest(work: Callable[[], object]) -> float:
    """Return the shortest time of the processor, which neighbours do not lengthen."""
    times = []
    for _run in range(RUNS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def test_a_lens_is_soon_on_screen(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    window = window_on(COUNT, qtbot)
    bar, viewport = window.board.lens_bar, window.board.view.viewport()

    def see(lens: Lens) -> None:
        bar.choose(lens)
        viewport.grab()

    def paint_anew() -> None:
        window.board.scene.show_theme(LIGHT)  # as after any edit: nothing is kept
        viewport.grab()

    plain = shortest(paint_anew)
    ratios = {lens: shortest(partial(see, lens)) / plain for lens in Lens}
    with capsys.disabled():
        said = ", ".join(f"{lens.value} {ratio:.1f}" for lens, ratio in ratios.items())
        print(f"\na lens on {COUNT} assets in frames of the plain map: {said} (wanted: {WANTED})")
    window.retire()
