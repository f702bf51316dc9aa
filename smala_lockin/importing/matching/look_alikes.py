"""Names of suppliers that may be one and the same: proposed, with how sure that is."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from smala_lockin.importing.values.plain import exact_form, loose_forms_of, words_of
from smala_lockin.knowledge import catalogue, ownership
from smala_lockin.knowledge.spelling import digits_of

SAME_BUT_FORM = 0.9
"""Names that differ in legal form, brackets or punctuation alone."""

SAME_COMPANY = 0.7
"""Names of one company of the catalogue, or of its branches in different countries."""

ONE_SLIP = 0.6
"""Long names that differ by one letter."""

SHARED_WORDS = 0.5
"""Names of which three words in a row, and most of them, are the same as nowhere else."""

_BRANCHES = words_of(
    "emea europe european international global worldwide belgium belgique belgie benelux france "
    "deutschland germany nederland netherlands holland luxembourg ireland uk gb britain italia "
    "italy espana spain canada us usa america americas apac asia operations operation holding "
    "holdings schweiz suisse switzerland osterreich austria polska nordic nordics"
)
_LONG = 8
_RUN = 3
_FEW = 3
_MOST = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAlike:
    """Names of suppliers that may be one and the same; proposed, never merged."""

    names: tuple[str, ...]
    confidence: float = SAME_BUT_FORM


def look_alikes(names: Iterable[str], told_apart: Container[str] = ()) -> tuple[LookAlike, ...]:
    """Return the names that may be the same, the surest first; each is proposed once.

    Of names that the files tell apart by identifiers only those are proposed that differ in
    nothing but their form.
    """
    once: dict[str, str] = {}
    for name in names:
        once.setdefault(exact_form(name), name)
    left = list(once.values())
    forms = dict(zip(left, loose_forms_of(left), strict=True))
    found: list[LookAlike] = []
    for confidence, groups in (
        (SAME_BUT_FORM, _by_key(left, forms.__getitem__)),
        (SAME_COMPANY, _by_key(left, lambda name: _company(name, forms[name]))),
        (ONE_SLIP, _with_a_slip(forms)),
        (SHARED_WORDS, _sharing_words(forms)),
    ):
        taken = {name for one in found for name in one.names[1:]}
        for group in groups:
            free = [name for name in group if name not in taken]
            if confidence < SAME_BUT_FORM:
                apart = [name for name in free if name in told_apart]
                free = [name for name in free if name not in apart[1:]]
            if len(free) > 1:
                found.append(LookAlike(names=tuple(free), confidence=confidence))
                taken.update(free[1:])
    return tuple(found)


def _by_key(names: Sequence[str], key: Callable[[str], str]) -> Iterator[list[str]]:
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(key(name), []).append(name)
    yield from (group for group in groups.values() if len(group) > 1)


def _company(name: str, form: str) -> str:
    """The company a name is of, whatever its branch and whether words stand apart."""
    words = form.split()
    core = [word for word in words if word not in _BRANCHES] or words
    for text in dict.fromkeys((name, " ".join(words), " ".join(core))):
        match = catalogue.find(text)
        if match is not None and (company := ownership.seller_of(match.vendor)):
            return f"catalogue:{company.id}"
    return "".join(core)


def _with_a_slip(loose: Mapping[str, str]) -> Iterator[list[str]]:
    """Names that become the same once one letter of each is left out, checked one by one."""
    from rapidfuzz.distance import OSA

    forms = {name: form for name, form in loose.items() if len(form) >= _LONG}
    digits = dict(zip(forms, digits_of(forms.values()), strict=True))
    shared = Counter(digits.values())
    by_rest: dict[tuple[str, str], list[str]] = {}
    for name, form in forms.items():
        number = digits[name]
        if shared[number] > 1:  # names of other digits are never the same
            rests = (form, *(form[:at] + form[at + 1 :] for at in range(len(form))))
            for rest in dict.fromkeys(rests):
                by_rest.setdefault((number, rest), []).append(name)
    seen: set[tuple[str, str]] = set()
    for group in by_rest.values():
        first = group[0]
        for other in group[1:]:
            if (first, other) not in seen:
                seen.add((first, other))
                if OSA.distance(forms[first], forms[other], score_cutoff=1) <= 1:
                    yield [first, other]


def _sharing_words(forms: Mapping[str, str]) -> Iterator[list[str]]:
    """Names that share a run of words with which one of them begins, and which few others have."""
    by_run: dict[tuple[str, ...], list[str]] = {}
    words = {name: form.split() for name, form in forms.items()}
    for name, some in words.items():
        for run in {tuple(some[at : at + _RUN]) for at in range(len(some) - _RUN + 1)}:
            by_run.setdefault(run, []).append(name)
    for run, group in by_run.items():
        if not 1 < len(group) <= _FEW:
            continue
        begun = next((name for name in group if tuple(words[name][:_RUN]) == run), None)
        for other in group if begun else ():
            assert begun is not None
            shared = set(words[begun]) & set(words[other])
            if other != begun and len(shared) >= _MOST * max(len(words[begun]), len(words[other])):
                yield [begun, other]
