"""A document that goes says nothing any more."""

import subprocess
import sys

SCRIPT = """
from PySide6.QtCore import QCoreApplication, QObject
from smala_lockin.app.document import Document
from smala_lockin.domain import edits
from tests.builders import asset, landscape_of

class Listener(QObject):
    def listen(self, *_facts):
        print("heard", document.is_saved, flush=True)

qt = QCoreApplication([])
document = Document(landscape_of("shop -> db"))
listener = Listener()
document.edit("Add", lambda landscape: edits.put_assets(landscape, [asset("crm")]))
document.history.cleanChanged.connect(listener.listen)
document.history.indexChanged.connect(listener.listen)
document.history.undo()
document.history.redo()
{end}
"""


def ended(end: str) -> str:
    """Return what is on standard error after a document came to such an end."""
    command = [sys.executable, "-c", SCRIPT.format(end=end)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.count("heard False") == 2
    return ran.stderr


def test_a_document_that_is_deleted_is_silent() -> None:
    assert ended("import shiboken6; shiboken6.delete(document)") == ""


def test_a_document_left_at_the_exit_is_silent() -> None:
    assert ended("") == ""
