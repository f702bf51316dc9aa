"""The settings of a map as people are shown them: tables with headings, rows and sentences.

The settings dialog and the method say the same, for both are made of this.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.setting_tables import Row, Table
from smala_lockin.domain.settings import (
    BOUNDS_HOURS,
    DEFAULT,
    SWITCH_HOURS,
    TABLES,
    LockInFactor,
    Settings,
    SovereigntyWeights,
)
from smala_lockin.domain.thresholds import THRESHOLDS
from smala_lockin.i18n import _, ngettext, number, pgettext
from smala_lockin.words import enums, nouns, setting_labels
from smala_lockin.words.quantities import duration


class Topic(Enum):
    """What settings are about; the pages of the dialog."""

    LEVELS = "levels"
    LIKELIHOOD = "likelihood"
    LOCK_IN = "lock_in"
    SHARES = "shares"
    DATES = "dates"
    ASSUMED = "assumed"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a table: its path in the settings, its words, its numbers now and by default.

    `usual` is None for a row that the defaults do not have.
    """

    path: tuple[str, str]
    label: str
    table: Table
    now: Row
    usual: Row | None

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the default."""
        return self.now != self.usual


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its title, what it says, the headings of its columns, the first over the labels."""

    name: str
    title: str
    about: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def topic(value: Topic) -> str:
    """Return the heading of a page of settings."""
    match value:
        case Topic.LEVELS:
            return pgettext("settings", "Levels")
        case Topic.LIKELIHOOD:
            return pgettext("settings", "Likelihood")
        case Topic.LOCK_IN:
            return pgettext("settings", "Lock-in")
        case Topic.SHARES:
            return pgettext("settings", "Concentration and sovereignty")
        case Topic.DATES:
            return pgettext("settings", "Dates and headlines")
        case Topic.ASSUMED:
            return pgettext("settings", "Assumed values")
        case Topic.RULES:
            return pgettext("settings", "Rules")


def grids(settings: Settings, value: Topic) -> tuple[Grid, ...]:
    """Return the tables of a page, with the numbers in force."""
    match value:
        case Topic.LEVELS:
            steps = ["revenue_shares", "gap_days", "false_redundancy_impact"]
            return _matrix(settings), _impact(settings), _thresholds(settings, steps)
        case Topic.LIKELIHOOD:
            steps = ["tested_within_days", "cut_off_criticality"]
            return _likelihood(settings), _cut_off(settings), _thresholds(settings, steps)
        case Topic.LOCK_IN:
            steps = ["lock_in", "lock_in_coverage", "important_criticality"]
            return _weights(settings), _thresholds(settings, steps)
        case Topic.SHARES:
            steps = ["supplier_share", "supplier_coverage", "supplier_blast", "country_share"]
            return (_thresholds(settings, [*steps, "hhi", "ecosystem"]),)
        case Topic.DATES:
            days = ("notice_days", "missed_notice_days", "end_of_support_days")
            stories = ("foundation_blast", "folded_blast", "hidden_share")
            return (
                _thresholds(settings, days, _("Dates")),
                _thresholds(settings, stories, _("Headlines")),
            )
        case Topic.ASSUMED:
            return _recovery(settings), _replacement(settings), _outages(settings)
        case Topic.RULES:
            return ()


def every_grid(settings: Settings) -> Iterable[Grid]:
    """Yield every table of every page."""
    for one in Topic:
        yield from grids(settings, one)


def shown(table: Table, value: float) -> str:
    """Return a number as people read it; shares as per cent, without the sign."""
    return number(value * 100 if is_share(table) else value, decimals=2)


def is_share(table: Table) -> bool:
    """Whether the numbers of a table are shares, which people read as per cent."""
    return table.high == 1


def row_words(table: Table, row: Row) -> str:
    """Return the numbers of a row in one line: "30% / 50%"."""
    sign = _("%(number)s%%") if is_share(table) else "%(number)s"
    return " / ".join(sign % {"number": shown(table, value)} for value in row)


def sovereignty_weights(value: SovereigntyWeights) -> str:
    """Return which published weights these are."""
    match value:
        case SovereigntyWeights.OCTOBER_2025:
            return _("Cloud Sovereignty Framework 1.2.1 (October 2025)")
        case SovereigntyWeights.JUNE_2026:
            return _("Assessment calculator, “examples” (June 2026)")


def factor(value: LockInFactor) -> str:
    """Return what a factor of lock-in is called."""
    match value:
        case LockInFactor.PORTABILITY:
            return pgettext("lock-in", "taking the data out")
        case LockInFactor.REPLACEMENT:
            return pgettext("lock-in", "time to replace it")
        case LockInFactor.SUBSTITUTES:
            return pgettext("lock-in", "number of substitutes")
        case LockInFactor.INTEGRATION:
            return pgettext("lock-in", "integration and customisation")
        case LockInFactor.CONTRACT:
            return pgettext("lock-in", "contract")
        case LockInFactor.OPENNESS:
            return pgettext("lock-in", "openness")
        case LockInFactor.SKILLS:
            return pgettext("lock-in", "skills")
        case LockInFactor.EXIT_PLAN:
            return pgettext("lock-in", "exit plan")


