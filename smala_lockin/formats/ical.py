"""Calendars: whole days with reminders, as iCalendar (RFC 5545)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_LONGEST_LINE = 75
_REMINDED_AT_HOUR = 9
_FIRST_REVISION = date(2020, 1, 1)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One whole day. A calendar that reads the same `uid` again moves what it has.

    `reminders` are days before, each at nine in the morning.
    """

    uid: str
    on: date
    title: str
    text: str
    reminders: tuple[int, ...] = ()


def write(entries: Iterable[Entry], *, name: str, language: str, made_on: date) -> bytes:
    """Return a calendar of these days; the same days, the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Smala//Smala Lock-in//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for entry in entries:
        lines += _event(entry, language, made_on)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(entry: Entry, language: str, made_on: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{_day(made_on)}T000000Z"
    yield f"SEQUENCE:{max(0, (made_on - _FIRST_REVISION).days)}"
    yield f"DTSTART;VALUE=DATE:{_day(entry.on)}"
    if entry.on < date.max:
        yield f"DTEND;VALUE=DATE:{_day(entry.on + timedelta(days=1))}"
    yield f"SUMMARY;LANGUAGE={language}:{_text(entry.title)}"
    if entry.text:
        yield f"DESCRIPTION;LANGUAGE={language}:{_text(entry.text)}"
    yield "TRANSP:TRANSPARENT"
    for days in entry.reminders:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION;LANGUAGE={language}:{_text(entry.title)}"
        yield f"TRIGGER:{_before(days)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _day(value: date) -> str:
    return f"{value.year:04d}{value.month:02d}{value.day:02d}"


def _before(days: int) -> str:
    """Return how long before the day begins, at midnight, the reminder is."""
    if days == 0:
        return f"PT{_REMINDED_AT_HOUR}H"
    return f"-P{days - 1}DT{24 - _REMINDED_AT_HOUR}H"


def _text(value: str) -> str:
    clean = _CONTROLS.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n"))
    escaped = clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line cut every 75 octets, not inside a letter; what follows begins with a space."""
    parts, part, size = [], "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > _LONGEST_LINE:
            parts.append(part)
            part, size = " ", 1
        part += letter
        size += length
    return "\r\n".join([*parts, part])
