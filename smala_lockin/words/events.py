"""Events as people name them."""

from smala_lockin.analysis.failure.events import Event, EventKind, Mode
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, pgettext
from smala_lockin.words import countries, elision, nouns


def event(landscape: Landscape, one: Event) -> str:
    """Return what fails in an event, to stand by itself: "Acme and all it controls"."""
    if one.kind is EventKind.COUNTRY:
        return _("Suppliers controlled from %(it)s") % {"it": countries.named(one.id)}
    if one.kind is EventKind.HOSTING:
        return _("What is hosted %(in_country)s") % {"in_country": countries.inside(one.id)}
    it = {"it": nouns.name(landscape, AssetId(one.id))}
    match one.kind:
        case EventKind.CONTROL:
            return _("%(it)s and all it controls") % it
        case EventKind.SERVICES:
            return _("The online services %(of_it)s") % {"of_it": elision.of(it["it"])}
        case _:
            return it["it"]


def in_mode(landscape: Landscape, one: Event, mode: Mode) -> str:
    """Return what fails and how: "Acme (gone for good)"."""
    values = {"event": event(landscape, one), "mode": _mode(mode)}
    return _("%(event)s (%(mode)s)") % values


def _mode(value: Mode) -> str:
    match value:
        case Mode.OUTAGE:
            return pgettext("mode", "an outage")
        case Mode.LOSS:
            return pgettext("mode", "gone for good")
        case Mode.CUT_OFF:
            return pgettext("mode", "may no longer serve you")


def event_class(kind: EventKind) -> str:
    """Return the class of events that a resilience figure is about."""
    match kind:
        case EventKind.CONTROL:
            return _("A group of companies is lost")
        case EventKind.COUNTRY:
            return _("A country outside the European Union cuts off its suppliers")
        case _:
            return _("One thing fails")
