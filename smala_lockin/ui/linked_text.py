"""Sentences as rich text in which the names of assets lead to their cards."""

from html import escape

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.ui.breaking import breakable
from smala_lockin.words import nouns
from smala_lockin.words.why_parts import Line

SCHEME = "asset"
"""Of the links: `asset:ID`."""


def linked(landscape: Landscape, line: Line) -> str:
    """Return a sentence; each of its assets is a link where it is named first."""
    pieces = [(line.text, "")]
    for asset in line.assets:
        if asset in landscape.assets:
            pieces = _with_link(pieces, nouns.name(landscape, asset), asset)
    return "".join(
        f'<a href="{SCHEME}:{escape(asset)}">{escape(text)}</a>' if asset else escape(text)
        for text, asset in ((breakable(text), asset) for text, asset in pieces)
    )


def _with_link(pieces: list[tuple[str, str]], name: str, asset: AssetId) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    is_done = False
    for text, link in pieces:
        before, mid, after = text.partition(name) if not (link or is_done) else (text, "", "")
        is_done = is_done or bool(mid)
        found += [(before, link), (mid, asset), (after, "")] if mid else [(text, link)]
    return [piece for piece in found if piece[0]]
