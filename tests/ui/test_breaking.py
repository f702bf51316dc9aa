"""Long words can be broken, and nothing of them is lost."""

from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.ui.breaking import LONGEST_WORD, breakable


@given(st.text(st.characters(exclude_characters="\u200b"), max_size=120))
def test_no_piece_is_long_and_nothing_is_lost(text: str) -> None:
    broken = breakable(text)
    assert broken.replace("\u200b", "") == text
    assert all(
        len(piece) <= LONGEST_WORD for word in broken.split() for piece in word.split("\u200b")
    )
