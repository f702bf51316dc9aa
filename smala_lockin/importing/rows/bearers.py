"""What runs on what, as remarks say it of things that the same list names."""

import re
from collections.abc import Sequence
from functools import cached_property

from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.drafts import Draft, Pool
from smala_lockin.importing.rows.remarks import Bearing, bearings_in, holds_remarks
from smala_lockin.importing.rows.wishes import Wish
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.problems import Place
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.values.plain import display_names, exact_form

_WORDS_CALLED = 2
"""By how many first words remarks call a thing of the list: "Incadea" for "Incadea DMS"."""

_BEARING_NOTHING = (AssetKind.SUPPLIER, AssetKind.PROCESS)


_BEFORE = re.compile(
    r"^(?:(?:le|la|les|the|het|de|den|dem|der|die|das|une?|een|ein)\s+|l['’])?"
    r"(?:(?:serveur|server|machine|vm|nas)\s+)?",
    re.IGNORECASE,
)
"""What stands before a name in a remark: "le serveur SRV-01"."""


class Bearers:
    """Reads the remarks of a sheet; names that no row has are left alone."""

    def __init__(self, sheet: Sheet) -> None:
        """Look at each different remark once."""
        assert sheet.layout is not None
        columns = sheet.layout.columns
        name = sheet.column(Meaning.NAME)
        self._texts: Sequence[str] = columns[name.index].texts if name else ()
        self._told = [
            (one.header, told)
            for one in filter(holds_remarks, sheet.columns)
            if name and any(told := self._bearing_of(columns[one.index]))
        ]

    @property
    def rows(self) -> frozenset[int]:
        """The rows of which a remark says something."""
        return frozenset(
            index for _header, told in self._told for index, said in enumerate(told) if said
        )

    def wishes(self, draft: Draft, index: int, place: Place) -> list[Wish]:
        """Return what the remarks of a row, the `index`th, say of its thing."""
        if draft.kind in _BEARING_NOTHING:
            return []
        return [
            Wish(
                draft,
                place,
                (),
                one.name,
                Role.RUNS_ON,
                Pool.ASSET,
                header,
                flipped=one.flipped,
                offered=True,
            )
            for header, told in self._told
            for one in told[index]
            if exact_form(one.name) != exact_form(draft.name)
        ]

    def _bearing_of(self, cells: Cells) -> list[tuple[Bearing, ...]]:
        """What each of some remarks says of things that rows of the list name."""
        told = bearings_in(cells.texts)
        if not any(told):
            return []
        return cells.spread(
            [
                tuple(
                    Bearing(name, one.flipped) for one in said if (name := self._meant_by(one.name))
                )
                for said in told
            ]
        )

    def _meant_by(self, said: str) -> str | None:
        """The name that a remark says, whatever stands before and behind it."""
        bare = _BEFORE.sub("", said)
        known = self._called.get(exact_form(said)) or self._called.get(exact_form(bare))
        words = bare.split()
        runs = (exact_form(" ".join(words[:end])) for end in range(len(words) - 1, 0, -1))
        return known or next((self._whole[run] for run in runs if run in self._whole), None)

    @cached_property
    def _whole(self) -> dict[str, str]:
        """The names of rows by themselves."""
        return {exact_form(name): name for name in dict.fromkeys(display_names(self._texts))}

    @cached_property
    def _called(self) -> dict[str, str | None]:
        """The names of rows, by themselves and by words they begin with, where no other does."""
        names = dict.fromkeys(display_names(self._texts))
        begun: dict[str, str | None] = {}
        for name in names:
            words = exact_form(name).split()
            for count in range(1, min(len(words), _WORDS_CALLED + 1)):
                start = " ".join(words[:count])
                begun[start] = None if start in begun else name
        return {**begun, **self._whole}
