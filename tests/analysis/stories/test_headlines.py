"""Headlines: order, folding, families, and which ten are shown."""

from hypothesis import given, settings

from smala_lockin.analysis.rating.findings import Rule, Sort
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.stories.bundles import FOUNDATIONS
from smala_lockin.analysis.stories.headlines import FEW, SHOWN, Family, Headline
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes


def _headlines(landscape: Landscape) -> tuple[Headline, ...]:
    return reported(landscape).headlines


def _process(id: str, criticality: int = 4, hours: float = 24) -> Asset:
    return asset(id, "process", criticality=criticality, max_outage_hours=hours)


@given(landscapes(max_assets=14))
@settings(max_examples=150, deadline=None)
def test_every_risk_of_medium_or_above_is_in_exactly_one_headline(landscape: Landscape) -> None:
    report = reported(landscape)
    told = [one.key for headline in report.headlines for one in headline.findings]
    due = {one.key for one in report.of_sort(Sort.RISK) if (one.level or 0) >= Level.MEDIUM}
    assert len(told) == len(set(told))
    assert due <= set(told)
    assert len({one.bundle for one in report.headlines}) == len(report.headlines)
    assert all(one.level >= Level.MEDIUM for one in report.headlines)
    assert all(one.level is one.lead.level for one in report.headlines if one.bundle != FEW)


@given(landscapes(max_assets=14))
@settings(max_examples=100, deadline=None)
def test_the_best_of_each_family_is_shown_and_the_higher_level_first(landscape: Landscape) -> None:
    headlines = _headlines(landscape)
    assert {one.family for one in headlines[:SHOWN]} == {one.family for one in headlines}
    levels = [one.level for one in headlines[:SHOWN]]
    assert levels == sorted(levels, reverse=True)


@given(landscapes(max_assets=14))
@settings(max_examples=60, deadline=None)
def test_a_family_does_not_speak_twice_before_another_of_the_level_has(
    landscape: Landscape,
) -> None:
    headlines = [one for one in _headlines(landscape) if one.bundle not in (FOUNDATIONS, FEW)]
    for level in Level:
        families = [one.family for one in headlines if one.level is level]
        before = [one.family for one in headlines if one.level > level]
        new = set(families) - set(before)
        assert set(families[: len(new)]) == new or len(headlines) > SHOWN


def test_risks_below_medium_are_no_headline() -> None:
    assert not _headlines(landscape_of("shop -> db", assets=[_process("shop", 1, 700)]))


def test_a_false_redundancy_leads_among_equals() -> None:
    landscape = landscape_of(
        "shop -> mail | chat",
        "mail -> entra",
        "chat -> entra",
        assets=[_process("shop"), asset("entra", "cloud_service")],
    )
    (headline,) = _headlines(landscape)
    assert headline.lead.rule is Rule.FALSE_REDUNDANCY
    assert [one.key for one in headline.findings[1:]] == ["spof:entra"]
    assert headline.family is Family.COMMON_CAUSE


def test_a_lead_about_people_or_an_ai_service_is_of_that_family() -> None:
    landscape = landscape_of(
        "shop -> ann",
        "site -> bot",
        assets=[
            _process("shop"),
            _process("site"),
            asset("ann", "people"),
            asset("bot", "ai_service"),
        ],
    )
    assert {one.family for one in _headlines(landscape)} == {Family.PEOPLE, Family.AI}


def test_a_higher_level_comes_first_then_what_hides() -> None:
    landscape = landscape_of(
        *("shop -> core", "site -> front", "front -> deep", "desk -> slow"),
        assets=[
            _process("shop"),
            _process("site"),
            _process("desk", 4, 8),
            asset("core", "application"),
            asset("front", "application"),
            asset("deep", "application"),
            asset("slow", "application", recovery_hours=500),
        ],
    )
    assert [(one.bundle, one.level) for one in _headlines(landscape)] == [
        ("process:desk", Level.HIGH),
        ("process:site", Level.MEDIUM),
        ("process:shop", Level.MEDIUM),
    ]


