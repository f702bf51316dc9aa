import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from smala_lockin import start

WANTED = {"folder": "/home/anne/smala", "python": "3.12", "project": "abc"}
FIRST_TO_RUN = [
    "main.py",
    "smala_lockin/__init__.py",
    "smala_lockin/start.py",
    "tests/__init__.py",
    "tests/__main__.py",
]


@pytest.mark.parametrize("name", FIRST_TO_RUN)
def test_an_old_python_can_parse_the_start(name: str) -> None:
    ast.parse((start.ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_start_needs_the_standard_library_only() -> None:
    tree = ast.parse(Path(start.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    origins = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [alias.name for node in imports for alias in node.names] + [str(o) for o in origins]
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_old_python_is_told_so_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit) as stopped:
        start.prepare()
    assert stopped.value.code == 2
    assert (
        capsys.readouterr().err == "Smala Lock-in needs Python 3.11 or newer; this is Python 3.9.\n"
    )


@pytest.mark.parametrize(
    ("version", "expected"), [((3, 8), True), ((3, 10), True), ((3, 11), False), ((3, 13), False)]
)
def test_which_python_is_too_old(version: tuple[int, int], expected: bool) -> None:
    assert start.is_too_old(version) is expected


@pytest.mark.parametrize(
    ("stamp", "extra", "expected"),
    [
        pytest.param({**WANTED, "extra": ""}, "", True, id="same project"),
        pytest.param({**WANTED, "extra": ""}, "dev", False, id="tests ask for more"),
        pytest.param({**WANTED, "extra": "dev"}, "", True, id="more than asked"),
        pytest.param({**WANTED, "project": "abd", "extra": ""}, "", False, id="project changed"),
        pytest.param({"unfinished": True}, "", False, id="half-made"),
        pytest.param({}, "", False, id="no stamp"),
    ],
)
def test_when_an_installation_is_good(stamp: dict[str, str], extra: str, expected: bool) -> None:
    assert start.is_installed(stamp, WANTED, extra) is expected


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        pytest.param({"unfinished": True}, True, id="half-made"),
        pytest.param({**WANTED, "folder": "/elsewhere"}, True, id="the checkout was moved"),
        pytest.param({**WANTED, "python": "3.11"}, True, id="another Python"),
        pytest.param({**WANTED, "project": "abd"}, False, id="new requirements only"),
        pytest.param({}, False, id="somebody's own"),
    ],
)
def test_when_an_environment_is_remade(stamp: dict[str, str], expected: bool) -> None:
    assert start.must_be_remade(stamp, WANTED) is expected


def test_a_stamp_cut_short_counts_as_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "STAMP", tmp_path / "stamp.json")
    start.STAMP.write_text('{"folder": "/ho', encoding="utf-8")
    assert start.must_be_remade(start._read_stamp(), start.wanted_stamp())


def test_the_names_of_requirements_are_read_without_bounds_and_markers() -> None:
    project = {
        "dependencies": ["PySide6-Essentials>=6.8; python_version >= '3.12'", "Babel>=2"],
        "optional-dependencies": {"dev": ["import-linter>=2.1"]},
    }
    assert start.requirement_names(project, "") == ["PySide6-Essentials", "Babel"]
    assert start.requirement_names(project, "dev")[-1] == "import-linter"


def test_this_project_has_requirements_for_its_tests() -> None:
    content = (start.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "pytest" in start.requirement_names(tomllib.loads(content)["project"], "dev")


def test_libraries_not_found_are_read_from_ldd_once_each() -> None:
    answer = (
        "/x/libqxcb.so:\n\tlibxcb-cursor.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x7f)\n"
        "/x/libqoffscreen.so:\n\tlibEGL.so.1 => not found\n\tlibxcb-cursor.so.0 => not found\n"
    )
    assert start.missing_libraries(answer) == ["libEGL.so.1", "libxcb-cursor.so.0"]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libX11.so.6", "libx11-6"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    ],
)
def test_the_package_of_a_library(library: str, package: str) -> None:
    assert start.debian_package(library) == package


def test_an_environment_with_the_dependencies_just_runs() -> None:
    command = [sys.executable, "-c", "from smala_lockin import start; start.prepare(); print('on')"]
    ran = subprocess.run(command, cwd=start.ROOT, capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("on\n", "")
