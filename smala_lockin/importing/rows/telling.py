"""What a row says of a thing, told to its draft, which may have heard otherwise."""

from collections.abc import Mapping

from smala_lockin.domain.reads import Read
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.drafts import Draft
from smala_lockin.importing.rows.keeping import Keeping
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.values.plain import has_word, words_of

_VERSIONS = words_of("version versions versie versies productversion")
_COUNTED = ("units", "users", "licences_bought", "licences_used")
"""Counts that add up where each version of a program stands in a row of its own."""


class Telling:
    """Tells drafts what the rows of a sheet say; what differs becomes a problem."""

    def __init__(self, sheet: Sheet, keeping: Keeping, problems: list[Problem]) -> None:
        """Descriptions that come later are kept as texts by `keeping`."""
        self._sheet, self._keeping, self._problems = sheet, keeping, problems
        self._has_versions = any(has_word(one.header, _VERSIONS) for one in sheet.columns)

    def tell(self, draft: Draft, reads: Mapping[str, Read], place: Place) -> None:
        """Tell a draft the facts of a row that has its name."""
        for one, earlier in draft.tell_all(reads, place):
            if one.fact == "description":
                self._keeping.keep_text(draft, self._header_of(one.fact), one.text)
            elif one.fact in _COUNTED and self._adds_up(draft, one.fact, place):
                assert isinstance(one.value, int)
                assert isinstance(earlier, int)
                count = earlier + one.value
                draft.put(Read(one.fact, count, str(count)), draft.place or place)
            else:
                self._problems.append(self._differing(draft, one, place))

    def _adds_up(self, draft: Draft, fact: str, place: Place) -> bool:
        """Whether a count is of another version of what a row of this sheet has counted."""
        where = draft.where(fact)
        return self._has_versions and isinstance(where, Place) and where.is_beside(place)

    def _differing(self, draft: Draft, one: Read, place: Place) -> Problem:
        """The problem of a fact that an earlier row, or another file, has otherwise."""
        known = draft.facts[one.fact]
        text, reason = known.text or str(known.value), Reason.DIFFERENT_VALUE
        where = draft.where(one.fact)
        if isinstance(where, Place) and where.file != place.file:
            text, reason = f"{where.file}, {where.row}: {text}", Reason.OTHER_FILE
        return Problem.at(place, self._header_of(one.fact), one.text, reason, other=text)

    def _header_of(self, fact: str) -> str:
        for one in self._sheet.columns:
            monthly = one.meaning is Meaning.MONTHLY_COST and fact == "annual_cost"
            if one.meaning == fact or monthly:
                return one.header
        return fact
