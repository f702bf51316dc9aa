"""`smala-lockin analyze`: metrics and findings of a map."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin.cli import add_command
from smala_lockin.cli.output import print_heading, print_json, print_table
from smala_lockin.i18n import _, number, percent

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.analysis.stories.headlines import Headline
    from smala_lockin.analysis.stories.inherent import Inherent
    from smala_lockin.cli import Commands

SHOWN_POINTS = 20
"""How many single points of failure are listed for people; --json has all."""


def add_to(commands: "Commands") -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser = add_command(commands, "analyze", _("show what a map tells: figures and findings"))
    parser.add_argument("map", type=Path, metavar=_("MAP"), help=_("a map, NAME.smala"))
    add_date(parser)
    parser.add_argument("--json", action="store_true", help=_("print JSON for other programs"))
    parser.set_defaults(run=_run)
    return parser


def add_date(parser: argparse.ArgumentParser) -> None:
    """Add the option that sets which day counts as today."""
    parser.add_argument(
        "--date",
        type=_day_of,
        metavar=_("YYYY-MM-DD"),
        help=_("the day to take as today, if it is not today"),
    )


def _day_of(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = _("“%(text)s” is not a date; write it as 2027-03-31") % {"text": text}
        raise argparse.ArgumentTypeError(said) from None


def day(chosen: argparse.Namespace) -> date:
    """Return the day that counts as today."""
    given: date | None = chosen.date
    return given or date.today()  # noqa: DTZ011 - the user's own day


def _run(chosen: argparse.Namespace) -> int:
    from smala_lockin.analysis.report import build_report
    from smala_lockin.cli import report_json
    from smala_lockin.formats import project

    report = build_report(project.load(chosen.map), today=day(chosen))
    if chosen.json:
        print_json(report_json.analysis(report))
    else:
        _print(report)
    return 0


def _print(report: "Report") -> None:
    from smala_lockin.analysis.rating.findings import Sort
    from smala_lockin.analysis.stories.headlines import SHOWN
    from smala_lockin.cli.figures_tables import print_figures
    from smala_lockin.words import enums, findings, headlines, precautions

    print(
        _("Assets: %(assets)d; dependencies: %(dependencies)d; activities: %(processes)d.")
        % {
            "assets": len(report.landscape.assets),
            "dependencies": len(report.landscape.dependencies),
            "processes": 0 if report.stand_ins else len(report.processes),
        }
    )
    print_heading(_("What matters most"))
    if not report.headlines:
        print(f"  {headlines.none()}")
    for place, headline in enumerate(report.headlines[:SHOWN], start=1):
        told = headlines.sentence(report, headline)
        print(f" {place:>2}. [{enums.level(headline.level)}] {told}")
        if bare := precautions.without(_inherent(report, headline), headline.level):
            print("     " + bare)
        if step := headlines.first_step(report, headline):
            print("     " + _("First step: %(step)s") % {"step": step})
    if report.next_questions:
        print_heading(_("Ask first"))
    for question in report.next_questions:
        print(f"  ? {findings.message(report, question.finding)}")
    _print_points(report)
    _print_resilience(report)
    print_figures(report)
    for sort, heading in ((Sort.QUESTION, _("To find out")), (Sort.NOTE, _("Good to know"))):
        found = report.of_sort(sort)
        if found:
            print_heading(heading)
        for one in found:
            print(f"  - {findings.message(report, one)}")


def _inherent(report: "Report", headline: "Headline") -> "Inherent":
    """Return what the worst risk of a story would be without precautions."""
    return max(report.inherent[one.key] for one in headline.findings)


def _print_points(report: "Report") -> None:
    from smala_lockin.words import enums, nouns
    from smala_lockin.words.quantities import duration

    landscape = report.landscape
    shown = report.single_points[:SHOWN_POINTS]
    if not shown:
        return
    print_heading(_("Single points of failure"))
    print_table(
        [_("Asset"), _("Kind"), _("Stops"), _("Share"), _("Can be missing for")],
        [
            [
                nouns.name(landscape, point.asset),
                enums.kind(landscape.assets[point.asset].kind),
                nouns.of_activities(report, len(point.stops)),
                percent(point.blast_radius),
                duration(point.margin_hours),
            ]
            for point in shown
        ],
    )
    left = len(report.single_points) - len(shown)
    if left:
        print("  " + _("... and %(count)s more") % {"count": number(left)})


def _print_resilience(report: "Report") -> None:
    from smala_lockin.domain.kinds import AssetKind
    from smala_lockin.words import events, nouns

    found, mean = report.resilience, None
    kinds = [one.kind for one in report.landscape.assets.values()]
    if kinds.count(AssetKind.SUPPLIER) > 1 and report.processes:
        mean = found.suppliers_mean
    rows = [
        [
            events.event_class(one.kind),
            percent(one.figure),
            events.event(report.landscape, one.event),
        ]
        for one in found.classes
        if one.event is not None
    ]
    if rows or mean is not None:
        print_heading(_("What keeps running in the worst case that matters"))
    if rows:
        print_table([_("If"), _("Keeps running"), _("Worst case")], rows)
    if mean is not None:
        values = {"share": percent(mean), "activities": nouns.activities(report)}
        words = _(
            "When one supplier is lost, %(share)s of your %(activities)s keep running on average."
        )
        print("  " + words % values)
