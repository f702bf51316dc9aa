"""What is done for many texts, rows or amounts at once is what is done for each alone."""

import re
from functools import partial
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain.edits import slug_of, slugs_of
from smala_lockin.domain.reads import Read, amounts_read, texts_read
from smala_lockin.formats.tables import Cell, Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.costs import Costs
from smala_lockin.importing.tables.body import rows_below
from smala_lockin.importing.tables.cells import Cells, runs_of
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.amounts import plain_amounts, read_amount
from smala_lockin.importing.values.money import Money
from smala_lockin.importing.values.plain import (
    are_nobody,
    display_name,
    display_names,
    exact_form,
    exact_forms,
    is_everything,
    is_nobody,
    is_placeholder,
    loose_form,
    loose_forms_of,
    plain_words,
    plain_words_of,
    some_mean_everything,
    told_of,
)
from smala_lockin.importing.values.splitting import named_in_each, split_names
from smala_lockin.knowledge.spelling import digits_of, folded

WORDS = st.sampled_from(
    [
        "ERP",
        "monERP",
        "SharePoint",
        "userID",
        "é",
        "Œuvre",
        "a_b",
        "x\ny",
        " ",
        "365",
        "R&D",
        "-",
        "N/A",
        "²",
        "/x/",
        "Plan*",
        "none",
        "a, b; c",
        "\xa0",
        "aÉ",
        "tous",
        "toute l’entreprise",
    ]
)
TEXTS = st.lists(st.lists(WORDS | st.text(max_size=4), max_size=4).map("".join), max_size=8)


@given(TEXTS)
def test_plain_words(texts: list[str]) -> None:
    assert plain_words_of(texts) == list(map(plain_words, texts))
    assert loose_forms_of(texts) == list(map(loose_form, texts))


@given(TEXTS)
def test_what_ids_are_made_of(texts: list[str]) -> None:
    assert slugs_of(texts) == list(map(slug_of, texts))


@given(TEXTS)
def test_texts_that_only_hold_a_place(texts: list[str]) -> None:
    assert told_of(texts) == [None if is_placeholder(text) else text for text in texts]


@given(TEXTS)
def test_how_texts_compare_and_are_shown(texts: list[str]) -> None:
    assert exact_forms(texts) == list(map(exact_form, texts))
    assert display_names(texts) == list(map(display_name, texts))
    assert some_mean_everything(texts) == any(map(is_everything, texts))
    assert are_nobody(texts) == list(map(is_nobody, texts))
    assert digits_of(texts) == ["".join(re.findall("[0-9]", folded(text))) for text in texts]


@given(TEXTS, st.booleans())
def test_names_in_cells(texts: list[str], commas: bool) -> None:
    split = partial(split_names, commas=commas)
    assert named_in_each(texts, split) == [
        tuple(name for name in split(text) if not is_nobody(name)) for text in texts
    ]


AMOUNTS = st.sampled_from(
    ["12", "-3", "1.5", "1,5", "1.500", "1,500", "1.234,5", "1,234.5", "12,", "x", "5 €", 7, None]
)


@given(st.lists(AMOUNTS, unique=True), st.booleans())
def test_amounts_of_bare_digits(cells: list[Cell], comma: bool) -> None:
    for cell, amount in zip(cells, plain_amounts(cells), strict=True):
        assert amount is None or amount == read_amount(cell, decimal_comma=comma)
    assert None not in plain_amounts(["12", "-3", "1.5", "1,25"])


@given(st.lists(st.floats(0, 1e12)), st.lists(st.text()))
def test_facts_read(amounts: list[float], texts: list[str]) -> None:
    told = [str(one) for one in amounts]
    pairs = zip(amounts, told, strict=True)
    assert amounts_read("annual_cost", amounts, told) == [
        Read("annual_cost", *one) for one in pairs
    ]
    assert texts_read("description", texts) == [Read("description", one, one) for one in texts]


@given(
    st.lists(
        st.sampled_from(["12", "0", "1.5", "USD 3", "x", "9" * 20, "-", 7, None]), unique=True
    ),
    st.sampled_from([Meaning.COST, Meaning.MONTHLY_COST]),
    st.sampled_from(["Prix", "Prix (USD)", "Prix (GBP)"]),
    st.sampled_from([None, "EUR", "USD"]),
)
def test_costs(cells: list[Cell], meaning: Meaning, header: str, amounts_in: str | None) -> None:
    money = Money("EUR", {"USD": 0.9}, amounts_in)
    column = Column(index=0, header=header, meaning=meaning)
    column_cells = Cells(cells)
    alone, together = (Costs(column, cells, money) for _each in range(2))
    told = column_cells.told
    expected = [
        alone.read(cell, text) if text else None for cell, text in zip(cells, told, strict=True)
    ]
    assert together.read_all(column_cells.values, told) == expected
    assert together.is_currency_assumed == alone.is_currency_assumed


@given(st.lists(st.booleans()))
def test_runs_cover_all_answers(answers: list[bool]) -> None:
    runs = list(runs_of(answers))
    assert [answer for answer, run in runs for _place in run] == answers
    assert [place for _answer, run in runs for place in run] == list(range(len(answers)))
    assert all(one[0] != other[0] for one, other in pairwise(runs))


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["ERP", "Total", "Total général", "Nom", "To", "-", "É", "  ", None, 3]),
        st.sampled_from(["x", "12", "", " ", None, "Coût"]),
        st.sampled_from(["y", None]),
    ).map(list),
    max_size=6,
)


@given(ROWS)
def test_rows_below_a_header_do_not_depend_on_those_beside_them(rows: list[list[Cell]]) -> None:
    header: list[Cell] = ["Nom", "Coût", "Note"]
    filler: list[Cell] = ["Application", "12", "y"]
    table = Table(file="a.csv", sheet=None, rows=[header, filler, *rows, filler])
    body, left_out = rows_below(table, 0, ["Nom", "Coût", "Note"])
    told = [one.number for one in body] + [one.row for one in left_out]
    filled = [
        number
        for number, row in enumerate(table.rows[1:], 2)
        if any(str(cell).strip() for cell in row if cell is not None)
    ]
    assert sorted(told) == filled
    assert all(one.cells is table.rows[one.number - 1] for one in body)


@given(st.lists(st.sampled_from([*"ab ;|/+,-•*\n", "Été"]), max_size=6).map("".join))
def test_parts_of_a_cell_are_whole_names_without_what_parts_them(text: str) -> None:
    for name in split_names(text, commas=True):
        assert name == " ".join(name.split())
        assert name in " ".join(text.split())
        assert not set(name) & set(";|,\n•")
    bare = text.translate({ord(sign): " " for sign in ";|/+,-•*\n"})
    told = " ".join(split_names(text, commas=True)).translate({ord(sign): " " for sign in "/+-*"})
    assert set(bare.split()) == set(told.split())
