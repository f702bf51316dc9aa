"""How a delimited text is written, where somebody says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class TextForm:
    """What a text is written in and what parts its columns; None is to be found out."""

    encoding: str | None = None
    delimiter: str | None = None


AS_FOUND = TextForm()

Forms = Mapping[str, TextForm]
"""What was said of texts, by the name of the file."""

NOTHING_SAID: Forms = MappingProxyType({})
