"""Spans of time as people write them: "4h", "1h30", "2 jours ouvrés", "J+1", "max. 3 weeks"."""

import re
from collections.abc import Iterator

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.values.plain import plain_words, words_of

_HOURS = {
    unit: hours
    for hours, units in (
        (1 / 60, "min mins minute minutes minuten minuut"),
        (1, "h hr hrs hour hours heure heures u uur uren std stunde stunden"),
        (24, "d day days j jour jours jr jrs dag dagen tag tage tagen"),
        (168, "w week weeks semaine semaines sem weken woche wochen"),
        (730, "month months mois maand maanden mnd mnden monat monate monaten"),
        (8760, "y year years an ans annee annees jaar jahr jahre"),
    )
    for unit in units.split()
}
_WORKING = words_of(
    "ouvre ouvres ouvree ouvrees ouvrable ouvrables working business work werkdag werkdagen "
    "arbeitstag arbeitstage werktag werktage werk"
)
_WORKING_DAYS = words_of("werkdag werkdagen arbeitstag arbeitstage werktag werktage jo")
_FILLING = words_of(
    "max maximum maximal maximale sous within moins de less than jusqu jusque a up to binnen "
    "innerhalb ca env environ about approx approximativement tot minder dan weniger als von bis "
    "calendrier calendaire calendaires calendar kalenderdagen par in en apres after na nach dans "
    "avant before prior voor vor echeance expiry expiration ablauf einde ende end fin terme term "
    "contrat contract vertrag l la le les the der des du date anniversaire recommande recommandee "
    "registered letter lettre courrier ecrit writing notice preavis opzeg opzegtermijn aangetekend "
    "kundigungsfrist schriftlich chaque periode vervaldag eind zum zur vertragsende quartalsende "
    "jahresende monatsende contracteinde"
)
_NUMBERS = {
    word: count
    for count, words in (
        (0.5, "demi demie half halve halber halbe"),
        (1, "un une one een ein eine"),
        (2, "deux two twee zwei"),
        (3, "trois three drie drei"),
        (4, "quatre four vier"),
        (5, "cinq five vijf funf"),
        (6, "six zes sechs"),
        (7, "sept seven zeven sieben"),
        (8, "huit eight acht"),
        (9, "neuf nine negen neun"),
        (10, "dix ten tien zehn"),
        (12, "douze twelve twaalf zwolf"),
        (15, "quinze fifteen vijftien funfzehn"),
        (30, "trente thirty dertig dreissig"),
        (60, "soixante sixty zestig sechzig"),
        (90, "ninety negentig neunzig"),
    )
    for word in words.split()
}
_HALF_DAYS = words_of("journee day dag tag jour")
_AT_ONCE = words_of(
    "immediat immediate immediately onmiddellijk sofort aucune none zero instantane direct"
)
_PLUS = {"h": 1.0, "j": 24.0, "d": 24.0, "t": 24.0, "s": 168.0, "w": 168.0, "m": 730.0}
_AFTER = re.compile(r"([hjdtswm])\s*\+\s*(\d{1,4})")
_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::\d{2})?")
_RANGE = re.compile(r"(\d)\s*(?:[-–—/]|\bà\b|\bto\b|\btot\b|\bbis\b)\s*(?=\d)")
_COUNT = re.compile(r"\d+(?:[.,]\d+)?")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
_HALF_DAY_HOURS = 4.0
_WEEK_OF_WORK = 5
_WEEKEND_HOURS = 48.0


def read_hours(cell: Cell, *, unit_hours: float = 1.0, longest: bool | None = None) -> float | None:
    """Return a span of time in hours; a bare number counts `unit_hours` each.

    Five working days are a week. "4 - 8 h" is none, unless `longest` says which end counts.
    """
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return cell * unit_hours if cell >= 0 else None
    if not isinstance(cell, str):
        return None
    text = re.sub(r"\([^)]*\)", " ", cell.casefold()).replace("½", " demi ").strip(" .<>=≤~")
    if plain_words(text) in _AT_ONCE:
        return 0.0
    if found := _AFTER.fullmatch(text):
        return float(found[2]) * _PLUS[found[1]]
    if found := _CLOCK.fullmatch(text):
        return int(found[1]) + int(found[2]) / 60
    return _of_words(text, unit_hours, longest=longest)


def _of_words(text: str, unit_hours: float, *, longest: bool | None) -> float | None:
    text = _RANGE.sub(r"\1 | ", text)
    ends = text.split("|")
    if len(ends) == 2 and longest is not None:
        unit = re.sub(r"^[\s\d.,]+", "", ends[1])
        first = ends[0] if re.search(r"[^\W\d_]", ends[0]) else f"{ends[0]} {unit}"
        spans = [_sum(_parts(end, unit_hours)) for end in (first, ends[1])]
        known = [one for one in spans if one is not None]
        return (max(known) if longest else min(known)) if len(known) == len(ends) else None
    return _sum(_parts(text, unit_hours)) if len(ends) == 1 else None


