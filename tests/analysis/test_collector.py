"""The collector of Python is back at work after a report, and nothing is put aside for good."""

import gc

from smala_lockin.analysis.collector import collector_at_rest


def test_it_rests_for_the_time_being() -> None:
    gc.enable()
    before = gc.get_freeze_count()
    with collector_at_rest():
        assert not gc.isenabled()
        made = [[number] for number in range(100)]
    assert gc.isenabled()
    assert gc.get_freeze_count() <= before
    assert any(one is made for one in gc.get_objects(generation=2))


def test_what_others_put_aside_stays_there() -> None:
    gc.enable()
    gc.freeze()
    try:
        with collector_at_rest():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_who_works_without_it_goes_on_without_it() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
