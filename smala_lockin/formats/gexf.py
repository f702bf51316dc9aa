"""GEXF, the format of Gephi: maps written with all their facts, and graphs read."""

from collections.abc import Iterator

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.diagrams import Arrow, Diagram, Node, Style
from smala_lockin.formats.graph_attributes import (
    Attributes,
    Returned,
    as_text,
    is_own,
    of_asset,
    of_company,
    of_dependency,
    type_of,
)
from smala_lockin.formats.xml_text import in_attribute, in_text
from smala_lockin.formats.xml_tree import Element

SPACE = "http://www.gexf.net/1.2draft"
_DRAWING = "http://www.gexf.net/1.2draft/viz"


def write(landscape: Landscape) -> bytes:
    """Return a landscape as GEXF 1.2; each fact is an attribute of its name."""
    nodes = [
        (one.id, of_asset(one, landscape.positions.get(one.id)))
        for one in landscape.assets.values()
    ]
    edges = [(one, of_dependency(one, landscape.groups)) for one in landscape.dependencies.values()]
    of_nodes = _columns([told for _id, told in nodes], without=("name",))
    of_edges = _columns([told for _one, told in edges], without=("id",))
    company = in_text(of_company(landscape.company))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<gexf xmlns="{SPACE}" xmlns:viz="{_DRAWING}" version="1.2">',
        "  <meta>",
        "    <creator>Smala Lock-in</creator>",
        f"    <description>{company}</description>",
        "  </meta>",
        '  <graph mode="static" defaultedgetype="directed">',
        *_declared("node", of_nodes),
        *_declared("edge", of_edges),
        "    <nodes>",
    ]
    for id, told in nodes:
        label = in_attribute(as_text(told["name"]))
        lines.append(f'      <node id="{in_attribute(id)}" label="{label}">')
        lines += _values(told, of_nodes)
        if "x" in told:  # Gephi's y grows upwards, ours downwards
            x, y = float(told["x"]), -float(told["y"])
            lines.append(f'        <viz:position x="{x!r}" y="{y!r}" z="0.0"/>')
        lines.append("      </node>")
    lines += ["    </nodes>", "    <edges>"]
    for one, told in edges:
        ends = f'source="{in_attribute(one.source)}" target="{in_attribute(one.target)}"'
        lines.append(f'      <edge id="{in_attribute(one.id)}" {ends}>')
        lines += _values(told, of_edges)
        lines.append("      </edge>")
    lines += ["    </edges>", "  </graph>", "</gexf>", ""]
    return "\n".join(lines).encode("utf-8")


def read(root: Element, file: str) -> Diagram:
    """Return the graph of a file; an exported map comes back whole."""
    graph = root.find("graph")
    if graph is None:
        return Diagram(file=file, style=Style.GEXF)
    titles = {
        (held.get("class"), one.get("id")): one.get("title") or one.get("id")
        for held in graph.all("attributes")
        for one in held.all("attribute")
    }
    nodes = [(one, _told(one, titles, "node"), inside) for one, inside in _nodes(graph, None)]
    held = graph.find("edges")
    edges = [(one, _told(one, titles, "edge")) for one in (held.all("edge") if held else ())]
    if is_own((told for _one, told, _inside in nodes), (told for _one, told in edges)):
        return _own(root, file, nodes, edges)
    return Diagram(
        file=file,
        style=Style.GEXF,
        nodes=tuple(_node(one, told, inside) for one, told, inside in nodes),
        arrows=tuple(_arrow(one, told) for one, told in edges),
        directed=graph.get("defaultedgetype") != "undirected",
    )


def _columns(told: list[Attributes], without: tuple[str, ...]) -> dict[str, str]:
    names = dict.fromkeys(key for one in told for key in one if key not in without)
    return {name: str(number) for number, name in enumerate(names)}


def _declared(domain: str, columns: dict[str, str]) -> Iterator[str]:
    yield f'    <attributes class="{domain}" mode="static">'
    for name, id in columns.items():
        title = in_attribute(name)
        yield f'      <attribute id="{id}" title="{title}" type="{type_of(name)}"/>'
    yield "    </attributes>"


def _values(told: Attributes, columns: dict[str, str]) -> Iterator[str]:
    yield "        <attvalues>"
    for name, value in told.items():
        if name in columns:
            text = in_attribute(as_text(value))
            yield f'          <attvalue for="{columns[name]}" value="{text}"/>'
    yield "        </attvalues>"


def _nodes(holder: Element, inside: str | None) -> Iterator[tuple[Element, str | None]]:
    waiting: list[tuple[Element, str | None]] = [(holder, inside)]
    while waiting:
        here, frame = waiting.pop()
        held = here.find("nodes")
        for one in held.all("node") if held else ():
            yield one, one.get("pid") or frame
            waiting.append((one, one.get("id")))


def _told(element: Element, titles: dict[tuple[str, str], str], domain: str) -> dict[str, str]:
    held = element.find("attvalues")
    told: dict[str, str] = {}
    for one in held.all("attvalue") if held else ():
        id = one.get("for") or one.get("id")
        told[titles.get((domain, id), id)] = one.get("value")
    return told


def _own(
    root: Element,
    file: str,
    nodes: list[tuple[Element, dict[str, str], str | None]],
    edges: list[tuple[Element, dict[str, str]]],
) -> Diagram:
    returned = Returned()
    company = root.find("meta", "description")
    if company is not None and company.text.startswith("{"):
        returned.take_company(company.text)
    for one, told, _inside in nodes:
        returned.take_asset(one.get("id"), {**told, "name": one.get("label")}, one.line)
    for one, told in edges:
        attributes = {**told, "id": one.get("id")}
        returned.take_dependency(one.get("source"), one.get("target"), attributes, one.line)
    own = returned.landscape()
    return Diagram(file=file, style=Style.GEXF, own=own, flaws=tuple(returned.flaws))


def _node(element: Element, told: dict[str, str], inside: str | None) -> Node:
    shape = element.find("shape")
    return Node(
        id=element.get("id"),
        name=" ".join(element.get("label").split()) or element.get("id"),
        row=element.line,
        sort=shape.get("value") if shape else "",
        inside=inside,
        facts={key: value.strip() for key, value in told.items() if value.strip()},
    )


def _arrow(element: Element, told: dict[str, str]) -> Arrow:
    return Arrow(
        source=element.get("source"),
        target=element.get("target"),
        row=element.line,
        sort=" ".join((element.get("label") or element.get("kind")).split()),
        facts={key: value.strip() for key, value in told.items() if value.strip()},
    )
