"""Rows are as high as their texts, by the widths of a real font that comes with the charts."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import font_manager, ft2font

from smala_lockin.formats.register_workbook.text_height import (
    INDENT,
    TABLE_SIZE,
    USUAL_SIZE,
    height_of,
    lines_of,
)
from tests.words.test_reading import texts


@cache
def _font(size: float) -> Any:
    font = ft2font.FT2Font(font_manager.findfont("DejaVu Sans"))
    font.set_size(size, 72)
    return font


@cache
def _points(text: str, size: float) -> float:
    font = _font(size)
    font.set_text(text, 0.0, flags=ft2font.LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64


def _measured(text: str, width: float) -> int:
    """Return how many lines a text takes in a column so many digits wide, as it is drawn."""
    room = (width - INDENT - 0.6) * _points("0" * 100, USUAL_SIZE) / 100
    blank = _points("a a", TABLE_SIZE) - 2 * _points("a", TABLE_SIZE)
    lines, used = 1, 0.0
    for word in text.split(" "):
        length = _points(word, TABLE_SIZE)
        if used and used + blank + length > room:
            lines, used = lines + 1, length
        else:
            used += length + (blank if used else 0.0)
    return lines


@pytest.mark.parametrize("width", [30, 46])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_row_holds_its_text_and_hardly_more(width: float, language: str) -> None:
    told = [text for text in texts("cabinet", language) if len(text) > width]
    spare = [lines_of(one, width, indent=INDENT) - _measured(one, width) for one in told]
    assert len(told) > 50
    assert min(spare) >= 0
    assert sum(spare) / len(spare) < 0.6


@given(st.text(max_size=60), st.floats(3, 60))
def test_any_text_takes_a_line_and_a_longer_one_never_less(text: str, width: float) -> None:
    assert lines_of(text, width) >= 1 + text.count("\n")
    assert lines_of(f"{text} more", width) >= lines_of(text, width)
    assert lines_of(text, width + 5) <= lines_of(text, width)


def test_a_row_is_never_higher_than_a_workbook_allows() -> None:
    assert height_of(1) < height_of(2) < height_of(1000) == 409
    assert lines_of(3, 10) == lines_of(None, 10) == 1
