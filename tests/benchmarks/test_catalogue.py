"""How long the catalogue takes: to load, beside plainly reading its files, and to look up a name.

    pytest tests/benchmarks/test_catalogue.py -s

prints the ratio, and microseconds per look-up.
"""

import csv
import time
from collections.abc import Callable

from pytest_benchmark.fixture import BenchmarkFixture

from smala_lockin import paths
from smala_lockin.knowledge import alternative_rows, catalogue, in_force, near, vendors

_VENDORS = paths.resource("catalogue/vendors.csv")
_ALTERNATIVES = paths.resource("catalogue/alternatives.csv")


def test_loading(benchmark: BenchmarkFixture) -> None:
    def load() -> int:
        known = vendors.read(_VENDORS, in_force.countries())
        return len(alternative_rows.read(_ALTERNATIVES, known))

    assert benchmark(load) > 400
    print(f"\nloading / plain reading: {_seconds(load) / _seconds(_read_plainly):.1f}")


def test_looking_up_every_name(benchmark: BenchmarkFixture) -> None:
    names = [
        f"{name} SA" for one in in_force.shipped().values() for name in (one.name, *one.aliases)
    ]

    def look_up() -> int:
        return sum(catalogue.find(name) is not None for name in names)

    assert benchmark(look_up) == len(names)
    print(f"\nmicroseconds per look-up (1000): {_seconds(look_up) / len(names) * 1e6:.1f}")


def test_looking_up_what_is_written_nearly_right(benchmark: BenchmarkFixture) -> None:
    names = [f"{one.name[:-1]}x Belgique" for one in in_force.shipped().values()]

    def look_up() -> int:
        return sum(near.find_near(name) is not None for name in names)

    assert benchmark(look_up) > len(names) / 2
    print(f"\nmicroseconds per near look-up (1000): {_seconds(look_up) / len(names) * 1e6:.1f}")


def _read_plainly() -> int:
    count = 0
    for path in (_VENDORS, _ALTERNATIVES):
        with path.open(encoding="utf-8", newline="") as file:
            count += sum(1 for _row in csv.DictReader(file))
    return count


def _seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the least processor time of a few runs."""
    taken = []
    for _round in range(rounds):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)
