"""The map file, `NAME.smala`: JSON to a landscape and back.

Loading is strict and names the place of a fault; what this version does not know is kept and
written back. Saving is atomic and keeps the version before as `NAME.smala.bak`.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from smala_lockin.domain.errors import Fault, InvalidFact, InvalidLandscape
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.setting_tables import InvalidSetting, setting_path
from smala_lockin.formats import project_records
from smala_lockin.formats.atomic import write_whole
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.formats.project_errors import Flaw, InvalidMapFile, NotAMap

FORMAT = "smala-lockin"
VERSION = 1
SUFFIX = ".smala"
MAX_BYTES = 256 * 1024 * 1024

Record = dict[str, Any]

STEPS: Mapping[int, Callable[[Record], Record]] = {}
"""What makes a file of version n one of version n + 1."""

SECTIONS = ("imports", "decisions", "diagnosis", "scenarios", "snapshots", "settings", "view")
"""Parts of the file that other floors give a meaning to."""

_BY_NAME = ("imports", "settings", "view")
"""Those of them that are never a list."""

_KNOWN = (
    "format",
    "version",
    "company",
    "assets",
    "dependencies",
    "redundancy_groups",
    "positions",
    "risks",
    *SECTIONS,
)

T = TypeVar("T")


def load(path: Path) -> Landscape:
    """Return the landscape of a map file.

    Raises `FileTrouble` where the file cannot be read, `NotAMap` where it is something else or
    made by a newer version, `InvalidMapFile` with the place of the fault where it is wrong.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NotAMap(path.name, Flaw.TOO_LARGE)
        content = path.read_bytes()
    except OSError as error:
        raise FileTrouble(path, error) from error
    return decode(content, path.name)


def save(landscape: Landscape, path: Path) -> None:
    """Write a landscape to a map file; the version before stays as `.bak`. Raises `FileTrouble`."""
    content = encode(landscape)
    write_whole(path, lambda stream: stream.write(content), backup=True)


def encode(landscape: Landscape) -> bytes:
    """Return a landscape as the bytes of a map file: the same value, the same bytes."""
    record: Record = {
        "format": FORMAT,
        "version": VERSION,
        **project_records.of_landscape(landscape),
        **{name: landscape.sections[name] for name in SECTIONS if name in landscape.sections},
        **landscape.extra,
    }
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def decode(content: bytes, name: str = "") -> Landscape:
    """Return the landscape that bytes hold; `name` is for the errors, which are those of `load`."""
    record = _migrated(_parsed(content, name), name)
    try:
        return _landscape(record)
    except _Misplaced as error:
        raise InvalidMapFile(name, error.where, error.cause) from error.cause
    except InvalidLandscape as error:
        raise InvalidMapFile(name, _place(error, record), error) from error
    except InvalidSetting as error:
        raise InvalidMapFile(name, setting_path("settings", error.fact), error) from error


def _parsed(content: bytes, name: str) -> Record:
    if not content.strip():
        raise NotAMap(name, Flaw.EMPTY)
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
        value = msgspec.json.decode(text)
    except UnicodeDecodeError as error:
        raise NotAMap(name, Flaw.NOT_UTF8) from error
    except RecursionError as error:
        raise NotAMap(name, Flaw.NESTED) from error
    except msgspec.DecodeError as error:
        truncated = "truncated" in str(error)
        looks_right = f'"{FORMAT}"' in text[:2000]
        flaw = Flaw.CUT_SHORT if truncated and looks_right else Flaw.NOT_JSON
        raise NotAMap(name, flaw) from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise NotAMap(name, Flaw.OTHER_FORMAT)
    return value


def _migrated(record: Record, name: str) -> Record:
    version = record.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InvalidMapFile(name, "version", InvalidFact("version", Fault.WRONG_TYPE))
    if version > VERSION:
        raise NotAMap(name, Flaw.NEWER)
    for step in range(version, VERSION):
        record = STEPS[step](record)
    return record


