"""Price rises: what it costs to be captive (semantics, section 7).

    price_rise(landscape, "price:acme:+20%", today=...) -> PriceRise

Whoever has the last word over a supplier may raise the prices of all it controls.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from smala_lockin.analysis.failure.control import control_roots
from smala_lockin.analysis.failure.events import EventFault, UnknownEvent
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.exits import exit_clocks, later
from smala_lockin.analysis.figures.spending import Spending
from smala_lockin.analysis.scales.assumptions import replacement_days
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape

PREFIX = "price:"
DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRise:
    """A rise of all prices of a control root by a share (0.2 is 20 %).

    `roots` have the last word over the supplier that was named; `services` is what they and all
    they control provide. `spend` is what is known to be paid for that in a year, None where
    nothing is, and `at_least` whether the cost of some of it is unknown. The company is captive
    until the last of it can be left, or replaced where no date of a contract says more; `assumed`
    are the facts that were assumed for this, as (asset, fact).
    """

    event: str
    supplier: AssetId
    share: float
    roots: tuple[AssetId, ...]
    services: tuple[AssetId, ...]
    spend: float | None
    at_least: bool
    captive_until: date
    captive_years: float
    assumed: tuple[tuple[AssetId, str], ...]

    @property
    def extra_per_year(self) -> float | None:
        """What is paid more in a year."""
        return None if self.spend is None else self.share * self.spend

    @property
    def captive_cost(self) -> float | None:
        """What is paid more until the last service can be left."""
        return None if self.spend is None else self.share * self.spend * self.captive_years


def price_rise(landscape: Landscape | Structure, text: str, *, today: date) -> PriceRise:
    """Return what a rise written as "price:ID:+20%" costs; "+20" and "+0.2" say the same.

    Raises `UnknownEvent` where the text is no rise, or names no supplier of the map.
    """
    structure = Structure.of(landscape)
    supplier, share = _parsed(structure, text)
    roots = control_roots(structure)
    raising = roots[supplier]
    books = Spending.of(structure)
    group = [one for one in structure.suppliers if set(roots[one]) & set(raising)]
    provided = sorted(
        {item for one in group for item in books.provided.get(one, ())},
        key=structure.ids.__getitem__,
    )
    spend = sum(
        _paid(books, one) * len(set(roots[one]) & set(raising)) / len(roots[one]) for one in group
    )
    costs = _are_known(books, group)
    until, assumed = _leaving(structure, provided or [supplier], today)
    return PriceRise(
        event=text,
        supplier=structure.ids[supplier],
        share=share,
        roots=tuple(structure.ids[one] for one in raising),
        services=tuple(structure.ids[one] for one in provided),
        spend=spend if any(costs) else None,
        at_least=not all(costs),
        captive_until=until,
        captive_years=(until - today).days / DAYS_A_YEAR,
        assumed=assumed,
    )


def _parsed(structure: Structure, text: str) -> tuple[int, float]:
    id, _colon, rise = text.removeprefix(PREFIX).rpartition(":")
    share = _share(rise)
    if share is None:
        raise UnknownEvent(EventFault.NOT_A_RISE, text, id=id)
    number = structure.index.get(AssetId(id))
    if number is None:
        raise UnknownEvent(EventFault.UNKNOWN_ASSET, text, id=id)
    if structure.assets[number].kind is not AssetKind.SUPPLIER:
        raise UnknownEvent(EventFault.NOT_A_SUPPLIER, text, id=id)
    return number, share


def _share(rise: str) -> float | None:
    """Return "+20%", "+20" or "+0.2" as 0.2; None for what is no rise of up to a thousandfold."""
    digits = rise.strip().removesuffix("%").strip().replace(",", ".")
    if not digits.startswith("+") or not digits[1:].replace(".", "", 1).isdecimal():
        return None
    value = float(digits)
    is_percentage = rise.strip().endswith("%") or value >= 1
    share = value / 100 if is_percentage else value
    return share if 0 < share <= 1000 else None


def _paid(books: Spending, supplier: int) -> float:
    """Return what a supplier is paid in a year, also one of nothing but people or activities."""
    own = books.cost(supplier)
    return books.paid.get(supplier, 0.0) if own is None else own


def _are_known(books: Spending, suppliers: Collection[int]) -> list[bool]:
    """Return of all that these suppliers are paid for whether it is known, one by one."""
    found: list[bool] = []
    for supplier in suppliers:
        if books.cost(supplier) is not None:
            found.append(True)
            continue
        found += [
            books.cost(item) is not None
            for item in books.provided.get(supplier, ())
            if supplier in books.sharing(item)
        ]
    return found


def _leaving(
    structure: Structure, assets: Collection[int], today: date
) -> tuple[date, tuple[tuple[AssetId, str], ...]]:
    """Return the day on which the last of these can be left, and what was assumed for it."""
    clocks = {one.asset: one for one in exit_clocks(structure.landscape, today=today)}
    last, assumed = today, set[tuple[AssetId, str]]()
    for asset in assets:
        id = structure.ids[asset]
        clock = clocks.get(id)
        if clock is not None and clock.leaving is not None:
            day, facts = clock.leaving, clock.assumed
        else:
            replacing = replacement_days(structure.landscape, id)
            day = later(today, replacing.usual)
            facts = () if replacing.known else ("replacement_days",)
        last = max(last, day)
        assumed.update((id, fact) for fact in facts)
    return last, tuple(sorted(assumed))
