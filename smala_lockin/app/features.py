"""PySide's own language features (snake_case, true_property), which this program does not use."""

import sys


def leave_alone() -> None:
    """Spare PySide, if it is loaded, looking whether modules use its features: none does.

    For that it reads the source of each module that is imported after it, which takes a sixteenth
    of the time in which a window opens.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _never


def _never(_module: object) -> bool:
    return False
