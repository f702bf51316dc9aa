"""Notes, and the first question of a map without processes."""

from smala_lockin.analysis.rating.findings import Rule, Sort
from tests.analysis.days import found, reported
from tests.builders import asset, landscape_of


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
