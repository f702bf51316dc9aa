"""Gateways: through what a failure reaches the processes (semantics, section 7; numpy).

They are the assets, not processes, that a stopped process directly and vitally needs and that
fail with it, less those failing because of another of them.

gateways(basis) -> by single point of failure
"""

from collections.abc import Iterator, Mapping, Sequence

from smala_lockin.analysis.failure.bits import with_bits
from smala_lockin.analysis.failure.outcome_arrays import bits_of_all
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import Need

Through = dict[AssetId, tuple[AssetId, ...]]
"""The gateways of each single point of failure that has any, sorted by id."""


def gateways(basis: Basis) -> Through:
    """Return the gateways of a map."""
    return basis.recall.marked(_found_in, {"map": basis.every.marked.whole}, basis)["map"]


def _found_in(_whole: Mapping[str, object], basis: Basis) -> dict[str, Through]:
    """Return the gateways of a map, of which a mark is given."""
    number, index, bits = basis.every.number_of_asset, basis.structure.index, basis.every.bits
    stopped = _stopped(basis)
    means = sorted(stopped)
    points = {number[one.asset]: one.asset for one in basis.points}
    mask = with_bits(points)
    near = [bits[index[one]] & stopped[one] & mask for one in means]
    gates = []
    for own, draggers in zip(near, _draggers(basis, means), strict=True):
        dragged = 0
        for other in draggers:
            dragged |= near[other]
        gates.append(own & ~dragged)
    found: dict[int, list[AssetId]] = {}
    for one, events in zip(means, bits_of_all(gates, len(basis.every.events)), strict=True):
        for event in events:
            found.setdefault(event, []).append(one)
    return {"map": {points[event]: tuple(through) for event, through in found.items()}}


def _draggers(basis: Basis, means: Sequence[AssetId]) -> Iterator[list[int]]:
    """Yield for each of the means which others drag it along when they fail, by their places.

    Of two that fail together the first one leads.
    """
    number, index = basis.every.number_of_asset, basis.structure.index
    events = [number[one] for one in means]
    place = {event: at for at, event in enumerate(events)}
    mask = with_bits(events)
    bits = [basis.every.bits[index[one]] & mask for one in means]
    every = bits_of_all(bits, len(basis.every.events))
    for one, (event, failing) in enumerate(zip(events, every, strict=True)):
        others = [place[other] for other in failing if other != event]
        yield [other for other in others if other < one or not bits[other] >> event & 1]


def _stopped(basis: Basis) -> dict[AssetId, int]:
    """Return what processes directly and vitally need, with the events that stop one of these.

    As bits; processes themselves are left out.
    """
    every, structure, vital = basis.every, basis.structure, Need.VITAL
    found: dict[AssetId, int] = {}
    for process in basis.processes:
        bits = every.bits[structure.index[process]]
        for one in basis.landscape.needs[process]:
            if one.need is vital and one.target not in basis.processes:
                found[one.target] = found.get(one.target, 0) | bits
    return found
