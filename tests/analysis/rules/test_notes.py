"""Notes, and the first question of a map without processes."""

from hypothesis import given, settings

from smala_lockin.analysis.rating.findings import Rule, Sort
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle
from tests.analysis.days import found, reported
from tests.builders import asset, landscape_of
from tests.strategies import whole_landscapes


def test_what_stands_or_falls_together_is_a_note() -> None:
    note = found(landscape_of("shop -> a", "a -> b", "b -> a"))["loop:a:b"]
    assert (note.sort, note.assets, note.level, note.bundle) == (Sort.NOTE, ("a", "b"), None, None)


def test_what_nothing_is_drawn_to_is_a_note() -> None:
    landscape = landscape_of("shop -> db", assets=[asset("old"), asset("older")])
    assert found(landscape)["orphan"].assets == ("old", "older")


def test_what_no_process_needs_is_counted_in_one_note() -> None:
    landscape = landscape_of("shop -> db", "db => acme", "acme ~> corp", assets=[asset("wiki")])
    assert "unserved" not in found(landscape)
    more = landscape_of("shop -> db", "wiki -> disk", assets=[asset("wiki"), asset("disk")])
    assert found(more)["unserved"].assets == ("wiki", "disk")


def test_once_a_process_exists_nothing_stands_in() -> None:
    assert "stand_ins" not in found(landscape_of("shop -> db"))


def test_which_activities_a_map_serves_is_the_first_question() -> None:
    landscape = landscape_of(
        "erp => acme", "crm => acme", assets=[asset("erp"), asset("crm", "cloud_service")]
    )
    report = reported(landscape)
    assert report.stand_ins
    first = report.of_sort(Sort.QUESTION)[0]
    assert (first.rule, first.assets) == (Rule.STAND_INS, ("crm", "erp"))


def test_an_empty_map_says_nothing() -> None:
    assert reported(landscape_of()).findings == ()


@given(whole_landscapes(max_assets=14))
@settings(max_examples=40, deadline=None)
def test_notes_are_what_their_definitions_say(landscape: Landscape) -> None:
    notes = {str(one.key): one for one in reported(landscape).of_sort(Sort.NOTE)}
    loops = {frozenset(one.assets) for one in notes.values() if one.rule is Rule.LOOP}
    assert loops == oracle.loops(landscape)
    joined = {id for one in landscape.dependencies.values() for id in (one.source, one.target)}
    alone = set(landscape.assets) - joined
    assert set(notes["orphan"].assets if "orphan" in notes else ()) == alone
    if not any(one.kind == "process" for one in landscape.assets.values()):
        assert not {"unserved", "missing_facts"} & notes.keys()
        return
    served = _served(landscape)
    owners = {one.target for one in landscape.dependencies.values() if one.role == "controlled_by"}
    idle = set(landscape.assets) - served - alone - owners
    assert set(notes["unserved"].assets if "unserved" in notes else ()) == idle
    lacking = {}
    for fact, kinds in _DECISIVE.items():
        could = [one for one in landscape.assets.values() if one.kind in kinds and one.id in served]
        missing = sum(getattr(one, fact) is None for one in could)
        if missing > len(could) / 2:
            lacking[fact] = (missing, len(could))
    told = notes["missing_facts"].evidence.missing if "missing_facts" in notes else ()
    assert {fact: (missing, could) for fact, missing, could in told} == lacking
    assert [one[1] for one in told] == sorted([one[1] for one in told], reverse=True)


def _served(landscape: Landscape) -> set[str]:
    """The processes and all that they depend on at any depth, however badly."""
    found: set[str] = set(oracle.processes(landscape))
    while True:
        more = {
            str(one.target)
            for one in landscape.dependencies.values()
            if one.source in found and one.role != "controlled_by"
        }
        if more <= found:
            return found
        found |= more


_SERVICES = ("application", "cloud_service", "ai_service")
_DECISIVE = {
    "criticality": ("process",),
    "max_outage_hours": ("process",),
    "country": ("supplier",),
    "hosting_countries": ("cloud_service", "ai_service"),
    "personal_data": _SERVICES,
    "recovery_hours": (*_SERVICES, "infrastructure"),
    "replacement_days": _SERVICES,
    "data_export": _SERVICES,
    "contract_end": ("cloud_service", "ai_service"),
}
"""The facts on which most figures rest, and for which kinds of assets."""
