"""Enums, errors and findings as sentences in the language in force."""
