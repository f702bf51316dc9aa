"""The rules of the house hold, and each is seen to break."""

import ast
import re
import shutil
import subprocess
import sysconfig
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import networkx as nx
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


def sources() -> dict[str, str]:
    """Return the source of every module of the package by its full name."""
    return {
        ".".join(path.relative_to(start.ROOT).with_suffix("").parts).removesuffix(".__init__"): (
            path.read_text("utf-8")
        )
        for path in PACKAGE.rglob("*.py")
    }


def own_imports(source: str, modules: Collection[str], *, inside: bool = True) -> set[str]:
    """Return which of these modules a source imports, those for types alone aside.

    Without `inside`, what it imports only in a function is left out.
    """
    tree, found = ast.parse(source), set()
    waiting: list[ast.AST] = [tree]
    while waiting:
        for node in ast.iter_child_nodes(waiting.pop()):
            if isinstance(node, ast.Import | ast.ImportFrom):
                for name in imported_names(ast.Module([node], [])):
                    found.add(name if name in modules else name.rpartition(".")[0])
            elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
                continue
            elif inside or not isinstance(node, ast.FunctionDef):
                waiting.append(node)
    return found.intersection(modules)


def circles(sources: Mapping[str, str]) -> list[set[str]]:
    """Return the modules that import each other, also at first use or by way of others."""
    edges = [(name, one) for name, text in sources.items() for one in own_imports(text, sources)]
    graph = nx.DiGraph([edge for edge in edges if edge[0] != edge[1]])
    return [found for found in nx.strongly_connected_components(graph) if len(found) > 1]


def light_at_first_use(sources: Mapping[str, str], floor: str) -> set[tuple[str, str]]:
    """Return the imports inside functions of a floor that would not load numpy."""
    above = {name: own_imports(text, sources, inside=False) for name, text in sources.items()}
    heavy = {name for name, text in sources.items() if re.search("^import numpy", text, re.M)}
    while more := {name for name, found in above.items() if found & heavy} - heavy:
        heavy |= more
    return {
        (name, one)
        for name, text in sources.items()
        if name.startswith(floor)
        for one in own_imports(text, sources) - above[name]
        if one not in heavy
    }


def test_no_modules_import_each_other() -> None:
    assert not circles(sources())


def test_the_analysis_imports_at_first_use_only_what_is_slow_to_load() -> None:
    assert not light_at_first_use(sources(), "smala_lockin.analysis.")


@pytest.mark.parametrize(
    ("values", "arrays", "caught"),
    [
        ("import a.arrays", "from a.values import V", True),
        ("from a import arrays", "from a.values import V", True),
        ("def f():\n    from a.arrays import g", "from a.values import V", True),
        ("class V:\n    def f(self):\n        import a.arrays", "import a.values", True),
        ("if TYPE_CHECKING:\n    import a.arrays", "import a.values", False),
        ("import a.other", "from a.values import V", False),
    ],
)
def test_the_rule_for_circles_catches_its_offence(values: str, arrays: str, caught: bool) -> None:
    found = circles({"a": "", "a.values": values, "a.arrays": arrays, "a.other": ""})
    assert bool(found) is caught


@pytest.mark.parametrize(
    ("joining", "caught"),
    [
        ("def f():\n    import a.arrays", False),
        ("def f():\n    from a.by_way_of_others import g", False),
        ("import a.light", False),
        ("def f():\n    import a.light", True),
    ],
)
def test_the_rule_for_first_use_catches_its_offence(joining: str, caught: bool) -> None:
    found = {
        "a.arrays": "import numpy as np",
        "a.by_way_of_others": "import a.arrays",
        "a.light": "",
        "a.joining": joining,
    }
    assert bool(light_at_first_use(found, "a.")) is caught
