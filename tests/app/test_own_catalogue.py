"""The user's own entries are kept whole, never over a file that could not be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from smala_lockin.__main__ import main
from smala_lockin.app import own_catalogue
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.knowledge import catalogue, in_force, overlay
from smala_lockin.knowledge.overlay import InvalidOverlay, Overlay, Section
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.words import overlay_errors

_SAP, _ODOO = VendorId("sap"), VendorId("odoo")
_MOVED = Overlay(entries={_SAP: {"hq_country": "FR"}})


@pytest.fixture(autouse=True)
def _read_again() -> Iterator[None]:
    in_force.forget()
    yield
    in_force.forget()


def _country(id: str) -> str | None:
    vendor = catalogue.vendor(id)
    assert vendor is not None
    return vendor.country


def test_what_is_saved_is_in_force_at_once_and_stays() -> None:
    own_catalogue.save(_MOVED)
    assert _country("sap") == "FR"
    in_force.forget()
    assert _country("sap") == "FR"
    assert overlay.read(overlay.place()) == _MOVED


def test_the_version_before_is_kept() -> None:
    own_catalogue.save(_MOVED)
    own_catalogue.save(overlay.NOTHING)
    kept = overlay.place().with_name("catalogue.json.bak")
    assert overlay.parsed(kept.read_bytes()) == _MOVED
    assert _country("sap") == "DE"


def test_what_makes_no_sense_is_not_saved() -> None:
    own_catalogue.save(_MOVED)
    with pytest.raises(InvalidOverlay):
        own_catalogue.save(Overlay(entries={_SAP: {"hq_country": "XX"}}))
    assert overlay.read(overlay.place()) == _MOVED


def test_a_file_that_could_not_be_read_is_never_written_over() -> None:
    place = overlay.place()
    place.parent.mkdir(parents=True)
    place.write_text("my notes", encoding="utf-8")
    with pytest.raises(InvalidOverlay):
        own_catalogue.save(_MOVED)
    assert place.read_text(encoding="utf-8") == "my notes"
    aside = own_catalogue.set_aside()
    assert aside.read_text(encoding="utf-8") == "my notes"
    own_catalogue.save(_MOVED)
    assert _country("sap") == "FR"


def test_what_was_put_aside_earlier_stays() -> None:
    overlay.place().parent.mkdir(parents=True)
    kept = []
    for text in ("one", "two", "three"):
        overlay.place().write_text(text, encoding="utf-8")
        kept.append(own_catalogue.set_aside())
    assert [path.read_text(encoding="utf-8") for path in kept] == ["one", "two", "three"]


def test_what_one_exports_another_receives(tmp_path: Path) -> None:
    own_catalogue.save(_MOVED)
    own_catalogue.export(tmp_path / "ours.json")
    own_catalogue.save(Overlay(entries={_SAP: {"hq_country": "BE"}, _ODOO: {"notes": "ours"}}))
    theirs = own_catalogue.received(tmp_path / "ours.json")
    assert theirs == _MOVED
    assert own_catalogue.contradicted(theirs) == ["SAP"]
    own_catalogue.save(in_force.tables().overlay.merged(theirs))
    assert (_country("sap"), set(in_force.tables().overlay.entries)) == ("FR", {_SAP, _ODOO})


def test_contradictions_in_the_smaller_tables_are_named_as_people_know_them(
    tmp_path: Path,
) -> None:
    ours = overlay.NOTHING.with_row(Section.COUNTRIES, "US", {"notes": "ours"})
    theirs = overlay.NOTHING.with_row(Section.COUNTRIES, "US", {"notes": "theirs"})
    own_catalogue.save(ours)
    (tmp_path / "theirs.json").write_bytes(overlay.content(theirs))
    received = own_catalogue.received(tmp_path / "theirs.json")
    assert own_catalogue.contradicted(received) == ["United States"]
    own_catalogue.save(received.merged(own_catalogue.fresh()))
    assert in_force.countries()["US"].notes == "ours"


def test_a_file_that_is_no_catalogue_is_not_received(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    with pytest.raises(FileTrouble):
        own_catalogue.received(path)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(InvalidOverlay):
        own_catalogue.received(path)


def test_a_fault_is_told_with_entry_place_and_what_is_expected() -> None:
    with pytest.raises(InvalidOverlay) as caught:
        in_force.checked(Overlay(entries={_SAP: {"hq_country": "XX"}}))
    assert overlay_errors.sentence(caught.value) == (
        "Entry “sap”: “XX” cannot stand in “hq_country”: a country code of two letters such as "
        "BE is expected."
    )


def test_an_import_heeds_own_entries_and_tells_where_they_were_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "apps.csv"
    table.write_text("Application;Supplier\nSAP S/4HANA;SAP\n", encoding="utf-8")
    command = ["import", str(table), "-o", str(tmp_path / "out.smala"), "--language", "en"]
    own_catalogue.save(_MOVED)
    assert main(command) == 0
    assert '"country": "FR"' in (tmp_path / "out.smala").read_text(encoding="utf-8")
    overlay.place().write_text("{", encoding="utf-8")
    in_force.forget()
    assert main(command) == 1
    assert "(catalogue.json) are left out" in capsys.readouterr().err


def test_what_another_program_kept_meanwhile_is_not_lost() -> None:
    own_catalogue.save(_MOVED)
    others = _MOVED.with_entry(_ODOO, {"notes": "theirs"})
    overlay.place().write_bytes(overlay.content(others))
    own_catalogue.save(own_catalogue.fresh().with_entry(_SAP, {"hq_country": "BE"}))
    kept = overlay.read(overlay.place()).entries
    assert kept == {_SAP: {"hq_country": "BE"}, _ODOO: {"notes": "theirs"}}
