"""What is lit on the map, and what fades, for what is selected."""

from collections.abc import Collection
from dataclasses import dataclass

from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.ui.canvas.parts import Parts

_FADED_CARD, _FADED_ARROW = 0.22, 0.10


@dataclass(frozen=True, slots=True)
class Relit:
    """What shines, fades or is marked otherwise than before."""

    cards: list[AssetId]
    links: list[DependencyId]
    groups: list[GroupId]


def light(parts: Parts, chosen: Selection, *, is_drawing: bool) -> Relit:
    """Let parts shine or fade; while a dependency `is_drawing` no card fades, any may be meant.

    Return those that do so otherwise than before.
    """
    lit = None if is_drawing else chosen.lit(parts.landscape)
    if lit == chosen.assets:
        lit = None  # what is connected to nothing has nothing to show: all stays readable
    return Relit(
        _light_cards(parts, chosen.marked, lit),
        _light_arrows(parts, chosen, lit),
        _light_diamonds(parts, chosen.group, lit),
    )


def _light_cards(
    parts: Parts, marked: Collection[AssetId], lit: Collection[AssetId] | None
) -> list[AssetId]:
    changed = []
    for key, card in parts.cards.items():
        opacity = 1.0 if lit is None or key in lit else _FADED_CARD
        is_selected = key in marked
        if card.opacity != opacity or card.is_selected is not is_selected:
            card.opacity, card.is_selected = opacity, is_selected
            changed.append(key)
    return changed


def _light_diamonds(
    parts: Parts, chosen: GroupId | None, lit: Collection[AssetId] | None
) -> list[GroupId]:
    changed, landscape = [], parts.landscape
    for group, diamond in parts.diamonds.items():
        is_lit = lit is None or (
            landscape.groups[group].owner in lit
            and any(link.target in lit for link in landscape.members[group])
        )
        opacity, is_selected = 1.0 if is_lit else _FADED_CARD, group == chosen
        if diamond.opacity != opacity or diamond.is_selected is not is_selected:
            diamond.opacity, diamond.is_selected = opacity, is_selected
            changed.append(group)
    return changed


def _light_arrows(
    parts: Parts, chosen: Selection, lit: Collection[AssetId] | None
) -> list[DependencyId]:
    changed = []
    links, group = chosen.dependencies, chosen.group
    for key, arrow in parts.arrows.items():
        one = arrow.dependency
        if links:
            is_lit = key in links
        elif group is not None:
            is_lit = one.group == group
        else:
            is_lit = lit is not None and one.source in lit and one.target in lit
        opacity, is_selected = 1.0 if lit is None or is_lit else _FADED_ARROW, key in links
        if (arrow.opacity, arrow.is_lit, arrow.is_selected) != (opacity, is_lit, is_selected):
            arrow.opacity, arrow.is_lit, arrow.is_selected = opacity, is_lit, is_selected
            changed.append(key)
    return changed
