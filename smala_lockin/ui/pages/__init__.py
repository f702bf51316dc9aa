"""The pages that fill a window."""
