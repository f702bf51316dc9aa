"""Counts are grouped by thousands wherever people read them; what counts nothing is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin import i18n
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.tables.left_out import Merged
from smala_lockin.words import nouns


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "2,116 suppliers"), ("fr", "2\N{NARROW NO-BREAK SPACE}116 fournisseurs")],
)
def test_a_count_is_grouped_as_people_of_the_language_write_it(language: str, words: str) -> None:
    with i18n.language(language):
        assert nouns.counted(AssetKind.SUPPLIER, 2116) == words


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_number_of_a_row_is_that_of_excel(language: str) -> None:
    with i18n.language(language):
        assert "12345" in Merged(row=20000, text="ERP", into=12345).reason


@given(st.integers(-(10**9), 10**9), st.sampled_from(i18n.LANGUAGES))
def test_a_grouped_count_is_the_count(count: int, language: str) -> None:
    with i18n.language(language):
        told = i18n.ngettext("%(n)d supplier", "%(n)d suppliers", count) % {"n": count}
    digits = told.split(" ")[0]
    assert "".join(sign for sign in digits if sign.isdigit()) == str(abs(count))
    assert all(
        len(group) == 3 for group in digits.lstrip("-").replace(",", "\u202f").split("\u202f")[1:]
    )
    assert type(told) is str


def test_a_message_without_a_count_is_a_plain_text() -> None:
    assert type(i18n._("Supplier")) is str
