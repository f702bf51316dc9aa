"""The actions: what menus call them."""

import re
from collections.abc import Iterable

import pytest
from PySide6.QtGui import QKeySequence

from smala_lockin import i18n
from smala_lockin.ui.actions import all_actions
from smala_lockin.ui.edit_actions import (
    ARRANGE,
    ARRANGE_MENU,
    CARDS_MENU,
    EDIT_MENU,
    EMPTY_MENU,
    LINK_MENU,
    arrange_words,
)

VIEW_MENU = ("zoom_in", "zoom_out", "fit", "legend", "control_lines")
FILE_MENU = ("new", "open", "save", "save_as", "import", "export_register", "company", "close")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize(
    "menu",
    [
        pytest.param(CARDS_MENU, id="cards"),
        pytest.param(ARRANGE_MENU, id="arrange"),
        pytest.param(EDIT_MENU, id="edit"),
        pytest.param(EMPTY_MENU, id="empty"),
        pytest.param(LINK_MENU, id="link"),
        pytest.param(VIEW_MENU, id="view"),
        pytest.param(FILE_MENU, id="file"),
    ],
)
def test_a_letter_means_one_thing_in_a_menu(language: str, menu: Iterable[str | None]) -> None:
    with i18n.language(language):
        words = {one.id: one.words for one in all_actions()} | {ARRANGE: arrange_words()}
    letters = [letter.lower() for id in menu if id for letter in re.findall(r"&(\w)", words[id])]
    assert sorted(letters) == sorted(set(letters))


def test_a_key_means_one_thing() -> None:
    keys = [
        QKeySequence(one).toString()
        for facts in all_actions()
        for one in (facts.shortcut, *facts.more_shortcuts)
        if one is not None
    ]
    assert sorted(keys) == sorted(set(keys))
