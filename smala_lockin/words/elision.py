"""Words that lose their vowel before another, in French: "de" and "d’"."""

from smala_lockin.i18n import current

_VOWELS = frozenset("aeiouàâäæéèêëîïôöœùûü")
_MUTE = (
    *("habilit", "habitu", "haïti", "hébergement", "hélène", "henri", "hervé", "heure"),
    *("hiver", "histo", "homme", "honoraires", "hôpital", "horaire", "horloge", "horodat"),
    *("hôtel", "hubert", "huile", "huissier", "humain", "hydr", "hygi", "hypothèse"),
)
"""Words whose h is mute; brands and most foreign names keep theirs."""


def is_elided(text: str) -> bool:
    """Whether a French word in front of this one drops its vowel."""
    lowered = text.casefold()
    return lowered[:1] in _VOWELS or lowered.startswith(_MUTE)


def elided(word: str, text: str) -> str:
    """Return "de" and "la Chine" as one, or "d’" and "Israël"."""
    return f"{word[:-1]}’{text}" if is_elided(text) else f"{word} {text}"


def of(name: str) -> str:
    """Return "of Odoo" in the language in force: "d’Odoo"."""
    return elided("de", name) if current() == "fr" else f"of {name}"
