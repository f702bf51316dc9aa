"""The findings as rows of a list: headlines first, then all risks, questions and notes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smala_lockin.analysis.findings import Finding, Sort
from smala_lockin.analysis.risk_table import Level
from smala_lockin.app import trails
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.i18n import _, ngettext
from smala_lockin.words import enums

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report

SHOWN_HEADLINES = 10


class RowSort(Enum):
    """A heading cannot be selected; a headline is set larger than a finding."""

    HEADING = "heading"
    HEADLINE = "headline"
    FINDING = "finding"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: a heading has no `key`. Words and ways are found when they are first wanted.

    `findings` are what the row is about, the leading one first.
    """

    report: "Report"
    sort: RowSort
    say: Callable[[], str]
    caption: str = ""
    key: str = ""
    level: Level | None = None
    findings: tuple[Finding, ...] = ()

    @cached_property
    def text(self) -> str:
        """The sentence."""
        return self.say()

    @property
    def spoken(self) -> str:
        """The row in words, the level included."""
        level = "" if self.level is None else enums.level(self.level)
        return ". ".join(part for part in (level, self.caption, self.text) if part)

    @cached_property
    def about(self) -> frozenset[AssetId]:
        """The assets to mark: those of the leading finding, and their common causes."""
        landscape = self.report.landscape
        lead = self.findings[0]
        return frozenset(lead.assets) & landscape.assets.keys() | trails.causes(landscape, lead)

    @cached_property
    def path(self) -> frozenset[AssetId]:
        """All assets to light up."""
        landscape = self.report.landscape
        return frozenset().union(*(trails.of_finding(landscape, one) for one in self.findings))


def rows_of(report: "Report") -> tuple[Row, ...]:
    """Return the rows of a report, in the language in force."""
    risks, questions, notes = (report.of_sort(sort) for sort in Sort)
    return (
        *_headlines(report),
        *_section(_("All risks"), report, risks),
        *_section(_("To find out"), report, questions),
        *_section(_("Good to know"), report, notes),
    )


def rows_about(report: "Report", asset: AssetId) -> tuple[Row, ...]:
    """Return the findings about one asset, risks first, each sort by its weight."""
    return tuple(
        _row(report, one) for sort in Sort for one in report.of_sort(sort) if asset in one.assets
    )


def rows_about_group(report: "Report", group: GroupId) -> tuple[Row, ...]:
    """Return the findings about one redundancy group: on what it breaks."""
    return tuple(_row(report, one) for one in report.findings if group in one.evidence.groups)


def _headlines(report: "Report") -> Iterator[Row]:
    from smala_lockin.words import headlines

    stories = report.headlines[:SHOWN_HEADLINES]
    if stories:
        yield _heading(report, _("What matters most"))
    for story in stories:
        count = len(story.findings)
        words = {"family": headlines.family(story.family), "count": count}
        yield Row(
            report=report,
            sort=RowSort.HEADLINE,
            say=partial(headlines.sentence, report, story),
            caption=ngettext("%(family)s · %(count)d risk", "%(family)s · %(count)d risks", count)
            % words,
            key=story.bundle,
            level=story.level,
            findings=story.findings,
        )


def _section(words: str, report: "Report", findings: tuple[Finding, ...]) -> Iterator[Row]:
    if findings:
        count = {"section": words, "count": len(findings)}
        yield _heading(report, _("%(section)s (%(count)d)") % count)
    for one in findings:
        yield _row(report, one)


def _row(report: "Report", one: Finding) -> Row:
    from smala_lockin.words import findings as sentences

    return Row(
        report=report,
        sort=RowSort.FINDING,
        say=partial(sentences.title, report, one),
        caption=sentences.rule(one.rule),
        key=one.key,
        level=one.level,
        findings=(one,),
    )


def _heading(report: "Report", words: str) -> Row:
    return Row(report=report, sort=RowSort.HEADING, say=lambda: words)


_ROOT = QModelIndex()


class FindingRows(QAbstractListModel):
    """The rows as Qt's lists want them; `Row` itself under the user role."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def index_of(self, key: str) -> QModelIndex:
        """Return the first row of a key, or no index."""
        numbers = (number for number, row in enumerate(self._rows) if row.key == key)
        number = next(numbers, None)
        return QModelIndex() if number is None else self.index(number)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].sort is RowSort.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
