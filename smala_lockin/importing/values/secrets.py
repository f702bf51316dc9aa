"""Passwords, keys and bank accounts, told by their form: nobody wants them in a map.

Texts are looked at many at once, for most lists hold none: what costs is done for those few that
show a sign of one.
"""

import re
from collections.abc import Collection, Sequence

from smala_lockin.importing.values.nonsense import (
    ODD_SIGNS,
    SHORTEST,
    SHORTEST_GENERATED,
    is_generated,
    makes_no_sense,
)
from smala_lockin.importing.values.plain import has_word, plain_words, words_of

_SHORTEST = 6
_SPACED_ACCOUNT = 18
_LONG_WORD = SHORTEST
MASK = "•••"
"""What stands in the place of a secret."""

_KEYS = re.compile(
    r"-----BEGIN|otpauth://"
    r"|\b(?:sk|pk|rk)[-_](?=[\w-]*\d)[\w-]{16,}|\bgh[opsur]_\w{20,}|\bgithub_pat_\w{20,}"
    r"|\bglpat-[\w-]{16,}|\bxox[abeprs]-[\w-]{10,}|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"
    r"|\bAIza[\w-]{30,}|\bya29\.[\w-]{20,}|\beyJ[\w-]{10,}\.[\w-]{10,}|\bhf_[A-Za-z]{20,}"
    r"|\bSG\.[\w-]{16,}\.[\w-]{16,}|\b(?:AccountKey|SharedAccessKey)=\S{16,}"
    r"|://[^/\s:@]+:[^/\s@]+@"
    r"|\b[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}\b"
)
"""How tools begin or build their keys; what a program is activated by is five times five."""

_ODD = re.compile(rf"[{re.escape(ODD_SIGNS)}]\S")

_LABELLED = re.compile(
    r"\b(?:mots? de passe|motdepasse|mdp|passwords?|passwd|passphrase|passwort|kennwort|"
    r"wachtwoord(?:en)?|paswoord|pwd|pass|pin|pin[- ]?code|code pin|secret|token|jeton|"
    r"api[ _-]?key|cl[ée]s? (?:api|wpa2?|wifi)|wpa2?|psk|codes? de (?:secours|r[ée]cup[ée]ration)|"
    r"recovery codes?|herstelcodes?|wiederherstellungscodes?|puk|cvc|cvv|totp|otp)"
    r"(?: \w+){0,2}?\s*(?:[:=]|\best\b|\bis\b|\bist\b)\s*(?P<said>\S+)",
    re.IGNORECASE,
)
_ELSEWHERE = words_of(
    "voir cf see zie siehe gere geree geres dans in im managed beheerd verwaltet via chez by par "
    "oui non yes no ja nee nein none aucun geen kein inconnu unknown demander ask vraag le la the "
    "keepass bitwarden 1password lastpass sso mfa coffre vault kluis required requis"
)
"""What stands behind such a word where it only says who keeps the secret."""

_MARKS = (
    "otpauth:", "sk-", "sk_", "pk-", "pk_", "rk-", "rk_", "ghp_", "gho_", "ghs_",
    "ghu_", "ghr_", "github_pat_", "glpat-", "xox", "AKIA", "ASIA", "AIza", "ya29.", "eyJ", "hf_",
    "SG.", "AccountKey=", "SharedAccessKey=",
)  # fmt: skip
_SIGNS = (
    "pass", "mdp", "pwd", "wort", "woord", "pin", "secret", "token", "jeton", "api", "wpa", "psk",
    "code", "puk", "cvc", "cvv", "otp",
)  # fmt: skip
_WORD = re.compile(rf"[A-Za-z0-9+/=_~-]{{{SHORTEST},}}")

_ACCOUNT = re.compile(
    r"\b[A-Z]{2}\d{2}(?=(?:[ .-]?[\dA-Z]){11})(?:[ .-]?[\dA-Z]{4}){2,7}(?:[ .-]?[\dA-Z]{1,3})?\b"
)
_IN_FOURS = re.compile(r"\d\d[ .-][\dA-Z]{4}[ .-][\dA-Z]{4}")
"""What the numbers of accounts and of cards have in them as people write them."""

