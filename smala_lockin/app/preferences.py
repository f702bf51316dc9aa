"""What the user prefers, kept in a small file of theirs."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from smala_lockin import i18n, paths
from smala_lockin.formats.atomic import write_whole
from smala_lockin.formats.errors import FileTrouble

MAX_RECENT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """How the user left the program; an absent language means the system's.

    Sizes are in device-independent pixels. `recent` are the maps opened last, newest first.
    """

    language: str | None = None
    width: int = 1400
    height: int = 860
    is_maximised: bool = False
    findings_width: int = 380
    recent: tuple[str, ...] = ()

    def after_opening(self, path: Path) -> "Preferences":
        """Return these with the map in front of the recent ones."""
        newest = str(path.resolve())
        others = [one for one in self.recent if one != newest]
        return replace(self, recent=(newest, *others)[:MAX_RECENT])


def load() -> Preferences:
    """Return the user's preferences; what cannot be read or makes no sense is the default."""
    try:
        stored = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    readers = {
        "language": _language,
        "width": _pixels,
        "height": _pixels,
        "is_maximised": _flag,
        "findings_width": _pixels,
        "recent": _texts,
    }
    read = {name: reader(stored.get(name)) for name, reader in readers.items()}
    return Preferences(**{name: value for name, value in read.items() if value is not None})  # type: ignore[arg-type]


def save(preferences: Preferences) -> None:
    """Write them, whole or not at all. A folder that cannot be written to is no reason to stop."""
    content = json.dumps(asdict(preferences), indent=2, ensure_ascii=False) + "\n"
    with suppress(OSError, FileTrouble):
        _file().parent.mkdir(parents=True, exist_ok=True)
        write_whole(_file(), lambda stream: stream.write(content.encode()))


def _file() -> Path:
    return paths.user_folder() / "preferences.json"


def _language(value: object) -> str | None:
    return i18n.supported(value) if isinstance(value, str) else None


def _pixels(value: object) -> int | None:
    fits = isinstance(value, int) and not isinstance(value, bool) and 100 <= value <= 20_000
    return value if fits and isinstance(value, int) else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(one for one in value if isinstance(one, str))[:MAX_RECENT]
