"""Merged columns of a million rows cost nothing, and nothing hides behind them."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.formats import repeated_rows
from smala_lockin.formats.repeated_rows import TooLarge, shortened
from smala_lockin.formats.tables import read_tables
from smala_lockin.formats.unreadable import Reason, Unreadable

COVERED = (
    '<table:table-row table:style-name="ro2"><table:covered-table-cell/>'
    '<table:table-cell table:number-columns-repeated="1023"/></table:table-row>'
)
_SPACES = ["office", "table", "text"]
_HEAD = "<office:document-content{}><office:body><office:spreadsheet>".format(
    "".join(f' xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in _SPACES)
)
_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry '
    'm:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/></m:manifest>'
)
_FOOT = "</office:spreadsheet></office:body></office:document-content>"


def written(path: Path, rows: str) -> Path:
    content = f'{_HEAD}<table:table table:name="Parc">{rows}</table:table>{_FOOT}'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return path


def row(*texts: str) -> str:
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return "<table:table-row><table:covered-table-cell/>" + "".join(cells) + "</table:table-row>"


def test_a_merged_column_of_many_rows_is_read_like_any_other(tmp_path: Path) -> None:
    head = (
        '<table:table-row><table:table-cell table:number-rows-spanned="150003"/>'
        + row("Application", "Fournisseur").split("/>", 1)[1]
    )
    rows = head + row("ERP", "Alpha") + COVERED * 100_000 + row("CRM", "Beta") + COVERED * 50_000
    path = written(tmp_path / "parc.ods", rows)
    assert path.stat().st_size * 100 < len(rows)
    (table,) = read_tables(path)
    assert len(table.rows) == 100_003
    assert [list(table.rows[at]) for at in (0, 1, -1)] == [
        ["Application", "Fournisseur"],
        ["ERP", "Alpha"],
        ["CRM", "Beta"],
    ]


def test_what_is_large_for_another_reason_is_refused(tmp_path: Path) -> None:
    rows = row("ERP", "Alpha") * 100_000
    path = written(tmp_path / "parc.ods", rows)
    with pytest.raises(Unreadable) as found:
        read_tables(path)
    assert found.value.reason is Reason.TOO_LARGE


def test_no_more_is_held_than_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeated_rows, "_CHUNK", 100)
    stream = io.BytesIO(b"a" * 10_000)
    with pytest.raises(TooLarge):
        shortened(stream, most=1000)
    assert stream.tell() < 2000


_OTHER = COVERED.replace("ro2", "ro3")
_REPEATED = COVERED.replace("table-row ", 'table-row table:number-rows-repeated="3" ')
_ROWS = st.sampled_from([COVERED, _OTHER, _REPEATED, row("a"), row("a", "b")])


@given(st.lists(_ROWS, max_size=30), st.integers(1, 400))
def test_written_out_again_the_rows_are_the_same(rows: list[str], chunk: int) -> None:
    whole = f"<table:table>{''.join(rows)}</table:table>".encode()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(repeated_rows, "_CHUNK", chunk)
        short = shortened(io.BytesIO(whole))
    assert len(short) <= len(whole) + 35
    assert _written_out(short) == _written_out(whole)


def _written_out(content: bytes) -> list[str]:
    """Each row as often as it stands for, with what stands between the rows."""
    found: list[str] = []
    for part in re.split(r"(<table:table-row.*?</table:table-row>)", content.decode()):
        told = re.search(r' table:number-rows-repeated="(\d+)"', part)
        plain = part.replace(told[0], "") if told else part
        found += [plain] * (int(told[1]) if told else bool(part))
    return found
