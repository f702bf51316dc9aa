"""What became of each sheet: its rows used, merged and left out, and what its columns mean."""

from collections.abc import Iterable, Sequence

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.profiles import signature_as_found, signature_of
from smala_lockin.importing.proposal import SheetReport
from smala_lockin.importing.rows.tally import Tally
from smala_lockin.importing.tables.problems import Place
from smala_lockin.importing.understanding.sheets import Sheet

_NOT_MAPPED = frozenset({Meaning.PERSON, Meaning.SECRET, Meaning.HARDWARE, Meaning.PAYMENT})


def count_used(
    sheets: Sequence[Sheet], tallies: Sequence[Tally | None], used: Iterable[Place]
) -> None:
    """Count rows that only connect, at these places: they are used once both ends are found."""
    by_table = {
        (sheet.table.file, sheet.table.sheet): tally
        for sheet, tally in zip(sheets, tallies, strict=True)
    }
    for place in used:
        if tally := by_table.get((place.file, place.sheet)):
            tally.used.add(place.row)


def report_of(sheet: Sheet, tally: Tally | None) -> SheetReport:
    """Return what became of a sheet; `tally` is what its rows came to, None where none was read."""
    layout = sheet.layout
    if layout is None or tally is None:
        return SheetReport(
            file=sheet.table.file,
            sheet=sheet.table.sheet,
            header_row=layout.header_shown if layout else None,
            rows_read=len(layout.body) if layout else 0,
            left_out=len(layout.left_out) if layout else 0,
            rows_left_out=(*layout.above, *layout.left_out) if layout else (),
            mapping={},
            skipped=sheet.skip,
            is_turned=sheet.table.is_turned,
            signature=signature_of(layout) if layout else "",
            form=sheet.table.form,
            found_signature=signature_as_found(layout) if layout else "",
        )
    mapping = {
        one.header: one.meaning.value
        for one in sheet.columns
        if one.meaning and one.meaning not in _NOT_MAPPED
    }
    people = tuple(one.header for one in sheet.all(Meaning.PERSON))
    index = {one.header: one.index for one in sheet.columns}
    return SheetReport(
        file=sheet.table.file,
        sheet=sheet.table.sheet,
        header_row=layout.header_shown,
        sort=sheet.sort,
        rows_read=len(layout.body) + len(layout.left_out),
        rows_used=len(tally.used),
        used=frozenset(tally.used),
        header_rows=frozenset(range(layout.top_row, layout.header_row + 1)),
        left_out=len(layout.left_out) + len(tally.left_out),
        rows_left_out=(*layout.above, *layout.left_out, *tally.left_out),
        rows_merged=tuple(tally.merged),
        mapping=mapping,
        kept_as_custom=tuple(header for header in tally.kept if header not in mapping),
        people=people,
        ignored=tuple(one.header for one in sheet.ignored),
        is_turned=sheet.table.is_turned,
        signature=signature_of(layout),
        form=sheet.table.form,
        found_signature=signature_as_found(layout),
        secret_columns=frozenset(one.index for one in sheet.all(Meaning.SECRET)),
        secret_cells=frozenset((one.row, index[one.header]) for one in sheet.withheld),
    )
