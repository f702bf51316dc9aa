"""The commands; nothing here knows Qt."""
