"""The findings as rows of a list: headlines first, then all risks, questions and notes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from smala_lockin.analysis.rating.findings import Finding, Sort
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.app import trails
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.i18n import _, ngettext
from smala_lockin.knowledge.spelling import folded
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

    def is_like(self, other: "Row") -> bool:
        """Whether it looks like another row, perhaps of another report."""
        looks = attrgetter("sort", "key", "level", "caption", "text")
        return bool(looks(self) == looks(other))

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


class Rows:
    """The rows of a report, in the language in force, each made when it is first wanted.

    A large map has thousands, of which a screen shows a dozen.
    """

    def __init__(self, rows: Iterable[Row] = (), report: "Report | None" = None) -> None:
        """Begin with these rows; `add_section` adds those of a report."""
        self._report = report
        self._made: list[Row | Finding] = [*rows]
        self._numbers: dict[str, int] | None = None

    def add_section(self, words: str, findings: Sequence[Finding]) -> None:
        """Add a heading that tells how many there are, and a row for each finding."""
        assert self._report is not None
        if findings:
            count = {"section": words, "count": len(findings)}
            self._made.append(_heading(self._report, _("%(section)s (%(count)d)") % count))
        self._made += findings
        self._numbers = None

    def number_of(self, key: str) -> int | None:
        """Return where the first row of a key is, if there is one."""
        if self._numbers is None:
            last_first = reversed([*enumerate(self._made)])
            self._numbers = {one.key: number for number, one in last_first if one.key}
        return self._numbers.get(key)

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, number: int) -> Row:
        row = self._made[number]
        if not isinstance(row, Row):
            assert self._report is not None
            row = self._made[number] = _row(self._report, row)
        return row


def rows_of(report: "Report", wanted: str = "") -> Rows:
    """Return the rows of a report, in the language in force.

    Where words are `wanted`, only those whose level, sort of risk or names of assets have them all.
    """
    fits = _fitting(report, wanted)
    rows = Rows(_headlines(report, fits), report)
    first = [one.finding for one in report.next_questions]
    keys = {one.key for one in first}
    rows.add_section(_("Ask first"), [one for one in first if fits(one)])
    others: dict[Sort, list[Finding]] = {sort: [] for sort in Sort}
    for sort, found in groupby(report.findings, key=attrgetter("sort")):
        others[sort] += [one for one in found if one.key not in keys and fits(one)]
    headings = _("All risks"), _("To find out"), _("Good to know")
    for words, sort in zip(headings, Sort, strict=True):
        rows.add_section(words, others[sort])
    return rows


def rows_about(report: "Report", asset: AssetId) -> Rows:
    """Return the findings about one asset, risks first, each sort by its weight."""
    found = [one for one in report.findings if asset in one.assets]
    return Rows(_row(report, one) for sort in Sort for one in found if one.sort is sort)


def rows_about_group(report: "Report", group: GroupId) -> Rows:
    """Return the findings about one redundancy group: on what it breaks."""
    return Rows(_row(report, one) for one in report.findings if group in one.evidence.groups)


def _fitting(report: "Report", wanted: str) -> Callable[[Finding], bool]:
    """Return what tells whether a finding has all words that are wanted, in whatever letters."""
    words = folded(wanted).split()
    if not words:
        return lambda _finding: True
    from smala_lockin.words import findings as sentences

    assets = report.landscape.assets

    def fits(one: Finding) -> bool:
        names = (assets[key].name for key in one.assets if key in assets)
        level = "" if one.level is None else enums.level(one.level)
        said = folded(" ".join((sentences.rule(one.rule), level, *names)))
        return all(word in said for word in words)

    return fits


def _headlines(report: "Report", fits: Callable[[Finding], bool]) -> Iterator[Row]:
    from smala_lockin.words import headlines

    stories = [
        story for story in report.headlines[:SHOWN_HEADLINES] if any(map(fits, story.findings))
    ]
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