_CARD = re.compile(r"\b(?:\d{4}[ -]){3}\d{4}\b")


def secrets_among(texts: Sequence[str], *, keys: bool = True) -> frozenset[str]:
    """Return those of some texts that hold a password, a key, a bank account or a bank card.

    Without `keys` words without sense count for nothing, as among identifiers.
    """
    longest = max(map(len, texts), default=0)
    if longest < _SHORTEST:
        return frozenset()
    whole = "\n".join(texts)
    if not _shows_one(whole, longest):
        return frozenset()
    return frozenset(text for text in texts if is_secret(text, keys=keys))


def is_secret(text: str, *, keys: bool = True) -> bool:
    """Whether a text holds a password, a key, or the number of a bank account or card."""
    if len(text) < _SHORTEST:
        return False
    if _KEYS.search(text) or _CARD.search(text) or _is_labelled(text) or is_account_number(text):
        return True
    if not keys or "://" in text:
        return False
    return any(map(makes_no_sense, _WORD.findall(text))) or any(map(is_generated, text.split()))


def masked(text: str) -> str:
    """Return a text with `MASK` in the place of its secrets; what stands behind a label goes too.

    A password may hold blanks: of "mdp: un deux" nothing is left to the end of the line.
    """
    if not is_secret(text):
        return text
    text = re.sub(r"-----BEGIN.*", MASK, text, flags=re.DOTALL)
    for found in reversed(list(_LABELLED.finditer(text))):
        if _gives_away(found):
            text = text[: found.start()] + MASK + _END_OF_LINE.sub("", text[found.start() :], 1)
    text = _CARD.sub(MASK, text)
    text = _ACCOUNT.sub(lambda found: MASK if _is_sound(found[0]) else found[0], text)
    return re.sub(r"\S+", lambda found: MASK if is_secret(found[0]) else found[0], text)


_END_OF_LINE = re.compile(r"[^\r\n]*")


def is_account_number(text: str) -> bool:
    """Whether a text holds the number of a bank account (IBAN, ISO 13616) that is sound."""
    return any(_is_sound(found[0]) for found in _ACCOUNT.finditer(text))


def _shows_one(whole: str, longest: int) -> bool:
    """Whether texts, one on each line, show a sign of a secret at a glance."""
    if "-----BEGIN" in whole or ("://" in whole and "@" in whole):
        return True
    if longest >= _LONG_WORD:
        if longest >= _SPACED_ACCOUNT and _IN_FOURS.search(whole):
            return True
        words = "\n".join([word for word in whole.split() if len(word) >= _LONG_WORD])
        if words and (
            any(mark in words for mark in _MARKS)
            or _ACCOUNT.search(words)
            or any(map(makes_no_sense, _WORD.findall(words)))
        ):
            return True
    if longest >= SHORTEST_GENERATED and _shows_generated(whole):
        return True
    if ":" not in whole and "=" not in whole and " is" not in whole and " est " not in whole:
        return False
    folded = whole.casefold()
    return any(sign in folded for sign in _SIGNS)


def _shows_generated(whole: str) -> bool:
    if not any(sign in whole for sign in ODD_SIGNS) or not _ODD.search(whole):
        return False
    return any(map(is_generated, whole.split()))


def _is_labelled(text: str) -> bool:
    """Whether a secret stands behind its name: "mdp: azerty", "PIN 1234" not."""
    return any(map(_gives_away, _LABELLED.finditer(text)))


def _gives_away(found: re.Match[str]) -> bool:
    return _ELSEWHERE.isdisjoint(plain_words(found["said"]).split())


def _is_sound(account: str) -> bool:
    """Whether the check digits of an account number are right."""
    bare = re.sub(r"[ .-]", "", account)
    turned = bare[4:] + bare[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def names_password(headers: Collection[str]) -> bool:
    """Whether one of some headers is that of passwords, as in the export of a password manager."""
    return any(has_word(header, _PASSWORDS) for header in headers)


_PASSWORDS = words_of(
    "password passwords passwd pwd passwort passworter kennwort wachtwoord wachtwoorden paswoord "
    "mdp motdepasse passe passphrase"
)
