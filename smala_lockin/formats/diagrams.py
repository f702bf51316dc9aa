"""Diagrams and exchange files: named things with arrows between them, as their files say it.

What a shape or a type of element means is for `importing` to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from smala_lockin.domain.landscape import Landscape

DIAGRAM_SUFFIXES = frozenset(
    {".graphml", ".gexf", ".dot", ".gv", ".drawio", ".xml", ".archimate", ".json"}
)
"""How files of diagrams, exchange formats and invoices are usually called, for dialogs."""


class Style(StrEnum):
    """What sort of file a diagram was read from."""

    ARCHIMATE = "archimate"
    CYCLONEDX = "cyclonedx"
    DRAWIO = "drawio"
    GRAPHML = "graphml"
    GEXF = "gexf"
    DOT = "dot"
    MAP_TABLES = "map_tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing of a diagram; `row` is the line it begins on, or the row of its table.

    `sort` is what the file calls it (a type, the words of a shape); `inside` the id of the frame
    it is drawn in. `supplier` is who the file says provides it.
    """

    id: str
    name: str
    row: int
    sort: str = ""
    inside: str | None = None
    supplier: str = ""
    description: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """An arrow between the nodes of two ids; `sort` is its type or its label."""

    source: str
    target: str
    row: int
    sort: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A value that an exported map may not hold; the fact stays unknown."""

    row: int
    fact: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """What one file shows, or several that belong together (`arrow_file`, `other_files`).

    `own` is the landscape where the file is one that this program exported; its `nodes` and
    `arrows` are left empty then, and `flaws` says what somebody made invalid since. With
    `lasting_ids` the ids are those of another tool, which stay the same from export to export.
    `other_files` go with the number of rows they have.
    """

    file: str
    style: Style
    nodes: tuple[Node, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    lasting_ids: bool = False
    directed: bool = True
    arrow_file: str | None = None
    other_files: tuple[tuple[str, int], ...] = ()
    own: Landscape | None = None
    flaws: tuple[Flaw, ...] = ()
