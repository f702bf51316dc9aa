"""Start code: finds or makes an environment that holds the dependencies, and runs inside it.

Standard library only, and nothing that Python 3.8 cannot parse: an old Python is to say so in a
sentence. Everything is told on standard error, for standard output belongs to the commands.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import locale
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

# Debian calls a library's package after the library and its version; these few go by other names.
_NAMED_OTHERWISE = {
    "libz.so.1": "zlib1g",
    **{f"lib{name}-2.0.so.0": "libglib2.0-0" for name in "glib gio gmodule gobject gthread".split()},
}


class CannotStartError(Exception):
    """The environment cannot be made; the text is a sentence for the user."""


def prepare(extra: str = "") -> None:
    """Return once this process has the dependencies (and those of `extra`), or never.

    Elsewhere than in such an environment it makes `.venv` and starts the same command there. What
    goes wrong is said in one sentence, with exit code 2.
    """
    try:
        if is_too_old(sys.version_info[:2]):
            raise CannotStartError(_python_needed())
        if not _is_ready(extra):
            _make_ready(extra)
            _start_inside()
    except KeyboardInterrupt:
        _leave(130, _words("Stopped. You can start again.", "Arrêté. Vous pouvez recommencer."))
    except CannotStartError as error:
        _leave(2, str(error))
    except OSError as error:
        what = _words("The first start failed", "Le premier démarrage a échoué")
        _leave(2, f"{what}: {error.strerror or error} ({error.filename or VENV}).")


def is_too_old(version: tuple[int, ...]) -> bool:
    """Tell whether this version of Python cannot run the program."""
    return version < (3, 11)


def requirement_names(project: dict[str, Any], extra: str) -> list[str]:
    """Return the names of the distributions that a pyproject file asks for, those of `extra` too."""
    asked = project["dependencies"] + project["optional-dependencies"].get(extra, [])
    return [re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in asked]


def wanted_stamp() -> dict[str, Any]:
    """Return what must be unchanged for an installation to be good without another look."""
    content = (ROOT / "pyproject.toml").read_bytes()
    return {
        "folder": str(ROOT),  # scripts in an environment hold its absolute path
        "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
        "project": hashlib.sha256(content).hexdigest(),
    }


def is_installed(stamp: dict[str, Any], wanted: dict[str, Any], extra: str) -> bool:
    """Tell whether the stamp stands for an installation of just this project with `extra`."""
    same = all(stamp.get(key) == value for key, value in wanted.items())
    return same and extra in ("", stamp.get("extra"))


def must_be_remade(stamp: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Tell whether the environment is half-made, or was made elsewhere or by another Python.

    One without a stamp is somebody's own: it is completed, not thrown away.
    """
    moved = any(stamp.get(key) != wanted[key] for key in ("folder", "python"))
    return bool(stamp) and moved


