"""The colours of the map and the panels, light and dark.

Kinds and levels use the palette of Okabe and Ito (2008), which people with any colour vision can
tell apart. Nothing is said by colour alone: kinds differ in icon and shape, levels in words and
in the line of their ring.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.app.shades import Colour, Tone
from smala_lockin.domain.kinds import AssetKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one appearance; texts on their grounds meet WCAG AA (4.5 to 1)."""

    is_dark: bool
    canvas: QColor
    card: QColor
    edge: QColor
    text: QColor
    faint_text: QColor
    arrow: QColor
    faint_arrow: QColor
    accent: QColor
    kinds: Mapping[AssetKind, QColor]
    levels: Mapping[Level, QColor]
    tones: Mapping[Tone, QColor]
    """Steps of one blue that differ in grey too; what is unknown is also hatched."""

    def of(self, colour: Colour) -> QColor:
        """Return the colour that a lens shows something in."""
        if isinstance(colour, Tone):
            return self.tones[colour]
        return self.levels[colour] if isinstance(colour, Level) else self.kinds[colour]


def of_palette(palette: QPalette) -> Theme:
    """Return the theme that goes with the system's colours."""
    ground = palette.color(QPalette.ColorRole.Window)
    return DARK if luminance(ground) < 0.2 else LIGHT


def text_on(ground: QColor) -> QColor:
    """Return black or white, whichever stands out more."""
    light = luminance(ground)
    return INK if (light + 0.05) / 0.05 > 1.05 / (light + 0.05) else PAPER


def luminance(colour: QColor) -> float:
    """Return the relative luminance, 0 black to 1 white (WCAG 2.1)."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


INK, PAPER = QColor("#10161d"), QColor("#ffffff")

_KINDS = {
    AssetKind.PROCESS: QColor("#0072b2"),
    AssetKind.APPLICATION: QColor("#56b4e9"),
    AssetKind.CLOUD_SERVICE: QColor("#009e73"),
    AssetKind.AI_SERVICE: QColor("#cc79a7"),
    AssetKind.DATA: QColor("#f0e442"),
    AssetKind.INFRASTRUCTURE: QColor("#8d99a6"),
    AssetKind.PEOPLE: QColor("#e69f00"),
    AssetKind.LOCATION: QColor("#d55e00"),
    AssetKind.SUPPLIER: QColor("#44525f"),
}

LIGHT = Theme(
    is_dark=False,
    canvas=QColor("#f3f5f8"),
    card=QColor("#ffffff"),
    edge=QColor("#aeb8c4"),
    text=QColor("#18212b"),
    faint_text=QColor("#55616e"),
    arrow=QColor("#7d8a98"),
    faint_arrow=QColor("#a3afba"),
    accent=QColor("#0072b2"),
    kinds=_KINDS,
    levels={
        Level.VERY_LOW: QColor("#dde2e8"),
        Level.LOW: QColor("#c3d3e2"),
        Level.MEDIUM: QColor("#f0b323"),
        Level.HIGH: QColor("#d55e00"),
        Level.VERY_HIGH: QColor("#a3123a"),
    },
    tones={
        Tone.LEAST: QColor("#dde6ee"),
        Tone.LITTLE: QColor("#a9cbe6"),
        Tone.SOME: QColor("#5fa2d4"),
        Tone.MUCH: QColor("#2270ad"),
        Tone.MOST: QColor("#0b3b66"),
        Tone.UNKNOWN: QColor("#8d99a6"),
        Tone.OUTSIDE: QColor("#ffffff"),
    },
)

DARK = Theme(
    is_dark=True,
    canvas=QColor("#171b20"),
    card=QColor("#262c34"),
    edge=QColor("#54606d"),
    text=QColor("#edf1f5"),
    faint_text=QColor("#aab5c1"),
    arrow=QColor("#8796a5"),
    faint_arrow=QColor("#61707d"),
    accent=QColor("#6cc1f5"),
    kinds={**_KINDS, AssetKind.SUPPLIER: QColor("#7d8c9b"), AssetKind.PROCESS: QColor("#2f8fcb")},
    levels={
        Level.VERY_LOW: QColor("#3a424c"),
        Level.LOW: QColor("#47596b"),
        Level.MEDIUM: QColor("#f0b323"),
        Level.HIGH: QColor("#f0762a"),
        Level.VERY_HIGH: QColor("#ff5d7f"),
    },
    tones={
        Tone.LEAST: QColor("#3b4652"),
        Tone.LITTLE: QColor("#3f6b8f"),
        Tone.SOME: QColor("#5b9bd0"),
        Tone.MUCH: QColor("#9cc9ee"),
        Tone.MOST: QColor("#eaf5ff"),
        Tone.UNKNOWN: QColor("#7d8c9b"),
        Tone.OUTSIDE: QColor("#262c34"),
    },
)
