"""One entry of the catalogue to read: all that is known of it, and its ways out."""

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from smala_lockin import i18n
from smala_lockin.app.catalogue_pages import description
from smala_lockin.i18n import _, semicolons
from smala_lockin.knowledge import catalogue, in_force
from smala_lockin.knowledge.alternative_rows import Alternative
from smala_lockin.knowledge.alternatives import alternatives_of
from smala_lockin.knowledge.vendors import Vendor, VendorId
from smala_lockin.ui.following import Following
from smala_lockin.ui.theme import Theme
from smala_lockin.words import catalogue as words

_SCHEME = "entry:"


class CataloguePage(QTextBrowser):
    """Shows an entry; its alternatives are links to their entries, reachable by keyboard."""

    wanted = Signal(str)
    """The entry of this id is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(_("What is known of the entry"))
        self.anchorClicked.connect(self._follow)
        self._shown: VendorId | None = None
        Following(self, self._show_theme)

    def show_entry(self, id: VendorId | None) -> None:
        """Show an entry, or that none is chosen."""
        self._shown = id
        vendor = catalogue.vendor(id) if id else None
        nothing = escape(_("Choose an entry."))
        self.setHtml(_page(vendor) if vendor else f"<p>{nothing}</p>")

    def _show_theme(self, theme: Theme) -> None:
        self.document().setDefaultStyleSheet(page_sheet(theme))
        self.show_entry(self._shown)

    def _follow(self, link: QUrl) -> None:
        self.wanted.emit(link.toString().removeprefix(_SCHEME))


def page_sheet(theme: Theme) -> str:
    """Return the style of what is read of a row."""
    return (
        f"h2 {{ margin-bottom: 2px; }} .faint {{ color: {theme.faint_text.name()}; }} "
        f"a {{ color: {theme.accent.name()}; text-decoration: none; }} "
        f"td {{ padding: 2px 10px 2px 0; }} td.label {{ color: {theme.faint_text.name()}; }}"
    )


def _page(vendor: Vendor) -> str:
    own = in_force.tables().overlay.entries.get(vendor.id)
    shipped = in_force.shipped().get(vendor.id)
    mark = "" if own is None else f'<p class="faint">{escape(_own_words(vendor))}</p>'
    before = dict(description(shipped)) if own and shipped else {}
    lines = "".join(
        line(label, text, before.get(label, _("nothing")) if before else text)
        for label, text in description(vendor)
    )
    return f"<h2>{escape(vendor.name)}</h2>{mark}<table>{lines}</table>{_ways_out(vendor)}"


def line(label: str, text: str, before: str) -> str:
    """Return a line of a page; where the program says something else, with what it says."""
    told = escape(text)
    if before != text:
        delivered = escape(_("Delivered: %(text)s") % {"text": before})
        told = f'<b>{told}</b><br><span class="faint">{delivered}</span>'
    return f'<tr><td class="label">{escape(label)}</td><td>{told}</td></tr>'


def _own_words(vendor: Vendor) -> str:
    if vendor.id in in_force.shipped():
        return _("You changed this entry.")
    return _("You added this entry.")


def _ways_out(vendor: Vendor) -> str:
    found = alternatives_of(vendor.id)
    heading, none = escape(_("What could take its place")), _("Nobody has looked into it yet.")
    note = _("A judgement for a company of 10 to 250 people, no recommendation.")
    told = escape(note if found else none)
    lines = "".join(_way_out(one) for one in found)
    return f'<h3>{heading}</h3><p class="faint">{told}</p><table>{lines}</table>'


def _way_out(one: Alternative) -> str:
    other = in_force.all_vendors()[one.alternative]
    said = semicolons([words.effort(one.effort), words.alternative_kind(one.kind)])
    link = f'<a href="{_SCHEME}{escape(other.id)}">{escape(other.name)}</a>'
    notes = (
        f'<br><span class="faint">{escape(i18n.of_catalogue(one.notes))}</span>'
        if one.notes
        else ""
    )
    return f"<tr><td>{link}</td><td>{escape(said)}{notes}</td></tr>"
