"""What is selected: assets, dependencies, a redundancy group, or a finding with its path."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from smala_lockin.app.trails import around
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.domain.landscape import Landscape


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    assets: frozenset[AssetId] = frozenset()
    dependencies: frozenset[DependencyId] = frozenset()
    group: GroupId | None = None
    finding: str | None = None
    marked: frozenset[AssetId] = frozenset()
    path: frozenset[AssetId] = frozenset()


class Selection(QObject):
    """What the user looks at, shared by all views of one document. It is no part of the map.

    Selected are assets, or dependencies, or one redundancy group, or one `finding` (its key, or
    a headline's bundle), or nothing; never two sorts at once. What an edit has taken off the map
    may still be named here.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen = _Chosen()

    @property
    def assets(self) -> frozenset[AssetId]:
        """The assets selected."""
        return self._chosen.assets

    @property
    def dependencies(self) -> frozenset[DependencyId]:
        """The dependencies selected."""
        return self._chosen.dependencies

    @property
    def group(self) -> GroupId | None:
        """The redundancy group selected."""
        return self._chosen.group

    @property
    def finding(self) -> str | None:
        """The finding selected."""
        return self._chosen.finding

    @property
    def marked(self) -> frozenset[AssetId]:
        """The assets that are selected, or that the finding is about."""
        return self._chosen.marked

    @property
    def is_any(self) -> bool:
        """Whether anything is selected."""
        return self._chosen != _Chosen()

    def choose_assets(self, assets: Iterable[AssetId]) -> None:
        """Select these assets, and nothing else."""
        chosen = frozenset(assets)
        self._set(_Chosen(assets=chosen, marked=chosen))

    def toggle_asset(self, asset: AssetId) -> None:
        """Select one asset more, or one less."""
        self.choose_assets(self.assets ^ {asset})

    def choose_dependencies(self, dependencies: Iterable[DependencyId]) -> None:
        """Select these dependencies, and nothing else."""
        self._set(_Chosen(dependencies=frozenset(dependencies)))

    def toggle_dependency(self, dependency: DependencyId) -> None:
        """Select one dependency more, or one less."""
        self.choose_dependencies(self.dependencies ^ {dependency})

    def choose_group(self, group: GroupId) -> None:
        """Select a redundancy group, and nothing else."""
        self._set(_Chosen(group=group))

    def choose_finding(self, key: str, about: Iterable[AssetId], path: Iterable[AssetId]) -> None:
        """Select a finding: the assets it is about are marked, those on its path light up too."""
        marked = frozenset(about)
        self._set(_Chosen(finding=key, marked=marked, path=marked | frozenset(path)))

    def follow(self, other: "Selection") -> None:
        """Select what another selection does now."""
        self._set(other._chosen)

    def clear(self) -> None:
        """Select nothing."""
        self._set(_Chosen())

    def lit(self, landscape: Landscape) -> frozenset[AssetId] | None:
        """Return the assets to light up while the rest fades; None where nothing fades.

        Of a finding its path; of dependencies and groups their ends; of assets all they need and
        all that needs them.
        """
        if self.finding is not None:
            return self._chosen.path & landscape.assets.keys() or None
        chosen = self.assets & landscape.assets.keys()
        return around(landscape, chosen) if chosen else self._ends(landscape) or None

    def _ends(self, landscape: Landscape) -> frozenset[AssetId]:
        links = [landscape.dependencies.get(key) for key in self.dependencies]
        if self.group is not None:
            links += landscape.members.get(self.group, ())
        return frozenset(end for one in links if one for end in (one.source, one.target))

    def _set(self, chosen: _Chosen) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.changed.emit()
