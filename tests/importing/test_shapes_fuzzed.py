"""Unusual shapes against slow, plain ways to say the same."""

from collections import defaultdict
from itertools import chain

from hypothesis import example, given, settings
from hypothesis import strategies as st

from smala_lockin.domain.kinds import Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.stacks import parts

_NAMES = st.sampled_from(["Odoo", "Teams", "SolidWorks", "Isabel", "Figma", "Slack", "Miro"])
_SUPPLIERS = st.sampled_from(["Acme", "Beta NV", "Gamma SA", "Delta"])
_DEPARTMENTS = ["Comptabilité", "Ventes", "Production", "RH"]
_FEW = settings(max_examples=25)

_Things = dict[str, tuple[str, int]]
_THINGS = st.dictionaries(
    _NAMES, st.tuples(_SUPPLIERS, st.integers(min_value=1, max_value=9999)), min_size=2
)


def _made(rows: list[Row]) -> Landscape:
    proposal = propose([Table(file="liste.xlsx", sheet="Liste", rows=rows)], catalogue=False)
    return proposal.apply(Landscape())


def _edges(made: Landscape, role: Role) -> set[tuple[str, str]]:
    return {
        (made.assets[one.source].name, made.assets[one.target].name)
        for one in made.dependencies.values()
        if one.role is role
    }


@_FEW
@given(_THINGS)
def test_a_list_says_the_same_on_its_side(things: _Things) -> None:
    rows: list[Row] = [["Application", "Fournisseur", "Coût annuel"]]
    rows += [[name, supplier, cost] for name, (supplier, cost) in things.items()]
    upright, turned = _made(rows), _made([list(row) for row in zip(*rows, strict=True)])
    told = {(one.name, one.kind, one.annual_cost) for one in upright.assets.values()}
    assert told == {(one.name, one.kind, one.annual_cost) for one in turned.assets.values()}
    supplied = {(name, supplier) for name, (supplier, _cost) in things.items()}
    assert _edges(turned, Role.PROVIDED_BY) == _edges(upright, Role.PROVIDED_BY) == supplied


@_FEW
@example({"Odoo": (False, True, True, True), "Slack": (False,) * 3 + (True,), "Miro": (False,) * 4})
@given(st.dictionaries(_NAMES, st.tuples(*[st.booleans()] * len(_DEPARTMENTS)), min_size=2))
def test_a_matrix_says_no_more_than_its_crosses(matrix: dict[str, tuple[bool, ...]]) -> None:
    columns = zip(*matrix.values(), strict=True)
    if sum(any(column) for column in columns) < 3:
        return  # so few crosses make no matrix
    rows: list[Row] = [["Application", *_DEPARTMENTS]]
    rows += [[name, *("x" if one else None for one in marks)] for name, marks in matrix.items()]
    crossed = {
        (department, name)
        for name, marks in matrix.items()
        for department, mark in zip(_DEPARTMENTS, marks, strict=True)
        if mark
    }
    assert _edges(_made(rows), Role.USES) == crossed


@_FEW
@given(st.lists(st.tuples(st.sampled_from(["PC1", "PC2", "PC3"]), _NAMES), min_size=4))
def test_units_count_the_computers_that_have_a_program(pairs: list[tuple[str, str]]) -> None:
    unlike = list(dict.fromkeys(pairs))
    machines, programs = {one for one, _name in unlike}, {name for _one, name in unlike}
    most = 0.8 * len(unlike)
    if len(unlike) < 4 or not all(1 < len(one) <= most for one in (machines, programs)):
        return  # nothing repeats in such a list
    on = defaultdict(set)
    for machine, program in unlike:
        on[program].add(machine)
    made = _made([["Computer", "Program"], *unlike])
    assert {one.name: one.units for one in made.assets.values()} == {
        program: len(found) for program, found in on.items()
    }


_CELL = st.sampled_from([None, "Nom", "Fournisseur", "Odoo", "Acme", "Serveur", "Modèle", "x"])


@_FEW
@given(st.lists(st.lists(_CELL, min_size=3, max_size=3), max_size=25))
def test_lists_below_one_another_hold_each_row_once(rows: list[list[str | None]]) -> None:
    found = list(parts(Table(file="liste.csv", sheet=None, rows=rows)))
    assert list(chain.from_iterable(one.rows for one in found)) == rows
    numbers = [one.first_row for one in found]
    assert numbers == sorted(set(numbers))
    assert all(one.rows[0] == rows[one.first_row - 1] for one in found if one.rows)
