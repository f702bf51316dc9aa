"""The semantics read out slowly: straight from the definitions, sharing no code with the package.

Everything works on ids and plain sets; nothing here is meant to be fast.
"""

from collections.abc import Iterable, Mapping
from math import inf

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.landscape import Landscape

Members = list[Dependency]
Groups = list[tuple[str, int, Members]]  # owner, k, members

HOSTED = {"application", "cloud_service", "ai_service", "infrastructure", "data"}
ONLINE = {"cloud_service", "ai_service"}
EEA = {"BE", "FR", "EU", "EEA"}  # of the codes the strategies use


def assets_of(landscape: Landscape) -> dict[str, Asset]:
    return {str(id): one for id, one in landscape.assets.items()}


def groups_of(landscape: Landscape, needs: set[str], *, redundant: bool = True) -> Groups:
    """All groups of these needs; a dependency outside any is a group of one, k = 1."""
    found: Groups = []
    for one in landscape.dependencies.values():
        if one.role != "controlled_by" and one.need in needs and one.group is None:
            found.append((one.source, 1, [one]))
    for key, group in landscape.groups.items():
        members = [one for one in landscape.dependencies.values() if one.group == key]
        if members[0].need in needs and (redundant or group.needed == len(members)):
            found.append((group.owner, group.needed, members))
    return found


def fall(seeds: Iterable[str], groups: Groups) -> set[str]:
    fallen = set(seeds)
    while True:
        more = {
            owner
            for owner, needed, members in groups
            if sum(one.target not in fallen for one in members) < needed
        }
        if more <= fallen:
            return fallen
        fallen |= more


def failed(landscape: Landscape, seeds: Iterable[str], *, redundant: bool = True) -> set[str]:
    return fall(seeds, groups_of(landscape, {"vital"}, redundant=redundant))


def degraded(landscape: Landscape, seeds: Iterable[str]) -> set[str]:
    both = fall(seeds, groups_of(landscape, {"vital", "degrading"}))
    return both - failed(landscape, seeds)


def processes(landscape: Landscape) -> set[str]:
    found: set[str] = {one.id for one in landscape.assets.values() if one.kind == "process"}
    if found:
        return found
    return {
        one.id
        for one in landscape.assets.values()
        if one.kind not in ("supplier", "people", "location")
        and not any(d.target == one.id for d in landscape.dependencies.values())
    }


def controllers(landscape: Landscape, supplier: str, *, investors: bool) -> set[str]:
    """All that control a supplier at any depth, and itself."""
    found: set[str] = {supplier}
    while True:
        more: set[str] = {
            one.target
            for one in landscape.dependencies.values()
            if one.role == "controlled_by"
            and one.source in found
            and (investors or one.control == "group")
        }
        if more <= found:
            return found
        found |= more


def controlled(landscape: Landscape, supplier: str) -> set[str]:
    """A supplier and all it controls by `group`, at any depth."""
    return {
        one.id
        for one in landscape.assets.values()
        if one.kind == "supplier" and supplier in controllers(landscape, one.id, investors=False)
    }


def cut_off(landscape: Landscape, suppliers: set[str], *, redundant: bool = True) -> set[str]:
    return (
        {
            owner
            for owner, needed, members in groups_of(landscape, {"vital"}, redundant=redundant)
            if landscape.assets[members[0].source].kind in ONLINE
            and any(one.role == "provided_by" for one in members)
            and sum(one.target not in suppliers for one in members) < needed
        }
        if suppliers
        else set()
    )


def named(landscape: Landscape, event: str, *, redundant: bool = True) -> set[str]:
    kind, _, id = event.partition(":")
    if kind == "asset":
        return {id}
    if kind == "control":
        return controlled(landscape, id)
    if kind == "services":
        return cut_off(landscape, controlled(landscape, id), redundant=redundant)
    assets = landscape.assets.values()
    if kind == "country":
        return {
            str(one.id)
            for one in assets
            if one.kind == "supplier"
            and any(
                assets_of(landscape)[c].country == id
                for c in controllers(landscape, one.id, investors=False)
            )
        }
    assert kind == "hosting"
    return {str(one.id) for one in assets if hosted_in(one, id)}


def hosted_in(one: Asset, code: str) -> bool:
    if one.kind == "location":
        return one.country == code
    if one.kind not in HOSTED or one.hosting_countries is None:
        return False
    codes = set(one.hosting_countries)
    return codes == {code} or (code in codes and one.hosting_failover is not True)


def default_mode(landscape: Landscape, event: str) -> str:
    kind, _, id = event.partition(":")
    if kind == "asset":
        supplier = any(one.id == id and one.kind == "supplier" for one in landscape.assets.values())
        return "loss" if supplier else "outage"
    return {"services": "outage", "control": "loss", "country": "cut_off", "hosting": "outage"}[
        kind
    ]


