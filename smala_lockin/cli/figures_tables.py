"""The computed figures as tables for people."""

from collections.abc import Callable, Iterable, Sequence

from smala_lockin.analysis.figures.concentration import Bucket, Spread
from smala_lockin.analysis.figures.exits import ExitClock
from smala_lockin.analysis.figures.lock_in import LockIn
from smala_lockin.analysis.figures.reach import ReachPath
from smala_lockin.analysis.figures.sovereignty_levels import Objective, ProcessSovereignty, Span
from smala_lockin.analysis.report import Report
from smala_lockin.cli.output import print_heading, print_table
from smala_lockin.domain.assets import AssetId
from smala_lockin.i18n import _, day, listing, money, ngettext, number, percent, semicolons
from smala_lockin.knowledge.frameworks import weights
from smala_lockin.knowledge.laws import laws_of
from smala_lockin.knowledge.sovereignty_rows import WeightSet
from smala_lockin.words import catalogue, degrees, facts, holdings, nouns, reaches
from smala_lockin.words import exits as exit_words
from smala_lockin.words import settings as setting_words
from smala_lockin.words.parts import part
from smala_lockin.words.threats import between

SHOWN = 10
"""How many rows of each table are shown to people; --json has all."""


def print_figures(report: Report) -> None:
    """Print every figure of which there is something to say."""
    _print_lock_in(report)
    _print_exits(report)
    _print_concentration(report)
    _print_reach(report)
    _print_sovereignty(report)
    _print_threats(report)
    _print_ai(report)


def _rest(count: int) -> None:
    if count > 0:
        print("  " + _("... and %(count)s more") % {"count": number(count)})


def _print_lock_in(report: Report) -> None:
    every = report.figures.lock_in.services
    indices = sorted((one for one in every if one.coverage), key=lambda one: -one.assumed)
    if not every:
        return
    print_heading(
        _("Hardest to leave: lock-in index, from 0 (free to leave tomorrow) to 100 (captive)")
    )
    print_table(
        [_("Service"), _("Index"), _("Between"), _("Known"), _("What weighs most")],
        [_index(report, one) for one in indices[:SHOWN]],
    )
    _rest(len(indices) - SHOWN)
    _print_marks(one.low < one.high for one in indices[:SHOWN])
    guessed = len(every) - len(indices)
    if guessed:
        words = ngettext(
            "Nothing is known yet of %(count)s service; its index would be a guess.",
            "Nothing is known yet of %(count)s services; their index would be a guess.",
            guessed,
        )
        print("  " + words % {"count": number(guessed)})


def _index(report: Report, one: LockIn) -> list[str]:
    factors = sorted(report.figures.lock_in.factors(one.asset), key=lambda each: -each.points)
    heavy = [setting_words.factor(each.factor) for each in factors[:2] if each.points >= 1]
    return [
        nouns.name(report.landscape, one.asset),
        _told(round(one.assumed), is_assumed=one.low < one.high),
        f"{round(one.low)}–{round(one.high)}",
        percent(one.coverage),
        ", ".join(heavy),
    ]


def _told(value: object, *, is_assumed: bool) -> str:
    """Return a value, marked where something is assumed."""
    return f"~{value}" if is_assumed else str(value)


def _print_marks(marked: Iterable[bool]) -> None:
    """Say what the mark means, where a table has any."""
    if any(marked):
        print("  " + _("~ rests on assumed values."))


def _print_exits(report: Report) -> None:
    clocks = [one for one in report.figures.exits if one.leaving is not None]
    dated = [one for one in clocks if one.contract_end is not None]
    dated.sort(key=lambda one: (one.notice_by is None, one.notice_by or one.leaving, one.asset))
    if not clocks:
        return
    print_heading(_("When contracts can be left"))
    print_table(
        [_("Service"), _("Last day of notice"), _("Contract ends"), _("Gone by"), _("How")],
        [_clock(report, one) for one in dated[:SHOWN]],
    )
    _rest(len(dated) - SHOWN)
    _print_marks(bool(one.assumed) for one in dated[:SHOWN])
    undated = len(clocks) - len(dated)
    if undated:
        words = ngettext(
            "The end of the contract is not known for %(count)s service.",
            "The end of the contract is not known for %(count)s services.",
            undated,
        )
        print("  " + words % {"count": number(undated)})


