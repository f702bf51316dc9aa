"""The parts of a zipped workbook, read as text: no more of them than a look needs."""

import re
import zipfile
from collections.abc import Mapping
from html import unescape
from pathlib import PurePosixPath

MAX_PART_BYTES = 5_000_000
MAX_OPEN_BYTES = 60_000_000
OPEN_CONTENT = "content.xml"
OPEN_TABLE = re.compile(r"<table:table(?=[\s>])([^>]*)>")

_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)/?>")
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def part_text(archive: zipfile.ZipFile, name: str, size: int = MAX_PART_BYTES) -> str:
    """Return at most `size` bytes of a part as text. Raises KeyError where there is none."""
    with archive.open(name) as file:
        return file.read(size).decode("utf-8", errors="replace")


def attributes(inside: str) -> dict[str, str]:
    """Return the attributes in the text of a tag."""
    return {key: unescape(double or single) for key, double, single in _ATTRIBUTE.findall(inside)}


def found_attributes(pattern: re.Pattern[str], text: str) -> list[dict[str, str]]:
    """Return the attributes of each tag that a pattern finds, its first group being their text."""
    return [attributes(one[1]) for one in pattern.finditer(text)]


def sheet_targets(archive: zipfile.ZipFile, workbook: str) -> Mapping[str, str]:
    """Return the part behind each relation of the workbook's own part, by the relation's id."""
    home = PurePosixPath(workbook)
    text = part_text(archive, str(home.parent / "_rels" / f"{home.name}.rels"))
    return {
        one.get("Id", ""): _placed(home.parent, one.get("Target", ""))
        for one in found_attributes(_RELATION, text)
    }


def _placed(folder: PurePosixPath, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(folder / target)
