"""The tests, floor by floor as the package; `python3 -m tests` runs them and every check."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test needs a screen
