"""Criticality, yes and no, and personal data, in the words and scales of four languages."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from math import ceil

from smala_lockin.domain.kinds import ExitPlan, OpenSource, PersonalData, Training
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.values.plain import is_placeholder, phrases_of, plain_words, words_of


class Scale(StrEnum):
    """How a column writes criticality."""

    WORDS = "words"
    LIGHTS = "traffic lights"
    ONE_TO_THREE = "1-3"
    ONE_TO_FOUR = "1-4"
    ONE_TO_FIVE = "1-5"
    ONE_TO_TEN = "1-10"
    ZERO_TO_FOUR = "0-4"
    ONE_IS_HIGHEST = "1 is highest"
    LETTERS = "A-D"


_LEVELS = {
    word: level
    for level, words in (
        (1, "very low|minimal|minimale|minimaal|negligible|insignifiant|insignifiante|"
            "verwaarloosbaar|muy baja|muy bajo|molto bassa|molto basso|muito baixa|"
            "vernachlassigbar|tres faible|tres basse|negligeable|zeer laag|sehr niedrig|mineur"),
        (2, "administrative service|"
            "baja|bajo|bassa|basso|baixa|baixo|lav|lag|"
            "low|faible|bas|basse|laag|niedrig|gering|minor|mineure|peu critique|non critique|non|"
            "no|nee|nein|false|faux|onwaar|falsch|"
            "niet kritisch|unkritisch|nicht kritisch|not critical|secondaire|beperkt|"
            "limited|limite|limitee|standard|n|bronze|l"),
        (3, "business operational|"
            "less critical|medium|moderate|moyen|moyenne|modere|moderee|normal|normale|normaal|"
            "media|medio|middels|medel|"
            "gemiddeld|mittel|middel|matig|midden|med|average|silver|argent|sensible|m"),
        (4, "alta|alto|hoj|hog|hoy|si|sim|"
            "high|haute|haut|eleve|elevee|fort|forte|hoog|hoch|important|importante|major|"
            "majeur|majeure|belangrijk|wichtig|oui|yes|ja|critical important|true|"
            "waar|wahr|significant|"
            "somewhat critical|highly critical|o|y|j|kritisch ja|essential|"
            "business critical|"
            "essentiel|essentielle|essentieel|vrai|gold|significatif|significative|"
            "serieux|ernstig|erheblich|sensitive|h"),
        (5, "critica|critico|kritiskt|muy alta|molto alta|muito alta|"
            "critical|critique|kritisch|kritiek|vital|vitale|vitaal|very high|tres haute|"
            "tres eleve|tres elevee|tres critique|zeer hoog|sehr hoch|extreme|zeer kritisch|"
            "sehr kritisch|mission critical|most critical|bedrijfskritisch|geschaftskritisch|"
            "maximal|maximale|highest|strategique|hautement critique|platinum|"
            "catastrophique|catastrophic|existenzbedrohend|crucial|cruciaal"),
    )
    for word in words.split("|")
}  # fmt: skip
_LIGHTS = {
    word: level
    for level, words in (
        (2, "green vert verte groen grun"),
        (3, "yellow jaune geel gelb"),
        (4, "orange amber oranje ambre"),
        (5, "red rouge rood rot"),
    )
    for word in words.split()
}
_RANKED = re.compile(r"(?:tier|p|prio|priorite|priority|niveau|level|stufe|c)\s?([0-9]{1,2})")
_REVERSED_HEADERS = frozenset({"tier", "priority", "priorite", "prioriteit", "prioritat", "prio"})
_LETTERS = {"a": 5, "b": 4, "c": 3, "d": 2, "e": 1}

_YES = words_of("yes y oui o ja j true vrai waar wahr x 1 ok sim si")
_NO = words_of("no n non nee neen nein false faux onwaar falsch 0 nao nej nei")
_SENSITIVE = re.compile(
    r"\bphi\b|sensib|sensitiv|gevoelig|sensibel|\bsante\b|health|gezondheid|gesundheit|medica|"
    r"medisch|medizin|judiciaire|casier|penal|criminal|strafrecht|gerechtelijk|religi|syndica|"
    r"vakbond|gewerkschaft|ethni|orientation sexuelle|genetique|genetic|genetisch|"
    r"article 9|art 9|article 10|art 10|biometri|special categor|bijzondere|"
    r"categories particulieres|special categories|besondere kategorien"
)
_ABOUT_PEOPLE = re.compile(
    r"\b(?:identites?|identification|identiteit|identity|identitat|identitatsdaten|noms?|prenoms?|"
    r"naam|namen|names?|coordonnees|contactgegevens|contact details|kontaktdaten|adresses?|"
    r"adressen|addresses|e ?mails?|telephones?|phone|telefoon|telefon|etat civil|"
    r"date de naissance|geboortedatum|geburtsdatum|salaires?|salary|loon|lohn|gehalt|"
    r"photos?|curriculum|cv|donnees personnelles|personal data|persoonsgegevens|"
    r"personenbezogene)\b"
)
"""Sorts of data that registers say they hold on people, none of them of a special category."""

_OF_CATEGORIES = re.compile(
    r"\bcategorie|\bkategorie|\bdatenkategorie|\bcategories of|\b(?:types?|soorten?) (?:de |of )?"
    r"(?:donnees|data|gegevens|persoonsgegevens|personal)|"
    r"\bdonnees (?:traitees|ordinaires|courantes)"
)
_NO_DATA = words_of("none aucun aucune geen keine neant pas nihil")


def find_scale(header: str, cells: Iterable[Cell]) -> Scale | None:
    """Return how a column writes criticality; None where most of it says nothing of the kind."""
    texts: Counter[str] = Counter()
    for said, count in Counter(map(_text, cells)).items():
        text = _rated(said)
        if text and not is_placeholder(text):
            texts[text] += count

    def most(holds: Callable[[str], object]) -> bool:
        return sum(count for text, count in texts.items() if holds(text)) * 2 > texts.total()

    if len(texts) > 1 and all(text in _LIGHTS for text in texts):
        return Scale.LIGHTS
    if most(lambda text: text in _LEVELS or _wording(text) in _LEVELS):
        return Scale.WORDS
    if most(lambda text: _rank(text) is not None):
        numbers = [number for text in texts if (number := _rank(text)) is not None]
        return _scale_of_numbers(header, texts, numbers)
    if most(_LETTERS.__contains__) and texts.keys().isdisjoint(("y", "n", "o", "j")):
        return Scale.LETTERS
    return Scale.WORDS if most(lambda text: _head(text) in _LEVELS) else None


def read_level(cell: Cell, scale: Scale) -> int | None:
    """Return the criticality 1 to 5 that a cell means on the scale of its column."""
    text = _rated(_text(cell))
    if scale is Scale.LIGHTS:
        return _LIGHTS.get(text)
    level = _LEVELS.get(text) or _LEVELS.get(_wording(text)) or _LEVELS.get(_head(text))
    if scale is Scale.LETTERS and text in _LETTERS:
        return _LETTERS[text]
    number = _rank(text)
    if number is None or scale in (Scale.WORDS, Scale.LETTERS):
        return level
    meant = _MEANT[scale](number)
    return meant if 1 <= meant <= 5 else None


def read_flag(cell: Cell) -> bool | None:
    """Return whether a cell says yes or no; None where it says neither."""
    if isinstance(cell, bool):
        return cell
    if (mark := str(cell).strip("\ufe0f ")) in _TICKS:
        return _TICKS[mark]
    text = plain_words(_text(cell))
    first = text.split(" ")[0]
    return True if first in _YES else False if first in _NO else None


_TICKS = {**dict.fromkeys("✅✔☑✓", True), **dict.fromkeys("❌✗✘✖", False)}
"""Marks for yes and no."""


def read_signed(cell: Cell) -> bool | None:
    """Return whether a cell says that a contract is signed; None where it says neither."""
    flag = read_flag(cell)
    if flag is not None:
        return flag
    text = plain_words(_text(cell))
    if _UNSIGNED.search(text):
        return False
    return True if _SIGNED.search(text) else None


_SIGNED = re.compile(
    r"\b(?:signed|signe|signee|getekend|ondertekend|unterzeichnet|unterschrieben|abgeschlossen|"
    r"afgesloten|conclu|in place|en place|aanwezig|vorhanden|firmado|firmato|executed|completed?)\b"
)
_UNSIGNED = re.compile(
    r"\b(?:not|non|pas|niet|nicht|unsigned|missing|manquant|ontbreekt|fehlt|pending|open|offen|"
    r"en attente|en cours|in progress|a signer|to be signed|te tekenen|requested|demande)\b"
)


def read_personal_data(cell: Cell) -> PersonalData | None:
    """Return what a cell says about data on people."""
    text = plain_words(_text(cell))
    if text and text.split(" ")[0] in _NO_DATA:
        return PersonalData.NONE
    flag = read_flag(cell)
    if flag is False:
        return PersonalData.NONE
    if _SENSITIVE.search(text) and not text.startswith(("non ", "not ", "niet ", "nicht ")):
        return PersonalData.SENSITIVE
    if _ABOUT_PEOPLE.search(text):
        return PersonalData.ORDINARY
    ordinary = ("ordinary", "ordinaire", "gewoon", "normal", "standard", "courantes", "simples")
    is_ordinary = flag or text.startswith(ordinary) or says_ordinary(text)
    return PersonalData.ORDINARY if is_ordinary else None


def says_ordinary(text: str) -> bool:
    """Whether a text says in so many words that data on people are of no special category."""
    words = plain_words(text)
    return bool(_ORDINARY.search(words)) or words in _PERSONAL_ALONE


_PERSONAL_ALONE = phrases_of(
    "donnees personnelles|donnees a caractere personnel|persoonsgegevens|personal data|"
    "personenbezogene daten"
)
_ORDINARY = re.compile(r"\b(?:ordinaires?|ordinary|courantes|gewone|gewohnlich\w*)\b")


def lists_personal_data(header: str) -> bool:
    """Whether a header asks which sorts of data on people are held: any answer says some are."""
    return bool(_OF_CATEGORIES.search(plain_words(header)))


def asks_for_sensitive(header: str) -> bool:
    """Whether a header asks for special categories of data alone."""
    return bool(_SENSITIVE.search(plain_words(header)))


def read_open_source(cell: Cell) -> OpenSource | None:
    """Return whether a cell says that the source is open: yes or no, a licence, or a sort of it."""
    flag = read_flag(cell)
    if flag is not None:
        return OpenSource.YES if flag else OpenSource.NO
    text = plain_words(_text(cell))
    if _CORE.search(text):
        return OpenSource.CORE
    if _CLOSED.search(text):
        return OpenSource.NO
    return OpenSource.YES if _OPEN.search(text) else None


_CORE = re.compile(r"\bopen core\b")
_CLOSED = re.compile(
    r"\b(?:proprietary|proprietaire|proprietar|gesloten|closed|commercial|commerciale?|commercieel|"
    r"kommerziell|freeware|shareware|propietario|non libre|not open|source available)\b"
)
_OPEN = re.compile(
    r"\b(?:open source|opensource|libre|foss|[al]?gpl(?:v?\d)?|mit|apache|bsd|mpl|eupl|cecill|"
    r"quelloffen|vrije software|free software)\b"
)


def is_flag(cell: Cell) -> bool:
    """Whether a cell says no more than yes or no: "j.dupont" does not."""
    return " " not in plain_words(_text(cell)) and read_flag(cell) is not None


def read_training(cell: Cell) -> Training | None:
    """Return whether a cell says that a provider learns from the company's data."""
    text = plain_words(_text(cell))
    if re.search(
        r"\bopt(?:ed)? out\b|\bdesactive|\bdisabled\b|\buitgeschakeld|\bdeaktiviert", text
    ):
        return Training.OPTED_OUT
    flag = read_flag(cell)
    return None if flag is None else Training.YES if flag else Training.NO


