"""The tables that are in force: those of the program, with what the user knows better."""

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from smala_lockin import paths
from smala_lockin.knowledge import (
    ai_model_rows,
    alternative_rows,
    ebios_rows,
    jurisdiction_rows,
    law_rows,
    overlay,
    reference_rows,
    rows,
    sovereignty_rows,
    spelling,
    vendors,
)
from smala_lockin.knowledge.ai_model_rows import AiModel
from smala_lockin.knowledge.alternative_rows import Alternatives
from smala_lockin.knowledge.ebios_rows import EbiosMark, EbiosZone
from smala_lockin.knowledge.jurisdiction_rows import Jurisdiction
from smala_lockin.knowledge.law_rows import Law
from smala_lockin.knowledge.overlay import InvalidOverlay, Overlay, OverlayFault, Section
from smala_lockin.knowledge.reference_rows import Reference
from smala_lockin.knowledge.rows import CatalogueFault
from smala_lockin.knowledge.sovereignty_rows import Objective, SovereigntyLevel
from smala_lockin.knowledge.vendors import Vendor, VendorId


class Tables:
    """The tables with what the user knows better; each is read at first use. Read-only.

    `fault` says why the user's file is left out, where it makes no sense.
    """

    def __init__(self, own: Overlay, fault: InvalidOverlay | None = None) -> None:
        self.overlay, self.fault = own, fault

    @cached_property
    def vendors(self) -> Mapping[VendorId, Vendor]:
        """Every vendor by id."""
        return vendors.read(_table("vendors"), self.countries, self.overlay.entries)

    @cached_property
    def alternatives(self) -> Alternatives:
        """The known ways out by what they replace."""
        table, own = _table("alternatives"), self.overlay.alternatives
        near = {code for code, country in self.countries.items() if country.in_eea}
        return alternative_rows.read(table, self.vendors, own, near)

    @cached_property
    def countries(self) -> Mapping[str, Jurisdiction]:
        """Every country by code."""
        return jurisdiction_rows.read(
            _table("jurisdictions"), self.overlay.small[Section.COUNTRIES]
        )

    @cached_property
    def laws(self) -> Mapping[str, Law]:
        """Every law by id."""
        return law_rows.read(_table("laws"), self.countries, self.overlay.small[Section.LAWS])

    @cached_property
    def objectives(self) -> Mapping[str, Objective]:
        """The objectives of sovereignty by id, in their order."""
        corrections = self.overlay.small[Section.OBJECTIVES]
        return sovereignty_rows.read_objectives(_table("sovereignty_objectives"), corrections)

    @cached_property
    def levels(self) -> tuple[SovereigntyLevel, ...]:
        """The levels of sovereignty, each at the index that is its number."""
        corrections = self.overlay.small[Section.LEVELS]
        return sovereignty_rows.read_levels(_table("sovereignty_levels"), corrections)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """What rules can refer to, by id."""
        return reference_rows.read(_table("references"), self.overlay.small[Section.REFERENCES])

    @cached_property
    def models(self) -> Mapping[VendorId, AiModel]:
        """Every family of AI models by the entry of the catalogue that it is."""
        corrections = self.overlay.small[Section.MODELS]
        return ai_model_rows.read(_table("ai_models"), self.vendors, corrections)

    @cached_property
    def marks(self) -> Mapping[str, EbiosMark]:
        """What the values of the factors of EBIOS RM mean, by id."""
        return ebios_rows.read_marks(_table("ebios_scales"), self.overlay.small[Section.MARKS])

    @cached_property
    def zones(self) -> Mapping[str, EbiosZone]:
        """The zones of EBIOS RM by id, the worst first."""
        return ebios_rows.read_zones(_table("ebios_zones"), self.overlay.small[Section.ZONES])


@cache
def tables() -> Tables:
    """Return what is in force. The files are read once; `forget` lets them be read again."""
    try:
        return checked(overlay.read(overlay.place()))
    except InvalidOverlay as fault:
        return Tables(overlay.NOTHING, fault)


def all_vendors() -> Mapping[VendorId, Vendor]:
    """Return every vendor by id; read-only."""
    return tables().vendors


def countries() -> Mapping[str, Jurisdiction]:
    """Return every country by code; read-only."""
    return tables().countries


def laws() -> Mapping[str, Law]:
    """Return every law by id; read-only."""
    return tables().laws


def alternatives() -> Alternatives:
    """Return the known ways out by what they replace; read-only."""
    return tables().alternatives


def shipped() -> Mapping[VendorId, Vendor]:
    """Return the vendors as they come with the program, by id; read-only."""
    return delivered().vendors


def shipped_alternatives() -> Alternatives:
    """Return the ways out as they come with the program; read-only."""
    return delivered().alternatives


@cache
def delivered() -> Tables:
    """Return the tables as they come with the program."""
    return Tables(overlay.NOTHING)


def forget() -> None:
    """Let the user's file be read again: it has changed."""
    tables.cache_clear()


def checked(own: Overlay) -> Tables:
    """Return the tables with what the user knows better. Raises `InvalidOverlay`.

    A name that is the user's own may belong to another entry of the program, which then loses
    it, but not to two of the user's.
    """
    if not own:
        return delivered()
    found = Tables(own)
    try:
        for law in (id for one in found.countries.values() for id in one.laws):
            if law not in found.laws:
                raise CatalogueFault(rows.OWN, 0, "extraterritorial_laws", law)
        jurisdiction_rows.by_name(found.countries)
        _ = found.vendors, found.objectives, found.levels
        _ = found.references, found.models, found.marks, found.zones
        if own.alternatives:
            _ = found.alternatives
    except CatalogueFault as fault:
        raise InvalidOverlay(
            OverlayFault.BAD_VALUE, entry=fault.entry, column=fault.column, value=fault.value
        ) from None
    own_names(found)
    return found


def own_names(found: Tables) -> dict[str, VendorId]:
    """Return the names, as keys, that the user gave to entries. Raises `InvalidOverlay`."""
    names: dict[str, VendorId] = {}
    for id, cells in found.overlay.entries.items():
        if "name" not in cells and "aliases" not in cells:
            continue
        one = found.vendors[id]
        for name in (one.name, *one.aliases):
            key = spelling.key(name)
            if not key or names.setdefault(key, id) != id:
                raise InvalidOverlay(OverlayFault.NAME_TAKEN, entry=id, value=name)
    return names


def _table(name: str) -> Path:
    return paths.resource(f"catalogue/{name}.csv")
