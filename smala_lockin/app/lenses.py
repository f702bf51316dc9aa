"""Lenses: what the colour of the cards shows, without a widget.

Whatever a colour says, the card says in words too, and its tone can be told from the others in
grey; what is unknown is hatched.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.app.shades import STEPS, Colour, Lens, Shade, Tone
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import SERVICES, AssetKind
from smala_lockin.i18n import _, money, percent
from smala_lockin.words import countries as country_words
from smala_lockin.words import enums, nouns

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report


SPEND_STEPS = (0.01, 0.05, 0.15)
"""From which share of all spending a card has the next tone."""

LOCK_IN_STEPS = (20, 40, 60, 75)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the legend: a colour, what it means, and how many cards have it."""

    colour: Colour
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shading:
    """What a lens shows of a map: the shade of every card, and the legend."""

    lens: Lens
    shades: Mapping[AssetId, Shade]
    entries: tuple[Entry, ...]


def countries(report: "Report") -> tuple[str, ...]:
    """Return the countries whose law reaches something, those outside the EEA first, by reach."""
    from smala_lockin.knowledge.jurisdictions import in_eea

    found = Counter(code for reach in report.legal_reach for code in reach.countries)
    return tuple(sorted(found, key=lambda code: (in_eea(code), -found[code], code)))


def shading(report: "Report", lens: Lens, country: str = "") -> Shading:
    """Return what a lens shows of a map; `country` is whose law, as a code."""
    shades = _SHADERS[lens](report, country)
    legend = _entries(_legend(lens, country), shades.values())
    return Shading(lens=lens, shades=shades, entries=legend)


def _entries(legend: Mapping[Colour, str], shades: Iterable[Shade]) -> tuple[Entry, ...]:
    counts = Counter(shade.colour for shade in shades)
    return tuple(
        Entry(colour=colour, words=text, count=counts[colour])
        for colour, text in legend.items()
        if counts[colour]
    )


def _legend(lens: Lens, country: str) -> Mapping[Colour, str]:
    match lens:
        case Lens.KIND:
            return {kind: enums.kind(kind) for kind in AssetKind}
        case Lens.LEVEL:
            return _of_levels()
        case Lens.REACH:
            return _of_reach(country)
        case Lens.LOCK_IN:
            return _of_lock_in()
        case Lens.SPEND:
            return _of_spend()
        case Lens.COMPLETENESS:
            return _of_completeness()


def _kinds(report: "Report", _country: str) -> dict[AssetId, Shade]:
    shades = {kind: Shade(colour=kind, words=enums.kind(kind)) for kind in AssetKind}
    return {key: shades[one.kind] for key, one in report.landscape.assets.items()}


def _of_levels() -> dict[Colour, str]:
    return {
        **{level: enums.level(level) for level in Level},
        Tone.UNKNOWN: _("a question is open"),
        Tone.OUTSIDE: _("no risk found"),
    }


def _levels(report: "Report", _country: str) -> dict[AssetId, Shade]:
    """Shade by the highest level of the risks about an asset; a question is not "no risk".

    A process has the level of the worst risk that makes it too late.
    """
    from smala_lockin.analysis.rating.findings import Sort

    concerned: dict[Level, set[AssetId]] = {level: set() for level in Level}
    asked: set[AssetId] = set()
    for finding in report.findings:
        if finding.sort is Sort.RISK and finding.level is not None:
            concerned[finding.level].update(finding.assets, finding.evidence.late)
        elif finding.sort is Sort.QUESTION:
            asked.update(finding.assets)
    found: dict[AssetId, Level] = {}
    for level, assets in concerned.items():  # the higher ones overwrite the lower
        found.update(dict.fromkeys(assets, level))

    def colour(asset: AssetId) -> Colour:
        if asset in found:
            return found[asset]
        return Tone.UNKNOWN if asset in asked else Tone.OUTSIDE

    return _shaded(report, colour, _of_levels())


def _of_reach(country: str) -> dict[Colour, str]:
    return {
        Tone.MOST: _("reached by the law %(of_country)s")
        % {"of_country": country_words.of(country)},
        Tone.SOME: _("only through an investor"),
        Tone.UNKNOWN: _("not known"),
        Tone.LEAST: _("not reached"),
        Tone.OUTSIDE: _("holds no data"),
    }


def _reach(report: "Report", country: str) -> dict[AssetId, Shade]:
    """Shade what holds data by whose law reaches it, suppliers and places by where they are."""
    reaches, assets = report.figures.reaches, report.landscape.assets

    def tone(key: AssetId) -> Tone:
        reach = reaches.reach(key)
        if country in reach.investors_only:
            return Tone.SOME
        if country in reach.countries:
            return Tone.MOST
        if reach.unknown:
            return Tone.UNKNOWN
        if reach.countries:
            return Tone.LEAST
        return Tone.UNKNOWN if assets[key].kind in _SOMEWHERE else Tone.OUTSIDE

    short: dict[Colour, str] = {**_of_reach(country), Tone.MOST: nouns.country(country)}
    return _shaded(report, tone, short)


