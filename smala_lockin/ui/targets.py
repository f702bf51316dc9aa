"""How large what is pressed is at least: a hand trembles, and a touchpad is small."""

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from smala_lockin.ui.fields.look import FIELD_HEIGHT
from smala_lockin.ui.tick_boxes import outline_boxes

BUTTON_HEIGHT, BOX_HEIGHT = 30, 24
"""Of what is pressed and of what is ticked; what is typed into or opens a list is as fields are."""

_HEIGHTS: tuple[tuple[type[QWidget], int], ...] = (
    (QPushButton, BUTTON_HEIGHT),
    (QComboBox, FIELD_HEIGHT),
    (QAbstractSpinBox, FIELD_HEIGHT),
    (QLineEdit, FIELD_HEIGHT),
    (QCheckBox, BOX_HEIGHT),
    (QRadioButton, BOX_HEIGHT),
)
_HAVE_PARTS = (QComboBox, QAbstractSpinBox)


def enlarge(window: QWidget) -> None:
    """Let all that stands in a window now and is pressed be easy to hit, and boxes to see."""
    for kind, height in _HEIGHTS:
        for one in window.findChildren(kind):
            is_part = isinstance(one.parentWidget(), _HAVE_PARTS)
            if not is_part and one.minimumHeight() < height:
                one.setMinimumHeight(height)
    outline_boxes(window)
