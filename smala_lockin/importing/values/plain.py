"""Normal forms of names and headers, and words that only hold a place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import compress, product

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_NOT_WORD = re.compile(r"[^\w+&#]+|_+")
_SHAPE = bytes.maketrans(
    bytes([*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0xDF), *range(0xE0, 0x100)]),
    b"A" * 26 + b"a" * 26 + b"B" * 31 + b"b" * 32,
)
"""What letters count as: ASCII capitals A, small letters a; beyond ASCII B and b."""

_HUMPS = (b"aA", b"aB", b"bA", b"bB", b"AAaa")
_NOT_WORD_NOR_BREAK = re.compile(r"[^\w+&#\n]+|_+")
_PLAIN = {
    sign: chr(sign).lower() if chr(sign).isalnum() or chr(sign) in "+&#\n" else " "
    for sign in range(128)
}
_CAMEL = re.compile(
    r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[a-z]{2})(?=ID\b)"
)
_MARKS = "\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079*\u2020\u2021"  # of footnotes
_WRAPPED = re.compile(r"/(.+)/")


def words_of(text: str) -> frozenset[str]:
    """Return the set of words written apart by blanks."""
    return frozenset(text.split())


def phrases_of(text: str) -> frozenset[str]:
    """Return the set of phrases written apart by bars."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


_LEGAL_FORMS = words_of(
    """
    inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag kg
    ug se sa sas sasu sarl srl sprl scrl sc scs snc asbl bv bvba nv cv cvba vof vzw comm ab
    as asa oy oyj aps spa sl slu lda kft sro doo pty pte societe
    """
)

PLACEHOLDERS = words_of(
    """
    n/a na n.a n.a. #n/a #ref! #value! #name? #div/0! null nil nvt n.v.t n.v.t. s.o s.o. s/o
    so k.a. k.a tbc tbd todo ? ?? ??? - -- --- – — _ . .. ... … / x?
    """
) | {
    "sans objet",
    "à définir",
    "a definir",
    "à compléter",
    "à déterminer",
    "à préciser",
    "non applicable",
    "not applicable",
    "not available",
    "to be confirmed",
    "to be determined",
    "to be completed",
    "nog te bepalen",
    "niet van toepassing",
    "noch offen",
    "nicht zutreffend",
    "entfällt",
    "unknown",
    "inconnu",
    "inconnue",
    "onbekend",
    "unbekannt",
    "(blank)",
    "(vide)",
    "(leeg)",
    "(leer)",
    "none of the above.",
    "none of the above",
}

NOTHING = words_of(
    "none aucun aucune geen keine kein keiner néant neant nihil rien niets nichts nothing"
)
"""Words that stand in a list where somebody has nothing to name."""

_NOBODY = (
    NOTHING
    | words_of("0 x n no direct rechtstreeks direkt communauté communaute community gemeenschap")
    | phrases_of(
        "en direct|à choisir|a choisir|te kiezen|zu wählen|to be chosen|"
        "propriété|propriete|eigendom|"
        "en propriété|eigentum|open source|open source community|communauté open source|opensource"
    )
)
_OURSELVES = phrases_of(
    """
    interne|internal|intern|in-house|inhouse|in house|en interne|nous-mêmes|nous|zelf|
    eigenbetrieb|eigenentwicklung|selbst|self|own|propre|maison|fait maison|us|custom|
    custom built|custom-built|custom made|bespoke|homegrown|home-grown|self-built|self built|
    self-hosted|self hosted|built in-house|internally developed|developed in-house|
    développement interne|développé en interne|développement maison|sur mesure|maatwerk|
    zelf ontwikkeld|intern ontwikkeld|eigen ontwikkeling|intern entwickelt|selbst entwickelt
    """
)
_EVERYTHING = phrases_of(
    """
    tous|toutes|tout|all|alle|alles|everything|everyone|toute l'entreprise|
    tous les services|tous les processus|all processes|alle processen|alle prozesse|
    all services|all products|tous les produits|tous services|alle diensten|alle dienste|
    toute la société|ensemble de l'entreprise|whole company|général|general|algemeen
    """
)
_SET_ASIDE = re.compile(
    r"(?:various|divers|diverse|verschillende|verschiedene|redacted|confidential|anonymis)"
    r"(?:\b|e\b|es\b)|multiple (?:suppliers|vendors|providers|fournisseurs|leveranciers|parties)\b|"
    r"(?:multiple|sundry)$|"
    r"(?:fournisseurs?|leveranciers?|suppliers?|vendors?|lieferanten|crediteuren|prestataires?|"
    r"creanciers?) (?:divers(?:en)?|various|occasionnels?|diverse|allerlei)\b",
    re.IGNORECASE,
)