class _Misplaced(Exception):
    def __init__(self, where: str, cause: InvalidFact) -> None:
        super().__init__(where)
        self.where, self.cause = where, cause


def _landscape(record: Record) -> Landscape:
    company = _converted("company", record.get("company", {}), project_records.company)
    assets = _list(record, "assets", project_records.asset)
    kinds = Landscape.of(assets).assets  # an id that is there twice is told before what it hides
    groups = _list(record, "redundancy_groups", project_records.group)
    links = project_records.with_usual_values(_records(record, "dependencies"), kinds)
    dependencies = [
        _converted(f"dependencies[{number}]", link, project_records.dependency)
        for number, link in enumerate(links)
    ]
    whole = Landscape.of(assets, dependencies, groups, company=company)
    return Landscape(
        company=whole.company,
        assets=whole.assets,
        dependencies=whole.dependencies,
        groups=whole.groups,
        positions=_converted("positions", record.get("positions", {}), project_records.positions),
        risks=_risks(record),
        sections={name: _section(record, name) for name in SECTIONS if name in record},
        extra={key: value for key, value in record.items() if key not in _KNOWN},
    )


def _section(record: Record, name: str) -> object:
    """Return a part that other floors give a meaning to: records, in a list or by name."""
    found = record[name]
    if isinstance(found, list) and name not in _BY_NAME:
        return _records(record, name)
    if not isinstance(found, dict):
        raise _Misplaced(name, InvalidFact(name, Fault.WRONG_TYPE, value=found))
    return found


def _risks(record: Record) -> dict[Any, Any]:
    entries = record.get("risks", {})
    if not isinstance(entries, dict):
        raise _Misplaced("risks", InvalidFact("risks", Fault.WRONG_TYPE))
    return {
        key: _converted(f"risks.{key}", value, project_records.risk)
        for key, value in entries.items()
    }


def _list(record: Record, section: str, convert: Callable[[Record], T]) -> list[T]:
    return [
        _converted(f"{section}[{number}]", one, convert)
        for number, one in enumerate(_records(record, section))
    ]


def _records(record: Record, section: str) -> list[Record]:
    entries = record.get(section, [])
    if not isinstance(entries, list):
        raise _Misplaced(section, InvalidFact(section, Fault.WRONG_TYPE))
    for number, one in enumerate(entries):
        if not isinstance(one, dict):
            raise _Misplaced(f"{section}[{number}]", InvalidFact(section, Fault.WRONG_TYPE))
    return entries


def _converted(where: str, value: Any, convert: Callable[[Any], T]) -> T:
    try:
        return convert(value)
    except msgspec.ValidationError as error:
        fact, cause = _explained(error, value)
        raise _Misplaced(".".join(filter(None, (where, fact))), cause) from error


def _explained(error: msgspec.ValidationError, value: Any) -> tuple[str, InvalidFact]:
    """Return the fact at fault, and the error that says so in our own words."""
    if isinstance(error.__cause__, InvalidFact):
        return error.__cause__.fact, error.__cause__
    if lacking := re.search(r"missing required field `(\w+)`", str(error)):
        return lacking[1], InvalidFact(lacking[1], Fault.MISSING)
    path = re.search(r"`\$\.?([^`]*)`$", str(error))
    fact = path[1] if path else ""
    name = re.split(r"[.\[]", fact)[0]
    given = value.get(name) if isinstance(value, dict) else value
    return fact, InvalidFact(name, Fault.WRONG_TYPE, value=given)


def _place(error: InvalidLandscape, record: Record) -> str:
    if error.section == "positions":
        return f"positions.{error.id}"
    ids = [one.get("id") for one in record.get(error.section, [])]
    last = len(ids) - 1 - ids[::-1].index(error.id)  # of two alike, the second is the fault
    return f"{error.section}[{last}].{error.fact}"
