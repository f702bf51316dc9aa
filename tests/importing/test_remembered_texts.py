"""How a text is written is remembered with its headers, once somebody has said it."""

from pathlib import Path

from smala_lockin.app import import_job
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.sources import read_sources
from smala_lockin.formats.text_form import TextForm
from smala_lockin.importing.profiles import forms_of, known_records
from smala_lockin.importing.propose import propose

_TEXT = "Applicatie|Leverancier;Kost\nCafé 1|Exact;5\nCafé 2|SAP;6\n"
"""A semicolon in each row, and a bar: nothing says which of them parts the columns."""

_BARS = TextForm(encoding="mac_roman", delimiter="|")


def _written(folder: Path) -> Path:
    path = folder / "lijst.csv"
    path.write_bytes(_TEXT.encode("mac_roman"))
    return path


def _map_with(path: Path) -> Landscape:
    tables = read_sources([path], forms={path.name: _BARS}).tables
    return propose(tables, catalogue=False).apply(Landscape())


def test_the_next_file_with_these_headers_is_read_as_was_said(tmp_path: Path) -> None:
    path = _written(tmp_path)
    made = _map_with(path)
    assert {one.name for one in made.assets.values()} >= {"Café 1", "Café 2"}
    found = read_sources([path]).tables
    assert forms_of(found, known_records(made)) == {path.name: _BARS}
    reading = import_job.read(lambda *_done: None, [path], known_records(made))
    assert [(look.form, look.delimiter) for look in reading.sheets] == [(_BARS, "|")]


def test_what_was_said_is_forgotten_once_the_text_is_read_as_found_again(tmp_path: Path) -> None:
    path = _written(tmp_path)
    again = propose(read_sources([path]).tables, _map_with(path), catalogue=False)
    made = again.apply(_map_with(path))
    assert not forms_of(read_sources([path]).tables, known_records(made))


def test_nothing_is_remembered_of_a_text_that_was_read_as_found(tmp_path: Path) -> None:
    path = _written(tmp_path)
    made = propose(read_sources([path]).tables, catalogue=False).apply(Landscape())
    assert "imports" not in made.sections
    assert not forms_of(read_sources([path]).tables, {"a | b": {"text": {"encoding": "no such"}}})
