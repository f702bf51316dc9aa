"""The import wizard: files, sheets, columns, preview."""