def _clock(report: Report, one: ExitClock) -> list[str]:
    term = {"notice_days", "renewal_months"} & set(one.assumed)
    return [
        nouns.name(report.landscape, one.asset),
        _told(day(one.notice_by), is_assumed=bool(term)) if one.notice_by else "–",
        _told(day(one.contract_end), is_assumed=bool(term)) if one.contract_end else "–",
        _told(day(one.leaving), is_assumed=bool(one.assumed)) if one.leaving else "–",
        exit_words.route(one.route) if one.route else "",
    ]


def _print_concentration(report: Report) -> None:
    found = report.figures.concentration
    if not found.base:
        return
    landscape = report.landscape
    print_heading(_("In whose hands your services and infrastructure lie"))
    print(
        "  "
        + _(
            "Costs are known for %(coverage)s of the %(base)s services and pieces of "
            "infrastructure."
        )
        % {"coverage": percent(found.coverage), "base": number(found.base)}
    )

    def named(key: str) -> str:
        return nouns.name(landscape, AssetId(key))

    views: list[tuple[str, Spread, Callable[[str], str]]] = [
        (_("Who decides"), found.by_root, named),
        (_("Country of who decides"), found.by_country, nouns.country),
        (_("Hosted in"), found.by_hosting, nouns.country),
        (_("Category"), found.by_category, catalogue.category),
    ]
    for title, spread, words in views:
        if holdings.is_known(spread):
            _print_spread(report, title, spread, words)
    dark = [title for title, spread, _words in views if holdings.is_dark(spread)]
    if dark:
        print("  " + _("Of none of them is it known: %(views)s.") % {"views": semicolons(dark)})


def _print_spread(report: Report, title: str, spread: Spread, named: Callable[[str], str]) -> None:
    buckets = holdings.telling(spread)
    print()
    print_table(
        [title, _("Yearly cost"), _("Share"), _("Services"), _("Stops without it")],
        [_bucket(report, one, named) for one in buckets[:SHOWN]],
    )
    _rest(len(buckets) - SHOWN)
    if any(one.spend for one in buckets):
        values = {"index": number(round(spread.hhi)), "degree": degrees.degree(spread.degree)}
        print(
            "  "
            + _("Concentration index: %(index)s of 10,000 (%(degree)s concentration).") % values
        )


def _bucket(report: Report, one: Bucket, named: Callable[[str], str]) -> list[str]:
    spent = holdings.spent(report.landscape, one)
    return [
        _("unknown") if one.key is None else named(one.key),
        "–" if spent is None else money(spent, report.landscape.company.currency),
        "–" if spent is None else percent(one.share),
        number(len(one.services)),
        "–" if one.key is None else percent(one.blast_radius),
    ]


def _print_reach(report: Report) -> None:
    far = reaches.from_outside(report)
    if not far:
        return
    print_heading(_("Whose law reaches your activities from outside the European Union"))
    print_table(
        [_("Activity"), _("Country"), _("By which path")],
        [_reached(report, one) for one in far[: 2 * SHOWN]],
    )
    _rest(len(far) - 2 * SHOWN)
    for country in sorted({one.country for one in far}):
        laws = [catalogue.law(one) for one in laws_of(country)]
        if laws:
            values = {"country": nouns.country(country), "laws": semicolons(laws)}
            print("  " + _("Laws on access to data, %(country)s: %(laws)s.") % values)


def _reached(report: Report, one: ReachPath) -> list[str]:
    name = nouns.name(report.landscape, one.asset)
    return [name, nouns.country(one.country), reaches.way(report, one)]


