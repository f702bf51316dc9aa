"""Keeping what the user knows better than the catalogue: in their folder, and in files to share."""

from pathlib import Path

from smala_lockin import i18n
from smala_lockin.domain.errors import LockinError
from smala_lockin.formats.atomic import write_whole
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.knowledge import in_force, overlay
from smala_lockin.knowledge.jurisdictions import country_name
from smala_lockin.knowledge.overlay import InvalidOverlay, Overlay, Section
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.words import catalogue, overlay_errors


class LeftOut(LockinError):
    """The user's own entries are not in force, for their file makes no sense."""

    def __init__(self, fault: InvalidOverlay) -> None:
        super().__init__(str(fault))
        self.fault = fault

    def sentence(self) -> str:
        """Return that they are left out, and why."""
        return overlay_errors.left_out(self.fault)


def check() -> None:
    """Raise `LeftOut` where the user's own entries are not in force."""
    if overlay.place().exists() and (found := fault()):
        raise LeftOut(found)


def fresh() -> Overlay:
    """Return the user's own entries, read anew: another window may have changed them."""
    in_force.forget()
    return in_force.tables().overlay


def save(own: Overlay) -> None:
    """Keep this, whole or not at all, and put it in force.

    Raises `InvalidOverlay` where it makes no sense, or where the file that is there does not: it
    is not written over. Raises `FileTrouble`.
    """
    if fault := in_force.tables().fault:
        raise fault
    in_force.checked(own)
    place = overlay.place()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(place, error, writing=True) from error
    _write(place, own, backup=True)
    in_force.forget()


def set_aside() -> Path:
    """Rename a file that makes no sense, so that a new one can begin; return its new path."""
    place = overlay.place()
    names = (f"catalogue.unreadable{number}.json" for number in ("", *range(2, 1000)))
    aside = next(path for name in names if not (path := place.with_name(name)).exists())
    try:
        place.replace(aside)
    except OSError as error:
        raise FileTrouble(place, error, writing=True) from error
    in_force.forget()
    return aside


def export(path: Path) -> None:
    """Write what the user knows better to a file for somebody else."""
    _write(path, in_force.tables().overlay)


def received(path: Path) -> Overlay:
    """Return what a file from somebody else says, checked beside what is in force.

    Raises `InvalidOverlay`, `FileTrouble`.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileTrouble(path, error) from error
    theirs = overlay.parsed(content)
    in_force.checked(in_force.tables().overlay.merged(theirs))
    return theirs


def contradicted(theirs: Overlay) -> list[str]:
    """Return the names of entries of which theirs says something else than the user's own."""
    ours = in_force.tables().overlay
    ids = [id for id, cells in theirs.entries.items() if ours.entries.get(id, cells) != cells]
    ids += [
        pair[0]
        for pair, cells in theirs.alternatives.items()
        if pair in ours.alternatives and ours.alternatives[pair] != cells
    ]
    known = in_force.all_vendors()
    small = [
        _name(section, key)
        for section, rows in theirs.small.items()
        for key, cells in rows.items()
        if ours.small[section].get(key, cells) != cells
    ]
    return [*(known[id].name for id in dict.fromkeys(ids)), *small]


def _name(section: Section, key: str) -> str:
    match section:
        case Section.COUNTRIES:
            return country_name(key, i18n.current())
        case Section.LAWS:
            law = in_force.laws().get(key)
            return catalogue.law(law) if law else key
        case Section.REFERENCES:
            reference = in_force.tables().references.get(key)
            return reference.label(i18n.current()) if reference else key
        case Section.MODELS:
            model = in_force.tables().models.get(VendorId(key))
            return model.family if model else key
        case Section.MARKS:
            mark = in_force.tables().marks.get(key)
            return mark.means(i18n.current()) if mark else key
        case Section.ZONES:
            zone = in_force.tables().zones.get(key)
            return zone.name(i18n.current()) if zone else key
        case Section.OBJECTIVES | Section.LEVELS:
            return key


def fault() -> InvalidOverlay | None:
    """Return why the user's file is left out, where it is."""
    return in_force.tables().fault


def _write(path: Path, own: Overlay, *, backup: bool = False) -> None:
    content = overlay.content(own)
    write_whole(path, lambda stream: stream.write(content), backup=backup)
