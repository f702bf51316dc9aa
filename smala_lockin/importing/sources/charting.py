"""From diagrams and exchange files to drafts and edges.

An arrow is read as drawn: what it comes from needs what it points at, unless its type or its
label says otherwise. Ids of the file say what is what; names are looked at between files alone.
"""

from dataclasses import replace

from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, Need, OperatedBy, Role
from smala_lockin.domain.reads import Read
from smala_lockin.formats.diagrams import Arrow, Diagram, Node, Style
from smala_lockin.formats.graph_attributes import read_fact
from smala_lockin.i18n import number
from smala_lockin.importing.headings.kind_words import kind_of_type
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.relations import (
    Relation,
    relation_of_archimate,
    relation_of_label,
)
from smala_lockin.importing.matching.linking import Edge
from smala_lockin.importing.note_sentences import Note, NoteKind
from smala_lockin.importing.proposal import SheetReport
from smala_lockin.importing.rows.drafts import Draft, Drafts, Pool, pool_of
from smala_lockin.importing.rows.guessing import Guess, kind_of_name
from smala_lockin.importing.sources.shapes import (
    kind_of_archimate,
    kind_of_component,
    kind_of_shape,
    personal_data_of,
)
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.values.plain import (
    display_name,
    is_nobody,
    is_ourselves,
    is_set_aside,
    plain_words,
    words_of,
)
from smala_lockin.importing.values.secrets import is_secret, masked
from smala_lockin.knowledge import catalogue

EdgeKey = tuple[int, int, Role]

_KINDS = words_of("kind type category class categorie typ soort genre")
_SUPPLIERS = words_of("supplier vendor provider fournisseur leverancier lieferant prestataire")
_IDS = words_of("id ids uuid guid ref hash checksum digest sha256 sha1 md5 purl cpe")
_ID_HEADER = {Style.CYCLONEDX: "bom-ref"}
_MAX_TEXT = 2000


class Charting:
    """Takes diagrams in, one after the other."""

    def __init__(
        self,
        drafts: Drafts,
        edges: dict[EdgeKey, Edge],
        problems: list[Problem],
        *,
        known_vendors: bool,
    ) -> None:
        """`edges` and `problems` are added to; with `known_vendors` names of companies count."""
        self.drafts, self.edges, self.problems = drafts, edges, problems
        self.known_vendors = known_vendors
        self.reports: list[SheetReport] = []
        self.notes: list[Note] = []
        self.merged = 0

    def take(self, diagram: Diagram) -> None:
        """Read all nodes and arrows of a diagram."""
        page = _Chart(self, diagram)
        page.read()
        self.reports += page.reports()
        self.notes += page.notes()