def _small(count: int, **facts: object) -> Landscape:
    names = [f"p{number}" for number in range(count)]
    arrows = [arrow for one in names for arrow in (f"{one} -> of-{one}", f"of-{one} => s-{one}")]
    services = [asset(f"of-{one}", "cloud_service") for one in names]
    suppliers = [asset(f"s-{one}", "supplier", replacement_days=200, **facts) for one in names]
    return landscape_of(*arrows, assets=[*(_process(one) for one in names), *services, *suppliers])


def test_suppliers_that_each_carry_one_activity_fold_into_one_line() -> None:
    (headline,) = _headlines(_small(5))
    assert (headline.bundle, headline.level) == (FEW, Level.MEDIUM)
    assert {one.bundle for one in headline.findings} == {f"supplier:s-p{n}" for n in range(5)}


def test_what_stops_three_tenths_does_not_fold() -> None:
    assert all(one.bundle != FEW for one in _headlines(_small(3)))


def test_one_alone_is_not_folded() -> None:
    landscape = landscape_of(
        "shop -> erp",
        "erp => acme",
        *(f"p{number} -> x{number}" for number in range(6)),
        assets=[_process("shop"), asset("acme", "supplier", replacement_days=300)],
    )
    assert [one.bundle for one in _headlines(landscape)] == ["supplier:acme"]


def test_foundations_come_last_of_their_level() -> None:
    names = ("shop", "site", "desk")
    landscape = landscape_of(
        *(f"{one} -> power" for one in names),
        "shop -> own",
        "site -> back",
        assets=[
            *(_process(one, 5, 30) for one in names),
            asset("power", "infrastructure", recovery_hours=40),
            asset("own", "infrastructure", recovery_hours=40),
            asset("back", "infrastructure", recovery_hours=1),
        ],
    )
    told = [(one.bundle, one.level) for one in _headlines(landscape)]
    assert told == [("process:shop", Level.HIGH), ("foundations", Level.HIGH)]


def test_families_take_turns_within_a_level() -> None:
    landscape = landscape_of(
        *("a -> m | c", "m -> entra", "c -> entra", "b -> ann", "d -> bot", "e -> own"),
        *("f -> erp", "erp => acme", "g -> own2", "h -> own3"),
        assets=[
            *(_process(one, 5, 8) for one in "abdefgh"),
            *(asset(one, "people") for one in ("ann",)),
            asset("bot", "ai_service"),
            asset("erp", "cloud_service", recovery_hours=1),
            asset("acme", "supplier", replacement_days=300),
            *(asset(one, "infrastructure", recovery_hours=100) for one in ("own", "own2", "own3")),
        ],
    )
    told = [(one.level, one.family) for one in _headlines(landscape)]
    high = [family for level, family in told if level is Level.HIGH]
    assert len(set(high)) < len(high)
    assert len(set(high[: len(set(high))])) == len(set(high))
    assert [level for level, _family in told] == sorted((one for one, _ in told), reverse=True)


def test_a_weak_story_is_shown_if_it_is_the_only_one_of_its_family() -> None:
    names = [f"p{number}" for number in range(SHOWN + 2)]
    landscape = landscape_of(
        *(f"{one} -> own-{one}" for one in names),
        "p0 -> erp",
        "erp => acme",
        assets=[
            *(_process(one, 5, 8) for one in names),
            *(asset(f"own-{one}", "infrastructure", recovery_hours=100) for one in names),
            asset("erp", "cloud_service", recovery_hours=1),
            asset("acme", "supplier", replacement_days=300),
        ],
    )
    shown = _headlines(landscape)[:SHOWN]
    assert [one.family for one in shown[:-1]] == [Family.CONTINUITY] * (SHOWN - 1)
    assert (shown[-1].bundle, shown[-1].family) == ("supplier:acme", Family.LOSS)
