"""Assets and countries that commands are given by name: nobody sees ids on screen."""

from smala_lockin.analysis.failure.events import EventFault, UnknownEvent
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge.jurisdictions import country_code, region_code

_BY_ASSET = ("asset", "services", "control")
_BY_COUNTRY = ("country", "hosting")
_PRICE = "price"


def asset_of(landscape: Landscape, text: str) -> AssetId:
    """Return the id of the asset that a text names by id or by name.

    A text that names none, or more than one, is returned as it is: the command says so.
    """
    if text in landscape.assets:
        return AssetId(text)
    wanted = _plain(text)
    found = [key for key, one in landscape.assets.items() if _plain(one.name) == wanted]
    return found[0] if len(found) == 1 else AssetId(text)


def event_of(landscape: Landscape, text: str) -> str:
    """Return an event such as "asset:Odoo Online" with the id in place of the name.

    Raises `UnknownEvent` for a country that neither the catalogue nor the map knows: nothing would
    ever stop there, and a slip such as "UK" would pass for good news.
    """
    kind, _colon, rest = text.partition(":")
    if kind in _BY_ASSET:
        return f"{kind}:{asset_of(landscape, rest)}"
    if kind == _PRICE:
        name, colon, rise = rest.rpartition(":")
        return f"{kind}:{asset_of(landscape, name)}{colon}{rise}"
    if kind in _BY_COUNTRY:
        code = country_code(rest) if kind == "country" else region_code(rest)
        return f"{kind}:{code or _on_the_map(landscape, text, rest)}"
    return text


def _on_the_map(landscape: Landscape, text: str, named: str) -> str:
    every = landscape.assets.values()
    if any(named == one.country or named in (one.hosting_countries or ()) for one in every):
        return named
    raise UnknownEvent(EventFault.NOT_A_COUNTRY, text, id=named)


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()
