"""The method: what each number means, with the tables in force and where they come from.

One source for the window's page and the workbook's sheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from smala_lockin.analysis.figures.sovereignty_levels import Objective
from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.domain.settings import LockInFactor, Settings
from smala_lockin.i18n import _, current, percent
from smala_lockin.knowledge.frameworks import objectives
from smala_lockin.knowledge.sovereignty_rows import WeightSet
from smala_lockin.words import method_texts, setting_labels
from smala_lockin.words.parts import part
from smala_lockin.words.rule_texts import rule_text
from smala_lockin.words.settings import (
    Grid,
    Topic,
    changes,
    factor,
    grids,
    row_words,
    sovereignty_weights,
)

_NUMBER_LENGTH = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Headings, and rows as texts; `changed` are the numbers of rows unlike the defaults."""

    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    changed: frozenset[int] = frozenset()

    def is_text(self, column: int) -> bool:
        """Whether a column holds texts, to be read from the left, rather than numbers."""
        return column == 0 or any(len(row[column]) > _NUMBER_LENGTH for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A chapter of the method."""

    title: str
    paragraphs: tuple[str, ...]
    tables: tuple[Table, ...] = ()


def method(settings: Settings) -> tuple[Part, ...]:
    """Return the chapters of the method as it is in force for a map, in the language in force."""
    return (
        Part(title=_("What these numbers are"), paragraphs=method_texts.unknown()),
        _changed(settings),
        Part(title=_("What stops, and when"), paragraphs=method_texts.failure()),
        Part(
            title=_("Likelihood, impact and level"),
            paragraphs=method_texts.levels(settings),
            tables=_tables(settings, Topic.LEVELS, Topic.LIKELIHOOD),
        ),
        Part(
            title=_("Whose law reaches you, and sovereignty"),
            paragraphs=method_texts.sovereignty(),
            tables=(_objectives(settings), _levels()),
        ),
        Part(
            title=_("Lock-in and leaving"),
            paragraphs=method_texts.lock_in(),
            tables=(*_tables(settings, Topic.LOCK_IN), _factors()),
        ),
        Part(
            title=_("Concentration, and suppliers around you"),
            paragraphs=method_texts.concentration(),
            tables=_tables(settings, Topic.SHARES),
        ),
        Part(
            title=_("Headlines, questions and dates"),
            paragraphs=method_texts.headlines(),
            tables=_tables(settings, Topic.DATES),
        ),
        Part(
            title=_("Values assumed where nothing was entered"),
            paragraphs=method_texts.assumed(),
            tables=_tables(settings, Topic.ASSUMED),
        ),
        _rules(settings),
        Part(title=_("What is borrowed, and from where"), paragraphs=method_texts.sources()),
    )


def _changed(settings: Settings) -> Part:
    found = changes(settings)
    words = [
        _("%(count)d values differ from those the program comes with:") % {"count": len(found)}
        if len(found) > 1
        else _("One value differs from those the program comes with:"),
        *(_("• %(item)s") % {"item": one} for one in found),
    ]
    unchanged = (_("All tables and thresholds are those the program comes with."),)
    return Part(
        title=_("What was changed for this map"),
        paragraphs=tuple(words) if found else unchanged,
    )


def _tables(settings: Settings, *topics: Topic) -> tuple[Table, ...]:
    return tuple(_table(one) for topic in topics for one in grids(settings, topic))


def _table(grid: Grid) -> Table:
    """Return a grid as texts; rows of several steps in one column where it has only one."""
    several = len(grid.columns) > 2
    rows = []
    for line in grid.lines:
        if several:
            rows.append((line.label, *(row_words(line.table, (value,)) for value in line.now)))
        else:
            rows.append((line.label, row_words(line.table, line.now)))
    return Table(
        title=grid.title,
        about=grid.about,
        columns=grid.columns,
        rows=tuple(rows),
        changed=frozenset(place for place, line in enumerate(grid.lines) if line.is_changed),
    )


def _objectives(settings: Settings) -> Table:
    chosen = WeightSet(settings.sovereignty.value)
    return Table(
        title=_("Objectives and their weights"),
        about=_("In use: %(set)s.") % {"set": sovereignty_weights(settings.sovereignty)},
        columns=(_("Objective"), _("What it is about"), _("Weight")),
        rows=tuple(
            (one.id, one.name(current()), percent(one.weights[chosen] / 100))
            for one in objectives().values()
        ),
    )


def _levels() -> Table:
    """Return what each level of sovereignty follows from, where nobody answered otherwise."""
    return Table(
        title=_("How the levels are read from the map"),
        about=_(
            "Your own answers come first. What is not known stays a range, and 0 to 4 where "
            "nothing is known."
        ),
        columns=(_("Objective"), _("What holds it down"), _("What lifts it")),
        rows=tuple((part(one), *method_texts.level_of(one)) for one in Objective),
    )


def _factors() -> Table:
    """Return from what to what each factor of lock-in runs, and what is assumed of it."""
    columns = (_("Factor"), _("Free to leave"), _("Captive"), _("Assumed if unknown"))
    return Table(
        title=_("How each factor is read"),
        about=_("Each factor runs from 0, free to leave, to 1, captive."),
        columns=columns,
        rows=tuple((factor(one), *method_texts.reading(one)) for one in LockInFactor),
    )


def _rules(settings: Settings) -> Part:
    rows = list(_rule_rows(settings))
    return Part(
        title=_("Rules"),
        paragraphs=(
            _(
                "A rule raises risks, which go into the register; questions, where it would "
                "apply only because something is unknown; and notes."
            ),
        ),
        tables=(
            Table(
                title=_("Rules in force"),
                about="",
                columns=(_("Rule"), _("Applies when"), _("Likelihood"), _("Impact"), _("In force")),
                rows=tuple(rows),
                changed=frozenset(
                    place
                    for place, name in enumerate(setting_labels.rules())
                    if name in settings.rules_off
                ),
            ),
        ),
    )


def _rule_rows(settings: Settings) -> Iterator[tuple[str, ...]]:
    for name in setting_labels.rules():
        text = rule_text(Rule(name), settings)
        in_force = _("no") if name in settings.rules_off else _("yes")
        yield (
            setting_labels.rule(name),
            text.fires,
            text.likelihood or "–",
            text.impact or "–",
            in_force,
        )
