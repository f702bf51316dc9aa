"""The far side of a job: what runs in the child process. Imports no Qt."""

from collections.abc import Callable

from smala_lockin import i18n
from smala_lockin.app import log
from smala_lockin.domain.errors import LockinError
from smala_lockin.formats.guarded import Tell


class Told(LockinError):
    """An expected error of a child process, already in the user's words.

    `file` is the name of the one it is about, or empty.
    """

    def __init__(self, words: str, file: str = "") -> None:
        super().__init__(words)
        self.file = file

    def sentence(self) -> str:
        """Return them."""
        return str(self)


class Mishap(Exception):
    """A bug in a child process; carries what the log may say about it."""


def answer(
    tell: Tell, language: str, job: Callable[..., object], values: tuple[object, ...]
) -> object:
    """Return the result as a tuple of one; a `Told` or a `Mishap` where there is none."""
    i18n.use(language)
    try:
        return (job(tell, *values),)
    except LockinError as error:
        from smala_lockin.words.errors import sentence

        return Told(sentence(error), getattr(error, "file", ""))
    except Exception as error:
        return Mishap(log.described(error))
