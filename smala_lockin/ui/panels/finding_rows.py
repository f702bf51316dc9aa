"""The findings as rows of a list: headlines first, then all risks, questions and notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smala_lockin.analysis.findings import Finding, Sort
from smala_lockin.analysis.risk_table import Level
from smala_lockin.app import trails
from smala_lockin.domain.assets import AssetId
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: a heading's `key` is empty; `about` and `path` are the assets it lights up."""

    sort: RowSort
    text: str
    caption: str = ""
    key: str = ""
    level: Level | None = None
    about: frozenset[AssetId] = frozenset()
    path: frozenset[AssetId] = frozenset()

    @property
    def spoken(self) -> str:
        """The row in words, the level included."""
        parts = [self.caption, self.text]
        if self.level is not None:
            parts.insert(0, enums.level(self.level))
        return ". ".join(part for part in parts if part)


def rows_of(report: "Report") -> tuple[Row, ...]:
    """Return the rows of a report, in the language in force."""
    risks, questions, notes = (report.of_sort(sort) for sort in Sort)
    return (
        *_headlines(report),
        *_section(_("All risks"), report, risks),
        *_section(_("To find out"), report, questions),
        *_section(_("Good to know"), report, notes),
    )


def _headlines(report: "Report") -> Iterator[Row]:
    from smala_lockin.words import headlines

    stories = report.headlines[:SHOWN_HEADLINES]
    if stories:
        yield Row(sort=RowSort.HEADING, text=_("What matters most"))
    for story in stories:
        count = len(story.findings)
        words = {"family": headlines.family(story.family), "count": count}
        yield Row(
            sort=RowSort.HEADLINE,
            text=headlines.sentence(report, story),
            caption=ngettext("%(family)s · %(count)d risk", "%(family)s · %(count)d risks", count)
            % words,
            key=story.bundle,
            level=story.level,
            about=_about(report, [story.lead]),
            path=_path(report, story.findings),
        )


def _section(words: str, report: "Report", findings: Iterable[Finding]) -> Iterator[Row]:
    from smala_lockin.words import findings as sentences

    rows = [
        Row(
            sort=RowSort.FINDING,
            text=sentences.title(report, one),
            caption=sentences.rule(one.rule),
            key=one.key,
            level=one.level,
            about=_about(report, [one]),
            path=_path(report, [one]),
        )
        for one in findings
    ]
    if rows:
        count = {"section": words, "count": len(rows)}
        yield Row(sort=RowSort.HEADING, text=_("%(section)s (%(count)d)") % count)
        yield from rows


def _about(report: "Report", findings: Iterable[Finding]) -> frozenset[AssetId]:
    landscape = report.landscape
    return frozenset().union(
        *({*one.assets, *trails.causes(landscape, one)} for one in findings)
    ) & frozenset(landscape.assets)


def _path(report: "Report", findings: Iterable[Finding]) -> frozenset[AssetId]:
    return frozenset().union(*(trails.of_finding(report.landscape, one) for one in findings))


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