def changes(settings: Settings) -> list[str]:
    """Return in a line each what differs from the defaults: "skills: 10 (instead of 5)"."""
    found = [_change(grid, line) for grid in every_grid(settings) for line in grid.lines]
    gone = [key for key in DEFAULT.cut_off if key not in settings.cut_off]
    found += [
        _("%(country)s is not listed any more") % {"country": nouns.country(key)} for key in gone
    ]
    if settings.sovereignty is not DEFAULT.sovereignty:
        found.append(
            _("Weights of sovereignty: %(set)s")
            % {"set": sovereignty_weights(settings.sovereignty)}
        )
    found += [
        _("The rule “%(rule)s” is switched off") % {"rule": setting_labels.rule(one)}
        for one in sorted(settings.rules_off)
    ]
    return [one for one in found if one]


def _change(grid: Grid, line: Line) -> str:
    if not line.is_changed:
        return ""
    words = {
        "table": grid.title,
        "row": line.label,
        "now": row_words(line.table, line.now),
        "usual": row_words(line.table, line.usual) if line.usual is not None else "–",
    }
    return _("%(table)s – %(row)s: %(now)s (instead of %(usual)s)") % words


def _grid(
    settings: Settings,
    name: str,
    columns: Iterable[str],
    labels: Mapping[Any, str],
) -> Grid:
    """Return the grid of a table whose rows, in the order of `labels`, are called so."""
    rows, table = getattr(settings, name), TABLES[name]
    title, about = setting_labels.table(name)
    return Grid(
        name=name,
        title=title,
        about=about,
        columns=tuple(columns),
        lines=tuple(
            Line(
                path=(name, str(key)),
                label=label,
                table=table,
                now=rows[key],
                usual=table.rows.get(key),
            )
            for key, label in labels.items()
        ),
    )


def _matrix(settings: Settings) -> Grid:
    columns = [f"{value} – {enums.impact(value)}" for value in range(1, 6)]
    labels = {value: f"{value} – {enums.likelihood(value)}" for value in range(5, 0, -1)}
    return _grid(settings, "matrix", [_("Likelihood"), *columns], labels)


def _impact(settings: Settings) -> Grid:
    columns = [_("Criticality"), _("Impact of an outage"), _("Impact of a loss or a cut-off")]
    return _grid(settings, "impact", columns, {value: str(value) for value in range(5, 0, -1)})


def _likelihood(settings: Settings) -> Grid:
    columns = [_("Kind"), _("at all"), *map(longer_than, BOUNDS_HOURS[1:])]
    return _grid(settings, "likelihood", columns, _kinds(settings.likelihood))


def longer_than(hours: float) -> str:
    """Return "longer than 30 days": weeks or months would not be the bound."""
    if hours % 24 or hours <= 24:
        return _("longer than %(time)s") % {"time": duration(hours)}
    days = int(hours // 24)
    return ngettext("longer than %(n)d day", "longer than %(n)d days", days) % {"n": days}


def _cut_off(settings: Settings) -> Grid:
    labels = {code: nouns.country(code) for code in settings.cut_off}
    return _grid(settings, "cut_off", [_("Country"), _("Likelihood (1 to 5)")], labels)


def _weights(settings: Settings) -> Grid:
    labels = {one: factor(one) for one in LockInFactor}
    return _grid(settings, "weights", [_("Factor"), _("Weight")], labels)


def _recovery(settings: Settings) -> Grid:
    return _grid(settings, "recovery_hours", _ends(), _kinds(settings.recovery_hours))


def _replacement(settings: Settings) -> Grid:
    return _grid(settings, "replacement_days", _ends(), _kinds(settings.replacement_days))


def _ends() -> list[str]:
    return [_("Kind"), _("at best"), _("usually"), _("at worst")]


def _outages(settings: Settings) -> Grid:
    labels = {value: _("criticality %(value)d") % {"value": value} for value in range(5, 0, -1)}
    found = _grid(settings, "max_outage_hours", [_("Activity"), _("Hours")], labels)
    switch = Line(
        path=("switch_hours", ""),
        label=_("time to switch over to an alternative"),
        table=SWITCH_HOURS,
        now=(settings.switch_hours,),
        usual=(DEFAULT.switch_hours,),
    )
    return Grid(
        name=found.name,
        title=found.title,
        about=found.about,
        columns=found.columns,
        lines=(*found.lines, switch),
    )


def _kinds(rows: Mapping[AssetKind, Row]) -> dict[AssetKind, str]:
    return {kind: enums.kind(kind) for kind in rows}


def _thresholds(settings: Settings, names: Iterable[str], title: str = "") -> Grid:
    return Grid(
        name="thresholds",
        title=title or _("Thresholds"),
        about="",
        columns=(_("What"), pgettext("threshold", "From")),
        lines=tuple(
            Line(
                path=("thresholds", name),
                label=setting_labels.threshold(name),
                table=THRESHOLDS[name],
                now=settings.thresholds.row(name),
                usual=DEFAULT.thresholds.row(name),
            )
            for name in names
        ),
    )