def seeds(
    landscape: Landscape, event: str, mode: str | None = None, *, redundant: bool = True
) -> set[str]:
    found = named(landscape, event, redundant=redundant)
    if (mode or default_mode(landscape, event)) == "cut_off":
        found |= cut_off(landscape, found, redundant=redundant)
    return found


def every_event(landscape: Landscape) -> set[str]:
    found: set[str] = {f"asset:{id}" for id in landscape.assets}
    for one in landscape.assets.values():
        if one.kind == "supplier":
            if len(controlled(landscape, one.id)) > 1:
                found.add(f"control:{one.id}")
            found.add(f"services:{one.id}")
            found.add(f"country:{one.country}")
        if one.kind == "location":
            found.add(f"hosting:{one.country}")
        for code in one.hosting_countries or ():
            found.add(f"hosting:{code}")
    return {event for event in found if not event.endswith(":None") and seeds(landscape, event)}


def unknown(landscape: Landscape, event: str) -> set[str]:
    kind = event.partition(":")[0]
    assets = landscape.assets.values()
    if kind == "country":
        lost = {str(one.id) for one in assets if one.kind == "supplier" and one.country is None}
        return lost - named(landscape, event)
    if kind == "hosting":
        return {str(one.id) for one in assets if one.kind in ONLINE and not one.hosting_countries}
    return set()


RECOVERY = {
    "application": 24, "cloud_service": 8, "ai_service": 8, "data": 24, "infrastructure": 24,
    "people": 120, "location": 72, "supplier": 72, "process": 24,
}  # fmt: skip
REPLACEMENT = {
    "application": 120, "cloud_service": 90, "ai_service": 14, "data": 90, "infrastructure": 30,
    "people": 120, "location": 180, "supplier": 90, "process": 120,
}  # fmt: skip


def duration(landscape: Landscape, id: str, mode: str) -> float:
    one = assets_of(landscape)[id]
    if mode == "outage":
        return RECOVERY[one.kind] if one.recovery_hours is None else one.recovery_hours
    if one.replacement_days is not None:
        return one.replacement_days * 24
    provided = [
        landscape.assets[d.source]
        for d in landscape.dependencies.values()
        if d.target == id and d.role == "provided_by" and d.need == "vital"
    ]
    provided = [it for it in provided if it.kind != "process" or it.replacement_days is not None]
    if one.kind != "supplier" or not provided:
        return REPLACEMENT[one.kind] * 24
    return 24 * max(
        REPLACEMENT[it.kind] if it.replacement_days is None else it.replacement_days
        for it in provided
    )


def stop_times(landscape: Landscape, down: Iterable[str]) -> dict[str, float]:
    """T, as the greatest fixed point: from infinity down, round by round."""
    start, groups = set(down), groups_of(landscape, {"vital"})
    times: dict[str, float] = {id: 0.0 if id in start else inf for id in landscape.assets}
    while True:
        after = dict(times)
        for owner, needed, members in groups:
            if owner not in start:
                stops = sorted(times[one.target] + one.buffer_hours for one in members)
                after[owner] = min(after[owner], stops[len(members) - needed])
        if after == times:
            return {id: time for id, time in times.items() if time < inf}
        times = after


def return_times(landscape: Landscape, hours: Mapping[str, float]) -> dict[str, float]:
    """R, as the least fixed point: from zero up, round by round."""
    groups, fallen = groups_of(landscape, {"vital"}), failed(landscape, hours)
    times: dict[str, float] = {id: hours.get(id, 0.0) for id in landscape.assets}
    while True:
        after = dict(times)
        for owner, needed, members in groups:
            if owner in fallen:
                returns = sorted(times[one.target] for one in members)
                after[owner] = max(after[owner], returns[needed - 1])
        if after == times:
            return {id: time for id, time in times.items() if id in fallen}
        times = after


def weight(landscape: Landscape, ids: Iterable[str]) -> int:
    levels = [assets_of(landscape)[id].criticality for id in ids]
    return sum(3 if one is None else one for one in levels)


def stops(landscape: Landscape, event: str) -> set[str]:
    fallen = failed(landscape, seeds(landscape, event))
    return (fallen & processes(landscape)) - itself(event)


def itself(event: str) -> set[str]:
    kind, _, id = event.partition(":")
    return {id} if kind == "asset" else set()


def blast_radius(landscape: Landscape, event: str) -> float:
    whole = weight(landscape, processes(landscape) - itself(event))
    return weight(landscape, stops(landscape, event)) / whole if whole else 0.0


def max_outage(landscape: Landscape, id: str) -> float:
    one = assets_of(landscape)[id]
    if one.max_outage_hours is not None:
        return one.max_outage_hours
    return {None: 72, 1: 720, 2: 168, 3: 72, 4: 24, 5: 8}[one.criticality]


