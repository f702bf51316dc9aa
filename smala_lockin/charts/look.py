"""How charts look: their colours, given by whoever shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smala_lockin.analysis.figures.ecosystem import Zone

_ZONES = {
    Zone.OUTSIDE: "#8d99a6",
    Zone.WATCH: "#0072b2",
    Zone.CONTROL: "#e69f00",
    Zone.DANGER: "#d55e00",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The colours of a chart as "#rrggbb"; without more, those of a white page."""

    ground: str = "#ffffff"
    text: str = "#18212b"
    faint_text: str = "#55616e"
    edge: str = "#d5dce4"
    zones: Mapping[Zone, str] = field(default_factory=lambda: _ZONES)
