"""What the figures say about one asset, in sentences: lock-in, law, sovereignty, leaving, hands.

Each is a chapter; what does not apply to the asset is left out.
"""

from collections.abc import Iterator

from smala_lockin.analysis.figures.concentration import Bucket
from smala_lockin.analysis.figures.exits import ExitClock
from smala_lockin.analysis.figures.reach import ReachPath
from smala_lockin.analysis.figures.sovereignty_levels import HIGHEST, ProcessSovereignty, Reading
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.i18n import _, current, day, listing, ngettext, percent, semicolons
from smala_lockin.knowledge.frameworks import weights
from smala_lockin.knowledge.jurisdictions import country_name, in_eea
from smala_lockin.knowledge.sovereignty_rows import WeightSet
from smala_lockin.words import ai_chains, countries, exits, holdings, nouns, threats
from smala_lockin.words import lock_in as lock_in_words
from smala_lockin.words.parts import part
from smala_lockin.words.settings import sovereignty_weights
from smala_lockin.words.why_parts import Chapter, Line

NAMED_COUNTRIES = 4
"""Of how many countries the way is told one by one."""


def about(report: Report, asset: AssetId) -> tuple[Chapter, ...]:
    """Return what the figures of a report say about an asset."""
    chapters = (
        Chapter(title=_("Lock-in"), lines=tuple(_lock_in(report, asset))),
        Chapter(title=_("Leaving"), lines=tuple(_leaving(report, asset))),
        Chapter(title=_("Whose law reaches it"), lines=tuple(_reach(report, asset))),
        Chapter(title=_("Sovereignty"), lines=tuple(_sovereignty(report, asset))),
        Chapter(title=_("Which AI answers"), lines=tuple(_ai(report, asset))),
        Chapter(title=_("Threat"), lines=tuple(_threat(report, asset))),
        Chapter(title=_("In whose hands"), lines=tuple(_hands(report, asset))),
    )
    return tuple(one for one in chapters if one.lines)


def _lock_in(report: Report, asset: AssetId) -> Iterator[Line]:
    indices = report.figures.lock_in
    if (index := indices.of_service.get(asset)) is not None:
        yield Line(lock_in_words.index(index))
        yield from map(Line, lock_in_words.spoken(indices.factors(asset)))
    elif (index := indices.of_supplier.get(asset)) is not None:
        name = {"service": nouns.name(report.landscape, index.service)}
        words = _("Hardest to leave of what it provides: %(service)s.") % name
        yield Line(lock_in_words.index(index))
        yield Line(words, (index.service,))


def _leaving(report: Report, asset: AssetId) -> Iterator[Line]:
    clock = next((one for one in report.figures.exits if one.asset == asset), None)
    if clock is None:
        return
    for words in (*_notice(clock), *_gone(clock)):
        yield Line(words)
    if assumption := exits.assumed(clock):
        yield Line(assumption)


def _notice(clock: ExitClock) -> Iterator[str]:
    if clock.notice_by is None or clock.contract_end is None:
        return
    days = {"notice": day(clock.notice_by), "end": day(clock.contract_end)}
    yield _("Last day to give notice: %(notice)s, for the contract to end on %(end)s.") % days


def _gone(clock: ExitClock) -> Iterator[str]:
    if clock.by_contract is not None:
        yield _("By contract you can be gone on %(day)s.") % {"day": day(clock.by_contract)}
    if clock.by_data_act is None or clock.data_until is None:
        return
    days = {"day": day(clock.by_data_act), "until": day(clock.data_until)}
    yield _("Under the Data Act: on %(day)s, with your data to be fetched until %(until)s.") % days
    if clock.free_of_charge:
        yield _("That switch must be free of charge.")


def _reach(report: Report, asset: AssetId) -> Iterator[Line]:
    """Name the countries, those outside the EEA each with its way."""
    kind = report.landscape.assets[asset].kind
    if kind in (AssetKind.SUPPLIER, AssetKind.LOCATION):
        return
    reaches = report.figures.reaches
    paths = reaches.paths(asset)
    home = [one.country for one in paths if in_eea(one.country)]
    far = [one for one in paths if not in_eea(one.country)]
    for one in far[:NAMED_COUNTRIES]:
        yield _far(report, one)
    if len(far) > NAMED_COUNTRIES:
        others = [_country(one.country) for one in far[NAMED_COUNTRIES:]]
        yield Line(_("Also: %(countries)s.") % {"countries": listing(others)})
    if home:
        names = listing([_country(code) for code in home])
        yield Line(_("In the European Economic Area: %(countries)s.") % {"countries": names})
    unknown = reaches.reach(asset).unknown
    if unknown:
        names = nouns.names(report.landscape, unknown)
        words = _("There may be more: the place of %(assets)s is not known.") % {"assets": names}
        yield Line(words, unknown[: nouns.NAMED])


def _far(report: Report, one: ReachPath) -> Line:
    way = tuple(step.asset for step in one.steps)
    values = {
        "country": _country(one.country),
        "way": " → ".join(nouns.name(report.landscape, asset) for asset in way),
    }
    if len(way) < 2:
        return Line(_("%(country)s: it is located there.") % values)
    if one.by_investor:
        return Line(_("%(country)s, only through an investor: %(way)s.") % values, way)
    return Line(_("%(country)s: %(way)s.") % values, way)


