"""The companies that the cells of a column of suppliers name."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import (
    is_company,
    is_nobody,
    is_ourselves,
    is_set_aside,
    plain_words,
    words_of,
)
from smala_lockin.importing.values.splitting import split_names, with_roles_apart

_SEVERAL = words_of(
    "suppliers vendors providers fournisseurs prestataires editeurs traitants leveranciers "
    "lieferanten dienstleister partners partenaires sous-traitants verwerkers processors s"
)
"""Words of a header that promise several companies in a cell."""


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
        if "," not in text:
            return names
        parts = split_names(text, commas=True)
        if not all(is_company(part) for part in parts):
            return names
        several = not _SEVERAL.isdisjoint(plain_words(self.header).split())
        return parts if several or any(part in self._alone for part in parts) else names

    @cached_property
    def _alone(self) -> frozenset[str]:
        """The cells without a comma."""
        return frozenset(text for text in self._cells.texts if "," not in text)
