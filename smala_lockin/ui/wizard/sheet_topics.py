"""What becomes of sheets, columns and rows, as topics of the preview."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from smala_lockin.i18n import _, ngettext, number
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.proposal import Proposal, SheetReport
from smala_lockin.importing.tables.left_out import LeftOut, Merged
from smala_lockin.ui.wizard.rows import Listing, place_words
from smala_lockin.ui.wizard.topic import Subject, Topic, titled
from smala_lockin.ui.wizard.words import meaning_name, sheet_name


def merged(proposal: Proposal, *, one_file: bool) -> Topic:
    """Return the rows that were joined with an earlier one."""
    lines = [(sheet, row) for sheet in proposal.sheets for row in sheet.rows_merged]
    return _rows_topic(Subject.MERGED, _("Rows merged"), lines, one_file=one_file)


def left_out(proposal: Proposal, *, one_file: bool) -> Topic:
    """Return the rows that are no records."""
    lines = [(sheet, row) for sheet in proposal.sheets for row in sheet.rows_left_out]
    return _rows_topic(Subject.LEFT_OUT, _("Rows left out"), lines, one_file=one_file)


def _rows_topic(
    subject: Subject,
    title: str,
    lines: Sequence[tuple[SheetReport, LeftOut | Merged]],
    *,
    one_file: bool,
) -> Topic:
    def texts(line: tuple[SheetReport, LeftOut | Merged]) -> tuple[str, ...]:
        sheet, row = line
        return (
            place_words(sheet.file, sheet.sheet, row.row, one_file=one_file),
            row.text,
            row.reason,
        )

    return Topic(
        subject=subject,
        title=titled(title, len(lines)),
        listing=Listing(
            headers=(_("Where"), _("What stands there"), _("Reason")), lines=lines, texts=texts
        ),
    )


def columns(proposal: Proposal, *, one_file: bool) -> Topic:
    """Return what becomes of each column."""
    lines = [(sheet, *line) for sheet in proposal.sheets for line in _columns_of(sheet)]

    def texts(line: tuple[SheetReport, str, str]) -> tuple[str, ...]:
        sheet, header, use = line
        return header, use, sheet_name(sheet.file, sheet.sheet, one_file=one_file)

    return Topic(
        subject=Subject.COLUMNS,
        title=titled(_("Columns"), len(lines)),
        listing=Listing(
            headers=(_("Column"), _("What becomes of it"), _("Sheet")), lines=lines, texts=texts
        ),
    )


def _columns_of(sheet: SheetReport) -> Iterator[tuple[str, str]]:
    for header, meaning in sheet.mapping.items():
        known = meaning in _MEANINGS
        yield header, meaning_name(Meaning(meaning), sheet.sort) if known else meaning
    for header in sheet.kept_as_custom:
        yield header, _("kept as a note on each item")
    for header in sheet.people:
        yield header, _("left out: it names people")
    for header in sheet.ignored:
        yield header, _("left out: you chose so")


_MEANINGS: Mapping[str, Any] = {one.value: one for one in Meaning}


def sheets(proposal: Proposal, *, one_file: bool) -> Topic:
    """Return what becomes of each sheet."""

    def texts(one: SheetReport) -> tuple[str, ...]:
        counts = {"used": one.rows_used, "read": one.rows_read, "left": one.left_out}
        used = {name: number(count) for name, count in counts.items()}
        if _is_whole(one):
            return one.file, _("Read as a whole: %(used)s of %(read)s taken over.") % used
        words = one.explanation or (
            ngettext(
                "%(used)s of %(read)s row used; %(left)s left out.",
                "%(used)s of %(read)s rows used; %(left)s left out.",
                one.rows_used,
            )
            % used
            if one.left_out
            else ngettext(
                "%(used)s of %(read)s row used.",
                "%(used)s of %(read)s rows used.",
                one.rows_used,
            )
            % used
        )
        return sheet_name(one.file, one.sheet, one_file=one_file), words

    whole = all(map(_is_whole, proposal.sheets))
    headers = (_("File") if whole else _("Sheet"), _("What becomes of it"))
    return Topic(
        subject=Subject.SHEETS,
        title=titled(_("Files") if whole else _("Sheets"), len(proposal.sheets)),
        listing=Listing(headers=headers, lines=proposal.sheets, texts=texts),
    )


def _is_whole(one: SheetReport) -> bool:
    """Whether it stands for a diagram or a folder of e-invoices rather than for a table."""
    return one.sort is None and one.rows_used > 0


def remarks(proposal: Proposal) -> Topic:
    """Return what else is worth saying."""
    lines = [one.sentence for one in proposal.notes]
    return Topic(
        subject=Subject.REMARKS,
        title=titled(_("Remarks"), len(lines)),
        listing=Listing(headers=(_("Remark"),), lines=lines),
    )
