"""What differs between two landscapes, so that views update just that."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey

K = TypeVar("K", bound=str)

VIEW_SECTION = "view"
"""The part of the file that says how the map is shown, and nothing about the company."""


@dataclass(frozen=True, slots=True)
class Parts(Generic[K]):
    """Which keys of one part came, went, or now hold something else."""

    added: frozenset[K]
    removed: frozenset[K]
    updated: frozenset[K]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.updated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The step from one landscape to another; true where anything differs."""

    before: Landscape
    after: Landscape
    assets: Parts[AssetId]
    dependencies: Parts[DependencyId]
    groups: Parts[GroupId]
    positions: Parts[AssetId]
    risks: Parts[RiskKey]
    company: bool
    sections: frozenset[str]

    def __bool__(self) -> bool:
        return self.touches_graph or bool(self.positions or self.risks or self.sections)

    @property
    def touches_graph(self) -> bool:
        """Whether an analysis could come out otherwise: not positions, nor what people typed."""
        told = self.sections - {VIEW_SECTION}
        return bool(self.assets or self.dependencies or self.groups or self.company or told)


def diff(before: Landscape, after: Landscape) -> Change:
    """Return what differs. What an edit left alone is shared, so that this costs little."""
    names = frozenset(before.sections) | frozenset(after.sections)
    return Change(
        before=before,
        after=after,
        assets=_parts(before.assets, after.assets),
        dependencies=_parts(before.dependencies, after.dependencies),
        groups=_parts(before.groups, after.groups),
        positions=_parts(before.positions, after.positions),
        risks=_parts(before.risks, after.risks),
        company=before.company != after.company,
        sections=frozenset(
            name for name in names if before.sections.get(name) != after.sections.get(name)
        ),
    )


def _parts(before: Mapping[K, object], after: Mapping[K, object]) -> Parts[K]:
    if before is after:
        return Parts(frozenset(), frozenset(), frozenset())
    return Parts(
        added=frozenset(after.keys() - before.keys()),
        removed=frozenset(before.keys() - after.keys()),
        updated=frozenset(
            key
            for key, value in after.items()
            if (old := before.get(key, value)) is not value and old != value
        ),
    )
