"""Delimited text of any origin: its encoding, its delimiter, its rows.

Nothing is guessed from the first kilobytes: one byte far down decides what a file is not.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from smala_lockin.formats.bullets import bulleted
from smala_lockin.formats.pipe_text import is_drawn, without_markup
from smala_lockin.formats.text_form import AS_FOUND, TextForm
from smala_lockin.formats.uncollected import uncollected
from smala_lockin.formats.unreadable import Reason, Unreadable

DELIMITERS = (";", ",", "\t", "|")

_SAMPLE_CHARACTERS = 100_000
_SAMPLE_RECORDS = 400
_MAX_FIELD = 50_000_000
_END = "\x1aend"  # a line behind the last one, which a quotation mark left open swallows
_GUESSED = frozenset({"cp1252", "mac_roman", "latin-1"})
_WORDS_SHOWN = 3
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_PAIR = re.compile(r"(.?)([^\x00-\x7f])")
_BEYOND = re.compile(r"\w*[^\x00-\x7f]\w*")
_DECODED_TWICE = "ï»¿"
_USUAL = frozenset("àâäçèéêëîïôöùûüßœæáíóúñåøÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŒÆÁÍÓÚÑÅØ’‘“”«»–—…€£°§²³µ·•™®©\xa0")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SEP_LINE = re.compile(r'"?sep=(.)"?(\r\n|\r|\n)', re.IGNORECASE)
_SAFE_ID = re.compile(r'="([^"]*)"')
_LEADS = "ÃÂâÅÄ"
_TWICE = re.compile(f"[{_LEADS}][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The rows of a text, all as wide as the widest, and how they were read.

    `ragged` counts rows with more or fewer fields than most, from the first of those on. `words`
    are some with special letters, where the encoding had to be guessed or was said. `open_quote`
    is the index of the row with a quotation mark that nothing closes.
    """

    rows: list[list[str | None]]
    encoding: str
    delimiter: str
    ragged: int = 0
    words: tuple[str, ...] = ()
    open_quote: int | None = None


@uncollected()
def read_text(data: bytes, file: str, form: TextForm = AS_FOUND) -> Text:
    """Return the rows of a delimited text; an empty field is None. `form` comes before any guess.

    Raises `Unreadable` for what is no text, or a web page.
    """
    text, encoding = decode(data, file, form.encoding)
    if not text.strip():
        raise Unreadable(file, Reason.EMPTY)
    if re.match(r"\s*<(!doctype\s+html|html|table|head)\b", text, re.IGNORECASE):
        raise Unreadable(file, Reason.WEB_PAGE)
    if said := _SEP_LINE.match(text):
        text = text[said.end() :]
    delimiter = form.delimiter or (said[1] if said else find_delimiter(text))
    open_quote = None
    listed = None if form.delimiter or said else bulleted(text)
    if listed:
        rows = listed
    elif '"' in text:
        rows = _rows(f"{text}\n{_END}", delimiter)
        if rows.pop() != [_END]:
            open_quote = len(rows)
            rows += _behind_open_quote(text, delimiter)
    else:
        rows = _rows(text, delimiter)
    if delimiter == "|" and is_drawn(text):
        rows = [[cell and (without_markup(cell) or None) for cell in row] for row in rows]
    while rows and not any(rows[-1]):
        rows.pop()
    widths = Counter(map(len, rows))
    width = max(widths, default=0)
    usual = widths.most_common(1)[0][0] if widths else 0
    lengths = list(map(len, rows))
    ragged = sum(one not in (0, usual) for one in lengths[lengths.index(usual) :]) if rows else 0
    words = _samples(text) if form.encoding or encoding in _GUESSED else ()
    for row in rows:
        if len(row) < width:
            row.extend([None] * (width - len(row)))
    return Text(
        rows=rows,
        encoding=encoding,
        delimiter=delimiter,
        ragged=ragged,
        words=words,
        open_quote=open_quote,
    )


def _samples(text: str) -> tuple[str, ...]:
    """Some words with letters beyond ASCII, by which people see whether they were read right."""
    found: dict[str, None] = {}
    if text.isascii():
        return ()
    end = 0
    while len(found) < _WORDS_SHOWN and (letter := _NOT_ASCII.search(text, end)):
        start = letter.start()
        while start > end and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        word = _BEYOND.match(text, start)
        assert word is not None
        found.setdefault(word[0])
        end = word.end()
    return tuple(found)


