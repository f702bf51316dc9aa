"""How long an import takes beside the plainest reading of the same file.

    SMALA_BENCH=full pytest tests/benchmarks/test_importing.py -s

reads 50,000 rows of a workbook and 100,000 of a text and prints the ratios and the memory; else
small files are read once, so that this file keeps working.
"""

import csv
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from pytest_benchmark.fixture import BenchmarkFixture

from smala_lockin.formats.tables import Table, read_tables
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose

FULL = os.environ.get("SMALA_BENCH") == "full"
WORKBOOK_ROWS, TEXT_ROWS, SUPPLIERS = (50_000, 100_000, 3_000) if FULL else (300, 300, 20)
ROUNDS = 3 if FULL else 1
HEADERS = (
    "ID",
    "Application",
    "Type",
    "Fournisseur",
    "Département",
    "Criticité",
    "Coût annuel",
    "Hébergement",
    "Fin de contrat",
    "Responsable",
    "Remarque",
    "RGPD",
)


def rows(count: int) -> Iterator[list[str | int]]:
    """A list of assets, as a large company's tool writes it."""
    chance = random.Random(4)
    for number in range(count):
        yield [
            f"A{number:06d}",
            f"Application {number}",
            chance.choice(["Logiciel", "Serveur", "SaaS"]),
            f"Fournisseur {chance.randrange(SUPPLIERS)} SA",
            chance.choice(["Achats", "Ventes", "Compta", "Production"]),
            chance.choice(["haute", "moyenne", "basse"]),
            chance.randrange(100, 90_000),
            chance.choice(["Belgique", "France", "Irlande"]),
            f"2026-{chance.randrange(1, 13):02d}-01",
            chance.choice(["Anne", "Jean", "Luc", "IT"]),
            f"remarque {number % 500}",
            chance.choice(["oui", "non"]),
        ]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("import") / "parc.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Inventaire")
    sheet.append(HEADERS)
    for row in rows(WORKBOOK_ROWS):
        sheet.append(row)
    book.save(path)
    return path


def with_gaps(count: int) -> Iterator[list[str | int]]:
    """The same list, kept with less care: of what stands beside the names 40 % is missing."""
    chance = random.Random(6)
    for row in rows(count):
        yield [*row[:2], *(cell if chance.random() < 0.6 else "" for cell in row[2:])]


def with_needs(count: int) -> Iterator[list[str | int]]:
    """The same list, each thing of which needs another."""
    chance = random.Random(7)
    for row in rows(count):
        yield [*row, f"Application {chance.randrange(count)}"]


def with_activities(count: int) -> Iterator[list[str | int]]:
    """The same list, each thing of which serves an activity."""
    chance = random.Random(8)
    for row in rows(count):
        yield [*row, chance.choice(["Vente", "Achat", "Paie", "Facturation", "Support"])]


def names_alone(count: int) -> Iterator[list[str | int]]:
    """A short list: four columns, no type, no number."""
    for row in rows(count):
        yield [row[1], row[3], row[5], row[6]]


def suppliers_alone(count: int) -> Iterator[list[str | int]]:
    """A list of suppliers, no two alike, with letters beyond ASCII in each name."""
    chance = random.Random(9)
    words = ["Société Générale", "Établissements", "Électricité", "Crèmerie", "Hôtel", "Maçonnerie"]
    for number in range(count):
        name = f"{chance.choice(words)} {chance.choice(words)} n° {number} SPRL"
        yield [name, chance.choice(["Belgique", "France"]), chance.choice(["haute", "basse"])]


