"""`smala-lockin import`: spreadsheets, diagrams and invoices to a map."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smala_lockin import i18n
from smala_lockin.cli import add_command
from smala_lockin.cli.import_options import (
    NoOutput,
    currency_of,
    delimiter_of,
    encoding_of,
    rate_of,
)
from smala_lockin.cli.output import print_heading, print_json
from smala_lockin.i18n import _, ngettext, number, semicolons

if TYPE_CHECKING:
    from smala_lockin.cli import Commands
    from smala_lockin.domain.landscape import Landscape
    from smala_lockin.importing.proposal import Proposal, SheetReport

SHOWN_PROBLEMS = 20
"""How many problems are listed for people; --json has all."""


def add_to(commands: "Commands") -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser = add_command(
        commands, "import", _("make a map from spreadsheets, diagrams or invoices")
    )
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar=_("FILE"),
        help=_(
            "a spreadsheet (csv, tsv, xlsx, xls, xlsb, ods), a diagram (graphml, gexf, dot, "
            "drawio), an ArchiMate or CycloneDX file, or a folder of e-invoices"
        ),
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar=_("MAP"), help=_("the map to write, NAME.smala")
    )
    parser.add_argument("--into", type=Path, metavar=_("MAP"), help=_("an existing map to add to"))
    parser.add_argument(
        "--no-catalogue",
        action="store_true",
        help=_("add nothing from the catalogue (owners, countries, facts)"),
    )
    parser.add_argument(
        "--create-missing",
        action="store_true",
        help=_("also create what the files refer to but do not list"),
    )
    parser.add_argument(
        "--rate",
        action="append",
        default=[],
        metavar=_("USD=0.92"),
        help=_("what one unit of a foreign currency is worth; may be repeated"),
    )
    parser.add_argument(
        "--currency",
        metavar=_("GBP"),
        help=_("the currency of amounts that name none; by default, the company’s"),
    )
    parser.add_argument(
        "--encoding",
        metavar=_("cp1252"),
        help=_("the encoding of text files; by default, it is detected"),
    )
    parser.add_argument(
        "--delimiter",
        metavar=_("SIGN"),
        help=_(
            "what separates the columns of text files, such as “;” or tab; by default, "
            "it is detected"
        ),
    )
    parser.add_argument(
        "--repair",
        type=Path,
        metavar=_("ROWS.xlsx"),
        help=_(
            "a workbook to write the problem rows to, each with its reason, to correct "
            "and import again"
        ),
    )
    parser.add_argument(
        "--profile",
        type=Path,
        metavar=_("PROFILE"),
        help=_("read sheets with the same column titles as this saved profile says"),
    )
    parser.add_argument(
        "--save-profile",
        type=Path,
        metavar=_("PROFILE"),
        help=_("save how the sheets were read, for later files of the same form"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("show what would be done, and write nothing")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON for other programs"))
    parser.set_defaults(run=_run)
    return parser


def _run(chosen: argparse.Namespace) -> int:
    from smala_lockin.domain.landscape import Landscape
    from smala_lockin.formats import project, repair_workbook
    from smala_lockin.formats.profiles import load_profile, save_profile
    from smala_lockin.formats.sources import read_sources
    from smala_lockin.formats.text_form import TextForm
    from smala_lockin.importing.profiles import (
        NO_RECORDS,
        forms_of,
        known_records,
        records_of,
    )
    from smala_lockin.importing.propose import propose
    from smala_lockin.importing.repair import to_repair

    target = chosen.output or chosen.into
    if target is None and not chosen.dry_run:
        raise NoOutput
    _check_endings(chosen)
    rates = dict(rate_of(text) for text in chosen.rate)
    before = project.load(chosen.into) if chosen.into else Landscape()
    files: list[Path] = chosen.files
    form = TextForm(
        encoding=encoding_of(chosen.encoding) if chosen.encoding else None,
        delimiter=delimiter_of(chosen.delimiter) if chosen.delimiter else None,
    )
    forms = {file.name: form for file in files}
    sources = read_sources(files, lambda number: _tell_progress(number, files), forms)
    profile = load_profile(chosen.profile) if chosen.profile else NO_RECORDS
    if remembered := forms_of(sources.tables, known_records(before, profile)):
        sources = read_sources(files, forms={**forms, **remembered})
    proposal = propose(
        sources.tables,
        before,
        diagrams=sources.diagrams,
        invoices=sources.invoices,
        catalogue=not chosen.no_catalogue,
        create_missing=chosen.create_missing,
        rates=rates,
        amounts_in=currency_of(chosen.currency) if chosen.currency else None,
        profile=profile,
        today=datetime.now().astimezone().date(),
    )
    after = before if chosen.dry_run else proposal.apply(before)
    if not chosen.dry_run:
        project.save(after, target)
    if chosen.save_profile:
        save_profile(records_of(proposal.sheets), chosen.save_profile)
    if chosen.repair:
        repair_workbook.write(chosen.repair, to_repair(sources.tables, proposal))
    if chosen.json:
        print_json(as_json(proposal))
    else:
        _print(proposal, after, None if chosen.dry_run else target)
    is_whole = chosen.no_catalogue or _own_entries_hold()
    return 1 if _needs_a_look(proposal) or not is_whole else 0


def _check_endings(chosen: argparse.Namespace) -> None:
    """Refuse names under which nobody would look for a map or a workbook."""
    from smala_lockin.formats.errors import check_ending

    if chosen.output and chosen.output != chosen.into:
        check_ending(chosen.output, ".smala")
    if chosen.repair:
        check_ending(chosen.repair, ".xlsx")


def _own_entries_hold() -> bool:
    """Tell where the user's own entries of the catalogue had to be left out."""
    from smala_lockin.knowledge import in_force
    from smala_lockin.words.overlay_errors import left_out

    fault = in_force.tables().fault
    if fault is not None:
        print(left_out(fault), file=sys.stderr)
    return fault is None


