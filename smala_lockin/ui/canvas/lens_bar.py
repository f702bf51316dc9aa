"""What the colour of the cards shows: the choice, and its legend, always in sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from smala_lockin.app import shades
from smala_lockin.app.shades import Colour, Lens
from smala_lockin.i18n import _, number
from smala_lockin.ui.canvas.card import paint_field
from smala_lockin.ui.canvas.colour_strip import ColourStrip
from smala_lockin.ui.canvas.legend import Draw
from smala_lockin.ui.canvas.legend import Entry as LegendEntry
from smala_lockin.ui.focus_edge import FocusEdge
from smala_lockin.ui.theme import Theme

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.app.lenses import Entry, Shading


_TARGET = 28
"""How high what one clicks is at least, in pixels."""


class LensBar(QWidget):
    """Chooses the lens, and for the reach of law the country; explains the colours beside."""

    shaded = Signal(object)
    """The cards are to look otherwise; carries their shades, none where they show their kind."""

    chosen = Signal(object)
    """Another `Lens` was chosen."""

    wanted = Signal(object)
    """The assets whose cards have a colour are to be selected; carries a list of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._report: Report | None = None
        self.lens, self.country = Lens.KIND, ""
        self._codes: tuple[str, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self.choice, self.countries = QComboBox(self), QComboBox(self)
        self._label = QLabel(_("Co&lours show:"), self)
        self._label.setBuddy(self.choice)
        for widget in (self.choice, self.countries):
            widget.setMinimumHeight(_TARGET)
        self._edges = [FocusEdge(one, theme.accent) for one in (self.choice, self.countries)]
        self.choice.addItems([shades.words(one) for one in Lens])
        self.choice.setAccessibleName(_("What colours show"))
        self.countries.setAccessibleName(_("Whose law"))
        self.countries.hide()
        self.choice.activated.connect(lambda place: self.choose(list(Lens)[place]))
        self.countries.activated.connect(lambda place: self.choose(self.lens, self._codes[place]))
        self.strip = ColourStrip(theme, parent=self)
        self.strip.pressed.connect(self._select)
        self._shading: Shading | None = None
        self.strip.setAccessibleName(_("Legend of the colours"))
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 0, 0, 5)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(0)
        # The choice stays where it is however many lines its legend takes.
        bottom = Qt.AlignmentFlag.AlignBottom
        layout.addWidget(self._label, 0, 0, 1, 2, bottom)
        layout.addWidget(self.choice, 1, 0, bottom)
        layout.addWidget(self.countries, 1, 1, bottom)
        layout.addWidget(self.strip, 0, 2, 2, 1, bottom)
        layout.setColumnStretch(2, 1)
        layout.setRowStretch(0, 1)
        self.show_theme(theme)

    def show_report(self, report: "Report") -> None:
        """Colour the cards by what this report says."""
        self._report = report
        if self.lens is Lens.REACH:
            self._list_countries(report)
        self._shade()

    def choose(self, lens: Lens, country: str = "") -> None:
        """Show something else; without a country, the one whose law reaches most."""
        self.lens, self.country = lens, country or self.country
        self.choice.setCurrentIndex(list(Lens).index(lens))
        if lens is not Lens.REACH:
            self.countries.hide()
        if self._report is not None:
            if lens is Lens.REACH:
                self._list_countries(self._report)
            self._shade()
        self.chosen.emit(lens)

    def show_theme(self, theme: Theme) -> None:
        """Show the bar in other colours."""
        self._theme = theme
        self.strip.show_theme(theme)
        for edge in self._edges:
            edge.show_colour(theme.accent)
        colours = self._label.palette()
        colours.setColor(QPalette.ColorRole.WindowText, theme.text)
        self._label.setPalette(colours)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.card)
        painter.end()

    def _list_countries(self, report: "Report") -> None:
        from smala_lockin.app import lenses
        from smala_lockin.words import nouns  # load the analysis: not before there is a report

        codes = lenses.countries(report)
        if codes != self._codes:
            self._codes = codes
            self.countries.clear()
            self.countries.addItems([nouns.country(code) for code in codes])
        if self.country not in codes:
            self.country = codes[0] if codes else ""
        if self.country:
            self.countries.setCurrentIndex(codes.index(self.country))
        self.countries.setVisible(bool(codes))

    def _shade(self) -> None:
        from smala_lockin.app import lenses

        assert self._report is not None
        shading = lenses.shading(self._report, self.lens, self.country)
        self._shading = shading
        if shading.entries != self._entries:
            self._entries = shading.entries
            self.strip.show_entries(entries(shading))
        self.shaded.emit({} if self.lens is Lens.KIND else shading.shades)

    def _select(self, number: int) -> None:
        if self._shading is not None:
            colour = self._shading.entries[number].colour
            shades = self._shading.shades.items()
            self.wanted.emit([key for key, shade in shades if shade.colour == colour])


def entries(shading: "Shading", *, with_title: bool = False) -> list[LegendEntry]:
    """Return the legend of a lens; with what it shows in front, where no choice stands there."""
    found: list[LegendEntry] = [(_words(one), _sample(one.colour)) for one in shading.entries]
    if with_title:
        found.insert(0, (_("Colours: %(lens)s") % {"lens": shades.words(shading.lens)}, None))
    return found


def _words(entry: "Entry") -> str:
    return _("%(words)s (%(count)s)") % {"words": entry.words, "count": number(entry.count)}


def _sample(colour: Colour) -> Draw:
    def draw(painter: QPainter, theme: Theme, place: QRectF) -> None:
        sample = QRectF(0, 0, 22, 13)
        sample.moveCenter(place.center())
        paint_field(painter, theme, sample, colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.arrow)
        painter.drawRect(sample)

    return draw
