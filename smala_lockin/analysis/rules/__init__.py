"""The rules: each module reads a basis and yields findings."""
