"""Cells that hold several names."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from smala_lockin.importing.values.plain import are_nobody, is_nobody, one_line_each

_ALWAYS = re.compile(r"\s*(?:[;|\n\r]|\s/\s|•|\s\+\s)\s*")
_PARTING_SIGNS = ";|\n\r/•+,*-"
_PARTING = re.compile(f"[{_PARTING_SIGNS}]")  # no text without one of these holds several names
_COMMA = re.compile(r"\s*,(?!\s*(?:dba|d/b/a|trading as|doing business as)\b)\s*", re.IGNORECASE)
_ROLE = re.compile(
    r"\s*\(\s*(?:editeur|éditeur|intégrateur|integrateur|integrator|hébergeur|hebergeur|hébergement|"
    r"hosting|développement|developpement|development|revendeur|reseller|wederverkoper|support|"
    r"maintenance|onderhoud|publisher|vendor|fournisseur|leverancier|implementatie|intégration|"
    r"integration|partenaire|partner|infogérance|distributeur|hersteller|anbieter|dienstleister|"
    r"betreiber|wartung|uitgever)\s*\)\s*[,+&]?",
    re.IGNORECASE,
)
_VIA = re.compile(r"\s*\(\s*(?:via|par|through|über)\s+([^()]+)\)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*[-*•]\s+")


@lru_cache(maxsize=100_000)
def split_names(text: str, *, commas: bool) -> tuple[str, ...]:
    """Return the names in a cell, apart by semicolon, bar, line break or ` / `.

    By comma too where asked for: company names hold commas themselves. Each name once.
    """
    if text.isalnum():
        return (text,)
    if not _PARTING.search(text):
        line = " ".join(text.split())
        return (line,) if line else ()
    parts = _ALWAYS.split(text)
    if commas:
        parts = [name for part in parts for name in _COMMA.split(part)]
    cleaned = (" ".join(_BULLET.sub("", part).split()) for part in parts)
    return tuple(dict.fromkeys(part for part in cleaned if part))


def named_in_each(
    texts: Sequence[str], split: Callable[[str], tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Return the names of somebody or something in each of many texts.

    `split` takes those apart that may hold several, as `split_names` does.
    """
    whole = "".join(texts)
    if any(sign in whole for sign in _PARTING_SIGNS):
        are_several = [_PARTING.search(text) is not None for text in texts]
    else:
        are_several = [False] * len(texts)
    lines = one_line_each(texts)
    rows = zip(texts, lines, are_nobody(lines), are_several, strict=True)
    return [
        tuple(name for name in split(text) if not is_nobody(name))
        if several
        else ()
        if nobody
        else (line,)
        for text, line, nobody, several in rows
    ]


@lru_cache(maxsize=20_000)
def with_roles_apart(text: str) -> str:
    """Return companies without what they do in brackets, each behind a semicolon.

    "Odoo SA (éditeur), Niboo (intégrateur)" and "Microsoft (via Econocom)" name two each.
    """
    if "(" not in text:
        return text
    return _VIA.sub(r"; \1", _ROLE.sub("; ", text)).strip("; ")