def written(path: Path, headers: Iterable[str], lines: Iterable[Sequence[str | int]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(headers)
        writer.writerows(lines)
    return path


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("import") / "parc.csv", HEADERS, rows(TEXT_ROWS))


@pytest.fixture(scope="module")
def payments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    chance = random.Random(5)
    return written(
        tmp_path_factory.mktemp("import") / "paiements.csv",
        ["Date", "N° facture", "Fournisseur", "Département", "Montant", "Devise"],
        (
            [
                f"2026-{chance.randrange(1, 13):02d}-{chance.randrange(1, 28):02d}",
                f"F{number:06d}",
                f"Fournisseur {number % SUPPLIERS} SA",
                chance.choice(["Achats", "Ventes", "IT"]),
                f"{chance.randrange(-5_000, 900_000) / 100:.2f}",
                "EUR",
            ]
            for number in range(TEXT_ROWS)
        ),
    )


def test_a_large_workbook(benchmark: BenchmarkFixture, workbook: Path) -> None:
    def bare() -> object:
        with workbook.open("rb") as file:
            return (
                python_calamine.CalamineWorkbook.from_filelike(file)
                .get_sheet_by_index(0)
                .to_python()
            )

    proposal = _timed(benchmark, workbook)
    assert len(proposal.added) >= WORKBOOK_ROWS
    assert not proposal.problems
    _print_ratio("workbook, dry run (at most 8)", benchmark, bare)


@pytest.mark.benchmark(timer=time.process_time)
def test_a_large_text(benchmark: BenchmarkFixture, text: Path) -> None:
    proposal = _timed(benchmark, text)
    assert len(proposal.added) >= TEXT_ROWS
    assert not proposal.problems
    _print_ratio("text, dry run (at most 15)", benchmark, _bare(text), time.process_time)


@pytest.mark.parametrize(
    ("lines", "headers"),
    [
        pytest.param(with_gaps, HEADERS, id="gaps"),
        pytest.param(with_needs, (*HEADERS, "Dépend de"), id="needs"),
        pytest.param(with_activities, (*HEADERS, "Processus"), id="activities"),
        pytest.param(
            names_alone, ("Application", "Fournisseur", "Criticité", "Coût annuel"), id="short"
        ),
        pytest.param(suppliers_alone, ("Fournisseur", "Pays", "Criticité"), id="suppliers"),
    ],
)
@pytest.mark.benchmark(timer=time.process_time)
def test_a_large_text_of_another_kind(
    benchmark: BenchmarkFixture,
    tmp_path: Path,
    lines: Callable[[int], Iterator[list[str | int]]],
    headers: tuple[str, ...],
) -> None:
    path = written(tmp_path / "parc.csv", headers, lines(TEXT_ROWS))
    proposal = _timed(benchmark, path)
    assert len(proposal.added) >= TEXT_ROWS
    _print_ratio(lines.__name__.replace("_", " "), benchmark, _bare(path), time.process_time)


@pytest.mark.benchmark(timer=time.process_time)
def test_a_large_text_of_payments(benchmark: BenchmarkFixture, payments: Path) -> None:
    proposal = _timed(benchmark, payments)
    assert len(proposal.added) == SUPPLIERS
    assert not proposal.problems
    _print_ratio("payments, dry run (at most 15)", benchmark, _bare(payments), time.process_time)


def test_the_memory_of_a_large_list(workbook: Path, text: Path) -> None:
    pytest.importorskip("resource", reason="Windows does not say what memory was used")
    for path in (workbook, text):
        most = int(_last_line_of("-c", MEASURED, str(path))) / 1024
        print(f"\nimport of {path.suffix}: {most:.0f} MB at most (below 600 MB)")


MEASURED = """
import resource, subprocess, sys
command = [sys.executable, "-m", "smala_lockin", "import", sys.argv[1], "--dry-run"]
subprocess.run(command, stdout=subprocess.DEVNULL, check=True, timeout=300)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A small program between this one and the import: a child begins with its parent's memory."""


def _last_line_of(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=400)
    return done.stdout.splitlines()[-1]


def _timed(benchmark: BenchmarkFixture, path: Path) -> Proposal:
    """Time rounds after the catalogue was read; the first need not throw away another's result."""
    propose([Table(file="a.csv", sheet=None, rows=[["Application"], ["Logiciell"], ["Odooo"]])])
    found: Proposal = benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: propose(read_tables(path)), rounds=ROUNDS
    )
    return found


def _bare(path: Path) -> Callable[[], object]:
    """The plainest reading of a text into lists."""

    def read() -> object:
        with path.open(newline="", encoding="utf-8") as file:
            return list(csv.reader(file, delimiter=";"))

    return read


def _print_ratio(
    what: str,
    benchmark: BenchmarkFixture,
    bare: Callable[[], object],
    clock: Callable[[], float] = time.perf_counter,
) -> None:
    """Print how often the bare reading fits in; workbooks are read by another process."""
    if benchmark.stats is None:  # benchmarks are switched off
        return
    best = min(_seconds(bare, clock) for _ in range(ROUNDS))
    mine = benchmark.stats.stats.min
    print(f"\n{what}: {mine / best:.1f} x a bare read ({mine:.2f} s, {best:.2f} s)")


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start