def _print_sovereignty(report: Report) -> None:
    levels = report.figures.sovereignty
    shown = [one for one in levels.processes if one.services]
    if not shown:
        return
    print_heading(_("Sovereignty: the lowest level among the services an activity vitally needs"))
    print("  " + listing([part(objective) for objective in Objective]))
    print("  " + _("Levels from 0 to 4, for your own use of them; “0–4” where nothing is known."))
    codes = [objective.value for objective in Objective]
    print_table(
        [_("Activity"), _("Services"), *codes, _("Weakest")],
        [_stand(report, one) for one in shown[:SHOWN]],
    )
    _rest(len(shown) - SHOWN)
    _print_shares(report)


def _stand(report: Report, one: ProcessSovereignty) -> list[str]:
    spans = [next(iter(spread.counts)) for spread in one.objectives]
    weakest = next(spread for spread in one.objectives if spread.objective is one.weakest)
    way = report.figures.sovereignty.path(one.process, weakest.weakest or one.process)
    return [
        nouns.name(report.landscape, one.process),
        str(one.services),
        *map(_span, spans),
        _("%(objective)s: %(way)s")
        % {"objective": weakest.objective.value, "way": reaches.steps(report, way[1:] or way)},
    ]


def _span(span: Span) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def _print_shares(report: Report) -> None:
    levels = report.figures.sovereignty
    chosen = report.landscape.settings.sovereignty
    weighed = weights(WeightSet(chosen.value))
    shares = {service: levels.share(service, weighed) for service in levels.levels}
    ordered = sorted(shares, key=lambda one: (shares[one][1], shares[one][0], one))
    print()
    print_table(
        [_("Your use of"), _("Share of full marks"), _("Weakest in")],
        [
            [
                nouns.name(report.landscape, one),
                f"{percent(shares[one][0])}–{percent(shares[one][1])}",
                _weakest(levels.weakest(one)),
            ]
            for one in ordered[:SHOWN]
        ],
    )
    _rest(len(ordered) - SHOWN)
    print("  " + _("Weights: %(set)s.") % {"set": setting_words.sovereignty_weights(chosen)})


def _weakest(objective: Objective | None) -> str:
    return objective.value if objective else "–"


def _print_threats(report: Report) -> None:
    found = report.figures.threats
    if not found:
        return
    print_heading(_("Threat of suppliers (EBIOS RM)"))
    print_table(
        [_("Supplier"), _("Exposure"), _("Reliability"), _("Threat level"), _("Zone")],
        [
            [
                nouns.name(report.landscape, one.supplier),
                between(one.exposure),
                between(one.reliability),
                between(one.level, decimals=2),
                " – ".join(dict.fromkeys(map(degrees.zone, one.zones))),
            ]
            for one in found[:SHOWN]
        ],
    )
    _rest(len(found) - SHOWN)


def _print_ai(report: Report) -> None:
    chains = report.figures.ai_chains
    if not chains.all:
        return
    landscape = report.landscape

    def named(assets: Sequence[AssetId]) -> str:
        return nouns.names(landscape, assets) if assets else _("unknown")

    print_heading(_("Which AI answers"))
    print_table(
        [
            _("AI service"),
            _("Model"),
            _("Provided by"),
            _("Who decides"),
            _("Countries"),
            _("Trains on our data"),
        ],
        [
            [
                nouns.name(landscape, one.service),
                ", ".join(one.families) or _("unknown"),
                named(one.makers),
                named(one.roots),
                ", ".join(map(nouns.country, one.countries)) or _("unknown"),
                facts.value(one.training) or _("unknown"),
            ]
            for one in chains.all[:SHOWN]
        ],
    )
    _rest(len(chains.all) - SHOWN)
    for root, services in chains.by_root.items():
        if len(services) > 1:
            values = {
                "services": listing([nouns.name(landscape, one) for one in services]),
                "root": nouns.name(landscape, root),
            }
            print("  " + _("Behind %(services)s stands the same company: %(root)s.") % values)