def severity(landscape: Landscape, id: str, hours: float | None) -> tuple[str, str]:
    """Best and worst, trying all that the unknown facts could be (their ends are enough)."""
    times = stop_times(landscape, [id])
    order = ["minor", "major", "critical"]
    seen = []
    for duration in [0.0, inf] if hours is None else [hours]:
        for unknown_outage in (0.0, inf):
            for unknown_level in (1, 5):
                level = "minor"
                for process in stops(landscape, f"asset:{id}"):
                    one = assets_of(landscape)[process]
                    allowed = (
                        unknown_outage if one.max_outage_hours is None else one.max_outage_hours
                    )
                    matters = unknown_level if one.criticality is None else one.criticality
                    if duration - times[process] > allowed:
                        level = max(level, "critical" if matters >= 4 else "major", key=order.index)
                seen.append(level)
    return min(seen, key=order.index), max(seen, key=order.index)


def false_redundancies(landscape: Landscape) -> dict[str, set[tuple[str, bool]]]:
    found: dict[str, set[tuple[str, bool]]] = {}
    stopping = processes(landscape)
    for owner, needed, members in groups_of(landscape, {"vital"}):
        if needed == len(members):
            continue
        causes = set()
        for event in every_event(landscape):
            kind, _, code = event.partition(":")
            if kind == "services" or event == f"asset:{owner}":
                continue
            if kind in ("country", "hosting") and code in EEA:
                continue
            fallen = failed(landscape, seeds(landscape, event))
            if sum(one.target not in fallen for one in members) < needed:
                plain = failed(landscape, seeds(landscape, event, redundant=False), redundant=False)
                relevant = owner not in plain and bool(fallen & stopping - plain)
                causes.add((event, relevant))
        own = failed(landscape, [owner])
        if sum(one.target not in own for one in members) < needed:
            causes.add(("circular", True))
        if causes:
            assert members[0].group is not None
            found[members[0].group] = causes
    return found


def loops(landscape: Landscape) -> set[frozenset[str]]:
    """Sets of assets each of which the failure of any other alone brings down, without slack."""
    groups = groups_of(landscape, {"vital"}, redundant=False)
    brought = {id: fall([id], groups) for id in landscape.assets}
    found: set[frozenset[str]] = set()
    for id in landscape.assets:
        loop: frozenset[str] = frozenset(
            a for a in landscape.assets if a in brought[id] and id in brought[a]
        )
        if len(loop) > 1:
            found.add(loop)
    return found


def carries(landscape: Landscape, one: Dependency) -> bool:
    source, target = landscape.assets[one.source], landscape.assets[one.target]
    if one.role == "controlled_by":
        return False
    if one.carries_data is not None:
        return one.carries_data
    return (
        one.role in ("data_in", "runs_on")
        or (one.role == "uses" and target.kind in ONLINE | {"application", "data"})
        or (one.role == "provided_by" and source.kind in ONLINE | {"people", "process"})
    )


def places(one: Asset) -> set[str]:
    if one.kind == "supplier":
        return {*([one.country] if one.country else []), *(one.other_countries or ())}
    if one.kind == "location":
        return {one.country} if one.country else set()
    return set(one.hosting_countries or ()) if one.kind in HOSTED else set()


def reach(landscape: Landscape, id: str) -> tuple[set[str], set[str], set[str]]:
    """All countries, those without investors, and what is unknown on the way."""
    seen: set[str] = {id}
    while True:
        more: set[str] = {
            one.target
            for one in landscape.dependencies.values()
            if one.source in seen and carries(landscape, one)
        }
        if more <= seen:
            break
        seen |= more
    wide, narrow = set(seen), set(seen)
    for one in seen:
        wide |= controllers(landscape, one, investors=True)
        narrow |= controllers(landscape, one, investors=False)
    assets = assets_of(landscape)
    lost = {
        a
        for a in wide
        if (assets[a].kind == "supplier" and assets[a].country is None)
        or (assets[a].kind in ONLINE and not assets[a].hosting_countries)
    }
    everywhere = set().union(*(places(assets[a]) for a in wide))
    direct = set().union(*(places(assets[a]) for a in narrow))
    return everywhere, direct, lost


def shortest_way(landscape: Landscape, id: str, country: str, *, investors: bool) -> int:
    """How many assets the shortest way of a law holds: along data, then up by control."""
    states: set[tuple[str, bool]] = {(id, False)}  # an asset, and whether control led to it
    length = 1
    while not any(country in places(assets_of(landscape)[one]) for one, _up in states):
        beyond = set(states)
        for d in landscape.dependencies.values():
            is_control = d.role == "controlled_by" and (investors or d.control == "group")
            for one, up in states:
                if d.source == one and (is_control or (not up and carries(landscape, d))):
                    beyond.add((str(d.target), up or is_control))
        assert beyond != states, "no way"
        states, length = beyond, length + 1
    return length
