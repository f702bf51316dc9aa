"""What somebody agreed to of what an import only proposes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smala_lockin.importing.values.plain import display_name, exact_form


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Answers to the offers of a proposal, by the names in the files. Empty: nothing was asked.

    `same` says as which other name a name counts. `known` are names that are taken for what the
    catalogue guesses they are, and with `certain` all of which it is certain, save `unknown`.
    `created` are names that no row has and that become assets of their own, `left_out` suppliers
    that only payments name and that nobody wants.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    certain: bool = False
    created: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()

    def same_forms(self) -> dict[str, str]:
        """Return `same` by the exact forms of the names, each in one step; circles are cut."""
        found: dict[str, str] = {}

        def end(form: str) -> str:
            while form in found:
                form = found[form]
            return form

        for name, other in self.same.items():
            one, last = end(exact_form(name)), end(exact_form(other))
            if one != last:
                found[one] = last
        return {form: end(form) for form in found}

    def knows(self, name: str, *, certain: bool) -> bool:
        """Whether the catalogue's guess about a name is taken."""
        return name in self.known or (self.certain and certain and name not in self.unknown)

    def creates(self, name: str) -> bool:
        """Whether a name that no row has becomes an asset."""
        return display_name(name) in self.created


NOTHING_ASKED = Agreement()
