"""The threat that suppliers pose to the company: EBIOS Risk Manager (ANSSI), workshop 3.

Four factors from 1 to 4 that people give. Exposure = dependency x penetration, reliability =
maturity x trust, threat level = exposure / reliability, from 1/16 to 16. A factor that nobody
gave can be anything, so that each is a range.

    threats(landscape) -> tuple[Threat, ...]
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.facts import FACTS, THREAT_FACTORS
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.setting_tables import Row

Span = tuple[float, float]
"""The lowest and the highest value it could be."""


class Zone(StrEnum):
    """How closely a supplier is to be looked at, by its threat level."""

    OUTSIDE = "outside"
    WATCH = "watch"
    CONTROL = "control"
    DANGER = "danger"


EXPOSURE_BANDS = (3, 7, 10)
"""From which exposures on a dot on the radar is larger."""

RELIABILITY_BANDS = (4, 6, 8)
"""From which reliabilities on it is of a calmer colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat:
    """The threat level of a supplier of which at least one factor is given.

    `factors` are those given; `missing` the others. `zones` are those of the lowest and the
    highest level.
    """

    supplier: AssetId
    factors: Mapping[str, int]
    missing: tuple[str, ...]
    exposure: Span
    reliability: Span
    level: Span
    zones: tuple[Zone, Zone]

    @property
    def is_known(self) -> bool:
        """Whether all four factors are given."""
        return not self.missing

    @property
    def exposure_band(self) -> int:
        """How large its dot is on the radar, 0 to 3; the worst it could be."""
        return sum(self.exposure[1] >= bound for bound in EXPOSURE_BANDS)

    @property
    def reliability_band(self) -> int:
        """How calm the colour of its dot is, 0 to 3; the worst it could be."""
        return sum(self.reliability[0] >= bound for bound in RELIABILITY_BANDS)


def threats(landscape: Landscape) -> tuple[Threat, ...]:
    """Return the threat of each supplier with a factor: the worst it could be first, then by id."""
    steps = landscape.settings.thresholds.ecosystem
    found = [
        _threat(asset.id, asset.ecosystem, steps)
        for asset in landscape.assets.values()
        if asset.kind is AssetKind.SUPPLIER
        and asset.ecosystem
        and not asset.ecosystem.keys().isdisjoint(THREAT_FACTORS)
    ]
    return tuple(sorted(found, key=lambda one: (-one.level[1], -one.level[0], one.supplier)))


def zone(level: float, steps: Row) -> Zone:
    """Return the zone of a threat level; `steps` are where watch, control and danger begin."""
    return tuple(Zone)[sum(level >= step for step in steps)]


def _threat(supplier: AssetId, given: Mapping[str, int], steps: Row) -> Threat:
    rule = FACTS["ecosystem"]
    dependency, penetration, maturity, trust = (
        (given[name], given[name]) if name in given else (rule.low, rule.high)
        for name in THREAT_FACTORS
    )
    exposure = dependency[0] * penetration[0], dependency[1] * penetration[1]
    reliability = maturity[0] * trust[0], maturity[1] * trust[1]
    level = exposure[0] / reliability[1], exposure[1] / reliability[0]
    return Threat(
        supplier=supplier,
        factors={name: given[name] for name in THREAT_FACTORS if name in given},
        missing=tuple(name for name in THREAT_FACTORS if name not in given),
        exposure=exposure,
        reliability=reliability,
        level=level,
        zones=(zone(level[0], steps), zone(level[1], steps)),
    )
