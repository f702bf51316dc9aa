"""A table as it lies there: its header, its rows, and what is no record."""
