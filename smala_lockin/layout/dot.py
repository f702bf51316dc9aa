"""The order of cards by Graphviz `dot`, which finds fewer crossings than our own sweeps.

Graphviz runs inside the process, cannot be interrupted and takes minutes on some maps; so it runs
in a child process that is ended when its time is up.
"""

import contextlib
from typing import TYPE_CHECKING

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout import layered
from smala_lockin.layout.coordinates import placed
from smala_lockin.layout.layers import Layers, layers, unconnected

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

LIMIT_S = 3.0

Arrows = list[tuple[int, int]]


def positions(landscape: Landscape, *, limit_s: float = LIMIT_S) -> dict[AssetId, Position]:
    """Return where every card stands; as `layered.positions` where Graphviz does not answer.

    Layers and distances are those of `layered`, only the order within a layer is Graphviz's.
    Takes up to `limit_s` and what a child process costs: not for the window's thread.
    """
    rows = layers(landscape)
    numbers = {key: number for number, key in enumerate(key for row in rows for key in row)}
    keys = list(numbers)
    arrows = [(numbers[d.source], numbers[d.target]) for d in landscape.dependencies.values()]
    order = _order_by_child([[numbers[key] for key in row] for row in rows], arrows, limit_s)
    if order is None:
        return layered.positions(landscape)
    sorted_rows: Layers = [[keys[number] for number in row] for row in order]
    return placed(landscape, sorted_rows, unconnected(landscape))


def _order_by_child(
    rows: list[list[int]], arrows: Arrows, limit_s: float
) -> list[list[int]] | None:
    """Return the rows in Graphviz's order, or None where the child dies or is too slow."""
    import multiprocessing  # takes a while, and a window can do without until then

    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    child = spawn.Process(target=_answer, args=(theirs, rows, arrows), daemon=True)
    child.start()
    theirs.close()
    try:
        with contextlib.suppress(EOFError):
            if ours.poll(limit_s):
                answer: list[list[int]] = ours.recv()
                return answer
        return None
    finally:
        child.kill()
        child.join()
        child.close()
        ours.close()


def _answer(pipe: "Connection", rows: list[list[int]], arrows: Arrows) -> None:
    pipe.send(order(rows, arrows))


def order(rows: list[list[int]], arrows: Arrows) -> list[list[int]]:
    """Return the numbers of each row in the order in which `dot` draws them."""
    import pygraphviz

    graph = pygraphviz.AGraph(directed=True, strict=True, nodesep="0.2", ranksep="0.5")
    graph.node_attr.update(shape="box", label="", width="1", height="0.3", fixedsize="true")
    level = {number: depth for depth, row in enumerate(rows) for number in row}
    for depth, row in enumerate(rows):
        graph.add_node(f"level{depth}")
        graph.add_subgraph([f"level{depth}", *map(str, row)], rank="same")
    for depth in range(len(rows) - 1):
        graph.add_edge(f"level{depth}", f"level{depth + 1}", style="invis", weight="100")
    for source, target in arrows:
        upper, lower = sorted((source, target), key=level.__getitem__)
        if level[upper] < level[lower]:
            graph.add_edge(str(upper), str(lower))
    # Bounds on the network simplex and on the crossing sweeps: without them minutes, not seconds.
    graph.layout(prog="dot", args="-Gnslimit=1 -Gnslimit1=1 -Gmclimit=0.3 -Gsplines=false")
    return [sorted(row, key=lambda number: _x(graph, number)) for row in rows]


def _x(graph: object, number: int) -> float:
    position: str = graph.get_node(str(number)).attr["pos"]  # type: ignore[attr-defined]
    return float(position.partition(",")[0])
