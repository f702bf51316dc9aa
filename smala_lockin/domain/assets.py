"""Assets: what the company relies on, with every fact that is known about it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, make_dataclass
from datetime import date
from enum import StrEnum
from itertools import repeat
from operator import attrgetter
from typing import Any, NewType

from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.facts import FACTS, check_facts
from smala_lockin.domain.kinds import (
    AssetKind,
    Customisation,
    DataExport,
    ExitPlan,
    OpenSource,
    OperatedBy,
    PersonalData,
    Skills,
    Training,
)

AssetId = NewType("AssetId", str)


class Source(StrEnum):
    """Where a fact came from, if nobody typed it."""

    IMPORT = "import"
    CATALOGUE = "catalogue"
    QUESTIONNAIRE = "questionnaire"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a fact was read: `source` is the file's key `from`, `value` the text as read."""

    source: Source
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    value: str | None = None
    on: date | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


_UnsealedOrigin: Any = make_dataclass(
    "_UnsealedOrigin",
    [(one.name, Any) for one in fields(Origin)],
    slots=True,
    eq=False,
    repr=False,
)
"""An origin that is not frozen yet: of the same slots, so that it may become one."""


def imported(file: str, sheet: str | None, row: int, value: str, on: date | None) -> Origin:
    """Return what `Origin(source=Source.IMPORT, ...)` does in a fraction of its time."""
    origin = _UnsealedOrigin(_IMPORT, file, sheet, row, value, on, _NO_EXTRA)
    origin.__class__ = Origin
    sealed: Origin = origin
    return sealed


_IMPORT = Source.IMPORT
_NO_EXTRA: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One thing the company relies on. An absent fact (None) is unknown, never zero or "no".

    Meaning, range and unit of each fact: `domain.facts`, and the names say hours or days. Facts
    that do not belong to the kind are kept and not used. `custom` holds columns kept from an
    import, `extra` the keys of the file that this version does not know.

    Raises `InvalidFact` where a fact is out of its range.
    """

    id: AssetId
    kind: AssetKind
    name: str
    description: str | None = None
    owner: str | None = None
    tags: tuple[str, ...] | None = None
    criticality: int | None = None
    max_outage_hours: float | None = None
    outage_cost_per_day: float | None = None
    units: int | None = None
    recovery_hours: float | None = None
    replacement_days: float | None = None
    annual_cost: float | None = None
    end_of_support: date | None = None
    country: str | None = None
    other_countries: tuple[str, ...] | None = None
    registration: str | None = None
    contact: str | None = None
    hosting_countries: tuple[str, ...] | None = None
    hosting_failover: bool | None = None
    personal_data: PersonalData | None = None
    data_export: DataExport | None = None
    open_source: OpenSource | None = None
    open_standard: bool | None = None
    exit_plan: ExitPlan | None = None
    exit_plan_tested_on: date | None = None
    exit_cost: float | None = None
    contract_end: date | None = None
    notice_days: int | None = None
    renewal_months: int | None = None
    dpa_signed: bool | None = None
    certifications: tuple[str, ...] | None = None
    governing_law: str | None = None
    users: int | None = None
    licences_bought: int | None = None
    licences_used: int | None = None
    customisation: Customisation | None = None
    skills: Skills | None = None
    substitutes: tuple[str, ...] | None = None
    sovereignty: Mapping[str, int] | None = None
    operated_by: OperatedBy | None = None
    model_family: str | None = None
    open_weights: bool | None = None
    trains_on_our_data: Training | None = None
    ai_act_role: str | None = None
    ai_act_risk: str | None = None
    retention_days: int | None = None
    fallback_tested_on: date | None = None
    ecosystem: Mapping[str, int] | None = None
    catalogue_id: str | None = None
    checked_on: date | None = None
    custom: Mapping[str, str] = field(default_factory=dict)
    origin: Mapping[str, Origin] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.id:
            raise InvalidFact("id", Fault.EMPTY)
        if not self.name.strip():
            raise InvalidFact("name", Fault.EMPTY)
        check_facts(_FACTS_OF(self))

    def __reduce__(self) -> tuple[Callable[..., "Asset"], tuple[dict[str, Any]]]:
        """Cross to another process by what is known; that is one fact in six."""
        given = zip(_NAMES, _VALUES_OF(self), strict=True)
        return unchecked, ({name: value for name, value in given if value is not None},)


_FACTS_OF = attrgetter(*FACTS)
_NAMES = tuple(one.name for one in fields(Asset))
_VALUES_OF = attrgetter(*_NAMES)

_Unsealed: Any = make_dataclass(
    "_Unsealed", [(name, Any, None) for name in _NAMES], slots=True, eq=False, repr=False
)
"""An asset that is not frozen yet: its slots are those of `Asset`, so that it may become one."""


def unchecked(values: Mapping[str, Any]) -> Asset:
    """Return an asset of values that are known to be valid, `id`, `kind` and `name` among them.

    What `Asset(**values)` gives at several times the cost. `custom`, `origin` and `extra` are
    needed too.
    """
    asset = _Unsealed(**values)
    asset.__class__ = Asset
    sealed: Asset = asset
    return sealed


def all_unchecked(columns: Mapping[str, Iterable[Any]]) -> list[Asset]:
    """Return what `unchecked` makes of each row of some columns of values, one for each fact.

    Facts without a column are unknown.
    """
    assets: list[Asset] = []
    for one in map(_Unsealed, *(columns.get(name, repeat(None)) for name in _NAMES)):
        one.__class__ = Asset
        assets.append(one)
    return assets
