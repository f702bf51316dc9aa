"""Where the program's own files and the user's live."""

import os
import sys
from pathlib import Path

EXAMPLE = "examples/menuiserie.smala"
"""The map of the example company, a resource."""

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of something in `resources/`, such as "catalogue/vendors.csv".

    A wheel and a frozen bundle carry the folder inside the package, a checkout beside it.
    """
    inside = _PACKAGE / "resources" / name
    return inside if inside.exists() else _PACKAGE.parent / "resources" / name


def user_folder() -> Path:
    """Return the folder for preferences, logs and recovery copies; it need not exist yet.

    `SMALA_LOCKIN_HOME` overrides it.
    """
    if chosen := os.environ.get("SMALA_LOCKIN_HOME"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home()) / "Smala Lock-in"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Smala Lock-in"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "smala-lockin"
