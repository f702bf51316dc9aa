"""The risk register as an Excel workbook, written and read back."""

from smala_lockin.formats.register_workbook.book import write_register
from smala_lockin.formats.register_workbook.reading import read_register

__all__ = ["read_register", "write_register"]
