"""The language in force, and text, numbers and dates in it.

The language is a `ContextVar`: an English register can be written from a French window. A new
thread starts with an empty context and a child process with none, so both are given theirs.
"""

import gettext
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache

from smala_lockin import paths

LANGUAGES = ("en", "fr")
"""The languages the program speaks, the language of the code first."""

HALF_A_PERCENT = 0.005
"""Below this a share would be rounded to nothing."""

_LOCALES = {"en": "en_GB", "fr": "fr_BE"}
"""Whose dates and numbers go with a language: those of Europe."""

_current: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])


def current() -> str:
    """Return the code of the language in force, such as "fr"."""
    return _current.get()


def use(code: str) -> None:
    """Put a language in force for the rest of this context; an unknown one means English."""
    _current.set(supported(code) or LANGUAGES[0])


def locale() -> str:
    """Return whose dates and numbers go with the language in force, such as "fr_BE"."""
    return _LOCALES[current()]


@contextmanager
def language(code: str) -> Iterator[None]:
    """Put a language in force inside a `with` block."""
    token = _current.set(supported(code) or LANGUAGES[0])
    try:
        yield
    finally:
        _current.reset(token)


def supported(code: str) -> str | None:
    """Return the shipped language that a code such as "fr_BE.UTF-8" asks for, if any."""
    short = code.replace("-", "_").split("_")[0].split(".")[0].lower()
    return short if short in LANGUAGES else None


def of_system() -> str | None:
    """Return the shipped language the operating system asks for, if any."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        for wish in os.environ.get(variable, "").split(":"):
            if wish:
                return supported(wish)
    return supported(_windows_language())


class Counting(str):
    """A message with places for whole numbers, `%(count)d`: they are grouped by thousands there.

    Numbers that count nothing, such as that of a row, have places like those of texts: `%(row)s`.
    """

    __slots__ = ()

    def __mod__(self, values: object) -> str:
        """Return the message with its places filled in, in the language in force."""
        template, counts = _places(str(self))
        assert isinstance(values, Mapping)
        grouped = {name: number(int(values[name])) for name in counts}
        return template % {**values, **grouped}


def _(message: str) -> str:
    """Return a message in the language in force."""
    return _counting(_translations(current()).gettext(message))


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that fits a count, in the language in force."""
    return _counting(_translations(current()).ngettext(one, many, count))


def pgettext(context: str, message: str) -> str:
    """Return a message that means different things in different places."""
    return _counting(_translations(current()).pgettext(context, message))


def _counting(message: str) -> str:
    return Counting(message) if ")d" in message else message


@cache
def _places(message: str) -> tuple[str, tuple[str, ...]]:
    """A message with places for texts alone, and the names of those that were for numbers."""
    return _COUNT.sub(r"%(\1)s", message), tuple(_COUNT.findall(message))


_COUNT = re.compile(r"%\((\w+)\)d")


def of_catalogue(text: str) -> str:
    """Return a text of the catalogue that comes with the program, in the language in force.

    What has no words there, as what the user wrote, stays as it is.
    """
    return _translations(current(), "catalogue").gettext(text) if text else ""


def number(value: float, *, decimals: int = 0) -> str:
    """Return a number as people of the language write it, at most `decimals` places."""
    if isinstance(value, int) and -1000 < value < 1000:
        return str(int(value))
    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    return _number(value, pattern, _LOCALES[current()])


def percent(share: float) -> str:
    """Return a share 0..1 as whole per cent; what is not nought or all is not told to be."""
    from babel.numbers import format_percent

    locale = _LOCALES[current()]
    if 0 < share < HALF_A_PERCENT:
        return f"<\N{NO-BREAK SPACE}{format_percent(0.01, locale=locale)}"
    if 1 - HALF_A_PERCENT < share < 1:
        return f">\N{NO-BREAK SPACE}{format_percent(0.99, locale=locale)}"
    return format_percent(share, locale=locale)


def money(amount: float, currency: str) -> str:
    """Return an amount with its currency, without cents."""
    from babel.numbers import format_currency, get_currency_symbol

    locale, pattern = _LOCALES[current()], "#,##0\N{NO-BREAK SPACE}¤"
    if current() == "en":  # "€9,600", but "CHF 9,600"
        is_sign = not get_currency_symbol(currency, locale)[-1:].isalpha()
        pattern = "¤#,##0" if is_sign else "¤\N{NO-BREAK SPACE}#,##0"
    return format_currency(amount, currency, locale=locale, currency_digits=False, format=pattern)


def day(value: date) -> str:
    """Return a date as people of the language write it, the month in letters."""
    from babel.dates import format_date

    written = format_date(value, format="long", locale=_LOCALES[current()])
    return f"1er{written[1:]}" if current() == "fr" and value.day == 1 else written


def listing(items: list[str]) -> str:
    """Return "a, b and c" in the language in force."""
    from babel.lists import format_list

    return format_list(items, locale=_LOCALES[current()])


def alternatives(items: Iterable[str]) -> str:
    """Return "a, b or c" in the language in force."""
    from babel.lists import format_list

    return format_list([*items], style="or", locale=_LOCALES[current()])


def semicolons(items: Iterable[str]) -> str:
    """Return "a; b; c" in the language in force, for items that hold commas themselves."""
    return _("; ").join(items)


@lru_cache(maxsize=4096)
def _number(value: float, pattern: str, locale: str) -> str:
    """The same few durations and counts stand in thousands of sentences."""
    from babel.numbers import format_decimal

    return format_decimal(value, format=pattern, locale=locale)


@cache
def _translations(code: str, domain: str = "smala_lockin") -> gettext.NullTranslations:
    return gettext.translation(domain, str(paths.resource("i18n")), languages=[code], fallback=True)


def _windows_language() -> str:
    try:
        import ctypes
        import locale

        windll = ctypes.windll  # type: ignore[attr-defined, unused-ignore]
    except (ImportError, AttributeError):
        return ""
    return locale.windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "")
