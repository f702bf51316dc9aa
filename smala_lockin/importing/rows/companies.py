"""The companies that the cells of a column of suppliers name."""

import re
from collections.abc import Container, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import (
    has_word,
    is_company,
    is_nobody,
    is_ourselves,
    is_set_aside,
    words_of,
)
from smala_lockin.importing.values.splitting import split_names, with_roles_apart
from smala_lockin.knowledge import catalogue

_SEVERAL = words_of(
    "suppliers vendors providers fournisseurs prestataires editeurs traitants leveranciers "
    "lieferanten dienstleister partners partenaires sous-traitants verwerkers processors s"
)
"""Words of a header that promise several companies in a cell."""

_JOINED = re.compile(r"\s*[/+]\s*|\s+(?:&|et|and|en|und|ou|or|of|oder)\s+", re.IGNORECASE)
_NO_NAMES: frozenset[str] = frozenset()


def apart(name: str, alone: Container[str] = _NO_NAMES) -> tuple[str, ...]:
    """Return the companies that a text joins: "AWS/Azure", "OVH et Microsoft".

    Only where each of them is known, to the catalogue or because it stands `alone` elsewhere:
    "Deloitte & Touche" is one.
    """
    parts = tuple(part for part in _JOINED.split(name) if part)
    if len(parts) < 2 or name in alone or not all(map(is_company, parts)):
        return (name,)
    if all(part in alone or _is_known(part) for part in parts) and not _is_known(name):
        return tuple(dict.fromkeys(parts))
    return (name,)


@lru_cache(maxsize=5000)
def hosts_in(text: str) -> tuple[str, ...]:
    """Return the providers of hosting that a text about hosting names: "AWS/Azure", "OVH (FR)"."""
    bare = _BRACKETS.sub(" ", text)
    parts = (" ".join(part.split()) for part in _LISTED.split(bare))
    return tuple(dict.fromkeys(part for part in parts if part and _hosts(part)))


_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_LISTED = re.compile(
    r"\s*[/+,;|\n:]\s*|\s[-–—]\s|\s+(?:&|et|and|en|und|ou|or|of|oder|puis|then)\s+", re.IGNORECASE
)
_HOSTING = words_of("iaas paas cms_web")
"""The categories of the catalogue by which a company is known to host what others run."""


def _hosts(name: str) -> bool:
    match = catalogue.find(name)
    return match is not None and match.certain and match.vendor.category in _HOSTING


@lru_cache(maxsize=5000)
def _is_known(name: str) -> bool:
    return catalogue.find(name) is not None


class Companies(NamedTuple):
    """Who is named as a supplier: ourselves, several or hidden ones, and companies."""

    ours: tuple[str, ...]
    aside: tuple[str, ...]
    named: tuple[str, ...]


class Supplying:
    """A column of suppliers, and the companies in each of its `cells`."""

    def __init__(self, column: Column, cells: Cells) -> None:
        """Each text is looked at once."""
        self.header, self.reference = column.header, column.reference
        self._cells = cells

    @cached_property
    def rows(self) -> Sequence[Companies]:
        """The companies in each cell, from top to bottom."""
        return self._cells.spread(self._told)

    @property
    def other_rows(self) -> Iterable[int]:
        """The rows of which the cell names others than companies too."""
        if not any(one.ours or one.aside for one in self._told):
            return ()
        return (index for index, one in enumerate(self.rows) if one.ours or one.aside)

    @cached_property
    def _told(self) -> list[Companies]:
        return list(map(self._companies, self._cells.texts))

    def _companies(self, text: str) -> Companies:
        names = self._names(text)
        ours = tuple(name for name in names if is_ourselves(name))
        others = [name for name in names if not is_ourselves(name)]
        aside = tuple(name for name in others if is_set_aside(name))
        named = tuple(name for name in others if not is_set_aside(name) and not is_nobody(name))
        return Companies(ours, aside, named)

    def _names(self, text: str) -> tuple[str, ...]:
        """Names of companies, which hold commas themselves.

        A comma parts them where the header speaks of several or one of them stands alone in
        another row, and no part is a legal form.
        """
        text = with_roles_apart(text)
        names = split_names(text, commas=False)
        if "," in text:
            parts = split_names(text, commas=True)
            several = has_word(self.header, _SEVERAL)
            if all(map(is_company, parts)) and (
                several or any(part in self._alone for part in parts) or all(map(_is_known, parts))
            ):
                names = parts
        if not _JOINED.search(text):
            return names
        found = (part for name in names for part in apart(name, self._alone))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _alone(self) -> frozenset[str]:
        """The cells of one name."""
        texts = self._cells.texts
        return frozenset(text for text in texts if "," not in text and not _JOINED.search(text))
