"""From the text of a header to what its column may mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from smala_lockin.importing.headings.common_words import REMARKS
from smala_lockin.importing.headings.meanings import NAMES_OTHERS, Meaning
from smala_lockin.importing.headings.synonyms import BY_PHRASE
from smala_lockin.importing.values.plain import plain_words, words_of

_PREFIX = re.compile(
    r"^.*(?:\s-\s|:\s|\s>\s|\s–\s|(?<=[a-z]):(?=[a-z]))(?=\S)|^rel[A-Z]\w*?To(?=[A-Z])", re.DOTALL
)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_INSIDE = re.compile(r"\(([^)]{4,})\)")
_ALTERNATIVES = re.compile(r"\s*(?:/|\bou\b|\bor\b|\bof\b|\boder\b)\s*", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?P<of>.+?) (?:ref id|ref ids|id|ids|ref|refs|reference|code|uuid|sys id|nr|no|number|"
    r"identifier|identifiers|identifiant|kennung)$|"
    r"(?:code|id|identifiant|ref|reference|numero|num|n|no|nr|cle) (?:du |de la |de l |de |d )?"
    r"(?P<too>.+)$|"
    r"(?P<whose>\w{6,}?)s?(?:nummer|nr)$"
)
_NEUTRAL = words_of(
    """
    of the a an de du des la le les l d un une van het der die das von it ict is main primary
    principal principale actuel actuelle current informatique digital numerique voornaamste
    huidige our nos notre onze unser unsere name nom naam et and en und htva htvac ht ttc tvac
    excl incl exclusief inclusief hors vat mwst exkl eur euro euros keur usd gbp chf inr cad aud
    sek dkk nok pln net brut netto bruto designation libelle intitule bezeichnung titre title
    utilise utilises utilisee utilisees used gebruikt gebruikte verwendete verwendet concerne
    concernee concernes concernees eventuel eventuelle societe entreprise bedrijf company externe
    tic denomination trimestriel trimestrielle trimestre quarterly kwartaal quartal semestriel
    semestrielle trim
    external extern btw tva vat taxe taxes key cle cles critical critiques kritieke kritische
    essentiels essentielles belangrijkste wichtigste majeurs majeures
    """
)
_SUM_OF = re.compile(
    r"(?:somme (?:de |du |des )?|sum of |som van |summe von )(?=\S)", re.IGNORECASE
)
_FUZZY_LETTERS = 6
_SHORTEST_PART = 4
_MAX_HEADER = 120
_WITHOUT_PREFIX = 0.95
_BRACKETED = 0.75
_LATER = 0.001  # of "MTPD / RTO" the first word counts
_SAID = 0.8
_BY_HEAD = 0.7
_LONGEST_LABEL = 7  # longer ones are sentences
_OF = words_of("of de du des d la le les l von van der des voor fur for pour par by in en to a au")
_ASKING = words_of(
    "qui que quoi quel quelle quels quelles est ce cet cette le la les un une votre vos the a an "
    "is are which what who do does you your use utilisez vous wie wat welke is de het een uw u "
    "gebruikt autre other another ander andere welche welches welcher ist der die das ein eine "
    "ihr ihre sie nutzen plus"
) - words_of("de")
"""What a header that asks a question has besides what it asks about."""

_BESIDE_THE_POINT = _NEUTRAL | _ASKING

_NO_HEADS = frozenset(
    {
        Meaning.NAME,
        Meaning.ID,
        Meaning.KIND,
        Meaning.COST,
        Meaning.MONTHLY_COST,
        Meaning.UNITS,
        Meaning.USERS,
        Meaning.SOURCE,
        Meaning.TARGET,
        Meaning.PAYMENT,
        Meaning.DESCRIPTION,
        Meaning.REGISTRATION,
        Meaning.CURRENCY,
        Meaning.PARENT_COMPANY,
        Meaning.CONTRACT_END,
        Meaning.END_OF_SUPPORT,
    }
)
"""What the head of a longer header says too little of: "exit cost" is no yearly cost."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning a header may have; `reference` if its cells hold ids rather than names."""

    meaning: Meaning
    confidence: float
    reference: bool = False