def missing_libraries(ldd_output: str) -> list[str]:
    """Return the names of the libraries that `ldd` did not find."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", ldd_output, re.MULTILINE)))


def debian_package(library: str) -> str:
    """Return the Debian package of a library such as `libxcb-cursor.so.0`.

    Debian Policy 8.1: name and version, with a hyphen between where the name ends in a digit.
    """
    if library in _NAMED_OTHERWISE:
        return _NAMED_OTHERWISE[library]
    name, _, version = library.lower().replace("_", "-").partition(".so.")
    return name + ("-" if name[-1].isdigit() else "") + version


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
    """Make `.venv` as far as it is not there yet: the environment, the project, the libraries."""
    stamp, wanted = _read_stamp(), wanted_stamp()
    if not _python().exists() or not is_installed(stamp, wanted, extra):
        if not _is_inside() and (must_be_remade(stamp, wanted) or not _has_pip()):
            _make_venv()
        _install(extra or stamp.get("extra", ""))
        stamp = {**wanted, "extra": extra or stamp.get("extra", "")}
        _write_stamp(stamp)
    if sys.platform == "linux" and not stamp.get("libraries") and _complete_libraries():
        _write_stamp({**stamp, "libraries": True})


def _make_venv() -> None:
    _tell(
        "First start: making ready what the program needs (about 300 MB, this once).",
        "Premier démarrage : préparation de ce dont le programme a besoin (environ 300 Mo,"
        " une seule fois).",
    )
    if not _ran(sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)):
        raise _failure("Python could not make .venv", "Python n'a pas pu créer .venv")
    _write_stamp({"unfinished": True})
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    # Debian and its kin leave this part of Python out.
    if importlib.util.find_spec("ensurepip") is None and not _install_packages([package]):
        raise CannotStartError(_packages_needed([package]))
    if not _ran(sys.executable, "-m", "venv", str(VENV)):
        raise _failure("Python could not complete .venv", "Python n'a pas pu compléter .venv")


def _install(extra: str) -> None:
    project = f"{ROOT}[{extra}]" if extra else str(ROOT)
    options = ("--disable-pip-version-check", "--no-input", "--progress-bar", "off")
    if not _ran(str(_python()), "-m", "pip", "install", *options, "--editable", project):
        raise _failure(
            "The installation failed. It needs the internet, this once",
            "L'installation a échoué. Elle a besoin d'internet, cette fois seulement",
        )


def _complete_libraries() -> bool:
    """Install the system libraries that Qt and Graphviz lack; if that fails, name them."""
    libraries = _lacking()
    packages = sorted({debian_package(library) for library in libraries})
    if packages and _install_packages(packages):
        libraries = _lacking()
    if libraries:
        _tell(_packages_needed(packages))
    return not libraries


def _lacking() -> list[str]:
    site = next(VENV.glob("lib/python*/site-packages"))
    plugins = [*site.glob("PySide6/Qt/plugins/platforms/libq[xo][cf]*.so")]  # xcb, offscreen
    asked = [*plugins, *site.glob("pygraphviz/*.so"), *site.glob("pygraphviz.libs/*")]
    if not asked or not shutil.which("ldd"):
        return []
    command = ["ldd", *map(str, asked)]
    answer = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return missing_libraries(answer.stdout)


def _install_packages(packages: list[str]) -> bool:
    """Install Debian packages as root or by sudo, and tell whether that went well."""
    if not shutil.which("apt-get"):
        return False
    rights = [] if os.geteuid() == 0 else ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
    if rights and not shutil.which("sudo"):
        return False
    names = " ".join(packages)
    _tell(f"Installing system packages: {names}", f"Installation de paquets du système : {names}")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y"]
    _ran(*apt, "update")  # a list that fails may not be the one that is needed
    return _ran(*apt, "install", "--no-install-recommends", *packages)


def _start_inside() -> NoReturn:
    command = [str(_python()), *sys.orig_argv[1:]]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    with subprocess.Popen(command) as process:  # Windows' exec would give the prompt back at once
        while True:
            try:
                sys.exit(process.wait())
            except KeyboardInterrupt:
                continue  # the child got it too, and decides


def _ran(*command: str) -> bool:
    """Run a command, its words to the log and a dot per line as a sign of life."""
    VENV.mkdir(exist_ok=True)
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdout=pipe, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line)
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    with LOG.open("a", encoding="utf-8") as log:  # opened late: `venv --clear` empties the folder
        log.writelines(lines)
    return process.returncode == 0


def _failure(english: str, french: str) -> CannotStartError:
    return CannotStartError(
        _words(f"{english}; {LOG} says more.", f"{french} ; {LOG} en dit plus.")
    )


def _python_needed() -> str:
    this = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return _words(
        f"Smala Lock-in needs Python 3.11 or newer, and this is Python {this}: "
        "a newer one is at https://www.python.org/downloads/.",
        f"Smala Lock-in demande Python 3.11 ou plus récent, et ceci est Python {this} : "
        "une version plus récente se trouve sur https://www.python.org/downloads/.",
    )


def _packages_needed(packages: list[str]) -> str:
    names = " ".join(packages)
    return _words(
        f"Please have these system packages installed (Debian's names), then start again: {names}",
        f"Veuillez faire installer ces paquets du système (noms de Debian), puis recommencer :"
        f" {names}",
    )


def _words(english: str, french: str) -> str:
    """Return the sentence in the system's language; gettext is not there before the first start."""
    try:
        return french if locale.setlocale(locale.LC_CTYPE, "").lower()[:2] == "fr" else english
    except locale.Error:
        return english


def _tell(english: str, french: str = "") -> None:
    print(_words(english, french or english), file=sys.stderr, flush=True)


def _leave(code: int, sentence: str) -> NoReturn:
    print(f"\n{sentence}", file=sys.stderr)
    sys.exit(code)


def _is_inside() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _has_pip() -> bool:
    if not _python().exists():
        return False
    command = [str(_python()), "-m", "pip", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _read_stamp() -> dict[str, Any]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        stamp = None
    return stamp if isinstance(stamp, dict) else {"unfinished": True}


def _write_stamp(stamp: dict[str, Any]) -> None:
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")
