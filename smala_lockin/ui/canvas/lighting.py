"""What is lit on the map, and what fades, for what is selected."""

from collections.abc import Collection

from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.ui.canvas.parts import Parts

_FADED_CARD, _FADED_ARROW = 0.22, 0.10


def light(parts: Parts, chosen: Selection, *, is_drawing: bool) -> None:
    """Let parts shine or fade; while a dependency `is_drawing` no card fades, any may be meant."""
    lit = None if is_drawing else chosen.lit(parts.landscape)
    if lit == chosen.assets:
        lit = None  # what is connected to nothing has nothing to show: all stays readable
    marked = chosen.marked
    for key, card in parts.cards.items():
        card.opacity = 1.0 if lit is None or key in lit else _FADED_CARD
        card.is_selected = key in marked
    _light_arrows(parts, chosen, lit)
    landscape = parts.landscape
    for group, diamond in parts.diamonds.items():
        is_lit = lit is None or (
            landscape.groups[group].owner in lit
            and any(link.target in lit for link in landscape.members[group])
        )
        diamond.is_selected = group == chosen.group
        diamond.opacity = 1.0 if is_lit else _FADED_CARD


def _light_arrows(parts: Parts, chosen: Selection, lit: Collection[AssetId] | None) -> None:
    links, group = chosen.dependencies, chosen.group
    for key, arrow in parts.arrows.items():
        one = arrow.dependency
        if links:
            is_lit = key in links
        elif group is not None:
            is_lit = one.group == group
        else:
            is_lit = lit is not None and one.source in lit and one.target in lit
        arrow.is_lit = is_lit
        arrow.is_selected = key in links
        arrow.opacity = 1.0 if lit is None or is_lit else _FADED_ARROW
