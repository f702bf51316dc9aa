"""Which columns of an .xlsx workbook are hidden; the fast reader does not say."""

import re
import zipfile
from html import unescape
from pathlib import Path, PurePosixPath

_HEAD_BYTES = 200_000
_MAX_PART_BYTES = 5_000_000
_MAX_COLUMNS = 16_384
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)/?>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)/?>")
_COLUMN = re.compile(r"<(?:\w+:)?col\b([^>]*)/?>")
_VALUE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def hidden_columns(path: Path) -> dict[str, frozenset[int]]:
    """Return for each sheet that hides columns their indices, 0 being A.

    Empty for other sorts of workbooks, and where the parts are not where they should be: the
    sheets are read all the same.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            targets = {
                one.get("Id", ""): one.get("Target", "")
                for one in _found(_RELATION, _text(archive, "xl/_rels/workbook.xml.rels"))
            }
            return {
                one["name"]: hidden
                for one in _found(_SHEET, _text(archive, "xl/workbook.xml"))
                if "name" in one and (hidden := _hidden(archive, targets.get(one.get("r:id", ""))))
            }
    except (OSError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile):
        return {}


def _hidden(archive: zipfile.ZipFile, target: str | None) -> frozenset[int]:
    if not target:
        return frozenset()
    name = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
    head = _text(archive, name, _HEAD_BYTES).partition("<sheetData")[0]
    found: set[int] = set()
    for one in _found(_COLUMN, head):
        if one.get("hidden") in ("1", "true"):
            first, last = int(one.get("min", 0)), int(one.get("max", 0))
            found.update(range(first - 1, min(last, _MAX_COLUMNS)))
    return frozenset(found)


def _text(archive: zipfile.ZipFile, name: str, size: int = _MAX_PART_BYTES) -> str:
    with archive.open(name) as file:
        return file.read(size).decode("utf-8", errors="replace")


def _found(pattern: re.Pattern[str], text: str) -> list[dict[str, str]]:
    return [
        {key: unescape(double or single) for key, double, single in _VALUE.findall(one[1])}
        for one in pattern.finditer(text)
    ]
