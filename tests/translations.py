"""The message catalogues: `python -m tests.translations` brings them up to date.

It extracts the messages of the code, merges them into each language's .po file, and compiles the
.mo files that the program reads. What is new comes out empty, to be translated by hand.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from smala_lockin import i18n

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS: dict[str, tuple[object, ...] | None] = {
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)


def shipped_languages() -> list[str]:
    """Return the languages that need a catalogue: all but that of the code."""
    return [code for code in i18n.LANGUAGES if code != "en"]


def po_path(language: str) -> Path:
    """Return where the messages of a language are kept."""
    return ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / "smala_lockin.po"


def extracted() -> Catalog:
    """Return the messages of the code, in the order of files and lines."""
    catalog = Catalog(project="Smala Lock-in", charset="utf-8")
    for file, _line, message, comments, context in _messages():
        catalog.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalog


def read(language: str) -> Catalog:
    """Return the kept messages of a language."""
    with po_path(language).open("rb") as stream:
        return read_po(stream, locale=language)


def compiled(catalog: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    stream = io.BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def update(language: str) -> int:
    """Bring one language up to date, compile it, and return how many messages lack words."""
    path = po_path(language)
    catalog = read(language) if path.exists() else Catalog(locale=language, charset="utf-8")
    catalog.update(extracted(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.project, catalog.version, catalog.msgid_bugs_address = "Smala Lock-in", "1", ""
    catalog.creation_date = catalog.revision_date = UNDATED  # else each run would change the file
    catalog.last_translator = catalog.language_team = ""
    catalog.header_comment = f"# The messages of Smala Lock-in in the language {language}."
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalog, sort_by_file=True, include_lineno=False, width=99)
    path.with_suffix(".mo").write_bytes(compiled(read(language)))
    return sum(bool(one.id) and not _is_translated(one.string) for one in catalog)


def _messages() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    yield from sorted(
        extract_from_dir(
            ROOT / "smala_lockin",
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,  # type: ignore[arg-type]
        ),
        key=lambda one: (one[0], one[1]),
    )


def _is_translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    for code in shipped_languages():
        print(f"{code}: {update(code)} messages without words")