@lru_cache(maxsize=32_768)  # twice as many as a sheet has columns
def readings(header: str, *, typos: bool = True) -> tuple[Reading, ...]:
    """Return what a header may mean, the surest first; nothing for one that says nothing.

    Prefixes that tools put before ` - `, `: ` or ` > ` are taken off where the whole says
    nothing. With `typos` one slip per word of six letters or more is forgiven.
    """
    if len(header) > _MAX_HEADER:
        return ()
    if is_unit_price(header):
        return (Reading(Meaning.UNIT_COST, 1.0),)
    if bare := _MONEY_FOR.fullmatch(header.strip()) or _PER.fullmatch(header.strip()):
        monthly = any(bare.groupdict().get(one) for one in ("month", "monthly"))
        return (Reading(Meaning.MONTHLY_COST if monthly else Meaning.COST, 1.0),)
    found: dict[Meaning, Reading] = {}
    if (
        _ASKS_FOR_PEOPLE.search(words := plain_words(header))
        and len(words.split()) > _LONGEST_LABEL
    ):
        return (Reading(Meaning.PERSONAL_DATA, _SAID),)
    for text, trust in _variants(header):
        if trust == _WITHOUT_PREFIX and any(one.confidence > _SAID for one in found.values()):
            break  # "Supplier - Name" is no name but a supplier
        for one in _of_phrase(plain_words(text), typos=typos):
            reading = Reading(one.meaning, one.confidence * trust, one.reference)
            known = found.get(one.meaning)
            if known is None or known.confidence < reading.confidence:
                found[one.meaning] = reading
    return tuple(sorted(found.values(), key=lambda one: -one.confidence))


_MONEY_FOR = re.compile(
    r"(?:€|\$|£|EUR|USD|GBP|CHF|euros?)\s*(?:/|per|par|pro|a|à)?\s*"
    r"(?:(?P<year>an|année|yr|year|annum|p\.?a\.?|jaar|jahr)|(?P<month>mois|mo|month|maand|monat))"
    r"\s*(?:\(?(?:htva?|hors tva|excl?\.?(?: btw| vat)?)\)?)?|"
    r"(?:(?:annual|yearly|annuel|jaarlijks|jährlich)|(?P<monthly>monthly|mensuel|maandelijks|"
    r"monatlich))\s*[(\[]?\s*(?:in |en )?(?:€|\$|£|EUR|USD|GBP|CHF|euros?)\s*[)\]]?",
    re.IGNORECASE,
)
"""A header that is no more than a currency and a span: "EUR / yr", "€ par mois", "Annual €"."""

_PER = re.compile(
    r"(?:(?:prix|coût|cout|prijs|kost|kosten|preis|price|cost|tarif|tarief|bedrag|montant)\s*)?"
    r"\(?(?:(?:€|\$|£|EUR|euros?)\s*)?(?:/|p[./\s]|(?<=[€$£])\s*(?:par|per|pro)\s)\s*"
    r"(?:(?P<year>ans?|année|years?|yr|jaar|jahr)|(?P<month>mois|month|mo|maand|mnd|monat|m))\.?\)?",
    re.IGNORECASE,
)
"""One that is little more than a span: "p/m", "/mois", "prijs p. maand", "Prix (€/an)"."""

_ASKS_FOR_PEOPLE = re.compile(
    r"\b(?:personally identifiable information|personal data|donnees personnelles|"
    r"donnees a caractere personnel|persoonsgegevens|personenbezogene daten)\b"
)
"""What a header that is a whole question asks about."""


def is_unit_price(header: str) -> bool:
    """Whether a header promises the price of one user, licence or seat for a month or a year."""
    words = plain_words(header)
    priced, period = _PRICE.search(words) or _SIGN.search(header), _PERIOD.search(words)
    if _OF_ALL_LICENCES.search(words):
        return False
    return bool(priced and period and _EACH.search(words))


