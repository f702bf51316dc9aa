"""Random values for Hypothesis: small landscapes with all that analysis has to cope with."""

import random
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId, RedundancyGroup
from smala_lockin.domain.kinds import (
    AssetKind,
    Control,
    Customisation,
    DataExport,
    ExitPlan,
    Need,
    OpenSource,
    OperatedBy,
    PersonalData,
    Role,
    Skills,
    Training,
)
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company

_COUNTRIES = ("BE", "FR", "US", "US", "CN")
_REGIONS = ("BE", "US", "US", "CN", "EU", "EEA")
_HOURS = (0.0, 0.1, 1.0, 4.0, 24.0, 720.0)
_DAYS = (0.0, 0.5, 2.0, 30.0, 400.0)
_NEEDS = (Need.VITAL, Need.VITAL, Need.VITAL, Need.VITAL, Need.DEGRADING, Need.CONVENIENCE)
_ROLES = (Role.USES, Role.USES, Role.RUNS_ON, Role.DATA_IN)
_BETWEEN = (AssetKind.CLOUD_SERVICE, AssetKind.CLOUD_SERVICE, AssetKind.AI_SERVICE, *AssetKind)


def landscapes(*, max_assets: int = 12) -> st.SearchStrategy[Landscape]:
    """Return maps with groups, k-of-n, cycles, several needs, unknowns and control chains.

    Most arrows go from processes down to suppliers, some back; any two assets may be joined
    twice, and a joint venture has two controllers. Each map grows from a size and a number, since
    choices drawn one by one keep maps too thin for anything to fail in an interesting way;
    Hypothesis still makes a failing map smaller by its size.
    """
    return st.builds(
        lambda count, seed: random_landscape(random.Random(seed), count),
        st.sampled_from(range(1, max_assets + 1)),  # all sizes alike; integers() prefers small ones
        st.integers(0, 2**32),
    )


def detailed_landscapes(*, max_assets: int = 12) -> st.SearchStrategy[Landscape]:
    """Return such maps whose assets hold costs, contracts and what an exit depends on, too."""
    return st.builds(
        lambda count, seed: with_details(random_landscape(random.Random(seed), count), seed),
        st.sampled_from(range(1, max_assets + 1)),
        st.integers(0, 2**32),
    )


def whole_landscapes(*, max_assets: int = 12) -> st.SearchStrategy[Landscape]:
    """Return such maps with all that a rule looks at, and a company of known revenue or not."""
    return st.builds(
        lambda count, seed: whole_landscape(count, seed),
        st.sampled_from(range(1, max_assets + 1)),
        st.integers(0, 2**32),
    )


def whole_landscape(count: int, seed: int) -> Landscape:
    """Return a map of `count` assets on which any rule may have something to say."""
    landscape = with_details(random_landscape(random.Random(seed), count), seed)
    chance = random.Random(seed + 2)

    def maybe(*values: object) -> Any:
        return chance.choice((None, *values))

    assets = [
        replace(
            one,
            personal_data=maybe(*PersonalData),
            dpa_signed=maybe(False, True),
            operated_by=maybe(*OperatedBy),
            units=maybe(1, 2, 3),
            end_of_support=maybe(date(2026, 6, 30), date(2026, 11, 22), date(2027, 11, 22)),
            exit_plan_tested_on=maybe(date(2025, 11, 22), date(2025, 11, 21), date(2026, 11, 23)),
            fallback_tested_on=maybe(date(2026, 5, 1), date(2024, 5, 1)),
            contract_end=maybe(one.contract_end, date(2027, 2, 1), date(2026, 10, 25)),
        )
        for one in landscape.assets.values()
    ]
    groups = [
        replace(one, switch_hours=maybe(0.0, 30.0, 900.0), tested_on=maybe(date(2026, 1, 1)))
        for one in landscape.groups.values()
    ]
    company = Company(revenue=maybe(50_000.0, 5e6))
    return Landscape.of(assets, landscape.dependencies.values(), groups, company=company)


def with_details(landscape: Landscape, seed: int) -> Landscape:
    """Return the same map with costs, contracts and what an exit depends on."""
    chance = random.Random(seed + 1)
    assets = [replace(one, **_details(chance)) for one in landscape.assets.values()]
    return Landscape.of(assets, landscape.dependencies.values(), landscape.groups.values())


