import ast
import subprocess
import sys
from pathlib import Path

import pytest

from smala_lockin import start

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
    monkeypatch.setattr(start, "VERSION", "3.9")
    with pytest.raises(SystemExit) as stopped:
        start.prepare()
    assert stopped.value.code == 2
    assert (
        capsys.readouterr().err == "Smala Lock-in needs Python 3.11 or newer; this is Python 3.9.\n"
    )


@pytest.mark.parametrize(
    ("installed", "asked", "expected"),
    [
        pytest.param("", "", True, id="same project"),
        pytest.param("", "dev", False, id="tests ask for more"),
        pytest.param("dev", "", True, id="more than asked"),
    ],
)
def test_when_an_installation_is_good(installed: str, asked: str, expected: bool) -> None:
    assert (start.stamps(installed)[0] in start.stamps(asked)) is expected


def test_a_project_that_changed_is_installed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = start.stamps("")
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    assert not set(before) & set(start.stamps(""))


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        pytest.param("unfinished", True, id="half-made"),
        pytest.param(start.stamps("")[0][:9], True, id="cut short, by a full disk for instance"),
        pytest.param(f"{start.VERSION} /elsewhere\nabc", True, id="the checkout was moved"),
        pytest.param(f"2.7 {start.ROOT}\nabc", True, id="another Python"),
        pytest.param(f"{start.VERSION} {start.ROOT}\nabc", False, id="new requirements only"),
        pytest.param("", False, id="somebody's own"),
    ],
)
def test_when_an_environment_is_remade(stamp: str, expected: bool) -> None:
    assert start.must_be_remade(stamp) is expected


def test_the_names_of_requirements_are_read_without_bounds_and_markers() -> None:
    project = """
        [project]
        dependencies = ["PySide6-Essentials>=6.8; python_version >= '3.12'", "Babel>=2"]
        [project.optional-dependencies]
        dev = ["import-linter>=2.1"]
    """
    assert start.requirement_names(project, "") == ["PySide6-Essentials", "Babel"]
    assert start.requirement_names(project, "dev")[-1] == "import-linter"


def test_this_project_has_requirements_for_its_tests() -> None:
    content = (start.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "pytest" in start.requirement_names(content, "dev")


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