def as_json(proposal: "Proposal") -> dict[str, Any]:
    """Return the shape of `import --json`; what is empty and optional is absent."""
    record: dict[str, Any] = {
        "assets": {kind.value: count for kind, count in proposal.assets.items() if count},
        "dependencies": proposal.dependencies,
        "from_catalogue": {
            "assets": proposal.catalogue_assets,
            "dependencies": proposal.catalogue_dependencies,
        },
        "sheets": [
            {
                "file": one.file,
                "sheet": one.sheet,
                "header_row": one.header_row,
                "rows_read": one.rows_read,
                "rows_used": one.rows_used,
                **({"rows_are": one.sort.value} if one.sort else {}),
                **({"rows_left_out": one.left_out} if one.left_out else {}),
                "mapping": dict(one.mapping),
                "kept_as_custom": list(one.kept_as_custom),
                **({"left_out_people": list(one.people)} if one.people else {}),
                **({"ignored": list(one.ignored)} if one.ignored else {}),
                **({"skipped": one.explanation} if one.skipped else {}),
            }
            for one in proposal.sheets
        ],
        "problems": [
            {
                "file": one.file,
                "sheet": one.sheet,
                "row": one.row,
                "column": one.column,
                "value": one.value,
                "message": one.message,
            }
            for one in proposal.problems
        ],
        "duplicates_merged": proposal.duplicates_merged,
    }
    for told, sheet in zip(record["sheets"], proposal.sheets, strict=True):
        rows = {
            "left_out": [
                {"row": row.row, "text": row.text, "reason": row.reason}
                for row in sheet.rows_left_out
            ],
            "merged": [
                {"row": row.row, "text": row.text, "reason": row.reason}
                for row in sheet.rows_merged
            ],
        }
        told.update({key: some for key, some in rows.items() if some})
    optional: dict[str, list[Any]] = {
        "missing": [{"name": one.name, "near": one.near} for one in proposal.missing],
        "look_alikes": [list(one.names) for one in proposal.look_alikes],
        "catalogue_guesses": [
            {"name": one.name, "vendor": one.vendor} for one in proposal.vendor_guesses
        ],
        "proposed_services": [
            {
                "name": one.name,
                "kind": one.kind.value,
                "line": one.line,
                "suppliers": list(one.suppliers),
            }
            for one in proposal.services
        ],
        "notes": [one.sentence for one in proposal.notes],
        "questions": [_question(proposal)] if proposal.questions else [],
    }
    return record | {key: value for key, value in optional.items() if value}


def _question(proposal: "Proposal") -> dict[str, Any]:
    from smala_lockin.importing.proposal import question_sentence
    from smala_lockin.knowledge.activities import activities

    return {
        "message": question_sentence(proposal.questions[0], _served(proposal)),
        "choices": [one.name(i18n.current()) for one in activities()],
    }


def _served(proposal: "Proposal") -> int:
    from smala_lockin.domain.kinds import AssetKind

    return sum(count for kind, count in proposal.assets.items() if kind is not AssetKind.SUPPLIER)


