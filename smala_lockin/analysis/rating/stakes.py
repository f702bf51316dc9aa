"""What is at stake on a map: its processes, how much each weighs, and who uses what."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.rating import worked_out
from smala_lockin.analysis.recall import Recall
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.analysis.scales.weighing import Burden, Reading, Weighed, burdens
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import Need
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Stakes:
    """The processes of a landscape, or what stands in for them, and what they mean to it."""

    every: EveryEvent
    recall: Recall

    @cached_property
    def structure(self) -> Structure:
        """The map in whole numbers."""
        return self.every.structure

    @cached_property
    def landscape(self) -> Landscape:
        """The map itself."""
        return self.structure.landscape

    @cached_property
    def settings(self) -> Settings:
        """The settings of the map."""
        return self.landscape.settings

    def level(self, likelihood: int, impact: int) -> Level:
        """Return the level of a likelihood and an impact, each 1..5."""
        return level(likelihood, impact, self.settings)

    @cached_property
    def processes(self) -> Mapping[AssetId, Asset]:
        """The processes, or what stands in for them."""
        structure = self.structure
        return {structure.ids[i]: structure.assets[i] for i in structure.processes}

    @cached_property
    def burdens(self) -> Mapping[AssetId, Burden]:
        """What is known of how much each process weighs."""
        return self.recall.each(burdens, self.processes)

    def laden(self, stops: Iterable[AssetId]) -> tuple[Burden, ...]:
        """Return what decides how much it weighs that these processes stop, their number aside."""
        return tuple(map(self.burdens.__getitem__, stops))

    def totals(self, laden: Iterable[Burden]) -> tuple[int, ...]:
        """Return the weight of all processes in time, by reading; empty where it cannot matter.

        It does where these, being late, may hold half of all weight.
        """
        most = sum([one.most for one in laden])
        return self._totals if most >= self._least_total else ()

    @cached_property
    def _least_total(self) -> int:
        return min(self._totals, default=0)

    @cached_property
    def _totals(self) -> tuple[int, ...]:
        return tuple(sum(one.weight_if_in_time.values()) for one in self.weighed.values())

    @cached_property
    def scale(self) -> tuple[Settings, float | None]:
        """What decides how much things weigh beside the processes."""
        return self.settings, self.landscape.company.revenue

    @cached_property
    def weighed(self) -> Mapping[Reading, Weighed]:
        """The processes as each reading of what is unknown sees them."""
        revenue, processes = self.landscape.company.revenue, tuple(self.processes.values())
        return self.recall.once(worked_out.all_weighed, processes, revenue, self.settings)

    @cached_property
    def unknown(self) -> Mapping[str, frozenset[AssetId]]:
        """Of what weighs a process, the processes for which each fact is not known."""
        return {
            fact: frozenset(
                key for key, one in self.processes.items() if getattr(one, fact) is None
            )
            for fact in ("criticality", "max_outage_hours")
        }

    @cached_property
    def important(self) -> frozenset[AssetId]:
        """The processes that are known to matter much."""
        least = self.settings.thresholds.important_criticality
        return frozenset(
            key for key, one in self.processes.items() if (one.criticality or 0) >= least
        )

    @cached_property
    def provided(self) -> Mapping[AssetId, tuple[AssetId, ...]]:
        """For each supplier all that is provided by it, however badly it is needed."""
        found: dict[AssetId, dict[AssetId, None]] = {}
        for one in self.structure.provisions:
            found.setdefault(one.target, {})[one.source] = None
        return {supplier: tuple(sources) for supplier, sources in found.items()}

    @cached_property
    def vital_suppliers(self) -> Mapping[AssetId, tuple[AssetId, ...]]:
        """For each asset the suppliers that vitally provide it, in the map's order."""
        found: dict[AssetId, dict[AssetId, None]] = {}
        vital = Need.VITAL
        for one in self.structure.provisions:
            if one.need is vital:
                found.setdefault(one.source, {})[one.target] = None
        return {asset: tuple(suppliers) for asset, suppliers in found.items()}

    @cached_property
    def users(self) -> Mapping[AssetId, frozenset[AssetId]]:
        """For each asset the processes that depend on it directly, however badly."""
        found: dict[AssetId, set[AssetId]] = {}
        for key in self.processes:
            for one in self.landscape.needs[key]:
                found.setdefault(one.target, set()).add(key)
        return {asset: frozenset(users) for asset, users in found.items()}

    @cached_property
    def weight(self) -> int:
        """The weight of all processes."""
        return sum(self._weights.values())

    def blast_radius(self, stops: Iterable[AssetId]) -> float:
        """Return the weighted share of all processes that these are, 0..1."""
        weight = self._weights
        return sum(map(weight.__getitem__, stops)) / self.weight if self.weight else 0.0

    @cached_property
    def _weights(self) -> Mapping[AssetId, int]:
        return self.weighed[Reading.USUAL].criticality

    def hidden_share(self, assets: Iterable[AssetId], stops: Collection[AssetId]) -> float:
        """Return the share of stopped processes without a direct dependency on any of the assets.

        For a supplier: nor on anything it provides.
        """
        return worked_out.hidden_share(assets, stops, self.provided, self.users)