def exact_form(name: str) -> str:
    """Return the form in which names count as the same without asking: N1 of the samples.

    Trimmed, white space collapsed, case folded.
    """
    return " ".join(name.split()).casefold()


def otherwise_joined(form: str) -> Iterator[str]:
    """Yield other spellings of an exact form: "csb system" is "csb-system" too.

    Those with a hyphen for a blank and a blank for a hyphen, of names of few words.
    """
    words = form.replace("-", " ").split(" ")
    if not (1 < len(words) <= _MOST_JOINED and all(words)):
        return
    for signs in product(" -", repeat=len(words) - 1):
        spelt = words[0] + "".join(map("".join, zip(signs, words[1:], strict=True)))
        if spelt != form:
            yield spelt


_MOST_JOINED = 4


def exact_forms(texts: Sequence[str]) -> list[str]:
    """Return the `exact_form` of each of many texts."""
    return list(map(str.casefold, one_line_each(texts)))


def one_line_each(texts: Sequence[str]) -> list[str]:
    """Return many texts, each with one blank for all white space between words; most are so."""
    whole = "\n".join(texts)
    if (
        "  " in whole
        or " \n" in whole
        or "\n " in whole
        or whole[:1] == " "
        or whole[-1:] == " "
        or whole.count("\n") >= max(1, len(texts))
        or not whole.replace("\n", "").isprintable()
    ):
        return list(map(" ".join, map(str.split, texts)))
    return list(texts)


@lru_cache(maxsize=50_000)
def loose_form(name: str) -> str:
    """Return the form in which names may be the same, to be proposed: N2 of the samples.

    The exact form without brackets, legal forms, accents and punctuation; the exact form where
    nothing would remain.
    """
    return _loose(plain_words(_BRACKETS.sub(" ", name))) or exact_form(name)


def loose_forms_of(names: Iterable[str]) -> list[str]:
    """Return the `loose_form` of each of many names."""
    names = list(names)
    bare = [_BRACKETS.sub(" ", one) if "(" in one or "[" in one else one for one in names]
    told = zip(plain_words_of(bare), names, strict=True)
    return [_loose(words) or exact_form(name) for words, name in told]


def _loose(plain: str) -> str:
    """Plain words without legal forms; all of them where nothing would remain."""
    words = plain.split()
    joined = _joined_initials(words)
    kept = [word for word in joined if word not in _LEGAL_FORMS]
    if len(kept) < len(joined) or joined is not words:
        kept = _joined_initials(kept)
    return " ".join(kept or words)


@lru_cache(maxsize=50_000)
def plain_words(text: str) -> str:
    """Return lower-case words without accents and punctuation; CamelCase is taken apart."""
    if text.isascii():
        return " ".join(_NOT_WORD.sub(" ", _CAMEL.sub(" ", text).casefold()).split())
    return " ".join(_NOT_WORD.sub(" ", _without_accents(_CAMEL.sub(" ", text))).split())


def has_word(text: str, words: Set[str]) -> bool:
    """Whether one of some words stands in a text; they are written as `plain_words` leaves them."""
    return not words.isdisjoint(plain_words(text).split())


def plain_words_of(texts: Iterable[str]) -> list[str]:
    """Return the `plain_words` of each of many texts."""
    texts = list(texts)
    usual = ["\n" not in text for text in texts]
    lines = "\n".join(compress(texts, usual))
    if _may_have_humps(lines):
        lines = _CAMEL.sub(" ", lines)
    if not lines.isascii():
        lines = _without_accents(lines)
    is_plain = lines.isascii()
    lines = lines.translate(_PLAIN) if is_plain else _NOT_WORD_NOR_BREAK.sub(" ", lines)
    words = one_line_each(lines.split("\n"))
    if texts and all(usual):
        return words
    usual_words = iter(words)
    return [
        next(usual_words) if is_usual else plain_words(text)
        for text, is_usual in zip(texts, usual, strict=True)
    ]


def _may_have_humps(text: str) -> bool:
    """Whether there is something that `_CAMEL` may take apart: "aA", "ÉÉÉ" not, "ABcd"."""
    shape = text.encode("latin-1", "replace").translate(_SHAPE)
    return any(hump in shape for hump in _HUMPS)


