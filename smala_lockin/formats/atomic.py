"""Writing a file whole or not at all."""

import contextlib
import glob
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from smala_lockin.formats.errors import FileTrouble


def write_whole(path: Path, write: Callable[[BinaryIO], object], *, backup: bool = False) -> None:
    """Replace a file by what `write` puts into a stream, or leave it as it was.

    The new bytes go to a temporary file in the same folder and reach the disk before they take
    the name. With `backup` the version before is kept as `NAME.bak`. Raises `FileTrouble`.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise IsADirectoryError(target.name)
        if target.exists() and not target.is_file():
            raise PermissionError(target.name)  # a device or a pipe is no file to replace
        new = _written_beside(target, write)
        try:
            if target.exists():
                shutil.copymode(target, new)
                if backup:
                    _keep(target)
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
        _flush_folder(target.parent)
    except OSError as error:
        raise FileTrouble(path, error, writing=True) from error


def sweep(path: Path) -> None:
    """Take away what writers of a file left behind that were ended before they could.

    Only for when nobody is writing it: a killed process tidies nothing up, and on Windows
    every process that is ended is killed.
    """
    target = Path(os.path.realpath(path))
    for left in target.parent.glob(f"{glob.escape(_prefix(target))}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            left.unlink()


_SUFFIX = ".tmp"


def _prefix(target: Path) -> str:
    return f".{target.name[:40]}."


def _written_beside(target: Path, write: Callable[[BinaryIO], object]) -> Path:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_prefix(target), suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if os.name == "posix":
            Path(name).chmod(0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _keep(target: Path) -> None:
    with target.open("rb") as before:
        copy = _written_beside(target, lambda stream: shutil.copyfileobj(before, stream))
    copy.replace(target.with_name(target.name + ".bak"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
