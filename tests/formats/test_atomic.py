"""A file is written whole or not at all."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from smala_lockin.formats.atomic import sweep, write_whole
from smala_lockin.formats.errors import FileTrouble, Trouble


def test_a_writer_that_fails_leaves_the_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")

    def fail(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise OSError(28, "no space left on device")

    with pytest.raises(FileTrouble) as caught:
        write_whole(path, fail, backup=True)
    assert caught.value.trouble is Trouble.FULL
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions, links and pipes")
def test_the_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text("before")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(link, lambda stream: stream.write(b"after"))
    assert link.is_symlink()
    assert path.read_text() == "after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions, links and pipes")
def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(FileTrouble):
        write_whole(path, lambda stream: stream.write(b"x"))
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_what_a_killed_writer_left_can_be_swept_away(tmp_path: Path) -> None:
    register = tmp_path / "Risks [1].xlsx"
    others = [tmp_path / name for name in (".Risks [1].xlsx.tmp.bak", "Risks.tmp", ".a.xlsx.1.tmp")]
    left = tmp_path / ".Risks [1].xlsx.k2j.tmp"
    for file in (register, left, *others):
        file.touch()
    sweep(register)
    assert not left.exists()
    assert all(file.exists() for file in (register, *others))
