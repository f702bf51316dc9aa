"""Graphviz's DOT: maps written with all their facts, and directed graphs read."""

import re

from smala_lockin.domain.kinds import AssetKind, Need
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.diagrams import Arrow, Diagram, Node, Style
from smala_lockin.formats.dot_reader import Graph
from smala_lockin.formats.graph_attributes import (
    Attributes,
    Returned,
    as_text,
    is_own,
    of_asset,
    of_company,
    of_dependency,
)

_SHAPES = {
    AssetKind.PROCESS: "box3d",
    AssetKind.APPLICATION: "box",
    AssetKind.CLOUD_SERVICE: "box",
    AssetKind.AI_SERVICE: "diamond",
    AssetKind.DATA: "cylinder",
    AssetKind.INFRASTRUCTURE: "component",
    AssetKind.PEOPLE: "oval",
    AssetKind.LOCATION: "house",
    AssetKind.SUPPLIER: "folder",
}
_LINES = {Need.VITAL: "solid", Need.DEGRADING: "dashed", Need.CONVENIENCE: "dotted"}
_TAG = re.compile(r"<[^<>]*>")
_SAYING = frozenset({"kind", "type", "category", "owner", "supplier"})
_LOOKS = frozenset({"fontname", "label", "shape", "style"})


def write(landscape: Landscape) -> bytes:
    """Return a landscape as DOT; each fact is an attribute of its name, the shape says the kind."""
    lines = [
        "digraph map {",
        '  rankdir="TB"; node [fontname="Helvetica"];',
        f"  company={_quoted(of_company(landscape.company))};",
    ]
    for asset in landscape.assets.values():
        told = of_asset(asset, landscape.positions.get(asset.id))
        label = told.pop("name")
        drawn: Attributes = {"label": label, "shape": _SHAPES[asset.kind]}
        lines.append(f"  {_quoted(asset.id)} [{_pairs(drawn | told)}];")
    for one in landscape.dependencies.values():
        drawn = {"style": _LINES[one.need]}
        told = drawn | of_dependency(one, landscape.groups)
        lines.append(f"  {_quoted(one.source)} -> {_quoted(one.target)} [{_pairs(told)}];")
    return "\n".join([*lines, "}", ""]).encode("utf-8")


def read(text: str, file: str) -> Diagram:
    """Return the graph of a text; an exported map comes back whole. Raises `Unreadable`."""
    graph = Graph(text, file)
    nodes = [(id, row, told) for id, (row, told) in graph.nodes.items()]
    if is_own((told for _id, _row, told in nodes), (told for *_ends, told in graph.edges)):
        return _own(graph, file)
    return Diagram(
        file=file,
        style=Style.DOT,
        nodes=tuple(_node(id, row, told) for id, row, told in nodes),
        arrows=tuple(
            Arrow(source=source, target=target, row=row, sort=told.get("label", ""))
            for source, target, row, told in graph.edges
        ),
        directed=graph.directed,
    )


def _quoted(text: str) -> str:
    plain = text.replace("\0", "\ufffd").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\r", "\\r").replace("\n", "\\n") + '"'


def _pairs(told: Attributes) -> str:
    return ", ".join(f"{name}={_quoted(as_text(value))}" for name, value in told.items())


def _own(graph: Graph, file: str) -> Diagram:
    returned = Returned()
    if company := graph.told.get("company"):
        returned.take_company(company)
    for id, (row, told) in graph.nodes.items():
        name = told.get("label", id)
        facts = {key: value for key, value in told.items() if key not in _LOOKS}
        returned.take_asset(id, {**facts, "name": name}, row)
    for source, target, row, told in graph.edges:
        facts = {key: value for key, value in told.items() if key not in _LOOKS}
        returned.take_dependency(source, target, facts, row)
    own = returned.landscape()
    return Diagram(file=file, style=Style.DOT, own=own, flaws=tuple(returned.flaws))


def _node(id: str, row: int, told: dict[str, str]) -> Node:
    label = told.get("label", "")
    if label.startswith("<") and label.endswith(">"):  # as HTML
        label = _TAG.sub(" ", label[1:-1])
    name = id if label in ("", "\\N") else label
    facts = {key: value for key, value in told.items() if key in _SAYING}
    sort = told.get("shape", "")
    return Node(id=id, name=" ".join(name.split()) or id, row=row, sort=sort, facts=facts)