def _needs_a_look(proposal: "Proposal") -> bool:
    return bool(proposal.problems or proposal.missing) or not sum(proposal.assets.values())


def _tell_progress(number: int, files: Sequence[Path]) -> None:
    if len(files) > 1 and sys.stderr.isatty():
        print(
            _("Reading %(number)d of %(count)d: %(file)s")
            % {"number": number + 1, "count": len(files), "file": files[number].name},
            file=sys.stderr,
        )


def _print(proposal: "Proposal", after: "Landscape", target: Path | None) -> None:
    _print_counts(proposal)
    for sheet in proposal.sheets:
        name = sheet.file if sheet.sheet is None else f"{sheet.file}, {sheet.sheet.strip()}"
        if sheet.explanation:
            print("  " + _said_of(name, sheet.explanation))
        else:
            used = {"name": name, "used": sheet.rows_used, "read": sheet.rows_read}
            told = ngettext(
                "%(name)s: %(used)d of %(read)d row used.",
                "%(name)s: %(used)d of %(read)d rows used.",
                sheet.rows_used,
            )
            print("  " + told % used)
            for line in _left_out(sheet):
                print("    " + line)
    for note in proposal.notes:
        print(f"  {note.sentence}")
    _print_problems(proposal)
    _print_offers(proposal)
    if proposal.questions:
        asked = _question(proposal)
        print_heading(asked["message"])
        print("  " + semicolons(asked["choices"]))
    if target is not None:
        print(
            "\n"
            + _("%(file)s is written: %(assets)d assets, %(dependencies)d dependencies.")
            % {
                "file": target.name,
                "assets": len(after.assets),
                "dependencies": len(after.dependencies),
            }
        )


def _left_out(sheet: "SheetReport") -> Iterator[str]:
    """How many rows below the header were left out, and why."""
    from smala_lockin.importing.tables.left_out import Why

    reasons = Counter(row.reason for row in sheet.rows_left_out if row.why is not Why.ABOVE)
    for reason, count in reasons.items():
        told = ngettext(
            "%(count)s row left out. %(reason)s",
            "%(count)s rows left out, each for the same reason. %(reason)s",
            count,
        )
        yield told % {"count": number(count), "reason": reason}


def _print_counts(proposal: "Proposal") -> None:
    from smala_lockin.words import nouns

    found = [nouns.counted(kind, count) for kind, count in proposal.assets.items() if count]
    if not found:
        print(_("There is nothing to import in these files."))
        return
    said = {"assets": ", ".join(found), "count": number(proposal.dependencies)}
    print(
        ngettext(
            "In the files: %(assets)s; %(count)s dependency.",
            "In the files: %(assets)s; %(count)s dependencies.",
            proposal.dependencies,
        )
        % said
    )
    if proposal.catalogue_assets or proposal.catalogue_dependencies:
        print(
            _("From the catalogue: %(assets)d assets, %(dependencies)d dependencies.")
            % {
                "assets": proposal.catalogue_assets,
                "dependencies": proposal.catalogue_dependencies,
            }
        )


def _print_problems(proposal: "Proposal") -> None:
    if not proposal.problems:
        return
    count = len(proposal.problems)
    print_heading(
        ngettext("%(count)s value needs a look:", "%(count)s values need a look:", count)
        % {"count": number(count)}
    )
    for one in proposal.problems[:SHOWN_PROBLEMS]:
        sheet = one.sheet.strip() if one.sheet else ""
        where = [one.file, sheet, _("row %(row)s") % {"row": one.row}, one.column]
        print("  " + _said_of(", ".join(part for part in where if part), one.message))
    left = count - SHOWN_PROBLEMS
    if left > 0:
        print("  " + _("... and %(count)s more") % {"count": number(left)})


def _said_of(place: str, words: str) -> str:
    return _("%(place)s: %(words)s") % {"place": place, "words": words}


def _print_offers(proposal: "Proposal") -> None:
    for one in proposal.look_alikes:
        print("  " + _("Perhaps one and the same: %(names)s.") % {"names": semicolons(one.names)})
    known = [f"{one.name} ({one.vendor})" for one in proposal.vendor_guesses]
    if known:
        print_heading(_("Perhaps known to the catalogue; not applied:"))
        more = ["…"] if len(known) > SHOWN_PROBLEMS else []
        print("  " + semicolons(known[:SHOWN_PROBLEMS] + more))
