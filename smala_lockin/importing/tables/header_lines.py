"""Headers of several lines: bands above the header row, and its second line below it."""

from collections import Counter
from collections.abc import Sequence

from smala_lockin.formats.tables import Row
from smala_lockin.importing.tables.header_row import header_confidence, is_label
from smala_lockin.importing.tables.row_looks import cell_label, is_blank, row_key
from smala_lockin.importing.values.plain import exact_form, phrases_of, plain_words

_LINES_ABOVE = 2
_SAY_LITTLE = phrases_of("nom|name|naam|bezeichnung|id|code|ref|reference|numero|number|type")


def is_continued(rows: Sequence[Row], index: int) -> bool:
    """Whether the row below a header is its second line: headers too, under some of its blanks."""
    if index + 2 >= len(rows):
        return False
    top, below = rows[index], rows[index + 1]
    filled = [place for place, cell in enumerate(below) if not is_blank(cell)]
    labels = [cell for place in filled if isinstance(cell := below[place], str)]
    bands = _bands(top)
    known = sum(
        header_confidence(label) > 0 or header_confidence(f"{bands[place]} {label}") > 0
        for place in filled
        if isinstance(label := below[place], str)
    )
    fills = any(is_blank(top[place]) for place in filled)
    if known and labels and len(labels) == len(filled) >= 2 and _lies_under_bands(top, below):
        return True
    apart = row_key(top) != row_key(below)
    return fills and apart and len(labels) == len(filled) >= 2 and known * 2 > len(filled)


def _lies_under_bands(top: Row, below: Row) -> bool:
    """Whether a row fills just what lies under bands, each of several columns, and no other.

    What is no band has nothing below it: a record would have something there.
    """
    width = max((place + 1 for place, cell in enumerate(top) if not is_blank(cell)), default=0)
    width = max(width, max(place + 1 for place, cell in enumerate(below) if not is_blank(cell)))
    starts = [place for place in range(width) if not is_blank(top[place])]
    ends = [*starts[1:], width]
    if not starts or starts[0] != 0:
        return False
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if end > start + 1]
    under = {place for start, end in spans for place in range(start, end)}
    filled = {place for place, cell in enumerate(below) if not is_blank(cell)}
    return bool(spans) and filled == under and len(starts) - len(spans) >= _SINGLE


_SINGLE = 2


def _bands(row: Row) -> list[str]:
    """For each column of a line of bands the one that it stands under."""
    found: list[str] = []
    for text in map(cell_label, row):
        found.append(text or (found[-1] if found else ""))
    return found


def labels_of(rows: Sequence[Row], index: int) -> tuple[list[str], int]:
    """Return the labels of a header row, and how many lines of bands above it belong to them.

    Those that say little alone stand behind the band above them.
    """
    texts = [cell_label(cell) for cell in rows[index]]
    lines = 0
    while lines < min(index, _LINES_ABOVE) and _is_band(rows[index - 1 - lines]):
        lines += 1
        texts = _below(rows[index - lines], texts)
    return texts, lines


def _below(bands: Row, texts: list[str]) -> list[str]:
    """The labels of a line, behind those of the line above where they need them."""
    count = Counter(map(exact_form, texts))
    band = ""
    joined: list[str] = []
    for text, above in zip(texts, map(cell_label, bands), strict=True):
        band = above or band
        if not text:
            joined.append(above)
        elif (
            band
            and text != band
            and (
                count[exact_form(text)] > 1
                or plain_words(text) in _SAY_LITTLE
                or (not header_confidence(text) and header_confidence(f"{band} {text}"))
            )
        ):
            joined.append(f"{band} - {text}")
        else:
            joined.append(text)
    return joined


def _is_band(row: Row) -> bool:
    filled = [cell for cell in row if not is_blank(cell)]
    labels = [cell for cell in filled if isinstance(cell, str) and is_label(cell)]
    if any(label.rstrip().endswith(":") for label in labels):
        return False  # a form to fill in by hand: "Nom :   Date :"
    return len(filled) >= 2 and len(labels) == len(filled) and any(map(header_confidence, labels))
