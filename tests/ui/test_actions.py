"""The actions: what menus call them."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from smala_lockin import i18n
from smala_lockin.ui.actions import all_actions
from smala_lockin.ui.edit_actions import (
    ARRANGE,
    ARRANGE_MENU,
    CARDS_MENU,
    EMPTY_MENU,
    LINK_MENU,
    arrange_words,
)
from tests.builders import landscape_of
from tests.ui.conftest import MakeWindow


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_letter_means_one_thing_in_a_menu_of_the_map(language: str) -> None:
    with i18n.language(language):
        words = {one.id: one.words for one in all_actions()} | {ARRANGE: arrange_words()}
    for menu in (CARDS_MENU, ARRANGE_MENU, EMPTY_MENU, LINK_MENU):
        assert clashes(words[id] for id in menu if id) == set()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_letter_means_one_thing_in_a_menu_of_the_window(
    language: str, window_on: MakeWindow
) -> None:
    with i18n.language(language):
        window = window_on(landscape_of("shop -> db"))
        menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
        told = [[one.text() for one in menu.actions()] for menu in menus]
    assert len(menus) > 6
    assert [clashes(words) for words in told if clashes(words)] == []


def clashes(texts: Iterable[str]) -> set[str]:
    """Return the letters that stand for more than one of these."""
    letters = Counter(letter.lower() for text in texts for letter in re.findall(r"&(\w)", text))
    return {letter for letter, count in letters.items() if count > 1}


def test_a_key_means_one_thing() -> None:
    keys = [
        QKeySequence(one).toString()
        for facts in all_actions()
        for one in (facts.shortcut, *facts.more_shortcuts)
        if one is not None
    ]
    assert sorted(keys) == sorted(set(keys))
