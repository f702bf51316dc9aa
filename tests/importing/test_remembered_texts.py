"""How a text is written is remembered with its headers, once somebody has said it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smala_lockin.app import import_job
from smala_lockin.app.import_job import Reading, SheetLook
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.sources import read_sources
from smala_lockin.formats.text_form import AS_FOUND, TextForm
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.profiles import Records, forms_of, known_records
from smala_lockin.importing.propose import propose
from smala_lockin.importing.understanding.sheets import SheetChoice
from smala_lockin.importing.understanding.sorts import RowSort, Skip

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


def _tell(_done: int, _of: int) -> None: ...


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], tuple[Path, Reading]]:
    """Return a function that gives a text and what it holds as it is found."""
    path = _written(tmp_path_factory.mktemp("texts"))
    return cache(lambda: (path, import_job.read(_tell, [path], {})))


def _chosen(path: Path, found: Reading, form: TextForm, choice: SheetChoice) -> Reading:
    """Return what a text holds after somebody has said how it is written, and chosen for it."""
    key = (path.name, None)
    again = import_job.read_otherwise(_tell, found.content, [path], form, {}, {})
    looks = import_job.look(_tell, again.content, {key: choice}, frozenset({key}))
    return Reading(
        content=again.content, sheets=looks, diagrams=(), invoices=0, choices={key: choice}
    )


def _meant(look: SheetLook) -> object:
    """All that a look says of a sheet but how sure it is; of one left out, that it is."""
    if look.skip is Skip.CHOSEN:
        return look.form, look.skip
    columns = [(one.header, one.meaning) for one in look.columns]
    return look.form, look.delimiter, look.header_row, look.sort, look.skip, columns, look.ignored


def _profile(reading: Reading) -> Records:
    return import_job.records(reading.sheets, reading.choices)


FORMS = st.builds(
    TextForm,
    encoding=st.sampled_from([None, "mac_roman", "cp1252", "utf-8"]),
    delimiter=st.sampled_from([None, "|", ";", ","]),
)
HEADERS = ("Applicatie", "Leverancier;Kost", "Applicatie|Leverancier", "Kost")
CHOICES = st.builds(
    SheetChoice,
    is_used=st.sampled_from([None, False]),
    sort=st.sampled_from([None, RowSort.ASSET, RowSort.SUPPLIER]),
    meanings=st.dictionaries(
        st.sampled_from(HEADERS), st.sampled_from([None, Meaning.OWNER, Meaning.NAME]), max_size=2
    ),
    ignored=st.frozensets(st.sampled_from(HEADERS[1:]), max_size=1),
)


@settings(max_examples=30)
@example(
    form=TextForm(delimiter=";"),
    choice=SheetChoice(meanings={"Applicatie|Leverancier": None}),
    now=TextForm(),
)
@given(form=FORMS, choice=CHOICES, now=FORMS)
def test_what_a_profile_was_saved_from_comes_back_whatever_was_chosen_since(
    fresh: Callable[[], tuple[Path, Reading]], form: TextForm, choice: SheetChoice, now: TextForm
) -> None:
    path, found = fresh()
    saved = _chosen(path, found, form, choice)
    profile = _profile(saved)
    other = _chosen(path, found, now, SheetChoice(sort=RowSort.PROCESS))
    back = import_job.recall(_tell, other.content, [path], profile, other.choices)
    if saved.sheets[0].signature in profile:
        assert back is not None
        assert [_meant(one) for one in back.sheets] == [_meant(one) for one in saved.sheets]


def test_a_profile_for_other_headers_changes_nothing(
    fresh: Callable[[], tuple[Path, Reading]],
) -> None:
    path, found = fresh()
    profile = {"naam | prijs": {"rows": "asset", "columns": {}, "text": {"delimiter": "|"}}}
    assert import_job.recall(_tell, found.content, [path], profile, {}) is None


def test_a_profile_that_says_nothing_of_the_text_reads_it_as_it_is_found(
    fresh: Callable[[], tuple[Path, Reading]],
) -> None:
    path, found = fresh()
    plain = _profile(found)
    barred = _chosen(path, found, _BARS, SheetChoice())
    assert barred.sheets[0].form == _BARS
    back = import_job.recall(_tell, barred.content, [path], plain, barred.choices)
    assert back is not None
    assert back.sheets[0].form == AS_FOUND


@pytest.mark.parametrize("name", ["no such", "hex", "rot13", "undefined", "", 7])
def test_an_encoding_that_is_none_is_passed_over(
    fresh: Callable[[], tuple[Path, Reading]], name: object
) -> None:
    _path, found = fresh()
    (look,) = found.sheets
    tables = read_sources([fresh()[0]]).tables
    assert forms_of(tables, {look.signature: {"text": {"encoding": name}}}) == {}


def test_headers_that_stand_there_again_further_on_are_known_where_they_stand_first(
    tmp_path: Path,
) -> None:
    page = "Application;Fournisseur;Coût annuel\n" + "".join(f"App {n};Acme;9\n" for n in range(8))
    path = tmp_path / "pages.csv"
    path.write_text(page + page.replace("App ", "Tool "), encoding="utf-8")
    found = import_job.read(_tell, [path], {})
    again = import_job.read(_tell, [path], _profile(found))
    assert [(one.header_row, one.data_rows) for one in again.sheets] == [(1, 16)]
    assert found.sheets[0].data_rows == 16


def test_how_a_list_without_header_is_written_is_remembered_by_its_form(tmp_path: Path) -> None:
    path = tmp_path / "outils 2026.csv"
    path.write_bytes("Café Odoo|Odoo SA;|9,50\nSlack|Salesforce;|3,00\n".encode("mac_roman"))
    chosen = SheetChoice(sort=RowSort.ASSET)
    tables = read_sources([path], forms={path.name: _BARS}).tables
    made = propose(tables, choices={(path.name, None): chosen}, catalogue=False).apply(Landscape())
    later = path.rename(tmp_path / "outils 2027.csv")
    assert forms_of(read_sources([later]).tables, known_records(made)) == {later.name: _BARS}
    other = later.rename(tmp_path / "clients.csv")
    assert not forms_of(read_sources([other]).tables, known_records(made))
