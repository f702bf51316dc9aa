"""Graphviz's DOT: maps written with all their facts, and directed graphs read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from smala_lockin.domain.kinds import AssetKind, Need
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
)
from smala_lockin.formats.unreadable import Reason, Unreadable

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
_OPENING = re.compile(
    r"\s*(?:(?://|#)[^\n]*\s*|/\*.*?\*/\s*)*(?:strict\s+)?(di)?graph\b", re.S | re.I
)
_TOKEN = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*)"'
    r"|(?P<skip>\s+|//[^\n]*|/\*.*?\*/|^\#[^\n]*)"
    r"|(?P<arrow>->|--)"
    r"|(?P<sign>[{}\[\];,=:+])"
    r"|(?P<html><(?:[^<>]|<[^<>]*>)*>)"
    r"|(?P<word>[^\s{}\[\];,=:\"<>+-][^\s{}\[\];,=:\"<>]*|-?[0-9.]+)",
    re.S | re.M,
)
_ESCAPED = re.compile(r"\\(.)", re.S)
_TAG = re.compile(r"<[^<>]*>")
_MAX_DEPTH = 100
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


def is_dot(head: str) -> bool:
    """Whether a text opens as DOT does."""
    opening = _OPENING.match(head)
    return opening is not None and "{" in head[opening.end() :][:300]


def read(text: str, file: str) -> Diagram:
    """Return the graph of a text; an exported map comes back whole. Raises `Unreadable`."""
    graph = _Reader(text, file)
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


def _own(graph: "_Reader", file: str) -> Diagram:
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


@dataclass(slots=True)
class _Scope:
    """The usual attributes within a pair of braces, and the nodes named there."""

    node: dict[str, str] = field(default_factory=dict)
    edge: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)


class _Reader:
    """Reads statement by statement; ports and layout are left out."""

    def __init__(self, text: str, file: str) -> None:
        self.nodes: dict[str, tuple[int, dict[str, str]]] = {}
        self.edges: list[tuple[str, str, int, dict[str, str]]] = []
        self.told: dict[str, str] = {}
        opening = _OPENING.match(text)
        self.directed = opening is not None and bool(opening[1])
        self._file = file
        self._tokens = list(_tokens(text, opening.end() if opening else 0, file))
        self._here = 0
        while self._kind() == "text":
            self._here += 1
        self._expect("{")
        self._block(_Scope(), 0)

    def _block(self, scope: _Scope, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise Unreadable(self._file, Reason.TOO_MUCH_XML)
        while not self._take("}"):
            if not self._take(";") and not self._take(","):
                self._statement(scope, depth)

    def _statement(self, scope: _Scope, depth: int) -> None:
        row = self._row()
        if self._kind() == "text" and self._ahead(1) == "=":
            name = self._text()
            self._expect("=")
            value = self._text()
            if depth == 0:
                self.told[name] = value
            return
        word = self._word()
        if word in ("node", "edge", "graph") and self._ahead(1) == "[":
            self._here += 1
            usual = {"node": scope.node, "edge": scope.edge}.get(word, {})
            usual.update(self._attributes())
            return
        chain = [self._ends(scope, depth)]
        while self._take("->") or self._take("--"):
            chain.append(self._ends(scope, depth))
        told = self._attributes()
        if len(chain) == 1:
            for id in chain[0] if chain[0] and not self._was_block else ():
                self.nodes[id][1].update(told)
            return
        for sources, targets in pairwise(chain):
            for source in sources:
                for target in targets:
                    self.edges.append((source, target, row, {**scope.edge, **told}))

    def _ends(self, scope: _Scope, depth: int) -> list[str]:
        """A node, or all those of a subgraph."""
        if self._word() == "subgraph":
            self._here += 1
            if self._kind() == "text":
                self._here += 1
        if self._take("{"):
            inner = _Scope(node=dict(scope.node), edge=dict(scope.edge))
            self._block(inner, depth + 1)
            scope.named += inner.named
            self._was_block = True
            return inner.named
        self._was_block = False
        row = self._row()
        id = self._text()
        while self._take(":"):
            self._text()
        self.nodes.setdefault(id, (row, dict(scope.node)))
        scope.named.append(id)
        return [id]

    def _attributes(self) -> dict[str, str]:
        told: dict[str, str] = {}
        while self._take("["):
            while not self._take("]"):
                if self._take(",") or self._take(";"):
                    continue
                name = self._text()
                told[name] = self._text() if self._take("=") else "true"
        return told

    def _kind(self) -> str:
        return self._tokens[self._here][0] if self._here < len(self._tokens) else ""

    def _word(self) -> str:
        if self._here >= len(self._tokens):
            raise Unreadable(self._file, Reason.BROKEN_DOT)
        kind, text, _row, quoted = self._tokens[self._here]
        return text.lower() if kind == "text" and not quoted else ""

    def _row(self) -> int:
        if self._here >= len(self._tokens):
            raise Unreadable(self._file, Reason.BROKEN_DOT)
        return self._tokens[self._here][2]

    def _ahead(self, steps: int) -> str:
        place = self._here + steps
        if place >= len(self._tokens) or self._tokens[place][0] == "text":
            return ""
        return self._tokens[place][1]

    def _take(self, sign: str) -> bool:
        if self._here >= len(self._tokens):
            raise Unreadable(self._file, Reason.BROKEN_DOT)
        kind, text, _row, _quoted = self._tokens[self._here]
        if kind == "sign" and text == sign:
            self._here += 1
            return True
        return False

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise Unreadable(self._file, Reason.BROKEN_DOT)

    def _text(self) -> str:
        if self._kind() != "text":
            raise Unreadable(self._file, Reason.BROKEN_DOT)
        text = self._tokens[self._here][1]
        self._here += 1
        return text


def _tokens(text: str, start: int, file: str) -> Iterator[tuple[str, str, int, bool]]:
    """Yield kind, text, line, and whether it stood in quotes."""
    row, here = text.count("\n", 0, start) + 1, start
    while here < len(text):
        found = _TOKEN.match(text, here)
        if found is None:
            raise Unreadable(file, Reason.BROKEN_DOT)
        here = found.end()
        if found["quoted"] is not None:
            yield "text", _ESCAPED.sub(_meant, found["quoted"]), row, True
        elif found["word"] is not None or found["html"] is not None:
            yield "text", found["word"] or found["html"], row, False
        elif found["arrow"] or found["sign"]:
            yield "sign", found[0], row, False
        row += found[0].count("\n")


def _meant(found: re.Match[str]) -> str:
    return {"n": "\n", "l": "\n", "r": "\r", "\n": "", "N": "\\N"}.get(found[1], found[1])
