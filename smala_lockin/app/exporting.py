"""Writing the risk register of a map."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin import i18n
from smala_lockin.formats import atomic

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.formats.guarded import Tell

REGISTER_SUFFIX = ".xlsx"


def write_register(tell: "Tell", report: "Report", path: Path) -> None:
    """Write the register of a report: the job of a child process. Raises `FileTrouble`.

    It speaks the company's language, whatever that of the window.
    """
    from smala_lockin.formats.register_workbook import write_register as write

    with i18n.language(register_language(report)):
        write(report, path, progress=tell)


def sweep(path: Path) -> None:
    """Leave nothing behind of a register whose writer was ended."""
    atomic.sweep(path)


def register_language(report: "Report") -> str:
    """Return the language of a register: the company's, else the one in force."""
    wish = report.landscape.company.language
    return (wish and i18n.supported(wish)) or i18n.current()


def file_name(words: str) -> str:
    """Return words as the name of a workbook that every file system takes."""
    return plain_name(words) + REGISTER_SUFFIX


def plain_name(words: str) -> str:
    """Return words as the name of a file without its ending."""
    plain = " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", words).split())
    return plain[:80].rstrip(" .")


def with_suffix(path: Path) -> Path:
    """Return the path, with the ending of a workbook if it lacks it."""
    if path.suffix.lower() == REGISTER_SUFFIX:
        return path
    return path.with_name(path.name + REGISTER_SUFFIX)
