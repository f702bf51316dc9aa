"""The risk register as an Excel workbook."""

from smala_lockin.formats.register_workbook.book import write_register

__all__ = ["write_register"]
