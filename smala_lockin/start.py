"""Start code: finds or makes an environment that holds the dependencies, and runs inside it.

Standard library only, and nothing that Python 3.8 cannot parse: an old Python is to say so in a
sentence. All is told on standard error, for standard output belongs to the commands.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP, LIBRARIES = VENV / "smala-lockin.stamp", VENV / "smala-lockin.libraries"
VERSION = "{}.{}".format(*sys.version_info)


def prepare(extra: str = "") -> None:
    """Return once this process has the dependencies, and those of `extra`; or never.

    Elsewhere than in such an environment it makes `.venv` and starts the same command there. What
    goes wrong is told in one sentence, with exit code 2.
    """
    if sys.version_info < (3, 11):
        _stop(f"Smala Lock-in needs Python 3.11 or newer; this is Python {VERSION}.")
    try:
        if not _has_dependencies(extra):
            _make_ready(extra)
            _start_inside()
    except KeyboardInterrupt:
        _stop("Stopped; the next start takes it up again.", code=130)
    except subprocess.CalledProcessError:
        _stop(f"Python could not complete the folder {VENV}.")
    except OSError as error:
        _stop(f"The start failed: {error.strerror or error} ({error.filename or VENV}).")


def stamps(extra: str) -> list[str]:
    """Return what the stamp of a good installation may say; its first line names the place."""
    project = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return [f"{_place()}\n{project} {one}" for one in dict.fromkeys((extra, "dev"))]


def must_be_remade(stamp: str) -> bool:
    """Tell whether the environment is half-made, or was made elsewhere or by another Python.

    One without a stamp is somebody's own: it is completed, not thrown away.
    """
    return bool(stamp) and stamp.partition("\n")[0] != _place()


def requirement_names(pyproject: str, extra: str) -> list[str]:
    """Return the distributions that the text of a pyproject file asks for, with `extra`."""
    import tomllib  # not in Python 3.8

    project = tomllib.loads(pyproject)["project"]
    asked = project["dependencies"] + project["optional-dependencies"].get(extra, [])
    return [re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in asked]


def missing_libraries(ldd_output: str) -> list[str]:
    """Return the libraries that `ldd` did not find."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", ldd_output, re.MULTILINE)))


def debian_package(library: str) -> str:
    """Return the Debian package of a library such as `libxcb-cursor.so.0`.

    Debian Policy 8.1: name and version, with a hyphen between where the name ends in a digit.
    """
    if re.match(r"lib(glib|gio|gmodule|gobject|gthread)-2\.0\.", library):
        return "libglib2.0-0"
    name, _, version = library.lower().replace("_", "-").partition(".so.")
    return name + ("-" if name[-1].isdigit() else "") + version


def _has_dependencies(extra: str) -> bool:
    """Tell whether this very process has the dependencies."""
    if _is_inside() and STAMP.exists():
        return _read_stamp() in stamps(extra)
    try:
        for name in requirement_names((ROOT / "pyproject.toml").read_text("utf-8"), extra):
            importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _make_ready(extra: str) -> None:
    """Give `.venv` what it lacks: the environment, the project, the system's libraries."""
    if not PYTHON.exists() or _read_stamp() not in stamps(extra):
        _tell("Fetching what the program needs, about 300 MB. The next start is quick.")
        has_pip = any(VENV.rglob("pip/__main__.py"))
        if not _is_inside() and (must_be_remade(_read_stamp()) or not has_pip):
            _make_environment()
        project = f"{ROOT}[{extra}]" if extra else str(ROOT)
        options = ("--disable-pip-version-check", "--no-input", "--retries=2")
        if not _ran(str(PYTHON), "-m", "pip", "install", *options, "--editable", project):
            _stop("The installation failed, as said above; it needs the internet this once.")
        STAMP.write_text(stamps(extra)[0], "utf-8")
    if sys.platform == "linux" and not LIBRARIES.exists() and _has_libraries():
        LIBRARIES.touch()


def _make_environment() -> None:
    import venv  # slow to load, for what most starts do not need

    links = os.name != "nt"
    venv.create(VENV, clear=True, symlinks=links)
    STAMP.write_text("unfinished", "utf-8")
    package = f"python{VERSION}-venv"
    if importlib.util.find_spec("ensurepip") is None and not _install_packages([package]):
        _stop(f"Please have the system package {package} installed, then start again.")
    venv.create(VENV, symlinks=links, with_pip=True)


def _has_libraries() -> bool:
    """Install the system libraries that Qt and Graphviz lack; if that fails, name them."""
    lacking = _lacking_packages()
    if lacking and _install_packages(lacking):
        lacking = _lacking_packages()
    if lacking:
        _tell(f"Please have these system packages installed: {' '.join(lacking)}.")
    return not lacking


def _lacking_packages() -> list[str]:
    site = next(VENV.glob("lib/python*/site-packages"))
    qt = [site / f"PySide6/Qt/plugins/platforms/libq{name}.so" for name in ("xcb", "offscreen")]
    command = ["ldd", *map(str, [*qt, *site.glob("pygraphviz*/*.so*")])]
    if not shutil.which("ldd"):
        return []
    answer = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return sorted({debian_package(one) for one in missing_libraries(answer.stdout)})


def _install_packages(packages: list[str]) -> bool:
    """Install Debian packages as root or by sudo, and tell whether that went well."""
    rights = [] if os.geteuid() == 0 else ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
    if not all(map(shutil.which, ["apt-get", *rights[:1]])):
        return False
    _tell(f"Installing system packages: {' '.join(packages)}.")
    apt = (*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
    _ran(*apt, "update")  # where this fails, it may be for a list that is not needed
    return _ran(*apt, "install", "--no-install-recommends", *packages)


def _start_inside() -> NoReturn:
    command = [str(PYTHON), *sys.orig_argv[1:]]
    if os.name == "nt":  # Windows' exec gives the prompt back at once
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def _ran(*command: str) -> bool:
    """Run a command that shows on standard error how far it is, and tell whether it went well."""
    talkative = "apt-get" in command  # some two hundred lines; its errors are not among them
    return subprocess.call(command, stdout=subprocess.DEVNULL if talkative else sys.stderr) == 0


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _stop(sentence: str, code: int = 2) -> NoReturn:
    _tell(sentence)
    sys.exit(code)


def _place() -> str:
    return f"{VERSION} {ROOT}"  # an environment's scripts hold its absolute path


def _is_inside() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


def _read_stamp() -> str:
    return STAMP.read_text("utf-8", "replace") if STAMP.exists() else ""
