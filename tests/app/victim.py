"""A program that edits and saves a map until somebody kills it; run by test_crash.

Says on standard output which edit was made or saved, and when: "edit 7 1234.567".
"""

import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QTimer

from smala_lockin.app import files
from smala_lockin.app.files import MapFile
from smala_lockin.app.recovery import Recovery
from smala_lockin.domain.landscape import Landscape

EDIT_MS, EDITS_PER_SAVE = 10, 40


def numbered(landscape: Landscape, number: int) -> Landscape:
    """Return the map with the number of its edit as the company's name."""
    return replace(landscape, company=replace(landscape.company, name=str(number)))


def main(path: Path, delay_ms: int) -> None:
    qt = QCoreApplication([])
    document = files.open_document(path)
    file = MapFile(document, recovery=Recovery(document, delay_ms=delay_ms))
    number = 0
    saving = 0

    def say(what: str, which: int) -> None:
        print(what, which, f"{monotonic():.3f}", flush=True)

    def edit() -> None:
        nonlocal number, saving
        number += 1
        document.edit("Number", lambda landscape: numbered(landscape, number))
        say("edit", number)
        if number % EDITS_PER_SAVE == 0 and not file.is_saving:
            saving = number
            file.save(path)

    file.saved.connect(lambda: say("saved", saving))
    timer = QTimer(interval=EDIT_MS)
    timer.timeout.connect(edit)
    timer.start()
    qt.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
