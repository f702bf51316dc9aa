"""Start code: finds or makes an environment that holds the dependencies, and runs inside it.

Standard library only, and nothing that Python 3.8 cannot parse: an old Python is to say so in a
sentence. All is told on standard error, for standard output belongs to the commands.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "smala-lockin.json"
LOG = VENV / "smala-lockin.log"

GLIB = ["glib", "gio", "gmodule", "gobject", "gthread"]
NAMED_OTHERWISE = {f"lib{name}-2.0.so.0": "libglib2.0-0" for name in GLIB}


def prepare(extra: str = "") -> None:
    """Return once this process has the dependencies, and those of `extra`; or never.

    Elsewhere than in such an environment it makes `.venv` and starts the same command there. What
    goes wrong is told in one sentence, with exit code 2.
    """
    try:
        if is_too_old(sys.version_info[:2]):
            here = f"{sys.version_info[0]}.{sys.version_info[1]}"
            _stop(f"Smala Lock-in needs Python 3.11 or newer; this is Python {here}.")
        if not _is_ready(extra):
            _make_ready(extra)
            _start_inside()
    except KeyboardInterrupt:
        _stop("Stopped; the next start takes it up again.", code=130)
    except OSError as error:
        _stop(f"The start failed: {error.strerror or error} ({error.filename or VENV}).")


def is_too_old(version: tuple[int, ...]) -> bool:
    """Tell whether this version of Python cannot run the program."""
    return version < (3, 11)


def requirement_names(project: dict[str, Any], extra: str) -> list[str]:
    """Return the distributions that a pyproject file's `project` table asks for, with `extra`."""
    asked = project["dependencies"] + project["optional-dependencies"].get(extra, [])
    return [re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in asked]


def wanted_stamp() -> dict[str, Any]:
    """Return what must be unchanged for an installation to be good without another look."""
    return {
        "folder": str(ROOT),  # an environment's scripts hold its absolute path
        "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
    }


def is_installed(stamp: dict[str, Any], wanted: dict[str, Any], extra: str) -> bool:
    """Tell whether the stamp stands for an installation of just this project with `extra`."""
    same = all(stamp.get(key) == value for key, value in wanted.items())
    return same and extra in ("", stamp.get("extra"))


def must_be_remade(stamp: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Tell whether the environment is half-made, or was made elsewhere or by another Python.

    One without a stamp is somebody's own: it is completed, not thrown away.
    """
    return bool(stamp) and any(stamp.get(key) != wanted[key] for key in ("folder", "python"))


def missing_libraries(ldd_output: str) -> list[str]:
    """Return the libraries that `ldd` did not find."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", ldd_output, re.MULTILINE)))


def debian_package(library: str) -> str:
    """Return the Debian package of a library such as `libxcb-cursor.so.0`.

    Debian Policy 8.1: name and version, with a hyphen between where the name ends in a digit.
    """
    name, _, version = library.lower().replace("_", "-").partition(".so.")
    regular = name + ("-" if name[-1].isdigit() else "") + version
    return NAMED_OTHERWISE.get(library, regular)


def _is_ready(extra: str) -> bool:
    """Tell whether this very process has the dependencies."""
    if _is_inside() and STAMP.exists():
        return is_installed(_read_stamp(), wanted_stamp(), extra)
    import tomllib  # not in Python 3.8

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    try:
        for name in requirement_names(project, extra):
            importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _make_ready(extra: str) -> None:
    """Give `.venv` what it lacks: the environment, the project, the system's libraries."""
    stamp, wanted = _read_stamp(), wanted_stamp()
    if not _python().exists() or not is_installed(stamp, wanted, extra):
        _tell("Fetching what the program needs, about 300 MB. The next start is quick.")
        if not _is_inside() and (must_be_remade(stamp, wanted) or not _has_pip()):
            _make_environment()
        stamp = {**wanted, "extra": extra or stamp.get("extra", "")}
        _install(stamp["extra"])
        _write_stamp(stamp)
    if sys.platform == "linux" and not stamp.get("libraries") and _has_libraries():
        _write_stamp({**stamp, "libraries": True})


def _make_environment() -> None:
    if not _ran(sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)):
        _stop(f"Python could not make the folder {VENV}.")
    _write_stamp({"unfinished": True})
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if importlib.util.find_spec("ensurepip") is None and not _install_packages([package]):
        _stop(f"Please have the system package {package} installed, then start again.")
    if not _ran(sys.executable, "-m", "venv", str(VENV)):
        _stop(f"Python could not complete the folder {VENV}; {LOG} says why.")


def _install(extra: str) -> None:
    project = f"{ROOT}[{extra}]" if extra else str(ROOT)
    options = ("--disable-pip-version-check", "--no-input", "--progress-bar", "off")
    if not _ran(str(_python()), "-m", "pip", "install", *options, "--editable", project):
        _stop(f"The installation, which needs the internet this once, failed; {LOG} says why.")


def _has_libraries() -> bool:
    """Install the system libraries that Qt and Graphviz lack; if that fails, name them."""
    lacking = _lacking_libraries()
    packages = sorted({debian_package(library) for library in lacking})
    if packages and _install_packages(packages):
        lacking = _lacking_libraries()
    if lacking:
        _tell(f"Please have these system packages installed: {' '.join(packages)}.")
    return not lacking


def _lacking_libraries() -> list[str]:
    site = next(VENV.glob("lib/python*/site-packages"))
    qt = [site / f"PySide6/Qt/plugins/platforms/libq{name}.so" for name in ("xcb", "offscreen")]
    files = [*qt, *site.glob("pygraphviz/*.so"), *site.glob("pygraphviz.libs/*")]
    if not shutil.which("ldd"):
        return []
    command = ["ldd", *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return missing_libraries(answer.stdout)


def _install_packages(packages: list[str]) -> bool:
    """Install Debian packages as root or by sudo, and tell whether that went well."""
    rights = [] if os.geteuid() == 0 else ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
    if not all(map(shutil.which, ["apt-get", *rights[:1]])):
        return False
    _tell(f"Installing system packages: {' '.join(packages)}.")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y"]
    _ran(*apt, "update")  # where this fails, it may be for a list that is not needed
    return _ran(*apt, "install", "--no-install-recommends", *packages)


def _start_inside() -> NoReturn:
    command = [str(_python()), *sys.orig_argv[1:]]
    if os.name != "nt":
        os.execv(command[0], command)
    with subprocess.Popen(command) as process:  # Windows' exec gives the prompt back at once
        while True:
            try:
                sys.exit(process.wait())
            except KeyboardInterrupt:
                continue  # the child got it too, and decides


def _ran(*command: str) -> bool:
    """Run a command, its words to the log and a dot per line as a sign of life."""
    lines = []
    pipe, same = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(
        command, stdout=pipe, stderr=same, text=True, errors="replace"
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            print(".", end="", file=sys.stderr, flush=True)
    if lines:
        print(file=sys.stderr)
        with LOG.open("a", encoding="utf-8") as log:  # now: `venv --clear` empties the folder
            log.writelines(lines)
    return process.returncode == 0


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _stop(sentence: str, code: int = 2) -> NoReturn:
    _tell(sentence)
    sys.exit(code)


def _is_inside() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _has_pip() -> bool:
    ask = [str(_python()), "-m", "pip", "--version"]
    return _python().exists() and subprocess.run(ask, capture_output=True).returncode == 0


def _read_stamp() -> dict[str, Any]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except ValueError:  # cut short, by a full disk for instance
        return {"unfinished": True}


def _write_stamp(stamp: dict[str, Any]) -> None:
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")
