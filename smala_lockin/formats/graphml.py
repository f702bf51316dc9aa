"""GraphML: maps written with all their facts, and diagrams of any tool read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

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

SPACE = "http://graphml.graphdrawing.org/xmlns"
_LABELS = ("label", "name", "title", "libelle", "nom", "bezeichnung", "naam")


def write(landscape: Landscape) -> bytes:
    """Return a landscape as GraphML; each fact is an attribute of its name."""
    nodes = [
        (one.id, _labelled(of_asset(one, landscape.positions.get(one.id))))
        for one in landscape.assets.values()
    ]
    edges = [(one, of_dependency(one, landscape.groups)) for one in landscape.dependencies.values()]
    keys = {
        ("node", name): f"n{number}"
        for number, name in enumerate(dict.fromkeys(key for _id, told in nodes for key in told))
    }
    keys |= {
        ("edge", name): f"e{number}"
        for number, name in enumerate(dict.fromkeys(key for _one, told in edges for key in told))
    }
    keys["graph", "company"] = "g0"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{SPACE}">']
    for (domain, name), key in keys.items():
        lines.append(
            f'  <key id="{key}" for="{domain}" attr.name="{in_attribute(name)}" '
            f'attr.type="{type_of(name)}"/>'
        )
    lines.append('  <graph id="map" edgedefault="directed">')
    company = in_text(of_company(landscape.company))
    lines.append(f'    <data key="{keys["graph", "company"]}">{company}</data>')
    for id, told in nodes:
        lines.append(f'    <node id="{in_attribute(id)}">')
        lines += _data(told, keys, "node")
        lines.append("    </node>")
    for one, told in edges:
        source, target = in_attribute(one.source), in_attribute(one.target)
        lines.append(f'    <edge source="{source}" target="{target}">')
        lines += _data(told, keys, "edge")
        lines.append("    </edge>")
    lines += ["  </graph>", "</graphml>", ""]
    return "\n".join(lines).encode("utf-8")


def read(root: Element, file: str) -> Diagram:
    """Return the diagram of a file; an exported map comes back whole."""
    parts = _Parts(
        {one.get("id"): one.get("attr.name") or one.get("id") for one in root.all("key")},
        {one.get("id"): (one.get("for"), one.say("default")) for one in root.all("key")},
    )
    for graph in root.all("graph"):
        parts.take(graph, None)
    nodes = [(element, parts.told(element)) for element, _inside in parts.nodes]
    edges = [(element, parts.told(element)) for element in parts.edges]
    if is_own((told for _one, told in nodes), (told for _one, told in edges)):
        return _own(file, nodes, edges, parts.company)
    return Diagram(
        file=file,
        style=Style.GRAPHML,
        nodes=tuple(
            _node(element, told, inside)
            for (element, told), (_element, inside) in zip(nodes, parts.nodes, strict=True)
        ),
        arrows=tuple(_arrow(element, told) for element, told in edges),
        directed=parts.directed,
    )


def _labelled(told: Attributes) -> Attributes:
    """Call a name a label, as other programs look for it."""
    return {"label" if name == "name" else name: value for name, value in told.items()}


def _data(told: Attributes, keys: Mapping[tuple[str, str], str], domain: str) -> Iterator[str]:
    for name, value in told.items():
        yield f'      <data key="{keys[domain, name]}">{in_text(as_text(value))}</data>'


@dataclass(slots=True)
class _Parts:
    """The nodes and edges of a graph and of those nested in it."""

    names: Mapping[str, str]
    defaults: Mapping[str, tuple[str, str]]
    nodes: list[tuple[Element, str | None]] = field(default_factory=list)
    edges: list[Element] = field(default_factory=list)
    directed: bool = True
    company: str = ""

    def take(self, graph: Element, inside: str | None) -> None:
        if graph.get("edgedefault") == "undirected":
            self.directed = False
        for child in graph.children:
            if child.name == "node":
                self.nodes.append((child, inside))
                for nested in child.all("graph"):
                    self.take(nested, child.get("id"))
            elif child.name == "edge":
                self.edges.append(child)
            elif child.name == "data" and self.names.get(child.get("key")) == "company":
                self.company = child.text

    def told(self, element: Element) -> dict[str, str]:
        texts = {
            key: text
            for key, (domain, text) in self.defaults.items()
            if text and domain in (element.name, "all")
        }
        texts |= {one.get("key"): one.text for one in element.all("data") if not one.children}
        told = {self.names.get(key) or key: text for key, text in texts.items()}
        if "label" in told and "kind" in told:
            told["name"] = told.pop("label")
        return told


def _own(
    file: str,
    nodes: list[tuple[Element, dict[str, str]]],
    edges: list[tuple[Element, dict[str, str]]],
    company: str,
) -> Diagram:
    returned = Returned()
    if company:
        returned.take_company(company)
    for element, told in nodes:
        returned.take_asset(element.get("id"), told, element.line)
    for element, told in edges:
        told.setdefault("id", element.get("id"))
        source, target = element.get("source"), element.get("target")
        returned.take_dependency(source, target, told, element.line)
    own = returned.landscape()
    return Diagram(file=file, style=Style.GRAPHML, own=own, flaws=tuple(returned.flaws))


def _node(element: Element, told: dict[str, str], inside: str | None) -> Node:
    name = _drawn_label(element)
    for key in list(told):
        if not name and key.lower() in _LABELS:
            name = " ".join(told.pop(key).split())
    return Node(
        id=element.get("id"),
        name=name or element.get("id"),
        row=element.line,
        sort=_drawn_shape(element),
        inside=inside,
        facts={key: value.strip() for key, value in told.items() if value.strip()},
    )


def _arrow(element: Element, told: dict[str, str]) -> Arrow:
    sort = _drawn_label(element)
    for key in list(told):
        if not sort and key.lower() in (*_LABELS, "type", "relation"):
            sort = " ".join(told.pop(key).split())
    return Arrow(
        source=element.get("source"),
        target=element.get("target"),
        row=element.line,
        sort=sort,
        facts={key: value.strip() for key, value in told.items() if value.strip()},
    )


def _drawn_label(element: Element) -> str:
    """Return the label that yEd draws; it keeps drawings in elements of its own."""
    for data in element.all("data"):
        for drawn in data.children:
            for one in drawn.walk():
                if one.name in ("NodeLabel", "EdgeLabel") and one.text.strip():
                    return " ".join(one.text.split())
    return ""


def _drawn_shape(element: Element) -> str:
    for data in element.all("data"):
        for drawn in data.children:
            for one in drawn.walk():
                if one.name == "Shape":
                    return one.get("type")
                if one.name == "GenericNode":
                    return one.get("configuration").rpartition(".")[2]
    return ""
