"""`smala-lockin check`: whether a map file is valid."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin.cli import add_command
from smala_lockin.i18n import _

if TYPE_CHECKING:
    from smala_lockin.cli import Commands


def add_to(commands: "Commands") -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser = add_command(commands, "check", _("say whether a map file is valid"))
    parser.add_argument("map", type=Path, metavar=_("MAP"), help=_("a map, NAME.smala"))
    parser.set_defaults(run=_run)
    return parser


def _run(chosen: argparse.Namespace) -> int:
    from smala_lockin.formats import project

    landscape = project.load(chosen.map)
    print(
        _("%(file)s is a valid map: %(assets)d assets, %(dependencies)d dependencies.")
        % {
            "file": chosen.map.name,
            "assets": len(landscape.assets),
            "dependencies": len(landscape.dependencies),
        }
    )
    return 0
