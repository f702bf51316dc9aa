"""All that is seen and touched."""

import PySide6.QtCore  # noqa: F401 - before all else of this floor

from smala_lockin.app import features

features.leave_alone()
