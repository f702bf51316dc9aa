"""Files that are no plain lists: diagrams, models, invoices, maps that this program exported."""