def _sum(parts: Iterator[float | None]) -> float | None:
    found = list(parts)
    known = [one for one in found if one is not None]
    return sum(known) if found and len(known) == len(found) else None


def _parts(text: str, unit_hours: float) -> Iterator[float | None]:
    """The spans of a text that are added up; None for what is none."""
    words = [word if word[0].isdecimal() else plain_words(word) for word in _TOKEN.findall(text)]
    words = [word for word in words if word]
    words = [word for word in words if word not in _FILLING]
    place, in_hours = 0, False
    while place < len(words):
        count = _NUMBERS.get(words[place])
        if count is None and not _COUNT.fullmatch(words[place]):
            yield None
            return
        value = count if count is not None else _count(words[place])
        unit, used = _unit(words[place + 1 :], value)
        if unit is None and count is not None and place + 1 < len(words):
            place += 1  # an article: "un préavis de trois mois"
            continue
        if unit is None and in_hours:  # "1h30"
            unit = value / 60
        in_hours = used == 1 and _HOURS.get(words[place + 1]) == 1
        yield value * unit_hours if unit is None else unit
        place += 1 + used


def _count(word: str) -> float:
    return float(word.replace(",", "."))


def _unit(words: list[str], count: float) -> tuple[float | None, int]:
    """The hours of `count` units that words name, and how many words that takes."""
    if not words or _COUNT.fullmatch(words[0]):
        return None, 0
    word, rest = words[0], words[1:2]
    if count == _NUMBERS["demi"] and word in _HALF_DAYS:
        return _HALF_DAY_HOURS, 1
    working = word in _WORKING_DAYS or bool(rest and rest[0] in _WORKING)
    if word in _WORKING and word not in _WORKING_DAYS and rest:
        word, working, rest = rest[0], True, rest
    elif not (rest and rest[0] in _WORKING):
        rest = []
    hours = 24.0 if word in _WORKING_DAYS else _HOURS.get(word)
    if hours is None:
        return None, 0
    weekends = count // _WEEK_OF_WORK * _WEEKEND_HOURS if working and hours == _PLUS["j"] else 0.0
    return count * hours + weekends, 1 + len(rest)


def read_renewal_months(cell: Cell) -> int | None:
    """Return for how many months a contract goes on by itself; None where a cell does not say."""
    if isinstance(cell, bool) or not isinstance(cell, str):
        return None
    words = plain_words(cell).split()
    if found := _RENEWED.search(cell.casefold()):
        if found[1]:
            return int(found[1]) or None
        hours = _of_words(found[0], 1.0, longest=None)
        months = round(hours / _HOURS["mois"]) if hours else 0
        return months or None
    said = (months for word, months in _RENEWALS.items() if word in words)
    return next(said, None)


_RENEWED = re.compile(
    r"(?:\d{1,2}|\b(?:un|une|one|een|ein|deux|two|twee|zwei|trois|three|drie|drei|six|zes|sechs))\s*"
    r"(?:ans?|années?|years?|jaar|jahre?n?|mois|months?|maand(?:en)?|monate?n?)\b"
    r"|\b(\d{1,2})\s?m\b"
)
_RENEWALS = {
    word: months
    for months, words in (
        (12, "annuel annuelle annuellement annual annually yearly jaarlijks jahrlich"),
        (1, "mensuel mensuelle monthly maandelijks monatlich"),
        (3, "trimestriel trimestrielle quarterly"),
    )
    for word in words.split()
}
"""Words by which a renewal is said, and the months it lasts."""


def read_months(cell: Cell, header: str) -> int | None:
    """Return for how many months a contract goes on, where the header may name the unit."""
    if said := read_renewal_months(cell):
        return said
    unit = unit_in(header)
    text = "" if cell is None or isinstance(cell, bool) else str(cell).strip()
    if unit is None or not _COUNT.fullmatch(text):
        return None
    return round(_count(text) * unit / _HOURS["month"]) or None


def unit_in(header: str) -> float | None:
    """Return the hours of the unit that a header names, such as "Préavis (mois)"."""
    bracketed = re.findall(r"[(\[]([^)\]]*)[)\]]", header)
    for text in [*bracketed, header]:
        for word in plain_words(text).split():
            if word in _HOURS and (len(word) > 1 or text is not header):
                return _HOURS[word]
    return None
