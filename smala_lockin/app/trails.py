"""Which assets lie on the way: pure functions over who needs whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.kinds import Need
from smala_lockin.domain.landscape import Landscape

if TYPE_CHECKING:
    from smala_lockin.analysis.rating.findings import Finding


Follows = Callable[[Dependency], bool]


def every(_dependency: Dependency) -> bool:
    """Follow every dependency."""
    return True


def vital(dependency: Dependency) -> bool:
    """Follow only what stops its source."""
    return dependency.need is Need.VITAL


def around(landscape: Landscape, assets: Iterable[AssetId]) -> frozenset[AssetId]:
    """Return the assets, all they need and all that needs them, at any depth."""
    chosen = frozenset(assets)
    return _below(landscape, chosen, every) | _above(landscape, chosen, every)


def between(
    landscape: Landscape,
    tops: Iterable[AssetId],
    bottoms: Iterable[AssetId],
    follows: Follows = every,
) -> frozenset[AssetId]:
    """Return tops, bottoms and every asset on a way from one of the tops down to a bottom."""
    upper, lower = frozenset(tops), frozenset(bottoms)
    inner = _below(landscape, upper, follows) & _above(landscape, lower, follows)
    return upper | lower | inner


def of_finding(landscape: Landscape, finding: "Finding") -> frozenset[AssetId]:
    """Return what a finding lights up: what it is about, what stops, and the way between.

    Of a false redundancy its members and their common cause as well.
    """
    evidence = finding.evidence
    groups = [landscape.groups[key] for key in evidence.groups if key in landscape.groups]
    members = {link.target for group in groups for link in landscape.members[group.id]}
    tops = {*evidence.stops, *(group.owner for group in groups)} & landscape.assets.keys()
    bottoms = causes(landscape, finding) | (frozenset(finding.assets) & landscape.assets.keys())
    bottoms |= frozenset(evidence.services) & landscape.assets.keys()
    way = between(landscape, tops, bottoms, vital)
    return way | members | (frozenset(evidence.path) & landscape.assets.keys())


def causes(landscape: Landscape, finding: "Finding") -> frozenset[AssetId]:
    """Return the assets that take a redundancy down as a whole."""
    named = (cause.partition(":")[2] for cause in finding.evidence.causes)
    return frozenset(AssetId(name) for name in named if name in landscape.assets)


def _below(landscape: Landscape, start: frozenset[AssetId], follows: Follows) -> frozenset[AssetId]:
    return frozenset(_walk(start, landscape.needs, "target", follows))


def _above(landscape: Landscape, start: frozenset[AssetId], follows: Follows) -> frozenset[AssetId]:
    return frozenset(_walk(start, landscape.needed_by, "source", follows))


def _walk(
    start: frozenset[AssetId],
    steps: Mapping[AssetId, tuple[Dependency, ...]],
    end: str,
    follows: Follows,
) -> Iterator[AssetId]:
    seen, waiting = set(start), list(start)
    while waiting:
        here = waiting.pop()
        yield here
        for dependency in steps[here]:
            there: AssetId = getattr(dependency, end)
            if there not in seen and follows(dependency):
                seen.add(there)
                waiting.append(there)
