"""Whether arrows are flows of data: then what gets it needs what gives it."""

import re

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.values.plain import plain_words, words_of

_FLOWS = words_of(
    "flux flow flows dataflow stroom datastroom datenfluss fluss emetteur emettrice recepteur "
    "receptrice interface interfaces schnittstelle schnittstellen koppeling koppelingen"
)
"""Words of headers, or of the name of a sheet, by which relations are flows."""

_EXCHANGED = words_of(
    "donnees data gegevens daten informations information messages bericht quoi what wat was "
    "contenu inhoud inhalt"
)
_OFTEN = words_of("frequence frequency frequentie haufigkeit periodicite frequenz vaak oft")
"""Words of headers that say together what flows, and how often."""

_RECEIVING = re.compile(
    r"\b(?:depend de (?:la )?source|depends on (?:the )?source|(?:hangt )?af van (?:de )?bron|"
    r"abhangig von (?:der )?quelle|hangt von (?:der )?quelle ab|a besoin de (?:la )?source|"
    r"needs (?:the )?source)\b"
)
"""How the header of the other end says that it needs the one that the arrow comes from."""


def flows_to_target(sheet: Sheet) -> bool:
    """Return whether the target of a sheet's relations needs the source, for it gets its data."""
    headers = {word for one in sheet.columns for word in plain_words(one.header).split()}
    if not (headers.isdisjoint(_EXCHANGED) or headers.isdisjoint(_OFTEN)):
        return True
    if not _FLOWS.isdisjoint({*headers, *plain_words(sheet.table.sheet or "").split()}):
        return True
    target = sheet.column(Meaning.TARGET)
    return target is not None and bool(_RECEIVING.search(plain_words(target.header)))
