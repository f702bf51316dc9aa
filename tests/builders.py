"""Small landscapes written in one line, for tests."""

import re
from collections.abc import Iterable
from typing import Any

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import (
    Dependency,
    DependencyId,
    GroupId,
    RedundancyGroup,
    usual_buffer_hours,
    usual_need,
)
from smala_lockin.domain.kinds import AssetKind, Control, Need, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company

_ARROWS = {"->": Role.USES, "=>": Role.PROVIDED_BY, "~>": Role.CONTROLLED_BY, "->>": Role.RUNS_ON}
_ARROW = re.compile(
    r"(?P<source>\S+) (?P<arrow>->>|->|=>|~>) (?:(?P<needed>\d) of )?(?P<targets>[^+(]+?)"
    r"(?: \+(?P<buffer>[\d.]+)h)?(?: \((?P<word>\w+)\))?"
)


def asset(id: str, kind: str = "application", **facts: Any) -> Asset:
    """Return an asset whose name is its id unless given."""
    return Asset(
        id=AssetId(id), kind=AssetKind(kind), **{"name": id.replace("-", " ").title(), **facts}
    )


def landscape_of(
    *arrows: str, assets: Iterable[Asset] = (), company: Company | None = None
) -> Landscape:
    """Return the landscape of arrows such as these, with the given assets in front.

    "shop -> db" uses; "db ->> server" runs on; "db => acme" provided by; "acme ~> corp" is
    controlled by ("(investor)" behind it: by a fund); "shop -> dns1 | dns2" a group of which one
    is needed, "2 of a | b | c" two; " +4h" a buffer, "(degrading)" a need. Need and buffer are
    otherwise the usual ones. An asset not given is a supplier where `=>` or `~>` points at it,
    a process where nothing does, else an application.
    """
    parsed = [_parsed(arrow) for arrow in arrows]
    known = {one.id: one for one in assets}
    for name, kind in _kinds(parsed).items():
        known.setdefault(AssetId(name), asset(name, kind))
    dependencies: list[Dependency] = []
    groups: list[RedundancyGroup] = []
    for arrow in parsed:
        targets = [target.strip() for target in arrow["targets"].split("|")]
        group = GroupId(f"g{len(groups) + 1}") if len(targets) > 1 else None
        if group:
            owner = AssetId(arrow["source"])
            groups.append(RedundancyGroup(id=group, owner=owner, needed=int(arrow["needed"] or 1)))
        for target in targets:
            number = DependencyId(f"d{len(dependencies) + 1}")
            dependencies.append(_dependency(number, arrow, target, group, known))
    return Landscape.of(known.values(), dependencies, groups, company=company)


def _parsed(arrow: str) -> dict[str, str]:
    match = _ARROW.fullmatch(arrow)
    assert match, f"not an arrow: {arrow}"
    return match.groupdict()


def _kinds(parsed: list[dict[str, str]]) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for arrow in parsed:
        supplied = arrow["arrow"] in ("=>", "~>")
        kinds.setdefault(arrow["source"], "supplier" if arrow["arrow"] == "~>" else "process")
        for target in arrow["targets"].split("|"):
            name = target.strip()
            if supplied:
                kinds[name] = "supplier"
            elif kinds.get(name, "process") == "process":
                kinds[name] = "application"
    return kinds


def _dependency(
    id: DependencyId,
    arrow: dict[str, str],
    target: str,
    group: GroupId | None,
    assets: dict[AssetId, Asset],
) -> Dependency:
    source, role, word = assets[AssetId(arrow["source"])], _ARROWS[arrow["arrow"]], arrow["word"]
    investor = word == "investor"
    usual = usual_need(role, source.kind, source.operated_by)
    buffer = arrow["buffer"]
    return Dependency(
        id=id,
        source=source.id,
        target=AssetId(target),
        role=role,
        need=Need(word) if word and not investor else usual,
        buffer_hours=float(buffer) if buffer else usual_buffer_hours(role, source.kind),
        group=group,
        control=Control.INVESTOR if investor else Control.GROUP,
    )
