"""Delimited text of any encoding, delimiter and line end."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.formats.csv_text import decode, find_delimiter, read_text
from smala_lockin.formats.tables import read_tables
from smala_lockin.formats.text_form import TextForm

FRENCH = "Nom;Fournisseur;Coût\nDéneigement d’été;Société Générale;12,50\nHôtel;Élan;8,00\n"


def rows_of(data: bytes) -> list[list[str | None]]:
    return read_text(data, "a.csv").rows


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        pytest.param("utf-8", "utf-8", id="utf-8"),
        pytest.param("utf-8-sig", "utf-8", id="utf-8 with a mark"),
        pytest.param("cp1252", "cp1252", id="cp1252"),
        pytest.param("mac_roman", "mac_roman", id="macroman"),
        pytest.param("utf-16", "utf-16", id="utf-16 with a mark"),
        pytest.param("utf-16-le", "utf-16-le", id="utf-16 without a mark"),
        pytest.param("utf-16-be", "utf-16-be", id="utf-16 the other way round"),
    ],
)
def test_accents_survive_every_usual_encoding(encoding: str, read_as: str) -> None:
    text = read_text(FRENCH.encode(encoding), "a.csv")
    assert (text.rows[1][0], text.encoding) == ("Déneigement d’été", read_as)


def test_one_byte_far_down_decides_against_utf_8() -> None:
    data = b"name,supplier\n" + b"plain,plain\n" * 20_000 + "tiret – long,x\n".encode("cp1252")
    assert rows_of(data)[-1][0] == "tiret – long"


def test_a_mark_that_was_encoded_again_is_taken_off() -> None:
    thrice = "\ufeff\ufeff".encode() + "ï»¿".encode() + b"name,supplier\na,b\n"
    assert rows_of(thrice)[0] == ["name", "supplier"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_understood(end: str) -> None:
    text = end.join(["name;supplier", 'a;"two' + end + 'lines"', "b;c", ""])
    assert len(rows_of(text.encode())) == 3


def test_blank_lines_count_so_that_row_numbers_are_those_of_excel() -> None:
    assert rows_of(b"title\n\nname,supplier\na,b\n")[2] == ["name", "supplier"]


def test_ragged_rows_become_as_wide_as_the_widest() -> None:
    assert rows_of(b"a;b;c\n1;2\n1;2;3;4\n") == [
        ["a", "b", "c", None],
        ["1", "2", None, None],
        ["1", "2", "3", "4"],
    ]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        pytest.param("Nom;Coût\nA;1200,50\nB;900,00\n", ";", id="decimal commas"),
        pytest.param('n;v\na;"Pro,Enterprise"\nb;"Pro,Enterprise,Business"\n', ";", id="lists"),
        pytest.param("n,v\na,x;y\nb,z\n", ",", id="semicolon in a field"),
        pytest.param("n\tv\na, b\tx\nc\ty\n", "\t", id="tab"),
        pytest.param("n|v\na|x\n", "|", id="bar"),
        pytest.param("Titre, avec virgule\n\nn;v;w\na;b;c\nd;e;f\n", ";", id="title line"),
    ],
)
def test_the_delimiter_is_the_one_that_makes_rows_alike(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter


def test_excel_s_own_word_on_the_delimiter_counts_and_is_no_row() -> None:
    assert rows_of(b"sep=|\nname|supplier\na,b|c\n") == [["name", "supplier"], ["a,b", "c"]]


def test_text_that_was_encoded_twice_is_mended_where_that_is_safe() -> None:
    data = "name,town\nx,Saint-Ã‰tienne\ny,São Paulo\n".encode()
    assert [row[1] for row in rows_of(data)[1:]] == ["Saint-Étienne", "São Paulo"]


def test_an_id_made_safe_for_excel_is_read_plainly() -> None:
    assert rows_of(b'id;name\n="00123";a\n')[1] == ["00123", "a"]


def test_a_megabyte_in_one_cell_is_read() -> None:
    assert len(rows_of(b"name,note\na," + b"x" * 1_000_000 + b"\n")[1][1] or "") == 1_000_000


def test_a_whole_file_is_one_table(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(FRENCH.encode("cp1252"))
    (table,) = read_tables(path)
    assert (table.file, table.sheet, table.first_row, len(table.rows)) == ("liste.csv", None, 1, 3)


CELLS = st.text(
    alphabet=st.characters(
        exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\u2028\u2029ÃÂâÅÄï"
    )
    | st.just("\n"),
    max_size=12,
).filter(lambda cell: not cell.startswith(('="', "sep=")))


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8),
    delimiter=st.sampled_from([";", ",", "\t", "|"]),
)
def test_what_is_written_quoted_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    header = ["name", "supplier", "cost"]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([header, *rows, ["end", "end", "end"]])
    text = read_text(out.getvalue().encode(), "a.csv")
    assert text.delimiter == delimiter
    assert [[cell or "" for cell in row] for row in text.rows[1:-1]] == rows


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="abcdéèàçêôüœ ’;\n", min_size=1).filter(lambda text: bool(text.strip())))
def test_western_text_in_utf_8_is_never_taken_for_something_else(text: str) -> None:
    assert decode(text.encode(), "a.csv") == (text, "utf-8")


def test_rows_with_more_or_fewer_fields_are_counted() -> None:
    text = read_text(b"titre\na;b;c\n1;2;3\n1;2\n1;2;3;4\n", "f.csv")
    assert text.ragged == 2


def test_where_letters_had_to_be_guessed_some_words_show_how() -> None:
    guessed = read_text("Libellé;Coût\nnée;été\n".encode("cp1252"), "f.csv")
    assert guessed.words == ("Libellé", "Coût", "née")
    assert read_text("Libellé;Coût\n".encode(), "f.csv").words == ()
    said = read_text("é;b\n".encode("mac_roman"), "f.csv", TextForm(encoding="mac_roman"))
    assert (said.rows, said.words) == ([["é", "b"]], ("é",))


def test_a_delimiter_that_is_said_comes_before_any_guess() -> None:
    data = b"sep=;\nname|city,country;price\nERP|Gent,BE;3\n"
    assert rows_of(data)[1] == ["ERP|Gent,BE", "3"]
    said = read_text(data, "f.csv", TextForm(delimiter=","))
    assert (said.rows[1], said.delimiter) == (["ERP|Gent", "BE;3"], ",")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_utf_16_that_is_said_is_read_in_either_order(encoding: str) -> None:
    text = read_text(FRENCH.encode(encoding), "f.csv", TextForm(encoding="utf-16"))
    assert text.rows[1][0] == "Déneigement d’été"


def test_nothing_is_lost_of_a_text_said_to_be_what_it_is_not() -> None:
    text = read_text("né;b\n".encode("cp1252"), "f.csv", TextForm(encoding="utf-8"))
    assert text.rows == [["n\ufffd", "b"]]


@pytest.mark.parametrize(
    ("text", "rows", "place"),
    [
        ('a;b\nc;"d', [["a", "b"], ["c", "d"]], 1),
        ('a;b\n"c;d\ne;f\n', [["a", "b"], ["c", "d"], ["e", "f"]], 1),
        ('a;"b\nb";c\nd;"e;f', [["a", "b\nb", "c"], ["d", "e", "f"]], 1),
        ('a;b\nc;"d"\n', [["a", "b"], ["c", "d"]], None),
        ('a;5" screen\nc;d', [["a", '5" screen'], ["c", "d"]], None),
        ('a;b\rc;"d', [["a", "b"], ["c", "d"]], 1),
    ],
)
def test_nothing_behind_a_quotation_mark_left_open_is_lost(
    text: str, rows: list[list[str]], place: int | None
) -> None:
    read = read_text(text.encode(), "a.csv")
    assert read.rows == rows
    assert read.open_quote == place