def decode(data: bytes, file: str, said: str | None = None) -> tuple[str, str]:
    """Return a text and its encoding: what its mark says, else UTF-8 if all of it is.

    Else the likeliest of cp1252, MacRoman and Latin-1. `said` comes before any guess. Raises
    `Unreadable` where it is no text.
    """
    encoding = said
    if said in (None, "utf-16"):  # which byte of two comes first is not said
        encoding = _marked(data) or _wide(data) or said
    if encoding:
        text = data.decode(encoding, errors="replace")
    else:
        if b"\0" in data:
            raise Unreadable(file, Reason.NOT_TEXT)
        try:
            text, encoding = data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            text, encoding = _likeliest(data)
    text = text.lstrip("\ufeff")
    while text.startswith(_DECODED_TWICE):
        text = text.removeprefix(_DECODED_TWICE)
    if len(_CONTROL.findall(text[:_SAMPLE_CHARACTERS])) > 0.01 * min(len(text), 100_000):
        raise Unreadable(file, Reason.NOT_TEXT)
    return text, encoding


def find_delimiter(text: str) -> str:
    """Return the delimiter under which the rows of a text are most alike, and wide."""
    sample = text[:_SAMPLE_CHARACTERS]
    return max(DELIMITERS, key=lambda delimiter: _likeness(sample, delimiter))


def _marked(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = data[:4096]
    if len(sample) < 4 or not sample.count(0):
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _likeliest(data: bytes) -> tuple[str, str]:
    found: list[tuple[float, str, str]] = []
    for encoding in ("cp1252", "mac_roman", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((_plausibility(text), text, encoding))
    # Macs of that age ended lines with CR alone: a hint where the letters are undecided.
    old_mac = b"\r" in data and b"\n" not in data
    _score, text, encoding = max(
        found, key=lambda one: one[0] + (0.5 if old_mac and one[2] == "mac_roman" else 0)
    )
    return text, encoding


def _plausibility(text: str) -> float:
    """How much the letters beyond ASCII look like those of Western words, per letter."""
    pairs: Counter[tuple[str, str]] = Counter()
    for beyond in _NOT_ASCII.finditer(text):
        pairs.update(_PAIR.findall(text, max(0, beyond.start() - 1), beyond.end()))
    total = good = 0
    for (before, letter), count in pairs.items():
        total += count
        # A capital right behind a small letter is what a wrong code page makes of "é".
        jump = before.islower() and letter.isupper()
        good += count * (-1 if jump else 1 if letter in _USUAL else -1)
    return good / total if total else 0.0


def _likeness(sample: str, delimiter: str) -> float:
    try:
        widths = Counter(
            len(record)
            for record, _number in zip(
                _records(sample, delimiter), range(_SAMPLE_RECORDS), strict=False
            )
            if record
        )
    except csv.Error:
        return 0.0
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0
    width, count = max(several.items(), key=lambda item: item[1] * sqrt(item[0]))
    return float((count / widths.total()) ** 2 * sqrt(min(width, 12)))


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    before = csv.field_size_limit(_MAX_FIELD)
    try:
        yield from csv.reader(
            io.StringIO(text, newline=""),
            delimiter=delimiter,
            skipinitialspace=f'{delimiter} "' in text,
        )
    finally:
        csv.field_size_limit(before)


def _rows(text: str, delimiter: str) -> list[list[str | None]]:
    """The records, with nothing for what is empty; most texts have nothing to mend."""
    records = _records(text, delimiter)
    if _is_to_mend(text):
        return [[_mended(cell) for cell in record] for record in records]
    rows: list[list[str | None]] = list(records)  # type: ignore[arg-type]
    for row in rows:
        if "" in row:
            row[:] = [cell or None for cell in row]
    return rows


def _behind_open_quote(text: str, delimiter: str) -> list[list[str | None]]:
    """The rows from that on in which a quotation mark opens that nothing closes, line by line.

    Their quotation marks are passed over.
    """
    start = end = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for _record in reader:
        start, end = end, reader.line_num
    lines = list(io.StringIO(text, newline=""))[start:]
    records = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return [[cell.strip('"') or None for cell in record] for record in records]


def _is_to_mend(text: str) -> bool:
    """Whether some field of a text may be one that `_mended` changes."""
    if '="' in text:
        return True
    return any(letter in text for letter in _LEADS) and _TWICE.search(text) is not None


def _mended(cell: str) -> str | None:
    """Undo what spreadsheets and wrong code pages did to a field; empty is None."""
    if not cell:
        return None
    if cell[0] == "=" and (safe := _SAFE_ID.fullmatch(cell)):
        cell = safe[1]
    if not cell.isascii() and _TWICE.search(cell):
        try:
            return cell.encode("cp1252").decode("utf-8")
        except UnicodeError:
            return cell
    return cell
