"""What became of the rows of one sheet."""

from dataclasses import dataclass, field

from smala_lockin.importing.rows.payments import Summary
from smala_lockin.importing.tables.left_out import LeftOut, Merged
from smala_lockin.importing.values.scales import Scale


@dataclass(slots=True)
class Tally:
    """What became of the rows of one sheet; `summary` where they were added up.

    `merged` are rows about a thing that an earlier row of the sheet named, `left_out` those that
    are no records beside the ones the layout knows. `is_currency_assumed`: amounts name none, and
    nobody said what they are in. `only_told` counts people who are asked or told of something.
    """

    used: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    kept: dict[str, None] = field(default_factory=dict)
    scales: dict[str, Scale] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    summary: Summary | None = None
    is_currency_assumed: bool = False
    only_told: int = 0
