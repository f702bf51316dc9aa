"""Small tables written as text, and a short way to import them."""

from typing import Any

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.csv_text import read_text
from smala_lockin.formats.tables import Table
from smala_lockin.importing.propose import propose


def table(text: str, file: str = "liste.csv", sheet: str | None = None) -> Table:
    """Return the table of a delimited text; its lines may be indented."""
    lines = "\n".join(line.strip() for line in text.strip().splitlines())
    read = read_text(lines.encode(), file)
    return Table(file=file, sheet=sheet, rows=read.rows)


def imported(*texts: str, into: Landscape | None = None, **options: Any) -> Landscape:
    """Return the landscape that importing these texts makes, each a file."""
    tables = [table(text, f"liste{number}.csv") for number, text in enumerate(texts)]
    return propose(tables, into, **options).apply(into or Landscape())


def arrows(landscape: Landscape) -> set[str]:
    """Return the dependencies of a landscape as "source role target"."""
    return {f"{one.source} {one.role} {one.target}" for one in landscape.dependencies.values()}


def one(landscape: Landscape, name: str) -> Asset:
    """Return the asset of a name."""
    (found,) = [asset for asset in landscape.assets.values() if asset.name == name]
    return found