_SOMEWHERE = SERVICES | {AssetKind.DATA, AssetKind.SUPPLIER, AssetKind.LOCATION}
"""What is in some country, whether or not somebody said in which."""


def _of_lock_in() -> dict[Colour, str]:
    bounds = (0, *LOCK_IN_STEPS, 100)
    spans = (
        _("%(low)d to %(high)d") % {"low": low, "high": high} for low, high in pairwise(bounds)
    )
    return {
        **dict(zip(STEPS, spans, strict=True)),
        Tone.UNKNOWN: _("too little known"),
        Tone.OUTSIDE: _("not a service"),
    }


def _lock_in(report: "Report", _country: str) -> dict[AssetId, Shade]:
    """Shade by the assumed index; hatched where less is known than a risk would need."""
    texts, indices = _of_lock_in(), report.figures.lock_in
    least = report.landscape.settings.thresholds.lock_in_coverage
    outside = Shade(colour=Tone.OUTSIDE, words=texts[Tone.OUTSIDE])
    shades = dict.fromkeys(report.landscape.assets, outside)
    for one in (*indices.services, *indices.suppliers):
        is_vague = one.coverage < least and one.low < LOCK_IN_STEPS[-2]
        tone = Tone.UNKNOWN if is_vague else _step(one.assumed, LOCK_IN_STEPS)
        said = {"index": round(one.assumed)}
        text = _("lock-in ~%(index)d") if one.low < one.high else _("lock-in %(index)d")
        shades[one.asset] = Shade(colour=tone, words=text % said)
    return shades


def _of_spend() -> dict[Colour, str]:
    steps = tuple(percent(one) for one in SPEND_STEPS)
    return {
        Tone.LEAST: _("less than %(high)s") % {"high": steps[0]},
        Tone.LITTLE: _("%(low)s to %(high)s") % {"low": steps[0], "high": steps[1]},
        Tone.SOME: _("%(low)s to %(high)s") % {"low": steps[1], "high": steps[2]},
        Tone.MOST: _("more than %(low)s of all spending") % {"low": steps[2]},
        Tone.UNKNOWN: _("cost not known"),
        Tone.OUTSIDE: _("not counted"),
    }


def _spend(report: "Report", _country: str) -> dict[AssetId, Shade]:
    """Shade services, infrastructure and their suppliers by their share of all spending."""
    from smala_lockin.analysis.figures.spending import Spending

    books, texts = Spending.of(report.figures.every.structure), _of_spend()
    ids, currency = books.structure.ids, report.landscape.company.currency
    costs = {ids[item]: books.cost(item) for item in books.base}
    for supplier, paid in books.paid.items():
        is_known = books.cost(supplier) is not None or any(
            books.cost(item) is not None for item in books.provided[supplier]
        )
        costs[ids[supplier]] = paid if is_known else None
    outside, unknown = (Shade(colour=one, words=texts[one]) for one in (Tone.OUTSIDE, Tone.UNKNOWN))
    shades = {}
    for key in report.landscape.assets:
        cost = costs.get(key)
        if cost is None:
            shades[key] = unknown if key in costs else outside
        else:
            tone = _SPEND_TONES[_step(cost / books.whole if books.whole else 0.0, SPEND_STEPS)]
            shades[key] = Shade(colour=tone, words=money(cost, currency))
    return shades


_SPEND_TONES = dict(zip(STEPS, (Tone.LEAST, Tone.LITTLE, Tone.SOME, Tone.MOST), strict=False))


def _of_completeness() -> dict[Colour, str]:
    return {
        Tone.LEAST: _("all is known"),
        Tone.LITTLE: _("most is known"),
        Tone.SOME: _("about half is known"),
        Tone.MUCH: _("little is known"),
        Tone.MOST: _("nothing is known"),
    }


def _completeness(report: "Report", _country: str) -> dict[AssetId, Shade]:
    """Shade the darker the more is unknown of what the analysis reads."""
    from smala_lockin.analysis.figures.completeness import known

    shades = {}
    for key, asset in report.landscape.assets.items():
        count, whole = known(asset)
        unknown = 1 - count / whole
        tone = Tone.MOST if not count else _step(unknown, (1e-9, 0.34, 0.67))
        words = _("%(known)d of %(count)d known") % {"known": count, "count": whole}
        shades[key] = Shade(colour=tone, words=words)
    return shades


def _step(value: float, bounds: tuple[float, ...]) -> Tone:
    """Return the tone of a value: the first below the first bound, the next from there on."""
    return STEPS[sum(value >= bound for bound in bounds)]


def _shaded(
    report: "Report", colour: Callable[[AssetId], Colour], texts: Mapping[Colour, str]
) -> dict[AssetId, Shade]:
    shades = {one: Shade(colour=one, words=text) for one, text in texts.items()}
    return {key: shades[colour(key)] for key in report.landscape.assets}


_SHADERS: Mapping[Lens, Callable[["Report", str], dict[AssetId, Shade]]] = {
    Lens.KIND: _kinds,
    Lens.LEVEL: _levels,
    Lens.REACH: _reach,
    Lens.LOCK_IN: _lock_in,
    Lens.SPEND: _spend,
    Lens.COMPLETENESS: _completeness,
}
