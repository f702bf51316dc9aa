"""Where a fact came from, in words."""

from datetime import date

import pytest

from smala_lockin.domain.assets import Origin, Source
from smala_lockin.words import origins

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (Origin(source=Source.CATALOGUE), "from the catalogue"),
        (Origin(source=Source.CATALOGUE, on=DAY), "from the catalogue, as of 12 March 2026"),
        (Origin(source=Source.IMPORT, file="it.xlsx", row=12), "from it.xlsx, row 12"),
        (
            Origin(source=Source.IMPORT, file="it.xlsx", sheet="Apps", row=12),
            "from it.xlsx, sheet Apps, row 12",
        ),
        (Origin(source=Source.IMPORT, file="it.xlsx"), "from it.xlsx"),
        (Origin(source=Source.IMPORT), "from an import"),
        (Origin(source=Source.QUESTIONNAIRE), "from the questionnaire"),
    ],
)
def test_where_a_fact_came_from(origin: Origin, words: str) -> None:
    assert origins.note(origin) == words
