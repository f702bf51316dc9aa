"""What commands print: JSON in the contract's shape, or tables for people."""

import json
import sys
from collections.abc import Sequence
from itertools import islice

_PIECES = 10_000


def print_json(value: object) -> None:
    """Print a value as indented JSON; accents stay readable.

    It goes out piece by piece: as one text that of a large map is larger than all else.
    """
    encoder = json.JSONEncoder(ensure_ascii=False, indent=2, allow_nan=False)
    pieces = encoder.iterencode(value)
    while piece := "".join(islice(pieces, _PIECES)):
        sys.stdout.write(piece)
    sys.stdout.write("\n")


def rounded(value: float) -> float:
    """Return a figure without the noise of binary fractions."""
    return round(float(value), 6)


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns under their headings; nothing where there are no rows."""
    if not rows:
        return
    widths = [
        max(len(line[column]) for line in [headings, *rows]) for column in range(len(headings))
    ]
    for line in [headings, ["-" * width for width in widths], *rows]:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print("  " + "  ".join(cells).rstrip())


def print_heading(text: str) -> None:
    """Print a heading with an empty line above it."""
    print(f"\n{text}")
