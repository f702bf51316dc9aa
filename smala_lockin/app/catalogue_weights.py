"""Correcting names and weights of the sovereignty objectives, without a widget."""

from collections.abc import Mapping
from datetime import date

from smala_lockin import i18n
from smala_lockin.i18n import _
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.overlay import Overlay, Section
from smala_lockin.knowledge.sovereignty_rows import WEIGHT_COLUMNS, WeightSet


def with_objectives(
    own: Overlay,
    names: Mapping[str, str],
    weights: Mapping[tuple[str, WeightSet], int],
    source: str,
    today: date,
) -> Overlay:
    """Return the user's catalogue with names and weights by objective; only what differs is kept.

    Names are in the language in force; what an objective is called in another stays.
    """
    language = "fr" if i18n.current() == "fr" else "en"
    for id, shipped in in_force.delivered().objectives.items():
        earlier = own.small[Section.OBJECTIVES].get(id, {})
        others = {
            name: cell
            for name, cell in earlier.items()
            if name.startswith("name_") and name != f"name_{language}"
        }
        cells = {
            WEIGHT_COLUMNS[chosen]: str(weights[id, chosen])
            for chosen in WeightSet
            if weights[id, chosen] != shipped.weights[chosen]
        }
        if names[id] != shipped.name(language):
            cells[f"name_{language}"] = names[id]
        if cells and not cells.items() <= earlier.items():
            cells |= {"source": source or _("entered by hand"), "as_of": today.isoformat()}
        elif cells or others:
            marks = {name: earlier[name] for name in ("source", "as_of") if name in earlier}
            cells |= marks
        own = own.with_row(Section.OBJECTIVES, id, {**others, **cells})
    return own
