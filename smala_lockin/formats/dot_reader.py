"""The grammar of DOT, as far as it says what is there and what is joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from smala_lockin.formats.unreadable import Reason, Unreadable

_OPENING = re.compile(
    r"\s*+(?>(?://|\#)[^\n]*+\n\s*+|/\*.*?\*/\s*+)*+(?:strict\s+)?(di)?graph\b", re.S | re.I
)  # never tries a comment twice: this looks at files of any sort
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
_MAX_DEPTH = 100


def is_dot(head: str) -> bool:
    """Whether a text opens as DOT does."""
    opening = _OPENING.match(head)
    return opening is not None and "{" in head[opening.end() :][:300]


@dataclass(slots=True)
class _Scope:
    """The usual attributes within a pair of braces, and the nodes named there."""

    node: dict[str, str] = field(default_factory=dict)
    edge: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)


class Graph:
    """A graph of a text: its nodes with line and attributes, its edges with theirs.

    Ports and layout are left out. `told` are the attributes of the graph itself.
    """

    def __init__(self, text: str, file: str) -> None:
        """Read a text statement by statement. Raises `Unreadable`."""
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
