"""What lists of contracts say of how these end: whether they go on by themselves."""

from collections.abc import Iterable

from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import has_word, words_of

_GOES_ON = words_of(
    "auto automatic automatique automatisch tacite tacit stilzwijgend stilzwijgende "
    "stillschweigend stillschweigende autorenew"
)


def goes_on_by_itself(columns: Iterable[Column]) -> Column | None:
    """Return the column that says whether contracts go on by themselves: "Auto?"."""
    return next((one for one in columns if has_word(one.header, _GOES_ON)), None)
