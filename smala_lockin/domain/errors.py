"""What can go wrong with values that people or files give us.

An error carries facts; `words.errors` makes the sentence, in the language in force.
"""

from enum import StrEnum


class LockinError(Exception):
    """Something expected went wrong; the user is told in one sentence."""

    def sentence(self) -> str:
        """Return what to tell the user. Floors that know words override this.

        `words.errors.sentence` makes it for the errors of this floor.
        """
        return str(self)


class Fault(StrEnum):
    """In what way a map would be inconsistent."""

    WRONG_TYPE = "wrong_type"
    OUT_OF_RANGE = "out_of_range"
    MISSING = "missing"
    EMPTY = "empty"
    DUPLICATE_ID = "duplicate_id"
    UNKNOWN_ASSET = "unknown_asset"
    UNKNOWN_GROUP = "unknown_group"
    SELF_DEPENDENCY = "self_dependency"
    NOT_A_SUPPLIER = "not_a_supplier"
    CONTROL_IN_GROUP = "control_in_group"
    GROUP_EMPTY = "group_empty"
    GROUP_OWNER = "group_owner"
    GROUP_NEED = "group_need"
    GROUP_TARGET_TWICE = "group_target_twice"
    GROUP_NEEDED = "group_needed"


class InvalidFact(LockinError, ValueError):
    """A single fact holds what it must not; `fact` is its name in the file.

    `expected` is the fact's own description of what it takes (see `domain.facts`).
    """

    def __init__(self, fact: str, fault: Fault, *, value: object = None) -> None:
        super().__init__(f"{fact}: {fault}")
        self.fact, self.fault, self.value = fact, fault, value


class InvalidLandscape(LockinError, ValueError):
    """The parts of a map do not fit together.

    `section` and `id` name the record at fault as the file does ("dependencies", "d7"), `fact`
    the key within it, `other` what it clashes with or misses.
    """

    def __init__(self, fault: Fault, section: str, id: str, fact: str, *, other: str = "") -> None:
        super().__init__(f"{section} {id}.{fact}: {fault} {other}".rstrip())
        self.fault, self.section, self.id, self.fact, self.other = fault, section, id, fact, other
