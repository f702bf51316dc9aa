"""Every question read out slowly: what is asked, of what, and how bad the answer could be.

    questions(landscape, today, rows) -> what is asked, by key

Semantics, section 7: a rule would fire only because a fact is unknown. Sharing no code with the
package. `rows` are the ways out that the catalogue knows, by its ids.
"""

from datetime import date

from smala_lockin.domain.landscape import Landscape
from tests.analysis.oracle_asked import SENSITIVE, Asked
from tests.analysis.oracle_contract_questions import captives, costs, countries, notices
from tests.analysis.oracle_data_questions import agreements, models, reached_by_law, training
from tests.analysis.oracle_figures import Rows
from tests.analysis.oracle_loss_questions import (
    by_country,
    fallbacks,
    replacements,
    supports,
    where_if_cut_off,
    where_together,
)
from tests.analysis.oracle_risks import level


def questions(landscape: Landscape, today: date, rows: Rows) -> dict[str, Asked]:
    """All questions but that which activities stand-ins serve."""
    cut = dict(where_if_cut_off(landscape))
    cut |= dict(where_together(landscape, {one.assets[0] for one in cut.values()}))
    grave = [one for one in cut.values() if one.could_be >= level(2, SENSITIVE)]
    reached = dict(reached_by_law(landscape, {id for one in grave for id in one.assets}))
    placed = {one.assets[0] for one in reached.values() if one.facts == ("country",)}
    cut = {key: one for key, one in cut.items() if not placed.issuperset(one.assets)}
    located = {
        id
        for one in (*cut.values(), *reached.values())
        if one.facts == ("country",)
        for id in one.assets
    }
    every = (
        *cut.items(),
        *reached.items(),
        *replacements(landscape),
        *by_country(landscape),
        *fallbacks(landscape, today),
        *agreements(landscape),
        *training(landscape),
        *models(landscape),
        *notices(landscape, today, rows),
        *supports(landscape, today),
        *captives(landscape, today, rows),
        *costs(landscape),
        *countries(landscape, located),
    )
    found = dict(every)
    assert len(found) == len(every)
    return found
