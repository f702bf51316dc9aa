"""The message catalogues: `python -m tests.translations` brings them up to date.

It extracts the messages of the code, and the texts of the tables in `resources/catalogue/`,
merges them into each language's .po files (`smala_lockin.po`, `catalogue.po`), and compiles the
.mo files that the program reads. What is new comes out empty, to be translated by hand.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from smala_lockin import i18n
from smala_lockin.words import catalogue as words

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS: dict[str, tuple[object, ...] | None] = {
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
DOMAINS = ("smala_lockin", "catalogue")
TABLES = {
    "ai_models": ("source",),
    "alternatives": ("notes", "source"),
    "ebios_scales": ("source",),
    "ebios_zones": ("source",),
    "jurisdictions": ("notes", "adequacy_decision", "source"),
    "laws": ("name", "allows", "reference", "source"),
    "references": ("source",),
    "sovereignty_levels": ("source",),
    "sovereignty_objectives": ("source",),
    "vendors": ("notes", "source"),
}
"""The columns of the catalogue that are shown as they stand; others are told by the code."""
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)


def shipped_languages() -> list[str]:
    """Return the languages that need a catalogue: all but that of the code."""
    return [code for code in i18n.LANGUAGES if code != "en"]


def po_path(language: str, domain: str = "smala_lockin") -> Path:
    """Return where the messages of a language are kept."""
    return ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / f"{domain}.po"


def extracted(domain: str = "smala_lockin") -> Catalog:
    """Return the messages of the code or the tables, in the order of files and lines."""
    catalog = Catalog(project="Smala Lock-in", charset="utf-8")
    if domain == "catalogue":
        for table, text in _texts():
            catalog.add(text, locations=[(table, 0)])
        return catalog
    for file, _line, message, comments, context in _messages():
        catalog.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalog


def read(language: str, domain: str = "smala_lockin") -> Catalog:
    """Return the kept messages of a language."""
    with po_path(language, domain).open("rb") as stream:
        return read_po(stream, locale=language)


def compiled(catalog: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    stream = io.BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def update(language: str) -> int:
    """Bring one language up to date, compile it, and return how many messages lack words."""
    return sum(_update(language, domain) for domain in DOMAINS)


def _update(language: str, domain: str) -> int:
    path = po_path(language, domain)
    is_there = path.exists()
    catalog = read(language, domain) if is_there else Catalog(locale=language, charset="utf-8")
    catalog.update(extracted(domain), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.project, catalog.version, catalog.msgid_bugs_address = "Smala Lock-in", "1", ""
    catalog.creation_date = catalog.revision_date = UNDATED  # else each run would change the file
    catalog.last_translator = catalog.language_team = ""
    catalog.header_comment = f"# The messages of Smala Lock-in in the language {language}."
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalog, sort_by_file=True, include_lineno=False, width=99)
    path.with_suffix(".mo").write_bytes(compiled(read(language, domain)))
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


def _texts() -> Iterator[tuple[str, str]]:
    for table, columns in TABLES.items():
        path = ROOT / "resources" / "catalogue" / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in columns:
                    for text in _said(column, row[column]):
                        yield f"{table}.csv", text


def _said(column: str, cell: str) -> Iterator[str]:
    """Yield what of a cell has to be put into words; hosts and repositories are no words."""
    if column != "source":
        yield from filter(None, [cell])
        return
    for part in cell.split("; "):
        page = words.PAGES.fullmatch(part)
        text = page[1] if page else part
        if not words.REPOSITORY.fullmatch(part) and not _HOSTS.fullmatch(text):
            yield text


_HOSTS = re.compile(r"[\w-]+(\.[\w-]+)+(, [\w-]+(\.[\w-]+)+)*")


def _is_translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    for code in shipped_languages():
        print(f"{code}: {update(code)} messages without words")
