"""XML as a plain tree, read without trust: no entities, nothing outside the file, bounded."""

from collections.abc import Iterator
from xml.parsers import expat

from smala_lockin.formats.unreadable import Reason

MAX_DEPTH = 200
MAX_ELEMENTS = 3_000_000

_SPACE = " "


class XmlFault(Exception):
    """A text is no XML that we read; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Element:
    """An element: names without their namespace, `text` before its first child, its line."""

    __slots__ = ("attributes", "children", "line", "name", "space", "text")

    def __init__(self, name: str, space: str, attributes: dict[str, str], line: int) -> None:
        self.name, self.space, self.attributes, self.line = name, space, attributes, line
        self.children: list[Element] = []
        self.text = ""

    def get(self, attribute: str) -> str:
        """Return an attribute, empty where it is absent."""
        return self.attributes.get(attribute, "")

    def all(self, name: str) -> list["Element"]:
        """Return the children of a name."""
        return [child for child in self.children if child.name == name]

    def find(self, *path: str) -> "Element | None":
        """Return the first element down a path of names."""
        here = self
        for name in path:
            found = next((child for child in here.children if child.name == name), None)
            if found is None:
                return None
            here = found
        return here

    def say(self, *path: str) -> str:
        """Return the trimmed text of the first element down a path, empty where there is none."""
        found = self.find(*path)
        return found.text.strip() if found else ""

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in the order of the file."""
        waiting = [self]
        while waiting:
            here = waiting.pop()
            yield here
            waiting.extend(reversed(here.children))


def parse(data: bytes) -> Element:
    """Return the root of a document. Raises `XmlFault`."""
    tree = _Tree()
    parser = _parser()
    parser.buffer_text = True
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.characters
    tree.parser = parser
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise XmlFault(Reason.BROKEN_XML) from None
    assert tree.root is not None
    return tree.root


def root_of(head: bytes) -> tuple[str, str] | None:
    """Return name and namespace of the root that the first bytes of a file open, None for no XML.

    A document that declares entities before its root is XML of the name "".
    """
    found: list[tuple[str, str]] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        if not found:
            found.append(_parted(name))

    parser = _parser()
    parser.StartElementHandler = start
    try:
        parser.Parse(head, False)
    except XmlFault:
        return found[0] if found else ("", "")
    except (expat.ExpatError, ValueError, LookupError):
        pass
    return found[0] if found else None


class _Tree:
    parser: expat.XMLParserType

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise XmlFault(Reason.TOO_MUCH_XML)
        local, space = _parted(name)
        bare = {_parted(key)[0]: value for key, value in attributes.items()}
        element = Element(local, space, bare, self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self, _name: str) -> None:
        self._open.pop()

    def characters(self, text: str) -> None:
        here = self._open[-1]
        if not here.children:
            here.text += text


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=_SPACE)
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = _doctype
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.SkippedEntityHandler = _refuse
    return parser


def _doctype(_name: str, _system: str | None, _public: str | None, internal: bool) -> None:
    """A bare document type says nothing and is harmless; one with declarations is not."""
    if internal:
        raise XmlFault(Reason.ENTITIES)


def _refuse(*_said: object) -> int:
    raise XmlFault(Reason.ENTITIES)


def _parted(name: str) -> tuple[str, str]:
    space, _blank, local = name.rpartition(_SPACE)
    return local, space
