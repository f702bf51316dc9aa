"""ArchiMate models: the Open Exchange format, and Archi's own file."""

from collections.abc import Iterator

from smala_lockin.formats.diagrams import Arrow, Diagram, Node, Style
from smala_lockin.formats.xml_tree import Element

EXCHANGE_SPACE = "http://www.opengroup.org/xsd/archimate"
ARCHI_SPACE = "http://www.archimatetool.com/archimate"


def read(root: Element, file: str) -> Diagram:
    """Return the elements and relations of a model; its views are left out."""
    if root.space.startswith(ARCHI_SPACE):
        nodes, arrows = _of_archi(root)
    else:
        nodes, arrows = _of_exchange(root)
    return Diagram(
        file=file,
        style=Style.ARCHIMATE,
        nodes=tuple(nodes),
        arrows=tuple(arrows),
        lasting_ids=True,
    )


def _of_exchange(root: Element) -> tuple[list[Node], list[Arrow]]:
    definitions = root.find("propertyDefinitions")
    named = {
        one.get("identifier"): one.say("name") or one.get("name")
        for one in (definitions.children if definitions else ())
    }
    elements, relations = root.find("elements"), root.find("relationships")
    nodes = [
        Node(
            id=one.get("identifier"),
            name=_line(one.say("name") or one.say("label")),
            row=one.line,
            sort=one.get("type"),
            description=one.say("documentation"),
            facts=dict(_exchange_facts(one, named)),
        )
        for one in (elements.all("element") if elements else ())
    ]
    arrows = [
        Arrow(
            source=one.get("source"), target=one.get("target"), row=one.line, sort=one.get("type")
        )
        for one in (relations.all("relationship") if relations else ())
    ]
    return nodes, arrows


def _exchange_facts(element: Element, named: dict[str, str]) -> Iterator[tuple[str, str]]:
    held = element.find("properties")
    for one in held.all("property") if held else ():
        id = one.get("propertyDefinitionRef") or one.get("identifierref")
        if value := one.say("value"):
            yield named.get(id) or id, value


def _of_archi(root: Element) -> tuple[list[Node], list[Arrow]]:
    nodes: list[Node] = []
    arrows: list[Arrow] = []
    for one in root.walk():
        if one.name != "element" or one.get("type").endswith("DiagramModel"):
            continue
        sort = one.get("type").rpartition(":")[2]
        if "source" in one.attributes and "target" in one.attributes:
            source, target = one.get("source"), one.get("target")
            arrows.append(Arrow(source=source, target=target, row=one.line, sort=sort))
        elif sort not in _VIEWS:
            facts = {
                pair.get("key"): pair.get("value")
                for pair in one.all("property")
                if pair.get("key") and pair.get("value")
            }
            nodes.append(
                Node(
                    id=one.get("id"),
                    name=_line(one.get("name")),
                    row=one.line,
                    sort=sort,
                    description=one.say("documentation"),
                    facts=facts,
                )
            )
    return nodes, arrows


_VIEWS = frozenset({"ArchimateDiagramModel", "CanvasModel", "SketchModel"})


def _line(text: str) -> str:
    return " ".join(text.split())
