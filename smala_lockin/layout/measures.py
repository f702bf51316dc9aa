"""Sizes the layout and the canvas agree on, in points at 100 %."""

CARD_WIDTH = 176.0
CARD_HEIGHT = 58.0

COLUMN = CARD_WIDTH + 30.0
"""From the middle of a card to that of its neighbour in the row."""

ROW = CARD_HEIGHT + 39.0
"""From one row to the next within a layer that takes several: room for a diamond."""

LAYER = CARD_HEIGHT + 49.0
"""From one layer to the next: room for arrows, and for the diamond of a redundancy group."""
