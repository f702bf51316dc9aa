"""Diagrams of draw.io (diagrams.net), plain or packed."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from html import unescape

from smala_lockin.formats.diagrams import Arrow, Diagram, Node, Style
from smala_lockin.formats.unreadable import Reason
from smala_lockin.formats.xml_tree import Element, XmlFault, parse

MAX_UNPACKED_BYTES = 100_000_000

_BREAK = re.compile(r"<\s*(?:br|/p|/div|/li|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_OWN_ATTRIBUTES = frozenset({"id", "label", "placeholders", "tags", "tooltip", "link"})
_NO_SHAPE = frozenset({"text", "edgeLabel"})


def read(root: Element, file: str) -> Diagram:
    """Return the diagram of a file; its pages are one diagram. Raises `XmlFault`."""
    nodes: list[Node] = []
    arrows: list[Arrow] = []
    for number, page in enumerate(_pages(root)):
        found = _Page(page, f"{number}/")
        nodes += found.nodes
        arrows += found.arrows
    return Diagram(file=file, style=Style.DRAWIO, nodes=tuple(nodes), arrows=tuple(arrows))


def _pages(root: Element) -> Iterator[Element]:
    if root.name == "mxGraphModel":
        yield root
    for diagram in root.all("diagram"):
        if model := diagram.find("mxGraphModel"):
            yield model
        elif diagram.text.strip():
            yield parse(_unpacked(diagram.text.strip()))


def _unpacked(text: str) -> bytes:
    """Undo base64, deflate without a header, and percent signs. Raises `XmlFault`."""
    try:
        packed = base64.b64decode(text, validate=False)
        inflating = zlib.decompressobj(wbits=-15)
        plain = inflating.decompress(packed, MAX_UNPACKED_BYTES)
    except (binascii.Error, ValueError, zlib.error):
        raise XmlFault(Reason.BROKEN_XML) from None
    if inflating.unconsumed_tail:
        raise XmlFault(Reason.TOO_MUCH_XML)
    return _PERCENT.sub(lambda found: bytes([int(found[1], 16)]), plain)


class _Page:
    """The cells of one page, told apart into shapes, frames and arrows."""

    def __init__(self, model: Element, prefix: str) -> None:
        self._prefix = prefix
        self.nodes: list[Node] = []
        self.arrows: list[Arrow] = []
        self._labels: dict[str, list[str]] = {}
        cells = list(_cells(model))
        edges = {id for id, cell, _told in cells if cell.get("edge") == "1"}
        self._shapes = {id for id, cell, _told in cells if cell.get("vertex") == "1"}
        for _id, cell, told in cells:
            if cell.get("vertex") == "1" and cell.get("parent") in edges:
                self._labels.setdefault(cell.get("parent"), []).append(_label(cell, told))
        ends = {cell.get(end) for _id, cell, _told in cells for end in ("source", "target")}
        for id, cell, told in cells:
            if cell.get("edge") == "1":
                self._arrow(id, cell, told)
            elif cell.get("vertex") == "1" and cell.get("parent") not in edges:
                self._node(id, cell, told, joined=id in ends)

    def _node(self, id: str, cell: Element, told: Element, *, joined: bool) -> None:
        style = cell.get("style")
        name = _label(cell, told)
        bare = bool(_NO_SHAPE & set(style.split(";")))
        if not joined and (bare or not name):
            return
        inside = cell.get("parent")
        facts = {
            key: value
            for key, value in told.attributes.items()
            if told is not cell and key not in _OWN_ATTRIBUTES and value.strip()
        }
        self.nodes.append(
            Node(
                id=self._prefix + id,
                name=name,
                row=told.line,
                sort=_shape(style),
                inside=self._prefix + inside if inside in self._shapes else None,
                facts=facts,
            )
        )

    def _arrow(self, id: str, cell: Element, told: Element) -> None:
        source, target = cell.get("source"), cell.get("target")
        style = _pairs(cell.get("style"))
        backwards = style.get("endArrow") == "none" and style.get("startArrow", "none") != "none"
        if backwards:
            source, target = target, source
        words = [_label(cell, told), *self._labels.get(id, ())]
        self.arrows.append(
            Arrow(
                source=self._prefix + source if source else "",
                target=self._prefix + target if target else "",
                row=told.line,
                sort=" ".join(word for word in words if word),
            )
        )


def _cells(model: Element) -> Iterator[tuple[str, Element, Element]]:
    """Yield id, cell, and the element that carries its label and attributes."""
    for element in model.walk():
        if element.name in ("object", "UserObject"):
            if cell := element.find("mxCell"):
                yield element.get("id"), cell, element
        elif element.name == "mxCell" and "id" in element.attributes:
            yield element.get("id"), element, element


def _label(cell: Element, told: Element) -> str:
    text = told.get("value") if told is cell else told.get("label")
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", text))
    return " ".join(unescape(text).split())


def _pairs(style: str) -> dict[str, str]:
    parts = (part.partition("=") for part in style.split(";") if part)
    return {key: value for key, _equals, value in parts}


def _shape(style: str) -> str:
    """Return the words of a style that tell the shape."""
    pairs = _pairs(style)
    words = [key for key, value in pairs.items() if not value]
    named = [pairs.get(key, "") for key in ("shape", "image", "resIcon", "prIcon", "grIcon")]
    shown = [name.rsplit("/", 2)[-1] if "/" in name else name for name in named]
    return " ".join(word for word in [*words, *shown] if word)
