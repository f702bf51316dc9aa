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
from smala_lockin.importing.tables.left_out import LeftOut, Merged
from smala_lockin.importing.tables.problems import Place, Problem
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from smala_lockin.importing.values.scales import Scale


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


class NoteKind(StrEnum):
    """What is worth saying about an import besides its counts."""

    NOTHING_FOUND = "nothing_found"
    NO_SUPPLIER_COLUMN = "no_supplier_column"
    SCALE = "scale"
    PEOPLE_LEFT_OUT = "people_left_out"
    SECRETS_LEFT_OUT = "secrets_left_out"
    NOTHING_NEW = "nothing_new"
    NO_SUPPLIERS = "no_suppliers"
    ARROWS = "arrows"
    NO_DIRECTION = "no_direction"
    TURNED = "turned"
    OWN_SALES = "own_sales"
    OTHER_FILES = "other_files"
    SPEND = "spend"
    SERVICES_PROPOSED = "services_proposed"
    PAYMENTS = "payments"
    NAMED_IN_TEXTS = "named_in_texts"
    PAYEES_LEFT = "payees_left"
    NOBODY_PAID = "nobody_paid"
    BILL = "bill"
    SHORT_PERIOD = "short_period"
    CURRENCY_ASSUMED = "currency_assumed"
    RECOGNISED = "recognised"
    COLUMNS_HIDDEN = "columns_hidden"
    COLUMNS_EMPTY = "columns_empty"
    REMEMBERED = "remembered"
    DECODED = "decoded"
    ON_ITS_SIDE = "on_its_side"
    NO_HEADER = "no_header"
    PEOPLE_COUNTED = "people_counted"
    HOSTING_COUNTRY = "hosting_country"
    ONLY_TOLD = "only_told"
    OTHER_SUPPLIERS = "other_suppliers"
    RAGGED = "ragged"
    NOT_KEPT = "not_kept"
    DITTOS = "dittos"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark on an import; `subject` is the file, the header or the headers it is about."""

    kind: NoteKind
    subject: str = ""
    detail: str = ""

    @property
    def sentence(self) -> str:
        """The remark in the language in force."""
        detail = scale_words(Scale(self.detail)) if self.kind is NoteKind.SCALE else self.detail
        return _note(self.kind) % {"subject": self.subject, "detail": detail}


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


def scale_words(scale: Scale) -> str:
    """Return what a scale is called, in the language in force."""
    match scale:
        case Scale.ONE_IS_HIGHEST:
            return _("“1 is the highest”")
        case Scale.LIGHTS:
            return _("of traffic lights")
        case _:
            return scale.value


def _note(kind: NoteKind) -> str:
    match kind:
        case NoteKind.NOTHING_FOUND:
            return _("%(subject)s holds nothing to import.")
        case NoteKind.NO_SUPPLIER_COLUMN:
            return _("%(subject)s has no column for suppliers; none were invented.")
        case NoteKind.DITTOS:
            return _(
                "Cells of %(subject)s that say “idem”, or are ditto marks, were read as the cell "
                "above them: %(detail)s."
            )
        case NoteKind.SCALE:
            return _("The column %(subject)s was read on the scale %(detail)s.")
        case NoteKind.PEOPLE_LEFT_OUT:
            return _("These columns of %(detail)s name people and were left out: %(subject)s.")
        case NoteKind.SECRETS_LEFT_OUT:
            return _(
                "These columns of %(detail)s hold or may hold passwords, keys or bank accounts and "
                "were left out: %(subject)s."
            )
        case NoteKind.NOTHING_NEW:
            return _("The files say nothing that the map does not hold already.")
        case NoteKind.NO_SUPPLIERS:
            return _("%(subject)s names no suppliers; none were invented.")
        case NoteKind.ARROWS:
            return _(
                "Arrows of %(subject)s were read as: what the arrow comes from needs what it "
                "points at. Turn those that were meant the other way."
            )
        case NoteKind.NO_DIRECTION:
            return _(
                "The lines of %(subject)s have no direction; the end drawn first was taken to "
                "need the other. Check them."
            )
        case NoteKind.TURNED:
            return _(
                "Arrows of %(subject)s that point at the user of a thing were turned round, for "
                "on a map arrows point to what is needed: %(detail)s."
            )
        case NoteKind.OWN_SALES:
            return _("Invoices that %(subject)s itself wrote were left out: %(detail)s.")
        case NoteKind.OTHER_FILES:
            return _("Files of %(subject)s that are no e-invoices were left out: %(detail)s.")
        case NoteKind.SPEND:
            return _(
                "Yearly spend is what was invoiced without VAT from %(subject)s to %(detail)s."
            )
        case NoteKind.PAYMENTS:
            return _("The payments of %(subject)s were added up by supplier: %(detail)s.")
        case NoteKind.NAMED_IN_TEXTS:
            return _(
                "Some movements of %(subject)s say only in their texts who was paid. These "
                "suppliers are proposed, not taken: %(detail)s."
            )
        case NoteKind.PAYEES_LEFT:
            return _(
                "Suppliers that were paid and stay off the map: %(detail)s. Tick those you want "
                "under “Paid suppliers”."
            )
        case NoteKind.NOBODY_PAID:
            return _("Nothing in %(subject)s says which known supplier was paid.")
        case NoteKind.BILL:
            return _("The bill lines of %(subject)s were added up by service: %(detail)s.")
        case NoteKind.SHORT_PERIOD:
            return _(
                "%(subject)s spans less than a year: what was paid is kept as a note, and the "
                "yearly cost stays unknown."
            )
        case NoteKind.CURRENCY_ASSUMED:
            return _(
                "%(subject)s names no currency for its amounts; they were read as %(detail)s. Say "
                "so if they are in another."
            )
        case NoteKind.NOT_KEPT:
            return _(
                "These columns of %(detail)s differ from row to row, or are alike in all, and "
                "were not kept: %(subject)s."
            )
        case NoteKind.RECOGNISED:
            return _("%(subject)s was recognised as: %(detail)s.")
        case NoteKind.COLUMNS_HIDDEN:
            return _("These columns of %(detail)s are hidden and were left out: %(subject)s.")
        case NoteKind.COLUMNS_EMPTY:
            return _(
                "These columns of %(detail)s hold no values: %(subject)s. If they are formulas, "
                "open the file in Excel and save it."
            )
        case NoteKind.NO_HEADER:
            return _(
                "%(subject)s has no header row. Its first row was read as the others, and its "
                "columns were told by what they hold: check them."
            )
        case NoteKind.PEOPLE_COUNTED:
            return _(
                "%(subject)s lists who has which licence. People were counted for each product; "
                "nothing else about them was kept."
            )
        case NoteKind.HOSTING_COUNTRY:
            return _(
                "The column %(subject)s of %(detail)s was read as the country of the hosting, "
                "beside which it stands. If it is that of the supplier, say so for the column."
            )
        case NoteKind.ONLY_TOLD:
            return _(
                "Who only supports, is asked or is told (S, C, I) in %(subject)s was left out, for "
                "nothing stops without them: %(detail)s cells."
            )
        case NoteKind.OTHER_SUPPLIERS:
            return _(
                "The files name different suppliers of %(subject)s: %(detail)s. All of them were "
                "kept; take out those that are wrong."
            )
        case NoteKind.ON_ITS_SIDE:
            return _(
                "%(subject)s has one item in each column and was turned round: what is called its "
                "row 3 is column C of the file."
            )
        case NoteKind.DECODED:
            return _(
                "%(subject)s does not say how its letters are written; they were read so: "
                "%(detail)s."
            )
        case NoteKind.RAGGED:
            return _(
                "Rows of %(subject)s with more or fewer fields than the others: %(detail)s. They "
                "were read as far as they go."
            )
        case NoteKind.REMEMBERED:
            return _("The columns of %(subject)s were read as you chose in an earlier import.")
        case NoteKind.SERVICES_PROPOSED:
            return _(
                "The lines of the invoices name these services, which were not created: "
                "%(subject)s."
            )