def read_exit_plan(cell: Cell) -> ExitPlan | None:
    """Return how far a cell says a way out is prepared; a mere yes says that it is written."""
    text = plain_words(_text(cell))
    if read_flag(cell) is False or (text and text.split(" ")[0] in _NO_DATA):
        return ExitPlan.NONE
    if _TESTED.search(text) and not _UNTESTED.search(text):
        return ExitPlan.TESTED
    return ExitPlan.DRAFT if read_flag(cell) or _DRAFTED.search(text) else None


_TESTED = re.compile(r"\b(?:test|getest|erprobt|geprobt|exerce)")
_UNTESTED = re.compile(r"\b(?:not|non|pas|niet|nicht|untested|a tester|to be)\b")
_DRAFTED = re.compile(
    r"\b(?:draft|brouillon|ontwerp|entwurf|en cours|documente|documented|written|existe|present|"
    r"plan exists|exists?$|in place|aanwezig|vorhanden|opgesteld|redige|prevu|partiel|partial)"
)

_MEANT: dict[Scale, Callable[[int], int]] = {
    Scale.ONE_TO_THREE: lambda rank: rank + 1,
    Scale.ONE_TO_FOUR: lambda rank: rank + 1,
    Scale.ONE_TO_FIVE: lambda rank: rank,
    Scale.ONE_TO_TEN: lambda rank: ceil(rank / 2),
    Scale.ZERO_TO_FOUR: lambda rank: rank + 1,
    Scale.ONE_IS_HIGHEST: lambda rank: max(1, 6 - rank),
}


