"""Countries and regions named in a cell about hosting or place."""

import re
from functools import lru_cache

from smala_lockin.importing.values.plain import plain_words
from smala_lockin.knowledge.jurisdictions import country_code, region_code

_CITIES = {
    city: code
    for code, cities in (
        ("BE", "brussels bruxelles brussel zaventem"),
        ("CH", "zurich geneve geneva"),
        ("DE", "frankfurt francfort berlin munich munchen nuremberg nurnberg falkenstein"),
        ("DK", "copenhagen copenhague"),
        ("ES", "madrid"),
        ("FI", "helsinki hamina"),
        ("FR", "paris roubaix gravelines strasbourg marseille"),
        ("GB", "london londres"),
        ("IE", "dublin"),
        ("IT", "milan milano"),
        ("NL", "amsterdam eemshaven groningen"),
        ("PL", "warsaw varsovie warschau"),
        ("SE", "stockholm"),
        ("US", "virginia oregon ohio california iowa texas"),
    )
    for city in cities.split()
}
"""Where data centres stand: what "AWS Frankfurt" means by its place."""

_CLOUD_REGIONS = (
    ("BE", r"belgiumcentral|europe-west1"),
    ("CH", r"switzerland\w+|europe-west6|eu-central-2"),
    ("DE", r"germany\w+|eu-central-1|europe-west3|europe-west10"),
    ("DK", r"denmark\w+"),
    ("ES", r"spaincentral|eu-south-2|europe-southwest1"),
    ("FI", r"europe-north1"),
    ("FR", r"france\w+|eu-west-3|europe-west9"),
    ("GB", r"uk(?:south|west)|eu-west-2|europe-west2"),
    ("IE", r"northeurope|eu-west-1"),
    ("IT", r"italynorth|eu-south-1|europe-west8|europe-west12"),
    ("NL", r"westeurope|europe-west4"),
    ("NO", r"norway\w+"),
    ("PL", r"polandcentral|europe-central2"),
    ("SE", r"swedencentral|eu-north-1|europe-north2"),
    ("US", r"(?:east|west|central|northcentral|southcentral|westcentral)us\d?|us-\w+-?\w*\d"),
)
"""The names that the large clouds give their regions, and the country these are in."""

_REGION = re.compile("|".join(f"(?P<{code}>{names})" for code, names in _CLOUD_REGIONS))
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
    parts = _APART.split(text)
    if len(parts) > 1 and all(each := [find_regions(part.strip()) for part in parts]):
        return tuple(dict.fromkeys(code for codes in each if codes for code in codes))
    if (short := _SHORT_IN_UNION.fullmatch(text.strip())) and (
        code := region_code(short[1] or short[2])
    ):
        return (code,)
    found = [
        code
        for part in _WITHIN.split(text)
        for name in _LISTED.split(part)
        if (len(name.strip()) > 2 or name.strip() == "UE") and (code := region_code(name))
    ]
    if not found and (short := _SHORT.match(text)) and (code := region_code(short[0])):
        found = [code]
    if not all(map(_is_union, found)) and _IN_UNION.search(text):
        found = [code for code in found if not _is_union(code)]
    return tuple(dict.fromkeys(found)) or _of_data_centres(text)


def _is_union(code: str) -> bool:
    return code in ("EU", "EEA")


_APART = re.compile(r"[,;/|&+\n](?![^(\[]*[)\]])")
"""What parts places outside of brackets."""

_SHORT_IN_UNION = re.compile(r"(?:EU|UE)\d?\s*[(:]\s*([A-Z]{2})\)?|([A-Z]{2})\s*\((?:EU|UE)\)")
_IN_UNION = re.compile(r"\((?:EU|UE|EEA|EEE|EER|EWR)\)|\b(?:EU|UE)\s*[:(]|\b(?:EU|UE) [-–—] ")
"""Where the union is only said beside one of its countries: "Germany (EU)", "EU - Ireland"."""


def find_country(text: str) -> str | None:
    """Return the one country that a cell names, whatever is said of it: "USA (parent company)"."""
    if code := country_code(text):
        return code
    found = find_regions(text) or ()
    return found[0] if len(found) == 1 and country_code(found[0]) else None


_SHORT = re.compile(r"(?:US|VS|UK|GB)(?=\s*[(:,]| [-–—] )")
"""A country in two letters that something is said of: "US (standard clauses)"."""


def find_hosting(text: str) -> tuple[str, ...] | None:
    """Return the countries a cell about hosting names: "Google Cloud Belgique" too."""
    if found := find_regions(text):
        return found
    if near := _NEAR.match(text):
        return (near[0],)
    last = text.split()[-1:]
    code = region_code(last[0]) if last and len(last[0]) >= _SHORTEST_COUNTRY else None
    return (code,) if code else None


_NEAR = re.compile(r"(?:BE|NL|FR|LU|DE)(?= [-–—] )")
"""A country of the region that more is said of where things are hosted: "BE - own server"."""

_SHORTEST_COUNTRY = 5


def is_city(word: str) -> bool:
    """Whether a word, as `plain_words` leaves it, is a city where data centres or firms stand."""
    return word in _CITIES


def is_cloud_region(text: str) -> bool:
    """Whether a text is the name that a large cloud gives one of its regions."""
    return bool(_REGION.fullmatch(_closed(text)))


def _closed(text: str) -> str:
    """A region's name without the blanks that portals show it with: "West Europe"."""
    return "".join(text.split()).casefold()


def _of_data_centres(text: str) -> tuple[str, ...] | None:
    """The countries of the cloud regions a cell names, or of the cities."""
    if whole := _REGION.fullmatch(_closed(text)):
        return (whole.lastgroup,) if whole.lastgroup else None
    found: list[str] = []
    for word in re.findall(r"[^\s,;/|()]+", text.casefold()):
        named = _REGION.fullmatch(word)
        code = named.lastgroup if named else _CITIES.get(plain_words(word))
        if code:
            found.append(code)
    return tuple(dict.fromkeys(found)) or None
