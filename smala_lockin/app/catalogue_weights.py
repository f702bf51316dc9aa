"""Correcting the weights of the sovereignty objectives, without a widget."""

from collections.abc import Mapping
from datetime import date

from smala_lockin.i18n import _
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.overlay import Overlay, Section
from smala_lockin.knowledge.sovereignty_rows import WEIGHT_COLUMNS, WeightSet


def with_weights(
    own: Overlay, weights: Mapping[tuple[str, WeightSet], int], source: str, today: date
) -> Overlay:
    """Return the user's catalogue with weights by objective and set; only what differs is kept."""
    for id, shipped in in_force.delivered().objectives.items():
        cells = {
            WEIGHT_COLUMNS[chosen]: str(weights[id, chosen])
            for chosen in WeightSet
            if weights[id, chosen] != shipped.weights[chosen]
        }
        earlier = own.small[Section.OBJECTIVES].get(id, {})
        named = {name: cell for name, cell in earlier.items() if name.startswith("name_")}
        if cells and not cells.items() <= earlier.items():
            cells |= {"source": source or _("entered by hand"), "as_of": today.isoformat()}
        elif cells:
            cells = {**earlier, **cells}
        own = own.with_row(Section.OBJECTIVES, id, {**named, **cells})
    return own
