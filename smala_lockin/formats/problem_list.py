"""A list of what could not be used, as a csv file that Excel opens in columns."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from smala_lockin.formats.atomic import write_whole

_COMMANDS = ("=", "+", "-", "@", "\t", "\r")


def write(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table: UTF-8 with a mark and semicolons, which a French or Dutch Excel expects.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay.
    Raises `FileTrouble`.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    write_whole(path, lambda stream: stream.write(text.getvalue().encode("utf-8-sig")))


def _harmless(text: str) -> str:
    if not text.startswith(_COMMANDS) or _is_number(text):
        return text
    return f"'{text}"


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", ".").replace(" ", ""))
    except ValueError:
        return False
    return True
