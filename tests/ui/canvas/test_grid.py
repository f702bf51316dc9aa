"""Cards found by where they are."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from smala_lockin.ui.canvas.grid import Grid
from smala_lockin.ui.canvas.shapes import CARD

ordinates = st.integers(-1500, 1500).map(float)
points = st.builds(QPointF, ordinates, ordinates)
moves = st.lists(st.tuples(st.integers(0, 9), points | st.none()), max_size=30)


@settings(max_examples=60)
@given(moves, points, points)
def test_a_frame_finds_the_cards_it_touches(
    moves: list[tuple[int, QPointF | None]], corner: QPointF, other: QPointF
) -> None:
    grid: Grid[int] = Grid()
    there: dict[int, QPointF] = {}
    for key, at in moves:
        if at is None:
            grid.remove(key)
            there.pop(key, None)
        else:
            grid.put(key, at)
            there[key] = at
    frame = QRectF(corner, other).normalized()
    found = grid.touching(frame)
    wanted = {key for key, at in there.items() if touches(CARD.translated(at), frame)}
    assert len(found) == len(set(found))
    assert set(found) == wanted


def touches(card: QRectF, frame: QRectF) -> bool:
    """Edges count: a point is a frame without any width."""
    return (
        card.left() <= frame.right()
        and card.right() >= frame.left()
        and card.top() <= frame.bottom()
        and card.bottom() >= frame.top()
    )
