"""What the forms of dependencies and redundancy groups take and do, without a widget."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

from smala_lockin.domain import edits
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId, RedundancyGroup
from smala_lockin.domain.edits import Edit
from smala_lockin.domain.facts import MAX_HOURS, FactRule, Group, Holds
from smala_lockin.domain.kinds import AssetKind, Control, Need, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _
from smala_lockin.words import nouns


def _rule(
    name: str,
    holds: Holds,
    *,
    choices: type[StrEnum] | None = None,
    low: float = 0,
    high: float = MAX_HOURS,
    is_needed: bool = True,
) -> FactRule:
    return FactRule(
        name=name,
        holds=holds,
        kinds=frozenset(AssetKind),
        group=Group.IDENTITY,
        choices=choices,
        low=low,
        high=high,
        is_needed=is_needed,
    )


ROLE = _rule("role", Holds.CHOICE, choices=Role)
NEED = _rule("need", Holds.CHOICE, choices=Need)
BUFFER = _rule("buffer_hours", Holds.AMOUNT)
CONTROL = _rule("control", Holds.CHOICE, choices=Control)
CARRIES_DATA = _rule("carries_data", Holds.FLAG, is_needed=False)
DEPENDENCY_RULES = (ROLE, NEED, BUFFER, CONTROL, CARRIES_DATA)

NEEDED = _rule("needed", Holds.WHOLE, low=1)
SWITCH = _rule("switch_hours", Holds.AMOUNT, is_needed=False)
TESTED_ON = _rule("tested_on", Holds.DATE, is_needed=False)
GROUP_RULES = (NEEDED, SWITCH, TESTED_ON)


def label(rule: FactRule) -> str:
    """Return what stands before a field."""
    labels: Mapping[FactRule, Callable[[], str]] = {
        ROLE: lambda: _("How"),
        NEED: lambda: _("Need"),
        BUFFER: lambda: _("Keeps going for (hours)"),
        CONTROL: lambda: _("Control"),
        CARRIES_DATA: lambda: _("Data goes along it"),
        NEEDED: lambda: _("How many must hold"),
        SWITCH: lambda: _("Time to switch over (hours)"),
        TESTED_ON: lambda: _("Switching over tested on"),
    }
    return labels[rule]()


def rules_of(dependency: Dependency) -> tuple[FactRule, ...]:
    """Return what can be said of a dependency: control carries no outage."""
    if dependency.role is Role.CONTROLLED_BY:
        return ROLE, CONTROL
    return ROLE, NEED, BUFFER, CARRIES_DATA


def roles_for(landscape: Landscape, dependency: Dependency) -> list[Role]:
    """Return the roles that a dependency may have between its two ends."""
    source, target = landscape.assets[dependency.source], landscape.assets[dependency.target]
    roles = [Role.USES, Role.RUNS_ON, Role.DATA_IN]
    if target.kind is AssetKind.SUPPLIER:
        roles.append(Role.PROVIDED_BY)
        if source.kind is AssetKind.SUPPLIER and dependency.group is None:
            roles.append(Role.CONTROLLED_BY)
    return roles


def change(dependency: DependencyId, rule: FactRule, value: object) -> Edit:
    """Return the edit that sets one thing of a dependency."""
    match value:
        case Role():
            return lambda it: edits.put_role(it, dependency, value)
        case Need():
            return lambda it: edits.put_need(it, dependency, value)
        case _:
            return lambda it: edits.put_dependencies(
                it, [_with_dependency(it.dependencies[dependency], rule, value)]
            )


def change_group(group: GroupId, rule: FactRule, value: object) -> Edit:
    """Return the edit that sets one thing of a redundancy group."""
    return lambda it: edits.put_group(it, _with_group(it.groups[group], rule, value))


def between(landscape: Landscape, dependency: Dependency) -> dict[str, str]:
    """Return the names of both ends, for a sentence."""
    return {
        "source": nouns.name(landscape, dependency.source),
        "target": nouns.name(landscape, dependency.target),
    }


def step(landscape: Landscape, dependency: DependencyId) -> str:
    """Return the name of the step that changes a dependency."""
    ends = between(landscape, landscape.dependencies[dependency])
    return _("Change the dependency of %(source)s on %(target)s") % ends


def _with_dependency(one: Dependency, rule: FactRule, value: object) -> Dependency:
    changes: dict[str, object] = {rule.name: value}
    return replace(one, **changes)  # type: ignore[arg-type]  # the rule has checked the value


def _with_group(one: RedundancyGroup, rule: FactRule, value: object) -> RedundancyGroup:
    changes: dict[str, object] = {rule.name: value}
    return replace(one, **changes)  # type: ignore[arg-type]  # the rule has checked the value
