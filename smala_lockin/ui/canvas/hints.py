"""What a card says when the pointer rests on it."""

from html import escape

from smala_lockin.app.shades import Shade
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, ngettext
from smala_lockin.ui.canvas.ring import Ring
from smala_lockin.words import enums, facts

_SHOWN = (
    "owner",
    "criticality",
    "max_outage_hours",
    "recovery_hours",
    "replacement_days",
    "country",
    "hosting_countries",
    "personal_data",
    "annual_cost",
    "contract_end",
)


def hint(
    landscape: Landscape, asset: AssetId, ring: Ring | None, shade: Shade | None = None
) -> str:
    """Return the name in full, the kind, the risk and the known facts, as rich text.

    What the colour of the card shows is said too, where that is not its kind.
    """
    one = landscape.assets[asset]
    lines = [f"<b>{escape(one.name[:400])}</b>", escape(enums.kind(one.kind))]
    if ring is not None:
        words = _("Risk: %(level)s") % {"level": enums.level(ring.level)}
        lines.append(f"<b>{escape(words)}</b>")
    if shade is not None:
        words = _("Its colour: %(words)s") % {"words": shade.words}
        lines.append(f"<b>{escape(words)}</b>")
    for fact in _SHOWN:
        if value := getattr(one, fact):
            known = {"fact": facts.label(fact), "value": facts.told(fact, value)}
            lines.append(escape(_("%(fact)s: %(value)s") % known))
    needs, needed_by = len(landscape.needs[asset]), len(landscape.needed_by[asset])
    lines.append(escape(f"{_needs(needs)} · {_needed_by(needed_by)}"))
    if one.description:
        lines.append(f"<i>{escape(one.description[:300])}</i>")
    return "<br>".join(lines)


def _needs(count: int) -> str:
    if not count:
        return _("needs nothing")
    return ngettext("needs %(n)d other", "needs %(n)d others", count) % {"n": count}


def _needed_by(count: int) -> str:
    if not count:
        return _("needed by nothing")
    return ngettext("needed by %(n)d other", "needed by %(n)d others", count) % {"n": count}
