"""Calendars: what is written is read again by an independent reader of RFC 5545."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin import i18n
from smala_lockin.domain.kinds import OpenSource
from smala_lockin.domain.records import Company
from smala_lockin.formats import exit_calendar, ical
from tests.builders import asset, landscape_of

TODAY = date(2026, 11, 22)
Properties = list[tuple[str, str]]
_ESCAPED = re.compile(r"\\(.)")


def _lines(content: bytes) -> list[str]:
    """The lines of a file with its folds undone; each line as written fits and ends rightly."""
    assert content.endswith(b"\r\n")
    written = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in written)
    return content.decode()[:-2].replace("\r\n ", "").split("\r\n")


def _events(content: bytes) -> list[Properties]:
    found: list[Properties] = []
    depth: list[str] = []
    for line in _lines(content):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            depth.append(value)
            if value == "VEVENT":
                found.append([])
        elif name == "END":
            assert depth.pop() == value
        elif depth[-1:] == ["VEVENT"] or (depth[-1:] == ["VALARM"] and name == "TRIGGER"):
            found[-1].append((name, value))
    assert depth == []
    return found


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else match[1], value)


def _value(event: Properties, name: str) -> str:
    (found,) = [value for key, value in event if key.split(";")[0] == name]
    return _plain(found)


_texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(',;:\\\n"éœ€😀'), max_size=120
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(_texts.filter(str.strip), _texts, st.dates(), st.integers(0, 400)), max_size=4
    )
)
def test_what_is_written_is_read_again(rows: list[tuple[str, str, date, int]]) -> None:
    entries = [
        ical.Entry(uid=f"{number}@x", on=on, title=title, text=text, reminders=(days,))
        for number, (title, text, on, days) in enumerate(rows)
    ]
    content = ical.write(entries, name="A, B; C", language="fr", made_on=TODAY)
    found = _events(content)
    assert len(found) == len(entries)
    for entry, event in zip(entries, found, strict=True):
        assert _value(event, "UID") == entry.uid
        assert _value(event, "SUMMARY") == entry.title
        if entry.text:
            assert _value(event, "DESCRIPTION") == entry.text
        assert _value(event, "DTSTART") == entry.on.isoformat().replace("-", "")
        if entry.on < date.max:
            after = entry.on + timedelta(days=1)
            assert _value(event, "DTEND") == after.isoformat().replace("-", "")
        (days,) = entry.reminders
        hours = 9 - 24 * days
        assert _hours(_value(event, "TRIGGER")) == hours


def _hours(trigger: str) -> int:
    match = re.fullmatch(r"(-?)P(?:(\d+)D)?T(\d+)H", trigger)
    assert match
    hours = int(match[2] or 0) * 24 + int(match[3])
    return -hours if match[1] else hours


def test_signs_that_command_a_terminal_are_left_out() -> None:
    entry = ical.Entry(uid="1", on=TODAY, title="a\x1b[31m\r\nb\x00", text="")
    (event,) = _events(ical.write([entry], name="x", language="en", made_on=TODAY))
    assert _value(event, "SUMMARY") == "a [31m\nb "


_ERP = asset(
    "erp",
    "cloud_service",
    name="Odoo, version 17",
    contract_end=date(2027, 3, 31),
    notice_days=90,
    renewal_months=12,
    replacement_days=20,
)
_OLD = asset("old", name="Vieux", end_of_support=date(2027, 1, 10), open_source=OpenSource.NO)
_GONE = asset("gone", end_of_support=date(2020, 1, 10))
_ACME = asset("acme", "supplier", name="Acme", contact="+32 2 123 45 67")
MAP = landscape_of(
    "shop -> erp", "erp => acme", assets=[_ERP, _OLD, _GONE, _ACME], company=Company(name="Lambert")
)


def test_the_calendar_holds_last_days_of_notice_ends_and_support(tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    with i18n.language("en"):
        assert exit_calendar.export(MAP, path, today=TODAY) == 3
    notice, support, end = _events(path.read_bytes())
    assert _value(notice, "DTSTART") == "20261231"
    assert _value(notice, "SUMMARY") == "Last day to give notice: Odoo, version 17"
    told = _value(notice, "DESCRIPTION").split("\n")
    assert (
        told[0]
        == "Notice must be given by 31 December 2026; the contract then ends on 31 March 2027."
    )
    assert told[1] == "Otherwise it renews itself for 12 months."
    assert told[-1] == "Supplier: Acme (+32 2 123 45 67)"
    triggers = [value for key, value in notice if key == "TRIGGER"]
    assert [_hours(one) for one in triggers] == [9 - 24 * days for days in (60, 14, 2)]
    assert (_value(support, "DTSTART"), _value(end, "DTSTART")) == ("20270110", "20270331")


def test_the_same_map_makes_the_same_entries_whatever_the_day(tmp_path: Path) -> None:
    first = exit_calendar.entries(MAP, today=TODAY)
    later = exit_calendar.entries(MAP, today=TODAY + timedelta(days=200))
    assert {one.uid for one in later} < {one.uid for one in first}
    moved = {one.uid: one.on for one in later}
    assert sorted(moved.values()) == [date(2028, 1, 1), date(2028, 3, 31)]
    other = landscape_of("shop -> erp", assets=[_ERP], company=Company(name="Dupont"))
    assert not {one.uid for one in exit_calendar.entries(other, today=TODAY)} & set(moved)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_speaks_the_language_in_force(language: str) -> None:
    with i18n.language(language):
        titles = {one.title for one in exit_calendar.entries(MAP, today=TODAY)}
    french = "Dernier jour pour donner le préavis\N{NO-BREAK SPACE}: Odoo, version 17"
    assert (french in titles) == (language == "fr")


def test_a_map_without_days_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(exit_calendar.NothingDue) as caught:
        exit_calendar.export(landscape_of("shop -> erp"), tmp_path / "dates.ics", today=TODAY)
    assert caught.value.sentence().endswith(".")
    assert list(tmp_path.iterdir()) == []
