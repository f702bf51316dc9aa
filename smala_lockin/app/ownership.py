"""Who is behind an asset, as a card shows it in two letters."""

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Control, Role
from smala_lockin.domain.landscape import Landscape


def owner_country(landscape: Landscape, asset: AssetId) -> str | None:
    """Return the country of who owns an asset in the end; None where that is not known.

    A supplier's is that of its topmost controller (funds aside) whose country is known; of what
    a single supplier provides, that supplier's; a location's its own.
    """
    one = landscape.assets[asset]
    if one.kind is AssetKind.SUPPLIER:
        return _of_supplier(landscape, asset)
    if one.kind is AssetKind.LOCATION:
        return one.country
    providers = {
        dependency.target
        for dependency in landscape.needs[asset]
        if dependency.role is Role.PROVIDED_BY
    }
    countries = {_of_supplier(landscape, provider) for provider in providers}
    return countries.pop() if len(countries) == 1 else None


def _of_supplier(landscape: Landscape, supplier: AssetId) -> str | None:
    seen, here = {supplier}, supplier
    found = landscape.assets[here].country
    while above := [
        dependency.target
        for dependency in landscape.needs[here]
        if dependency.role is Role.CONTROLLED_BY and dependency.control is Control.GROUP
    ]:
        here = min(above)
        if len(above) > 1 or here in seen:
            break  # a joint venture or a circle has no single owner
        seen.add(here)
        found = landscape.assets[here].country or found
    return found
