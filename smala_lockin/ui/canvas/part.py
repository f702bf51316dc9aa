"""What the parts of the map have in common: a place, and how clearly they are seen."""

from PySide6.QtCore import QPointF


class Part:
    """Something that is painted on the map around the point `at`; `opacity` runs from 0 to 1.

    Parts are no items of Qt's scene: thousands of those take seconds to add and to leave. They
    show what they are told, and never move themselves.
    """

    __slots__ = ("at", "opacity")

    def __init__(self) -> None:
        self.at = QPointF()
        self.opacity = 1.0
