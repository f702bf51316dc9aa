"""Under which licences the program and what it is made of may be used."""

from dataclasses import dataclass

from smala_lockin import paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A part of the program, the name of its licence, and the resource that holds its text."""

    part: str
    name: str
    file: str

    def text(self) -> str:
        """Return the licence itself, in the language it is written in."""
        return paths.resource(f"licences/{self.file}").read_text(encoding="utf-8")


LICENCES = tuple(
    Licence(part=part, name=name, file=f"{file}.txt")
    for part, name, file in (
        ("Smala Lock-in", "MIT", "smala-lockin"),
        ("Qt, PySide6, Shiboken", "LGPL 3", "lgpl-3.0"),
        ("GPL 3, on which LGPL 3 builds", "GPL 3", "gpl-3.0"),
        ("Graphviz", "EPL 2.0", "epl-2.0"),
        ("PyGraphviz", "BSD 3-Clause", "pygraphviz"),
        ("Unicode CLDR (names of countries)", "Unicode 3", "unicode"),
        ("networkx", "BSD 3-Clause", "networkx"),
        ("NumPy", "BSD 3-Clause and others", "numpy"),
        ("Matplotlib and its fonts", "PSF-like and others", "matplotlib"),
        ("openpyxl", "MIT", "openpyxl"),
        ("et_xmlfile", "MIT", "et_xmlfile"),
        ("python-calamine", "MIT", "python-calamine"),
        ("msgspec", "BSD 3-Clause", "msgspec"),
        ("RapidFuzz", "MIT", "rapidfuzz"),
        ("Babel", "BSD 3-Clause", "babel"),
    )
)
"""Ours first, then what it stands on."""
