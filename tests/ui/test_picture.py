"""The map as a picture, without a window."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from smala_lockin import start
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.app.shades import Lens, Tone
from smala_lockin.domain.records import Company
from smala_lockin.formats import project
from smala_lockin.ui import picture
from smala_lockin.ui.theme import LIGHT
from tests.builders import landscape_of

MAP = landscape_of("sales -> erp", "erp => odoo", company=Company(name="Acme"))


@pytest.fixture
def report() -> Report:
    return build_report(MAP, today=date(2026, 11, 25))


def _is_png(content: bytes) -> bool:
    return not QImage.fromData(content).isNull()


def _is_svg(content: bytes) -> bool:
    return b"<svg" in content[:400] and b"Sales" in content


def _is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    ("ending", "is_one"), [(".png", _is_png), (".SVG", _is_svg), (".pdf", _is_pdf)]
)
def test_a_picture_is_of_the_kind_its_ending_says(
    ending: str, is_one: Callable[[bytes], bool], report: Report, tmp_path: Path
) -> None:
    path = tmp_path / f"map{ending}"
    picture.write(report, path)
    assert is_one(path.read_bytes())


@pytest.mark.usefixtures("qtbot")
def test_a_picture_of_many_cards_is_not_blank(tmp_path: Path) -> None:
    many = landscape_of(*(f"sales{number} -> erp" for number in range(450)))
    picture.write(build_report(many, today=date(2026, 11, 25)), tmp_path / "map.svg")
    written = (tmp_path / "map.svg").read_text("utf-8")
    assert all(f">Sales{number}<" in written for number in range(450))


def test_a_picture_shows_cards_and_rings(report: Report, qtbot: QtBot, tmp_path: Path) -> None:
    picture.write(report, tmp_path / "map.png")
    image = QImage(str(tmp_path / "map.png"))
    seen = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(image.height())}
    levels = {colour.rgb() for colour in LIGHT.levels.values()}
    kinds = {colour.rgb() for colour in LIGHT.kinds.values()}
    assert seen & levels
    assert len(seen & kinds) >= 3


@pytest.mark.usefixtures("qtbot")
def test_a_picture_is_coloured_by_the_lens_and_explains_it(report: Report, tmp_path: Path) -> None:
    picture.write(report, tmp_path / "map.svg", lens=Lens.COMPLETENESS)
    drawn = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "Colours: completeness" in drawn
    assert "nothing is known" in drawn
    assert LIGHT.tones[Tone.MOST].name() in drawn


@pytest.mark.usefixtures("qtbot")
def test_there_is_no_picture_of_an_empty_map(tmp_path: Path) -> None:
    nothing = build_report(landscape_of(), today=date(2026, 11, 25))
    with pytest.raises(picture.NothingToDraw):
        picture.write(nothing, tmp_path / "map.png")
    assert list(tmp_path.iterdir()) == []


def test_the_command_draws_where_there_is_no_screen(tmp_path: Path) -> None:
    project.save(MAP, tmp_path / "map.smala")
    wanted = ["export", str(tmp_path / "map.smala"), "-o", str(tmp_path / "map.png")]
    command = [sys.executable, "-m", "smala_lockin", *wanted]
    ran = subprocess.run(command, cwd=start.ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert _is_png((tmp_path / "map.png").read_bytes())
