"""The command line: exit codes, one sentence for what goes wrong, languages, what it loads."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from smala_lockin import paths
from smala_lockin.__main__ import main

_CONTRACT = Path(__file__).parents[1] / "data" / "v1" / "contract.smala"
_HEAVY = ("PySide6", "openpyxl", "matplotlib", "numpy", "networkx", "pygraphviz", "babel")
_COMMANDS = ("analyze", "simulate", "cutsets", "register", "check")


def _arguments(command: str, path: Path, out: Path) -> list[str]:
    more = {
        "simulate": ["--fail", "country:BE"],
        "cutsets": ["--process", "invoicing"],
        "register": ["-o", str(out)],
    }
    return [command, str(path), *more.get(command, []), "--language", "en"]


def _is_one_sentence(told: str) -> bool:
    return (
        told.endswith((".\n", "?\n", "!\n")) and told.count("\n") == 1 and "Traceback" not in told
    )


@pytest.mark.parametrize("command", _COMMANDS)
def test_a_command_that_could_is_done(command: str, tmp_path: Path) -> None:
    assert main(_arguments(command, _CONTRACT, tmp_path / "out.xlsx")) == 0


def _dangling() -> bytes:
    record = json.loads(_CONTRACT.read_text(encoding="utf-8"))
    record["dependencies"][0]["target"] = "gone"
    return json.dumps(record).encode()


def _newer() -> bytes:
    return _CONTRACT.read_bytes().replace(b'"version": 1', b'"version": 99')


@pytest.mark.parametrize("command", _COMMANDS)
@pytest.mark.parametrize(
    ("content", "word"),
    [
        pytest.param(None, "no file", id="missing"),
        pytest.param(b"", "", id="empty"),
        pytest.param(_CONTRACT.read_bytes()[:700], "", id="truncated"),
        pytest.param(_newer(), "newer", id="newer"),
        pytest.param(_dangling(), "gone", id="dangling"),
        pytest.param(b"PK\x03\x04 not a map", "", id="something else"),
        pytest.param(b"[" * 100_000, "", id="deep"),
        pytest.param(b'{"format": "smala-lockin", "version": 1, "assets": 3}', "", id="type"),
        pytest.param(b"\xff\xfe\x00", "", id="not UTF-8"),
    ],
)
def test_a_map_that_cannot_be_read_is_told_in_a_sentence(
    command: str,
    content: bytes | None,
    word: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, out = tmp_path / "map.smala", tmp_path / "out.xlsx"
    if content is not None:
        path.write_bytes(content)
    assert main(_arguments(command, path, out)) == 2
    told = capsys.readouterr()
    assert _is_one_sentence(told.err), told.err
    assert word in told.err
    assert told.out == ""
    assert not out.exists()


@pytest.mark.parametrize("command", _COMMANDS)
def test_a_folder_is_no_map(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_arguments(command, tmp_path, tmp_path / "out.xlsx")) == 2
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_map_that_may_not_be_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "map.smala"
    path.write_bytes(_CONTRACT.read_bytes())
    path.chmod(0)
    assert main(["check", str(path)]) == 2
    assert _is_one_sentence(capsys.readouterr().err)


@pytest.mark.parametrize(
    "event",
    ["asset:nobody", "country:Atlantis", "control:odoo-sa", "services:erp", "flood:BE", "", "x"],
)
def test_an_event_that_does_not_exist_is_told(
    event: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", str(_CONTRACT), "--fail", event, "--language", "en"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("id", ["nobody", "erp", ""])
def test_cut_sets_of_no_activity_are_told(id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cutsets", str(_CONTRACT), "--process", id, "--language", "en"]) == 2
    assert _is_one_sentence(capsys.readouterr().err)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["fly"], id="unknown command"),
        pytest.param(["analyze"], id="no map"),
        pytest.param(["analyze", str(_CONTRACT), "--date", "yesterday"], id="no date"),
        pytest.param(["simulate", str(_CONTRACT)], id="no event"),
        pytest.param(["simulate", str(_CONTRACT), "--fail", "country:BE", "--mode", "x"], id="m"),
        pytest.param(["cutsets", str(_CONTRACT)], id="no process"),
        pytest.param(["cutsets", str(_CONTRACT), "--process", "erp", "--order", "4"], id="order"),
        pytest.param(["register", str(_CONTRACT)], id="no output"),
        pytest.param(["check", str(_CONTRACT), "--language", "xx"], id="no language"),
        pytest.param(["check", str(_CONTRACT), "--what"], id="unknown option"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_bad_usage_is_told_in_one_line(
    arguments: list[str],
    language: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert _is_one_sentence(told.err), told.err
    assert "fromisoformat" not in told.err


@pytest.mark.parametrize(("language", "word"), [("en", "activities"), ("fr", "activités")])
def test_a_command_speaks_the_language_asked_for(
    language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    example = paths.resource("examples/menuiserie.smala")
    assert main(["analyze", str(example), "--language", language]) == 0
    assert word in capsys.readouterr().out


def test_a_register_speaks_the_companys_language(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    out = tmp_path / "out.xlsx"
    assert main(["register", str(_CONTRACT), "-o", str(out)]) == 0
    assert "Register" not in load_workbook(out).sheetnames
    assert main(["register", str(_CONTRACT), "-o", str(out), "--language", "en"]) == 0
    assert "Register" in load_workbook(out).sheetnames


def test_a_register_is_not_written_over_its_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "map.smala"
    path.write_bytes(_CONTRACT.read_bytes())
    assert main(["register", str(path), "-o", str(path), "--language", "en"]) == 2
    assert _is_one_sentence(capsys.readouterr().err)
    assert path.read_bytes() == _CONTRACT.read_bytes()


def test_a_register_in_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "gone" / "out.xlsx"
    assert main(["register", str(_CONTRACT), "-o", str(out), "--language", "en"]) == 2
    assert "does not exist" in capsys.readouterr().err


def _run(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    start = ["-c", code] if code else ["-m", "smala_lockin"]
    return subprocess.run(
        [sys.executable, *start, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
        cwd=paths.resource("examples").parents[1],
    )


def test_help_loads_nothing_heavy() -> None:
    assert not _loaded(["--help"], _HEAVY)


def test_analyze_loads_no_window() -> None:
    assert not _loaded(["analyze", str(_CONTRACT)], ("PySide6", "shiboken6", "matplotlib"))


def _loaded(arguments: list[str], modules: tuple[str, ...]) -> set[str]:
    code = (
        "import contextlib, io, sys\n"
        "from smala_lockin.__main__ import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    main(sys.argv[1:])\n"
        "print(*sys.modules)\n"
    )
    done = _run(*arguments, code=code)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split()) & set(modules)


def test_a_terminal_that_lacks_letters_is_no_failure() -> None:
    example = str(paths.resource("examples/menuiserie.smala"))
    done = _run("analyze", example, "--language", "fr", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "\\xe9" in done.stdout


def test_who_stops_reading_is_no_failure() -> None:
    example = str(paths.resource("examples/menuiserie.smala"))
    command = [sys.executable, "-m", "smala_lockin", "analyze", example, "--json"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=paths.resource("examples").parents[1],
    ) as reader:
        assert reader.stdout is not None
        assert reader.stderr is not None
        reader.stdout.close()
        assert b"Traceback" not in reader.stderr.read()
        assert reader.wait() == 0