_OF_ALL_LICENCES = re.compile(
    r"\b(?:annual|yearly) licen[cs]es? (?:costs?|fees?)\b(?! (?:per|for each)\b)|"
    r"\b(?:cout|couts) annuels? (?:de |des )?licences?\b(?! (?:par|pour)\b)|"
    r"\bjaarlijkse licentie ?(?:kost|kosten)\b(?! per\b)"
)
"""What is paid for licences in a year, be they one or many."""


_SIGN = re.compile(r"[€$£]|\b(?:EUR|USD|GBP|CHF)\b")
_PRICE = re.compile(
    r"\b(?:prix|cout|tarif|montant|price|cost|fee|rate|prijs|kost|kosten|tarief|preis|pu)\b"
)
_EACH = re.compile(
    r"\b(?:utilisateur|users?|licence|license|seat|siege|poste|gebruiker|licentie|benutzer|nutzer|"
    r"lizenz|pers|personne|person|unitaire|unit|eenheidsprijs|unite)\b"
)
_PERIOD = re.compile(
    r"\b(?:mois|mensuel|mensuelle|month|monthly|maand|monat|an|annee|annuel|annuelle|year|yearly|annum|"
    r"annual|jaar|jahr)\b"
)


def _variants(header: str) -> Iterator[tuple[str, float]]:
    text = " ".join(_COUNTED.sub("number of ", header.replace("*", " ")).split())
    bare = _BRACKETS.sub(" ", text)
    yield text, 1.0
    yield bare, 0.98
    if summed := _SUM_OF.match(bare):
        yield bare[summed.end() :], 0.95
    short = _PREFIX.sub("", bare)
    if short != bare:
        yield short, _WITHOUT_PREFIX
    for inside in _INSIDE.findall(text):
        yield inside, _BRACKETED
    parts = _ALTERNATIVES.split(short)
    if len(parts) > 1 and _are_alternatives(short, parts):
        for place, part in enumerate(parts):
            yield part, 0.9 - _LATER * place


_COUNTED = re.compile(
    r"^\s*(?:#|nº|n°)\s*(?:of |de |d')?(?=[a-z]*(?:users|licen[sc]es|seats)\b)", re.IGNORECASE
)
"""How a count is headed for short: "# users"."""


def _are_alternatives(header: str, parts: Sequence[str]) -> bool:
    """Whether parts of a header are each a name for its column: "software / tool".

    English "of" parts none, though Dutch "of" does: both parts then mean the same.
    """
    if any(len(part.split()) > _LONGEST_PART for part in parts):
        return False
    if not _OF_EITHER.search(header):
        return True
    said = [{one for one, _sure in BY_PHRASE.get(plain_words(part), ())} for part in parts]
    return bool(set.intersection(*said))


_LONGEST_PART = 4
_OF_EITHER = re.compile(r"\bof\b", re.IGNORECASE)


def _of_phrase(phrase: str, *, typos: bool) -> tuple[Reading, ...]:
    if not phrase:
        return ()
    if exact := BY_PHRASE.get(phrase):
        return tuple(Reading(meaning, confidence) for meaning, confidence in exact)
    referred = _REFERENCE.match(phrase)
    if referred and (
        known := BY_PHRASE.get(referred["of"] or referred["too"] or referred["whose"])
    ):
        return tuple(
            Reading(meaning, confidence * 0.9, reference=True) for meaning, confidence in known
        )
    core = " ".join(word for word in phrase.split() if word not in _BESIDE_THE_POINT)
    if core and (exact := BY_PHRASE.get(core)):
        return tuple(Reading(meaning, confidence * 0.9) for meaning, confidence in exact)
    if " " in core and (same := _by_core().get(core)):
        return tuple(Reading(meaning, confidence * 0.88) for meaning, confidence in same)
    without_number = re.sub(r"\s*#?\d+$", "", phrase)
    if without_number != phrase:
        return tuple(
            Reading(one.meaning, one.confidence * 0.95, one.reference)
            for one in _of_phrase(without_number, typos=typos)
        )
    if apart := _taken_apart(phrase):
        return _of_phrase(apart, typos=False)
    return _with_a_slip(phrase) or _of_head(phrase) if typos else ()


