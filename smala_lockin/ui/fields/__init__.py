"""Fields in which people type facts, and the row that shows one with its label and its fault."""
