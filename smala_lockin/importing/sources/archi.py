"""Archi's three csv files, which together are one model: elements, relations, properties."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from smala_lockin.formats.diagrams import Arrow, Diagram, Node, Style
from smala_lockin.formats.tables import Table

_ELEMENTS = ("ID", "Type", "Name", "Documentation")
_RELATIONS = (*_ELEMENTS, "Source", "Target")
_PROPERTIES = ("ID", "Key", "Value")


def taken(tables: Iterable[Table]) -> tuple[list[Table], list[Diagram]]:
    """Return the tables that are no part of an Archi model, and the models.

    Files of one model share the beginning of their names; all given together are one model where
    there is one file of elements. Without one the others stay tables.
    """
    others: list[Table] = []
    elements: list[Table] = []
    relations: list[Table] = []
    properties: list[Table] = []
    for table in tables:
        match _headers(table):
            case headers if headers[:6] == _RELATIONS:
                relations.append(table)
            case headers if headers[:4] == _ELEMENTS:
                elements.append(table)
            case headers if headers[:3] == _PROPERTIES and len(headers) == 3:
                properties.append(table)
            case _:
                others.append(table)
    if not elements:
        return [*others, *relations, *properties], []
    if len(elements) == 1:
        return others, [_model(elements, relations, properties)]
    models = []
    for table in elements:
        stem = _stem(table)
        mine = [[one for one in some if _stem(one) == stem] for some in (relations, properties)]
        models.append(_model([table], *mine))
    return others, models


def _headers(table: Table) -> tuple[str, ...]:
    first = table.rows[0] if table.rows else ()
    return tuple(str(cell).strip() for cell in first if cell is not None)


def _stem(table: Table) -> str:
    return (
        PurePath(table.file)
        .stem.lower()
        .removesuffix("elements")
        .removesuffix("relations")
        .removesuffix("properties")
    )


def _model(elements: list[Table], relations: list[Table], properties: list[Table]) -> Diagram:
    facts: dict[str, dict[str, str]] = {}
    for _row, (id, key, value) in _rows(properties, _PROPERTIES):
        if key and value:
            facts.setdefault(id, {})[key] = value
    nodes = tuple(
        Node(
            id=id,
            name=" ".join(name.split()),
            row=row,
            sort=type,
            description=documentation.strip(),
            facts=facts.get(id, {}),
        )
        for row, (id, type, name, documentation) in _rows(elements, _ELEMENTS)
    )
    arrows = tuple(
        Arrow(source=source, target=target, row=row, sort=type)
        for row, (_id, type, _name, _text, source, target) in _rows(relations, _RELATIONS)
    )
    files = [table.file for table in (*elements, *relations)]
    return Diagram(
        file=files[0],
        style=Style.ARCHIMATE,
        nodes=nodes,
        arrows=arrows,
        lasting_ids=True,
        arrow_file=files[-1],
        other_files=tuple((table.file, len(table.rows) - 1) for table in properties),
    )


def _rows(tables: Iterable[Table], headers: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    for table in tables:
        for row, cells in enumerate(table.rows[1:], start=table.first_row + 1):
            texts = ["" if cell is None else str(cell) for cell in cells[: len(headers)]]
            if any(texts):
                yield row, texts + [""] * (len(headers) - len(texts))
