"""Under which licences the program and what it is made of may be used."""

from dataclasses import dataclass

from smala_lockin import paths
from smala_lockin.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A part of the program, the name of its licence, and the resource that holds its text."""

    part: str
    name: str
    file: str

    def text(self) -> str:
        """Return the licence itself, in the language it is written in."""
        return paths.resource(f"licences/{self.file}").read_text(encoding="utf-8")


def licences() -> tuple[Licence, ...]:
    """Return ours first, then what it stands on, in the language in force."""
    bsd, mit = "BSD 3-Clause", "MIT"
    parts = (
        ("Smala Lock-in", mit, "smala-lockin"),
        ("Qt, PySide6, Shiboken", "LGPL 3", "lgpl-3.0"),
        (_("GPL 3, on which LGPL 3 builds"), "GPL 3", "gpl-3.0"),
        ("Graphviz", "EPL 2.0", "epl-2.0"),
        ("PyGraphviz", bsd, "pygraphviz"),
        (_("Unicode CLDR (names of countries)"), "Unicode 3", "unicode"),
        ("networkx", bsd, "networkx"),
        ("NumPy", _and_others(bsd), "numpy"),
        (_("Matplotlib and its fonts"), _and_others(_("like PSF")), "matplotlib"),
        ("openpyxl", mit, "openpyxl"),
        ("et_xmlfile", mit, "et_xmlfile"),
        ("python-calamine", mit, "python-calamine"),
        ("msgspec", bsd, "msgspec"),
        ("RapidFuzz", mit, "rapidfuzz"),
        ("Babel", bsd, "babel"),
    )
    return tuple(Licence(part=part, name=name, file=f"{file}.txt") for part, name, file in parts)


def _and_others(name: str) -> str:
    return _("%(licence)s and others") % {"licence": name}
