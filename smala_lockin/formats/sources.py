"""What files of any kind hold: tables, diagrams, invoices; told by content, not by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from smala_lockin.formats import dot_text, guarded, map_tables
from smala_lockin.formats.archives import Container, container
from smala_lockin.formats.csv_text import decode
from smala_lockin.formats.diagrams import Diagram
from smala_lockin.formats.dot_reader import is_dot
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.formats.invoices import ROOTS, Invoice, Invoices, read_invoices
from smala_lockin.formats.tables import (
    REGISTER_SHEET,
    TEXT_SUFFIXES,
    WORKBOOK_SUFFIXES,
    Table,
    read_tables,
)
from smala_lockin.formats.text_form import AS_FOUND, NOTHING_SAID, Forms, TextForm
from smala_lockin.formats.unreadable import Reason, Unreadable
from smala_lockin.formats.xml_tree import XmlFault, parse, root_of

MAX_DIAGRAM_BYTES = 100_000_000
MAX_FILES = 100_000
SECONDS = 60.0
MEMORY_BYTES = 3 << 30

_HEAD_BYTES = 65_536
_ENVELOPES = frozenset({"StandardBusinessDocument"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Everything that files given together hold."""

    tables: tuple[Table, ...] = ()
    diagrams: tuple[Diagram, ...] = ()
    invoices: Invoices | None = None


def read_sources(
    paths: Sequence[Path],
    progress: Callable[[int], object] | None = None,
    forms: Forms = NOTHING_SAID,
) -> Sources:
    """Return what files hold; a folder stands for the invoices in it.

    `forms` say how texts are written. `progress` is told the number of each path before it is
    read. Raises `FileTrouble` and `Unreadable`, but a broken invoice among
    others is part of the result.
    """
    tables: list[Table] = []
    diagrams: list[Diagram] = []
    bills: list[Path] = []
    others, folders = 0, []
    for number, path in enumerate(paths):
        if progress is not None:
            progress(number)
        if path.is_dir():
            found, left = _in_folder(path)
            bills, others = bills + found, others + left
            folders.append(path.name or path.resolve().name)
            continue
        head = _head(path)
        if _is_invoice(head):
            bills.append(path)
        elif diagram := _diagram(path, head):
            diagrams.append(diagram)
        else:
            tables += _lists(path, forms.get(path.name, AS_FOUND))
    return Sources(
        tables=tuple(tables),
        diagrams=tuple(diagrams),
        invoices=_invoices(bills, folders, others) if bills else None,
    )


def _lists(path: Path, form: TextForm) -> tuple[Table, ...]:
    """Return the tables of a file, unless they are those of a register that we wrote."""
    found = read_tables(path, form)
    if any(one.sheet == REGISTER_SHEET for one in found):
        raise Unreadable(path.name, Reason.OWN_REGISTER)
    return found


def _in_folder(folder: Path) -> tuple[list[Path], int]:
    """Return the invoices of a folder and of those in it, and how many files are none."""
    try:
        files = sorted(
            path
            for path in folder.rglob("*")
            if path.is_file() and not any(part.startswith(".") for part in path.parts[-2:])
        )
    except OSError as error:
        raise FileTrouble(folder, error) from error
    bills = [path for path in files[:MAX_FILES] if _may_be_invoice(path)]
    if not bills:
        raise Unreadable(folder.resolve().name, Reason.NO_INVOICES)
    return bills, len(files) - len(bills)


def _may_be_invoice(path: Path) -> bool:
    """Whether a file of a folder is an invoice, or was meant to be one."""
    root = root_of(_head(path))
    if root is None or root[0] == "":
        return path.suffix.lower() == ".xml"
    return root[0] in ROOTS | _ENVELOPES


def _invoices(bills: list[Path], folders: list[str], others: int) -> Invoices:
    read: list[Invoice] = []
    broken: list[tuple[str, Reason]] = []
    for path, found in zip(bills, read_invoices(bills), strict=True):
        if isinstance(found, Reason):
            broken.append((path.name, found))
        else:
            read.append(found)
    if not read and len(broken) == 1:
        raise Unreadable(*broken[0])
    return Invoices(
        folder=", ".join(folders) or (bills[0].name if len(bills) == 1 else ""),
        read=tuple(read),
        broken=tuple(broken),
        other_files=others,
    )


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError as error:
        raise FileTrouble(path, error) from error


def _is_invoice(head: bytes) -> bool:
    root = root_of(head)
    return root is not None and root[0] in ROOTS | _ENVELOPES


def _diagram(path: Path, head: bytes) -> Diagram | None:
    """Return the diagram a file holds; None where its tables are to be read."""
    if container(head[:8]) is Container.ZIP:
        return map_tables.read(path) if map_tables.is_map(path) else None
    root, suffix = root_of(head), path.suffix.lower()
    if root is not None and root[0].lower() == "html":
        return None
    listed = TEXT_SUFFIXES | WORKBOOK_SUFFIXES
    xml = root is not None or (_opens(head, b"<") and suffix not in listed)
    json = _opens(head, b"{") and (b"bomFormat" in head or suffix not in listed)
    dot = not xml and not json and suffix not in listed and is_dot(_text(head))
    if not (xml or json or dot):
        return None
    try:
        size = path.stat().st_size
    except OSError as error:
        raise FileTrouble(path, error) from error
    if size > MAX_DIAGRAM_BYTES:
        raise Unreadable(path.name, Reason.TOO_MUCH_XML)
    sort = "xml" if xml else "json" if json else "dot"
    try:
        found = guarded.run(_read, str(path), sort, seconds=SECONDS, memory_bytes=MEMORY_BYTES)
    except (guarded.ChildDied, guarded.ChildTooSlow):
        raise Unreadable(path.name, Reason.TOO_MUCH_XML) from None
    if isinstance(found, Reason):
        raise Unreadable(path.name, found)
    return found


def _opens(head: bytes, sign: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(sign)


def _text(head: bytes) -> str:
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")


def _read(path: str, sort: str) -> Diagram | Reason:
    from smala_lockin.formats import cyclonedx

    name, data = Path(path).name, Path(path).read_bytes()
    try:
        if sort == "json":
            return cyclonedx.read(data, name)
        if sort == "dot":
            return dot_text.read(decode(data, name)[0], name)
        return _of_xml(data, name)
    except (XmlFault, cyclonedx.NotBill, Unreadable) as fault:
        return fault.reason


def _of_xml(data: bytes, name: str) -> Diagram:
    from smala_lockin.formats import archimate, drawio, gexf, graphml

    root = parse(data)
    match root.name:
        case "graphml":
            return graphml.read(root, name)
        case "gexf":
            return gexf.read(root, name)
        case "mxfile" | "mxGraphModel":
            return drawio.read(root, name)
        case "model" if root.space.startswith((archimate.EXCHANGE_SPACE, archimate.ARCHI_SPACE)):
            return archimate.read(root, name)
        case _:
            raise XmlFault(Reason.OTHER_XML)