def _details(chance: random.Random) -> dict[str, Any]:
    def maybe(*values: object) -> object:
        return chance.choice((None, *values))

    return {
        "annual_cost": maybe(0.0, 100.0, 100.0, 2500.0, -50.0),
        "catalogue_id": maybe("odoo", "exact"),
        "contract_end": maybe(date(2026, 1, 31), date(2026, 12, 31), date(2028, 2, 29)),
        "notice_days": maybe(0, 30, 90, 400),
        "renewal_months": maybe(1, 12, 36),
        "exit_cost": maybe(0.0, 50.0, 5000.0),
        "data_export": maybe(*DataExport),
        "open_source": maybe(*OpenSource),
        "open_standard": maybe(False, True),
        "customisation": maybe(*Customisation),
        "skills": maybe(*Skills),
        "exit_plan": maybe(*ExitPlan),
        "governing_law": maybe("BE", "US"),
        "open_weights": maybe(False, True),
        "model_family": maybe("GPT", "gpt", "Mistral"),
        "trains_on_our_data": maybe(*Training),
        "sovereignty": maybe(None, None, {"SOV-1": 3, "SOV-7": 0}, {"SOV-5": 4}),
        "substitutes": maybe((), ("Odoo",), ("Odoo", "a pencil"), ("a", "b", "c", "d")),
    }


def random_landscape(chance: random.Random, count: int) -> Landscape:
    """Return a map of `count` assets, the same for the same state of chance."""
    processes, suppliers = chance.randint(0, max(1, count // 4)), chance.randint(0, count // 2)
    assets = []
    for number in range(count):
        kind = chance.choice(_BETWEEN)
        if number < processes:
            kind = AssetKind.PROCESS
        elif number >= count - suppliers:
            kind = AssetKind.SUPPLIER
        assets.append(_asset(chance, f"a{number}", kind))
    made = _Dependencies(chance, assets)
    for _ in range(chance.randint(count // 2, 2 * count) if count > 1 else 0):
        made.add()
    return Landscape.of(assets, made.dependencies, made.groups)


def _asset(chance: random.Random, id: str, kind: AssetKind) -> Asset:
    # Facts are drawn for any kind: those that do not belong to it must make no difference.
    return Asset(
        id=AssetId(id),
        kind=kind,
        name=id,
        criticality=chance.choice((None, 1, 2, 3, 4, 5)),
        max_outage_hours=chance.choice((None, *_HOURS)),
        outage_cost_per_day=chance.choice((None, 0.0, 240.0, 1000.0)),
        recovery_hours=chance.choice((None, *_HOURS)),
        replacement_days=chance.choice((None, *_DAYS)),
        country=chance.choice((None, *_COUNTRIES)),
        other_countries=chance.choice((None, None, None, (), (chance.choice(_COUNTRIES),))),
        hosting_countries=chance.choice(
            (None, (), (chance.choice(_REGIONS),), tuple(chance.sample(("BE", "US", "EU"), 2)))
        ),
        hosting_failover=chance.choice((None, False, True)),
    )


class _Dependencies:
    """The dependencies and groups of a map in the making."""

    def __init__(self, chance: random.Random, assets: list[Asset]) -> None:
        self._chance, self._assets = chance, assets
        self.dependencies: list[Dependency] = []
        self.groups: list[RedundancyGroup] = []

    def add(self) -> None:
        """Add a dependency, or a group of one to four."""
        chance, count = self._chance, len(self._assets)
        source = chance.randrange(count)
        later = [place for place in range(count) if place > source]
        others = [place for place in range(count) if place != source]
        if later and chance.random() < 0.85:
            others = later
        if chance.random() < 0.6:
            self._put(source, chance.choice(others), chance.choice(_NEEDS), None)
            return
        targets = chance.sample(others, min(len(others), chance.choice((1, 2, 2, 3, 3, 4))))
        id, owner = GroupId(f"g{len(self.groups) + 1}"), self._assets[source].id
        needed = chance.choice((1, 1, chance.randint(1, len(targets))))
        self.groups.append(RedundancyGroup(id=id, owner=owner, needed=needed))
        need = chance.choice(_NEEDS)
        for target in targets:
            self._put(source, target, need, id)

    def _put(self, source: int, target: int, need: Need, group: GroupId | None) -> None:
        chance, start, end = self._chance, self._assets[source], self._assets[target]
        roles: tuple[Role, ...] = _ROLES
        if end.kind is AssetKind.SUPPLIER:
            roles = (Role.PROVIDED_BY, Role.PROVIDED_BY, *_ROLES[1:])
            if start.kind is AssetKind.SUPPLIER and group is None:
                roles = (Role.CONTROLLED_BY, Role.CONTROLLED_BY, Role.USES)
        self.dependencies.append(
            Dependency(
                id=DependencyId(f"d{len(self.dependencies) + 1}"),
                source=start.id,
                target=end.id,
                role=chance.choice(roles),
                need=need,
                buffer_hours=chance.choice(_HOURS),
                group=group,
                control=chance.choice((Control.GROUP, Control.GROUP, Control.INVESTOR)),
                carries_data=chance.choice((None, None, None, True, False)),
            )
        )
