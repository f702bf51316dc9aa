"""What was worked out before is taken over where it was made of the same, and only there."""

from collections.abc import Mapping

from smala_lockin.analysis.recall import Recall

asked: list[str] = []


def doubled(items: Mapping[str, int], plus: int) -> dict[str, int]:
    asked.extend(items)
    return {key: 2 * one + plus for key, one in items.items()}


def with_marks(items: Mapping[str, object], beside: list[int]) -> dict[str, int]:
    return dict.fromkeys(items, beside[0])


def total(numbers: tuple[int, ...]) -> list[int]:
    return [sum(numbers)]


def test_only_items_that_differ_are_worked_out_again() -> None:
    before = Recall()
    before.each(doubled, {"a": 1, "b": 2, "gone": 3}, 0)
    asked.clear()
    found = Recall(before).each(doubled, {"new": 9, "b": 2, "a": 5}, 0)
    assert list(found.items()) == [("new", 18), ("b", 4), ("a", 10)]
    assert asked == ["new", "a"]


def test_what_all_share_makes_all_of_it_new() -> None:
    before = Recall()
    before.each(doubled, {"a": 1}, 0)
    assert Recall(before).each(doubled, {"a": 1}, 7) == {"a": 9}


def test_the_same_work_on_other_lots_is_another() -> None:
    before = Recall()
    before.each(doubled, {"a": 1}, 0, of="one")
    before.each(doubled, {"a": 4}, 0, of="other")
    after = Recall(before)
    assert after.each(doubled, {"a": 4}, 0, of="other") == {"a": 8}
    assert after.each(doubled, {"a": 4}, 0, of="one") == {"a": 8}


def test_a_mark_tells_what_is_not_compared() -> None:
    mark, before = object(), Recall()
    before.marked(with_marks, {"a": mark, "b": mark}, [1])
    assert Recall(before).marked(with_marks, {"a": mark, "b": object()}, [2]) == {"a": 1, "b": 2}


def test_the_same_inputs_give_the_very_same_value() -> None:
    before = Recall()
    made = before.once(total, (1, 2))
    after = Recall(before)
    assert after.once(total, (1, 2)) is made
    assert Recall(after).once(total, (1, 3)) == [4]


def test_no_earlier_report_but_the_last_is_kept() -> None:
    first = Recall()
    first.once(total, (1, 2))
    second = Recall(first)
    third = Recall(second)
    assert not second._before
    assert third._before is second._made
