"""Dependencies between assets, and the groups in which they stand in for each other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, make_dataclass
from datetime import date
from itertools import repeat
from math import isfinite
from operator import attrgetter
from typing import Any, NewType

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.facts import MAX_HOURS
from smala_lockin.domain.kinds import SERVICES, AssetKind, Control, Need, OperatedBy, Role

DependencyId = NewType("DependencyId", str)
GroupId = NewType("GroupId", str)


_CONTROLLED_BY = Role.CONTROLLED_BY


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """The source needs the target: how badly, and for how long it can do without.

    `controlled_by` says who controls a supplier and carries no outage: its need is always
    `convenience` and its buffer 0, and neither is written to the file. `control` counts for it
    alone. `carries_data` overrides whether law travels along the dependency (None: by the role).
    """

    id: DependencyId
    source: AssetId
    target: AssetId
    role: Role
    need: Need
    buffer_hours: float
    group: GroupId | None = None
    control: Control = Control.GROUP
    carries_data: bool | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.id:
            raise InvalidFact("id", Fault.EMPTY)
        if not (isfinite(self.buffer_hours) and 0 <= self.buffer_hours <= MAX_HOURS):
            raise InvalidFact("buffer_hours", Fault.OUT_OF_RANGE, value=self.buffer_hours)
        if self.role is _CONTROLLED_BY:
            object.__setattr__(self, "need", Need.CONVENIENCE)
            object.__setattr__(self, "buffer_hours", 0.0)

    def __reduce__(self) -> tuple[Callable[..., "Dependency"], tuple[object, ...]]:
        """Cross to another process faster than field by field."""
        return dependency_of, _VALUES_OF(self)


_NAMES = tuple(one.name for one in fields(Dependency))
_VALUES_OF = attrgetter(*_NAMES)
_Unsealed: Any = make_dataclass(
    "_Unsealed", [(name, Any) for name in _NAMES], slots=True, eq=False, repr=False
)
"""A dependency that is not frozen yet: of the same slots, so that it may become one."""


def dependency_of(
    id: DependencyId,
    source: AssetId,
    target: AssetId,
    role: Role,
    need: Need,
    buffer_hours: float,
    group: GroupId | None = None,
    control: Control = Control.GROUP,
    carries_data: bool | None = None,
    extra: Mapping[str, object] | None = None,
) -> Dependency:
    """Return what `Dependency(...)` does in a third of its time: an import makes 100,000."""
    extra = extra or _NO_EXTRA
    one = _Unsealed(
        id, source, target, role, need, buffer_hours, group, control, carries_data, extra
    )
    one.__class__ = Dependency
    sealed: Dependency = one
    if role is _CONTROLLED_BY or not (id and 0 <= buffer_hours <= MAX_HOURS):
        sealed.__post_init__()
    return sealed


def dependencies_of(
    ids: Iterable[DependencyId],
    sources: Iterable[AssetId],
    targets: Iterable[AssetId],
    roles: Iterable[Role],
    needs: Iterable[Need],
    buffers_hours: Iterable[float],
    controls: Iterable[Control],
) -> list[Dependency]:
    """Return what `dependency_of` does for each of many."""
    ends = (ids, sources, targets, roles, needs, buffers_hours)
    rest = (repeat(None), controls, repeat(None), repeat(_NO_EXTRA))
    found: list[Dependency] = []
    for one in map(_Unsealed, *ends, *rest):
        one.__class__ = Dependency
        if one.role is _CONTROLLED_BY or not (one.id and 0 <= one.buffer_hours <= MAX_HOURS):
            one.__post_init__()
        found.append(one)
    return found


_NO_EXTRA: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class RedundancyGroup:
    """Dependencies of one owner of which `needed` must hold; its members name it in `group`."""

    id: GroupId
    owner: AssetId
    needed: int = 1
    switch_hours: float | None = None
    tested_on: date | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.id:
            raise InvalidFact("id", Fault.EMPTY)
        if self.switch_hours is not None and not (0 <= self.switch_hours <= MAX_HOURS):
            raise InvalidFact("switch_hours", Fault.OUT_OF_RANGE, value=self.switch_hours)


def usual_need(role: Role, source: AssetKind, operated_by: OperatedBy | None = None) -> Need:
    """Return how badly a source usually needs a target in this role (semantics, section 1).

    `operated_by` is that of the source, which matters for infrastructure alone.
    """
    match role:
        case Role.USES | Role.RUNS_ON | Role.DATA_IN:
            return Need.VITAL
        case Role.CONTROLLED_BY:
            return Need.CONVENIENCE
        case Role.PROVIDED_BY:
            operated = source is AssetKind.INFRASTRUCTURE and operated_by is OperatedBy.SUPPLIER
            leaning = source in SERVICES or source in (AssetKind.PROCESS, AssetKind.PEOPLE)
            return Need.VITAL if leaning or operated else Need.DEGRADING


def usual_buffer_hours(role: Role, source: AssetKind) -> float:
    """Return how long a source usually keeps going without a target in this role, in hours."""
    if role is not Role.PROVIDED_BY or source in (AssetKind.PROCESS, AssetKind.PEOPLE):
        return 0.0
    return 2160.0 if source is AssetKind.APPLICATION else 720.0