def _without_accents(text: str) -> str:
    """A text in lower case, without accents; that of several lines is that of each line."""
    whole = text.replace("œ", "oe").replace("Œ", "OE").replace("ß", "ss")
    whole = whole.casefold().replace("ø", "o").replace("æ", "ae").replace("ł", "l")
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", whole))
    if bare.isascii():
        return bare
    signs = {ord(sign): None for sign in set(bare) if unicodedata.combining(sign)}
    return bare.translate(signs) if signs else bare


def is_shown_otherwise(text: str) -> bool:
    """Whether a text may have a `display_name` of other words than its own."""
    return text[:1] == "/" or text[-1:] in _MARKS


def display_name(text: str) -> str:
    """Return a name as people are shown it: one line, without the slashes some lists wrap.

    Nor does it keep the sign of a footnote.
    """
    name = " ".join(text.split())
    if name and name[-1] in _MARKS:
        name = name.rstrip(_MARKS).rstrip() or name
    if not name.startswith("/"):
        return name
    wrapped = _WRAPPED.fullmatch(name)
    return wrapped[1].strip() if wrapped and wrapped[1].strip() else name


def display_names(texts: Iterable[str]) -> list[str]:
    """Return many names as people are shown them."""
    lines = one_line_each(list(texts))
    return [display_name(one) if one[:1] == "/" or one[-1:] in _MARKS else one for one in lines]


def is_placeholder(text: str) -> bool:
    """Whether a cell only holds a place: a dash, "N/A", "TBC", "[dd/mm/yy]"."""
    if text and text[-1].isdigit():  # as none of them ends, and most codes and amounts do
        return False
    folded = exact_form(text)
    if not folded or folded in PLACEHOLDERS:
        return True
    return (folded[0] == "[" and folded[-1] == "]") or not folded.strip("-_=:.–—")


def told_of(texts: Iterable[str]) -> list[str | None]:
    """Return many texts, None in the place of those that only hold a place."""
    texts = list(texts)
    return [
        text
        if (form[:1].isalnum() and form not in PLACEHOLDERS) or not is_placeholder(text)
        else None
        for text, form in zip(texts, exact_forms(texts), strict=True)
    ]


def is_nobody(text: str) -> bool:
    """Whether a name says that there is none: a placeholder, "none", "0"."""
    return is_placeholder(text) or exact_form(text) in _NOBODY


def is_elsewhere(text: str) -> bool:
    """Whether a text only says where names stand: "see the list"."""
    words = plain_words(text).split()
    return len(words) > 1 and words[0] in _SEE


_SEE = words_of("see siehe zie voir cf vgl vea vedi")


def are_nobody(texts: Sequence[str]) -> list[bool]:
    """Return `is_nobody` for each of many texts."""
    told = zip(exact_forms(texts), told_of(texts), strict=True)
    return [text is None or form in _NOBODY for form, text in told]


def is_company(name: str) -> bool:
    """Whether a text can be a company's name: more than a legal form or a letter."""
    return any(len(word) > 1 and word not in _LEGAL_FORMS for word in plain_words(name).split())


def has_legal_form(name: str) -> bool:
    """Whether a name ends in a legal form, "SA", as those of companies do."""
    words = _joined_initials(plain_words(name).split())
    return len(words) > 1 and words[-1] in _LEGAL_FORMS


def is_ourselves(text: str) -> bool:
    """Whether a supplier's name means the company itself."""
    return exact_form(text) in _OURSELVES


def is_everything(text: str) -> bool:
    """Whether a name means the whole company rather than one activity."""
    return exact_form(text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") in _EVERYTHING


def some_mean_everything(texts: Sequence[str]) -> bool:
    """Whether `is_everything` is true of one of many names."""
    quote = "\N{RIGHT SINGLE QUOTATION MARK}"
    return not _EVERYTHING.isdisjoint(one.replace(quote, "'") for one in exact_forms(texts))


def is_set_aside(text: str) -> bool:
    """Whether a supplier's name stands for several or a hidden one."""
    return bool(_SET_ASIDE.match(text.strip(' "*'))) and len(text.split()) <= 6


def _joined_initials(words: list[str]) -> list[str]:
    """Make "s a r l" one word, as "S.A.R.L." is meant."""
    if min(map(len, words), default=0) > 1:
        return words
    joined: list[str] = []
    run = ""
    for word in [*words, ""]:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run:
            joined.append(run)
            run = ""
        if word:
            joined.append(word)
    return joined
