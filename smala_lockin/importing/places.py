"""Countries and regions named in a cell about hosting or place."""

import re
from functools import lru_cache

from smala_lockin.knowledge.jurisdictions import region_code

_LISTED = re.compile(r"\s*(?:[,;/|&\n]|\bet\b|\band\b|\ben\b|\bund\b|\+)\s*")
_WITHIN = re.compile(r"[()\[\]:]|\s[-–—]\s")


@lru_cache(maxsize=20_000)
def find_regions(text: str) -> tuple[str, ...] | None:
    """Return the countries a cell names, "EU" and "EEA" included; None where it names none.

    "Belgique, Pays-Bas" and "Azure (Irlande)" name some. A bare code of two letters counts only
    where the cell is a list of nothing else: "IT" in "IT - Serveur" is no country.
    """
    whole = [region_code(part) for part in _LISTED.split(text) if part]
    if whole and all(whole):
        return tuple(dict.fromkeys(code for code in whole if code))
    found = [
        code
        for part in _WITHIN.split(text)
        for name in _LISTED.split(part)
        if (len(name.strip()) > 2 or name.strip() == "UE") and (code := region_code(name))
    ]
    return tuple(dict.fromkeys(found)) or None
