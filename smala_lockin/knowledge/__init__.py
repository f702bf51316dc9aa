"""The catalogue of vendors, jurisdictions and laws: read-only look-ups."""
