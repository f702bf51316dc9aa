"""Assets that commands are given by name: nobody sees ids on screen."""

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape

_BY_ASSET = ("asset", "services", "control")
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
    """Return an event such as "asset:Odoo Online" with the id in place of the name."""
    kind, _colon, rest = text.partition(":")
    if kind in _BY_ASSET:
        return f"{kind}:{asset_of(landscape, rest)}"
    if kind == _PRICE:
        name, colon, rise = rest.rpartition(":")
        return f"{kind}:{asset_of(landscape, name)}{colon}{rise}"
    return text


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()
