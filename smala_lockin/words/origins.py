"""Where a fact came from, if nobody typed it."""

from smala_lockin.domain.assets import Origin, Source
from smala_lockin.i18n import _, day


def note(origin: Origin) -> str:
    """Return what stands beneath a fact, such as "from inventory.xlsx, row 12"."""
    match origin.source:
        case Source.CATALOGUE if origin.on:
            return _("from the catalogue, as of %(day)s") % {"day": day(origin.on)}
        case Source.CATALOGUE:
            return _("from the catalogue")
        case Source.QUESTIONNAIRE if origin.on:
            return _("from the questionnaire, answered on %(day)s") % {"day": day(origin.on)}
        case Source.QUESTIONNAIRE:
            return _("from the questionnaire")
        case Source.IMPORT:
            return _imported(origin)


def as_read(origin: Origin) -> str:
    """Return the text as it stood in the file, or nothing."""
    if not origin.value:
        return ""
    return _("It was read as “%(text)s”.") % {"text": origin.value[:200]}


def _imported(origin: Origin) -> str:
    place = {"file": origin.file, "sheet": origin.sheet, "row": origin.row}
    if not origin.file:
        return _("from an import")
    if origin.row is None:
        return _("from %(file)s") % place
    if not origin.sheet:
        return _("from %(file)s, row %(row)s") % place
    return _("from %(file)s, sheet %(sheet)s, row %(row)s") % place