class _Chart:
    def __init__(self, whole: Charting, diagram: Diagram) -> None:
        self._whole, self._diagram = whole, diagram
        self._arrow_file = diagram.arrow_file or diagram.file
        self._by_id: dict[str, Draft] = {}
        self._mine: set[Draft] = set()
        self._skipped: set[str] = set()
        self._kept: dict[str, None] = {}
        self._secret: dict[str, None] = {}
        self._supplied = False
        self._turned = self._left_out = 0
        self._used = {"nodes": 0, "arrows": 0}
        ends = {end for arrow in diagram.arrows for end in (arrow.source, arrow.target)}
        around = {node.inside for node in diagram.nodes if node.inside} - ends
        self._frames = {node.id: masked(node.name) for node in diagram.nodes if node.id in around}

    def read(self) -> None:
        for node in self._diagram.nodes:
            self._thing(node)
        for arrow in self._diagram.arrows:
            self._arrow(arrow)

    def reports(self) -> list[SheetReport]:
        nodes, arrows = len(self._diagram.nodes), len(self._diagram.arrows)
        left_out, kept = self._left_out, tuple(self._kept)
        if self._arrow_file == self._diagram.file:
            used = self._used["nodes"] + self._used["arrows"]
            return [_report(self._diagram.file, nodes + arrows, used, left_out, kept)]
        return [
            _report(self._diagram.file, nodes, self._used["nodes"], left_out, kept),
            _report(self._arrow_file, arrows, self._used["arrows"]),
            *(_report(file, rows, rows) for file, rows in self._diagram.other_files),
        ]

    def notes(self) -> list[Note]:
        file = self._diagram.file
        found: list[Note] = []
        if not self._mine:
            return [Note(kind=NoteKind.NOTHING_FOUND, subject=file)]
        if self._used["arrows"] and self._diagram.style not in (Style.ARCHIMATE, Style.CYCLONEDX):
            kind = NoteKind.ARROWS if self._diagram.directed else NoteKind.NO_DIRECTION
            found.append(Note(kind=kind, subject=file))
        if self._turned:
            found.append(
                Note(kind=NoteKind.TURNED, subject=self._arrow_file, detail=number(self._turned))
            )
        if self._secret:
            headers = ", ".join(self._secret)
            found.append(Note(kind=NoteKind.SECRETS_LEFT_OUT, subject=headers, detail=file))
        if not self._supplied:
            found.append(Note(kind=NoteKind.NO_SUPPLIERS, subject=file))
        return found

    def _thing(self, node: Node) -> None:
        place = Place(file=self._diagram.file, sheet=None, row=node.row)
        guess = self._kind(node)
        if guess is None or node.id in self._frames:
            self._skipped.add(node.id)
            self._left_out += 1
            return
        if not node.name.strip():
            self._report(place, "name", "", Reason.NO_NAME)
            self._skipped.add(node.id)
            return
        if node.id in self._by_id:
            self._report(place, "id", node.id, Reason.ID_TWICE, self._by_id[node.id].name)
            return
        node = self._without_secrets(node, place)
        draft = self._found_or_new(node, guess, place)
        self._by_id[node.id] = draft
        self._used["nodes"] += 1
        self._tell(draft, node, place)
        self._supplied = self._supplied or draft.kind is AssetKind.SUPPLIER

    def _without_secrets(self, node: Node, place: Place) -> Node:
        """A node without the texts that hold secrets; those in its name are masked."""
        facts: dict[str, str] = {}
        for key, text in node.facts.items():
            if _names_secret(key):
                self._secret.setdefault(key)
            elif is_secret(text, keys=plain_words(key) not in _IDS):
                self._report(place, key, "", Reason.SECRET)
            else:
                facts[key] = text
        name, supplier = masked(node.name), masked(node.supplier)
        told = (name, supplier) != (node.name, node.supplier)
        description = "" if is_secret(node.description) else node.description
        if told or description != node.description:
            self._report(place, "name" if told else "description", "", Reason.SECRET)
        return replace(node, name=name, supplier=supplier, description=description, facts=facts)

    def _kind(self, node: Node) -> Guess | None:
        """The kind of a node; None for what is no thing of its own."""
        if self._diagram.style is Style.ARCHIMATE:
            kind = kind_of_archimate(node.sort)
            return Guess(kind, sure=True) if kind else None
        if self._diagram.style is Style.CYCLONEDX:
            return Guess(kind_of_component(node.sort), sure=True)
        for key, value in node.facts.items():
            if plain_words(key) in _KINDS and (told := _told_kind(value)):
                return Guess(told, sure=True)
        if self._whole.known_vendors and _is_company(node.name):
            return Guess(AssetKind.SUPPLIER)
        return Guess(kind_of_shape(node.sort) or kind_of_name(node.name))

    def _found_or_new(self, node: Node, guess: Guess, place: Place) -> Draft:
        name = display_name(node.name)
        draft = self._known(name, pool_of(guess.kind), node.id)
        if draft is None:
            id = node.id if self._diagram.lasting_ids else None
            draft = self._whole.drafts.add(
                Draft(name=name, kind=guess.kind, sure=guess.sure, place=place, import_id=id)
            )
        elif self._diagram.lasting_ids and not draft.import_id:
            self._whole.drafts.identify(draft, node.id)
        draft.said = True
        draft.offer(_read("name", name, node.name), place)
        self._mine.add(draft)
        return draft

    def _known(self, name: str, pool: Pool, id: str) -> Draft | None:
        """A thing of the map or of another file; of two alike the first comes first."""
        drafts, header, lasting = self._whole.drafts, self._id_header, self._diagram.lasting_ids
        for one in drafts.remembered(header, id) if lasting else ():
            if one.pool is pool and one not in self._mine:
                return one
        for one in drafts.named(pool, name):
            known = one.existing.custom if one.existing else {}
            other_id = lasting and (one.import_id or header in known)
            if one not in self._mine and not other_id:
                return one
        return None

    def _tell(self, draft: Draft, node: Node, place: Place) -> None:
        if self._diagram.lasting_ids and not is_secret(node.id, keys=False):
            self._keep(draft, self._id_header, node.id)
        if node.description:
            self._fact(draft, "description", node.description, node.description, place)
        frame = self._frames.get(node.inside or "")
        if frame:
            self._fact(draft, "tags", (frame,), frame, place)
        if node.supplier:
            self._provider(draft, node.supplier, place)
        for key, text in node.facts.items():
            self._attribute(draft, key, text, place)

    def _attribute(self, draft: Draft, key: str, text: str, place: Place) -> None:
        fact = plain_words(key).replace(" ", "_")
        if fact in _SUPPLIERS:
            self._provider(draft, text, place)
        elif fact in FACTS:
            try:
                self._fact(draft, fact, read_fact(fact, text), text, place)
            except ValueError:
                self._report(place, key, text, Reason.OUT_OF_RANGE)
        elif fact == "data_classification":
            self._keep(draft, key, text)
            told = personal_data_of(text)
            if told is not None:
                self._fact(draft, "personal_data", told, text, place)
        elif fact not in _KINDS or _told_kind(text) is None:
            self._keep(draft, key, text)

    def _fact(self, draft: Draft, fact: str, value: object, text: str, place: Place) -> None:
        earlier = draft.tell(_read(fact, value, text), place)
        if earlier is not None and fact != "description":
            self._report(place, fact, text, Reason.DIFFERENT_VALUE, str(earlier))

    def _keep(self, draft: Draft, header: str, text: str) -> None:
        self._kept.setdefault(header)
        draft.custom.setdefault(header, text[:_MAX_TEXT])

    def _provider(self, draft: Draft, text: str, place: Place) -> None:
        name = display_name(text)
        if is_nobody(name) or draft.kind is AssetKind.SUPPLIER:
            return
        if is_ourselves(name):
            draft.offer(_read("operated_by", OperatedBy.US, name), place)
            return
        if is_set_aside(name):
            self._report(place, "supplier", name, Reason.SET_ASIDE)
            return
        found = self._whole.drafts.named(Pool.SUPPLIER, name)
        supplier = found[0] if found else self._whole.drafts.add(_supplier(name, place))
        supplier.said = self._supplied = True
        supplier.offer(_read("name", name, text), place)
        self._join(draft, supplier, Relation(Role.PROVIDED_BY))

    def _arrow(self, arrow: Arrow) -> None:
        place = Place(file=self._arrow_file, sheet=None, row=arrow.row)
        ends = []
        for column, id in (("source", arrow.source), ("target", arrow.target)):
            draft = self._by_id.get(id)
            if draft is None and id in self._skipped:
                self._report(place, column, self._frames.get(id, id), Reason.NOT_A_THING)
                return
            if draft is None:
                reason = Reason.UNKNOWN_ID if id else Reason.LOOSE_END
                self._report(place, column, id or arrow.sort, reason)
                return
            ends.append(draft)
        source, target = ends
        if source is target:
            self._report(place, "target", source.name, Reason.DEPENDS_ON_ITSELF)
            return
        self._used["arrows"] += 1
        relation = self._relation(arrow, source, target)
        if relation.flipped:
            source, target = target, source
            self._turned += 1
        if not self._join(source, target, relation):
            self._whole.merged += 1

    def _relation(self, arrow: Arrow, source: Draft, target: Draft) -> Relation:
        if self._diagram.style is Style.ARCHIMATE:
            return relation_of_archimate(arrow.sort)
        said = relation_of_label(arrow.facts.get("role") or arrow.sort)
        if arrow.facts.get("need") in tuple(Need):
            said = replace(said, need=Need(arrow.facts["need"]))
        supplies = source.kind is AssetKind.SUPPLIER and target.kind is not AssetKind.SUPPLIER
        if supplies and "role" not in arrow.facts:  # nobody draws that a supplier needs its product
            said = replace(said, flipped=True)
        return said

    def _join(self, source: Draft, target: Draft, relation: Relation) -> bool:
        """Add an edge; whether it is a new one."""
        role = relation.role
        if target.kind is AssetKind.SUPPLIER:
            control = role is Role.CONTROLLED_BY and source.kind is AssetKind.SUPPLIER
            role = Role.CONTROLLED_BY if control else Role.PROVIDED_BY
        elif role in (Role.PROVIDED_BY, Role.CONTROLLED_BY):
            role = Role.USES
        key = (id(source), id(target), role)
        if key in self._whole.edges:
            return False
        self._whole.edges[key] = Edge(source, target, role, need=relation.need)
        return True

    @property
    def _id_header(self) -> str:
        return _ID_HEADER.get(self._diagram.style, "ID")

    def _report(
        self, place: Place, column: str, value: str, reason: Reason, other: str = ""
    ) -> None:
        self._whole.problems.append(Problem.at(place, column, value, reason, other=other))


def _read(fact: str, value: object, text: str) -> Read:
    return Read(fact, value, text[:_MAX_TEXT])


def _names_secret(key: str) -> bool:
    return any(one.meaning is Meaning.SECRET for one in readings(key)[:1])


def _told_kind(text: str) -> AssetKind | None:
    return AssetKind(text) if text in tuple(AssetKind) else kind_of_type(text)


def _is_company(name: str) -> bool:
    match = catalogue.find(name)
    return bool(
        match and match.certain and catalogue.as_asset_kind(match.vendor) is AssetKind.SUPPLIER
    )


def _supplier(name: str, place: Place) -> Draft:
    return Draft(name=name, kind=AssetKind.SUPPLIER, sure=True, place=place)


def _report(
    file: str, read: int, used: int, left_out: int = 0, kept: tuple[str, ...] = ()
) -> SheetReport:
    return SheetReport(
        file=file,
        sheet=None,
        header_row=None,
        rows_read=read,
        rows_used=used,
        left_out=left_out,
        mapping={},
        kept_as_custom=kept,
    )