def _country(code: str) -> str:
    return country_name(code, current())


def _sovereignty(report: Report, asset: AssetId) -> Iterator[Line]:
    levels = report.figures.sovereignty
    if asset in levels.levels:
        readings = levels.readings(asset)
        for one in readings:
            if one.high < HIGHEST or one.low == one.high:
                yield Line(_level(one))
        open_ones = [part(one.objective) for one in readings if one.low < one.high == HIGHEST]
        if open_ones:
            yield Line(_("Not known: %(objectives)s.") % {"objectives": listing(open_ones)})
        yield Line(_weighted(report, asset))
        return
    process = next((one for one in levels.processes if one.process == asset), None)
    if process is not None and process.services:
        yield from _of_process(report, process)


def _weighted(report: Report, asset: AssetId) -> str:
    """Return all objectives as one share of the highest levels, with whose weights these are."""
    chosen = report.landscape.settings.sovereignty
    low, high = report.figures.sovereignty.share(asset, weights(WeightSet(chosen.value)))
    values = {
        "low": percent(low),
        "high": percent(high),
        "weights": sovereignty_weights(chosen),
    }
    if round(low, 2) == round(high, 2):
        return _("Weighted over all objectives: %(high)s (weights: %(weights)s).") % values
    return _("Weighted over all objectives: %(low)s to %(high)s (weights: %(weights)s).") % values


def _level(one: Reading) -> str:
    values = {
        "objective": part(one.objective),
        "level": _span(one.low, one.high),
        "countries": listing([countries.named(code) for code in one.countries]),
    }
    if one.countries:
        return _("%(objective)s: level %(level)s of 4, held down by %(countries)s.") % values
    return _("%(objective)s: level %(level)s of 4.") % values


def _of_process(report: Report, one: ProcessSovereignty) -> Iterator[Line]:
    words = ngettext(
        "It vitally needs %(count)d service.", "It vitally needs %(count)d services.", one.services
    )
    yield Line(words % {"count": one.services})
    for spread in one.objectives:
        if spread.weakest is None or not spread.counts:
            continue
        (low, high), count = next(iter(spread.counts.items()))
        if (low, high) == (0, HIGHEST) or low == HIGHEST:
            continue
        values = {
            "objective": part(spread.objective),
            "service": nouns.name(report.landscape, spread.weakest),
            "level": _span(low, high),
            "count": count,
        }
        words = ngettext(
            "%(objective)s: weakest is %(service)s, level %(level)s of 4.",
            "%(objective)s: weakest is %(service)s, level %(level)s of 4, as %(count)d are.",
            count,
        )
        yield Line(words % values, (spread.weakest,))


def _span(low: int, high: int) -> str:
    return str(low) if low == high else _("%(low)d to %(high)d") % {"low": low, "high": high}


def _ai(report: Report, asset: AssetId) -> Iterator[Line]:
    chain = report.figures.ai_chains.of_service.get(asset)
    if chain is not None:
        yield from ai_chains.told(report, chain)


def _threat(report: Report, asset: AssetId) -> Iterator[Line]:
    for one in report.figures.threats:
        if one.supplier == asset:
            yield from map(Line, threats.told(one))


def _hands(report: Report, asset: AssetId) -> Iterator[Line]:
    """Say how much lies in the same hands as the asset: those of its control roots."""
    figures = report.figures
    structure, found = figures.every.structure, figures.concentration.by_root.of
    for root in _roots(report, asset):
        bucket = found.get(root)
        if bucket is not None and (words := _bucket(report, bucket, root)):
            yield Line(words, (root,))
    if asset in structure.index and figures.concentration.coverage < 1:
        coverage = percent(figures.concentration.coverage)
        if any(root in found for root in _roots(report, asset)):
            yield Line(
                _("Costs are known for %(coverage)s of the services.") % {"coverage": coverage}
            )


def _roots(report: Report, asset: AssetId) -> list[AssetId]:
    """Return who is on top of the suppliers of an asset, or of the supplier it is."""
    figures = report.figures
    structure = figures.every.structure
    suppliers = [asset]
    if report.landscape.assets[asset].kind is not AssetKind.SUPPLIER:
        suppliers = [
            one.target
            for one in report.landscape.needs[asset]
            if report.landscape.assets[one.target].kind is AssetKind.SUPPLIER
        ]
    roots = (root for one in suppliers for root in figures.roots[structure.index[one]])
    return list(dict.fromkeys(structure.ids[root] for root in roots))


def _bucket(report: Report, bucket: Bucket, root: AssetId) -> str:
    """Return what lies with a root: its services, its share of spending, what stops without it."""
    told = []
    if bucket.services:
        count = len(bucket.services)
        words = ngettext("%(count)d service", "%(count)d services", count)
        told.append(words % {"count": count})
    if holdings.spent(report.landscape, bucket) is not None:
        told.append(_("%(share)s of known spending") % {"share": percent(bucket.share)})
    if bucket.blast_radius:
        stops = {"stops": percent(bucket.blast_radius)}
        told.append(_("without it %(stops)s of your activities stop, by weight") % stops)
    values = {
        "root": nouns.supplier_with_country(report.landscape, root),
        "facts": semicolons(told),
    }
    return _("%(root)s: %(facts)s.") % values if told else ""