def _scale_of_numbers(header: str, texts: Iterable[str], numbers: list[int]) -> Scale | None:
    words = set(plain_words(header).split())
    highest, lowest = max(numbers), min(numbers)
    texts = list(texts)
    ends = {of[1] for text in texts if (of := _OF.fullmatch(text))}
    if ends:
        return _NAMED.get(("1" if lowest else "0", ends.pop())) if len(ends) == 1 else None
    if highest > 10 or lowest < 0:
        return None
    if words & _REVERSED_HEADERS or any(re.match(r"p\s?\d|tier", text) for text in texts):
        return Scale.ONE_IS_HIGHEST if lowest >= 1 and highest <= 5 else None
    if found := re.search(r"\b([01])\s*(?:-|–|à|a|to|tot|bis|/)\s*(3|4|5|10)\b", header):
        return _NAMED.get((found[1], found[2]))
    if highest > 5:
        return Scale.ONE_TO_TEN if lowest >= 1 else None
    if lowest == 0:
        return Scale.ZERO_TO_FOUR if highest <= 4 else None
    if highest == 5:
        return Scale.ONE_TO_FIVE
    return Scale.ONE_TO_FOUR if highest == 4 else Scale.ONE_TO_THREE


_NAMED = {
    ("1", "3"): Scale.ONE_TO_THREE,
    ("1", "4"): Scale.ONE_TO_FOUR,
    ("1", "5"): Scale.ONE_TO_FIVE,
    ("1", "10"): Scale.ONE_TO_TEN,
    ("0", "4"): Scale.ZERO_TO_FOUR,
}


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _rated(text: str) -> str:
    """The words of a text; "4/5" as "4 of 5"."""
    return plain_words(_OUT_OF.sub(r"\1 of \2", text))


_OUT_OF = re.compile(r"^\s*(\d{1,2})\s*(?:/|out of|sur|op|von)\s*(3|4|5|10)\s*$", re.IGNORECASE)
_OF = re.compile(r"\d{1,2} of (\d{1,2})")


def _rank(text: str) -> int | None:
    if text.isdigit() and len(text) <= 2:
        return int(text)
    found = _RANKED.fullmatch(text) or re.match(r"([0-9]{1,2}) [a-z]", text)
    return int(found[1]) if found else None


def _wording(text: str) -> str:
    """The words in "3 high" or "1 most critical"."""
    return " ".join(word for word in text.split() if not word.isdigit())


def _head(text: str) -> str:
    """The first word in "critique arret de la production"."""
    return _wording(text).split(" ")[0]
