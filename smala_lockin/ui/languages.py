"""The names of the languages the program speaks."""

LANGUAGE_NAMES = {"en": "English", "fr": "Français"}
"""Each language in its own words: who looks for theirs may not read the others."""
