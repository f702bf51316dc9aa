"""Other names of the same thing that lists give: former names, short ones, what it has replaced."""

from collections.abc import Container, Iterable, Iterator
from itertools import chain

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.importing.values.plain import display_name, exact_form, is_nobody
from smala_lockin.importing.values.splitting import split_names

_NAMES_BY = {
    RowSort.ASSET: (Meaning.NAME,),
    RowSort.INSTALLATION: (Meaning.NAME,),
    RowSort.SUPPLIER: (Meaning.NAME, Meaning.SUPPLIER),
    RowSort.PROCESS: (Meaning.PROCESS,),
}
"""Under what the rows of a sort have their own names; other rows name what stands elsewhere."""


def aliases_of(sheets: Iterable[Sheet], known: Container[str] = ()) -> dict[str, str]:
    """Return the exact forms of names of which sheets say that they are others, and of which.

    What something replaced counts as its former name unless it stands in a row of its own: then
    both exist. A name that two things have, or that is `known` to the map beside the other, says
    nothing.
    """
    sheets = [sheet for sheet in sheets if sheet.sort in _NAMES_BY]
    if not any(sheet.all(Meaning.ALIAS, Meaning.REPLACES) for sheet in sheets):
        return {}
    own = {form for sheet in sheets for form in _forms(sheet)}
    found: dict[str, str] = {}
    unclear: set[str] = set()
    for name, alias in chain(
        _pairs(sheets, Meaning.ALIAS),
        ((name, alias) for name, alias in _pairs(sheets, Meaning.REPLACES) if alias not in own),
    ):
        if found.setdefault(alias, name) != name or (alias in known and name in known):
            unclear.add(alias)
    kept = {alias: name for alias, name in found.items() if alias not in unclear}
    return {alias: _end(kept, name) for alias, name in kept.items() if _end(kept, name) != alias}


def _end(found: dict[str, str], name: str) -> str:
    """The name at the end of a chain of renamings; circles are cut."""
    seen: set[str] = set()
    while name in found and name not in seen:
        seen.add(name)
        name = found[name]
    return name


def _pairs(sheets: Iterable[Sheet], meaning: Meaning) -> Iterator[tuple[str, str]]:
    """Yield what each row is about and each of its other names, as they compare."""
    for sheet in sheets:
        assert sheet.layout is not None
        forms = _forms(sheet)
        for column in sheet.all(meaning):
            cells = sheet.layout.columns[column.index]
            others = cells.spread([_names(text) for text in cells.texts])
            for name, aliases in zip(forms, others, strict=True):
                yield from ((name, alias) for alias in aliases if name and alias != name)


def _forms(sheet: Sheet) -> list[str]:
    """The names of the rows of a sheet, as they compare; empty where a row has none."""
    assert sheet.layout is not None
    assert sheet.sort is not None
    column = next(filter(None, map(sheet.column, _NAMES_BY[sheet.sort])), None)
    if column is None:
        return [""] * len(sheet.layout.body)
    cells = sheet.layout.columns[column.index]
    return cells.spread(["" if is_nobody(text) else _form(text) for text in cells.texts])


def _names(text: str) -> tuple[str, ...]:
    if is_nobody(text):
        return ()
    return tuple(_form(name) for name in split_names(text, commas=True) if not is_nobody(name))


def _form(text: str) -> str:
    return exact_form(display_name(text))
