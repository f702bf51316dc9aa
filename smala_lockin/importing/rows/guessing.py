"""What kind of asset a row is about, where no column says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.common_words import HOSTS
from smala_lockin.importing.headings.kind_words import (
    NAMING_WORDS,
    is_online,
    kind_by_head,
    kind_by_tail,
    kind_of_type,
    lists_ai_uses,
    sounds_online,
)
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.plain_services import SERVICE_WORDS
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import Cells, cell_text
from smala_lockin.importing.understanding.columns import SERIALS
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.values.places import is_cloud_region
from smala_lockin.importing.values.plain import (
    has_word,
    is_shown_otherwise,
    phrases_of,
    plain_words,
    plain_words_of,
    words_of,
)


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind; `sure` where a column says so."""

    kind: AssetKind
    sure: bool = False


def kind_of_name(name: str) -> AssetKind:
    """Return the kind that a bare name suggests; an application where it suggests none."""
    kind = kind_by_head(name) or kind_by_tail(name)
    usual = AssetKind.CLOUD_SERVICE if sounds_online(name) else AssetKind.APPLICATION
    return kind or usual


_TELLING_WORDS = NAMING_WORDS | SERVICE_WORDS


class SheetGuess:
    """Guesses the kind of each row; what the whole sheet says is found once."""

    def __init__(self, sheet: Sheet) -> None:
        """Look at the header of the names, the title of the sheet and the sort of columns."""
        assert sheet.layout is not None
        self._rows = len(sheet.layout.body)
        self._name = sheet.column(Meaning.NAME)
        self._names = sheet.layout.columns[self._name.index] if self._name else None
        self._kinds = sheet.all(Meaning.KIND)
        self._hosting = sheet.column(Meaning.HOSTING)
        self._of_contracts = frozenset(
            one.index for one in self._kinds if has_word(one.header, _CONTRACTS)
        )
        titles = [self._name.header] if self._name else []
        titles += [sheet.table.sheet or "", sheet.table.stem]
        said: Iterator[AssetKind | None] = (
            kind_of_type(title) for title in titles if not _is_topic(title)
        )
        if any(map(lists_ai_uses, titles)):
            said = iter((AssetKind.AI_SERVICE,))
        self._usual = next((kind for kind in said if kind not in _NOT_BY_TITLE), None)
        hosts = self._name and plain_words(self._name.header) in HOSTS
        self._is_of_hosts = bool(hosts)
        telling = [*self._kinds, *([self._hosting] if self._hosting else [])]
        self._telling = [one.index for one in telling]
        self._known: dict[tuple[Cell, ...], Guess | bool | None] = {}
        self._by_section: dict[tuple[bool | None, str | None], Guess] = {}
        serial = any(plain_words(one.header) in SERIALS for one in sheet.columns)
        licensed = sheet.all(Meaning.LICENCES_BOUGHT, Meaning.LICENCES_USED)
        modelled = self._name and has_word(self._name.header, _MODELS)
        hardware = not licensed and (serial or modelled or sheet.all(Meaning.HARDWARE))
        self._default = AssetKind.INFRASTRUCTURE if hardware else AssetKind.APPLICATION

    @cached_property
    def quiet(self) -> Sequence[bool]:
        """For each row whether no word of its name says what sort of thing it is."""
        names = self._names
        if names is None:
            return [True] * self._rows
        plain = plain_words_of(names.texts)
        met = _TELLING_WORDS & set(" ".join(plain).split())
        told = zip(plain, names.texts, strict=True)
        return names.spread(
            [
                not (met and not met.isdisjoint(words.split())) and not is_shown_otherwise(text)
                for words, text in told
            ]
        )

    def each(self, body: Sequence[Body], columns: Sequence[Cells]) -> list[Guess]:
        """Return the kind of every row; what columns say of it is worked out once."""
        told: Sequence[tuple[Cell, ...]] = [()] * len(body)
        if self._telling:
            told = list(zip(*(columns[index] for index in self._telling), strict=True))
        first = dict(zip(reversed(told), reversed(body), strict=True))
        known = {cells: self._told(row) for cells, row in first.items()}
        self._known.update(known)
        found = list(map(known.__getitem__, told))
        if all(isinstance(one, Guess) for one in known.values()):
            return found  # type: ignore[return-value]
        rows = zip(found, self.quiet, body, strict=True)
        return [
            one
            if isinstance(one, Guess)
            else self._of_section(one, row.section)
            if is_quiet
            else self.of(row)
            for one, is_quiet, row in rows
        ]

    def _of_section(self, online: bool | None, section: str | None) -> Guess:
        """The kind of a row of which columns and name say nothing more."""
        guess = self._by_section.get((online, section))
        if guess is None:
            guess = self._by_section[online, section] = self._named(online, "", section)
        return guess

    def of(self, row: Body) -> Guess:
        """Return the kind of a row, by its type, its hosting, the sheet, its heading, its name."""
        told = tuple([row.cells[index] for index in self._telling])
        if told not in self._known:
            self._known[told] = self._told(row)
        online = self._known[told]
        if isinstance(online, Guess):
            return online
        name = cell_text(row.cells[self._name.index]) if self._name else ""
        return self._named(online, name, row.section)

    def _named(self, online: bool | None, name: str, section: str | None) -> Guess:
        """The kind of a row of which columns say at most whether it is rented."""
        kind = kind_by_head(name) or self._usual or kind_by_tail(name)
        kind = kind or (kind_of_type(section) if section else None)
        if online is None and sounds_online(name) and kind in (None, AssetKind.APPLICATION):
            return Guess(AssetKind.CLOUD_SERVICE)
        if online and kind in (None, AssetKind.APPLICATION):
            return Guess(AssetKind.CLOUD_SERVICE, sure=True)
        return Guess(kind or self._default)

    def _told(self, row: Body) -> Guess | bool | None:
        """What columns say of the kind; else whether they say that it is rented, or nothing."""
        hosting = cell_text(row.cells[self._hosting.index]) if self._hosting else ""
        online = (is_cloud_region(hosting) or is_online(hosting)) if hosting else None
        for column in self._kinds:
            typed = kind_of_type(cell_text(row.cells[column.index]))
            if typed is AssetKind.LOCATION and column.index in self._of_contracts:
                continue  # "Location" is a lease there
            if typed is AssetKind.DATA and self._usual is AssetKind.APPLICATION:
                continue  # "Documents" is what programs are for there
            if typed in _OF_SERVERS and self._is_of_hosts:
                typed = AssetKind.INFRASTRUCTURE  # a server of type "app" or "db"
            if typed is AssetKind.APPLICATION and self._default is AssetKind.INFRASTRUCTURE:
                typed = _device(cell_text(row.cells[column.index]))
            if typed is AssetKind.APPLICATION and online:
                return Guess(AssetKind.CLOUD_SERVICE, sure=True)
            if typed:
                return Guess(typed, sure=True)
        return online


def _device(type: str) -> AssetKind:
    """What a type that may be a program's means in a list of devices."""
    is_device = plain_words(type) in _DEVICES
    return AssetKind.INFRASTRUCTURE if is_device else AssetKind.APPLICATION


_CONTRACTS = words_of("contrat contract vertrag vertragsart contracttype")
_DEVICES = phrases_of("desktop|desktops|windows desktop|mac desktop|os|client lourd")


def _is_topic(title: str) -> bool:
    return has_word(title, _TOPICS)


_TOPICS = words_of("backup backups sauvegarde sauvegardes sicherung datensicherung back-up")
"""Titles that say what is told of things rather than what these are."""

_MODELS = words_of("modele model modell marque merk brand make marke fabrikat")
"""Words of headers of what only devices are called by."""

_OF_SERVERS = (AssetKind.APPLICATION, AssetKind.DATA)

_NOT_BY_TITLE = (None, AssetKind.SUPPLIER)