def _taken_apart(word: str) -> str:
    """Two words of headers that a program wrote as one: "productvendor"."""
    if " " in word or len(word) < 2 * _SHORTEST_PART:
        return ""
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    found = (f"{word[:cut]} {word[cut:]}" for cut in cuts)
    return next((pair for pair in found if pair in BY_PHRASE), "")


@cache
def _by_core() -> dict[str, tuple[tuple[Meaning, float], ...]]:
    """The known phrases by their telling words: "date fin support" is "date de fin de support".

    Those that phrases of different meanings share are left out.
    """
    found: dict[str, tuple[tuple[Meaning, float], ...]] = {}
    unclear: set[str] = set()
    for phrase, meanings in BY_PHRASE.items():
        core = " ".join(word for word in phrase.split() if word not in _NEUTRAL)
        known = found.setdefault(core, meanings)
        if {one for one, _sure in known} != {one for one, _sure in meanings}:
            unclear.add(core)
    return {core: meanings for core, meanings in found.items() if core not in unclear}


def _of_head(phrase: str) -> tuple[Reading, ...]:
    """The readings of the word that a longer header is about.

    That is what stands before a preposition ("responsable de la sauvegarde"), else the end of a
    compound ("backup owner"), else its beginning ("fournisseur actuel").
    """
    words = [word for word in phrase.split() if word not in _ASKING]
    if len(words) > _LONGEST_LABEL:
        return ()
    cut = next((place for place, word in enumerate(words) if place and word in _OF), len(words))
    head = words[:cut]
    parts = [head] if cut < len(words) else []
    parts += [head[start:] for start in range(1, len(head))]
    if words and words[-1] not in _SAID_OF:
        parts += [head[:end] for end in range(len(head) - 1, 0, -1)]
    for part in parts:
        known = [one for one in BY_PHRASE.get(" ".join(part), ()) if one[0] not in _NO_HEADS]
        if known:
            return tuple(
                Reading(meaning, confidence * _BY_HEAD)
                for meaning, confidence in known
                if not (meaning in NAMES_OTHERS and set(words) & _ELSEWHERE)
                and not (meaning is Meaning.CRITICALITY and set(words) & _BY_LAW)
            )
    return ()


_SAID_OF = REMARKS | words_of(
    "status statut state etat stand date datum score rating url link lien "
    "cost costs cout couts kost kosten fee fees price prix "
    "required requis requise necessaire needed nodig vereist noetig notig erforderlich "
)
"""Last words of headers of what is said about something, not of the thing: "deployment status"."""

_BY_LAW = words_of("regulatory reglementaire regelgevend regulatorisch legal juridique")
"""Words beside which an impact is one of the law rather than on what the company does."""

_ELSEWHERE = words_of(
    """
    website link lien backup secours repli
    alternative alternatif alternatifs previous ancien anciens former
    count nombre number aantal anzahl contact date adresse address email mail url site notes
    remplacant remarque status statut type contract contrat code
    category categorie kategorie class classe segment tier rating score risk risque size criticality
    """
)
"""Words beside which "supplier" names none of today's, or something about one."""


@lru_cache(maxsize=4096)
def _with_a_slip(phrase: str) -> tuple[Reading, ...]:
    """The readings of a phrase that differs by one letter in words of six letters or more."""
    words = phrase.split()
    if all(len(word) < _FUZZY_LETTERS for word in words):
        return ()
    from rapidfuzz.distance import OSA

    for known, others in _phrases_of(len(words)):
        if abs(len(known) - len(phrase)) <= len(words) and all(
            word == other
            or (
                min(len(word), len(other)) >= _FUZZY_LETTERS
                and OSA.distance(word, other, score_cutoff=1) <= 1
            )
            for word, other in zip(words, others, strict=True)
        ):
            meanings = BY_PHRASE[known]
            return tuple(Reading(meaning, confidence * 0.85) for meaning, confidence in meanings)
    return ()


@cache
def _phrases_of(count: int) -> list[tuple[str, list[str]]]:
    """The known phrases of so many words, and their words."""
    apart = ((known, known.split()) for known in BY_PHRASE)
    return [(known, words) for known, words in apart if len(words) == count]
