"""Random maps whose assets have names that are hard to put into sentences."""

import random
from collections import Counter
from dataclasses import replace

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from tests.strategies import whole_landscape

_K = AssetKind
_NAMES = {
    _K.PROCESS: ("Facturation", "Achats", "Expédition", "Paie et dues", "Offres", "Usinage"),
    _K.APPLICATION: ("Exact", "AutoCAD", "Odoo", "Sage", "Word"),
    _K.CLOUD_SERVICE: ("Odoo Online", "Office 365", "Exchange", "iCloud", "Teams"),
    _K.AI_SERVICE: ("ChatGPT", "Azure OpenAI", "Claude", "Mistral"),
    _K.DATA: ("Archives", "Plans", "Dossiers clients", "Historique"),
    _K.INFRASTRUCTURE: ("Serveur Dell", "Électricité", "Internet", "Onduleur"),
    _K.PEOPLE: ("Luc (CNC)", "Anne", "Équipe IT", "Hélène"),
    _K.LOCATION: ("Atelier", "Ciney", "Usine de Huy"),
    _K.SUPPLIER: ("Orange", "Proximus", "Infor", "AWS", "Isabel", "1st Data"),
}
_COUNTRIES = (
    *("BE", "FR", "NL", "US", "CN", "GB", "CH", "LU", "DE", "IN", "JP", "AE", "PH", "IL"),
    *("TW", "HK", "CA", "AU", "BR", "RU", "IE", "CY", "MT", "TR", "ZA", "MX", "CG"),
)


def named_map(seed: int) -> Landscape:
    """Return a map on which any rule may have something to say, about countries of all sorts."""
    chance, used = random.Random(seed), Counter[str]()
    drawn = whole_landscape(chance.randint(8, 26), seed)
    assets = []
    for one in drawn.assets.values():
        name = chance.choice(_NAMES[one.kind])
        used[name] += 1
        assets.append(
            replace(
                one,
                name=name if used[name] == 1 else f"{name} {used[name]}",
                country=one.country and chance.choice(_COUNTRIES),
                hosting_countries=one.hosting_countries
                and tuple(chance.sample(_COUNTRIES, len(one.hosting_countries))),
            )
        )
    return Landscape.of(
        assets, drawn.dependencies.values(), drawn.groups.values(), company=drawn.company
    )
