"""The rules of the house hold, and each is seen to break."""

import ast
import shutil
import subprocess
import sysconfig
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from smala_lockin import start

PACKAGE = start.ROOT / "smala_lockin"
PROJECT = start.ROOT / "pyproject.toml"

# For each contract a module of our own that breaks it.
OFFENCES = {
    "floors": ("domain", "import smala_lockin.ui"),
    "qt": ("words", "import PySide6.QtCore"),
    "graphs": ("formats", "import networkx"),
    "bytes": ("register", "import openpyxl"),
    "graphviz": ("words", "import pygraphviz"),
    "matching": ("knowledge", "import rapidfuzz"),
    "drawing": ("cli", "import matplotlib"),
    "offline": ("app", "import urllib.request"),
    "import_storeys": ("importing/values", "import smala_lockin.importing.rows.drafts"),
    "storeys": ("analysis/scales", "import smala_lockin.analysis.report"),
}


def test_every_contract_has_an_offence() -> None:
    contracts = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert [contract["id"] for contract in contracts["contracts"]] == list(OFFENCES)


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the package in which each offence is committed."""
    folder = tmp_path_factory.mktemp("offender")
    shutil.copy(PROJECT, folder)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, folder / "smala_lockin", ignore=ignored)
    for contract, (floor, line) in OFFENCES.items():
        offender = folder / "smala_lockin" / floor / f"breaks_{contract}.py"
        offender.write_text(line + "\n", encoding="utf-8")
    command = [str(Path(sysconfig.get_path("scripts"), "lint-imports")), "--no-cache"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    return ran.stdout


@pytest.mark.parametrize("contract", OFFENCES)
def test_a_contract_catches_its_offence(contract: str, verdict: str) -> None:
    floor, line = OFFENCES[contract]
    imported = line.removeprefix("import ")
    target = imported if imported.startswith("smala_lockin") else imported.partition(".")[0]
    place = floor.replace("/", ".")
    assert f"smala_lockin.{place}.breaks_{contract} -> {target} (l.1)" in " ".join(verdict.split())


def imported_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def qt_offences(relative: str, source: str) -> list[str]:
    """Return the imports of a file that the finer rules for Qt forbid it."""
    forbidden = ["PySide6.QtNetwork"]
    if not relative.startswith("ui/"):
        forbidden += ["PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtSvgWidgets"]
    # QUndoCommand and QUndoStack live in QtGui, so the floor `app` does without QtWidgets.
    names = imported_names(ast.parse(source))
    return [name for name in names if name.startswith(tuple(forbidden))]


def test_widgets_stay_in_ui_and_the_network_out() -> None:
    files = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    offences = {name: qt_offences(name, path.read_text("utf-8")) for name, path in files.items()}
    assert not {name: found for name, found in offences.items() if found}


@pytest.mark.parametrize(
    ("file", "line", "caught"),
    [
        ("app/document.py", "from PySide6.QtWidgets import QWidget", True),
        ("app/document.py", "from PySide6 import QtWidgets", True),
        ("app/document.py", "from PySide6.QtGui import QUndoStack", False),
        ("ui/window.py", "from PySide6.QtWidgets import QWidget", False),
        ("ui/window.py", "from PySide6 import QtNetwork", True),
    ],
)
def test_the_rule_for_widgets_catches_its_offence(file: str, line: str, caught: bool) -> None:
    assert bool(qt_offences(file, line)) is caught


def test_the_entry_imports_the_window_only_inside_functions() -> None:
    tree = ast.parse((PACKAGE / "__main__.py").read_text("utf-8"))
    above = ast.Module([node for node in tree.body if not isinstance(node, ast.FunctionDef)], [])
    window = ("PySide6", "smala_lockin.ui", "smala_lockin.app")
    assert not [name for name in imported_names(above) if name.startswith(window)]
