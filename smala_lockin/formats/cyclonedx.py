"""CycloneDX bills of materials in JSON: services and who provides them, not the libraries."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from smala_lockin.formats.diagrams import Arrow, Diagram, Node, Style
from smala_lockin.formats.unreadable import Reason

Record = Mapping[str, Any]

_MAX_DEPTH = 100
_THINGS = frozenset({"application", "platform", "operating-system", "device"}) | {
    "machine-learning-model"
}


class NotBill(Exception):
    """A text is no bill of materials; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def read(data: bytes, file: str) -> Diagram:
    """Return the product, its services and what needs what.

    Libraries, frameworks, files and containers are parts of something, not things a company
    chooses to rely on; they are left out. Raises `NotBill`.
    """
    try:
        bill = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NotBill(Reason.BROKEN_JSON) from None
    if not isinstance(bill, dict) or bill.get("bomFormat") != "CycloneDX":
        raise NotBill(Reason.OTHER_JSON)
    nodes: list[Node] = []
    subject = _record(_record(bill.get("metadata")).get("component"))
    if subject:
        nodes.append(_node(subject, len(nodes) + 1, _text(subject.get("type"))))
    for component in _flat(bill.get("components"), "components"):
        sort = _text(component.get("type"))
        if sort in _THINGS:
            nodes.append(_node(component, len(nodes) + 1, sort))
    for service in _flat(bill.get("services"), "services"):
        nodes.append(_node(service, len(nodes) + 1, "service"))
    return Diagram(
        file=file,
        style=Style.CYCLONEDX,
        nodes=tuple(nodes),
        arrows=tuple(_arrows(bill, {node.id for node in nodes})),
        lasting_ids=True,
    )


def _node(record: Record, number: int, sort: str) -> Node:
    provider = _record(record.get("provider")) or _record(record.get("supplier"))
    facts = {key: _text(record.get(key)) for key in ("version", "group")}
    words = [_text(one.get("classification")) for one in _records(record.get("data"))]
    facts["data classification"] = ", ".join(dict.fromkeys(word for word in words if word))
    return Node(
        id=_text(record.get("bom-ref")) or f"#{number}",
        name=" ".join(_text(record.get("name")).split()),
        row=number,
        sort=sort,
        supplier=_text(provider.get("name")),
        description=_text(record.get("description")),
        facts={key: value for key, value in facts.items() if value},
    )


def _arrows(bill: Record, nodes: set[str]) -> Iterator[Arrow]:
    """Yield what depends on what; an end that is a part left out above is left out too."""
    parts = {_text(one.get("bom-ref")) for one in _flat(bill.get("components"), "components")}
    parts -= nodes
    for number, one in enumerate(_records(bill.get("dependencies")), start=1):
        source = _text(one.get("ref"))
        needed = one.get("dependsOn")
        for target in needed if isinstance(needed, list) else ():
            if source not in parts and _text(target) not in parts:
                yield Arrow(source=source, target=_text(target), row=number)


def _flat(entries: Any, nested: str, depth: int = 0) -> Iterator[Record]:
    if depth > _MAX_DEPTH:
        raise NotBill(Reason.TOO_MUCH_XML)
    for entry in _records(entries):
        yield entry
        yield from _flat(entry.get(nested), nested, depth + 1)


def _records(entries: Any) -> list[Record]:
    return [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []


def _record(entry: Any) -> Record:
    return entry if isinstance(entry, dict) else {}


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
