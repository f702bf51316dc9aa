"""The log: what went wrong, for whoever helps the user; never names or figures of the company.

Messages of errors may quote a map, so of an error only its type and the places in the code are
written, without the values of variables.
"""

import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from smala_lockin import paths

MAX_BYTES, FILES = 200_000, 3

_logger = logging.getLogger("smala_lockin")
_CODE_OF_OTHERS = ("site-packages", "dist-packages")


def path() -> Path:
    """Return where the log is, or will be."""
    return paths.user_folder() / "log" / "smala-lockin.log"


def begin() -> None:
    """Write to the log from now on. A folder that cannot be written to is no reason to stop."""
    _logger.setLevel(logging.INFO)
    _logger.propagate = False
    end()
    _logger.addHandler(_Waiting())
    logging.raiseExceptions = False  # a full disk must not become an error of its own


def end() -> None:
    """Close the log."""
    for handler in list(_logger.handlers):
        _logger.removeHandler(handler)
        handler.close()


def text() -> str:
    """Return what the log says, the newest last; empty where there is none."""
    with suppress(OSError):
        return path().read_text(encoding="utf-8", errors="replace")
    return ""


def note(message: str, *values: object) -> None:
    """Write one line. Values are ids, counts, suffixes, types: nothing of the company's."""
    _logger.info(message, *values)


def note_error(error: BaseException) -> None:
    """Write an unexpected error."""
    note("%s", described(error))


def described(error: BaseException) -> str:
    """Return what may be said of an error: its type, where it arose, and the same of its cause."""
    return "\n".join(_lines(error))


def without_quotes(message: str) -> str:
    """Return a message of Qt's without what it quotes, and without paths."""
    plain = re.sub(r"\"[^\"]*\"|“[^”]*”|'[^']*'", "…", message)
    return re.sub(r"\S*[/\\]\S*", "…", plain)[:300]


class _Waiting(logging.Handler):
    """Opens the file for the first line: most runs have none, and the means load slowly."""

    def __init__(self) -> None:
        super().__init__()
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = _opened()
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def _opened() -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    with suppress(OSError):
        path().parent.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            path(), maxBytes=MAX_BYTES, backupCount=FILES - 1, encoding="utf-8", delay=True
        )
        file.setFormatter(logging.Formatter("%(asctime)s %(process)d %(message)s"))
        return file
    return logging.NullHandler()


def _lines(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    here: BaseException | None = error
    while here is not None and id(here) not in seen:
        seen.add(id(here))
        yield ("because of " if here is not error else "") + type(here).__qualname__
        for frame, number in traceback.walk_tb(here.__traceback__):
            code = frame.f_code
            yield f"    {_place(Path(code.co_filename))}:{number} {code.co_name}"
        here = here.__cause__ or (None if here.__suppress_context__ else here.__context__)


def _place(file: Path) -> str:
    """Return a path without the folders that are the user's own."""
    parts = file.parts
    for name in (*_CODE_OF_OTHERS, Path(__file__).parents[1].name):
        if name in parts:
            start = len(parts) - parts[::-1].index(name)
            return "/".join(parts[start - (name not in _CODE_OF_OTHERS) :])
    return file.name
