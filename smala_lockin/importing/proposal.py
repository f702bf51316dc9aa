"""What an import would do, said before it is done: one value for preview, dry run and import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import Dependency, RedundancyGroup
from smala_lockin.domain.edits import move, put_assets
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.domain.records import Company
from smala_lockin.formats.text_form import AS_FOUND, TextForm
from smala_lockin.i18n import _, ngettext, number
from smala_lockin.importing.matching.look_alikes import LookAlike
from smala_lockin.importing.matching.payees import Payee
from smala_lockin.importing.matching.recognition import VendorGuess
from smala_lockin.importing.note_sentences import Note
from smala_lockin.importing.tables.left_out import LeftOut, Merged
from smala_lockin.importing.tables.problems import Place, Problem
from smala_lockin.importing.understanding.sorts import RowSort, Skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReport:
    """What became of one sheet.

    `mapping` goes from header to what the column means (the names of `import --json`);
    `kept_as_custom` are headers whose texts are kept as they stand, `people` headers left out
    because they name persons, `ignored` those that somebody chose to leave out. `sort` says what
    a row stands for. `header_row` is None where none was found, `skipped` None where the sheet
    was read. `left_out` counts headings, totals and the like, which are among `rows_left_out`
    with those above the header; `rows_merged` were joined with an earlier row. Each filled row
    of a sheet that was read is among these, the `header_rows`, the `used`, or the problems.
    `signature` is what files with the same headers share. `is_turned`: rows are numbered as the
    columns of the file are. `form` is how somebody said that a text is written, `found_signature`
    what its headers were before that. `secret_columns` are the indices of columns of secrets,
    `secret_cells` other cells of that sort: the number of the row, the index of the column.
    """

    file: str
    sheet: str | None
    header_row: int | None
    sort: RowSort | None = None
    rows_read: int = 0
    rows_used: int = 0
    left_out: int = 0
    used: frozenset[int] = frozenset()
    header_rows: frozenset[int] = frozenset()
    rows_left_out: tuple[LeftOut, ...] = ()
    rows_merged: tuple[Merged, ...] = ()
    mapping: Mapping[str, str]
    kept_as_custom: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    skipped: Skip | None = None
    is_turned: bool = False
    signature: str = ""
    form: TextForm = AS_FOUND
    found_signature: str = ""
    secret_columns: frozenset[int] = frozenset()
    secret_cells: frozenset[tuple[int, int]] = frozenset()

    @property
    def explanation(self) -> str:
        """Why the sheet gave nothing, in the language in force; empty where it was read."""
        return explained(self.skipped) if self.skipped else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A name that rows refer to and no row has; `near` is a name of which it is a part."""

    name: str
    near: str | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceGuess:
    """A service of the catalogue that the lines of invoices name; proposed, not created.

    `line` is the first such line, `suppliers` are those who invoice it.
    """

    name: str
    kind: AssetKind
    line: str
    suppliers: tuple[str, ...]


class Question(StrEnum):
    """What the import has to ask."""

    ACTIVITIES = "activities"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An import that has been worked out and not yet made.

    `assets` by kind and `dependencies` count what the files themselves say; what the catalogue
    adds to them is counted apart. `added`, `updated` and `connected` are the difference to the
    landscape it was worked out for: all empty where the files say nothing new. `grouped`,
    `placed` and `company` come from exported maps alone. `remembered` is what was chosen for
    sheets, by the signature of their headers; the map keeps it for a newer copy.
    """

    sheets: tuple[SheetReport, ...]
    problems: tuple[Problem, ...]
    assets: Mapping[AssetKind, int]
    dependencies: int
    catalogue_assets: int
    catalogue_dependencies: int
    duplicates_merged: int
    added: Sequence[Asset]
    updated: tuple[Asset, ...]
    connected: Sequence[Dependency]
    missing: tuple[Missing, ...]
    look_alikes: tuple[LookAlike, ...]
    vendor_guesses: tuple[VendorGuess, ...]
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]
    services: tuple[ServiceGuess, ...] = ()
    payees: tuple[Payee, ...] = ()
    grouped: tuple[RedundancyGroup, ...] = ()
    placed: Mapping[AssetId, Position] = field(default_factory=dict)
    company: Company | None = None
    remembered: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether applying it would change nothing."""
        changes = (self.added, self.updated, self.connected, self.grouped, self.placed)
        return not any(changes) and self.company is None

    def apply(self, landscape: Landscape) -> Landscape:
        """Return the landscape with the import made: one edit. Positions stay as they are.

        `landscape` is the one the proposal was worked out for.
        """
        if self.is_empty:
            return landscape
        changed = put_assets(landscape, [*self.added, *self.updated])
        changed = replace(
            changed,
            company=self.company or changed.company,
            dependencies={**changed.dependencies, **{one.id: one for one in self.connected}},
            groups={**changed.groups, **{one.id: one for one in self.grouped}},
        )
        if self.remembered:
            known = landscape.sections.get("imports")
            imports = {**(known if isinstance(known, Mapping) else {}), **self.remembered}
            changed = replace(changed, sections={**changed.sections, "imports": imports})
        return move(changed, self.placed) if self.placed else changed


def question_sentence(question: Question, applications: int) -> str:
    """Return what the import asks, in the language in force."""
    match question:
        case Question.ACTIVITIES:
            return ngettext(
                "Which activities of the company does the imported item serve?",
                "Which activities of the company do the %(count)s imported items serve?",
                applications,
            ) % {"count": number(applications)}


def explained(skip: Skip) -> str:
    """Return why a sheet gives nothing, in the language in force."""
    match skip:
        case Skip.EMPTY:
            return _("The sheet is empty.")
        case Skip.HIDDEN:
            return _("The sheet is hidden and was not read.")
        case Skip.NO_HEADER:
            return _("No row looks like the header of a list.")
        case Skip.NO_ROWS:
            return _("The sheet has a header and no rows below it: an empty form.")
        case Skip.EXAMPLE_ONLY:
            return _("Only the template's example row was found.")
        case Skip.NO_NAMES:
            return _(
                "No column names applications, services, equipment or suppliers; it looks like "
                "a legend or a list of choices."
            )
        case Skip.HELP:
            return _("The sheet explains the workbook or holds lists to choose from, by its name.")
        case Skip.CHOICES:
            return _("The sheet holds lists to choose from, not records.")
        case Skip.PEOPLE:
            return _("The sheet lists people, who are left out.")
        case Skip.IDLE:
            return _("This part of the register says nothing about what depends on whom.")
        case Skip.NO_PARTIES:
            return _("No column says who was paid: these are the movements of a bank account.")
        case Skip.ASSESSMENT:
            return _("The sheet rates requirements or risks; it lists nothing to rely on.")
        case Skip.RULES:
            return _("The sheet lists rules of a firewall; it names nothing to rely on.")
        case Skip.CUSTOMERS:
            return _("The sheet lists customers; a map needs suppliers.")
        case Skip.TICKETS:
            return _("The sheet lists requests to the helpdesk; it lists nothing to rely on.")
        case Skip.INCIDENTS:
            return _("The sheet lists what went wrong and when; it lists nothing to rely on.")
        case Skip.CHOSEN:
            return _("You chose to leave this sheet out.")
        case Skip.DIAGRAM:
            return _(
                "The sheet lists the relations of an Archi model. Import it together with the "
                "file of its elements."
            )
