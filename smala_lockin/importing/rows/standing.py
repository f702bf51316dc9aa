"""Where servers stand: whoever loses the place loses the server.

A place that no row has is offered, not missed.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.importing.headings.common_words import HOSTS
from smala_lockin.importing.headings.kind_words import is_online
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.drafts import Draft, Pool
from smala_lockin.importing.rows.wishes import Wish, text_of
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.problems import Place
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.contents import is_name
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.values.places import find_regions, is_cloud_region
from smala_lockin.importing.values.plain import is_nobody, plain_words
from smala_lockin.importing.values.splitting import split_names


def standing(sheet: Sheet) -> list[Column]:
    """Return the columns of places in a list of servers; none in other lists."""
    name = sheet.column(Meaning.NAME)
    is_of_servers = name is not None and plain_words(name.header) in HOSTS
    return sheet.all(Meaning.LOCATION) if is_of_servers else []


@lru_cache(maxsize=20_000)
def places_named(text: str) -> tuple[str, ...]:
    """Return the places that a cell names, countries and clouds aside: "Salle technique"."""
    return tuple(
        name
        for name in split_names(text, commas=False)
        if is_name(name)
        and not (is_nobody(name) or find_regions(name) or is_cloud_region(name) or is_online(name))
    )


def stand(draft: Draft, row: Body, place: Place, columns: Iterable[Column]) -> Iterator[Wish]:
    """Yield the wishes of a server for the places where its row says that it stands."""
    for column in columns:
        for name in places_named(text_of(row, column)):
            yield Wish(
                near=draft,
                place=place,
                facts=(),
                far=name,
                role=Role.RUNS_ON,
                pool=Pool.ASSET,
                column=column.header,
                reference=column.reference,
                offered=True,
                kind=AssetKind.LOCATION,
            )
